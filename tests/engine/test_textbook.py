"""With its human parts off the engine is a textbook queue, to the minute."""

from __future__ import annotations

from benchmarks.desks import outcomes, parity_run, parity_world
from benchmarks.parity import DIGEST, digest, tickets
from simulator.engine import api


def test_parity_shift_has_the_reference_digest() -> None:
    assert digest(parity_run) == DIGEST == "9a072f671aee7a50"


def test_parity_shift_never_leaves_work_that_somebody_idle_can_do() -> None:
    for seed in range(5):
        state = api.open_shift(parity_world(tickets(seed)), 0)
        while not state.over:
            wanted = {state.tickets[ident].kind.skill for ident in state.waiting}
            for who in state.idle:
                assert not wanted & set(state.analysts[who].spec.speeds)
            api.advance(state, state.now + 1)


def test_littles_law_holds_as_a_sum_of_minutes() -> None:
    """Waiting minutes counted in the queue are those counted on the tickets."""
    for seed in range(5):
        state = api.open_shift(parity_world(tickets(seed)), 0)
        in_queue = in_system = 0
        while not state.over:
            in_queue += len(state.waiting)
            in_system += sum(t.resolved < 0 for t in state.tickets.values())
            api.advance(state, state.now + 1)
        end = state.now  # the last minute's own count is not taken
        rows = outcomes(state)
        arrived = [t.arrived for t in state.tickets.values()]
        ends = [min(end, row[2]) if row[2] >= 0 else end for row in rows]
        starts = [min(end, row[0]) if row[0] >= 0 else end for row in rows]
        assert in_queue == sum(s - a for s, a in zip(starts, arrived, strict=True))
        assert in_system == sum(e - a for e, a in zip(ends, arrived, strict=True))
