"""Calls on a contract: by when an answer is owed, when it comes, and what chasing does (B126)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import chance
from simulator.engine.owning import own_stakeholder
from simulator.engine.state import CLOCK_PHASE, note, plan_due
from simulator.engine.world import Span

if TYPE_CHECKING:
    from simulator.engine.state import State
    from simulator.engine.world import Clause, Contract

DAY = 24 * 60
"""Minutes."""


def clause_of(state: State, who: str, ident: str) -> Clause | None:
    """Return a clause of somebody's contract; None for no such clause."""
    contract = state.plan.stakeholders[who].contract
    clauses = contract.clauses if contract is not None else ()
    return next((one for one in clauses if one.id == ident), None)


def _starts(contract: Contract, clause: Clause, now: int) -> int:
    """Return the minute from which the contract's clock runs for a call now."""
    if contract.hours is None or clause.always:
        return now
    opens, closes = contract.hours
    if now < opens:
        return opens
    return now if now < closes else opens + DAY


def answer_at(state: State, who: str, ident: str, because: int) -> int:
    """Return the minute at which a call that cites a clause is answered; note what is owed."""
    contract, clause = state.plan.stakeholders[who].contract, clause_of(state, who, ident)
    assert contract is not None
    assert clause is not None
    mine = own_stakeholder(state, who)
    words = chance.drawn(state.seed, state.luck, "contract", who, mine.answered)
    starts = _starts(contract, clause, state.now)
    mine.owed_at = starts + clause.within
    plan_due(state, mine.owed_at + 1, CLOCK_PHASE, "owed", who, because)
    if contract.late_by is not None and chance.permille(words[0]) < contract.late:
        return mine.owed_at + chance.within(words[1], contract.late_by)
    return starts + max(1, clause.within * chance.within(words[2], contract.luck) // 100)


def owed(state: State, who: str, because: int) -> None:
    """Handle the minute after which a contract is broken: nobody has answered."""
    one = state.stakeholders[who]
    if one.asked_at >= 0 and one.awaited == because:
        note(
            state, "stakeholder.late", "world", f"stakeholder:{who}", f"stakeholder:{who}",
            because, {"owed": one.owed_at, "task": one.asked_task},
        )  # fmt: skip


def chase(state: State, who: str, because: int) -> None:
    """Bring an answer that is overdue forward; before its time chasing changes nothing."""
    one = state.stakeholders[who]
    if one.owed_at < 0 or state.now <= one.owed_at:
        return
    mine = own_stakeholder(state, who)
    mine.awaited, mine.owed_at = because, -1
    words = chance.drawn(state.seed, state.luck, "chased", who, mine.answered)
    minute = state.now + chance.within(words[0], Span(*state.rules.chased))
    plan_due(state, minute, CLOCK_PHASE, "answer", who, because)
