"""Two people who work side by side for a stretch, so that one of them learns (B12, B74).

The one who shows is slower. The one who learns dares one level more, counts as helped, and grows
surer of a skill with the first ticket done in it; doing such a ticket alone later is an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import confidence, work
from simulator.engine.owning import own_analyst
from simulator.engine.state import SHIFT_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State


def begin(state: State, junior: str, senior: str, until: int) -> None:
    """Put two people side by side until a minute."""
    for who, other in ((junior, senior), (senior, junior)):
        analyst = own_analyst(state, who)
        analyst.paired, analyst.paired_until = other, until
        analyst.learns = who == junior
        work.repace(state, analyst)
    plan_due(state, until, SHIFT_PHASE, "pair-over", junior, until)


def over(state: State, junior: str, until: int) -> None:
    """Handle the minute until which two people work side by side."""
    if state.analysts[junior].paired_until == until:
        part(state, junior)


def part(state: State, who: str) -> None:
    """Let a pair go their own ways; one of them may have gone home."""
    one = own_analyst(state, who)
    other = own_analyst(state, one.paired)
    junior, senior = (one, other) if one.learns else (other, one)
    note(
        state, "analyst.pair-ended", "world", junior.ref, "desk", -1,
        {"with": senior.id, "practised": junior.practised},
    )  # fmt: skip
    for analyst in (junior, senior):
        analyst.paired, analyst.paired_until, analyst.learns = "", -1, False
        work.repace(state, analyst)


def resolved(state: State, who: str, ticket: Ticket, because: int) -> None:
    """Count a ticket that somebody resolved: practice while paired, or the first success alone."""
    analyst, skill = state.analysts[who], ticket.kind.skill
    if analyst.learns:
        if skill not in analyst.practised:
            own_analyst(state, who).practised = (*analyst.practised, skill)
            confidence.grow(state, who, skill, because)
    elif skill in analyst.practised and skill not in analyst.alone and not ticket.terms.helped:
        own_analyst(state, who).alone = (*analyst.alone, skill)
        note(
            state, "analyst.succeeded-alone", "world", analyst.ref, analyst.ref, because,
            {"skill": skill, "task": ticket.id, "gap": ticket.gap},
        )  # fmt: skip
