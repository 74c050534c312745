"""A plain queue out of a file: with the human parts off it is an M/M/c queue, to the minute."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.pace import MINUTE, minutes_for
from simulator.scenario.library import load
from tests.engine.test_queueing import close_to, erlang_c, kiefer_wolfowitz

if TYPE_CHECKING:
    from simulator.engine.world import World
    from tests.engine.queues import Row

PLAIN = Path(__file__).parents[1] / "scenario" / "plain-queue.yaml"
DAY = 24 * 60


def plain_queue(length: int) -> World:
    """Return the plain queue of a file, for so many minutes."""
    world = load(PLAIN).world
    assert world is not None
    return replace(world, length=length)


def play(world: World, seed: int) -> tuple[list[int], list[Row]]:
    """Return the waits that the log tells of, and the draws behind them."""
    state = api.open_shift(world, seed)
    rows: list[Row] = [
        (b.arrives, 3, b.kind.skill, minutes_for(world.rules, b.effort, MINUTE))
        for b in state.births
    ]
    api.advance(state, world.length)
    waits = [int(str(e.data["waited"])) for e in state.log if e.kind == "ticket.started"]
    return waits, rows


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_follows_the_exact_sample_path(seed: int) -> None:
    world = plain_queue(7 * DAY)
    waits, rows = play(world, seed)
    assert len(waits) > 700
    assert waits == kiefer_wolfowitz(rows, len(world.team))[: len(waits)]


def test_its_gaps_and_efforts_are_exponential() -> None:
    """Means within four standard errors, and as wide as an exponential is."""
    rows = [row for seed in range(20) for row in play(plain_queue(4 * DAY), seed)[1]]
    gaps = [b[0] - a[0] for a, b in pairwise(rows) if b[0] >= a[0]]
    for values, wanted in ((gaps, 60 / 5.1), ([row[3] for row in rows], 20)):
        mean = sum(values) / len(values)
        assert abs(mean - wanted) < 4 * wanted / len(values) ** 0.5
        variance = sum((v - mean) ** 2 for v in values) / len(values)
        assert abs(variance**0.5 / mean - 1) < 0.05


@pytest.mark.deep
def test_its_mean_wait_is_that_of_erlang_c() -> None:
    """Forty queues of some 20,000 after a warm-up."""
    world = plain_queue(22_000 * 60 * 10 // 51)
    means = []
    for seed in range(40):
        waits = play(world, seed)[0][2000:]
        means.append(sum(waits) / len(waits))
    assert close_to(means, erlang_c(2, 1.7) * 20 / (2 - 1.7))
