"""What a hand-off passes on: the parts of a note, what survives of the work, who will not take it.

One rule for what the lead moves and for what people pass on among themselves (B27, B62).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import chance, conflicts, feelings
from simulator.engine.pace import MINUTE
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.rules import Rules
    from simulator.engine.state import State

PARTS = ("tested", "changed", "suspected", "next")


def written(state: State, analyst: Analyst, ticket: Ticket) -> tuple[str, ...]:
    """Return the parts of the note that somebody writes, as habits and stress allow."""
    rules = state.rules
    full, usual, strained = rules.note_part
    odds = full if "full-notes" in analyst.spec.habits else usual
    if feelings.stress(analyst, state.now) >= rules.short_notes_at * feelings.POINT:
        odds = min(odds, strained)
    words = chance.drawn(state.seed, state.luck, "note", ticket.id, len(ticket.had))
    return tuple([
        part for part, word in zip(PARTS, words[:4], strict=True) if chance.permille(word) < odds
    ])  # fmt: skip


def _kept(rules: Rules, parts: tuple[str, ...]) -> int:
    """Return the share of the work that survives, percent."""
    return rules.hand_off_kept_percent * len(parts) // len(PARTS)


def lost(rules: Rules, ticket: Ticket, parts: tuple[str, ...]) -> int:
    """Return the whole minutes of work that a hand-off loses."""
    spent = max(0, ticket.effort - ticket.left)
    return spent * (100 - _kept(rules, parts)) // 100 // MINUTE


def carry_over(rules: Rules, ticket: Ticket, parts: tuple[str, ...]) -> None:
    """Let the next person start over, but for what the note says; reading it takes minutes."""
    spent = ticket.effort - ticket.left
    ticket.left = ticket.effort - spent * _kept(rules, parts) // 100
    if parts:
        ticket.left += rules.note_reading * MINUTE


def refused(state: State, giver: str, to: str) -> bool:
    """Return whether two people quarrel so much that a note between them is not read."""
    quarrel = conflicts.between(state, giver, to)
    return bool(quarrel) and state.conflicts[quarrel].friction >= state.rules.friction_refuse


def received(
    state: State, task: str, giver: str, to: str, parts: tuple[str, ...], lost: bool, entry: int,
    cause: Cause,
) -> None:  # fmt: skip
    """Tell of a note that was `lost` for a quarrel, and let a bare hand-off feed the quarrel."""
    if lost:
        note(
            state, "ticket.refused", "world", task, f"analyst:{to}", entry,
            {"to": to, "from": giver},
        )  # fmt: skip
    quarrel = conflicts.between(state, giver, to)
    if quarrel and not parts:
        bare = state.rules.friction_bare
        conflicts.change(state, quarrel, bare, "bare-hand-off", entry, cause)
