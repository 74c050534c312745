"""Telephones and counter: somebody rings, is answered or gives up, and keeps who answers busy.

A call is no ticket until somebody answers: it then becomes one, with the same id. Who answers is
blocked through the talk and the minutes of writing it up. What is not solved on the line waits
afterwards like any other ticket. A visitor at the counter is treated alike, except that anybody
may see to them, and that they interrupt somebody in the end (B102, B112).

`desk.17` rings; who gives up may ring again as `desk.17.c1`, or write, which is ticket `desk.17`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.engine import admission, chance, pace, setting_aside, shifts, work
from simulator.engine.calls import Call, in_hand, is_phone, may_take, own_call, with_lead
from simulator.engine.owning import own_analyst, own_ticket
from simulator.engine.records import NOBODY
from simulator.engine.state import ARRIVAL_PHASE, WORK_PHASE, note, plan_due
from simulator.engine.world import Span

if TYPE_CHECKING:
    from simulator.engine.log import Cause, Value
    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Birth, Ticket
    from simulator.engine.state import State


@dataclass(frozen=True, slots=True)
class _Entries:
    """The kinds of entries that tell of a contact."""

    sort: str
    came: str
    answered: str
    gave_up: str
    ended: str


_CALL = _Entries("call", "call.rang", "call.answered", "call.abandoned", "call.ended")
_VISIT = _Entries("visit", "visit.came", "visit.met", "visit.left", "visit.ended")


def _entries(call: Call) -> _Entries:
    return _CALL if is_phone(call) else _VISIT


# Ringing --------------------------------------------------------------------------------------


def ring(state: State, birth: Birth, cause: Cause, because: int, again: int = 0) -> int:
    """Let somebody ring, or step up to the counter; return the entry."""
    ident, now, rules = birth.id, state.now, state.rules
    phone = birth.kind.channel == "phone"
    told = _CALL if phone else _VISIT
    ref = f"{told.sort}:{ident}"
    data: dict[str, Value] = {"again": again} if again else {}
    entry = note(state, told.came, cause, ref, "desk", because, data)
    call = state.calls[ident] = Call(state.owner, ident, ref, birth, now, entry, again)
    who = next((one for one in state.idle if may_take(state, one, call)), NOBODY)
    if who:
        _answer(state, call, own_analyst(state, who))
        return entry
    state.line.append(ident)
    mean = rules.call_patience if phone else rules.counter_patience
    patience = chance.exponential(_fate(state, ident)[0]) * mean
    plan_due(state, now + pace.minutes_for(rules, patience, pace.MINUTE), ARRIVAL_PHASE,
             "gives-up", ident)  # fmt: skip
    if not phone:
        plan_due(state, now + rules.counter_wait, WORK_PHASE, "steps-up", ident)
    return entry


def _fate(state: State, ident: str) -> chance.Words:
    """Return a call's draws: patience, what follows giving up, when, whether it can be solved."""
    return chance.fate(state.seed, "call", ident)


# Answering ------------------------------------------------------------------------------------


def take_next(state: State, analyst: Analyst) -> bool:
    """Let somebody free answer who has waited longest; return whether anybody had."""
    for ident in state.line:
        if may_take(state, analyst.id, state.calls[ident]):
            _answer(state, own_call(state, ident), analyst)
            return True
    return False


def pick_up(state: State) -> None:
    """Let everybody without work answer who waits, once a word with the lead is over."""
    for who in list(state.idle) if state.line else ():
        take_next(state, own_analyst(state, who))


def _answer(state: State, call: Call, analyst: Analyst) -> None:
    """Let somebody take a call, ours to change; what they have in hand is set aside."""
    who = analyst.id
    if call.id in state.line:
        state.line.remove(call.id)
    data: dict[str, Value] = {"to": who, "waited": state.now - call.came}
    if analyst.task:
        data["interrupted"] = analyst.task
    call.state, call.who, call.answered = "talking", who, state.now
    entry = note(
        state, _entries(call).answered, "world", call.ref, analyst.ref, call.entry, data
    )  # fmt: skip
    setting_aside.park(state, analyst, entry)
    arrived = admission.admit(state, call.birth, "world", entry, offered=False)
    ticket = own_ticket(state, call.id)
    talk = _work_on_the_line(state, call, analyst, ticket)
    call.rest, ticket.left = ticket.left - talk, talk
    work.take(state, who, call.id, arrived, pulled=True)


def _work_on_the_line(state: State, call: Call, analyst: Analyst, ticket: Ticket) -> int:
    """Return the work that is done while somebody is on the line: all of it where it is solved."""
    rules, kind = state.rules, ticket.kind
    speed = pace.speed_of(state, analyst, kind.skill, kind.difficulty) or pace.MINUTE
    longest = rules.talk_longest * speed
    skilled = pace.gap_of(analyst, kind.skill, kind.difficulty) >= 0
    lucky = chance.permille(_fate(state, call.id)[3]) < rules.first_contact
    call.solved = skilled and lucky and ticket.effort <= longest
    if call.solved:
        return ticket.effort
    return max(1, min(longest, ticket.effort * rules.talk_percent // 100))


def steps_up(state: State, ident: str, _version: int) -> None:
    """Handle the end of a visitor's wait: somebody is interrupted, if anybody can be."""
    if state.calls[ident].state != "waiting":
        return
    who = _interruptible(state)
    if who:
        _answer(state, own_call(state, ident), own_analyst(state, who))


def _interruptible(state: State) -> str:
    """Return who is on the least pressing ticket, begun last; nobody is called off a P1."""
    found = [
        (state.tickets[one.task].priority, one.since, one.id)
        for one in state.analysts.values()
        if one.place == "desk" and not one.spec.remote and one.task in state.tickets
        and state.tickets[one.task].priority > 1
        and in_hand(state, one.id) is None and not with_lead(state, one.id)
    ]  # fmt: skip
    return max(found)[2] if found else NOBODY


# Ending ---------------------------------------------------------------------------------------


def hang_up(state: State, ident: str) -> None:
    """Handle the end of a talk: what was said is written up now."""
    call, ticket = own_call(state, ident), own_ticket(state, ident)
    ticket.speed, ticket.left = 0, call.rest
    _ended(state, call)
    call.state, call.until = "wrap-up", state.now + state.rules.wrap_up
    plan_due(state, call.until, WORK_PHASE, "wrapped", ident)


def _ended(state: State, call: Call) -> int:
    """Tell the end of a talk; return the entry."""
    return note(
        state, _entries(call).ended, "world", call.ref, state.analysts[call.who].ref,
        state.tickets[call.id].entry,
        {"to": call.who, "minutes": state.now - call.answered, "solved": call.solved},
    )  # fmt: skip


def wrapped(state: State, ident: str, _version: int) -> None:
    """Handle the end of the writing up: it is solved, or waits for somebody."""
    if state.calls[ident].state != "wrap-up":
        return
    call, ticket = own_call(state, ident), own_ticket(state, ident)
    call.state = "over"
    if call.solved:
        work.resolve(state, ticket, call.who, "world", ticket.entry)
    else:
        shifts.put_back(state, ident, ticket.entry)
    analyst = own_analyst(state, call.who)
    analyst.task = NOBODY
    if call.then == "go-home":
        shifts.go_home(state, analyst.id, 0)
    elif call.then == "break-due":
        shifts.break_due(state, analyst.id, 0)
    work.free(state, own_analyst(state, call.who))


def cut_off(state: State, who: str) -> None:
    """End a call at once, because who is in it leaves; nothing was solved."""
    found = in_hand(state, who)
    if found is None:
        return
    call, ticket = own_call(state, found.id), own_ticket(state, found.id)
    if call.state == "talking":
        work.stop(state, ticket)
        ticket.left += call.rest
        call.solved = False
        _ended(state, call)
    call.state = "over"
    if call.solved:
        work.resolve(state, ticket, who, "world", ticket.entry)
        own_analyst(state, who).task = NOBODY


# Giving up ------------------------------------------------------------------------------------


def gives_up(state: State, ident: str, _version: int) -> None:
    """Handle the end of somebody's patience: some try again, some write, some are lost."""
    if state.calls[ident].state != "waiting":
        return
    rules, call = state.rules, own_call(state, ident)
    call.state = "gone"
    state.line.remove(ident)
    entry = note(
        state, _entries(call).gave_up, "world", call.ref, "desk", call.entry,
        {"waited": state.now - call.came, "satisfaction": rules.satisfaction_abandoned},
    )  # fmt: skip
    words = _fate(state, ident)
    part = chance.permille(words[1])
    if "." not in ident:
        then = "writes"  # a story may hang on what the scenario names: it comes in all the same
    elif part < rules.rings_again:
        then = "rings-again"
    elif part < rules.rings_again + rules.writes_instead:
        then = "writes"
    else:
        return
    after = chance.within(words[2], Span(*rules.tries_after))
    if state.now + after <= state.world.length:
        plan_due(state, state.now + after, ARRIVAL_PHASE, then, ident, entry)


def _still_matters(state: State, birth: Birth) -> bool:
    """Return whether there is still something to ask about: a service may be back by now."""
    return not birth.source or state.incidents[birth.source].state == "open"


def rings_again(state: State, ident: str, because: int) -> None:
    """Handle the next try of somebody who gave up."""
    call = state.calls[ident]
    again = call.again + 1
    if _still_matters(state, call.birth):
        root = ident.rsplit(".c", 1)[0] if call.again else ident
        birth = replace(call.birth, id=f"{root}.c{again}", arrives=state.now)
        ring(state, birth, "world", because, again)


def writes(state: State, ident: str, because: int) -> None:
    """Handle the ticket that somebody writes who gave up."""
    birth = state.calls[ident].birth
    if _still_matters(state, birth):
        kind = replace(birth.kind, channel="portal")
        admission.admit(state, replace(birth, kind=kind, arrives=state.now), "world", because)
