"""What a resolved ticket earns, and whether it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import articles, chance, feelings
from simulator.engine.records.tickets import Birth
from simulator.engine.state import ARRIVAL_PHASE, note, plan_due
from simulator.engine.world import Span

if TYPE_CHECKING:
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State


def subject_of(ticket: Ticket) -> str:
    """Return what a ticket says in its subject line: one of its kind's, by fate."""
    subjects, words = ticket.kind.subjects, ticket.born.words
    if len(subjects) == 1 or words is None:
        return subjects[0]
    return subjects[chance.one_of(words[4], len(subjects))]


def satisfaction(state: State, ticket: Ticket) -> int:
    """Return the points that closing the ticket now earns, 0 to 100 (B107)."""
    rules, again, hold = state.rules, ticket.born.again, ticket.hold
    past = state.now - ticket.arrived - hold.waited - 60
    if past < 15 and not (ticket.late or again or hold.points):
        return rules.satisfaction
    points = rules.satisfaction + hold.points
    points += rules.satisfaction_late * ticket.late.bit_count() + rules.satisfaction_return * again
    if past >= 15:
        lost, most = rules.satisfaction_wait * (past // 15), rules.satisfaction_wait_most
        points += lost if lost > most else most
    return points if points > 0 else 0


def draw(state: State, ticket: Ticket) -> None:
    """Decide whether a ticket that was just resolved comes back, and plan it."""
    rules, born = state.rules, ticket.born
    if born.words is None or ticket.linked:
        return
    odds = rules.return_base if born.returns < 0 else born.returns
    analyst = state.analysts.get(ticket.by)
    if analyst is not None:
        if ticket.gap < 0:
            odds += rules.return_gap[min(1, -ticket.gap - 1)]
        if feelings.stress(analyst, state.now) >= rules.late_replies_at * feelings.POINT:
            odds += rules.return_stress
        if "full-notes" in analyst.spec.habits:
            odds += rules.return_notes
        odds += rules.loose_return * ticket.terms.loose
        if state.articles:
            odds += articles.return_change(state, ticket.kind.id)
    if rules.hand_offs:
        odds += rules.return_moved * ticket.moves
    words = chance.drawn(state.seed, state.luck, "return", ticket.id, born.again)
    if chance.permille(words[0]) >= odds:
        return
    after = chance.within(words[1], Span(*rules.return_after))
    if state.now + after <= state.world.length:
        plan_due(state, state.now + after, ARRIVAL_PHASE, "return", ticket.id)


def come_back(state: State, ident: str, _version: int) -> None:
    """Handle a return: a new ticket, born of the old one."""
    from simulator.engine.admission import admit  # it builds on returns

    old = state.tickets[ident]
    again = old.again + 1
    root = ident.rsplit(".r", 1)[0] if old.again else ident
    born = Birth(
        id=f"{root}.r{again}",
        kind=old.kind,
        arrives=state.now,
        effort=old.effort,
        words=chance.fate(state.seed, "return", f"{root}.r{again}"),
        returns=old.born.returns,
        again=again,
    )
    entry = note(
        state, "ticket.returned", "world", f"ticket:{ident}", "desk", -1,
        {"by": old.by, "again": again},
    )  # fmt: skip
    admit(state, born, "world", entry)
