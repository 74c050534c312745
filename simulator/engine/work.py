"""Work on tickets: who takes what, how long it takes, and what comes of it.

Work is counted in ten-thousandths of a minute at 100 % speed, and a speed is what is done of it
in one minute. A duration becomes whole minutes once, when work starts; when a speed changes
meanwhile, what is done is settled and the rest is planned anew.
"""

from __future__ import annotations

from heapq import heappush
from typing import TYPE_CHECKING

from simulator.engine import (
    approvals,
    calls,
    confidence,
    fairness,
    feelings,
    pairs,
    reserves,
    returns,
    standing,
    turning,
)
from simulator.engine.choosing import follows_order, pick
from simulator.engine.owning import own_analyst, own_ticket
from simulator.engine.pace import MINUTE, minutes_for, speed_of, with_style
from simulator.engine.records import NOBODY
from simulator.engine.state import WORK_PHASE, note, plan_due, ref_of
from simulator.engine.waiting import leave

if TYPE_CHECKING:
    from simulator.engine.log import Cause, Value
    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State

    Data = dict[str, Value]


def take(state: State, who: str, ident: str, because: int, pulled: bool) -> None:
    """Put a ticket into somebody's hands and start on it."""
    begin(state, own_analyst(state, who), own_ticket(state, ident), because, pulled)


def begin(state: State, analyst: Analyst, ticket: Ticket, because: int, pulled: bool) -> None:
    """Let somebody start on a ticket, both ours to change."""
    now, kind, who = state.now, ticket.kind, analyst.id
    if who in state.idle:
        state.idle.remove(who)
    first = ticket.responded < 0
    if first:
        ticket.responded = now
    ticket.who, ticket.state, ticket.parked_by = who, "in-progress", NOBODY
    ticket.gap = gap = analyst.skills.get(kind.skill, 1) - kind.difficulty
    analyst.task, analyst.since = ticket.id, now
    if state.bound:
        because = standing.routed(state, analyst, ticket, because)
    data: Data = {
        "to": who, "waited": now - ticket.arrived, "pulled": pulled, "first": first, "gap": gap,
    }  # fmt: skip
    if state.rules.human:
        data |= turning.taken_up(state, analyst, ticket, pulled)
    ticket.entry = note(
        state, "ticket.started", "world" if pulled else "lead", ticket.ref, analyst.ref, because,
        data,
    )  # fmt: skip
    if kind.approval and not ticket.approval.given:
        approvals.plan_asking(state, ticket)
    set_pace(state, ticket, analyst)
    if state.rules.human:
        if state.rules.people_depth:
            fairness.took(state, analyst, ticket)
        feelings.retune(state, analyst)
        if state.rules.ask_after and gap < 0 and not ticket.terms.helped:
            confidence.plan_asking(state, analyst, ticket)


def set_pace(state: State, ticket: Ticket, analyst: Analyst) -> None:
    """Plan the end of work on a ticket at the speed that holds now."""
    rules, kind, now = state.rules, ticket.kind, state.now
    speed = speed_of(state, analyst, kind.skill, kind.difficulty) or MINUTE
    terms, turn = ticket.terms, ticket.turn
    if terms.style:
        speed = with_style(rules, speed, terms.style, terms.loose)
    if state.articles:
        speed = speed * state.articles.get(kind.id, 100) // 100
    ticket.speed, ticket.since = speed, now
    ticket.version = version = ticket.version + 1
    state.sequence = sequence = state.sequence + 1
    left = ticket.left if turn is None else ticket.left - turn.left
    end = now + minutes_for(rules, left, speed)
    # As `plan_due` does, without asking whether the minute is past: work takes at least one.
    heappush(state.due, (end * 8 + WORK_PHASE, sequence, "finish", ticket.id, version))


def settle(state: State, ticket: Ticket) -> None:
    """Count what has been done on a ticket up to now."""
    if ticket.speed:
        ticket.left = max(MINUTE // 10, ticket.left - ticket.speed * (state.now - ticket.since))
        ticket.since = state.now


def stop(state: State, ticket: Ticket) -> None:
    """Stop work on a ticket, keeping what is done."""
    settle(state, ticket)
    ticket.speed = 0
    ticket.version += 1


def finish(state: State, ident: str, version: int) -> None:
    """Handle the end of work on a ticket."""
    ticket = state.tickets[ident]
    if ticket.version != version:
        return
    if state.calls and calls.on_the_line(state, ident):
        from simulator.engine.telephones import hang_up  # telephones build on work

        hang_up(state, ident)
        return
    if ticket.owner is not state.owner:
        ticket = own_ticket(state, ident)
    if ticket.turn is not None:
        from simulator.engine.handoffs import turned  # hand-offs build on work

        turned(state, ticket, ticket.turn)
        return
    who = ticket.who
    ticket.speed = ticket.left = 0
    resolve(state, ticket, who, "world", ticket.entry)
    free(state, own_analyst(state, who))


def resolve(state: State, ticket: Ticket, by: str, cause: Cause, because: int) -> int:
    """Mark a ticket resolved; return the entry."""
    now, known = state.now, state.analysts.get(by)
    ticket.state, ticket.resolved, ticket.by = "resolved", now, by
    ticket.version += 1
    if ticket.responded < 0:
        ticket.responded = now
    state.resolved += 1
    data: Data = {
        "by": by, "minutes": now - ticket.arrived,
        "satisfaction": returns.satisfaction(state, ticket),
    }  # fmt: skip
    if ticket.born.source and not ticket.linked:
        data["singly"] = True
    actor = ref_of(state, by) if known is None else known.ref
    entry = note(state, "ticket.resolved", cause, ticket.ref, actor, because, data)
    if state.rules.human:
        if known is not None:
            analyst = own_analyst(state, by)
            analyst.done = (*analyst.done, entry)
            if (ticket.terms.helped or analyst.learns) and ticket.gap < 0:
                analyst.stretched = (*analyst.stretched, ticket.id)
            if analyst.learns or analyst.practised:
                pairs.resolved(state, by, ticket, entry)
        returns.draw(state, ticket)
    return entry


def free(state: State, analyst: Analyst) -> None:
    """Let somebody who has nothing in hand take what comes next, at once."""
    analyst.task, analyst.since = NOBODY, state.now
    if analyst.place != "desk":
        return
    if state.line:
        from simulator.engine.telephones import take_next  # telephones build on work

        if take_next(state, analyst):
            return
    again = reserves.next_parked(state, analyst) if analyst.parked else NOBODY
    if again:
        analyst.parked = tuple(one for one in analyst.parked if one != again)
        resume(state, analyst, again)
        return
    if "waits-to-be-asked" in analyst.spec.habits and not follows_order(state, analyst):
        become_idle(state, analyst)
        return
    ident = pick(state, analyst)
    if ident:
        leave(state, ident)
        begin(state, analyst, own_ticket(state, ident), -1, True)
    else:
        become_idle(state, analyst)


def resume(state: State, analyst: Analyst, ident: str) -> None:
    """Go on with something that was set aside."""
    if ident in state.incidents:
        from simulator.engine.responders import take_up_again  # incidents build on work

        take_up_again(state, analyst, ident)
        return
    ticket = own_ticket(state, ident)
    if ticket.state == "assigned":
        begin(state, analyst, ticket, ticket.entry, True)
        return
    ticket.state, ticket.who, ticket.parked_by = "in-progress", analyst.id, NOBODY
    analyst.task, analyst.since = ident, state.now
    if ticket.kind.approval and not ticket.approval.given:
        approvals.plan_asking(state, ticket)
    set_pace(state, ticket, analyst)
    feelings.retune(state, analyst)


def become_idle(state: State, analyst: Analyst) -> None:
    """Put somebody on the list of those without work."""
    if analyst.id not in state.idle:
        state.idle.append(analyst.id)
    analyst.since = state.now
    if state.rules.human:
        feelings.retune(state, analyst)
        if "waits-to-be-asked" in analyst.spec.habits:
            plan_due(
                state, state.now + state.rules.idle_pull, WORK_PHASE, "idle-pull", analyst.id,
                state.now,
            )  # fmt: skip


def idle_pull(state: State, who: str, since: int) -> None:
    """Handle the end of patience of somebody who waits to be asked."""
    analyst = state.analysts[who]
    if analyst.task or analyst.place != "desk" or analyst.since != since:
        return
    ident = pick(state, analyst)
    if ident:
        leave(state, ident)
        take(state, who, ident, -1, pulled=True)
    else:
        plan_due(state, state.now + state.rules.idle_pull, WORK_PHASE, "idle-pull", who, since)


def repace(state: State, analyst: Analyst) -> None:
    """Plan the work in hand anew after a change of speed."""
    if not analyst.task:
        return
    if analyst.task in state.incidents:
        from simulator.engine.step_pace import repace as repace_incident  # they build on work

        repace_incident(state, analyst.task)
        return
    ticket = own_ticket(state, analyst.task)
    if ticket.who == analyst.id and ticket.speed:
        settle(state, ticket)
        set_pace(state, ticket, analyst)


def lose_minutes(state: State, analyst: Analyst, minutes: int) -> None:
    """Cost somebody some of the work in hand, as an interruption does."""
    if analyst.task in state.tickets:
        ticket = own_ticket(state, analyst.task)
        settle(state, ticket)
        ticket.left += minutes * MINUTE
        if ticket.speed:
            set_pace(state, ticket, analyst)
    elif analyst.task in state.incidents:
        from simulator.engine.step_pace import lose_minutes as lose  # they build on work

        lose(state, analyst.task, minutes)
