"""Jumping, stepping minute by minute, and a naive loop without a heap give the same shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.phases import HANDLERS, PHASES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.acts.base import Given
    from simulator.engine.state import State
    from simulator.engine.world import World
    from tests.engine.whole.conftest import Whole


def stepped(world: World, seed: int, luck: int, acts: Sequence[Given]) -> State:
    """Return the shift as the screen plays it: one minute at a time, each a new state."""
    state = api.open_shift(world, seed, luck)
    while not state.over:
        state, _ = api.step(state, [g for g in acts if g.at == state.now])
    return state


def naive(world: World, seed: int, luck: int, acts: Sequence[Given]) -> State:
    """Return the shift as the rules are told: each minute, each phase, what was planned first.

    The list of due things is searched from end to end, again after each of them.
    """
    state = api.open_shift(world, seed, luck)
    for minute in range(world.length + 1):
        for phase in range(len(PHASES)) if minute else ():
            while not state.over:
                here = [one for one in state.due if one[0] == minute * 8 + phase]
                if not here:
                    break
                first = min(here, key=lambda one: one[1])
                state.due.remove(first)
                state.now, state.phase, state.running = minute, phase, True
                HANDLERS[first[2]](state, first[3], first[4])
                state.running = False
        if not state.over:
            state.now, state.phase = minute, len(PHASES) - 1
        for given in acts:
            if given.at == minute:
                api.give(state, given.act, given.words)
    return state


def check(whole: Whole, seed: int) -> None:
    jumped, acts = whole.shift(seed, script=seed + 1000, luck=seed % 3)
    assert jumped.over
    replayed = api.replay(whole.world, seed, seed % 3, acts)
    assert api.digest(replayed) == api.digest(jumped)
    step = stepped(whole.world, seed, seed % 3, acts)
    assert step.log == jumped.log
    loop = naive(whole.world, seed, seed % 3, acts)
    assert loop.log == jumped.log
    assert len({api.digest(s) for s in (jumped, step, loop)}) == 1


@pytest.mark.parametrize("seed", range(40))
def test_same_shift_whichever_way_the_clock_moves(whole: Whole, seed: int) -> None:
    check(whole, seed)


@pytest.mark.deep
@pytest.mark.parametrize("block", range(20))
def test_same_shift_on_a_thousand_seeds(whole: Whole, block: int) -> None:
    for seed in range(100 + block * 50, 150 + block * 50):
        check(whole, seed)


def test_nothing_happens_before_the_next_due_minute(whole: Whole) -> None:
    state = api.open_shift(whole.world, 5)
    while not state.over:
        due, entries = api.next_due(state), len(state.log)
        assert due > state.now
        api.advance(state, due - 1)
        assert len(state.log) == entries
        api.advance(state, due)


def test_every_planned_thing_has_its_handler_and_its_phase() -> None:
    named = [name for _, names in PHASES for name in names]
    assert len(named) == len(set(named))
    assert set(named) == set(HANDLERS)


def test_things_run_in_the_phase_they_are_listed_under(whole: Whole) -> None:
    phase_of = {name: phase for phase, (_, names) in enumerate(PHASES) for name in names}
    phase_of["close"] = len(PHASES) - 1
    for seed in range(10):
        state = api.open_shift(whole.world, seed)
        while not state.over:
            for key, _, handler, _, _ in state.due:
                assert key % 8 == phase_of[handler] or handler == "close"
            api.advance(state, state.now + 10)
