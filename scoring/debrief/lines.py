"""Plain text at a given width: paragraphs that wrap, columns, rows of bars."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BARS = "▁▂▃▄▅▆▇█"
PLAIN_BARS = "12345678"
"""For outputs without block characters."""

NARROWEST = 30


def points_words(points: int | None, form: str = "{}") -> str:
    """Return points of 100 in a form of words, or that there is no score."""
    return "no score" if points is None else form.format(points)


def scale_of(values: Sequence[int]) -> tuple[int, int]:
    """Return the lowest and the highest value: what a row of bars is drawn between."""
    return min(values), max(values)


def spark(
    values: Sequence[int], room: int, bars: str = BARS, scale: tuple[int, int] | None = None
) -> str:
    """Return a row of bars for values, at most `room` wide; without a scale it is the row's own."""
    if not values:
        return ""
    if len(values) > room:
        values = [values[i * (len(values) - 1) // max(1, room - 1)] for i in range(room)]
    low, high = scale or scale_of(values)
    if low == high:
        return bars[0 if high <= 0 else 3] * len(values)
    steps = len(bars) - 1
    return "".join(bars[(value - low) * steps // (high - low)] for value in values)


class Page:
    """Lines of text, wrapped at a width."""

    def __init__(self, width: int) -> None:
        """Begin an empty page; a width below 30 counts as 30."""
        self.width = max(NARROWEST, width)
        self.lines: list[str] = []

    def say(self, text: str, first: str = "", later: str | None = None) -> None:
        """Add a paragraph, with what stands before its first and its later lines."""
        rest = " " * len(first) if later is None else later
        if len(first) > max(self.width // 2, 12):
            if first.strip():
                self.say(first.strip())
            first = rest = "    "
        self.lines += textwrap.wrap(
            text, self.width, initial_indent=first, subsequent_indent=rest,
            break_on_hyphens=False,
        ) or [first.rstrip()]  # fmt: skip

    def head(self, text: str) -> None:
        """Add a heading, with a free line before it."""
        if self.lines:
            self.lines.append("")
        self.say(text)
        self.lines.append("-" * min(self.width, len(text)))

    def pairs(self, rows: Iterable[tuple[str, str]]) -> None:
        """Add rows of a name and a text, in two columns where they fit."""
        kept = list(rows)
        column = min(max((len(name) for name, _ in kept), default=0), self.width // 2)
        for name, text in kept:
            if len(name) > column:
                self.say(name)
                self.say(text, " " * (column + 2))
            else:
                self.say(text or "-", f"{name:<{column}}  ")

    def text(self) -> str:
        """Return the page, each line ended."""
        return "\n".join(self.lines) + "\n"
