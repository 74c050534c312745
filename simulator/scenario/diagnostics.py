"""Problems of a file: what is wrong, where, and what to write instead."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from simulator.scenario.nodes import Placed, Scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

Severity = Literal["error", "warning"]
MOST = 100
"""Problems that are kept; the rest is counted."""

WARNINGS = frozenset(("Y008", "K112", "K113", "R310", "R327", "R328", "R336", "R337"))
"""Codes that warn besides the lints (L) and what calibration shows (B); all others are errors."""


def severity_of(code: str) -> Severity:
    """Return whether a scenario can be played in spite of a problem."""
    return "warning" if code[0] in "LB" or code in WARNINGS else "error"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: lines and columns from 1, columns in characters; the end is past."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Remark:
    """A second place that has to do with a problem."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A text that goes in the place of another: what `--fix` writes."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem."""

    code: str
    severity: Severity
    message: str
    place: Place
    help: str = ""
    """What to write instead; may have several lines."""
    notes: tuple[Remark, ...] = ()
    edit: Edit | None = None
    """What certainly puts it right; None where the author has to decide."""

    @property
    def is_error(self) -> bool:
        """Whether the scenario can't be played because of it."""
        return self.severity == "error"


class Source:
    """One text, with what is needed to tell places in it."""

    __slots__ = ("_starts", "key", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        """What messages call it: the path as the author gave it."""
        self.key = name
        """What a run file calls it."""
        self.text = text
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Where each line begins; lines end at a line feed and nowhere else, as in editors."""
        if self._starts is None:
            starts, at = [0], self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._starts = starts
        return self._starts

    def place(self, index: int, end: int) -> Place:
        """Return the place of the characters from `index` to before `end`."""
        line = bisect_right(self.starts, index) - 1
        end_line = bisect_right(self.starts, max(end, index)) - 1
        column = index - self.starts[line]
        return Place(
            self.name,
            line + 1,
            column + 1,
            end_line + 1,
            max(end, index) - self.starts[end_line] + 1,
        )

    def offset(self, line: int, column: int) -> int:
        """Return how many characters stand before a line and column, both from 1."""
        return self.starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """Return a line by its number from 1, without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r")


@dataclass(slots=True)
class Problems:
    """Collects problems, each place and code once."""

    sources: dict[str, Source] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    left_out: int = 0
    _seen: set[tuple[str, str, int, int]] = field(default_factory=set)

    def source(self, name: str, text: str) -> Source:
        """Register a text that is read, and return it."""
        source = self.sources[name] = Source(name, text)
        return source

    def place(self, node: Placed, at: tuple[int, int] | None = None) -> Place:
        """Return where a node stands, or a part of its text given as offset and length."""
        source = self.sources[node.source]
        start, end = node.mark.index, node.end.index
        if at is not None and isinstance(node, Scalar):
            offset = start if node.plain else start + 1
            if end - start == len(node) + (0 if node.plain else 2):
                return source.place(offset + at[0], offset + at[0] + at[1])
        if not isinstance(node, Scalar):
            # A group or list is underlined on its first line only.
            stop = source.text.find("\n", start, end)
            end = end if stop < 0 else stop
        return source.place(start, end)

    def add(
        self,
        code: str,
        message: str,
        node: Placed | Place | None = None,
        *,
        help: str = "",  # noqa: A002
        at: tuple[int, int] | None = None,
        notes: tuple[tuple[Placed | Place, str], ...] = (),
        edit: str | Edit | None = None,
    ) -> None:
        """Add a problem at a node, at a place, or at the top of the first text.

        An `edit` that is a text stands for the place of the problem.
        """
        place = self._placed(node, at)
        if at is not None and at[1] != place.end_column - place.column:
            edit = None  # A text with escapes: where in it cannot be told, so nothing is certain.
        key = (code, place.path, place.line, place.column)
        if key in self._seen:
            return
        self._seen.add(key)
        if len(self.found) >= MOST:
            self.left_out += 1
            return
        remarks = tuple(Remark(self._placed(where, None), said) for where, said in notes)
        if isinstance(edit, str):
            edit = Edit(place, edit)
        self.found.append(
            Diagnostic(
                code,
                severity_of(code),
                clean(message),
                place,
                clean(help, lines=True),
                remarks,
                edit,
            )
        )

    def _placed(self, node: Placed | Place | None, at: tuple[int, int] | None) -> Place:
        if isinstance(node, Place):
            return node
        if node is None:
            name = next(iter(self.sources), "")
            return Place(name, 1, 1, 1, 1)
        return self.place(node, at)

    @property
    def full(self) -> bool:
        """Whether as many are kept as there may be; further ones are only counted."""
        return len(self.found) >= MOST

    @property
    def failed(self) -> bool:
        """Whether any of them is an error."""
        return any(problem.severity == "error" for problem in self.found)

    def ordered(self) -> tuple[Diagnostic, ...]:
        """Return all of them by file, line and column."""
        names = {name: number for number, name in enumerate(self.sources)}
        return tuple(sorted(self.found, key=lambda d: (
            names.get(d.place.path, len(names)), d.place.path, d.place.line, d.place.column, d.code
        )))  # fmt: skip

    def texts(self) -> Mapping[str, str]:
        """Return every text that was read, by name."""
        return {source.key: source.text for source in self.sources.values()}


def clean(text: str, lines: bool = False) -> str:
    """Return a text that can be printed: control characters named, at most 500 characters."""
    out = "".join(
        char if char.isprintable() or (lines and char == "\n") else f"<U+{ord(char):04X}>"
        for char in text
    )
    return out if len(out) <= 500 else out[:497] + "..."
