"""The steps of an incident: what each finds, breaks or mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import (
    incidents,
    knowledge,
    responders,
    second_pair,
    testing,
    theories,
    ways,
)
from simulator.engine.owning import own_analyst, own_incident
from simulator.engine.records import LEAD
from simulator.engine.state import STORY_PHASE, note, plan_due, ref_of

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.records.incidents import Incident
    from simulator.engine.state import State
    from simulator.engine.world import Step


def step_over(state: State, ident: str, version: int) -> None:
    """Handle the end of a step, or of the test of a theory."""
    incident = state.incidents[ident]
    if incident.version != version:
        return
    if incident.testing:
        testing.over(state, ident)
    else:
        complete_step(state, ident, state.incidents[ident].who, -1, "world")


def complete_step(state: State, ident: str, by: str, because: int, cause: Cause) -> None:
    """Finish the current step: it works, it finds something, or it breaks something."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    step = spec.steps[incident.step]
    incident.working, incident.left = False, 0
    incident.version += 1
    broke = step.risk is not None and ways.goes_wrong(state, incident, step.id, step.risk, by)
    second_pair.release(state, incident)
    if step.risk is not None and broke:
        incidents.worsen(state, ident, step.id, step.risk.minutes, by, because, cause)
        return
    actor = ref_of(state, by)
    lead_hears = by == LEAD or not incident.unasked
    entry = note(
        state, "incident.found", "world", f"incident:{ident}", actor, because,
        {"step": step.id, "by": by}, seen=lead_hears,
    )  # fmt: skip
    if by in state.analysts:
        analyst = own_analyst(state, by)
        analyst.done = (*analyst.done, entry)
        if incident.gap < 0 and (incident.beside or incident.style in ("alongside", "show")):
            analyst.stretched = tuple(dict.fromkeys((*analyst.stretched, ident)))
        for fact in step.reveals:
            knowledge.find(state, fact, by, entry)
    incident.done = (*incident.done, step.id)
    incident.step += 1
    incident.tries, incident.moved = 0, state.now
    if lead_hears:
        report(state, ident, actor, entry)
    if step.effect == "mitigates":
        incidents.mitigate(state, ident, by, entry, step.id)
    elif step.effect == "resolves":
        incidents.restore(state, ident, by, entry)
    if by in state.analysts and state.incidents[ident].who == by:
        _after_step(state, own_incident(state, ident), step)


def progress(state: State, who: str) -> str:
    """Return how far somebody is with what they have in hand, as they would say it."""
    task = state.analysts[who].task
    if task in state.incidents:
        incident = state.incidents[task]
        if incident.halted >= 0:
            return "waits"
        left, speed, since = incident.left, incident.speed, incident.since
    else:
        ticket = state.tickets[task]
        left, speed, since = ticket.left, ticket.speed, ticket.since
    minutes = left // max(1, speed) - (state.now - since)
    return "nearly" if minutes < 5 else "quarter" if minutes < 16 else "while"


def report(state: State, ident: str, actor: str, because: int) -> None:
    """Tell the lead all that was found on an incident so far."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    for step in spec.steps[: incident.step]:
        if step.id in incident.done:
            for fact in step.reveals:
                knowledge.learn(state, fact, "world", actor, because)
    for theory in spec.theories:
        if theory.id in incident.tested:
            for fact in theories.finds(theory):
                knowledge.learn(state, fact, "world", actor, because)


def _after_step(state: State, incident: Incident, step: Step) -> None:
    """Go on, or halt: at a report that was asked for, at the outcome, at a limit."""
    spec = state.plan.incidents[incident.id]
    if responders.step_of(spec, incident) is None or incident.state == "resolved":
        responders.hand_back(state, incident)
        return
    reached = any(o.id == incident.outcome and o.through == step.id for o in spec.outcomes)
    if incident.style == "show" or reached:
        upcoming = responders.step_of(spec, incident)
        asks = upcoming.asks if upcoming is not None and upcoming.asks else responders.NEXT_STEP
        if asks == responders.NEXT_STEP or asks not in incident.may:
            responders.halt(state, incident, asks)
            return
    responders.next_step(state, incident)


def alone(state: State, ident: str, halted: int) -> None:
    """Handle the end of patience of somebody who waits for a word that does not come."""
    incident, spec = state.incidents[ident], state.plan.incidents[ident]
    if incident.halted < 0 or incident.halted != state.log[halted].at or not incident.who:
        return
    who = incident.who
    entry = note(
        state, "incident.went-on", "world", f"incident:{ident}", f"analyst:{who}", -1,
        {"by": who, "waited": state.now - incident.halted},
    )  # fmt: skip
    if spec.alone and spec.alone not in incident.ways:
        ways.use_way(state, ident, spec.alone, entry, who)
        if state.incidents[ident].worse_until > state.now:
            plan_due(state, state.now + state.rules.patience, STORY_PHASE, "alone", ident, halted)
            return
    responders.go_on(state, ident, entry)


def outside_done(state: State, who: str, because: int) -> None:
    """Handle the end of somebody else's work on an incident's step."""
    answer = state.plan.stakeholders[who].answer
    if answer is None or "/" not in answer.done:
        return
    ident, step_id = answer.done.split("/", 1)
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    if step_id in incident.done or incident.state == "resolved":
        return
    step = next(one for one in spec.steps if one.id == step_id)
    incident.done = (*incident.done, step_id)
    entry = note(
        state, "incident.found", "world", f"incident:{ident}", f"stakeholder:{who}", because,
        {"step": step_id, "by": who},
    )  # fmt: skip
    for fact in step.reveals:
        knowledge.learn(state, fact, "world", f"stakeholder:{who}", entry)
    if step.effect == "mitigates":
        incidents.mitigate(state, ident, who, entry, step.id)
    elif step.effect == "resolves":
        incidents.restore(state, ident, who, entry)
