"""Whether a service that looks back really is: confirmed, or found broken again (I5).

A mitigation that does not hold shows after some minutes, to everybody; asking users shows it at
once. A closing word sent before that proves untrue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import chance, responders, step_pace, trust
from simulator.engine.owning import own_incident
from simulator.engine.state import STORY_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.state import State


def looks_back(state: State, ident: str) -> None:
    """Draw whether a mitigation holds, and plan the minute at which it shows that it does not."""
    spec = state.plan.incidents[ident].recovery
    if spec is None:
        return
    incident = own_incident(state, ident)
    words = chance.drawn(state.seed, state.luck, "recovery", ident, incident.recoveries)
    incident.recoveries += 1
    incident.sound = chance.permille(words[0]) < spec.holds
    if not incident.sound:
        minute = state.now + chance.within(words[1], spec.returns)
        plan_due(state, minute, STORY_PHASE, "relapse", ident, state.now)


def relapse(state: State, ident: str, since: int) -> None:
    """Handle the minute at which everybody can see that the trouble is there again."""
    incident = state.incidents[ident]
    if incident.state == "mitigated" and incident.mitigated == since:
        reopen(state, ident, "world", -1)


def check(state: State, ident: str, how: str) -> bool:
    """Return whether the service is back, as users or monitoring have it."""
    incident, spec = state.incidents[ident], state.plan.incidents[ident].recovery
    if spec is None or incident.sound or incident.state == "resolved":
        return True
    return how == "monitoring" and not spec.monitoring


def reopen(state: State, ident: str, cause: Cause, because: int) -> None:
    """Let an incident that looked over be open again; what held it up is to be done anew."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    back_for = state.now - incident.mitigated
    incident.state, incident.mitigated, incident.verified = "open", -1, -1
    incident.sound, incident.spare_since = True, -1
    incident.ways = tuple(one for one in incident.ways if one != incident.mended_by)
    steps = [one.id for one in spec.steps]
    at_work = bool(incident.who) and incident.who in state.analysts
    if incident.mended_by in steps:
        step_pace.pause(state, ident)
        incident.step, incident.left = min(incident.step, steps.index(incident.mended_by)), 0
        incident.done = tuple(one for one in incident.done if one != incident.mended_by)
        incident.tries += 1
    entry = note(
        state, "incident.relapsed", cause, f"incident:{ident}", "desk", because,
        {"after": back_for},
    )  # fmt: skip
    trust.taken_back(state, ident, entry)
    trust.expect(state, ident, 0)
    if at_work and state.analysts[incident.who].task == ident and incident.halted < 0:
        responders.resume(state, incident)
    elif not incident.who:
        minute = state.now + state.rules.opened_after
        plan_due(state, minute, STORY_PHASE, "noticed", ident)
