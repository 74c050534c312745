"""A moment of a finished shift as a short exercise: it starts there, and ends when it has passed.

Of a moment longer than an hour the first hour is practised, and the exercise says so.

It is played like any shift and leaves nothing behind: its file lies in a folder of its own, is
never sealed, and goes when the exercise is closed. So it cannot be scored, stored or handed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Self

from scoring.debrief.two_futures import Future, moment_again
from scoring.log import Log
from simulator.errors import WrongUse
from simulator.runs.debriefing import debrief_at
from simulator.runs.replay import replay
from simulator.runs.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoring.debrief.moment import Moment
    from scoring.debrief.two_futures import TwoFutures
    from scoring.rubric import Rubric
    from simulator.engine.log import LogEntry
    from simulator.engine.state import State
    from simulator.runs.contents import RunFile

BEFORE = 2
"""Minutes before its moment at which an exercise starts: time to look around. (J)"""
LONG = 30
"""Minutes from its moment after which an exercise ends, where its window is not over before and the
moment itself has passed. (J)"""
LONGEST = 60
"""Minutes of a moment that are practised at most: of a longer one its first hour. (J)"""
SHORT = 10
"""Minutes from its moment that an exercise lasts at least. (J)"""
FIRST_HOUR = " (its first hour)"
"""What is said of an exercise that ends before its moment does."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """A moment to practise."""

    title: str
    at: int
    """The minute at which it starts."""
    until: int
    """The minute at which it has passed."""
    criterion: str = ""
    """The criterion that it shows; "" for none."""


def exercise_at(
    run: RunFile, minute: int, title: str = "", window: int | None = None, criterion: str = "",
    passed: int = 0,
) -> Exercise:  # fmt: skip
    """Return the exercise that has its moment at a minute of a finished run.

    It ends when the moment's window closes, half an hour after the moment at the latest, but never
    sooner than ten minutes after it, nor before the moment has `passed`; and never after the shift.
    """
    last = minute + LONG if window is None else min(window, minute + LONG)
    reached = min(passed, minute + LONGEST)
    until = min(max(last, minute + SHORT, reached), run.minute)
    told = f"{title}{FIRST_HOUR}" if reached < passed else title
    return Exercise(told, max(0, minute - BEFORE), until, criterion)


def exercises(run: RunFile, rubric: Rubric, moments: Iterable[Moment]) -> tuple[Exercise, ...]:
    """Return those of a debrief's moments that cost something, as exercises."""
    return tuple(exercise_of(run, rubric, one) for one in moments if not one.went_well)


def exercise_of(run: RunFile, rubric: Rubric, one: Moment) -> Exercise:
    """Return one moment of a debrief as an exercise."""
    kinds = rubric.criterion(one.criterion).windows if one.criterion else ()
    windows = Log(run.log).windows_of(kinds) if kinds else []
    closes = min((window.closes for window in windows if window.holds(one.at)), default=None)
    return exercise_at(run, one.at, one.title, closes, one.criterion, one.until)


class Drill(Session):
    """An exercise being played."""

    leaving = "Nothing of a moment that is practised is kept."

    run_file: RunFile
    exercise: Exercise
    until: int | None = None
    """The minute at which it is over; None while it is being set up."""
    _own: TemporaryDirectory[str]

    @classmethod
    def begin(cls, run: RunFile, exercise: Exercise) -> Self:
        """Start an exercise; raises `WrongUse` where none of it is left before its end."""
        if exercise.at >= exercise.until:
            raise WrongUse("That moment has no minute left to play.", "Take an earlier one.")
        own = TemporaryDirectory(prefix="shiftlead-")
        try:
            drill = cls.fork(run, exercise.at, Path(own.name))
        except BaseException:
            own.cleanup()
            raise
        drill.run_file, drill.exercise, drill.until, drill._own = run, exercise, exercise.until, own
        return drill

    @property
    def over(self) -> bool:
        """Whether the moment has passed."""
        return super().over or (self.until is not None and self.now >= self.until)

    def _go(self, minute: int) -> tuple[LogEntry, ...]:
        return super()._go(minute if self.until is None else min(minute, self.until))

    def beside(self) -> TwoFutures:
        """Return what went another way than the first time, as far as it has been played."""
        one, rubric = self.exercise, self.loaded.rubric
        first = replay(self.run_file, self.now, self.loaded)
        return moment_again(
            _future(first, rubric), _future(self.state, rubric), one.at, self.now, one.criterion
        )

    def close(self) -> None:
        """Close it; nothing of it is kept."""
        super().close()
        if self.until is not None:
            self._own.cleanup()


def _future(state: State, rubric: Rubric) -> Future:
    return Future(Log(state.log), debrief_at(state, rubric))
