"""Duties around an incident: see it, give it away, let it move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import (
    AnyAct,
    Assign,
    Declare,
    Escalate,
    GoAhead,
    Link,
    Triage,
)
from simulator.strategies.matching import Choose, owner_for, second_eyes, style_for
from simulator.strategies.memory import request
from simulator.strategies.reading import (
    burning,
    logged_high,
    new_services,
    strained,
    urgent,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import IncidentView
    from simulator.engine.view import View
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory

TIME_FOR_IT = 35
"""Minutes after which the outcome of an incident is asked for, inside a P1's hour."""

LOOK_IN = 14
"""Minutes after giving an incident away at which a look in is agreed. (I2, ten to fifteen)"""

ANSWERED = 30
"""Minutes after which a permit that somebody else may give is asked for once more."""


def open_new_services(at_least: int, calm: bool = False) -> Duty:
    """Return the duty of opening a ticket about a service that is new in the queue.

    `calm` leaves it be while a P1 burns.
    """

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        if calm and urgent(view):
            return
        for ticket in new_services(view, at_least):
            yield Triage(ticket.id)

    return duty


def open_logged_high(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the opening of tickets that came in as P1 or P2."""
    for ticket in logged_high(view):
        yield Triage(ticket.id)


def declare(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the declaration of what is known to be wrong: in doubt, the higher severity."""
    for one in burning(view):
        if not one.declared:
            yield Declare(one.id, one.severity)


def link_many(at_least: int) -> Duty:
    """Return the duty of linking duplicates once there are so many."""

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        for one in view.incidents():
            if one.declared and one.unlinked >= at_least:
                yield Link(one.id)

    return duty


def give_whole(choose: Choose = owner_for, look_in: int = LOOK_IN) -> Duty:
    """Return the duty of giving an incident away with the right to finish it.

    Outcome, time, limits, a second pair of eyes and a look in after so many minutes, in one breath.
    """

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        for one in burning(view):
            if one.who and memory.given("assign", one.id) is not None:
                continue
            tired = [person.id for person in strained(view, memory)]
            best = choose(view, one, tired) or choose(view, one, ())
            if best is None:
                continue
            eyes = second_eyes(view, one, best.id, tired)
            minute = view.now + view.world.rules.cost("assign")
            yield Assign(
                one.id, best.id, style_for(view, best, one),
                outcome=one.outcomes[-1][0] if one.outcomes else "",
                due=min(minute + TIME_FOR_IT, view.length),
                check_in=min(minute + look_in, view.length),
                may=within_authority(view, one),
                beside=eyes.id if eyes is not None else None,
            )  # fmt: skip

    return duty


def give_by_the_step(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the giving of an incident to the best skill, up to its next finding and no further."""
    for one in burning(view):
        best = owner_for(view, one)
        if best is None or (one.who and memory.given("assign", one.id) is not None):
            continue
        minute = view.now + view.world.rules.cost("assign")
        yield Assign(
            one.id, best.id, "on-call", outcome=one.outcomes[0][0] if one.outcomes else "",
            due=min(minute + TIME_FOR_IT, view.length),
            check_in=min(minute + LOOK_IN, view.length),
        )  # fmt: skip


def within_authority(view: View, incident: IncidentView) -> tuple[str, ...]:
    """Return the steps of an incident that are the lead's own to allow."""
    return tuple(permit for permit, _ in incident.permits if not view.whose(permit))


def go_ahead(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a word to whoever waits for one, or the question to whoever may give it."""
    for one in view.incidents():
        if one.halted_since is None:
            continue
        who = view.whose(one.asks)
        if not who:
            yield GoAhead(one.id)
        elif not memory.lately("escalate", request(one.id, who), view.now, ANSWERED):
            yield Escalate(one.id, who, one.asks, tuple(fact.id for fact in view.facts()))
