"""Many shifts: calibration on two processes, and what keyed chance saves.

The two processes are timed by the clock on the wall: on a machine whose cores have other work the
ratio says how much of that there was.
"""

from __future__ import annotations

import time
from statistics import variance
from typing import TYPE_CHECKING

from benchmarks.measure import Row
from benchmarks.scoring import SCENARIO, played
from scoring.log import Log
from simulator.engine import api
from simulator.runs.alternatives import alternatives
from simulator.runs.calibrate import shifts_of, trials
from simulator.runs.costliest import weighed
from simulator.runs.following import Follower
from simulator.runs.outcomes import outcomes
from simulator.runs.past import Past
from simulator.runs.playable import scenario_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.base import Act, Given

SEEDS = 20
"""Seeds that each lead plays; starting a process costs as much as some of them."""
TRIES = 3
LUCKS = 64
ACTS = 6
"""Acts of a run that are held against another."""


def processes() -> Row:
    """Return calibration on two processes against one, the best of some tries each."""
    scenario = scenario_at(SCENARIO)
    taken: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(TRIES):
        for jobs, times in taken.items():
            begun = time.perf_counter()
            for _trial in trials(scenario, shifts_of(range(SEEDS)), jobs):
                pass
            times.append(time.perf_counter() - begun)
    return Row(
        "calibration on two processes", min(taken[2]), "s", "one process", min(taken[1]),
        must=1.7, goal=1.9,
    )  # fmt: skip


def compared(past: Past) -> Iterator[tuple[Given, Act | None]]:
    """Yield acts of a run, each with one that was open instead."""
    acts = (one.given for one in past.acts)
    found = ((given, alternatives(api.view(past.before(given)), given.act)) for given in acts)
    yield from [(given, others[0]) for given, others in found if others][:ACTS]


def worth(past: Past, given: Given, act: Act | None, luck: int) -> float:
    """Return what a future came to for the desk, in the weights that what-if orders acts by."""
    state = api.fork(past.before(given), luck)
    if act is not None:
        api.give(state, act)
    Follower(state, [one for one in past.acts if one.given.number > given.number]).run()
    figures = outcomes(Log(state.log))
    return weighed({name: value for name, value in figures.items() if value is not None})


def saved() -> Row:
    """Return how many runs independent lucks take for what paired ones tell as exactly.

    The difference between an act and another has the variance of the pairs; with lucks of their
    own it has that of both sides together. Pooled over acts.
    """
    paired = apart = 0.0
    for lead in ("by-the-book", "expert"):
        past = Past(played(lead))
        lucks = list(past.lucks(LUCKS))
        for given, other in compared(past):
            was = [worth(past, given, given.act, luck) for luck in lucks]
            would = [worth(past, given, other, luck) for luck in lucks]
            paired += variance(b - a for a, b in zip(was, would, strict=True))
            apart += variance(was) + variance(would)
    return Row("variance of a difference, keyed chance", paired, "", "apart", apart,
               must=5, goal=20)  # fmt: skip


def rows() -> list[Row]:
    """Return all figures over many shifts."""
    return [saved(), processes()]
