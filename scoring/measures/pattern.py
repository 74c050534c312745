"""Patterns: whether certain entries are in the log, in time, often enough, in order, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.measures.common import cite, fits, permille
from scoring.measures.registry import Figure, whole_measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Pattern, Scope
    from simulator.engine.log import LogEntry


class Found(NamedTuple):
    """What a pattern found in one window."""

    holds: bool
    entries: list[LogEntry]
    """The entries that matched; for `never`, those that break it."""
    last: int
    """Number of the entry after which a following part is looked for."""


def look(log: Log, pattern: Pattern, window: Window, scope: Scope, after: int) -> Found:
    """Return whether a pattern holds in a window, among entries numbered above `after`."""
    if pattern.never is not None:
        part = look(log, pattern.never, window, scope, after)
        return Found(not part.holds, part.entries if part.holds else [], after)
    if pattern.sequence:
        entries: list[LogEntry] = []
        for step in pattern.sequence:
            part = look(log, step, window, scope, after)
            entries += part.entries
            if not part.holds:
                return Found(False, entries, after)
            after = part.last
        return Found(True, entries, after)
    latest = window.closes
    if pattern.within is not None:
        latest = min(latest, window.opens + pattern.within)
    stop = len(log.entries)
    if pattern.before:
        stop = min(
            (e.number for e in log.of(pattern.before) if window.holds(e.at) and e.number > after),
            default=stop,
        )
    entries = [
        entry
        for entry in log.of(pattern.entry)
        if after < entry.number < stop
        and window.opens <= entry.at <= latest
        and fits(log, entry, scope)
    ]
    holds = len(entries) >= pattern.at_least
    return Found(holds, entries, entries[pattern.at_least - 1].number if holds else after)


def forbids(pattern: Pattern) -> bool:
    """Return whether a pattern can hold without any entry."""
    if pattern.sequence:
        return all(forbids(part) for part in pattern.sequence)
    return pattern.never is not None or pattern.at_least < 1


@whole_measure(
    "pattern", unit="permille", better="more",
    takes={"priority", "audience", "during", "person", "service"},
    needs=(), source="authoring 5", act_minutes=1,
)  # fmt: skip
def pattern_held(log: Log, windows: Sequence[Window], criterion: Criterion) -> Figure:
    """Share of the windows in which the criterion's pattern holds.

    None where it asks for entries and there is none of them in any window.
    """
    pattern = criterion.pattern
    if pattern is None:
        return Figure(None)
    found = [look(log, pattern, window, criterion.scope, -1) for window in windows]
    held = sum(1 for row in found if row.holds)
    entries = [e for row in sorted(found, key=lambda row: row.holds) for e in row.entries]
    if not found or (not entries and not forbids(pattern)):
        return Figure(None)
    return Figure(permille(held, len(found)), cite(entries), len(found))
