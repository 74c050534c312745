"""Duties around the ordinary queue: its order, the quiet ticket, targets, the hand-over."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import (
    Acknowledge,
    AnyAct,
    Assign,
    Brief,
    Decide,
    HandOver,
    Reassign,
    Triage,
)
from simulator.strategies.matching import CAPABLE, Choose, gap_for, owner_for, style_for
from simulator.strategies.reading import (
    about_to_wait_too_long,
    from_somebody_known,
    is_known,
    strained,
    urgent,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import AnalystView, DecisionView, TicketView
    from simulator.engine.view import View
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory

TIME_FOR_IT = 60
"""Minutes after which a P1 or P2 ticket's outcome is asked for."""

LOOK_IN = 25
"""Minutes after giving a ticket away at which the lead agrees to look in."""

BEFORE_THE_END = 12
"""Minutes before the end of the shift at which the lead hands over."""

FIRST_HOUR = 60
"""Minutes of the shift in which the lead keeps free for what may come."""

LIES = 60
"""Minutes after which a ticket that nobody has taken up needs a name."""

JUST = 8
"""Minutes of work that a better owner makes up for."""

SOON = 8
"""Minutes before a response target at which the lead tells the sender that it was seen."""


def brief(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield one briefing on what comes first, with the reason that is known from the start."""
    if not view.order:
        why = next((fact.id for fact in view.facts() if fact.since == 0), "")
        yield Brief("impact", why)


def open_from_somebody_known(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the opening of tickets from people whose morning matters today."""
    for ticket in from_somebody_known(view):
        yield Triage(ticket.id)


def read_the_queue(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the opening of waiting tickets, oldest first, once the first hour is over."""
    if urgent(view) or view.now < FIRST_HOUR:
        return
    for ticket in sorted(view.waiting(), key=lambda one: one.number):
        if not ticket.triaged and not ticket.incident:
            yield Triage(ticket.id)


def own_the_urgent(down_to: int, choose: Choose = owner_for) -> Duty:
    """Return the duty of giving each opened ticket of this priority or higher a capable owner."""

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        for ticket in takewhile(lambda one: one.priority <= down_to, view.tickets()):
            if not ticket.triaged or ticket.incident:
                continue
            if ticket.returned and ticket.who:
                continue
            yield from _owner(view, memory, ticket, choose)

    return duty


def own_what_lies(choose: Choose = owner_for) -> Duty:
    """Return the duty of giving a name to what somebody known waits for and nobody takes up.

    Whoever can do it has passed it by for `LIES` minutes: habit will not see to it. While a P1
    burns it has to lie.
    """

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        if urgent(view):
            return
        for ticket in view.waiting():
            if ticket.triaged and view.now - ticket.arrived >= LIES and is_known(view, ticket):
                yield from _owner(view, memory, ticket, choose)

    return duty


def _owner(view: View, memory: Memory, ticket: TicketView, choose: Choose) -> Iterator[AnyAct]:
    tired = [one.id for one in strained(view, memory)]
    best = choose(view, ticket, tired) or choose(view, ticket, ())
    if best is None or memory.given("assign", ticket.id) or memory.given("reassign", ticket.id):
        return
    holder = ticket.who or ticket.parked_by
    if holder == "lead":
        return
    minute = view.now + view.world.rules.cost("assign")
    due = min(minute + TIME_FOR_IT, view.length)
    look_in = minute + LOOK_IN if minute + LOOK_IN <= view.length else None
    outcome = ticket.outcomes[0][0] if ticket.outcomes else ""
    style = style_for(view, best, ticket)
    if not holder:
        yield Assign(ticket.id, best.id, style, outcome, due, look_in)
        return
    has = view.analyst(holder)
    if ticket.parked_by and gap_for(has, ticket) > CAPABLE and has.place == "desk":
        yield Assign(ticket.id, holder, style_for(view, has, ticket), outcome, due, look_in)
    elif ticket.parked_by or gap_for(has, ticket) < CAPABLE or just_begun(view, has, best, ticket):
        yield Reassign(ticket.id, best.id, style, outcome, due, look_in)


def just_begun(view: View, has: AnalystView, best: AnalystView, ticket: TicketView) -> bool:
    """Return whether somebody it stretches has only just begun a P1, with a better one free."""
    return (
        ticket.priority == 1 and gap_for(has, ticket) < 0 <= gap_for(best, ticket)
        and has.on == ticket.id and view.now - has.since <= JUST
    )  # fmt: skip


def acknowledge(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a word to senders whose ticket is about to wait too long for a first answer."""
    for ticket in about_to_wait_too_long(view, SOON):
        yield Acknowledge(ticket.id)


def decide(lead_time: int) -> Duty:
    """Return the duty of writing decisions down: why, from when, and what if it fails.

    A decision holds from this many minutes before it no longer makes sense.
    """

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        for one in view.decisions():
            if one.made or (one.by is not None and one.by - lead_time <= view.now):
                continue
            if one.by is None:
                continue
            yield whole_decision(one, lead_time)

    return duty


def whole_decision(one: DecisionView, lead_time: int) -> Decide:
    """Return a decision with all its parts: a reason, from when, and what if it fails."""
    return Decide(
        one.id,
        tuple(reason for reason, _ in one.reasons[:1]),
        None if one.by is None else one.by - lead_time,
        one.fallbacks[0][0] if one.fallbacks else "",
    )


def hand_over(before: int = BEFORE_THE_END) -> Duty:
    """Return the duty of handing over what is open, promised and known, before the shift ends."""

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        if view.now < view.length - before or memory.given("hand-over") is not None:
            return
        yield whole_shift(view)

    return duty


def whole_shift(view: View) -> HandOver:
    """Return the handing over of what is open, promised and known."""
    tasks = [one.id for one in view.incidents() if one.state != "resolved"]
    tasks += [one.id for one in view.tickets() if one.priority <= 2]
    return HandOver(tuple(tasks), True, tuple(fact.id for fact in view.facts()))
