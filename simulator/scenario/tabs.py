"""Tabs at the beginning of lines: how many spaces each certainly stands for.

An editor shows a tab as two, four or eight columns. Where only one depth fits the lines above,
whichever it was, that depth is certain; else nobody but the author can say what belongs to what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Source

STEP = 2
"""Spaces that a block is indented by."""
SIZES = (2, 4, 8)
"""Columns that editors give a tab."""
_TEXT_BLOCK = re.compile(r"(?:^|[:\-] +)[>|][+-]?\d?\s*(?:#.*)?$")
_DASHES = re.compile(r"(?:- +)+|-$")


@dataclass(slots=True)
class _Open:
    """The blocks that stand open above a line."""

    keys: list[int] = field(default_factory=list)
    """Columns of keys, the outermost first."""
    dashes: list[int] = field(default_factory=list)
    """Columns of list items."""
    waits: int = -1
    """Column of a key or dash that has nothing behind it on its line; -1 for none."""

    def take(self, indent: int, rest: str) -> None:
        """Go on to the next line."""
        self.keys = [one for one in self.keys if one < indent]
        self.dashes = [one for one in self.dashes if one < indent]
        while dash := re.match(r"-( +|$)", rest):
            self.dashes.append(indent)
            indent, rest = indent + dash.end(), rest[dash.end() :]
        if rest and not rest.startswith("#"):
            self.keys.append(indent)
        self.waits = indent if not rest or re.search(r":\s*(?:#.*)?$", rest) else -1


def indents(source: Source) -> dict[int, int]:
    """Return the spaces that certainly belong before each line that begins with a tab, by number.

    A line of which it is not certain is left out, and so are those behind it up to the next line
    without a tab.
    """
    sure: dict[int, int] = {}
    above, known, lost = _Open(), dict[str, int](), False
    for number in range(1, len(source.starts) + 1):
        line = source.line(number)
        rest = line.lstrip(" \t")
        before = line[: len(line) - len(rest)]
        if not rest or rest.startswith("#"):
            continue
        if "\t" not in before:
            above.take(len(before), rest)
            known, lost = {}, bool(_TEXT_BLOCK.search(rest))
            continue
        indent = None if lost else _indent(before, rest, above, known)
        if indent is None:
            lost = True
            continue
        known[before] = sure[number] = indent
        above.take(indent, rest)
        lost = bool(_TEXT_BLOCK.search(rest))
    return sure


def _indent(before: str, rest: str, above: _Open, known: dict[str, int]) -> int | None:
    """Return the only depth that fits a line; None for several, or none."""
    shown = {len(before.expandtabs(size)) for size in SIZES}
    item = rest.startswith("-") and rest[1:2] in (" ", "")
    if above.waits >= 0:
        deeper = {one > above.waits for one in shown}
        if deeper == {True}:
            return above.waits + STEP
    places = above.dashes if item else above.keys
    fits = {one for one in places if one in shown}
    if before in known:
        fits &= {known[before]}
    if above.waits >= 0 and any(one > above.waits for one in shown):
        return None
    return fits.pop() if len(fits) == 1 else None
