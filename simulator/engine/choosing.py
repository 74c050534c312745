"""Which ticket somebody takes next: by habit, by the order the lead gave, or simply the best.

What waits stands by priority, then by number, so a search from the front often ends early.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import standing
from simulator.engine.acts.shapes import Assign
from simulator.engine.pace import gap_of, speed_of
from simulator.engine.records import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State
    from simulator.engine.world import TicketKind

    Able = Iterator[tuple[int, Ticket]]
    """Tickets somebody is able to do, as they stand, each with skill minus difficulty."""

LOUD = ("phone", "walk-up")
"""Channels that do not reach somebody who is kept from interruptions."""
LEAST_GAP = -1
"""Skill minus difficulty from which somebody dares to take a ticket unasked."""


def taker(state: State, ticket: Ticket) -> str:
    """Return who of the idle takes a ticket that has just come in; "" for nobody."""
    kind, analysts = ticket.kind, state.analysts
    best, bound = state.rules.pull == "best", state.bound
    for who in state.idle:
        analyst = analysts[who]
        if who in ticket.let_go or (bound and not standing.lets(state, analyst, ticket)):
            continue
        if analyst.phones and _keeps_from_calls(state, kind):
            continue
        if can(state, analyst, kind) if best else _dares(state, analyst, kind):
            return who
    return NOBODY


def can(state: State, analyst: Analyst, kind: TicketKind) -> bool:
    """Return whether somebody can work on tickets of a kind at all."""
    speeds = analyst.spec.speeds
    if speeds:
        return bool(speeds.get(kind.skill))
    return speed_of(state, analyst, kind.skill, kind.difficulty) > 0


def _dares(state: State, analyst: Analyst, kind: TicketKind) -> bool:
    """Return whether an idle analyst takes a ticket of a kind unasked."""
    if "waits-to-be-asked" in analyst.spec.habits and not follows_order(state, analyst):
        return False
    if analyst.protected > state.now and kind.channel in LOUD:
        return False
    return gap_of(analyst, kind.skill, kind.difficulty) >= LEAST_GAP - analyst.learns


def _keeps_from_calls(state: State, kind: TicketKind) -> bool:
    """Return whether a ticket looks too long for somebody who answers the telephones."""
    return kind.effort > state.rules.between_calls


def follows_order(state: State, analyst: Analyst) -> bool:
    """Return whether the lead's order replaces this person's habit."""
    known = order_of(state, analyst) in ("impact", "oldest")
    return known and "keeps-own-order" not in analyst.spec.habits


def order_of(state: State, analyst: Analyst) -> str:
    """Return the order of work somebody knows of; who works from home hears of it later."""
    return analyst.order if analyst.spec.remote else state.order


def being_given(state: State) -> str:
    """Return the waiting ticket that the lead is giving to somebody: nobody helps themselves to it.

    "" for none.
    """
    act = state.lead.hand.act if state.lead.hand is not None else None
    return act.task if isinstance(act, Assign) else NOBODY


def pick(state: State, analyst: Analyst) -> str:
    """Return the waiting ticket this analyst would take next; "" for none."""
    if not state.waiting:
        return NOBODY
    if state.bound:
        meant = standing.meant_for(state, analyst)
        if meant and meant != being_given(state):
            return meant
    if state.rules.pull == "best":
        return _best(state, analyst)
    ticket = _manner(state, analyst)(_able(state, analyst))
    return NOBODY if ticket is None else ticket.id


def _best(state: State, analyst: Analyst) -> str:
    """Return the first waiting ticket this analyst can work on."""
    tickets, speeds, bound = state.tickets, analyst.spec.speeds, state.bound
    given = being_given(state)
    for ident in state.waiting:
        kind = tickets[ident].kind
        # The call gives the same answer; most of those who have speeds of their own need none.
        if not (speeds.get(kind.skill) or (not speeds and can(state, analyst, kind))):
            continue
        if ident == given or (bound and not standing.lets(state, analyst, tickets[ident])):
            continue
        if not (analyst.phones and _keeps_from_calls(state, kind)):
            return ident
    return NOBODY


def _manner(state: State, analyst: Analyst) -> Callable[[Able], Ticket | None]:
    """Return how this analyst chooses now."""
    habits = analyst.spec.habits
    if follows_order(state, analyst):
        return _by_impact if order_of(state, analyst) == "impact" else _oldest
    if "own-skill-first" in habits or "waits-to-be-asked" in habits:
        return _own_skill
    return _easiest if "easiest-first" in habits else _oldest


def _able(state: State, analyst: Analyst) -> Able:
    tickets, skills, bound = state.tickets, analyst.skills, state.bound
    least, given = LEAST_GAP - analyst.learns, being_given(state)
    for ident in state.waiting:
        ticket = tickets[ident]
        kind = ticket.kind
        gap = skills.get(kind.skill, 1) - kind.difficulty
        if ident == given or analyst.id in ticket.let_go:
            continue
        kept = analyst.phones and _keeps_from_calls(state, kind)
        if gap >= least and not kept and not (bound and not standing.lets(state, analyst, ticket)):
            yield gap, ticket


def _by_impact(able: Able) -> Ticket | None:
    """Return the first of the highest priority that is not too hard, or else its first."""
    found: Ticket | None = None
    for gap, ticket in able:
        if found is not None and ticket.priority > found.priority:
            break
        if gap >= 0:
            return ticket
        if found is None:
            found = ticket
    return found


def _oldest(able: Able) -> Ticket | None:
    """Return the one with the lowest number."""
    found: Ticket | None = None
    for _, ticket in able:
        if found is None or ticket.number < found.number:
            found = ticket
    return found


def _own_skill(able: Able) -> Ticket | None:
    """Return the first of those that skill exceeds most."""
    found: Ticket | None = None
    widest = LEAST_GAP - 2
    for gap, ticket in able:
        if gap > widest:
            found, widest = ticket, gap
    return found


def _easiest(able: Able) -> Ticket | None:
    """Return the one that looks like the least work; of equals the lowest number."""
    found: Ticket | None = None
    least = 0
    for gap, ticket in able:
        effort = ticket.kind.effort * (3 - min(gap, 2))
        if found is None or effort < least or (effort == least and ticket.number < found.number):
            found, least = ticket, effort
    return found
