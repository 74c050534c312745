"""Thresholds of standing orders on P1 incidents: planned when one is known or an order given.

`escalate` looks at the minutes without progress: nothing found, given, allowed or put in place.
`tell` looks at the minutes since the incident was known. Both are planned events (B57).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import requests, standing, trust
from simulator.engine.owning import own_incident, own_stakeholder
from simulator.engine.state import CLOCK_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.standing import Standing
    from simulator.engine.state import State


def severity_of(state: State, ident: str) -> int:
    """Return the severity as declared, or as it is before that."""
    one = state.incidents[ident]
    return one.severity if one.declared >= 0 else state.plan.incidents[ident].severity


def known(state: State, ident: str) -> None:
    """Plan the thresholds of all orders for an incident that has just become known."""
    for one in standing.of(state, *standing.TIMED):
        _plan(state, one, ident)


def given(state: State, order: Standing) -> None:
    """Plan the thresholds of a new order for all incidents that are known."""
    for ident, incident in state.incidents.items():
        if incident.known >= 0:
            _plan(state, order, ident)


def _since(state: State, order: Standing, ident: str) -> int:
    incident = state.incidents[ident]
    if order.rule == "tell":
        return incident.known
    return max(incident.known, incident.moved, state.log[order.entry].at)


def _plan(state: State, order: Standing, ident: str) -> None:
    minute = max(state.now, _since(state, order, ident) + order.after)
    if minute <= state.world.length:
        plan_due(state, minute, CLOCK_PHASE, "watch", ident, order.number)


def watch(state: State, ident: str, number: int) -> None:
    """Handle a minute at which a threshold may be crossed."""
    order, incident = state.standing.get(number), state.incidents[ident]
    if order is None or incident.state != "open" or severity_of(state, ident) != 1:
        return
    minutes = state.now - _since(state, order, ident)
    if minutes < order.after:
        _plan(state, order, ident)
    elif order.rule == "tell":
        _tell(state, order, ident)
    else:
        _escalate(state, order, ident, minutes)


def _tell(state: State, order: Standing, ident: str) -> None:
    """Tell somebody who has not heard of it yet, in the desk's standard words."""
    if ident in state.stakeholders[order.who].about:
        return
    entry = note(
        state, "stakeholder.told", "world", f"stakeholder:{order.who}", "desk", order.entry,
        {"about": ident},
    )  # fmt: skip
    trust.word_given(state, order.who, ident, entry)
    if state.plan.stakeholders[order.who].audience == "users":
        own_incident(state, ident).worded = True


def _escalate(state: State, order: Standing, ident: str, minutes: int) -> None:
    """Tell the lead, or ask somebody outside with all that is known; again after as long."""
    entry = note(
        state, "order.crossed", "world", f"incident:{ident}", "desk", order.entry,
        {"order": order.number, "to": order.who, "minutes": minutes},
    )  # fmt: skip
    if order.who:
        own_stakeholder(state, order.who).last_word = state.now
        requests.request(state, order.who, ident, "", tuple(state.facts), entry)
    if state.now + order.after <= state.world.length:
        plan_due(state, state.now + order.after, CLOCK_PHASE, "watch", ident, order.number)
