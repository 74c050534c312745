"""Duplicates of an incident: whether they come, and how they fold into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import admission, chance, setting_aside, work
from simulator.engine.owning import own_ticket
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.records.tickets import Birth
    from simulator.engine.state import State


def contact(state: State, birth: Birth) -> None:
    """Handle a possible duplicate: whether it comes depends on how things stand."""
    cause: Cause = "script" if is_written(birth) else "world"
    if not (_written_comes if cause == "script" else _comes)(state, birth):
        return
    folds = state.incidents[birth.source].linked and f"incident:{birth.source}" in state.desk_told
    entry = admission.admit(state, birth, cause, -1, offered=not folds)
    if folds:
        link(state, birth.id, birth.source, entry)


def is_written(birth: Birth) -> bool:
    """Return whether the scenario names the contact; others are numbered: `portal.3`."""
    return "." not in birth.id


def _written_comes(state: State, birth: Birth) -> bool:
    """Return whether a contact that the scenario names still has something to report."""
    return state.incidents[birth.source].state in ("coming", "open")


def _comes(state: State, birth: Birth) -> bool:
    """Return whether one of the stream comes: fewer do once people know, or are helped."""
    incident = state.incidents[birth.source]
    contacts = state.plan.incidents[birth.source].contacts
    if contacts is None or birth.words is None or incident.state in ("coming", "resolved"):
        return False
    age = state.now - incident.starts - state.plan.incidents[birth.source].visible
    if age < 0:
        return False
    rate = 0
    for since, value in contacts.rates:
        if age >= since:
            rate = value
    share = 1000
    if incident.state == "mitigated":
        if state.now - incident.mitigated > state.rules.contacts_stop:
            return False
        share = contacts.after_mitigation
    elif incident.workaround:
        share = contacts.after_workaround
    elif incident.worded:
        share = contacts.after_word
    return chance.permille(birth.words[7]) * contacts.highest < rate * share


def link(state: State, ident: str, incident: str, because: int) -> None:
    """Fold a duplicate into its incident; who had it in hand is free again.

    Where the service is back already, the duplicate is done with it.
    """
    ticket = own_ticket(state, ident)
    ticket.incident, ticket.linked, ticket.state = incident, True, "linked"
    setting_aside.release(state, ident)
    ticket = own_ticket(state, ident)
    ticket.state = "linked"
    if ticket.responded < 0:
        ticket.responded = state.now
    entry = note(
        state, "ticket.linked", "lead", f"ticket:{ident}", "lead", because,
        {"incident": incident},
    )  # fmt: skip
    if state.incidents[incident].state != "open":
        work.resolve(state, own_ticket(state, ident), "desk", "world", entry)
