"""Approvals that some kinds of tickets need: who works on one asks, and it waits for the lead.

Who asks turns to other work meanwhile. The log has the minute of the question, who approved, for
how long, and how many minutes the ticket stood still (B8, B117, B124).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine import standing
from simulator.engine.owning import own_analyst, own_ticket
from simulator.engine.records import HERE, LEAD
from simulator.engine.state import STORY_PHASE, WORK_PHASE, note, plan_due, ref_of

if TYPE_CHECKING:
    from simulator.engine.log import Cause, Value
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State

WAITING = "waiting-lead"
"""State of a ticket whose person waits for an approval."""


def plan_asking(state: State, ticket: Ticket) -> None:
    """Plan the question: it takes a minute to find that an approval is needed, and to ask."""
    plan_due(state, state.now + 1, WORK_PHASE, "ask-approval", ticket.id, ticket.entry)


def ask(state: State, ident: str, started: int) -> None:
    """Handle the minute at which somebody asks for the approval of what they have in hand.

    What is settled with somebody on the line is not asked about.
    """
    from simulator.engine.calls import on_the_line  # calls know the acts, which build on this

    ticket = state.tickets[ident]
    if on_the_line(state, ident):
        return
    if ticket.entry != started or ticket.who not in state.analysts or ticket.approval.given:
        return
    if standing.allowed(state, ticket.kind.approval, ticket.who, ticket.ref):
        ticket = own_ticket(state, ident)
        ticket.approval = replace(ticket.approval, given=True)
    else:
        _halt(state, ident)


def _halt(state: State, ident: str) -> None:
    """Let a ticket stand still for an approval; its person takes up something else."""
    from simulator.engine import work  # work builds on approvals

    ticket = own_ticket(state, ident)
    analyst = own_analyst(state, ticket.who)
    work.stop(state, ticket)
    ticket.state, ticket.who, ticket.parked_by = WAITING, "", analyst.id
    ticket.approval = replace(ticket.approval, halted=state.now)
    entry = note(
        state, "ticket.halted", "world", ticket.ref, analyst.ref, -1,
        {"asks": ticket.kind.approval, "by": analyst.id},
    )  # fmt: skip
    if "acts-alone" in analyst.spec.habits:
        plan_due(state, state.now + state.rules.patience, STORY_PHASE, "unapproved", ident, entry)
    work.free(state, analyst)


def approve(
    state: State, ident: str, by: str, because: int, expires: int = -1, minutes: int | None = None
) -> None:
    """Approve a ticket for good or until a minute; who asked goes on with it.

    `minutes` are the lead's own, None where somebody else approved.
    """
    ticket = own_ticket(state, ident)
    if ticket.resolved >= 0 or not ticket.kind.approval or ticket.approval.given:
        return
    waits = ticket.state == WAITING
    data: dict[str, Value] = {
        "asks": ticket.kind.approval, "by": by, "to": ticket.parked_by,
        "waited": state.now - ticket.approval.halted if waits else 0, "expires": expires,
    }  # fmt: skip
    if minutes is not None:
        data["minutes"] = minutes
    ticket.approval = replace(ticket.approval, given=True, expires=expires)
    cause: Cause = "lead" if by == LEAD else "world"
    entry = note(state, "ticket.approved", cause, ticket.ref, ref_of(state, by), because, data)
    if expires >= 0:
        plan_due(state, expires, STORY_PHASE, "approval-lapses", ident, expires)
    if waits:
        _go_on(state, ident, entry)


def _go_on(state: State, ident: str, because: int) -> None:
    """Give a ticket that stood still back to who asked: at once, or as soon as they are free."""
    from simulator.engine import feelings, shifts, work  # these build on approvals

    ticket = own_ticket(state, ident)
    analyst = own_analyst(state, ticket.parked_by)
    if analyst.place not in HERE:
        shifts.put_back(state, ident, because)
        return
    ticket.state = "parked"
    analyst.parked = (ident, *analyst.parked)
    if analyst.place == "desk" and not analyst.task:
        if analyst.id in state.idle:
            state.idle.remove(analyst.id)
        work.free(state, analyst)
    else:
        feelings.retune(state, analyst)


def unapproved(state: State, ident: str, halted: int) -> None:
    """Handle the end of patience of somebody who acts alone: the work goes on unapproved (B124)."""
    ticket = state.tickets[ident]
    if ticket.state != WAITING or ticket.approval.halted != state.log[halted].at:
        return
    if state.analysts[ticket.parked_by].place not in HERE:
        return
    ticket = own_ticket(state, ident)
    ticket.approval = replace(ticket.approval, given=True)
    entry = note(
        state, "ticket.went-on", "world", ticket.ref, ref_of(state, ticket.parked_by), halted,
        {
            "asks": ticket.kind.approval, "by": ticket.parked_by,
            "waited": state.now - ticket.approval.halted,
        },
    )  # fmt: skip
    _go_on(state, ident, entry)


def lapse(state: State, ident: str, expires: int) -> None:
    """Handle the minute at which an approval lapses: what is still in hand is asked about anew."""
    ticket = state.tickets[ident]
    if ticket.resolved >= 0 or not ticket.approval.given or ticket.approval.expires != expires:
        return
    ticket = own_ticket(state, ident)
    ticket.approval = replace(ticket.approval, given=False, expires=-1)
    note(
        state, "ticket.approval-lapsed", "world", ticket.ref, "desk", -1,
        {"asks": ticket.kind.approval},
    )  # fmt: skip
    if ticket.who in state.analysts:
        _halt(state, ident)
