"""Making a record ours to change: the first write after a fork copies a record it shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.engine.records.incidents import Change, Incident
    from simulator.engine.records.outside import Promise, Stakeholder
    from simulator.engine.records.story import Scene
    from simulator.engine.records.team import Analyst, Conflict
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State


def own_ticket(state: State, ident: str) -> Ticket:
    """Return the ticket, ours to change: copied first if a fork still shares it."""
    ticket = state.tickets[ident]
    if ticket.owner is not state.owner:
        ticket = state.tickets[ident] = ticket.copy(state.owner)
    return ticket


def own_analyst(state: State, ident: str) -> Analyst:
    """Return the analyst, ours to change."""
    analyst = state.analysts[ident]
    if analyst.owner is not state.owner:
        analyst = state.analysts[ident] = analyst.copy(state.owner)
        analyst.skills = dict(analyst.skills)
    return analyst


def own_stakeholder(state: State, ident: str) -> Stakeholder:
    """Return the stakeholder, ours to change."""
    stakeholder = state.stakeholders[ident]
    if stakeholder.owner is not state.owner:
        stakeholder = state.stakeholders[ident] = stakeholder.copy(state.owner)
    return stakeholder


def own_incident(state: State, ident: str) -> Incident:
    """Return the incident, ours to change."""
    incident = state.incidents[ident]
    if incident.owner is not state.owner:
        incident = state.incidents[ident] = incident.copy(state.owner)
    return incident


def own_change(state: State, ident: str) -> Change:
    """Return the planned change, ours to change."""
    change = state.changes[ident]
    if change.owner is not state.owner:
        change = state.changes[ident] = change.copy(state.owner)
    return change


def own_conflict(state: State, ident: str) -> Conflict:
    """Return the conflict, ours to change."""
    conflict = state.conflicts[ident]
    if conflict.owner is not state.owner:
        conflict = state.conflicts[ident] = conflict.copy(state.owner)
    return conflict


def own_scene(state: State, ident: str) -> Scene:
    """Return the scene, ours to change."""
    scene = state.scenes[ident]
    if scene.owner is not state.owner:
        scene = state.scenes[ident] = scene.copy(state.owner)
    return scene


def own_promise(state: State, ident: int) -> Promise:
    """Return the promise, ours to change."""
    promise = state.promises[ident]
    if promise.owner is not state.owner:
        promise = state.promises[ident] = promise.copy(state.owner)
    return promise
