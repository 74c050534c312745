"""The parity shift: a small support shift with exact rules, run by three programs.

480 minutes. In a minute first work finishes (in the order it was started; who is freed takes the
best waiting ticket at once), then tickets arrive (in number order; the agent idle longest who can
do it takes it), then the targets are checked. A ticket that still waits at its response target is
breached and rises one class. All three give, ticket by ticket, the same outcomes.
"""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHIFT = 480
PER_HOUR = (24, 28, 24, 18, 12, 16, 16, 12)
RESPOND = (0, 15, 30, 60, 120)
RESOLVE = (0, 60, 120, 240, 480)
SPEEDS = (
    (100, 0, 0), (0, 100, 0), (0, 0, 100), (100, 80, 0),
    (0, 100, 80), (80, 0, 100), (90, 90, 90), (85, 85, 85),
)  # fmt: skip
"""Of each agent for each skill, percent; 0 for one who cannot."""

DIGEST = "9a072f671aee7a50"
"""Of the outcomes over seeds 0 to 49."""

Ticket = tuple[int, int, int, int]
"""Minute of arrival, priority, skill, effort."""
Outcome = list[int]
"""Start, agent, end, minute of the response breach, of the resolution breach, last priority."""


def tickets(seed: int) -> list[Ticket]:
    """Return about 150 tickets: Poisson by the hour, lognormal around 18 minutes."""
    rng = random.Random(seed)
    made = []
    for hour, rate in enumerate(PER_HOUR):
        clock = rng.expovariate(rate / 60)
        while clock < 60:
            first, second = rng.random(), rng.random()
            priority = 1 + (first >= 0.05) + (first >= 0.25) + (first >= 0.75)
            skill = (second >= 0.35) + (second >= 0.80)
            effort = max(1, round(rng.lognormvariate(2.890371757896165, 0.6)))
            made.append((hour * 60 + int(clock), priority, skill, effort))
            clock += rng.expovariate(rate / 60)
    return made


def work_minutes(effort: int, speed: int) -> int:
    """Return how long it takes, rounded up."""
    return -(-effort * 100 // speed)


def digest(run: Callable[[list[Ticket]], Sequence[Outcome]]) -> str:
    """Return the digest of a program's outcomes over fifty seeds."""
    running = hashlib.blake2b(digest_size=8)
    for seed in range(50):
        running.update(repr([list(row) for row in run(tickets(seed))]).encode())
    return running.hexdigest()
