"""Many shifts: what keyed chance saves, and calibration on two processes."""

from __future__ import annotations

import time

from benchmarks.chance import acts, policies
from benchmarks.measure import Row
from benchmarks.scoring import SCENARIO
from simulator.runs.calibrate import shifts_of, trials
from simulator.runs.playable import scenario_at

SEEDS = 20
"""Seeds that each lead plays; starting a process costs as much as some of them."""
TRIES = 3


def processes() -> Row:
    """Return calibration on two processes against one, the best of some tries each.

    Timed by the clock on the wall: on a machine whose cores have other work the ratio says how
    much of that there was.
    """
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


def rows() -> list[Row]:
    """Return all figures over many shifts."""
    return [policies(), acts(), processes()]
