"""Which dialog an offer leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.dialogs.assign import Assign
from simulator.tui.dialogs.composer import Composer
from simulator.tui.dialogs.decisions import Brief, Decide, Escalate, HandOver
from simulator.tui.dialogs.form import ActForm
from simulator.tui.dialogs.reading import Facts

if TYPE_CHECKING:
    from simulator.tui.desk import Sight
    from simulator.tui.dialogs.base import Dialog
    from simulator.tui.offers import Offer


def open_for(offer: Offer, sight: Sight) -> Dialog:
    """Return the dialog that `offer` opens."""
    match offer.opens:
        case "assign":
            return Assign(sight, offer.about)
        case "escalate":
            return Escalate(sight, offer.about)
        case "decide":
            return Decide(sight)
        case "message":
            return Composer(sight, to=offer.about)
        case "brief":
            return Brief(sight)
        case "hand-over":
            return HandOver(sight)
        case "form":
            return ActForm(sight, offer.about, dict(offer.marked))
        case _:
            return Facts(sight)
