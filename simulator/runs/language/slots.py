"""The parts of a line: how one word is read as a value, and how the value is written as a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from simulator.runs.language.desk import Desk, Name, pick
from simulator.runs.language.errors import LineError

Got = Mapping[str, object]
"""The fields of the act that were read before: which outcomes there are depends on the task."""
Names = Callable[[Desk, Got], Sequence[Name]]


class Slot(Protocol):
    """One word of a line."""

    @property
    def label(self) -> str:
        """How it stands in a usage line."""
        ...

    @property
    def many(self) -> bool:
        """Whether it takes several words, or one with commas."""
        ...

    def read(self, text: str, desk: Desk, got: Got) -> object:
        """Return the value; raises `LineError`."""
        ...

    def write(self, value: object, desk: Desk, got: Got) -> str:
        """Return the word for a value."""
        ...


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by one of its names."""

    label: str
    what: str
    """The noun of an error, with its article."""
    names: Names
    many: bool = False

    def read(self, text: str, desk: Desk, got: Got) -> object:
        """Return the id, or a tuple of ids where several are taken."""
        names = self.names(desk, got)
        if self.many:
            return tuple(pick(t, self.what, names).id for t in text.split(",") if t)
        return pick(text, self.what, names).id

    def write(self, value: object, desk: Desk, got: Got) -> str:
        """Return the names, or the ids themselves where they cannot be seen any more."""
        shown = {name.id: name.shown for name in self.names(desk, got)}
        ids = value if isinstance(value, tuple) else (value,)
        return ",".join(shown.get(str(key), str(key)) for key in ids)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few fixed words."""

    label: str
    what: str
    """The noun of an error, with its article."""
    words: tuple[str, ...]
    many: bool = False

    def read(self, text: str, desk: Desk, got: Got) -> object:
        """Return the word, from its beginning on, or a tuple of words where several are taken."""
        names = [Name(w, w) for w in self.words]
        if self.many:
            return tuple(pick(t, self.what, names).id for t in text.split(",") if t)
        return pick(text, self.what, names).id

    def write(self, value: object, desk: Desk, got: Got) -> str:
        """Return the word itself, or several with commas."""
        return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `08:47`, or `+20`."""

    label: str = "TIME"
    many: bool = False

    def read(self, text: str, desk: Desk, got: Got) -> object:
        """Return the minute of the shift."""
        return desk.minute(text)

    def write(self, value: object, desk: Desk, got: Got) -> str:
        """Return the time of day."""
        return desk.clock(int(str(value)))


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    label: str
    low: int = 0
    high: int = 1_000_000
    letter: str = ""
    """A letter that may stand before it: the P of `P1`."""
    many: bool = False

    def read(self, text: str, desk: Desk, got: Got) -> object:
        """Return the number, or a tuple where several are taken; raises `LineError`."""
        if self.many:
            return tuple(self._one(word) for word in text.split(",") if word)
        return self._one(text)

    def _one(self, text: str) -> int:
        figures = text.casefold().removeprefix(self.letter).removeprefix("#")
        if not figures.isdecimal() or not self.low <= int(figures) <= self.high:
            upto = f" from {self.low} to {self.high}" if self.high < 1_000_000 else ""
            raise LineError(
                f"“{text}” is not a {self.label.lower()}: write a number{upto}.", word=text
            )
        return int(figures)

    def write(self, value: object, desk: Desk, got: Got) -> str:
        """Return its figures."""
        values = value if isinstance(value, tuple) else (value,)
        return ",".join(str(one) for one in values)
