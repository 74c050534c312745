"""Letting a ticket in: to whoever is free for it, or into the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import calls, clocks
from simulator.engine.choosing import taker
from simulator.engine.owning import own_analyst
from simulator.engine.records import NOBODY
from simulator.engine.records.tickets import Ticket
from simulator.engine.state import note
from simulator.engine.waiting import enqueue
from simulator.engine.work import begin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.log import Cause, Value
    from simulator.engine.records.tickets import Birth
    from simulator.engine.state import State


def admit(state: State, birth: Birth, cause: Cause, because: int, offered: bool = True) -> int:
    """Let a ticket in, to whoever is free for it or into the queue; return the entry.

    One that is not `offered` is taken care of by the caller.
    """
    telephones = state.plan.telephones
    if telephones and offered and calls.is_live(birth):
        from simulator.engine.telephones import ring  # telephones build on this

        return ring(state, birth, cause, because)
    now, rules, kind, ident = state.now, state.rules, birth.kind, birth.id
    logged = kind.logged
    state.next_number = number = state.next_number + 1
    state.tickets[ident] = ticket = Ticket(
        state.owner, ident, "ticket:" + ident, number, birth, kind, now, logged, birth.effort,
        now + rules.respond[logged - 1], now + rules.resolve[logged - 1],
    )  # fmt: skip
    ticket.let_go = birth.sent_back_by
    data: Mapping[str, Value] = kind.arrives
    if birth.again:
        data = {**data, "again": birth.again}
    if birth.earlier in state.tickets:  # a call that was lost is no ticket
        data = {**data, "earlier": birth.earlier}
    source = birth.source
    if source:
        state.reports[source] = (*state.reports.get(source, ()), ident)
        if "." not in ident:
            data = {**data, "part_of": source}
        if state.incidents[source].known >= 0:
            ticket.incident = source
            data = {**data, "incident": source}
    entry = note(state, "ticket.arrived", cause, ticket.ref, "desk", because, data)
    clocks.start(state, ticket, logged)
    if telephones and kind.channel == "chat":
        clocks.respond_within(state, ticket, rules.chat_respond)
    if not offered:
        return entry
    who = taker(state, ticket) if state.idle else NOBODY
    if who:
        begin(state, own_analyst(state, who), ticket, entry, True)
    else:
        enqueue(state, ticket)
    return entry
