"""The second pair of eyes on an incident: called in for a risky step, and let go after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import calls, feelings, setting_aside, work
from simulator.engine.owning import own_analyst, own_incident

if TYPE_CHECKING:
    from simulator.engine.records.incidents import Incident
    from simulator.engine.state import State


def watched_by(state: State, ident: str, who: str) -> None:
    """Name the second pair of eyes; who looked on before goes back to their own work."""
    incident = own_incident(state, ident)
    if incident.beside != who:
        release(state, incident)
        incident.beside = who


def call_in(state: State, incident: Incident) -> None:
    """Bring the second pair of eyes in for a risky step; what they had is set aside."""
    who = incident.beside
    if who not in state.analysts or state.analysts[who].place != "desk":
        return
    if state.analysts[who].task in state.incidents or calls.in_hand(state, who) is not None:
        return
    analyst = own_analyst(state, who)
    if analyst.task:
        setting_aside.park(state, analyst, -1, moved=False)
    if who in state.idle:
        state.idle.remove(who)
    analyst.task, analyst.since = incident.id, state.now
    feelings.retune(state, analyst)


def release(state: State, incident: Incident) -> None:
    """Let the second pair of eyes go back to their own work."""
    who = incident.beside
    if who in state.analysts and who != incident.who and state.analysts[who].task == incident.id:
        work.free(state, own_analyst(state, who))
        feelings.retune(state, own_analyst(state, who))
