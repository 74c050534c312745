"""What keyed chance saves: runs for the same certainty about a difference, paired or apart.

The variance of a difference between two sides that share their seeds or lucks, against the sum of
the variances of both sides, which is what sides with seeds of their own would have. The ratio is
how many times as many runs the latter would take. (engine.md 1.5)
"""

from __future__ import annotations

from dataclasses import replace
from statistics import mean, median, variance
from typing import TYPE_CHECKING

from benchmarks.desks import full_world
from benchmarks.measure import Row
from benchmarks.scoring import played
from scoring.log import Log
from simulator.engine import api
from simulator.engine.acts.shapes import Brief
from simulator.runs.alternatives import alternatives
from simulator.runs.costliest import weighed
from simulator.runs.following import Follower
from simulator.runs.outcomes import outcomes
from simulator.runs.past import Past
from simulator.runs.put_off import PutOff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.acts.base import Act, Given
    from simulator.engine.acts.shapes.ids import Order
    from simulator.engine.world import World

SHIFTS = 200
LUCKS = 32
ACTS = 16
"""Acts of a run that are held against another, spread evenly over those that have one."""
MUST, GOAL = 5, 20


def policies() -> Row:
    """Return what is saved where two ways of running a desk are compared by the mean wait.

    Over seeds: one analyst fewer, and each other order of work. The comparison that saves least.
    """
    desk = full_world()
    fewer = replace(desk, team=desk.team[:-1])
    by_impact = _waits(desk, "impact")
    others = (_waits(fewer, "impact"), _waits(desk, "oldest"), _waits(desk, "own"))
    return _row("mean wait of a policy, keyed chance", min(_saved(by_impact, o) for o in others))


def acts() -> Row:
    """Return what is saved where an act is held against another that was open then.

    Over the lucks of one shift. The median over acts whose difference the desk feels at all, and
    not the same in every luck: each has its own scale, and none may rule the figure.
    """
    found: list[float] = []
    for lead in ("by-the-book", "expert"):
        past = Past(played(lead))
        lucks = list(past.lucks(LUCKS))
        for given, other in _compared(past):
            was = [_worth(past, given, given.act, luck) for luck in lucks]
            would = [_worth(past, given, other, luck) for luck in lucks]
            if variance(b - a for a, b in zip(was, would, strict=True)):
                found.append(_saved(was, would))
    return _row("what an act costs, keyed chance", median(found))


def _row(name: str, saved: float) -> Row:
    return Row(name, 1.0, "run", "runs apart", saved, must=MUST, goal=GOAL)


def _saved(one: Sequence[float], other: Sequence[float]) -> float:
    """Return how many times as many runs two sides need whose chances are their own."""
    paired = variance(b - a for a, b in zip(one, other, strict=True))
    return (variance(one) + variance(other)) / paired


def _waits(desk: World, order: Order) -> list[float]:
    """Return the mean minutes until the first answer, by seed."""
    found = []
    for seed in range(SHIFTS):
        state = api.open_shift(desk, seed)
        api.give(state, Brief(order))
        api.advance(state, desk.length)
        started = (entry for entry in state.log if entry.kind == "ticket.started")
        found.append(mean(int(str(one.data["waited"])) for one in started if one.data["first"]))
    return found


def _compared(past: Past) -> list[tuple[Given, Act | None]]:
    """Return acts from all over a run, each with one that was open instead in the same minute."""
    given = (one.given for one in past.acts)
    each = ((one, alternatives(api.view(past.before(one)), one.act)) for one in given)
    at_once = (
        (one, [other for other in others if not isinstance(other, PutOff)]) for one, others in each
    )
    found = [(one, others[0]) for one, others in at_once if others]
    return [found[place * len(found) // ACTS] for place in range(min(ACTS, len(found)))]


def _worth(past: Past, given: Given, act: Act | None, luck: int) -> float:
    """Return what a future came to for the desk, in the weights that what-if orders acts by."""
    state = api.fork(past.before(given), luck)
    if act is not None:
        api.give(state, act)
    Follower(state, [one for one in past.acts if one.given.number > given.number]).run()
    figures = outcomes(Log(state.log))
    return weighed({name: value for name, value in figures.items() if value is not None})
