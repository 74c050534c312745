"""Clocks that run on tickets and the readings of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import strain
from simulator.engine.owning import own_ticket
from simulator.engine.readings import oldest_open
from simulator.engine.state import CLOCK_PHASE, note, plan_due
from simulator.engine.waiting import reorder

if TYPE_CHECKING:
    from simulator.engine.log import Value
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State


def start(state: State, ticket: Ticket, logged: int) -> None:
    """Start both clocks of a ticket that has just come in.

    Targets of one kind and priority fall due in the order of arrival, so they stand in a line and
    only the head of a line is planned: most tickets never reach the list of what is due.
    """
    which = logged - 1
    line, heads = state.targets[which], state.heads
    place = len(line)
    line.append(ticket.id)
    if place in heads:  # else there are others before it in both lines
        if heads[which] == place:
            _plan_head(state, which, ticket.respond_by)
        if heads[which + 4] == place:
            _plan_head(state, which + 4, ticket.resolve_by)


def respond_within(state: State, ticket: Ticket, minutes: int) -> None:
    """Bring the first response to a new ticket forward, where its sender expects it sooner."""
    due = state.now + minutes
    if due < ticket.respond_by:
        ticket.respond_by = due
        plan_due(state, due, CLOCK_PHASE, "respond", ticket.id, due)


def _plan_head(state: State, which: int, due: int) -> None:
    if due <= state.world.length:
        plan_due(state, due, CLOCK_PHASE, "targets", "", which)


def targets(state: State, _subject: str, which: int) -> None:
    """Handle the head of a line of targets; what is met already is passed over."""
    tickets, now, responds = state.tickets, state.now, which < 4
    line, first = state.targets[which & 3], state.heads[which]
    minutes = (state.rules.respond if responds else state.rules.resolve)[which & 3]
    for place in range(first, len(line)):
        ticket = tickets[line[place]]
        if (ticket.responded if responds else ticket.resolved) >= 0:
            continue
        due = ticket.arrived + minutes
        if due > now:
            state.heads[which] = place
            _plan_head(state, which, due)
            return
        if responds:
            respond_target(state, ticket.id, due)
        else:
            resolve_target(state, ticket.id, due)
    state.heads[which] = len(line)


def respond_target(state: State, ident: str, due: int) -> None:
    """Handle the minute of a response target."""
    ticket = state.tickets[ident]
    if ticket.responded >= 0 or ticket.respond_by != due:
        return
    ticket = own_ticket(state, ident)
    ticket.late |= 1
    entry = _breach(state, ticket, "respond")
    if state.rules.breach_raises_priority and ticket.priority > 1:
        ticket.priority -= 1
        reorder(state, ident)
        note(
            state, "ticket.prioritised", "world", ticket.ref, "desk", entry,
            {"priority": ticket.priority, "before": ticket.priority + 1},
        )  # fmt: skip


def resolve_target(state: State, ident: str, due: int) -> None:
    """Handle the minute of a resolution target."""
    ticket = state.tickets[ident]
    if ticket.resolved >= 0 or ticket.resolve_by != due or ticket.linked:
        return
    if ticket.hold.outside >= 0:
        return  # the clock stands; the answer plans what is left of it
    ticket = own_ticket(state, ident)
    ticket.late |= 2
    _breach(state, ticket, "resolve")


def _breach(state: State, ticket: Ticket, target: str) -> int:
    state.missed += 1
    data: dict[str, Value] = {"target": target, "priority": ticket.priority}
    if ticket.incident:
        data["incident"] = ticket.incident
    return note(state, "ticket.breached", "world", ticket.ref, "desk", -1, data)


def set_priority(state: State, ident: str, priority: int) -> None:
    """Change a ticket's priority.

    A higher one starts its clocks anew, now, unless the old ones end sooner; a lower one counts
    from the arrival.
    """
    ticket, rules = own_ticket(state, ident), state.rules
    higher = priority < ticket.priority
    base = state.now if higher else ticket.arrived
    respond_by = base + rules.respond[priority - 1]
    resolve_by = base + rules.resolve[priority - 1]
    if higher:
        respond_by, resolve_by = (
            min(respond_by, ticket.respond_by),
            min(resolve_by, ticket.resolve_by),
        )
    ticket.priority = priority
    reorder(state, ident)
    if ticket.responded < 0 and not ticket.late & 1 and respond_by != ticket.respond_by:
        ticket.respond_by = max(respond_by, state.now + 1)
        plan_due(state, ticket.respond_by, CLOCK_PHASE, "respond", ident, ticket.respond_by)
    if ticket.resolved < 0 and not ticket.late & 2 and resolve_by != ticket.resolve_by:
        ticket.resolve_by = max(resolve_by, state.now + 1)
        plan_due(state, ticket.resolve_by, CLOCK_PHASE, "resolve", ident, ticket.resolve_by)


def close(state: State, _subject: str, _version: int) -> None:
    """Handle the end of the shift."""
    if state.over:
        return
    for ident in [w for w, closes in state.open_windows.items() if closes >= state.now]:
        note(
            state, "window.closed", "script", state.plan.windows[ident].subject, "desk", -1,
            {"window": ident}, seen=False,
        )  # fmt: skip
        del state.open_windows[ident]
    if state.rules.people_depth:
        strain.outlook(state)
    still = len(state.tickets) - state.resolved
    note(
        state, "shift.closed", "world", "desk", "desk", -1,
        {"open": still, "resolved": state.resolved - state.declined,
         "oldest": state.now - oldest_open(state)},
    )  # fmt: skip
    state.over = True
    state.due.clear()
