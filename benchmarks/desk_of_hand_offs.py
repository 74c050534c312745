"""The desk that hand-offs are compared on: a front desk and a second line, on business hours only.

The clock runs over business hours without the nights, so that a wait of days has room in one shift
of `DAYS` working days; tickets come at the mean rate of those hours, with the work, the priorities
and the callers of the profile `front-desk-weekday`. Nobody leads.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks.profiles import world_of
from simulator.engine import api
from simulator.engine.rules import Rules
from simulator.engine.world import AnalystSpec, Profile, World

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.engine.records.tickets import Ticket
    from simulator.engine.world import TicketKind
    from simulator.engine.world.people import Habit

HOURS = 10
"""Business hours of a day, 08 to 18."""
DAY = HOURS * 60
DAYS = 10
SKILLS = ("desk", "network", "application", "device")
KINDS = (
    ("desk", 1, 300), ("desk", 2, 200), ("network", 2, 80), ("network", 3, 80),
    ("application", 2, 90), ("application", 3, 90), ("device", 2, 80), ("device", 3, 80),
)  # fmt: skip
"""Skill, difficulty, share in permille: half is for the front desk, as 41 % of the log's tickets
are its front desk's own."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one ticket."""

    moves: int
    back: bool
    """Whether somebody had it twice, with others in between."""
    minutes: int
    """Business minutes from arrival to resolution."""
    returned: bool
    by: str
    skill: str


def tickets(shifts: int) -> Iterator[Told]:
    """Yield the resolved tickets of many shifts; those of the last fifth are left out.

    What comes late has no time to be handed on often, so it would count as smooth.
    """
    world = desk_world()
    for seed in range(shifts):
        state = api.open_shift(world, seed)
        api.advance(state, world.length)
        again = {e.subject for e in state.log if e.kind == "ticket.returned"}
        for one in state.tickets.values():
            if one.resolved >= 0 and one.arrived < world.length * 4 // 5 and not one.again:
                yield _told(one, again)


def _told(one: Ticket, again: set[str]) -> Told:
    back = len(set(one.had)) < len(one.had)
    minutes = one.resolved - one.arrived
    return Told(one.moves, back, minutes, one.ref in again, one.by, one.kind.skill)


def desk_world() -> World:
    """Return the desk: five at the front, and one behind them for each kind of matter.

    The chance of a return is the log's 0.5 % for what nobody handed on.
    """
    profile = world_of("front-desk-weekday").profile
    assert profile is not None
    kind = profile.mix[0][0]
    return World(
        id="two-lines", version="1", hash="", title="", starts=480, length=DAYS * DAY,
        rules=replace(Rules(), hand_offs=True, outside_waits=True, return_base=5),
        team=(*(_front(n) for n in range(5)), *(_second(n) for n in range(3))),
        profile=_on_business_hours(profile, kind),
    )  # fmt: skip


def _on_business_hours(profile: Profile, kind: TicketKind) -> Profile:
    share = sum(profile.hourly[8:18])
    mix = tuple(
        (replace(kind, id=f"{skill}-{hard}", skill=skill, difficulty=hard), part)
        for skill, hard, part in KINDS
    )
    return replace(profile, mix=mix, steady=profile.per_day * share // HOURS)


def _breaks() -> tuple[int, ...]:
    return tuple(day * DAY + minute for day in range(DAYS) for minute in (120, 270, 450))


def _front(number: int) -> AnalystSpec:
    habits: tuple[Habit, ...] = ("oldest-first", "easiest-first", "own-skill-first")
    return AnalystSpec(
        f"front-{number}", "", "", {"desk": 2 + number % 2, SKILLS[1 + number % 3]: 2},
        breaks=_breaks(), habits=frozenset({habits[number % 3]}),
    )  # fmt: skip


def _second(number: int) -> AnalystSpec:
    """Return who is good at one kind of matter; one of them thinks less of it than is true."""
    own = SKILLS[1 + number]
    return AnalystSpec(
        f"second-{number}", "", "", {own: 4}, breaks=_breaks(),
        confidence={own: 3} if number == 1 else {},
        habits=frozenset({"own-skill-first", "full-notes"}),
    )  # fmt: skip


def by_people(found: Iterable[Told]) -> list[int]:
    """Return how many tickets each person resolved, busiest first."""
    counts: dict[str, int] = {}
    for one in found:
        counts[one.by] = counts.get(one.by, 0) + 1
    return sorted(counts.values(), reverse=True)
