"""An outage for a made-up log, and what a measure makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.measures import MEASURES
from scoring.rubric import Scope

if TYPE_CHECKING:
    from scoring.log import Log
    from scoring.measures import Figure
    from tests.scoring.conftest import Maker

PORTAL = "incident:portal"
EVERYTHING = Scope()


def take(name: str, log: Log, scope: Scope = EVERYTHING, *, kind: str = "p1-knowable") -> Figure:
    """Return the figure over the windows of a kind; over the whole shift where there is none."""
    found = MEASURES[name].take
    assert found is not None
    return found(log, log.windows_of((kind,)) or [log.whole_shift()], scope)


def portal(maker: Maker, closes: int = 100) -> int:
    """Let the portal fail, in words from minute 20 and as a window from 25; return the window."""
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    return maker.window(25, "p1-knowable", PORTAL, closes)
