"""Hand-offs that nobody orders: to whom somebody turns with what is beyond them.

Whom they believe to be the best may be wrong: they go by confidence, which is an opinion, and some
ask whoever is at hand. A bare note comes straight back more often. So a ticket can wander, and can
come back to somebody who had it (B27).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import chance, feelings, notes, onhold, shifts, work
from simulator.engine.choosing import LEAST_GAP
from simulator.engine.owning import own_analyst
from simulator.engine.pace import gap_of
from simulator.engine.records import NOBODY
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.chance import Words
    from simulator.engine.log import Value
    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Ticket, Turn
    from simulator.engine.state import State


def turned(state: State, ticket: Ticket, turn: Turn) -> None:
    """Handle the point at which somebody stops with a ticket, ours to change."""
    analyst, why = own_analyst(state, ticket.who), turn.why
    ticket.left, ticket.speed, ticket.turn = turn.left, 0, None
    if why in onhold.ASKED:
        onhold.hold(state, ticket, why)
    elif not _passed_on(state, ticket, analyst, why):
        work.set_pace(state, ticket, analyst)
        return
    work.free(state, analyst)


def _passed_on(state: State, ticket: Ticket, analyst: Analyst, why: str) -> bool:
    """Let a ticket go to somebody else or to the queue; return whether there was a way."""
    words = chance.drawn(state.seed, state.luck, "to-whom", ticket.id, len(ticket.had))
    to = _receiver(state, ticket, analyst, why, words)
    if to:
        _give(state, ticket, analyst, to, why)
    elif _somebody_dares(state, ticket, analyst):
        _let_go(state, ticket, analyst, why)
    else:
        return False
    return True


def _receiver(state: State, ticket: Ticket, analyst: Analyst, why: str, words: Words) -> str:
    """Return to whom somebody passes a ticket on; "" for the queue."""
    rules = state.rules
    near = [
        one for one in state.analysts.values()
        if one is not analyst and one.place == "desk" and len(one.parked) < rules.pile_most
    ]  # fmt: skip
    giver = ticket.had[-2] if ticket.moves else NOBODY
    if why == "sent-back" and any(one.id == giver for one in near):
        return giver
    if not near or chance.permille(words[0]) < rules.to_queue:
        return NOBODY
    if chance.permille(words[1]) < rules.asks_around:
        return near[chance.one_of(words[2], len(near))].id
    skill = ticket.kind.skill
    return max(near, key=lambda one: (believed(one, skill), -len(one.parked))).id


def believed(analyst: Analyst, skill: str) -> int:
    """Return what somebody's colleagues take their skill to be, 0 to 5: their own opinion of it."""
    return analyst.spec.confidence.get(skill, analyst.skills.get(skill, 1))


def _somebody_dares(state: State, ticket: Ticket, analyst: Analyst) -> bool:
    """Return whether anybody else who is in would take it from the queue."""
    kind = ticket.kind
    return any(
        one is not analyst and one.place in ("desk", "break")
        and gap_of(one, kind.skill, kind.difficulty) >= LEAST_GAP
        for one in state.analysts.values()
    )  # fmt: skip


def _give(state: State, ticket: Ticket, analyst: Analyst, to: str, why: str) -> None:
    """Put a ticket on a colleague's pile, or into their hands if these are empty."""
    parts = notes.written(state, analyst, ticket)
    refused = bool(parts) and notes.refused(state, analyst.id, to)
    if refused:
        parts = ()
    data = _told(state, ticket, analyst, why, parts) | {"to": to}
    if to in ticket.had:
        data["before"] = True
    ticket.entry = entry = note(
        state, "ticket.passed-on", "world", ticket.ref, analyst.ref, ticket.entry, data
    )
    notes.carry_over(state.rules, ticket, parts)
    notes.received(state, ticket.ref, analyst.id, to, parts, refused, entry, "world")
    ticket.noted = len(parts)
    hand_to(state, ticket, to)


def hand_to(state: State, ticket: Ticket, to: str) -> None:
    """Let a ticket wait for one person, who starts at once if they have nothing in hand."""
    ticket.state, ticket.who, ticket.parked_by = "assigned", NOBODY, to
    receiver = own_analyst(state, to)
    receiver.parked = (*receiver.parked, ticket.id)
    if to in state.idle:
        work.free(state, receiver)
    else:
        feelings.retune(state, receiver)


def _let_go(state: State, ticket: Ticket, analyst: Analyst, why: str) -> None:
    """Put a ticket back into the queue as beyond somebody."""
    parts = notes.written(state, analyst, ticket)
    entry = note(
        state, "ticket.let-go", "world", ticket.ref, analyst.ref, ticket.entry,
        _told(state, ticket, analyst, why, parts),
    )  # fmt: skip
    notes.carry_over(state.rules, ticket, parts)
    ticket.let_go = (analyst.id,)
    shifts.put_back(state, ticket.id, entry)


def _told(
    state: State, ticket: Ticket, analyst: Analyst, why: str, parts: tuple[str, ...]
) -> dict[str, Value]:
    lost = notes.lost(state.rules, ticket, parts)
    return {"from": analyst.id, "why": why, "note": parts, "lost": lost}
