"""What a desk is asked for against what it can do: work, targets, promises, levels.

Work is looked at as it arrives in a few seeds, before anybody plays; the rest is exact.
"""

from __future__ import annotations

from collections import Counter
from statistics import median_low
from typing import TYPE_CHECKING

from scoring.measures import MEASURES
from simulator.engine import api
from simulator.engine.acts.messages import cost_of_word
from simulator.engine.pace import minutes_for, speed_of

if TYPE_CHECKING:
    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Birth
    from simulator.engine.state import State
    from simulator.engine.world import World
    from simulator.scenario.reading import Reading

SEEDS = 8
"""Seeds whose arrivals are looked at."""
OVERLOAD = 150
"""Work against minutes, percent, from which it is said: a desk may leave some undone. (J)"""
MOST = {"permille": 1000, "points": 3}
"""Highest figure of a unit; the others have none."""
FEW = 4
"""Tickets of a kind, over all these seeds, of which nothing is said yet."""


def lint_demand(reading: Reading) -> None:
    """Report work nobody can do, too much of it, and what cannot be met however one plays."""
    world = reading.world
    if world is None:
        return
    shifts = [api.open_shift(world, seed) for seed in range(1, SEEDS + 1)]
    if _nobody(reading, shifts):
        _load(reading, shifts)
        _targets(reading, shifts)
    _updates(reading, world)
    _levels(reading)


def _nobody(reading: Reading, shifts: list[State]) -> bool:
    """Report kinds of work that nobody of the team can do (L530); return whether there are none."""
    skills: dict[str, str] = {}
    for state in shifts:
        for birth in state.births:
            skills.setdefault(birth.kind.skill, birth.kind.id)
    good = True
    for skill, kind in skills.items():
        if any(speed_of(shifts[0], one, skill, 0) for one in shifts[0].analysts.values()):
            continue
        good = False
        defined = reading.found.of("kind").get(kind) or reading.found.of("ticket").get(kind)
        reading.problems.add(
            "L530", f'nobody of the team can do "{kind}": it takes the skill "{skill}"', defined,
            help=f"speeds: {{{skill}: 100%}} for somebody of the team, or another skill",
        )  # fmt: skip
    return good


def _fastest(state: State, birth: Birth) -> int:
    """Return the minutes that a ticket takes whoever is fastest at it."""
    kind = birth.kind
    speed = max(
        speed_of(state, one, kind.skill, kind.difficulty) for one in state.analysts.values()
    )
    return minutes_for(state.rules, birth.effort, speed)


def _load(reading: Reading, shifts: list[State]) -> None:
    """Report far more work than the whole team has minutes for in every seed (L531)."""
    rows = []
    for state in shifts:
        work = sum(_fastest(state, birth) for birth in state.births)
        rows.append((work, sum(_present(state, one) for one in state.analysts.values())))
    if all(100 * work > OVERLOAD * minutes for work, minutes in rows):
        work, minutes = (median_low(column) for column in zip(*rows, strict=True))
        queue = reading.root.get("queue") if reading.root is not None else None
        reading.problems.add(
            "L531",
            f"far more work comes in than the team has minutes for: {work} minutes of work, if "
            f"who is fastest at it does each, for {minutes} minutes of people (seen in {SEEDS} of "
            f"{SEEDS} seeds)",
            reading.root.key("queue") if queue is not None and reading.root is not None else None,
            help="fewer or easier tickets, or more people; if the lesson is what to leave, say so "
            "with  # lint: ignore[L531] reason",
        )


def _present(state: State, analyst: Analyst) -> int:
    """Return the minutes of a shift in which somebody could work."""
    if analyst.place == "absent":
        return 0
    leaves = analyst.spec.leaves
    return (state.world.length if leaves is None else leaves) - max(0, analyst.spec.arrives)


def _targets(reading: Reading, shifts: list[State]) -> None:
    """Report kinds of tickets that take longer than their target, at best, more often than not."""
    late: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    example: dict[str, tuple[int, int]] = {}
    for state in shifts:
        for birth in state.births:
            target, takes = state.rules.resolve[birth.kind.true - 1], _fastest(state, birth)
            all_[birth.kind.id] += 1
            if takes > target:
                late[birth.kind.id] += 1
                example.setdefault(birth.kind.id, (takes, target))
    for kind, many in late.items():
        if 2 * many <= all_[kind] or all_[kind] < FEW:
            continue
        takes, target = example[kind]
        place = reading.found.of("kind").get(kind) or reading.found.of("ticket").get(kind)
        reading.problems.add(
            "L532",
            f'"{kind}" cannot be done by its target: who is fastest at it takes {takes} minutes, '
            f"for instance, and the target is {target} (seen in {many} of {all_[kind]} tickets, "
            f"{SEEDS} seeds)",
            place,
            help="less work, a lower priority, or somebody who knows it better",
        )


def _updates(reading: Reading, world: World) -> None:
    """Report who wants to hear more often than a lead can speak (L533)."""
    for one in world.stakeholders:
        cost = cost_of_word(world.rules, one.audience)
        for priority, every in one.expects.items():
            if every <= cost:
                reading.problems.add(
                    "L533",
                    f'"{one.id}" wants a word every {every} min, and one takes the lead {cost}: '
                    "nobody can satisfy them",
                    reading.found.of("stakeholder").get(one.id),
                    help=f"expects: {{P{priority}: every 30 min}}",
                )


def _levels(reading: Reading) -> None:
    """Report levels whose figures are more than a measure can ever be (L534)."""
    for criterion in reading.rubric.criteria if reading.rubric is not None else ():
        place = reading.found.of("criterion").get(criterion.id)
        most = MOST.get(MEASURES[criterion.measure].unit)
        if most is None or place is None:
            continue
        for level in criterion.levels:
            if level.band is not None and (level.band[0] or 0) > most:
                reading.problems.add(
                    "L534",
                    f'nobody can reach level {level.value} of "{criterion.id}": the figure of '
                    f'"{criterion.measure}" is {most} at most',
                    place, help=f"a band up to {most}",
                )  # fmt: skip
