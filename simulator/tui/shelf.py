"""What the first page offers: shifts to go on with, to begin, to look back at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.debrief.attempts import Attempt
    from scoring.debrief.build import Debrief, First, Own
    from scoring.debrief.moment import Moment
    from scoring.debrief.two_futures import TwoFutures
    from simulator.engine.world import World
    from simulator.runs.drill import Exercise
    from simulator.runs.telling_what_if import Swapped
    from simulator.tui.desk import Desk, Drill

Sort = Literal["unfinished", "scenario", "finished"]


@dataclass(frozen=True, slots=True)
class Card:
    """One line of the first page."""

    sort: Sort
    id: str
    """A run's or a scenario's id."""
    title: str
    detail: str = ""
    """A few words behind the title: kind, grade, how long; or the minute that was reached."""
    summary: str = ""
    """Two or three lines, shown while the card is marked."""


@dataclass(frozen=True, slots=True)
class Swaps:
    """The acts of a shift that cost the most, each beside another one."""

    above: str
    acts: tuple[Swapped, ...]
    below: str
    first: First | None = None
    """The first screen anew, where an act that it tells was sound and chance went against it."""


class Handing(Protocol):
    """What handing a shift in means, and the doing of it."""

    @property
    def cohorts(self) -> tuple[str, ...]:
        """Ids of the cohorts it can go to, the one it was meant for first."""
        ...

    @property
    def trainee(self) -> str:
        """The id that it was played under; "" for none."""
        ...

    def lines(self, cohort: str, trainee: str) -> list[str]:
        """Return what leaves, to whom, for how long, and what stays; raises why it may not."""
        ...

    def hand_in(self, cohort: str, trainee: str) -> str:
        """Hand it in, and return what to say about it."""
        ...


class Finished(Protocol):
    """A finished shift to look back at."""

    @property
    def title(self) -> str:
        """The scenario's title."""
        ...

    @property
    def run(self) -> str:
        """The run's id."""
        ...

    @property
    def own(self) -> Own | None:
        """What its trainee said before seeing anything; None while nothing was said."""
        ...

    def competencies(self) -> tuple[str, ...]:
        """Return the competencies that can be rated."""
        ...

    def debrief(self, own: Own | None) -> Debrief:
        """Return the debrief, beside one's own words."""
        ...

    def keep_own(self, own: Own) -> None:
        """Keep one's own words and rating beside the run."""
        ...

    def keep_plan(self, plan: str, day: str) -> None:
        """Keep a plan beside the run."""
        ...

    def again_from(self, minute: int) -> Desk:
        """Return a shift that goes its own way from a minute of this one."""
        ...

    @property
    def trial(self) -> str:
        """Of which shift it is a trial, and from when; "" for none."""
        ...

    def both_futures(self) -> TwoFutures | None:
        """Return a trial beside its shift; None where that one cannot be read any more."""
        ...

    def trials(self) -> tuple[Card, ...]:
        """Return the trials of this shift that were played to their ends."""
        ...

    def attempts(self) -> tuple[Attempt, ...]:
        """Return one's shifts of this scenario, this one among them."""
        ...

    def strong(self) -> tuple[TwoFutures, ...]:
        """Return this shift beside two strong runs of it; takes a third of a second."""
        ...

    def chance(self) -> tuple[int, int] | None:
        """Return between what chance alone moves the score; takes a second."""
        ...

    def swaps(self) -> Iterator[int | Swaps]:
        """Yield how many acts have been compared, then what came of it; takes seconds."""
        ...

    def exercises(self, debrief: Debrief) -> tuple[Exercise, ...]:
        """Return the moments that cost something, to practise."""
        ...

    def exercise(self, moment: Moment) -> Exercise:
        """Return a moment of the debrief, to practise."""
        ...

    def exercise_at(self, minute: int) -> Exercise:
        """Return what follows a minute, to practise."""
        ...

    def practise(self, exercise: Exercise) -> Drill:
        """Begin an exercise."""
        ...

    def handing(self) -> Handing | None:
        """Return the way to hand it in, None where there is no cohort; raises why it may not."""
        ...


class Shelf(Protocol):
    """Where shifts come from and finished ones go."""

    def scenarios(self) -> tuple[Card, ...]:
        """Return the scenarios of the library."""
        ...

    def unfinished(self) -> tuple[Card, ...]:
        """Return the runs that can be gone on with, the last one played first."""
        ...

    def finished(self) -> tuple[Card, ...]:
        """Return the finished runs, the last one first."""
        ...

    def world(self, scenario: str) -> World:
        """Return a scenario's world, for the briefing."""
        ...

    def plan(self) -> str:
        """Return the plan made last, for the briefing to ask about; "" for none."""
        ...

    def start(self, scenario: str) -> Desk:
        """Begin a shift."""
        ...

    def resume(self, run: str) -> Desk:
        """Go on with a shift at the minute that was reached."""
        ...

    def finish(self, desk: Desk) -> Finished:
        """Finish a shift that is over."""
        ...

    def look_back(self, run: str) -> Finished:
        """Return a finished run."""
        ...
