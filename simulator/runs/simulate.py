"""Many shifts with a scripted lead, without a screen: the same numbers whatever the jobs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple

from scoring.assess import assess
from scoring.log import Log
from simulator.engine.api import digest
from simulator.engine.forms import form_of
from simulator.errors import WrongUse
from simulator.runs.outcomes import Outcomes, middle, outcomes
from simulator.runs.playable import Playable, playable
from simulator.runs.playbook import guided
from simulator.runs.pool import spread_out
from simulator.strategies.protocol import play
from simulator.strategies.registry import GUIDED, find

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scoring.assess import Assessment
    from simulator.engine.state import State
    from simulator.engine.world import World
    from simulator.scenario.library import Loaded
    from simulator.strategies.registry import Factory


@dataclass(frozen=True, slots=True)
class Simulated:
    """One shift of many."""

    seed: int
    score: int | None
    acceptable: bool
    """Whether every competency that has a score is acceptable."""
    competencies: Mapping[str, tuple[int | None, bool]]
    """Score, and whether it is acceptable."""
    criteria: Mapping[str, tuple[int | None, int | None, str]]
    """Level, figure, and the reason where there is no level."""
    outcomes: Outcomes
    digest: str
    """Of the log."""

    def record(self) -> dict[str, object]:
        """Return it as a JSON object of `simulate --json`."""
        return {
            "seed": self.seed,
            "score": self.score,
            "acceptable": self.acceptable,
            "competencies": {
                name: {"score": score, "acceptable": fine}
                for name, (score, fine) in self.competencies.items()
            },
            "criteria": {
                name: {"level": level, "figure": figure, "reason": reason}
                for name, (level, figure, reason) in self.criteria.items()
            },
            "outcomes": self.outcomes,
            "digest": self.digest,
        }


def lead_for(strategy: str, scenario: Playable) -> Factory:
    """Return what makes the named lead for this scenario; reference leads know its playbook.

    Raises `NotFound` or `WrongUse`.
    """
    if strategy in GUIDED:
        return guided(strategy, scenario.loaded.playbook)
    return find(strategy)


def one(scenario: Playable, make: Factory, seed: int, luck: int = 0) -> Simulated:
    """Play one shift and return what came of it."""
    return judged(scenario, seed, play(scenario.world, make(), seed, luck))


def judged(scenario: Playable, seed: int, state: State) -> Simulated:
    """Return a shift that was played as one of many."""
    log = Log(state.log)
    return summed_up(seed, log, assess(log, scenario.rubric), digest(state))


def summed_up(seed: int, log: Log, assessment: Assessment, log_digest: str) -> Simulated:
    """Return an assessed log as one of many."""
    scored = [score for score in assessment.scores.values() if score.of]
    return Simulated(
        seed=seed,
        score=assessment.total(),
        acceptable=bool(scored) and all(score.acceptable() for score in scored),
        competencies={
            name: (score.printed(), score.acceptable()) for name, score in assessment.scores.items()
        },
        criteria={f.criterion: (f.level, f.figure, f.reason) for f in assessment.fillings},
        outcomes=outcomes(log),
        digest=log_digest,
    )


def seeds_of(world: World, form: str | None, first: int, runs: int) -> list[int]:
    """Return so many seeds from the first on, of one form only where it is named.

    Raises `WrongUse` for a form that the scenario does not have.
    """
    names = [one.id for one in world.forms]
    if form is not None and form not in names:
        has = f"It has: {', '.join(names)}." if names else "It has none."
        raise WrongUse(f'There is no form "{form[:40]}" of this scenario.', has)

    def fits(seed: int) -> bool:
        played = form_of(world, seed)
        return form is None or (played is not None and played.id == form)

    return list(islice(filter(fits, count(first)), runs))


class Shift(NamedTuple):
    """One shift to play."""

    strategy: str
    seed: int
    luck: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """A scenario and the leads that are to play it."""

    scenario: Playable
    makers: Mapping[str, Factory]


def stage(strategies: Sequence[str], scenario: Playable) -> Stage:
    """Return a scenario with what makes these leads; raises `NotFound` or `WrongUse`."""
    return Stage(scenario, {name: lead_for(name, scenario) for name in strategies})


def simulate(
    loaded: Loaded | Playable, strategy: str, seeds: Sequence[int], jobs: int = 1, luck: int = 0
) -> Iterator[Simulated]:
    """Yield one result for each seed, in the order of the seeds.

    Raises `NotFound` or `WrongUse` for the strategy, before anything is played.
    """
    shifts = [Shift(strategy, seed, luck) for seed in seeds]
    return spread_out(playable(loaded), partial(stage, (strategy,)), _simulated, shifts, jobs)


def _simulated(on: Stage, shift: Shift) -> Simulated:
    return one(on.scenario, on.makers[shift.strategy], shift.seed, shift.luck)


def report(
    loaded: Loaded | Playable, strategy: str, runs: Sequence[Simulated]
) -> dict[str, object]:
    """Return the whole of `simulate --json`."""
    world = playable(loaded).world
    return {
        "scenario": world.id,
        "version": world.version,
        "hash": world.hash,
        "strategy": strategy,
        "runs": [run.record() for run in runs],
        "summary": summary(runs),
    }


def summary(runs: Sequence[Simulated]) -> dict[str, object]:
    """Return medians and ranges over runs; `acceptable` counts runs."""
    competencies = dict.fromkeys(name for run in runs for name in run.competencies)
    figures = dict.fromkeys(name for run in runs for name in run.outcomes)
    return {
        "runs": len(runs),
        "score": spread([run.score for run in runs]),
        "acceptable": sum(run.acceptable for run in runs),
        "competencies": {
            name: {
                **spread([run.competencies[name][0] for run in runs if name in run.competencies]),
                "acceptable": sum(run.competencies.get(name, (None, False))[1] for run in runs),
            }
            for name in competencies
        },
        "outcomes": {name: spread([run.outcomes.get(name) for run in runs]) for name in figures},
    }


def spread(values: Sequence[int | None]) -> dict[str, int | None]:
    """Return median, lowest and highest of the values there are."""
    known = [value for value in values if value is not None]
    return {
        "median": middle(known),
        "low": min(known, default=None),
        "high": max(known, default=None),
    }
