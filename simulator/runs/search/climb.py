"""The search: leads are drawn, the best on each competency are changed, and what is better stays.

Everything is drawn from one generator with the search's seed, in lots of a fixed size, so that the
same seed finds the same leads whatever the number of processes.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from simulator.runs.pool import Crew
from simulator.runs.search.habits import anybody, changed
from simulator.runs.search.trying import Attempt, Played, attempted, prepared, together
from simulator.strategies.registry import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.runs.playable import Playable
    from simulator.runs.search.habits import Habits
    from simulator.runs.simulate import Simulated, Stage

    Workers = Crew[Stage, Attempt, Simulated]

TRIED_ON = (1, 2, 3)
"""Seeds that every lead of the search plays."""

FRESH = range(1001, 1021)
"""Seeds that what was found plays, and none of which the search has seen."""

LOT = 40
"""Leads that are drawn before the next ones are changed from the best of them."""

AT_RANDOM = 3
"""One part in so many is drawn anew, the rest is climbed."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best lead so far on one competency, or on the whole."""

    habits: Habits
    worth: tuple[int, int]
    """Points on it, and of the whole, over the seeds tried."""


@dataclass(frozen=True, slots=True)
class Find:
    """What the search found for one aim, played on fresh seeds."""

    aim: str
    """A competency, or "" for the whole."""
    habits: Habits
    played: Played

    @property
    def seed(self) -> int:
        """The first of the fresh seeds, on which it is shown."""
        return self.played.runs[0].seed


@dataclass(frozen=True, slots=True)
class Searched:
    """What a whole search came to."""

    tried: int
    """Leads that were tried."""
    finds: tuple[Find, ...]
    reference: dict[str, Played]
    """The reference leads on the same fresh seeds."""


class Search:
    """One search over a scenario: `steps` does it, `found` is what came of it."""

    def __init__(
        self,
        scenario: Playable,
        tries: int,
        seed: int = 1,
        jobs: int = 1,
        fresh: Sequence[int] = FRESH,
    ) -> None:
        self.tries = tries
        self.fresh = fresh
        self._draw = Random(seed)
        self._scenes = len(scenario.world.storyline)
        names = dict.fromkeys(one.competency for one in scenario.rubric.criteria)
        self.aims = (*names, "")
        self._best: dict[str, Best] = {}
        self._crew: Workers = Crew(scenario, prepared, attempted, jobs)
        self._found: Searched | None = None

    @property
    def shifts(self) -> int:
        """How many shifts it plays at most."""
        thinned = sum(len(one.habits) for one in self._best.values()) or 5 * len(self.aims)
        later = (len(self.aims) + len(REFERENCE)) * len(self.fresh)
        return (self.tries + thinned) * len(TRIED_ON) + later

    def steps(self) -> Iterator[Simulated]:
        """Play it all, yielding each shift as it is done."""
        with self._crew:
            done = 0
            while done < self.tries:
                lot = [self._next(done + n) for n in range(min(LOT, self.tries - done))]
                done += len(lot)
                yield from self._try(lot)
            yield from self._thin_out()
            yield from self._on_fresh_seeds()

    def found(self) -> Searched:
        """Return what the search came to; its steps have to be done."""
        assert self._found is not None
        return self._found

    def _next(self, number: int) -> Habits:
        """Return the next lead to try: drawn, or changed from the best on one aim."""
        aim = self.aims[number % len(self.aims)]
        if not self._best or self._draw.randrange(AT_RANDOM) == 0:
            return anybody(self._draw, self._scenes)
        other = self._best[self._draw.choice(self.aims)]
        return changed(self._draw, self._best[aim].habits, other.habits, self._scenes)

    def _try(self, lot: Sequence[Habits]) -> Iterator[Simulated]:
        runs: list[Simulated] = []
        for run in self._crew.do([Attempt(seed, one) for one in lot for seed in TRIED_ON]):
            runs.append(run)
            yield run
        for habits, played in zip(lot, together(runs, len(TRIED_ON)), strict=True):
            for aim in self.aims:
                self._keep(aim, Best(habits, (played.total(aim), played.total())))

    def _keep(self, aim: str, new: Best) -> None:
        """Keep a lead that is as good as the best so far: a plateau is crossed by walking on it."""
        best = self._best.get(aim)
        if best is None or new.worth >= best.worth:
            self._best[aim] = new

    def _thin_out(self) -> Iterator[Simulated]:
        """Leave out each habit without which a lead is worth as much."""
        for aim in self.aims:
            for habit in self._best[aim].habits:
                rest = tuple(one for one in self._best[aim].habits if one is not habit)
                if rest:
                    yield from self._try([rest])

    def _on_fresh_seeds(self) -> Iterator[Simulated]:
        found = [self._best[aim].habits for aim in self.aims]
        attempts = [Attempt(seed, habits) for habits in found for seed in self.fresh]
        attempts += [Attempt(seed, lead=name) for name in REFERENCE for seed in self.fresh]
        runs: list[Simulated] = []
        for run in self._crew.do(attempts):
            runs.append(run)
            yield run
        played = together(runs, len(self.fresh))
        finds = zip(self.aims, found, played, strict=False)
        self._found = Searched(
            self.tries,
            tuple(Find(*one) for one in finds),
            dict(zip(REFERENCE, played[len(found) :], strict=True)),
        )
