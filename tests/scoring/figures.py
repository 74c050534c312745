"""What a measure makes of a made-up log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.measures import MEASURES
from scoring.rubric import Scope

if TYPE_CHECKING:
    from scoring.log import Log
    from scoring.measures import Figure

PORTAL = "incident:portal"
EVERYTHING = Scope()


def take(name: str, log: Log, scope: Scope = EVERYTHING, *, kind: str = "p1-knowable") -> Figure:
    """Return the figure over the windows of a kind; over the whole shift where there is none."""
    found = MEASURES[name].take
    assert found is not None
    return found(log, log.windows_of((kind,)) or [log.whole_shift()], scope)
