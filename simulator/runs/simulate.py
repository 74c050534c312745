"""Many shifts with a scripted lead, without a screen: the same numbers whatever the jobs.

Workers are spawned, so that every system does the same, and get the scenario's texts: compiled
conditions cannot be sent from one process to another.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import count, islice
from typing import TYPE_CHECKING

from scoring.assess import assess
from scoring.log import Log
from simulator.engine.api import digest
from simulator.engine.forms import form_of
from simulator.errors import WrongUse
from simulator.runs.outcomes import Outcomes, middle, outcomes
from simulator.runs.playable import Playable, playable, scenario_from
from simulator.runs.playbook import guided
from simulator.strategies.protocol import play
from simulator.strategies.registry import GUIDED, find

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scoring.assess import Assessment
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
    state = play(scenario.world, make(), seed, luck)
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


def simulate(
    loaded: Loaded | Playable, strategy: str, seeds: Sequence[int], jobs: int = 1, luck: int = 0
) -> Iterator[Simulated]:
    """Yield one result for each seed, in the order of the seeds.

    Raises `NotFound` or `WrongUse` for the strategy, before anything is played.
    """
    scenario = playable(loaded)
    make = lead_for(strategy, scenario)
    if jobs < 1:
        raise WrongUse("There has to be at least one job.", "Leave --jobs out for one.")
    jobs = min(jobs, len(seeds))
    if jobs <= 1:
        return (one(scenario, make, seed, luck) for seed in seeds)
    return _spread(dict(scenario.texts), strategy, seeds, jobs, luck)


def _spread(
    texts: dict[str, str], strategy: str, seeds: Sequence[int], jobs: int, luck: int
) -> Iterator[Simulated]:
    share = max(1, min(32, len(seeds) // (jobs * 4)))
    with ProcessPoolExecutor(
        max_workers=jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_prepare,
        initargs=(texts, strategy, luck),
    ) as pool:
        try:
            yield from pool.map(_work, seeds, chunksize=share)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_ready: list[tuple[Playable, Factory, int]] = []
"""What a worker has made of the texts it was given; one item."""


def _prepare(texts: dict[str, str], strategy: str, luck: int) -> None:
    scenario = scenario_from(texts)
    _ready[:] = [(scenario, lead_for(strategy, scenario), luck)]


def _work(seed: int) -> Simulated:
    scenario, make, luck = _ready[0]
    return one(scenario, make, seed, luck)


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
