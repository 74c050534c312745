"""What several measures share: filters, spans of incidents, waiting times over windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import bare, whole
from scoring.measures.registry import MOST_EVIDENCE, Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry

GIVEN = ("incident.assigned", "incident.reassigned", "ticket.assigned", "ticket.reassigned")
"""The ways in which the lead gives work to somebody."""

OVER = ("incident.mitigated", "incident.resolved")
"""What ends the wait for a service."""

PARKED = ("ticket.parked", "incident.parked")
"""What shows that begun work is set aside."""

OWN_WORK = ("ticket.taken", "incident.taken")
"""The lead's own work on tickets and incident steps."""


def own_minutes(log: Log) -> int:
    """Return the lead's minutes on tickets and incident steps."""
    return sum(whole(entry.data.get("minutes")) for entry in log.of(*OWN_WORK))


def half_up(total: int, over: int) -> int:
    """Return total / over, rounded half up; `over` is positive."""
    return (2 * total + over) // (2 * over)


def permille(part: int, all_: int) -> int:
    """Return a share in permille, rounded half up; `all_` is positive."""
    return half_up(1000 * part, all_)


def cite(entries: Iterable[LogEntry]) -> tuple[int, ...]:
    """Return the numbers of the first entries, as many as a figure cites."""
    seen: dict[int, None] = {}
    for entry in entries:
        seen.setdefault(entry.number)
        if len(seen) == MOST_EVIDENCE:
            break
    return tuple(seen)


def whole_shift(windows: Sequence[Window]) -> bool:
    """Return whether the windows are the shift as a whole."""
    return any(window.kind == "shift" for window in windows)


def subjects(windows: Sequence[Window]) -> frozenset[str]:
    """Return the references that the windows are about."""
    return frozenset(window.subject for window in windows)


def span_of(log: Log, incident: str) -> tuple[int, int]:
    """Return the minutes from which an incident could be known and at which it was over.

    Over is when the service worked again for its users; the end of the log if it never did.
    """
    first: int | None = None
    for entry in log.about(incident):
        if entry.kind in OVER:
            return (entry.at if first is None else first, entry.at)
        if first is None and entry.kind in ("incident.started", "incident.known"):
            first = entry.at
    return (0 if first is None else first, log.end)


def ended_by(log: Log, incident: str) -> LogEntry | None:
    """Return the entry by which an incident was over; None where it lasted to the end."""
    return next((entry for entry in log.about(incident) if entry.kind in OVER), None)


def spans(log: Log, during: str) -> list[tuple[int, int]] | None:
    """Return the stretches that `during` names; None where it names nothing."""
    if not during:
        return None
    found = [(w.opens, w.closes) for w in log.windows if w.kind == during and w.prevented < 0]
    incident = f"incident:{during}"
    if log.about(incident):
        found.append(span_of(log, incident))
    return found


def within(stretches: Sequence[tuple[int, int]] | None, minute: int) -> bool:
    """Return whether a minute lies in one of the stretches; None is everywhere."""
    return stretches is None or any(low <= minute <= high for low, high in stretches)


def to_audience(log: Log, scope: Scope, entries: Iterable[LogEntry]) -> Iterator[LogEntry]:
    """Yield the entries about a stakeholder of the scope's audience, person and stretch."""
    stretches = spans(log, scope.during)
    for entry in entries:
        if scope.audience and log.audience(entry.subject) not in scope.audience:
            continue
        if scope.person and bare(entry.subject) != scope.person:
            continue
        if within(stretches, entry.at):
            yield entry


def service_of(log: Log, entry: LogEntry) -> str:
    """Return the service an entry is about, "" where the log does not say."""
    found = entry.data.get("service")
    if isinstance(found, str):
        return found
    for other in log.about(entry.subject):
        if other.kind in ("ticket.arrived", "incident.started", "incident.known"):
            return str(other.data.get("service", ""))
    return ""


def priority_of(entry: LogEntry) -> int:
    """Return the priority an entry tells, 0 where it tells none."""
    for field in ("priority", "severity", "logged"):
        if field in entry.data:
            return whole(entry.data[field])
    return 0


def concerns(entry: LogEntry, person: str) -> bool:
    """Return whether an entry is about this person, or done to, by or for them."""
    if person in (bare(entry.subject), bare(entry.actor)):
        return True
    return any(entry.data.get(field) == person for field in ("to", "by", "from", "beside"))


def fits(log: Log, entry: LogEntry, scope: Scope) -> bool:
    """Return whether an entry passes every filter of the scope."""
    if scope.audience and log.audience(entry.subject) not in scope.audience:
        return False
    if scope.priority and priority_of(entry) not in scope.priority:
        return False
    if scope.person and not concerns(entry, scope.person):
        return False
    if scope.service and service_of(log, entry) != scope.service:
        return False
    return within(spans(log, scope.during), entry.at)


def of_incident(log: Log, ticket: str) -> str:
    """Return the reference of the incident whose duplicate a ticket is; "" for none.

    A duplicate's id is its incident's id and a number, `portal.3`; of one that the scenario names
    the arrival says it.
    """
    head, _, tail = bare(ticket).partition(".")
    if not tail:
        arrivals = (e for e in log.about(f"ticket:{head}") if e.kind == "ticket.arrived")
        head = next((str(e.data.get("part_of", "")) for e in arrivals), "")
    incident = f"incident:{head}"
    return incident if head and log.about(incident) else ""


def waits(
    windows: Sequence[Window], first: Callable[[Window], LogEntry | None]
) -> Figure:  # fmt: skip
    """Return the minutes from the opening of a window to what `first` finds for it.

    What was there before the opening took no time; what comes after the closing does not count.
    Over several windows it is the mean, rounded half up, with an unused window at its full
    length. Nothing found for any window is None.
    """
    rows: list[tuple[int, int]] = []
    used = False
    for window in windows:
        entry = first(window)
        if entry is None or entry.at > window.closes:
            rows.append((window.closes - window.opens + 1, window.opened))
        else:
            used = True
            rows.append((max(0, entry.at - window.opens), entry.number))
    if not used:
        return Figure(None, tuple(w.opened for w in windows)[:MOST_EVIDENCE], len(windows))
    rows.sort(key=lambda row: -row[0])
    value = half_up(sum(minutes for minutes, _ in rows), len(rows))
    return Figure(value, tuple(n for _, n in rows)[:MOST_EVIDENCE], len(rows))


def in_time(window: Window, criterion: Criterion) -> int:
    """Return the last minute that earns level 3 where minutes from a window's opening count."""
    band = criterion.level(3).band
    return window.opens + ((band[1] or 0) if band is not None else 0)


def named(entry: LogEntry, window: Window) -> bool:
    """Return whether a message names the window's incident or ticket as what it is about."""
    return entry.data.get("about") in (bare(window.subject), window.subject)


def concerning(entry: LogEntry, window: Window) -> bool:
    """Return whether a message is about the window's incident or ticket, or about no other."""
    about = str(entry.data.get("about", ""))
    return not window.subject.startswith(("incident:", "ticket:")) or about in (
        "", bare(window.subject), window.subject,
    )  # fmt: skip
