"""What a desk is asked for against what it can do: work, targets, promises, levels.

Work is looked at as it arrives in a few seeds, before anybody plays; the rest is exact.
"""

from __future__ import annotations

from collections import Counter
from statistics import median_low
from typing import TYPE_CHECKING, NamedTuple

from scoring.measures import MEASURES
from simulator.engine.acts.messages import cost_of_word
from simulator.engine.births import births_of, here_today, written
from simulator.engine.forms import in_form
from simulator.engine.opening import unopened
from simulator.engine.pace import minutes_for, speed_of
from simulator.engine.plan import plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.engine.records.tickets import Birth
    from simulator.engine.state import State
    from simulator.engine.world import AnalystSpec, TicketKind, World
    from simulator.scenario.nodes import Scalar
    from simulator.scenario.reading import Reading

FIRST = 2
"""Seeds whose arrivals are looked at."""
SEEDS = 8
"""As many are looked at where these show something."""
ENOUGH = 4_000
"""Tickets of the seeds so far from which no further seed is looked at."""
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
    desk = _Desk(world)
    if _nobody(reading, desk.state):
        seeds = [desk.seed(number) for number in range(1, FIRST + 1)]
        if _overloaded(seeds) or _late(seeds, world):
            while len(seeds) < SEEDS and sum(len(one.takes) for one in seeds) < ENOUGH:
                seeds.append(desk.seed(len(seeds) + 1))
            _load(reading, seeds)
            _targets(reading, seeds, world)
    _updates(reading, world)
    _levels(reading)


class _Seed(NamedTuple):
    """Who comes in one seed."""

    takes: list[tuple[TicketKind, int]]
    """Each ticket's kind, and the minutes it takes whoever is fastest at it."""
    people: int
    """Minutes in which somebody of the team could work."""

    @property
    def work(self) -> int:
        """Minutes of work that come in."""
        return sum(minutes for _, minutes in self.takes)


class _Desk:
    """A team as its first shift finds it, before it begins."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.state = unopened(world, 1)
        self._speeds: dict[tuple[str, int], int] = {}

    def seed(self, number: int) -> _Seed:
        """Return who comes in a seed."""
        world = in_form(self.world, number)
        plan = plan_of(world)
        takes = [(birth.kind, self._minutes(birth)) for birth in births_of(plan, number)]
        here = here_today(plan, number)
        return _Seed(takes, sum(_present(world, one) for one in world.team if here[one.id]))

    def _minutes(self, birth: Birth) -> int:
        key = birth.kind.skill, birth.kind.difficulty
        if key not in self._speeds:
            team = self.state.analysts.values()
            self._speeds[key] = max(speed_of(self.state, one, *key) for one in team)
        return minutes_for(self.state.rules, birth.effort, self._speeds[key])


def _present(world: World, member: AnalystSpec) -> int:
    """Return the minutes of a shift in which somebody could work."""
    leaves = world.length if member.leaves is None else member.leaves
    return leaves - max(0, member.arrives)


def _nobody(reading: Reading, state: State) -> bool:
    """Report kinds of work that nobody of the team can do (L530); return whether there are none."""
    kinds: dict[str, str] = {}
    for kind in _kinds(state.world):
        kinds.setdefault(kind.skill, kind.id)
    team = state.analysts.values()
    undone = [skill for skill in kinds if not any(speed_of(state, one, skill, 0) for one in team)]
    for skill in undone:
        reading.problems.add(
            "L530", f'nobody of the team can do "{kinds[skill]}": it takes the skill "{skill}"',
            _defined(reading, kinds[skill]),
            help=f"speeds: {{{skill}: 100%}} for somebody of the team, or another skill",
        )  # fmt: skip
    return not undone


def _kinds(world: World) -> Iterator[TicketKind]:
    """Yield the kinds of all tickets that can come in."""
    yield from (kind for kind, share in (world.profile.mix if world.profile else ()) if share)
    yield from (one.kind for one in written(world))
    yield from (one.contacts.kind for one in world.incidents if one.contacts is not None)


def _defined(reading: Reading, kind: str) -> Scalar | None:
    return reading.found.of("kind").get(kind) or reading.found.of("ticket").get(kind)


def _overloaded(seeds: Sequence[_Seed]) -> bool:
    return all(100 * one.work > OVERLOAD * one.people for one in seeds)


def _load(reading: Reading, seeds: Sequence[_Seed]) -> None:
    """Report far more work than the whole team has minutes for in every seed (L531)."""
    if not _overloaded(seeds) or reading.root is None:
        return
    work, people = (
        median_low(rows) for rows in zip(*((one.work, one.people) for one in seeds), strict=True)
    )
    reading.problems.add(
        "L531",
        f"far more work comes in than the team has minutes for: {work} minutes of work, if "
        f"who is fastest at it does each, for {people} minutes of people (seen in {len(seeds)} of "
        f"{len(seeds)} seeds)",
        reading.root.key("queue"),
        help="fewer or easier tickets, or more people; if the lesson is what to leave, say so "
        "with  # lint: ignore[L531] reason",
    )


class _Lateness(NamedTuple):
    """How often tickets of a kind take longer than their target, at best."""

    late: int
    all: int
    takes: int
    """Minutes of one that does."""
    target: int


def _late(seeds: Sequence[_Seed], world: World) -> dict[str, _Lateness]:
    """Return the kinds of tickets that are late more often than not, however one plays."""
    late: Counter[str] = Counter()
    total: Counter[str] = Counter()
    example: dict[str, tuple[int, int]] = {}
    for one in seeds:
        for kind, takes in one.takes:
            target = world.rules.resolve[kind.true - 1]
            total[kind.id] += 1
            if takes > target:
                late[kind.id] += 1
                example.setdefault(kind.id, (takes, target))
    return {
        kind: _Lateness(many, total[kind], *example[kind])
        for kind, many in late.items()
        if 2 * many > total[kind]
    }


def _targets(reading: Reading, seeds: Sequence[_Seed], world: World) -> None:
    """Report kinds of tickets that take longer than their target, at best (L532)."""
    for kind, found in _late(seeds, world).items():
        if found.all < FEW:
            continue
        reading.problems.add(
            "L532",
            f'"{kind}" cannot be done by its target: who is fastest at it takes {found.takes} '
            f"minutes, for instance, and the target is {found.target} (seen in {found.late} of "
            f"{found.all} tickets, {len(seeds)} seeds)",
            _defined(reading, kind),
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
