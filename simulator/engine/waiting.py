"""The tickets that wait for somebody, most pressing first: by priority, then by number."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from simulator.engine import feelings
from simulator.engine.owning import own_analyst
from simulator.engine.state import wake

if TYPE_CHECKING:
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State

LENGTH = "waiting"
"""What touches a condition on the length of the queue, with the number that was passed."""


def enqueue(state: State, ticket: Ticket) -> None:
    """Put a ticket where its priority and number place it."""
    rank, ranks = ticket.priority << 32 | ticket.number, state.ranks
    place = bisect(ranks, rank)
    ranks.insert(place, rank)
    state.waiting.insert(place, ticket.id)
    if LENGTH in state.woken_by:
        wake(state, LENGTH, str(len(ranks)))
    if state.rules.human:
        _weigh(state)


def dequeue(state: State, ident: str) -> None:
    """Take a ticket out, if it waits."""
    if ident in state.waiting:
        leave(state, ident)


def leave(state: State, ident: str) -> None:
    """Take out a ticket that waits."""
    place = state.waiting.index(ident)
    if LENGTH in state.woken_by:
        wake(state, LENGTH, str(len(state.ranks)))
    del state.waiting[place], state.ranks[place]
    if state.rules.human:
        _weigh(state)


def reorder(state: State, ident: str) -> None:
    """Give a waiting ticket its new place after a change of priority."""
    if ident in state.waiting:
        place = state.waiting.index(ident)
        del state.waiting[place], state.ranks[place]
        enqueue(state, state.tickets[ident])


def _weigh(state: State) -> None:
    """Notice when the queue becomes long enough to weigh on everybody, or stops being so."""
    if (len(state.waiting) > state.rules.queue_long) != state.long_queue:
        state.long_queue = not state.long_queue
        for ident in state.analysts:
            feelings.retune(state, own_analyst(state, ident))
