"""The registry of measures: what each is called, counts in, can be filtered by, and reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from scoring.log import Log, Window
from scoring.rubric import Criterion, Scope

Unit = Literal["minutes", "count", "permille", "points"]
Better = Literal["less", "more"]

MOST_EVIDENCE = 12
"""Entries that a figure cites at most."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a measure found."""

    value: int | None
    """In the measure's unit. None: nothing to measure though there was a window."""
    evidence: tuple[int, ...] = ()
    """Numbers of the entries behind the value, worst first, at most twelve."""
    counted: int = 0
    """How many things it was taken over."""


class NoNeed(NamedTuple):
    """Why a window gave no opportunity in the end, though the world opened it."""

    reason: Literal["prevented", "no opportunity"]
    entry: int
    """Number of the entry that shows it."""


Take = Callable[[Log, Sequence[Window], Scope], Figure]
TakeWhole = Callable[[Log, Sequence[Window], Criterion], Figure]
Need = Callable[[Log, Window, Criterion], NoNeed | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure and everything a rubric's author has to know about it."""

    name: str
    unit: Unit
    better: Better
    takes: frozenset[str]
    """Filters of `Scope` that it heeds."""
    needs: tuple[str, ...]
    """Kinds of entries that it reads."""
    source: str
    says: str
    """What it measures: the docstring's first paragraph."""
    act_minutes: int
    """Lead minutes that using the opportunity takes: less than that, and there was no time."""
    by_sign: bool
    """Whether the need shows as a sign, which has to stand for a quarter of an hour first."""
    over_all: bool
    """Whether it looks at everything from the opening on, not only up to the closing."""
    late_counts: bool
    """Whether acts of the shift's last tenth count like any other: where they cost instead of
    earning, or belong to the end of things."""
    take: Take | None
    take_whole: TakeWhole | None
    """For the two measures that read more of a criterion than its scope."""

    def figure(self, log: Log, windows: Sequence[Window], criterion: Criterion) -> Figure:
        """Return the figure for a criterion over these windows."""
        if self.take is not None:
            return self.take(log, windows, criterion.scope)
        assert self.take_whole is not None
        return self.take_whole(log, windows, criterion)


NEEDS: dict[str, Need] = {}
"""By measure: what finds that there was nothing to do in a window; most measures have none."""


def no_need(*names: str) -> Callable[[Need], Need]:
    """Register what tells, for these measures, that a window asked for nothing after all."""

    def keep(need: Need) -> Need:
        for name in names:
            assert name not in NEEDS, name
            NEEDS[name] = need
        return need

    return keep


MEASURES: dict[str, Measure] = {}
"""Every measure by its name; filled when `scoring.measures` is imported."""


def _register(
    name: str, unit: Unit, better: Better, takes: set[str], needs: Sequence[str], source: str,
    says: str | None, act_minutes: int, by_sign: bool, over_all: bool, late_counts: bool,
    take: Take | None, take_whole: TakeWhole | None,
) -> None:  # fmt: skip
    assert name not in MEASURES, name
    assert says, name
    text = " ".join(says.split("\n\n")[0].split())
    MEASURES[name] = Measure(
        name, unit, better, frozenset(takes), tuple(needs), source, text, act_minutes, by_sign,
        over_all, late_counts, take, take_whole,
    )  # fmt: skip


def measure(
    name: str, *, unit: Unit, better: Better, takes: set[str], needs: Sequence[str], source: str,
    act_minutes: int = 0, by_sign: bool = False, over_all: bool = False, late_counts: bool = False,
) -> Callable[[Take], Take]:  # fmt: skip
    """Register a function from a log, its live windows and a scope to a figure."""

    def keep(take: Take) -> Take:
        _register(name, unit, better, takes, needs, source, take.__doc__, act_minutes, by_sign,
                  over_all, late_counts, take, None)  # fmt: skip
        return take

    return keep


def whole_measure(
    name: str, *, unit: Unit, better: Better, takes: set[str], needs: Sequence[str], source: str,
    act_minutes: int = 0,
) -> Callable[[TakeWhole], TakeWhole]:  # fmt: skip
    """Register a function that reads the whole criterion, not only its scope."""

    def keep(take: TakeWhole) -> TakeWhole:
        _register(name, unit, better, takes, needs, source, take.__doc__, act_minutes, False,
                  False, False, None, take)  # fmt: skip
        return take

    return keep
