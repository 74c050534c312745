"""What is drawn before the shift begins: tickets to come, contacts, starts, moments, absences.

All of it depends on the seed alone, so no act of the lead's can change an arrival, an effort or a
fate.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from simulator.engine import chance
from simulator.engine.demand import effort_of, tickets_of
from simulator.engine.pace import MINUTE
from simulator.engine.records.tickets import Birth
from simulator.engine.world import Moment, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.plan import Plan
    from simulator.engine.world import IncidentSpec, TicketSpec, World


def starts_of_incidents(plan: Plan, seed: int) -> dict[str, int]:
    """Return the minute each incident starts in this seed."""
    return {
        ident: chance.within(chance.fate(seed, "incident", ident)[0], spec.starts)
        for ident, spec in plan.incidents.items()
    }


def written(world: World) -> tuple[TicketSpec, ...]:
    """Return the tickets that the scenario names, what lay there before the shift first."""
    backlog = world.profile.backlog if world.profile is not None else ()
    return (*backlog, *world.tickets)


def is_fixed(at: Moment) -> bool:
    """Return whether a moment is the same minute in every seed."""
    return not at.anchor and at.plus.high <= at.plus.low


def fixed_births(world: World) -> tuple[Birth, ...]:
    """Return the written tickets of which nothing is drawn in any seed."""
    if world.rules.human:
        return ()
    return tuple(
        Birth(one.id, one.kind, one.at.plus.low, one.kind.effort * MINUTE, None)
        for one in written(world)
        if one.kind.spread == 0 and is_fixed(one.at) and not one.part_of
    )


def arrivals_of_tickets(plan: Plan, seed: int, starts: dict[str, int]) -> dict[str, int]:
    """Return the minute each written ticket arrives in this seed."""
    minutes = dict(plan.arrivals)
    for one in plan.moving:
        minutes[one.id] = minute_of(one.at, seed, f"ticket.{one.id}", starts, {})
    return minutes


def minute_of(
    moment: Moment, seed: int, name: str, starts: dict[str, int], arrivals: dict[str, int]
) -> int:
    """Return the minute a moment means in this seed."""
    plus = moment.plus.low
    if moment.plus.high > plus:
        plus = chance.within(chance.fate(seed, "moment", name)[0], moment.plus)
    if not moment.anchor:
        return plus
    sort, ident = moment.anchor.split(":", 1)
    return (starts if sort == "incident" else arrivals)[ident] + plus


def births_of(plan: Plan, seed: int) -> tuple[Birth, ...]:
    """Return every ticket that can arrive by itself in a seed, without opening the shift."""
    starts = starts_of_incidents(plan, seed)
    return births(plan, seed, starts, arrivals_of_tickets(plan, seed, starts))


def births(
    plan: Plan, seed: int, starts: dict[str, int], arrivals: dict[str, int]
) -> tuple[Birth, ...]:
    """Return every ticket that can arrive by itself, in order; contacts are candidates."""
    world, made = plan.world, list(plan.fixed)
    made.extend(_written(plan, seed, spec, arrivals[spec.id]) for spec in plan.drawn)
    if world.profile is not None:
        made.extend(tickets_of(world, world.profile, seed))
    for ident, incident in plan.incidents.items():
        # What something else brings about can begin at any minute.
        start = starts[ident] if starts[ident] <= world.length else 0
        made.extend(_contacts(plan, seed, incident, start))
    made.sort(key=attrgetter("arrives"))
    return tuple(made)


def _written(plan: Plan, seed: int, spec: TicketSpec, minute: int) -> Birth:
    if spec.kind.spread == 0 and not plan.world.rules.human and not spec.part_of:
        return Birth(spec.id, spec.kind, minute, spec.kind.effort * MINUTE, None)
    words = chance.fate(seed, "ticket", spec.id)
    effort = effort_of(plan.world.rules, spec.kind, words[0])
    returns = -1 if spec.returns is None else spec.returns
    return Birth(
        spec.id, spec.kind, minute, effort, words, spec.part_of, returns,
        sent_back_by=spec.sent_back_by,
    )  # fmt: skip


def _contacts(plan: Plan, seed: int, incident: IncidentSpec, start: int) -> Iterator[Birth]:
    contacts = incident.contacts
    if contacts is None:
        return
    highest = max(1, contacts.highest)
    clock = start * MINUTE
    number = 0
    while True:
        number += 1
        ident = f"{incident.id}.{number}"
        words = chance.fate(seed, "contact", ident)
        clock += chance.exponential(words[1]) * 1000 // highest
        minute = clock // MINUTE
        if minute >= plan.world.length:
            return
        effort = effort_of(plan.world.rules, contacts.kind, words[0])
        yield Birth(ident, contacts.kind, minute, effort, words, incident.id)


def here_today(plan: Plan, seed: int) -> dict[str, bool]:
    """Return for each analyst whether they come in today."""
    return {
        one.id: not one.absent
        or chance.permille(chance.fate(seed, "absence", one.id)[0]) >= one.absent
        for one in plan.world.team
    }


def pace_of(plan: Plan, seed: int, who: str) -> int:
    """Return somebody's own pace in percent."""
    spec = plan.analysts[who]
    if spec.pace or spec.speeds:
        return spec.pace
    low, high = plan.world.rules.pace
    return chance.within(chance.fate(seed, "pace", who)[0], Span(low, high))
