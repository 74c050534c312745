"""What was missing beside an act that was not enough: updates that were due, reach, or room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.phrases import terms, when
from scoring.measures import MEASURES
from scoring.measures.delegation import FULL, in_reach, pile

if TYPE_CHECKING:
    from scoring.debrief.moment import Case
    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from simulator.engine.log import LogEntry


def lacking(case: Case) -> list[str]:
    """Return what was missing beside an act: updates that were due."""
    log, criterion = case.log, case.criterion
    if criterion.measure == "executive-words":
        windows = [w for w in log.windows_of(criterion.windows) if w.prevented < 0]
        figure = MEASURES["executive-words"].figure(log, windows, criterion)
        sent = sum(1 for n in figure.evidence if log.entries[n].kind == "message.sent")
        if sent < figure.counted:
            some = sent or "none"
            return [f"You sent {some} of the {figure.counted} updates that came due."]
    return []


def beyond_reach(log: Log, telling: Telling, given: LogEntry) -> str:
    """Return that work was given, and why it was not within reach of whoever got it, as a sentence.

    The terms on which it was given are left out: the reason stands in their place.
    """
    text = when(telling, given).rstrip(".").removesuffix(terms(telling, given))
    had = pile(log, given)
    if had >= FULL:
        return f"{text}, who had {had} other pieces of work by then."
    return f"{text}." if in_reach(given) else f"{text}, for whom alone it was out of reach."
