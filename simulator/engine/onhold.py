"""Tickets that wait for somebody outside: the resolution clock stands, and the desk goes on.

Whether a ticket will, and for how long, is drawn at birth. Who asked goes on with it when the
answer comes, if they are still in; otherwise it waits in the queue.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine import chance, shifts
from simulator.engine.owning import own_ticket
from simulator.engine.pace import MINUTE
from simulator.engine.records import HERE, NOBODY
from simulator.engine.state import ARRIVAL_PHASE, CLOCK_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State

ASKED = ("user", "vendor")
"""Whom a ticket can wait for; its state is then `on-user` or `on-vendor`."""


def hold(state: State, ticket: Ticket, on: str) -> None:
    """Let a ticket, ours to change, wait for an answer from outside."""
    rules, now, who = state.rules, state.now, ticket.who
    ticket.state, ticket.who, ticket.parked_by = f"on-{on}", NOBODY, who
    ticket.hold = replace(ticket.hold, outside=now)
    note(
        state, "ticket.on-hold", "world", ticket.ref, state.analysts[who].ref, ticket.entry,
        {"on": on, "by": who},
    )  # fmt: skip
    word = chance.fate(state.seed, "outside", ticket.id)[2]
    spread = chance.spread(word, rules.outside_minutes, rules.outside_sigma)
    plan_due(state, now + max(1, spread // MINUTE), ARRIVAL_PHASE, "reply", ticket.id, now)


def reply(state: State, ident: str, since: int) -> None:
    """Handle the answer from outside: the clock goes on, and so does who asked."""
    if state.tickets[ident].hold.outside != since:
        return
    ticket, waited = own_ticket(state, ident), state.now - since
    on = ticket.state.removeprefix("on-")
    ticket.hold = replace(ticket.hold, outside=-1, waited=ticket.hold.waited + waited)
    if not ticket.late & 2:
        ticket.resolve_by += waited
        plan_due(state, ticket.resolve_by, CLOCK_PHASE, "resolve", ident, ticket.resolve_by)
    ticket.entry = note(
        state, "ticket.reply-came", "world", ticket.ref, "desk", ticket.entry,
        {"on": on, "waited": waited},
    )  # fmt: skip
    if state.analysts[ticket.parked_by].place in HERE:
        from simulator.engine.handoffs import hand_to  # hand-offs build on this

        hand_to(state, ticket, ticket.parked_by)
    else:
        shifts.put_back(state, ident, ticket.entry)
