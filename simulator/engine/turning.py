"""What somebody finds out soon after taking a ticket up: that it is not for them to finish.

Drawn when work starts and kept as the point, in work still to do, at which they will stop: an
interruption or a change of speed moves the minute and not the point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import calls, chance
from simulator.engine.pace import MINUTE
from simulator.engine.records.tickets import Turn
from simulator.engine.world import Span

if TYPE_CHECKING:
    from simulator.engine.log import Value
    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State


def taken_up(state: State, analyst: Analyst, ticket: Ticket, pulled: bool) -> dict[str, Value]:
    """Note whose hands a ticket is in, and where they will stop; return what the log adds.

    What the lead gave to somebody stays with them, and nobody leaves a caller on the line.
    """
    rules = state.rules
    told = _in_hands(ticket, analyst.id)
    ticket.turn, ticket.let_go = None, ()
    if state.calls and calls.on_the_line(state, ticket.id):
        return told
    if rules.outside_waits and not ticket.hold.waited:
        _ask_outside(state, ticket)
    if rules.hand_offs and pulled and ticket.turn is None:
        _beyond(state, ticket)
    ticket.noted = -1
    return told


def _in_hands(ticket: Ticket, who: str) -> dict[str, Value]:
    had = ticket.had
    if had and had[-1] == who:
        return {}
    ticket.had = (*had, who)
    if not had:
        return {}
    return {"hands": len(had), "before": True} if who in had else {"hands": len(had)}


def _ask_outside(state: State, ticket: Ticket) -> None:
    """Decide whether something is missing that only somebody outside can say."""
    rules, words = state.rules, chance.fate(state.seed, "outside", ticket.id)
    draw = chance.permille(words[0])
    if draw < rules.on_user + rules.on_vendor:
        at = chance.within(words[1], Span(*rules.pass_on_look)) * MINUTE
        why = "user" if draw < rules.on_user else "vendor"
        ticket.turn = Turn(why, max(1, max(ticket.left - at, ticket.left // 2)))


def _beyond(state: State, ticket: Ticket) -> None:
    """Decide whether it turns out beyond who took it up: sent back, too hard, or too long."""
    rules = state.rules
    words = chance.drawn(state.seed, state.luck, "hand-off", ticket.id, len(ticket.had))
    odds = rules.pass_on[max(0, min(3, ticket.gap + 2))]
    after = chance.within(words[2], Span(*rules.pass_on_look))
    if ticket.noted >= 0 and chance.permille(words[0]) < rules.sent_back[ticket.noted]:
        why = "sent-back"
    elif chance.permille(words[1]) < odds:
        why = "skill"
    elif chance.permille(words[3]) < rules.patience_ends:
        why, after = "patience", rules.patience_work
    else:
        return
    left = ticket.left - after * MINUTE
    if left > 0:
        ticket.turn = Turn(why, left)
