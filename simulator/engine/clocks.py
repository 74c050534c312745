"""Clocks that run on tickets and the readings of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings
from simulator.engine.state import (
    CLOCK_PHASE,
    READING_PHASE,
    note,
    own_ticket,
    plan_due,
)
from simulator.engine.waiting import reorder

if TYPE_CHECKING:
    from simulator.engine.records import Ticket
    from simulator.engine.state import State


def start(state: State, ticket: Ticket, logged: int) -> None:
    """Start both clocks of a ticket that has just come in.

    Targets of one kind and priority fall due in the order of arrival, so they stand in a line and
    only the head of a line is planned: most tickets never reach the list of what is due.
    """
    end, ident = state.world.length, ticket.id
    due = ticket.respond_by
    if due <= end:
        line = state.targets[logged - 1]
        line.append((due, ident))
        if len(line) == 1:
            plan_due(state, due, CLOCK_PHASE, "targets", str(logged - 1))
    due = ticket.resolve_by
    if due <= end:
        line = state.targets[logged + 3]
        line.append((due, ident))
        if len(line) == 1:
            plan_due(state, due, CLOCK_PHASE, "targets", str(logged + 3))


def targets(state: State, which: str, _version: int) -> None:
    """Handle the head of a line of targets; what is met already leaves it on the way."""
    index = int(which)
    line, tickets = state.targets[index], state.tickets
    handle = respond_target if index < 4 else resolve_target
    while line:
        due, ident = line[0]
        if due > state.now:
            ticket = tickets[ident]
            if (ticket.responded if index < 4 else ticket.resolved) < 0:
                plan_due(state, due, CLOCK_PHASE, "targets", which)
                return
        else:
            handle(state, ident, due)
        line.popleft()


def respond_target(state: State, ident: str, due: int) -> None:
    """Handle the minute of a response target."""
    ticket = state.tickets[ident]
    if ticket.responded >= 0 or ticket.respond_by != due:
        return
    ticket = own_ticket(state, ident)
    ticket.late |= 1
    entry = _breach(state, ident, "respond", ticket.priority, ticket.incident)
    if state.rules.breach_raises_priority and ticket.priority > 1:
        ticket.priority -= 1
        reorder(state, ident)
        note(
            state, "ticket.prioritised", "world", f"ticket:{ident}", "desk", entry,
            {"priority": ticket.priority, "before": ticket.priority + 1},
        )  # fmt: skip


def resolve_target(state: State, ident: str, due: int) -> None:
    """Handle the minute of a resolution target."""
    ticket = state.tickets[ident]
    if ticket.resolved >= 0 or ticket.resolve_by != due or ticket.linked:
        return
    own_ticket(state, ident).late |= 2
    _breach(state, ident, "resolve", ticket.priority, ticket.incident)


def _breach(state: State, ident: str, target: str, priority: int, incident: str) -> int:
    state.missed += 1
    data: dict[str, int | str | bool | tuple[int | str, ...]] = {
        "target": target, "priority": priority,
    }  # fmt: skip
    if incident:
        data["incident"] = incident
    return note(state, "ticket.breached", "world", f"ticket:{ident}", "desk", -1, data)


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


def reading(state: State, _subject: str, _version: int) -> None:
    """Handle the regular reading: the curves of the debrief."""
    now = state.now
    open_tickets = [t for t in state.tickets.values() if t.resolved < 0]
    present = [
        (
            ident,
            feelings.morale(a, now) // feelings.POINT,
            feelings.stress(a, now) // feelings.POINT,
        )
        for ident, a in state.analysts.items()
        if a.place not in ("absent",)
    ]
    trusts = [(ident, s.trust) for ident, s in state.stakeholders.items()]
    note(
        state, "desk.reading", "world", "desk", "desk", -1,
        {
            "waiting": len(state.waiting),
            "open": len(open_tickets),
            "oldest": max((now - t.arrived for t in open_tickets), default=0),
            "breached": state.missed,
            "trust": sum(t for _, t in trusts) // max(1, len(trusts)),
            "morale": sum(m for _, m, _s in present) // max(1, len(present)),
            "stress": max((s for _, _m, s in present), default=0),
            "friction": max((c.friction for c in state.conflicts.values()), default=0),
            "trusts": tuple(f"{i}:{t}" for i, t in trusts),
            "morales": tuple(f"{i}:{m}" for i, m, _ in present),
            "stresses": tuple(f"{i}:{s}" for i, _, s in present),
            "frictions": tuple(f"{i}:{c.friction}" for i, c in state.conflicts.items()),
            "lead": tuple(f"{family}:{minutes}" for family, minutes in state.lead.family),
        },
        seen=False,
    )  # fmt: skip
    every = state.rules.reading_every
    if now + every <= state.world.length:
        plan_due(state, now + every, READING_PHASE, "reading", "desk")


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
    still = sum(t.resolved < 0 for t in state.tickets.values())
    note(
        state, "shift.closed", "world", "desk", "desk", -1,
        {"open": still, "resolved": state.resolved},
    )  # fmt: skip
    state.over = True
    state.due.clear()
