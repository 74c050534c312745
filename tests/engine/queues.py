"""Desks without human parts, customers for them, and what came of each."""

from __future__ import annotations

import random
from dataclasses import replace

from simulator.engine import api
from simulator.engine.rules import TEXTBOOK
from simulator.engine.world import AnalystSpec, Moment, TicketKind, TicketSpec, World, always

Row = tuple[int, int, str, int]
"""Minute of arrival, priority, skill, effort."""

LOAD = 0.9
SERVICE = 20
"""Mean minutes of service."""


def textbook(
    rows: list[Row], team: tuple[AnalystSpec, ...], length: int, breach: bool = True
) -> World:
    """Return a desk without human parts that these tickets come to."""
    return World(
        id="textbook", version="1", hash="", title="", starts=0, length=length, team=team,
        rules=replace(TEXTBOOK, breach_raises_priority=breach), first_number=1,
        tickets=tuple(
            TicketSpec(
                f"t{number}",
                TicketKind("k", ("x",), skill, effort, spread=0, logged=priority, true=priority),
                Moment("", always(at)),
            )
            for number, (at, priority, skill, effort) in enumerate(rows)
        ),
    )  # fmt: skip


def customers(
    count: int, servers: int, seed: int, shares: tuple[float, ...] = (1,), service: int = SERVICE
) -> list[Row]:
    """Return customers at 90 % load with exponential times in whole minutes.

    `shares` are those of the classes, the first one first in line.
    """
    rng = random.Random(seed)
    clock, rows = 0.0, []
    for _ in range(count):
        clock += rng.expovariate(LOAD * servers / service)
        effort = max(1, round(rng.expovariate(1 / service)))
        (priority,) = rng.choices(range(1, len(shares) + 1), shares) if len(shares) > 1 else (4,)
        rows.append((int(clock), priority, "a", effort))
    return rows


def simulated_waits(rows: list[Row], servers: int) -> list[int]:
    """Return each customer's wait in minutes as the engine's log tells it."""
    team = tuple(AnalystSpec(f"a{i}", "", "", {}, speeds={"a": 100}) for i in range(servers))
    length = 2 * rows[-1][0]
    state = api.open_shift(textbook(rows, team, length, breach=False), 0)
    api.advance(state, length)
    waits = [-1] * len(rows)
    for entry in state.log:
        if entry.kind == "ticket.started":
            waits[int(entry.subject[8:])] = int(str(entry.data["waited"]))
    return waits
