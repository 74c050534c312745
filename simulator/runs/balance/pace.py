"""Findings about the pace of a shift: stretches in which nothing asks for the lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.words import clock_of
from simulator.runs.balance.trials import Finding, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.runs.balance.trials import Trials

QUARTER = 15
"""Minutes without anything that asks for the lead, from which they are told."""


def about_pace(trials: Trials) -> Iterator[Finding]:
    """Yield each stretch whose every quarter of an hour was empty in most shifts of good leads."""
    shifts = trials.reference
    length, clock = trials.world.length, clock_of(trials.world)
    empty = [0] * max(0, length - QUARTER + 1)
    for shift in shifts:
        for minute in _begins(shift.asked, length):
            empty[minute] += 1
    for first, last in _stretches([2 * count > len(shifts) for count in empty]):
        begins, ends = first, last + QUARTER
        fewest = min(empty[first : last + 1])
        seen = counted(fewest, len(shifts), "shifts of reference leads")
        yield Finding(
            "B618",
            f"nothing asks for the lead from {clock(begins)} to {clock(ends)}, "
            f"{ends - begins} minutes",
            seen if first == last else f"each quarter of an hour of it {seen} or more",
        )


def _begins(asked: Sequence[int], length: int) -> Iterator[int]:
    """Yield the minutes of a shift that begin an empty quarter of an hour."""
    since = 0
    for minute in (*asked, length):
        yield from range(since, minute - QUARTER + 1)
        since = minute + 1


def _stretches(marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each run of marks."""
    first = None
    for place, mark in enumerate((*marked, False)):
        if mark and first is None:
            first = place
        elif not mark and first is not None:
            yield first, place - 1
            first = None
