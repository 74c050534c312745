"""Playing what the search tries: one lead, one seed, and what the rubric said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from simulator.runs.outcomes import middle
from simulator.runs.search.blind import Blind
from simulator.runs.simulate import Simulated, judged, stage
from simulator.strategies.protocol import play
from simulator.strategies.registry import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.acts.base import Given
    from simulator.runs.playable import Playable
    from simulator.runs.search.habits import Habits
    from simulator.runs.simulate import Stage


class Attempt(NamedTuple):
    """One shift to play: with habits, or with a shipped lead."""

    seed: int
    habits: Habits = ()
    lead: str = ""


def prepared(scenario: Playable) -> Stage:
    """Return the scenario with its reference leads."""
    return stage(REFERENCE, scenario)


def attempted(on: Stage, attempt: Attempt) -> Simulated:
    """Play one shift and judge it."""
    lead = on.makers[attempt.lead]() if attempt.lead else Blind(attempt.habits)
    return judged(on.scenario, attempt.seed, play(on.scenario.world, lead, attempt.seed))


def replayed(scenario: Playable, habits: Habits, seed: int) -> list[Given]:
    """Play a shift of habits once more; return the acts that were given."""
    given: list[Given] = []
    play(scenario.world, Blind(habits), seed, given=given)
    return given


@dataclass(frozen=True)
class Played:
    """What came of several shifts of one lead."""

    runs: tuple[Simulated, ...]

    @property
    def competencies(self) -> tuple[str, ...]:
        """The competencies that the rubric has, in its order."""
        return tuple(dict.fromkeys(name for run in self.runs for name in run.competencies))

    def acceptable(self, competency: str) -> int:
        """Return in how many shifts a competency was acceptable."""
        return sum(run.competencies.get(competency, (None, False))[1] for run in self.runs)

    def median(self, competency: str) -> int | None:
        """Return the median score of a competency; None without a score."""
        scores = [run.competencies.get(competency, (None, False))[0] for run in self.runs]
        return middle([score for score in scores if score is not None])

    @cached_property
    def score(self) -> int | None:
        """The median score of the whole."""
        return middle([run.score for run in self.runs if run.score is not None])

    @cached_property
    def outcomes(self) -> dict[str, int]:
        """The medians of the desk's figures that more than half of the shifts have."""
        found: dict[str, int] = {}
        for figure in dict.fromkeys(name for run in self.runs for name in run.outcomes):
            values = [run.outcomes.get(figure) for run in self.runs]
            known = [value for value in values if value is not None]
            median = middle(known)
            if median is not None and 2 * len(known) > len(values):
                found[figure] = median
        return found

    def total(self, competency: str = "") -> int:
        """Return the points of a competency, or of the whole, summed over the shifts."""
        if not competency:
            return sum(run.score or 0 for run in self.runs)
        return sum(run.competencies.get(competency, (0, False))[0] or 0 for run in self.runs)


def together(runs: Sequence[Simulated], each: int) -> list[Played]:
    """Return runs in groups of so many."""
    return [Played(tuple(runs[n : n + each])) for n in range(0, len(runs), each)]
