"""Looking: how soon what is there is known, and what that takes from everything else."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from scoring.log import bare, whole
from scoring.measures.asking import raises
from scoring.measures.common import (
    GIVEN,
    cite,
    of_incident,
    priority_of,
    service_of,
    span_of,
    waits,
)
from scoring.measures.delegation import in_reach
from scoring.measures.prioritisation import known_for_it
from scoring.measures.registry import Figure, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Scope
    from simulator.engine.log import LogEntry

URGENT = 2
"""Priority down to which a ticket is urgent enough to look for beside an incident."""


@measure(
    "reading-beside", unit="minutes", better="less", takes=set(),
    needs=("ticket.triaged", "incident.started"), source="incident-practice 3; behaviours 6",
    over_all=True, late_counts=True,
)  # fmt: skip
def reading_beside(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes that went into opening tickets beside an incident while it lasted, for nothing.

    For nothing is what turned out a P3 or a P4: whoever opens all there is finds the quiet one as
    well, and is away from all else meanwhile.
    """
    lasts = [span_of(log, one.subject) for one in log.of("incident.started")]
    found = [
        entry
        for entry in log.of("ticket.triaged")
        if priority_of(entry) > URGENT
        and not of_incident(log, entry.subject)
        and any(low <= entry.at <= over for low, over in lasts)
    ]
    return Figure(sum(whole(one.data["minutes"]) for one in found), cite(found), len(found))


@measure(
    "reading-before", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "ticket.triaged", "ticket.prioritised", "fact.learned"),
    source="incident-practice 3; behaviours 6", late_counts=True,
)  # fmt: skip
def reading_before(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes that went into opening ordinary tickets until the windows' ones were known.

    Ordinary is what turned out a P3 or a P4: whoever opens one ticket after the other comes to the
    quiet one as well. What is read once that is known does not count.
    """

    def until(window: Window) -> int:
        known = known_for_it(log, window)
        return window.closes if known is None else known.at

    over = max((until(window) for window in windows), default=0)
    found = [e for e in log.of("ticket.triaged") if priority_of(e) > URGENT and e.at < over]
    return Figure(sum(whole(e.data["minutes"]) for e in found), cite(found), len(found))


@measure(
    "first-triage", unit="minutes", better="less", takes={"service"},
    needs=("window.opened", "ticket.triaged", "incident.declared"),
    source="incident-practice 18; behaviours 68", act_minutes=2,
)  # fmt: skip
def first_triage(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window until the lead opened one of its tickets.

    For an incident, one of its duplicates, or the declaration; for a ticket, that ticket.
    """

    def first(window: Window) -> LogEntry | None:
        incident = window.subject.startswith("incident:")
        for entry in log.of("ticket.triaged", "incident.declared"):
            if scope.service and service_of(log, entry) != scope.service:
                continue
            if entry.subject == window.subject or (
                incident
                and (
                    entry.data.get("incident") == bare(window.subject)
                    or of_incident(log, entry.subject) == window.subject
                )
            ):
                return entry
        return None

    return waits(windows, first)


def known_as_one(log: Log, window: Window) -> LogEntry | None:
    """Return the entry by which a window's incident was known for one matter."""
    return next((e for e in log.about(window.subject) if e.kind == "incident.known"), None)


@measure(
    "seen-as-one", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "incident.known"), source="incident-practice 18; behaviours 68",
    act_minutes=4,
)  # fmt: skip
def seen_as_one(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window until its incident was known for one matter."""
    return waits(windows, lambda window: known_as_one(log, window))


def stayed_with(log: Log, window: Window) -> LogEntry | None:
    """Return the entry by which the lead gave an incident to the one it stayed with.

    None where that one cannot do it: work that wanders is nobody's until it stays.
    """
    stays: LogEntry | None = None
    for entry in log.about(window.subject):
        moved = stays is None or stays.data.get("to") != entry.data.get("to")
        if entry.kind in GIVEN and moved:
            stays = entry
    return stays if stays is not None and in_reach(stays) else None


def place_of(log: Log, window: Window) -> LogEntry | None:
    """Return the entry by which an incident came to the place it stayed at; None for none.

    That is one person who can do it, or somebody outside who was told all they need to look.
    """
    asked = (e for e in log.of("task.escalated") if raises(log, window, e))
    placed = [stayed_with(log, window), next((e for e in asked if e.data.get("complete")), None)]
    return min((e for e in placed if e is not None), key=attrgetter("number"), default=None)


def seen_and_somebodys(log: Log, window: Window) -> LogEntry | None:
    """Return the entry by which an incident was known for one matter and had a place to go to.

    Knowing it moves nothing, and work that nobody knows for what it is goes anywhere.
    """
    known, place = known_as_one(log, window), place_of(log, window)
    return known and place and max(known, place, key=attrgetter("number"))


@measure(
    "seen-and-given", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "incident.known", "task.escalated", *GIVEN),
    source="incident-practice 1, 18; behaviours 51, 68", act_minutes=7,
)  # fmt: skip
def seen_and_given(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window until its incident was known, and somebody's.

    Known for one matter; and given by the lead to the one person it stays with, who can do it, or
    put to somebody outside with all they need to look.
    """
    return waits(windows, lambda window: seen_and_somebodys(log, window))
