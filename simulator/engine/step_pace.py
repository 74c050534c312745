"""How fast work on an incident goes: planned, stopped, and planned anew when a speed changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import pace, second_pair, theories
from simulator.engine.owning import own_incident
from simulator.engine.records import IN_TALK
from simulator.engine.state import WORK_PHASE, plan_due

if TYPE_CHECKING:
    from simulator.engine.records.incidents import Incident
    from simulator.engine.state import State


def set_pace(state: State, incident: Incident) -> None:
    """Plan the end of the step in hand at the speed that holds now; not while its person talks."""
    spec = state.plan.incidents[incident.id]
    analyst = state.analysts[incident.who]
    if analyst.place == IN_TALK:
        return
    theory = theories.named(spec, incident.testing)
    skill = theory.skill if theory is not None and theory.skill else spec.skill
    speed = pace.speed_of(state, analyst, skill, spec.difficulty) or pace.MINUTE
    speed = pace.with_style(state.rules, speed, incident.style, max(0, -incident.fit))
    speed = speed * (100 + _help(state, incident)) // 100
    incident.speed, incident.since, incident.working = speed, state.now, True
    if theory is None and spec.steps[incident.step].risk is not None:
        second_pair.call_in(state, incident)
    incident.version += 1
    end = state.now + pace.minutes_for(state.rules, incident.left, speed)
    plan_due(state, end, WORK_PHASE, "step", incident.id, incident.version)


def _help(state: State, incident: Incident) -> int:
    """Return what those who joined add to the speed, in percent."""
    there = sum(
        state.analysts[who].task == incident.id and who != incident.who
        for who, _ in incident.joined
    )
    return state.rules.joined_speed * min(there, state.rules.joined_most)


def settle(state: State, incident: Incident) -> None:
    """Count what has been done of the step in hand."""
    if incident.working:
        done = incident.speed * (state.now - incident.since)
        incident.left = max(pace.MINUTE // 10, incident.left - done)
        incident.since = state.now


def pause(state: State, ident: str) -> None:
    """Stop work on an incident, keeping what is done of the step."""
    incident = own_incident(state, ident)
    settle(state, incident)
    incident.working = False
    incident.version += 1
    second_pair.release(state, incident)


def repace(state: State, ident: str) -> None:
    """Plan the step in hand anew after a change of speed."""
    if state.incidents[ident].working:
        incident = own_incident(state, ident)
        settle(state, incident)
        set_pace(state, incident)


def lose_minutes(state: State, ident: str, minutes: int) -> None:
    """Cost the step in hand some minutes, as an interruption does."""
    if state.incidents[ident].working:
        incident = own_incident(state, ident)
        settle(state, incident)
        incident.left += minutes * pace.MINUTE
        set_pace(state, incident)
