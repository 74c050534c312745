"""The same acts under other lucks: how far chance alone moves a score."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

from scoring.assess import assess
from scoring.log import Log
from simulator.engine import api
from simulator.runs.following import Follower, acts_in_force
from simulator.runs.replay import scenario_of

if TYPE_CHECKING:
    from simulator.runs.contents import RunFile

LUCKS = 31
"""Lucks that a run is played under again (DESIGN: where it fell among its own acts)."""


def spread(run: RunFile, lucks: int = LUCKS) -> tuple[int, int] | None:
    """Return the lowest and the highest total of a run's acts under so many other lucks.

    None where no shift among them has a score. Raises `OtherRules` where the run cannot be
    replayed.
    """
    loaded = scenario_of(run)
    acts = acts_in_force(run.log, run.acts)
    others = islice((luck for luck in count(1) if luck != run.head.luck), lucks)
    totals = []
    for luck in others:
        state = api.open_shift(loaded.world, run.head.seed, luck)
        Follower(state, acts).run()
        total = assess(Log(state.log), loaded.rubric).total()
        if total is not None:
            totals.append(total)
    return (min(totals), max(totals)) if totals else None
