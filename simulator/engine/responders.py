"""Who works on an incident: taking it up, setting it aside, halting for a word, going on.

An incident stands still while its person waits for the lead's word (`halted`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import (
    authority,
    chance,
    fairness,
    feelings,
    pace,
    roles,
    setting_aside,
    standing,
    step_pace,
    theories,
    work,
)
from simulator.engine.authority import Need
from simulator.engine.owning import own_analyst, own_incident
from simulator.engine.records import LEAD, NOBODY
from simulator.engine.state import PEOPLE_PHASE, STORY_PHASE, note, plan_due, ref_of

if TYPE_CHECKING:
    from simulator.engine.log import Value
    from simulator.engine.records.incidents import Incident
    from simulator.engine.records.team import Analyst
    from simulator.engine.state import State
    from simulator.engine.world import IncidentSpec, Step, Theory


NEXT_STEP = "next-step"
"""What somebody asks who was told to report before going on."""


def give_to(state: State, ident: str, who: str, because: int) -> None:
    """Put an incident into somebody's hands; what they had is set aside."""
    incident = own_incident(state, ident)
    analyst = own_analyst(state, who)
    if analyst.task and analyst.task != ident:
        setting_aside.park(state, analyst, because)
    if who in state.idle:
        state.idle.remove(who)
    analyst.parked = tuple(one for one in analyst.parked if one != ident)
    step_pace.settle(state, incident)
    incident.who, incident.parked, incident.moved = who, -1, state.now
    incident.halted, incident.asks = -1, ""
    spec = state.plan.incidents[ident]
    incident.gap = pace.gap_of(analyst, spec.skill, spec.difficulty)
    if analyst.place == "desk":
        work_on(state, analyst, ident)
    else:
        analyst.parked = (ident, *analyst.parked)


def take_from(state: State, ident: str) -> str:
    """Take an incident out of somebody's hands; return who had it."""
    incident = own_incident(state, ident)
    who = incident.who
    step_pace.pause(state, ident)
    if incident.halted >= 0:
        incident.waited += state.now - incident.halted
    incident.who, incident.halted, incident.asks, incident.unasked = NOBODY, -1, "", False
    if who and who != LEAD:
        analyst = own_analyst(state, who)
        analyst.parked = tuple(one for one in analyst.parked if one != ident)
        if analyst.task == ident:
            analyst.task = NOBODY
            work.free(state, analyst)
        feelings.retune(state, own_analyst(state, who))
    return who


def set_aside(state: State, ident: str, because: int) -> None:
    """Let an incident stand still because its person is on something else, or on a break."""
    step_pace.pause(state, ident)
    incident = own_incident(state, ident)
    incident.parked = state.now
    by_lead = because >= 0 and state.log[because].cause == "lead"
    note(
        state, "incident.parked", "lead" if by_lead else "world", f"incident:{ident}",
        ref_of(state, incident.who), because, {"by": incident.who}, seen=incident.known >= 0,
    )  # fmt: skip


def take_up_again(state: State, analyst: Analyst, ident: str) -> None:
    """Go on with an incident that was set aside."""
    incident = own_incident(state, ident)
    if incident.parked >= 0:
        note(
            state, "incident.resumed", "world", f"incident:{ident}", analyst.ref, -1,
            {"by": analyst.id, "stood": state.now - incident.parked}, seen=incident.known >= 0,
        )  # fmt: skip
        incident.parked = -1
    work_on(state, analyst, ident)


def drop(state: State, ident: str) -> None:
    """Leave an incident without anybody, because its person has gone."""
    step_pace.pause(state, ident)
    incident = own_incident(state, ident)
    note(
        state, "incident.dropped", "world", f"incident:{ident}", ref_of(state, incident.who), -1,
        {"by": incident.who}, seen=incident.known >= 0,
    )  # fmt: skip
    incident.who, incident.halted, incident.asks, incident.unasked = NOBODY, -1, "", False
    plan_due(state, state.now + state.rules.opened_after, STORY_PHASE, "noticed", ident)


def work_on(state: State, analyst: Analyst, ident: str) -> None:
    """Go on with an incident that somebody has."""
    analyst.task, analyst.since = ident, state.now
    incident = own_incident(state, ident)
    if incident.halted < 0:
        resume(state, incident)
    feelings.retune(state, own_analyst(state, analyst.id))


def resume(state: State, incident: Incident) -> None:
    """Go on with the step in hand, or begin the next one."""
    if incident.left:
        step_pace.set_pace(state, incident)
    else:
        next_step(state, incident)


def next_step(state: State, incident: Incident) -> None:
    """Begin the current step, or halt where a word is needed first.

    Where facts are missing, theories are tested first; so is one that the lead directs them at.
    """
    spec = state.plan.incidents[incident.id]
    theory = theories.named(spec, incident.testing)
    if theory is not None:
        _test(state, incident, theory)
        return
    step = step_of(spec, incident)
    if step is None:
        hand_back(state, incident)
        return
    if (
        step.asks
        and step.asks not in incident.may
        and standing.allowed(state, step.asks, incident.who, f"incident:{incident.id}")
    ):
        incident.may = (*incident.may, step.asks)
    if step.asks and step.asks not in incident.may:
        halt(state, incident, step.asks)
        return
    if any(need not in state.found for need in step.needs):
        theory = theories.choose(state, incident)
        if theory is None:
            halt(state, incident, "facts")
        else:
            _test(state, incident, theory)
        return
    words = chance.drawn(state.seed, state.luck, "step", f"{incident.id}.{step.id}", incident.tries)
    incident.left = chance.spread(words[0], step.minutes, state.rules.step_sigma)
    if step.halved_by and step.halved_by in state.found:
        incident.left = max(pace.MINUTE, incident.left // 2)
    note(
        state, "incident.step-begun", "world", f"incident:{incident.id}",
        f"analyst:{incident.who}", -1, {"step": step.id, "by": incident.who}, seen=False,
    )  # fmt: skip
    if state.rules.people_depth:
        fairness.took_step(state, incident.who, step.minutes)
    step_pace.set_pace(state, incident)


def _test(state: State, incident: Incident, theory: Theory) -> None:
    """Begin the test of a theory."""
    incident.testing = theory.id
    words = chance.drawn(state.seed, state.luck, "test", f"{incident.id}.{theory.id}")
    incident.left = chance.spread(words[0], theory.minutes, state.rules.step_sigma)
    note(
        state, "incident.theory-begun", "world", f"incident:{incident.id}",
        f"analyst:{incident.who}", -1, {"theory": theory.id, "by": incident.who},
        seen=not incident.unasked,
    )  # fmt: skip
    step_pace.set_pace(state, incident)


def step_of(spec: IncidentSpec, incident: Incident) -> Step | None:
    """Return the desk's next step; None where the rest is somebody else's."""
    if incident.step >= len(spec.steps):
        return None
    step = spec.steps[incident.step]
    return None if step.by else step


def hand_back(state: State, incident: Incident) -> None:
    """Free who worked on it: the desk's own part is done."""
    who = incident.who
    incident.working, incident.left = False, 0
    stand_by(state, incident)
    if who in state.analysts and state.analysts[who].task == incident.id:
        analyst = own_analyst(state, who)
        analyst.task = NOBODY
        work.free(state, analyst)


def stand_by(state: State, incident: Incident) -> None:
    """Note that the desk has nothing left to do; who joined and is still there will show."""
    incident.spare_since = state.now
    if incident.joined:
        minute = state.now + state.rules.spare_minutes
        plan_due(state, minute, PEOPLE_PHASE, "spare", incident.id, state.now)


def halt(state: State, incident: Incident, asks: str) -> None:
    """Let work stand still until the lead has said something."""
    incident.halted, incident.asks = state.now, asks
    incident.working = False
    data: dict[str, Value] = {"asks": asks, "by": incident.who}
    other = authority.refusal(state, (Need((asks,)),))
    if other is not None:
        data["word_of"] = other.about[0].partition(":")[2]
    entry = note(
        state, "incident.halted", "world", f"incident:{incident.id}",
        f"analyst:{incident.who}", -1, data, seen=not incident.unasked,
    )  # fmt: skip
    analyst = state.analysts[incident.who]
    if incident.unasked or "acts-alone" in analyst.spec.habits:
        plan_due(state, state.now + state.rules.patience, STORY_PHASE, "alone", incident.id, entry)
    roles.halted(state, incident.id)


def go_on(state: State, ident: str, because: int) -> int:
    """Let who waits go on with what they asked for; return the minutes it stood still."""
    incident = own_incident(state, ident)
    waited = state.now - incident.halted
    incident.waited += waited
    incident.moved = state.now
    if incident.asks not in (NEXT_STEP, "facts", ""):
        incident.may = tuple(dict.fromkeys((*incident.may, incident.asks)))
    incident.halted, incident.asks = -1, ""
    who = incident.who
    if state.analysts[who].task == ident:
        next_step(state, incident)
    return waited
