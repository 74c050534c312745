"""Process: notes at hand-offs, evidence with a request, the hand-over of a shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import listed, whole
from scoring.measures.common import cite, fits, permille, to_audience
from scoring.measures.registry import Figure, measure
from scoring.measures.setting_aside import AT_WORK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Scope
    from simulator.engine.log import LogEntry

PARTS = 4
"""What a useful note says: tested, changed, suspected, next. (B27)"""


BEGUN = (*AT_WORK, "incident.step-begun", "incident.theory-begun")
"""Kinds of entries that show that somebody has worked on it."""


def handed_on(log: Log, moved: LogEntry) -> bool:
    """Return whether a move took begun work from one to another."""
    if moved.data.get("from") == moved.data.get("to"):
        return False
    return any(e.number < moved.number and e.kind in BEGUN for e in log.about(moved.subject))


@measure(
    "hand-off-notes", unit="permille", better="more", takes={"priority", "person", "during"},
    needs=("ticket.reassigned", "incident.reassigned", *BEGUN), source="behaviours 27",
    over_all=True,
)  # fmt: skip
def hand_off_notes(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of tested, changed, suspected and next that the notes at hand-offs say.

    Only of work that had begun: of any other there is nothing to pass on. None where nothing was
    handed from one to another.
    """
    found = [
        (min(PARTS, len(set(listed(entry.data.get("note"))))), entry)
        for entry in log.of("ticket.reassigned", "incident.reassigned")
        if fits(log, entry, scope) and handed_on(log, entry)
    ]
    if not found:
        return Figure(None)
    found.sort(key=lambda row: row[0])
    share = permille(sum(parts for parts, _ in found), PARTS * len(found))
    return Figure(share, cite(entry for _, entry in found), len(found))


@measure(
    "requests-complete", unit="permille", better="more", takes={"audience", "person", "during"},
    needs=("task.escalated",), source="behaviours 40, 52", act_minutes=4, over_all=True,
)  # fmt: skip
def requests_complete(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of requests to others that held all they need; None where nothing was asked for.

    What went to an address that nobody reads counts neither way: nobody could tell beforehand.
    """
    asked = to_audience(log, scope, log.of("task.escalated"))
    found = [entry for entry in asked if entry.data.get("unread") is not True]
    if not found:
        return Figure(None)
    bare_ones = [entry for entry in found if entry.data.get("complete") is not True]
    full = [entry for entry in found if entry.data.get("complete") is True]
    return Figure(permille(len(full), len(found)), cite([*bare_ones, *full]), len(found))


@measure(
    "handed-over", unit="permille", better="more", takes=set(), needs=("shift.handed-over",),
    source="incident-practice 17; behaviours 26", act_minutes=5, over_all=True, late_counts=True,
)  # fmt: skip
def handed_over(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of the open P1 and P2 work, and of the promises, passed on when the shift ends.

    Promises count as one piece of work. None where the shift was not handed over.
    """
    found = log.of("shift.handed-over")
    if not found:
        return Figure(None)
    last = found[-1]
    pieces = max(0, whole(last.data.get("open")))
    covered = min(pieces, max(0, whole(last.data.get("covered"))))
    told = last.data.get("promises") is True
    return Figure(permille(covered + told, pieces + 1), (last.number,), pieces + 1)
