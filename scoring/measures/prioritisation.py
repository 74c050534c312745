"""Prioritisation: who has what comes first, what is decided, what is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.log import bare, listed, whole
from scoring.measures.common import cite, fits, of_incident, priority_of, waits
from scoring.measures.registry import Figure, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Scope
    from simulator.engine.log import LogEntry

CAPABLE = -1
"""Skill minus difficulty from which somebody can do it, slower. (the rules' speed table)"""

USUAL_DIFFICULTY = 2
"""Difficulty assumed where an entry does not say how far the skill reaches."""


FEW = 3
"""Tickets that a lead can set to P1 before it says no longer which comes first. (B24, B63)"""


GIVES_UP = ("ticket.passed-on", "ticket.let-go")
"""Kinds of entries by which somebody gives a ticket up by themselves."""
LEAVES = (*GIVES_UP, "ticket.reassigned", "ticket.resolved")
"""Kinds of entries by which a ticket leaves somebody's hands."""


def given_up(log: Log, entry: LogEntry) -> bool:
    """Return whether who has the ticket after this entry gives it up by themselves."""
    later = (e for e in log.about(entry.subject) if e.number > entry.number and e.kind in LEAVES)
    return next((e.kind in GIVES_UP for e in later), False)


def capable(log: Log, entry: LogEntry) -> bool:
    """Return whether who has the ticket after this entry can do it."""
    if given_up(log, entry):
        return False
    if "gap" in entry.data:
        return whole(entry.data["gap"]) >= CAPABLE
    person = str(entry.data.get("to", ""))
    arrived = next((e for e in log.about(entry.subject) if e.kind == "ticket.arrived"), None)
    skill = str(arrived.data.get("skill", "")) if arrived else ""
    return log.skills.get(person, {}).get(skill, 1) - USUAL_DIFFICULTY >= CAPABLE


def singled_out(log: Log, entry: LogEntry) -> bool:
    """Return whether the lead put a ticket before the others: a P1 that is one of few."""
    if entry.kind != "ticket.prioritised" or entry.cause != "lead" or priority_of(entry) != 1:
        return False
    first = {
        one.subject
        for one in log.of("ticket.prioritised")
        if one.cause == "lead" and priority_of(one) == 1 and one.number <= entry.number
    }
    return len(first) <= FEW


def known_for_it(log: Log, window: Window) -> LogEntry | None:
    """Return the entry by which the lead came to know a window's ticket for what it is.

    By opening it, by setting it to P1 as one of few, or by the last of what it brings to light,
    heard in another way: from whoever wrote it, or whoever else knows.
    """
    ways = [
        entry
        for entry in log.about(window.subject)
        if entry.kind == "ticket.triaged" or singled_out(log, entry)
    ]
    tells = listed(log.entries[window.opened].data.get("facts"))
    heard = [entry for entry in log.of("fact.learned") if entry.data.get("fact") in tells]
    if tells and len(heard) == len(tells):
        ways.append(heard[-1])
    return min(ways, default=None)


class Owned(NamedTuple):
    """How far a ticket was known for what it is and with somebody who can do it."""

    known: LogEntry | None = None
    """The entry by which its weight was known."""
    owner: LogEntry | None = None
    """The entry by which the capable person who has it at the end came to have it."""
    lost: LogEntry | None = None
    """The last entry by which it left a capable person: given on, set aside, or not taken."""
    both: LogEntry | None = None
    """The entry from which both were so."""


def ownership(log: Log, window: Window) -> Owned:
    """Return how far a window's ticket was known and owned when the window closed.

    Knowing alone is not enough, nor is a good owner who believes it can wait; and whoever moves it
    on begins anew, since work that wanders is nobody's until it stays.
    """
    now, known = Owned(), known_for_it(log, window)
    course = log.about(window.subject)
    if known is not None and known.subject != window.subject:
        course = sorted((*course, known))
    for entry in course:
        if entry.at > window.closes:
            break
        if entry == known:
            now = now._replace(known=entry)
        elif entry.kind in ("ticket.assigned", "ticket.reassigned", "ticket.started"):
            moved = entry.kind == "ticket.reassigned" and (
                entry.data.get("from") != entry.data.get("to")
            )
            now = now._replace(
                owner=entry if capable(log, entry) else None,
                lost=entry if moved and now.owner else now.lost,
                both=None if moved else now.both,
            )
        elif entry.kind in ("ticket.parked", "ticket.refused"):
            now = now._replace(owner=None, lost=entry if now.owner else now.lost)
        if now.both is None and now.known is not None and now.owner is not None:
            now = now._replace(both=entry)
    return now


@measure(
    "capable-owner", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "ticket.arrived", "ticket.triaged", "ticket.prioritised",
           "fact.learned", "ticket.started", "ticket.assigned", "ticket.reassigned",
           "ticket.passed-on", "ticket.let-go"),
    source="behaviours 51; service-desk-numbers 2.2", act_minutes=5,
)  # fmt: skip
def capable_owner(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window until its ticket is known for what it is and owned.

    Known: the lead has opened it, set it to P1 as one of few, or learned elsewhere all that it
    brings to light. Owned: it is with somebody whose skill is at most one short of what it needs,
    and who does not give it up by themselves.
    """
    return waits(windows, lambda window: ownership(log, window).both)


def decisions(log: Log, window: Window) -> list[LogEntry]:
    """Return the decisions recorded by the closing of the window.

    A window whose subject is `decision:ID` asks for that decision, any other for any.
    """
    wanted = bare(window.subject) if window.subject.startswith("decision:") else ""
    return [
        entry
        for entry in log.of("decision.recorded")
        if entry.at <= window.closes and wanted in ("", entry.data.get("what"))
    ]


def parts(entry: LogEntry) -> int:
    """Return how many of why, threshold and what if it fails a decision says, 0 to 3.

    All that is named as why has to bear on it: whoever ticks what is on offer gives no reason. A
    threshold that comes after it makes sense is none.
    """
    data = entry.data
    why = bool(listed(data.get("why"))) and not listed(data.get("beside_point"))
    threshold = whole(data.get("threshold"), -1) >= 0 and data.get("too_late") is not True
    return why + threshold + (data.get("if_fails") is True)


@measure(
    "decision-complete", unit="points", better="more", takes=set(),
    needs=("window.opened", "decision.recorded"),
    source="incident-practice 32; behaviours 55, 56, 57", act_minutes=2,
)  # fmt: skip
def decision_complete(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How much a decision says by the closing of the window: why, from when, what if it fails.

    One point each, the fullest decision counts; over several windows the least. None where
    nothing was decided.
    """
    rows: list[tuple[int, LogEntry]] = []
    for window in windows:
        best = max(decisions(log, window), key=parts, default=None)
        if best is not None:
            rows.append((parts(best), best))
    if not rows:
        return Figure(None)
    rows.sort(key=lambda row: row[0])
    value = rows[0][0] if len(rows) == len(windows) else 0
    return Figure(value, cite(e for _, e in rows), len(rows))


@measure(
    "decision-time", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "decision.recorded"), source="incident-practice 6, 32", act_minutes=2,
)  # fmt: skip
def decision_time(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window to the fullest decision (the first such one)."""
    return waits(windows, lambda window: max(decisions(log, window), key=parts, default=None))


@measure(
    "targets-missed", unit="count", better="less", takes={"priority", "service", "during"},
    needs=("ticket.breached", "ticket.arrived"), source="behaviours 67, 108", over_all=True,
    late_counts=True,
)  # fmt: skip
def targets_missed(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How many response and resolution targets were missed on tickets outside any incident."""
    found = [
        entry
        for entry in log.of("ticket.breached")
        if not entry.data.get("incident")
        and not of_incident(log, entry.subject)
        and fits(log, entry, scope)
    ]
    found.sort(key=priority_of)
    return Figure(len(found), cite(found), len(log.of("ticket.arrived")))
