"""How sure people are of themselves, which may be wrong, and when they ask for help (B92).

Somebody unsure asks early, somebody too sure asks late and has gone further the wrong way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import helping, work
from simulator.engine.owning import own_analyst, own_ticket
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State

SOONEST = 3
"""Minutes before which nobody asks."""


def confidence(analyst: Analyst, skill: str) -> int:
    """Return somebody's own opinion of a skill, 0 to 5: what grew today, or what they came with."""
    known = analyst.skills.get(skill, 1)
    return dict(analyst.sure).get(skill, analyst.spec.confidence.get(skill, known))


def grow(state: State, who: str, skill: str, because: int) -> None:
    """Let somebody become one point surer of a skill, 5 at most."""
    analyst = own_analyst(state, who)
    to = min(5, confidence(analyst, skill) + 1)
    analyst.sure = (*((name, n) for name, n in analyst.sure if name != skill), (skill, to))
    note(
        state, "analyst.surer", "world", analyst.ref, analyst.ref, because,
        {"skill": skill, "to": to}, seen=False,
    )  # fmt: skip


def plan_asking(state: State, analyst: Analyst, ticket: Ticket) -> None:
    """Plan the minute at which somebody asks about work that is too hard for them."""
    rules, skill = state.rules, ticket.kind.skill
    too_sure = confidence(analyst, skill) - analyst.skills.get(skill, 1)
    after = max(SOONEST, rules.ask_after + rules.ask_later * too_sure + analyst.asks_later)
    plan_due(state, state.now + after, PEOPLE_PHASE, "asks-help", ticket.id, ticket.entry)


def asks_help(state: State, ident: str, started: int) -> None:
    """Handle the minute at which somebody finds that they need help: part of it was in vain."""
    ticket = state.tickets[ident]
    if ticket.entry != started or ticket.who not in state.analysts or ticket.terms.helped:
        return
    ticket, rules = own_ticket(state, ident), state.rules
    analyst = own_analyst(state, ticket.who)
    work.settle(state, ticket)
    spent = state.now - analyst.since
    vain = spent * rules.ask_vain // 100
    entry = note(
        state, "analyst.asked-help", "world", analyst.ref, analyst.ref, started,
        {"task": ident, "after": spent, "vain": vain},
    )  # fmt: skip
    work.lose_minutes(state, analyst, vain)
    helping.asked(state, analyst, ident, entry)
