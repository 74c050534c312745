"""Who is in, who is on a break, who has gone home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import articles, calls, feelings, pairs, setting_aside, strain, work
from simulator.engine.choosing import taker
from simulator.engine.owning import own_analyst, own_ticket
from simulator.engine.records import IN_TALK, LEAD
from simulator.engine.state import SHIFT_PHASE, note, plan_due, ref_of
from simulator.engine.waiting import enqueue

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.state import State


def come_in(state: State, who: str, _version: int) -> None:
    """Handle somebody's arrival during the shift."""
    analyst = own_analyst(state, who)
    if analyst.place != "away":
        return
    analyst.place, analyst.last_word = "desk", state.now
    if state.rules.people_depth:
        strain.watch(state, analyst)
    if state.now:
        cause: Cause = "world" if analyst.spec.spare else "script"
        note(state, "analyst.arrived", cause, f"analyst:{who}", f"analyst:{who}", -1, {})
    work.free(state, analyst)


def call_in(state: State, who: str, _version: int) -> None:
    """Handle the call of somebody who is not well and stays at home."""
    own_analyst(state, who).place = "absent"
    note(state, "analyst.absent", "script", f"analyst:{who}", f"analyst:{who}", -1, {})


def go_home(state: State, who: str, _version: int) -> None:
    """Handle the end of somebody's shift: what they have in hand goes back to the queue."""
    analyst = own_analyst(state, who)
    if _sits(state, who, "go-home") or analyst.place == "absent":
        return
    if calls.goes_after(state, who, "go-home"):
        return
    if state.now < analyst.stays:
        _begin_overtime(state, who)
        return
    if "stays-past-shift" in analyst.spec.habits and analyst.task:
        plan_due(state, state.now + 30, SHIFT_PHASE, "go-home", who)
        return
    leave_desk(state, who)
    analyst.place = "away"
    note(state, "analyst.left", "world", f"analyst:{who}", f"analyst:{who}", -1, {})
    feelings.retune(state, analyst)


def _sits(state: State, who: str, then: str) -> bool:
    """Return whether somebody sits in a talk, which nobody walks out of: they go after it."""
    if state.analysts[who].place != IN_TALK:
        return False
    plan_due(state, state.lead.until, SHIFT_PHASE, then, who)
    return True


def _begin_overtime(state: State, who: str) -> None:
    """Let somebody go on past their shift, as they agreed to (B89)."""
    stays = state.analysts[who].stays
    entry = note(
        state, "analyst.overtime-began", "world", f"analyst:{who}", f"analyst:{who}", -1,
        {"until": stays},
    )  # fmt: skip
    plan_due(state, stays, SHIFT_PHASE, "go-home", who)
    feelings.change_stress(state, who, state.rules.overtime_stress, "overtime", entry)


def leave_desk(state: State, who: str) -> None:
    """Put what somebody has in hand, and has set aside, back into the queue."""
    from simulator.engine.responders import drop  # incidents build on work
    from simulator.engine.telephones import cut_off  # telephones build on shifts

    cut_off(state, who)
    if state.analysts[who].paired:
        pairs.part(state, who)
    analyst = own_analyst(state, who)
    if who in state.idle:
        state.idle.remove(who)
    if analyst.aside:
        articles.drop(state, who)
    had = (analyst.task, *analyst.parked)
    analyst.task, analyst.parked = "", ()
    for ident in had:
        if ident in state.incidents:
            if state.incidents[ident].who == who:
                drop(state, ident)
        elif ident:
            work.stop(state, own_ticket(state, ident))
            put_back(state, ident, -1)


def put_back(state: State, ident: str, because: int) -> None:
    """Let a ticket that nobody has any more go to somebody idle, or wait."""
    ticket = own_ticket(state, ident)
    by = ticket.who or ticket.parked_by
    ticket.state, ticket.who, ticket.parked_by = "new", "", ""
    because = note(
        state, "ticket.put-back", "lead" if by == LEAD else "world", f"ticket:{ident}",
        ref_of(state, by), because, {"by": by},
    )  # fmt: skip
    offer(state, ident, because)


def offer(state: State, ident: str, because: int) -> None:
    """Let a ticket that nobody has go to somebody idle, or wait."""
    ticket = own_ticket(state, ident)
    ticket.state = "new"
    who = taker(state, ticket)
    if who:
        work.take(state, who, ident, because, pulled=True)
    else:
        enqueue(state, ticket)


def break_due(state: State, who: str, _version: int) -> None:
    """Handle the minute of a planned break: taken, or worked through."""
    analyst = state.analysts[who]
    if _sits(state, who, "break-due") or analyst.place != "desk":
        return
    if calls.goes_after(state, who, "break-due"):
        return
    skips = (
        "skips-breaks" in analyst.spec.habits
        or feelings.stress(analyst, state.now) >= state.rules.no_break_at * feelings.POINT
        or analyst.task in state.incidents
    )
    if skips:
        note(state, "analyst.break-skipped", "world", f"analyst:{who}", f"analyst:{who}", -1, {})
        return
    begin_break(state, who, -1, "world")


def begin_break(state: State, who: str, because: int, cause: Cause) -> None:
    """Send somebody off for a break; what is in hand waits on their desk."""
    analyst = own_analyst(state, who)
    setting_aside.park(state, analyst, because, moved=False)
    if who in state.idle:
        state.idle.remove(who)
    analyst.place, analyst.until = "break", state.now + state.rules.break_minutes
    analyst.since = analyst.rested = state.now
    note(
        state, "analyst.break-began", cause, f"analyst:{who}", f"analyst:{who}", because,
        {"until": analyst.until},
    )  # fmt: skip
    feelings.retune(state, analyst)
    plan_due(state, analyst.until, SHIFT_PHASE, "break-over", who, analyst.until)


def break_over(state: State, who: str, until: int) -> None:
    """Handle the end of a break."""
    analyst = state.analysts[who]
    if analyst.place != "break" or analyst.until != until:
        return
    analyst = own_analyst(state, who)
    analyst.place, analyst.until = "desk", -1
    if state.rules.people_depth:
        strain.watch(state, analyst)
    note(state, "analyst.break-ended", "world", f"analyst:{who}", f"analyst:{who}", -1, {})
    work.free(state, analyst)
    feelings.retune(state, own_analyst(state, who))
