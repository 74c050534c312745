"""Signs that a colleague shows beside those of stress: seen, told once, never a figure.

A sign of feeling waits until ten minutes after the lead's last act on the person, so nobody is
grateful, or hurt, on the spot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings
from simulator.engine.owning import own_analyst
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.state import State

LONG_STRETCH, CARRIES_MOST, OVERLOOKED, UNEVEN, SILENT = range(5)
SIGNS = ("long-stretch", "carries-most", "overlooked", "uneven", "silent")
"""What shows: hours without a break; most of the hard work; thanks that went to others; the same
lapse answered for one and not for the other; little to say in the chat."""


def show_later(state: State, who: str, sign: int) -> None:
    """Let a sign show as soon as it may, once in a shift."""
    if SIGNS[sign] not in state.analysts[who].shows:
        plan_due(state, max(state.now, _free_from(state, who)), PEOPLE_PHASE, "shows", who, sign)


def show(state: State, who: str, sign: int) -> None:
    """Handle the minute of a sign: it is seen, and what it stands for is felt."""
    if state.now < _free_from(state, who):
        show_later(state, who, sign)
        return
    analyst = own_analyst(state, who)
    if analyst.place in ("absent", "away") or SIGNS[sign] in analyst.shows:
        return
    analyst.shows = (*analyst.shows, SIGNS[sign])
    entry = note(
        state, "analyst.shows", "world", analyst.ref, analyst.ref, -1, {"sign": SIGNS[sign]}
    )
    if sign in (CARRIES_MOST, OVERLOOKED, UNEVEN):
        feelings.change_morale(state, who, state.rules.unfair_morale, SIGNS[sign], entry)
        feelings.change_trust(state, who, state.rules.unfair_trust, entry)


def _free_from(state: State, who: str) -> int:
    """Return the minute from which a sign of this person's feelings may change."""
    return state.analysts[who].acted_at + state.rules.sign_lag
