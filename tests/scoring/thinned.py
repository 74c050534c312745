"""Shifts of scripted leads with a part of their acts left out, for laws about what was missed."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

from scoring.log import Log
from simulator.engine import api, words
from simulator.runs.debriefing import telling_of
from simulator.runs.playable import scenario_at
from simulator.runs.simulate import lead_for
from simulator.strategies.protocol import play

if TYPE_CHECKING:
    from scoring.debrief.telling import Telling
    from scoring.rubric import Rubric
    from simulator.engine.acts.base import Given
    from simulator.runs.playable import Playable

SHIPPED = (
    "payroll-friday", "machine-by-machine", "not-the-handset", "terse-notes", "tutorial",
)  # fmt: skip
"""Every scenario that comes with the program."""


@cache
def built(scenario: str) -> Playable:
    """Return a shipped scenario, built once."""
    return scenario_at(scenario)


def thinned(scenario: str, lead: str, seed: int, keep: float) -> tuple[Log, Telling, Rubric]:
    """Return the log of a scripted lead's shift with so large a part of the acts given again.

    Which acts stay is drawn by the seed; an act that the thinner shift refuses is left out.
    """
    one = built(scenario)
    given: list[Given] = []
    play(one.world, lead_for(lead, one)(), seed, given=given)
    state = api.open_shift(one.world, seed, 0)
    rng = random.Random(f"{scenario} {lead} {seed} {keep}")
    for act in given:
        if rng.random() < keep:
            if state.now < act.at:
                api.advance(state, act.at)
            api.give(state, act.act)
    if state.now < one.world.length:
        api.advance(state, one.world.length)
    log = Log(state.log)
    return log, telling_of(log, one.world, words.names_at(state)), one.rubric
