"""With its human parts off the engine is a textbook queue, to the minute."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

from simulator.engine import api
from simulator.engine.world import AnalystSpec, World
from tests.engine.queues import Row, textbook

if TYPE_CHECKING:
    from simulator.engine.state import State

PARITY = "9a072f671aee7a50"
"""Digest of the parity shift over seeds 0 to 49."""

SHIFT = 480
PER_HOUR = (24, 28, 24, 18, 12, 16, 16, 12)
PRIORITIES = ((0.05, 1), (0.25, 2), (0.75, 3), (1.01, 4))
SKILLS = ((0.35, "a"), (0.80, "b"), (1.01, "c"))
SPEEDS = (
    {"a": 100}, {"b": 100}, {"c": 100}, {"a": 100, "b": 80}, {"b": 100, "c": 80},
    {"a": 80, "c": 100}, {"a": 90, "b": 90, "c": 90}, {"a": 85, "b": 85, "c": 85},
)  # fmt: skip


def parity_tickets(seed: int) -> list[Row]:
    """Return the tickets of the parity shift: Poisson by the hour, lognormal around 18 minutes."""
    rng = random.Random(seed)
    rows = []
    for hour, rate in enumerate(PER_HOUR):
        clock = rng.expovariate(rate / 60)
        while clock < 60:
            first, second = rng.random(), rng.random()
            priority = next(p for limit, p in PRIORITIES if first < limit)
            skill = next(s for limit, s in SKILLS if second < limit)
            effort = max(1, round(rng.lognormvariate(2.890371757896165, 0.6)))
            rows.append((hour * 60 + int(clock), priority, skill, effort))
            clock += rng.expovariate(rate / 60)
    return rows


def parity_world(seed: int) -> World:
    """Return the parity shift as a world."""
    team = tuple(AnalystSpec(f"a{i}", "", "", {}, speeds=s) for i, s in enumerate(SPEEDS))
    return textbook(parity_tickets(seed), team, SHIFT - 1)


def outcomes(state: State) -> list[list[int]]:
    """Return start, agent, end, both breaches and last priority of each ticket, from the log."""
    rows = [[-1, -1, -1, -1, -1, t.kind.logged] for t in state.tickets.values()]
    for entry in state.log:
        if not entry.subject.startswith("ticket:t"):
            continue
        row = rows[int(entry.subject[8:])]
        if entry.kind == "ticket.started":
            row[0], row[1] = entry.at, int(str(entry.data["to"])[1:])
        elif entry.kind == "ticket.resolved":
            row[2] = entry.at
        elif entry.kind == "ticket.breached":
            row[3 if entry.data["target"] == "respond" else 4] = entry.at
        elif entry.kind == "ticket.prioritised":
            row[5] = int(str(entry.data["priority"]))
    return rows


def test_parity_shift_has_the_reference_digest() -> None:
    digest = hashlib.blake2b(digest_size=8)
    for seed in range(50):
        state = api.open_shift(parity_world(seed), 0)
        api.advance(state, SHIFT)
        assert state.over
        digest.update(repr(outcomes(state)).encode())
    assert digest.hexdigest() == PARITY


def test_parity_shift_never_leaves_work_that_somebody_idle_can_do() -> None:
    for seed in range(5):
        state = api.open_shift(parity_world(seed), 0)
        while not state.over:
            wanted = {state.tickets[ident].kind.skill for ident in state.waiting}
            for who in state.idle:
                assert not wanted & set(state.analysts[who].spec.speeds)
            api.advance(state, state.now + 1)


def test_littles_law_holds_as_a_sum_of_minutes() -> None:
    """Waiting minutes counted in the queue are those counted on the tickets."""
    for seed in range(5):
        state = api.open_shift(parity_world(seed), 0)
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
