"""Setting work aside: for something else, or because it leaves the hands it is in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine import feelings, work
from simulator.engine.owning import own_analyst, own_ticket
from simulator.engine.pace import MINUTE
from simulator.engine.records import LEAD, NOBODY
from simulator.engine.state import note
from simulator.engine.waiting import dequeue

if TYPE_CHECKING:
    from simulator.engine.records.team import Analyst
    from simulator.engine.state import State


def park(state: State, analyst: Analyst, because: int, moved: bool = True) -> None:
    """Set aside what somebody has in hand; being moved to something else costs some of the work."""
    ident = analyst.task
    if not ident:
        return
    analyst.task = NOBODY
    if ident in state.incidents:
        from simulator.engine.responders import set_aside  # incidents build on this

        if state.incidents[ident].who != analyst.id:
            return  # a second pair of eyes only looks on
        set_aside(state, ident, because)
    else:
        ticket = own_ticket(state, ident)
        work.stop(state, ticket)
        if moved:
            ticket.left += state.rules.switch_minutes * MINUTE
        ticket.state, ticket.who, ticket.parked_by = "parked", NOBODY, analyst.id
        note(state, "ticket.parked", "world", ticket.ref, analyst.ref, because, {"by": analyst.id})
    analyst.parked = (ident, *analyst.parked)


def release(state: State, ident: str) -> None:
    """Take a ticket out of whatever hands or list it is in, keeping what is done."""
    ticket = own_ticket(state, ident)
    ticket.hold = replace(ticket.hold, outside=-1)
    dequeue(state, ident)
    if ticket.parked_by:
        holder = own_analyst(state, ticket.parked_by)
        holder.parked = tuple(one for one in holder.parked if one != ident)
        ticket.parked_by = NOBODY
        feelings.retune(state, holder)
    if ticket.who and ticket.who != LEAD:
        holder = own_analyst(state, ticket.who)
        work.stop(state, ticket)
        ticket.who = NOBODY
        holder.task = NOBODY
        work.free(state, holder)
    ticket.who = NOBODY
