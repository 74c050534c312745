"""What a moment is about: its references, and from when to when it lasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import bare, listed
from scoring.measures import MEASURES
from scoring.measures.common import GIVEN, span_of
from scoring.measures.order_of_work import BRIEFED
from scoring.unused import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion
    from simulator.engine.log import LogEntry

DECIDING = ("decision-complete", "decision-time")
"""Measures of a decision, which stands on no screen before it is written down."""

BESIDE_INCIDENT = (
    "relief", "stretch-work", "stretch-time", "chases", "check-ins-kept", *DECIDING,
)  # fmt: skip
"""Measures about a person or a decision that need to know which incident was on."""

OF_INCIDENT = (
    "own-hands", "stands-still", "asked-first", "delegated-complete", "delegated-gaps", "way-on",
)  # fmt: skip
"""Measures that are about the window's incident, whatever their evidence is about."""


TAKEN_IN_ORDER = "pulled-in-order"
"""The measure of the order under which people take work from the queue."""


def measure_of(criterion: Criterion, entry: LogEntry) -> str:
    """Return which measure of a criterion found an entry: the second look's, or its own.

    Told apart where the second look is at something else than the criterion itself: at what people
    take from the queue, and the orders that stood.
    """
    also = criterion.also
    found = entry.kind in ("ticket.started", BRIEFED)
    if also is not None and also.measure == TAKEN_IN_ORDER and found:
        return also.measure
    return criterion.measure


def window_of(log: Log, criterion: Criterion, entry: LogEntry) -> Window | None:
    """Return the criterion's window that an entry belongs to: the last one open by then."""
    live = [w for w in log.windows_of(criterion.windows) if w.prevented < 0]
    same = [w for w in live if w.subject == entry.subject and w.opens <= entry.at]
    before = same or [w for w in live if w.opens <= entry.at] or live
    return before[-1] if before else None


def incidents_on(log: Log, minute: int) -> list[str]:
    """Return the incidents that had begun by a minute and were not over."""
    return [
        entry.subject
        for entry in log.of("incident.started")
        if entry.at <= minute <= span_of(log, entry.subject)[1]
    ]


def refs_of(
    log: Log, criterion: Criterion, window: Window | None, entry: LogEntry | None
) -> tuple[str, ...]:
    """Return what a moment is about, the main thing first."""
    found: list[str] = []
    scope = criterion.scope
    if scope.person:
        sort = "analyst" if scope.person in log.team else "stakeholder"
        found.append(f"{sort}:{scope.person}")
    found += [f"stakeholder:{who}" for who, one in log.audiences.items() if one in scope.audience]
    if entry is not None and entry.subject in found:
        found.sort(key=lambda ref: ref != entry.subject)
    subject = "" if window is None or window.subject == "desk" else window.subject
    if criterion.measure in OF_INCIDENT and subject:
        return (*found, subject)
    if entry is not None and not found:
        if criterion.measure == "check-ins-kept" and entry.kind in GIVEN:
            found.append(f"analyst:{entry.data.get('to')}")
        elif entry.subject not in ("lead", "desk", ""):
            found.append(entry.subject)
    if subject and not (found and criterion.measure in BESIDE_INCIDENT):
        found.append(subject)
    if not found and window is not None and window.subject == "desk":
        found += incidents_on(log, window.opens)
    return tuple(dict.fromkeys(found))


def concerned(criterion: Criterion, refs: Sequence[str]) -> tuple[str, ...]:
    """Return the references of which it is told what became of them.

    What somebody of the team felt follows from more than one act: it is told where that is what
    the criterion is about.
    """
    if criterion.measure == "relief":
        return tuple(refs)
    return tuple(ref for ref in refs if not ref.startswith("analyst:"))


def around(log: Log, criterion: Criterion, refs: Sequence[str], minute: int) -> tuple[str, ...]:
    """Return the references with the incident that was on, where another way needs to know it."""
    if criterion.measure not in BESIDE_INCIDENT:
        return tuple(refs)
    return tuple(dict.fromkeys([*refs, *incidents_on(log, minute)]))


def seen_from(log: Log, criterion: Criterion, window: Window) -> int | None:
    """Return the minute from which a window's need stood on the screen; None for never."""
    measure = MEASURES.get(criterion.measure)
    found = in_words(log, window, measure is not None and measure.by_sign)
    return None if found is None else found[0]


def number_after(log: Log, minute: int) -> int:
    """Return the number of the first entry after a minute, the log's length where there is none."""
    return next((e.number for e in log.entries if e.at > minute), len(log.entries))


def end_of(log: Log, criterion: Criterion, window: Window, refs: Sequence[str], start: int) -> int:
    """Return the minute at which a matter was over, at the latest when its window closed."""
    ends = [window.closes]
    for ref in refs:
        later = [e for e in log.about(ref) if e.at > start]
        if ref.startswith("incident:") and (over := span_of(log, ref)[1]) > start:
            ends.append(over)
        elif ref.startswith("ticket:"):
            ends += [e.at for e in later if e.kind == "ticket.resolved"][:1]
        elif ref.startswith("analyst:") and criterion.measure == "relief":
            ends += [e.at for e in later if e.kind == "analyst.break-began"][:1]
        elif ref.startswith("stakeholder:") and criterion.measure in ("chases", "raised"):
            ends += [e.at for e in later if e.kind == "stakeholder.answered"][:1]
    return min(ends)


def present(log: Log, person: str) -> bool:
    """Return whether somebody of the team was in this shift."""
    opening = log.of("shift.opened")
    away = listed(opening[0].data.get("absent")) if opening else ()
    return bare(person) not in away
