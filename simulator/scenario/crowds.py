"""How many tickets a shift can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.demand import HOUR, mean_rate
from simulator.engine.pace import MINUTE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.world import World
    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.nodes import Block, Scalar

MOST_TICKETS = 5_000
"""Tickets of one shift that are expected at most: ten times the busiest real desk's day."""


def check_crowd(
    world: World, root: Block, incidents: Mapping[str, Scalar], problems: Problems
) -> bool:
    """Return whether a shift can hold the tickets that are expected in it; report what is most."""
    expected = {"": _from_queue(world)}
    for spec in world.incidents:
        rate = spec.contacts.highest if spec.contacts is not None else 0
        expected[spec.id] = rate * world.length // 1000
    many = sum(expected.values())
    if many <= MOST_TICKETS:
        return True
    most = max(expected, key=lambda ident: expected[ident])
    problems.add(
        "V231",
        f"some {many:,} tickets would come in during this shift; it can hold {MOST_TICKETS:,}",
        incidents.get(most) if most else root.key("queue"),
        help="fewer tickets an hour, or a shorter shift",
    )
    return False


def _from_queue(world: World) -> int:
    """Return how many tickets the queue sends on average."""
    if world.profile is None:
        return 0
    rates = 0
    minute = 0
    while minute < world.length:
        hour, past = divmod(world.starts + minute, HOUR)
        minutes = min(HOUR - past, world.length - minute)
        rates += mean_rate(world.profile, hour) * minutes
        minute += minutes
    return rates // (HOUR * MINUTE)
