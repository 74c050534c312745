"""The engine: shifts, forks, branches and empty minutes."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING, Any

from benchmarks import parity, parity_heap, parity_simpy
from benchmarks.desks import full_world, led_shift, parity_run, parity_world, play_out
from benchmarks.measure import Row, milliseconds
from benchmarks.storyline import with_storyline
from simulator.engine import api
from simulator.engine.rules import Rules
from simulator.engine.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulator.engine.state import State

SEEDS = range(20)
TIMES = 5
"""How often a round of the parity shift plays each seed: a millisecond is soon over."""


def check_outcomes() -> None:
    """Raise `SystemExit` unless all three programs give the same outcomes, ticket by ticket."""
    for name, run in (("ours", parity_run), ("heap", parity_heap.run), ("SimPy", parity_simpy.run)):
        found = parity.digest(run)
        if found != parity.DIGEST:
            raise SystemExit(f"{name}: digest {found} is not {parity.DIGEST}; nothing is compared")


def _each(run: Callable[[Any], object], over: Sequence[Any]) -> None:
    for one in over:
        run(one)


def shifts() -> list[Row]:
    """Return the parity shift against SimPy and against a bare heap loop."""
    queues = [parity.tickets(seed) for seed in SEEDS]
    worlds = [parity_world(tickets) for tickets in queues]
    taken = milliseconds(
        {
            # What a shift leaves behind is dropped by all three alike.
            "ours": lambda: _each(play_out, worlds * TIMES),
            "SimPy": lambda: _each(parity_simpy.run, queues * TIMES),
            "heap": lambda: _each(parity_heap.run, queues * TIMES),
        },
        per=len(queues) * TIMES,
    )
    ours = taken["ours"]
    return [
        Row("parity shift with log", ours, "ms", "SimPy", taken["SimPy"], must=2, goal=4),
        Row("parity shift with log", ours, "ms", "bare heap loop", taken["heap"], goal=0.5),
    ]


def full_rules() -> list[Row]:
    """Return a shift with all rules and a scripted lead, its storyline, and branches of it."""
    world = full_world()
    told = with_storyline(world)
    half = api.open_shift(world, 1)
    api.advance(half, 120)

    def branches() -> None:
        for luck in range(100):
            api.advance(api.fork(half, luck), 360)

    taken = milliseconds({
        "led": lambda: _each(partial(led_shift, world), SEEDS),
        "told": lambda: _each(partial(led_shift, told), SEEDS),
        "branches": branches,
    })  # fmt: skip
    led, storyline = taken["led"] / len(SEEDS), (taken["told"] - taken["led"]) / len(SEEDS)
    return [
        Row("full-rules shift with a scripted lead", led, "ms", must=5, goal=2),
        Row("sixty conditions over that shift, more", storyline, "ms", must=1.5, goal=1),
        Row("100 branches of 240 minutes", taken["branches"], "ms", must=500, goal=100),
    ]


def _records(state: State) -> tuple[object, ...]:
    """Return what a fork of a state shares and copies, without the world and the log."""
    return (
        state.tickets, state.waiting, state.idle, state.analysts, state.stakeholders,
        state.incidents, state.conflicts, state.scenes, state.promises, state.due, state.lead,
    )  # fmt: skip


def forks() -> list[Row]:
    """Return a fork of 200 tickets and 8 analysts against `copy.deepcopy` of its records."""
    state = api.open_shift(full_world(300), 3)
    while len(state.tickets) < 200 and not state.over:
        api.advance(state, state.now + 1)
    # What nothing ever changes (kinds, births, people as told) a deep copy shares too.
    shared: list[object] = [one for t in state.tickets.values() for one in (t.kind, t.born)]
    shared += [a.spec for a in state.analysts.values()]
    records, times = _records(state), 1000

    def ours() -> None:
        for _ in range(times):
            api.fork(state)

    def peer() -> None:
        for _ in range(10):
            deepcopy(records, {id(one): one for one in shared})

    taken = milliseconds({"ours": ours, "peer": peer})
    name = f"fork of {len(state.tickets)} tickets, {len(state.analysts)} analysts"
    return [
        Row(name, taken["ours"] / times, "ms", "copy.deepcopy", taken["peer"] / 10,
            must=50, goal=1000),
    ]  # fmt: skip


def idle() -> list[Row]:
    """Return what a minute costs in which nothing happens, in place and as a new state."""
    world = World(
        id="idle", version="1", hash="", title="", starts=0, length=10**6, team=(),
        rules=Rules(reading_every=0),
    )  # fmt: skip
    state, minutes = api.open_shift(world, 0), 2000

    def in_place() -> None:
        mine = api.fork(state)
        for minute in range(1, minutes + 1):
            api.advance(mine, minute)

    def pure() -> None:
        mine = state
        for _ in range(minutes):
            mine, _ = api.step(mine)

    taken = milliseconds({"in place": in_place, "pure": pure}, per=minutes)
    return [
        Row("an idle minute, in place", taken["in place"] * 1000, "µs"),
        Row("an idle minute, as a new state", taken["pure"] * 1000, "µs"),
    ]


def rows() -> list[Row]:
    """Return all figures of the engine."""
    check_outcomes()
    return [*shifts(), *full_rules(), *forks(), *idle()]
