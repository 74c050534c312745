"""Who is on the telephone or with a visitor, until when, and who waits for an answer now.

The record and facts about it; what happens is in `telephones`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import (
    Ask,
    AskManager,
    Assign,
    CheckIn,
    Listen,
    Phones,
    Reassign,
    Recognise,
    Review,
    SendOnBreak,
    TalkThrough,
)
from simulator.engine.acts.shapes.team import AnyTeam
from simulator.engine.pace import minutes_for
from simulator.engine.records import NOBODY
from simulator.engine.records.base import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.log import Ref, Value
    from simulator.engine.records.tickets import Birth
    from simulator.engine.state import State

LIVE = ("phone", "walk-up")
"""Channels on which somebody waits for an answer now."""


@dataclass(slots=True, eq=False)
class Call(Record):
    """Somebody on the telephone or at the counter, from the first ring to the last note."""

    owner: object
    id: str
    """The ticket that comes of it has the same."""
    ref: Ref
    birth: Birth
    came: int
    entry: int
    """Entry that told of its coming."""
    again: int = 0
    """How often this caller had given up before."""
    state: str = "waiting"
    """waiting, talking, wrap-up, over, gone."""
    who: str = NOBODY
    answered: int = -1
    solved: bool = False
    rest: int = 0
    """Work that is left for after the talk, in ten-thousandths of a minute at 100 %."""
    until: int = -1
    """Minute at which the wrap-up ends, once it has begun."""
    then: str = ""
    """What waits for the end of it: break-due or go-home."""


def own_call(state: State, ident: str) -> Call:
    """Return the call, ours to change."""
    call = state.calls[ident]
    if call.owner is not state.owner:
        call = state.calls[ident] = call.copy(state.owner)
    return call


def has_telephones(state: State) -> bool:
    """Return whether calls ring on this desk, visitors stand and chats hurry."""
    return state.plan.telephones


def is_live(birth: Birth) -> bool:
    """Return whether somebody would wait for an answer now; what lay there before does not."""
    return birth.kind.channel in LIVE and birth.arrives > 0


def is_phone(call: Call) -> bool:
    """Return whether it is a caller and not a visitor."""
    return call.birth.kind.channel == "phone"


def on_the_line(state: State, ident: str) -> bool:
    """Return whether somebody is being talked with about a ticket."""
    call = state.calls.get(ident)
    return call is not None and call.state == "talking"


def in_hand(state: State, who: str) -> Call | None:
    """Return the call that somebody is in, or writes up; None for none."""
    analyst = state.analysts.get(who)
    call = None if analyst is None else state.calls.get(analyst.task)
    return call if call is not None and call.state in ("talking", "wrap-up") else None


def goes_after(state: State, who: str, then: str) -> bool:
    """Return whether somebody is in a call, and goes only after it."""
    call = in_hand(state, who)
    if call is None:
        return False
    own_call(state, call.id).then = then
    return True


def free_at(state: State, call: Call) -> int:
    """Return the minute at which who is in a call is likely free again."""
    if call.state == "wrap-up":
        return call.until
    ticket = state.tickets[call.id]
    minutes = minutes_for(state.rules, ticket.left, ticket.speed)
    return ticket.since + minutes + state.rules.wrap_up


def may_take(state: State, who: str, call: Call) -> bool:
    """Return whether somebody without work would answer: callers need who is on the telephones."""
    analyst = state.analysts[who]
    fits = analyst.phones if is_phone(call) else not analyst.spec.remote
    if analyst.protected > state.now:
        return False
    return fits and analyst.place == "desk" and not with_lead(state, who)


def with_lead(state: State, who: str) -> bool:
    """Return whether the lead's act in hand is a word with somebody: nobody rings into that."""
    act = None if state.lead.hand is None else state.lead.hand.act
    if isinstance(act, CheckIn | Listen | Phones | Recognise | Review | SendOnBreak | AnyTeam):
        if isinstance(act, AskManager):
            return False
        return act.person == who
    if isinstance(act, Assign | Reassign):
        return who in (act.to, act.beside)
    if isinstance(act, TalkThrough):
        return who in state.plan.conflicts[act.conflict].between
    return isinstance(act, Ask) and act.who == who


def ringing(state: State) -> Iterator[Call]:
    """Yield the calls that ring, the longest wait first."""
    return (call for ident in state.line if is_phone(call := state.calls[ident]))


def reading(state: State) -> dict[str, Value]:
    """Return what a reading tells of the telephones; nothing on a desk without."""
    if not has_telephones(state):
        return {}
    waits = [state.now - call.came for call in ringing(state)]
    return {"calls": len(waits), "longest_call": max(waits, default=0)}
