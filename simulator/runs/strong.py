"""Two strong runs of the same shift, to lay beside one's own: its seed and its luck, other acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.two_futures import Future, two_futures
from scoring.log import Log
from simulator.runs.debriefing import debrief_at
from simulator.runs.simulate import lead_for
from simulator.strategies.protocol import play_on
from simulator.strategies.registry import REFERENCE

if TYPE_CHECKING:
    from scoring.debrief.build import Debrief
    from scoring.debrief.two_futures import TwoFutures
    from simulator.runs.past import Past

TWO = 2
"""More than one, since there is more than one way; few enough to be read. (DESIGN 7)"""


def strong_runs(past: Past, told: Debrief) -> tuple[TwoFutures, ...]:
    """Return a run beside the two strongest shifts that the reference leads play from its start.

    The strongest first. They are scripts that follow the author's notes; the run's own log is what
    they are compared with, whoever played it. `told` is the debrief of the run.
    """
    first = Future(Log(past.run.log), told)
    found = [_played(past, lead) for lead in REFERENCE]
    found.sort(key=lambda one: one.debrief.arithmetic.total or 0, reverse=True)
    return tuple(two_futures(first, one, 0) for one in found[:TWO])


def _played(past: Past, lead: str) -> Future:
    state = past.opened()
    play_on(state, lead_for(lead, past.loaded)())
    return Future(Log(state.log), debrief_at(state, past.loaded.rubric))
