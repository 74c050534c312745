"""The same acts with other luck: how far chance alone moves a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.assess import assess
from scoring.log import Log
from simulator.engine import api
from simulator.runs.following import Follower

if TYPE_CHECKING:
    from simulator.runs.past import Past

LUCKS = 31
"""Lucks that a run is played under again (DESIGN: where it fell among its own acts)."""


def spread(past: Past, lucks: int = LUCKS) -> tuple[int, int] | None:
    """Return the lowest and the highest total of a run's acts under so many other lucks.

    None where no shift among them has a score.
    """
    world, rubric, seed = past.loaded.world, past.loaded.rubric, past.run.head.seed
    totals = []
    for luck in past.lucks(lucks):
        state = api.open_shift(world, seed, luck)
        Follower(state, past.acts).follow()
        api.advance(state, world.length)
        total = assess(Log(state.log), rubric).total()
        if total is not None:
            totals.append(total)
    return (min(totals), max(totals)) if totals else None
