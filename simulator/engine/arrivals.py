"""Tickets that arrive by themselves: they stand in a line, and only the head of it is planned."""

from __future__ import annotations

from heapq import heappush
from typing import TYPE_CHECKING

from simulator.engine import admission, contacts
from simulator.engine.state import ARRIVAL_PHASE

if TYPE_CHECKING:
    from simulator.engine.state import State


def plan_next(state: State) -> None:
    """Plan the minute of the next arrival, if one is to come.

    It has sequence number 0: what was born with the shift comes before what returns in it.
    """
    if state.next_birth < len(state.births):
        _plan(state, max(0, state.births[state.next_birth].arrives))


def _plan(state: State, minute: int) -> None:
    heappush(state.due, (minute * 8 + ARRIVAL_PHASE, 0, "arrivals", "", 0))


def arrivals(state: State, _subject: str, _version: int) -> None:
    """Handle all arrivals of a minute, in order, and plan the next ones."""
    births, place = state.births, state.next_birth
    birth = births[place]
    while birth.arrives <= state.now:
        state.next_birth = place = place + 1
        if birth.source:
            contacts.contact(state, birth)
        else:
            admission.admit(state, birth, "script", -1)
        if place == len(births):
            return
        birth = births[place]
    _plan(state, birth.arrives)
