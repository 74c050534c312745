"""The tickets that wait for somebody, most pressing first: by priority, then by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings
from simulator.engine.state import own_analyst

if TYPE_CHECKING:
    from simulator.engine.records import Ticket
    from simulator.engine.state import State


def enqueue(state: State, ticket: Ticket) -> None:
    """Put a ticket where its priority and number place it."""
    tickets, waiting = state.tickets, state.waiting
    priority, number = ticket.priority, ticket.number
    place = len(waiting)
    for ident in reversed(waiting):
        before = tickets[ident]
        if before.priority < priority or (before.priority == priority and before.number < number):
            break
        place -= 1
    waiting.insert(place, ticket.id)
    if state.rules.human:
        _weigh(state)


def dequeue(state: State, ident: str) -> None:
    """Take a ticket out, if it waits."""
    if ident in state.waiting:
        leave(state, ident)


def leave(state: State, ident: str) -> None:
    """Take out a ticket that waits."""
    state.waiting.remove(ident)
    if state.rules.human:
        _weigh(state)


def reorder(state: State, ident: str) -> None:
    """Give a waiting ticket its new place after a change of priority."""
    if ident in state.waiting:
        state.waiting.remove(ident)
        enqueue(state, state.tickets[ident])


def _weigh(state: State) -> None:
    """Notice when the queue becomes long enough to weigh on everybody, or stops being so."""
    if (len(state.waiting) > state.rules.queue_long) != state.long_queue:
        state.long_queue = not state.long_queue
        for ident in state.analysts:
            feelings.retune(state, own_analyst(state, ident))
