"""Which ticket somebody takes next: by habit, by the order the lead gave, or simply the best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.pace import gap_of, speed_of
from simulator.engine.records import NOBODY

if TYPE_CHECKING:
    from simulator.engine.records import Analyst, Ticket
    from simulator.engine.state import State


def accepts(state: State, analyst: Analyst, ticket: Ticket) -> bool:
    """Return whether an idle analyst takes a ticket that has just come in."""
    if state.rules.pull == "best":
        return speed_of(state, analyst, ticket.kind.skill, ticket.kind.difficulty) > 0
    habits = analyst.spec.habits
    if "waits-to-be-asked" in habits and not follows_order(state, analyst):
        return False
    return _able(analyst, ticket)


def _able(analyst: Analyst, ticket: Ticket) -> bool:
    return gap_of(analyst, ticket.kind.skill, ticket.kind.difficulty) >= -1


def follows_order(state: State, analyst: Analyst) -> bool:
    """Return whether the lead's order replaces this person's habit."""
    return state.order in ("impact", "oldest") and "keeps-own-order" not in analyst.spec.habits


def pick(state: State, analyst: Analyst) -> str:
    """Return the waiting ticket this analyst would take next; "" for none."""
    tickets = state.tickets
    if state.rules.pull == "best":
        speeds = analyst.spec.speeds
        for ident in state.waiting:
            kind = tickets[ident].kind
            if kind.skill in speeds or speed_of(state, analyst, kind.skill, kind.difficulty):
                return ident
        return NOBODY
    able = [t for t in map(tickets.__getitem__, state.waiting) if _able(analyst, t)]
    if not able:
        return NOBODY
    return min(able, key=lambda t: _preference(state, analyst, t)).id


def _preference(state: State, analyst: Analyst, ticket: Ticket) -> tuple[int, int, int]:
    """Return how far back a ticket stands for this analyst: the smallest is taken first."""
    habits = analyst.spec.habits
    gap = gap_of(analyst, ticket.kind.skill, ticket.kind.difficulty)
    if follows_order(state, analyst):
        if state.order == "impact":
            return (ticket.priority, -min(gap, 0), ticket.number)
        return (0, 0, ticket.number)
    if "own-skill-first" in habits or "waits-to-be-asked" in habits:
        return (-gap, ticket.priority, ticket.number)
    if "easiest-first" in habits:
        return (ticket.kind.effort * (3 - min(gap, 2)), 0, ticket.number)
    return (0, 0, ticket.number)
