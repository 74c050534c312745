"""What an import did not understand in the rows: how often, and where it began."""

from __future__ import annotations

from dataclasses import dataclass, field

LINES = 3
"""Line numbers that are kept of each."""

SENTENCES = {
    "no opening time": "no time of opening; the row is left out",
    "opening time": "the time of opening is not understood; the row is left out",
    "no number": "no ticket id; the row is left out",
    "resolution time": "the time of resolution is not understood; the ticket counts as without one",
    "other time": "another time is not understood; it is left out",
    "time zone": "one time states its zone and the other does not; the later one is left out",
    "resolved before opened": "resolved before it was opened; left out of all times to resolve",
    "answered before opened": "answered before it was opened; left out of first answers",
    "written before opened": "written before its ticket was opened; it counts all the same",
    "state": "the state is a number that stands for none; it is counted as it is written",
    "priority": "the priority is none of P1 to P4; it is counted only as it is written",
    "count": "a count is no whole number; it is left out",
    "fewer cells": "fewer cells than the heading; what is missing is empty",
    "more cells": "more cells than the heading; those beyond it are not read",
    "a second time": "the same as the row of this ticket before it; counted once",
    "newest first": "older than the row of this ticket before it; the later row still counts",
}
"""What can be the matter with a row, and what is done about it."""
LEFT_OUT = ("no opening time", "opening time", "no number")
"""Reasons for which a row is not read at all."""


def many(number: int, noun: str) -> str:
    """Return a number of things: `1 row`, `1,204 rows`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@dataclass(slots=True)
class Doubt:
    """One thing that was not understood."""

    count: int = 0
    lines: list[int] = field(default_factory=list)


class Doubts:
    """All that was not understood in the rows."""

    def __init__(self) -> None:
        """Begin with none."""
        self.found: dict[str, Doubt] = {}

    def add(self, what: str, line: int) -> None:
        """Count one more of what `SENTENCES` names."""
        doubt = self.found.setdefault(what, Doubt())
        doubt.count += 1
        if len(doubt.lines) < LINES:
            doubt.lines.append(line)

    def left_out(self) -> int:
        """Return how many rows were not read at all."""
        return sum(self.found[what].count for what in LEFT_OUT if what in self.found)

    def record(self) -> dict[str, dict[str, object]]:
        """Return them as JSON, in the order of `SENTENCES`."""
        return {
            what: {"rows": one.count, "first_lines": one.lines}
            for what in SENTENCES
            if (one := self.found.get(what))
        }

    def sentences(self) -> list[str]:
        """Return each in words, with its count and the first lines."""
        told = []
        for what, says in SENTENCES.items():
            if one := self.found.get(what):
                lines = ", ".join(map(str, one.lines))
                more = ", ..." if one.count > len(one.lines) else ""
                noun = "line" if one.count == 1 else "lines"
                told.append(f"{many(one.count, 'row')} ({noun} {lines}{more}): {says}")
        return told
