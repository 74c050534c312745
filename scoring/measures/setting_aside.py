"""Setting aside: what begun work had to make room for when the lead gave more away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import whole
from scoring.measures.common import GIVEN, PARKED, priority_of
from scoring.measures.delegation import given_last, mean_of
from scoring.measures.prioritisation import CAPABLE, LEAVES
from scoring.measures.registry import Figure, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Scope
    from simulator.engine.log import LogEntry

AT_WORK = ("ticket.started", "incident.opened", "incident.resumed")
"""Kinds of entries from which somebody is at their work."""
TURNS = (*AT_WORK, *PARKED, *LEAVES)
"""All by which work comes to hands, or leaves them."""

INCIDENT = 1
"""Priority of an incident whose severity nobody has said yet: the higher one is taken. (I7)"""


def known_priority(log: Log, entry: LogEntry) -> int:
    """Return the priority of an entry's work as it was known when the entry was written."""
    told = INCIDENT if entry.subject.startswith("incident:") else 0
    for earlier in log.about(entry.subject):
        if earlier.number >= entry.number:
            break
        told = priority_of(earlier) or told
    return told


def taken_off(log: Log, given: LogEntry) -> bool:
    """Return whether work was taken off somebody who was at it and could do it."""
    if given.data.get("from", given.data.get("to")) == given.data.get("to"):
        return False
    before = [e for e in log.about(given.subject) if e.number < given.number and e.kind in TURNS]
    at_it = before[-1] if before else None
    return (
        at_it is not None and at_it.kind in AT_WORK and whole(at_it.data.get("gap"), 0) >= CAPABLE
    )


@measure(
    "free-hands", unit="permille", better="more", takes={"person", "priority", "during"},
    needs=(*TURNS, *GIVEN), source="behaviours 10, 62; incident-practice 24", over_all=True,
    late_counts=True,
)  # fmt: skip
def free_hands(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of the work given away for which everybody kept what they were at.

    Not kept: work that whoever got it set aside for it, unless it was known by then to be less
    urgent; and the work itself, where it was taken off somebody who was at it and could do it.
    None where nothing was given.
    """
    set_aside = {parked.because: parked for parked in log.of(*PARKED)}

    def kept(given: LogEntry) -> bool:
        parked = set_aside.get(given.number)
        if taken_off(log, given):
            return False
        return parked is None or known_priority(log, parked) > priority_of(given)

    return mean_of([(1000 * kept(one), one) for one in given_last(log, scope, "priority")])
