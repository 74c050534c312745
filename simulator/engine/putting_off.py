"""Tickets that the lead puts off or declines: what their senders make of it, and how they return.

Being told is a response, so the response clock of a ticket that is put off has stopped. Its
resolution clock runs on: a desk does not stop a clock by its own choice, only by waiting for the
user or a vendor. A declined ticket is closed, and both clocks with it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine import chance, setting_aside, shifts
from simulator.engine.owning import own_ticket
from simulator.engine.records import LEAD
from simulator.engine.state import ARRIVAL_PHASE, note, plan_due
from simulator.engine.world import Span

if TYPE_CHECKING:
    from simulator.engine.state import State

DEFERRED, DECLINED = "deferred", "declined"
"""States of a ticket."""


def put_off(state: State, ident: str, until: int, reasoned: bool) -> None:
    """Take a ticket off the list until a minute, -1 for the next shift; its sender is told."""
    setting_aside.release(state, ident)
    ticket = own_ticket(state, ident)
    before, cost = ticket.hold, state.rules.satisfaction_deferred[0 if reasoned else 1]
    ticket.state = DEFERRED
    ticket.hold = replace(before, points=before.points + cost, times=before.times + 1, until=until)
    if ticket.responded < 0:
        ticket.responded = state.now
    if until >= 0:
        plan_due(state, until, ARRIVAL_PHASE, "due-back", ident, until)


def due_back(state: State, ident: str, until: int) -> None:
    """Handle the minute to which a ticket was put off: it waits for somebody again."""
    ticket = state.tickets[ident]
    if ticket.state != DEFERRED or ticket.hold.until != until:
        return
    ticket = own_ticket(state, ident)
    ticket.hold = replace(ticket.hold, until=-1)
    entry = note(state, "ticket.due-back", "world", ticket.ref, "desk", -1, {})
    shifts.offer(state, ident, entry)


def decline(state: State, ident: str) -> None:
    """Close a ticket that the desk will not do; who was refused something urgent comes back."""
    rules = state.rules
    setting_aside.release(state, ident)
    ticket = own_ticket(state, ident)
    ticket.state, ticket.resolved, ticket.by = DECLINED, state.now, LEAD
    ticket.version += 1
    if ticket.responded < 0:
        ticket.responded = state.now
    state.resolved += 1
    state.declined += 1
    if ticket.kind.true <= rules.declined_returns:
        words = chance.drawn(state.seed, state.luck, "declined", ident, ticket.again)
        minute = state.now + chance.within(words[0], Span(*rules.return_after))
        if minute <= state.world.length:
            plan_due(state, minute, ARRIVAL_PHASE, "return", ident)
