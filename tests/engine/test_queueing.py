"""The textbook desk against the recursion of Kiefer and Wolfowitz, and the closed forms."""

from __future__ import annotations

import heapq
from statistics import fmean, stdev

import pytest

from tests.engine.queues import LOAD, Row, customers, simulated_waits

SERVERS = 8
RUNS = range(40)
COUNT = 100_000
WARM_UP = 2_000
FINE = 2_000
"""Mean minutes of service for the closed forms: a wait for the next server to be free is then long
against the minute to which it is counted. At 20 minutes it is a third of a minute too long, which
is 17 % of the wait of a P1."""

SHARES = (0.05, 0.20, 0.50, 0.25)
"""Of P1 to P4."""


def kiefer_wolfowitz(rows: list[Row], servers: int) -> list[int]:
    """Return each customer's wait: who comes goes to the server that is free first."""
    free = [0] * servers
    waits = []
    for at, _, _, effort in rows:
        start = max(at, heapq.heappop(free))
        heapq.heappush(free, start + effort)
        waits.append(start - at)
    return waits


@pytest.mark.parametrize("servers", [1, 2, 8])
@pytest.mark.parametrize("seed", [1, 2])
def test_queue_follows_the_exact_sample_path(servers: int, seed: int) -> None:
    rows = customers(3000, servers, seed)
    assert simulated_waits(rows, servers) == kiefer_wolfowitz(rows, servers)


@pytest.mark.deep
@pytest.mark.parametrize("servers", [1, 2, 8])
def test_long_queue_follows_the_exact_sample_path(servers: int) -> None:
    rows = customers(COUNT, servers, 7)
    assert simulated_waits(rows, servers) == kiefer_wolfowitz(rows, servers)


def erlang_c(servers: int, load: float) -> float:
    """Return the chance of having to wait, for an offered load in servers."""
    term, total = 1.0, 0.0
    for k in range(servers):
        total += term
        term = term * load / (k + 1)
    last = term / (1 - load / servers)
    return last / (total + last)


def close_to(means: list[float], expected: float) -> bool:
    """Return whether runs agree with a formula within four standard errors."""
    error = stdev(means) / len(means) ** 0.5
    return bool(abs(fmean(means) - expected) < 4 * error)


@pytest.mark.deep
def test_mean_wait_is_that_of_erlang_c() -> None:
    load = LOAD * SERVERS
    expected = erlang_c(SERVERS, load) * FINE / (SERVERS - load)
    means = [
        fmean(simulated_waits(customers(COUNT, SERVERS, seed, service=FINE), SERVERS)[WARM_UP:])
        for seed in RUNS
    ]
    assert close_to(means, expected)


@pytest.mark.deep
def test_mean_wait_of_each_priority_is_that_of_the_closed_form() -> None:
    """Without preemption: C / (c mu) / ((1 - load of those before) (1 - load with this one))."""
    waiting = erlang_c(SERVERS, LOAD * SERVERS) * FINE / SERVERS
    before = [sum(SHARES[:k]) * LOAD for k in range(len(SHARES) + 1)]
    expected = [waiting / ((1 - before[k]) * (1 - before[k + 1])) for k in range(len(SHARES))]
    means: list[list[float]] = [[] for _ in SHARES]
    for seed in RUNS:
        rows = customers(COUNT, SERVERS, seed, SHARES, FINE)
        waits = simulated_waits(rows, SERVERS)
        for k, found in enumerate(means):
            found.append(
                fmean(w for w, row in zip(waits[WARM_UP:], rows[WARM_UP:], strict=True)
                      if row[1] == k + 1)
            )  # fmt: skip
    for found, formula in zip(means, expected, strict=True):
        assert close_to(found, formula)
