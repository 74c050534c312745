"""Sixty conditions of a storyline, of the kinds that authors write, for the full-rules shift."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine.paths import PATHS
from simulator.engine.world import Condition, StorySpec
from simulator.scenario.closures import compared, earliest, every, never

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.world import World

Leaf = tuple[str, str, str, int | bool]
"""A pattern of the table of paths, the name in it, an operator, a value."""


def condition(*leaves: Leaf) -> Condition:
    """Return the condition that all of these hold, as a scenario's would be compiled."""
    holds, wakes = [], []
    touched: set[str] = set()
    for pattern, name, op, value in leaves:
        held, wake, touches = compared(PATHS[pattern], name, op, (value,))
        holds.append(held)
        wakes.append(wake)
        touched |= touches
    text = " and ".join(f"{pattern} {op} {value}" for pattern, _, op, value in leaves)
    held = holds[0] if len(holds) == 1 else every(tuple(holds))
    wake = earliest(tuple(one for one in wakes if one is not never))
    return Condition(held, wake, frozenset(touched), text)


def conditions(world: World) -> Iterator[Condition]:
    """Yield sixty: a third moved by entries, a third by time, a third by both.

    Two of them ask how many tickets wait, as in the scenarios that come with Shiftlead.
    """
    people = [one.id for one in world.team]
    for step in range(20):
        minute = 20 * (step + 1)
        yield condition(_stepped(step, people))
        yield (
            condition(("clock", "", ">=", minute)) if step % 2
            else condition(("incident.*.open_for", "portal", ">=", minute))
        )  # fmt: skip
        yield condition(
            ("incident.*.known_for", "portal", ">=", minute // 4),
            ("told.*", "boss", "==", bool(step % 2)),
            ("clock", "", ">=", minute),
        )


def _stepped(step: int, people: list[str]) -> Leaf:
    """Return a leaf that only an entry can change."""
    if step % 10 == 0:
        return ("desk.waiting", "", ">=", 12 + step)
    if step % 4 == 1:
        return ("incident.*.mitigated", "portal", "==", True)
    if step % 4 == 2:
        return ("team.*.heard", people[step % len(people)], "==", True)
    return (
        ("desk.missed", "", ">=", step) if step % 4 else ("stakeholder.*.trust", "boss", "<", step)
    )


def with_storyline(world: World) -> World:
    """Return the world with sixty items of storyline that only take note."""
    return replace(
        world,
        storyline=tuple(
            StorySpec(f"s{number}", when=when) for number, when in enumerate(conditions(world))
        ),
    )
