"""Incidents: a service fails, contacts stream in, somebody looks for the cause and a way out.

An incident stands still while its person waits for the lead's word (`halted`), and everybody is
out while it is worse than it was (`worse_until`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import chance, feelings, knowledge, pace, trust, work
from simulator.engine.records import LEAD, NOBODY
from simulator.engine.state import (
    CLOCK_PHASE,
    STORY_PHASE,
    WORK_PHASE,
    note,
    own_analyst,
    own_incident,
    own_ticket,
    plan_due,
    ref_of,
)

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.records import Analyst, Incident
    from simulator.engine.state import State
    from simulator.engine.world import IncidentSpec, Risk, Step

NEXT_STEP = "next-step"


# Beginning ------------------------------------------------------------------------------------


def begin(state: State, ident: str, _version: int = 0, cause: Cause = "script") -> None:
    """Handle the start of an incident: the cause is hidden, and so is the start."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    if incident.state != "coming":
        return
    incident.state, incident.starts = "open", state.now
    note(
        state, "incident.started", cause, f"incident:{ident}", "desk", -1,
        {"service": spec.service}, seen=False,
    )  # fmt: skip
    plan_due(state, state.now + spec.knowable, CLOCK_PHASE, "expect", ident)
    plan_due(state, state.now + state.rules.noticed, STORY_PHASE, "noticed", ident)
    if spec.gone_by is not None:
        plan_due(state, state.now + spec.gone_by[0], STORY_PHASE, "gone", ident)
    if spec.known_by and spec.known_by in state.facts:
        make_known(state, ident, "world", -1)


def make_known(state: State, ident: str, cause: Cause, because: int) -> None:
    """Let the lead see that something is wrong with the service."""
    incident = own_incident(state, ident)
    if incident.known >= 0 or incident.state not in ("open",):
        return
    incident.known = state.now
    for one in state.tickets.values():
        if one.source == ident and one.incident != ident:
            own_ticket(state, one.id).incident = ident
    note(
        state, "incident.known", cause, f"incident:{ident}", "desk", because,
        {"service": state.plan.incidents[ident].service},
    )  # fmt: skip
    if not incident.who:
        plan_due(state, state.now + state.rules.opened_after, STORY_PHASE, "noticed", ident)


def fact_found(state: State, fact: str, entry: int) -> None:
    """Let a new fact show an incident, or halve the work that it is the answer to."""
    for ident, spec in state.plan.incidents.items():
        incident = state.incidents[ident]
        if spec.known_by == fact and incident.state == "open":
            make_known(state, ident, "world", entry)
        if incident.working and spec.steps[incident.step].halved_by == fact:
            mine = own_incident(state, ident)
            _settle(state, mine)
            mine.left = max(pace.MINUTE, mine.left // 2)
            _pace(state, mine)


def noticed(state: State, ident: str, _version: int) -> None:
    """Handle the minute at which somebody opens an incident that nobody has."""
    incident, spec = state.incidents[ident], state.plan.incidents[ident]
    if incident.state != "open" or incident.who or spec.quiet:
        return
    for who in _by_skill(state, spec.skill):
        analyst = state.analysts[who]
        if "takes-every-p1" not in analyst.spec.habits or spec.severity > 1:
            continue
        if analyst.place in ("absent", "away"):
            continue
        if analyst.place != "desk" or analyst.task in state.incidents:
            plan_due(state, state.now + 5, STORY_PHASE, "noticed", ident)
            return
        entry = note(
            state, "incident.opened", "world", f"incident:{ident}", f"analyst:{who}", -1,
            {"to": who},
        )  # fmt: skip
        make_known(state, ident, "world", entry)
        mine = own_incident(state, ident)
        mine.unasked, mine.style, mine.outcome = True, "hand-over", ""
        give_to(state, ident, who, entry)
        return


def _by_skill(state: State, skill: str) -> list[str]:
    return sorted(state.analysts, key=lambda w: (-state.analysts[w].skills.get(skill, 1), w))


# Contacts -------------------------------------------------------------------------------------


def contact(state: State, ident: str, _version: int) -> None:
    """Handle a possible duplicate: whether it comes depends on how things stand."""
    birth = state.births[ident]
    incident = state.incidents[birth.source]
    contacts = state.plan.incidents[birth.source].contacts
    if contacts is None or birth.words is None or incident.state in ("coming", "resolved"):
        return
    age = state.now - incident.starts
    most = max(rate for _, rate in contacts.rates)
    rate = 0
    for since, value in contacts.rates:
        if age >= since:
            rate = value
    share = 1000
    if incident.state == "mitigated":
        if state.now - incident.mitigated > state.rules.contacts_stop:
            return
        share = contacts.after_mitigation
    elif incident.workaround:
        share = contacts.after_workaround
    elif incident.worded:
        share = contacts.after_word
    if chance.permille(birth.words[7]) * most >= rate * share:
        return
    folds = incident.linked and f"incident:{birth.source}" in state.desk_told
    entry = work.admit(state, birth, "world", -1, offered=not folds)
    if folds:
        link(state, ident, birth.source, entry)


def link(state: State, ident: str, incident: str, because: int) -> None:
    """Fold a duplicate into its incident; who had it in hand is free again.

    Where the service is back already, the duplicate is done with it.
    """
    ticket = own_ticket(state, ident)
    ticket.incident, ticket.linked, ticket.state = incident, True, "linked"
    work.release(state, ident)
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


# Working on it --------------------------------------------------------------------------------


def give_to(state: State, ident: str, who: str, because: int) -> None:
    """Put an incident into somebody's hands; what they had is set aside."""
    incident = own_incident(state, ident)
    analyst = own_analyst(state, who)
    if analyst.task and analyst.task != ident:
        work.park(state, analyst, because)
    if who in state.idle:
        state.idle.remove(who)
    analyst.parked = tuple(one for one in analyst.parked if one != ident)
    _settle(state, incident)
    incident.who = who
    if who not in incident.had:
        incident.had = (*incident.had, who)
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
    pause(state, ident)
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


def drop(state: State, ident: str) -> None:
    """Leave an incident without anybody, because its person has gone."""
    pause(state, ident)
    incident = own_incident(state, ident)
    incident.who, incident.halted, incident.asks, incident.unasked = NOBODY, -1, "", False
    plan_due(state, state.now + state.rules.opened_after, STORY_PHASE, "noticed", ident)


def work_on(state: State, analyst: Analyst, ident: str) -> None:
    """Go on with an incident that somebody has."""
    analyst.task, analyst.since = ident, state.now
    incident = own_incident(state, ident)
    if incident.halted < 0:
        if incident.left:
            _pace(state, incident)
        else:
            _next_step(state, incident)
    feelings.retune(state, own_analyst(state, analyst.id))


def _next_step(state: State, incident: Incident) -> None:
    """Begin the current step, or halt where a word is needed first."""
    spec = state.plan.incidents[incident.id]
    step = _step(spec, incident)
    if step is None:
        _hand_back(state, incident)
        return
    if step.asks and step.asks not in incident.may:
        _halt(state, incident, step.asks)
        return
    if any(need not in state.found for need in step.needs):
        _halt(state, incident, "facts")
        return
    words = chance.drawn(state.seed, state.luck, "step", f"{incident.id}.{step.id}", incident.tries)
    incident.left = chance.spread(words[0], step.minutes, state.rules.step_sigma)
    if step.halved_by and step.halved_by in state.found:
        incident.left = max(pace.MINUTE, incident.left // 2)
    note(
        state, "incident.step-begun", "world", f"incident:{incident.id}",
        f"analyst:{incident.who}", -1, {"step": step.id, "by": incident.who}, seen=False,
    )  # fmt: skip
    _pace(state, incident)


def watched_by(state: State, ident: str, who: str) -> None:
    """Name the second pair of eyes; who looked on before goes back to their own work."""
    incident = own_incident(state, ident)
    if incident.beside != who:
        _release_beside(state, incident)
        incident.beside = who


def _call_beside(state: State, incident: Incident) -> None:
    """Bring the second pair of eyes in for a risky step; what they had is set aside."""
    who = incident.beside
    if who not in state.analysts or state.analysts[who].place != "desk":
        return
    if state.analysts[who].task in state.incidents:
        return
    analyst = own_analyst(state, who)
    if analyst.task:
        work.park(state, analyst, -1, moved=False)
    if who in state.idle:
        state.idle.remove(who)
    analyst.task, analyst.since = incident.id, state.now
    feelings.retune(state, analyst)


def _release_beside(state: State, incident: Incident) -> None:
    """Let the second pair of eyes go back to their own work."""
    who = incident.beside
    if who in state.analysts and who != incident.who and state.analysts[who].task == incident.id:
        work.free(state, own_analyst(state, who))
        feelings.retune(state, own_analyst(state, who))


def _step(spec: IncidentSpec, incident: Incident) -> Step | None:
    """Return the desk's next step; None where the rest is somebody else's."""
    if incident.step >= len(spec.steps):
        return None
    step = spec.steps[incident.step]
    return None if step.by else step


def _hand_back(state: State, incident: Incident) -> None:
    """Free who worked on it: the desk's own part is done."""
    who = incident.who
    incident.working, incident.left = False, 0
    if who in state.analysts and state.analysts[who].task == incident.id:
        analyst = own_analyst(state, who)
        analyst.task = NOBODY
        work.free(state, analyst)


def _pace(state: State, incident: Incident) -> None:
    """Plan the end of the step in hand at the speed that holds now."""
    spec = state.plan.incidents[incident.id]
    analyst = state.analysts[incident.who]
    speed = pace.speed_of(state, analyst, spec.skill, spec.difficulty) or pace.MINUTE
    speed = pace.with_style(state.rules, speed, incident.style, max(0, -incident.fit))
    incident.speed, incident.since, incident.working = speed, state.now, True
    if spec.steps[incident.step].risk is not None:
        _call_beside(state, incident)
    incident.version += 1
    end = state.now + pace.minutes_for(state.rules, incident.left, speed)
    plan_due(state, end, WORK_PHASE, "step", incident.id, incident.version)


def _settle(state: State, incident: Incident) -> None:
    if incident.working:
        done = incident.speed * (state.now - incident.since)
        incident.left = max(pace.MINUTE // 10, incident.left - done)
        incident.since = state.now


def pause(state: State, ident: str) -> None:
    """Stop work on an incident, keeping what is done of the step."""
    incident = own_incident(state, ident)
    _settle(state, incident)
    incident.working = False
    incident.version += 1
    _release_beside(state, incident)


def repace(state: State, ident: str) -> None:
    """Plan the step in hand anew after a change of speed."""
    if state.incidents[ident].working:
        incident = own_incident(state, ident)
        _settle(state, incident)
        _pace(state, incident)


def lose_minutes(state: State, ident: str, minutes: int) -> None:
    """Cost the step in hand some minutes, as an interruption does."""
    if state.incidents[ident].working:
        incident = own_incident(state, ident)
        _settle(state, incident)
        incident.left += minutes * pace.MINUTE
        _pace(state, incident)


def step_over(state: State, ident: str, version: int) -> None:
    """Handle the end of a step."""
    if state.incidents[ident].version == version:
        complete_step(state, ident, state.incidents[ident].who, -1, "world")


def complete_step(state: State, ident: str, by: str, because: int, cause: Cause) -> None:
    """Finish the current step: it works, it finds something, or it breaks something."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    step = spec.steps[incident.step]
    incident.working, incident.left = False, 0
    incident.version += 1
    broke = step.risk is not None and _goes_wrong(state, incident, step.risk, by)
    _release_beside(state, incident)
    if step.risk is not None and broke:
        worsen(state, ident, step.id, step.risk.minutes, by, because, cause)
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
    incident.tries = 0
    if lead_hears:
        report(state, ident, actor, entry)
    if step.effect == "mitigates":
        mitigate(state, ident, by, entry)
    elif step.effect == "resolves":
        restore(state, ident, by, entry)
    if by in state.analysts and state.incidents[ident].who == by:
        _after_step(state, own_incident(state, ident), step)


def report(state: State, ident: str, actor: str, because: int) -> None:
    """Tell the lead all that was found on an incident so far."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    for step in spec.steps[: incident.step]:
        if step.id in incident.done:
            for fact in step.reveals:
                knowledge.learn(state, fact, "world", actor, because)
    incident.reported = incident.step


def _after_step(state: State, incident: Incident, step: Step) -> None:
    """Go on, or halt: at a report that was asked for, at the outcome, at a limit."""
    spec = state.plan.incidents[incident.id]
    if _step(spec, incident) is None or incident.state == "resolved":
        _hand_back(state, incident)
        return
    reached = any(o.id == incident.outcome and o.through == step.id for o in spec.outcomes)
    if incident.style == "show" or reached:
        upcoming = _step(spec, incident)
        asks = upcoming.asks if upcoming is not None and upcoming.asks else NEXT_STEP
        if asks == NEXT_STEP or asks not in incident.may:
            _halt(state, incident, asks)
            return
    _next_step(state, incident)


def _halt(state: State, incident: Incident, asks: str) -> None:
    incident.halted, incident.asks = state.now, asks
    incident.working = False
    entry = note(
        state, "incident.halted", "world", f"incident:{incident.id}",
        f"analyst:{incident.who}", -1, {"asks": asks, "by": incident.who},
        seen=not incident.unasked,
    )  # fmt: skip
    analyst = state.analysts[incident.who]
    if incident.unasked or "acts-alone" in analyst.spec.habits:
        plan_due(state, state.now + state.rules.patience, STORY_PHASE, "alone", incident.id, entry)


def go_on(state: State, ident: str, because: int) -> int:
    """Let who waits go on with what they asked for; return the minutes it stood still."""
    incident = own_incident(state, ident)
    waited = state.now - incident.halted
    incident.waited += waited
    if incident.asks not in (NEXT_STEP, "facts", ""):
        incident.may = tuple(dict.fromkeys((*incident.may, incident.asks)))
    incident.halted, incident.asks = -1, ""
    who = incident.who
    if state.analysts[who].task == ident:
        _next_step(state, incident)
    return waited


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
        use_way(state, ident, spec.alone, entry, who)
        if state.incidents[ident].worse_until > state.now:
            plan_due(state, state.now + state.rules.patience, STORY_PHASE, "alone", ident, halted)
            return
    go_on(state, ident, entry)


def _goes_wrong(state: State, incident: Incident, risk: Risk, by: str) -> bool:
    if risk.certain:
        return True
    rules = state.rules
    odds = rules.wrong_node[0]
    if by in state.analysts:
        points = feelings.stress(state.analysts[by], state.now) // feelings.POINT
        odds = rules.wrong_node[sum(points >= bound for bound in rules.wrong_node_stress)]
    beside = state.analysts.get(incident.beside)
    watched = beside is not None and beside.task == incident.id
    if watched or incident.style == "alongside":
        odds = odds * rules.second_eyes_percent // 100
    words = chance.drawn(state.seed, state.luck, "risk", incident.id, incident.tries)
    return chance.permille(words[0]) < odds


def worsen(
    state: State, ident: str, what: str, minutes: int, by: str, because: int, cause: Cause
) -> None:
    """Let an incident get worse by the desk's own hands: everybody is out for a while."""
    incident = own_incident(state, ident)
    incident.worse_until = state.now + minutes
    incident.tries += 1
    entry = note(
        state, "incident.worsened", cause, f"incident:{ident}",
        ref_of(state, by), because,
        {"what": what, "minutes": minutes, "by": by},
    )  # fmt: skip
    if by in state.analysts:
        feelings.change_stress(state, by, state.rules.lockout_stress, "lock-out", entry)
    for who in trust.concerned(state, ident):
        trust.change_trust(state, who, state.rules.trust_lockout, entry)
    plan_due(state, incident.worse_until, STORY_PHASE, "eased", ident, incident.worse_until)


def eased(state: State, ident: str, until: int) -> None:
    """Handle the end of a lock-out: who was on it tries the step again."""
    incident = state.incidents[ident]
    if incident.worse_until != until or incident.state != "open":
        return
    note(state, "incident.eased", "world", f"incident:{ident}", "desk", -1, {})
    who = incident.who
    if (
        who in state.analysts and incident.halted < 0 and not incident.working
        and state.analysts[who].task == ident
    ):  # fmt: skip
        _next_step(state, own_incident(state, ident))


def allow(state: State, ident: str, what: str, by: str, because: int) -> None:
    """Let what somebody outside allowed come about: a permit, or a way out."""
    if ident not in state.incidents:
        return
    spec = state.plan.incidents[ident]
    if any(way.id == what for way in spec.ways):
        use_way(state, ident, what, because)
        return
    incident = own_incident(state, ident)
    incident.may = tuple(dict.fromkeys((*incident.may, what)))
    if incident.asks == what and incident.halted >= 0:
        go_on(state, ident, because)


def use_way(state: State, ident: str, way_id: str, because: int, by: str = LEAD) -> None:
    """Put a workaround or a rollback in place, by the lead's word or by somebody alone."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    way = next(one for one in spec.ways if one.id == way_id)
    incident.ways = (*incident.ways, way_id)
    if way.risk is not None and _goes_wrong(state, incident, way.risk, by):
        cause: Cause = "lead" if by == LEAD else "world"
        worsen(state, ident, way_id, way.risk.minutes, by, because, cause)
        return
    if way.kind == "workaround":
        incident.workaround = True
    if way.mitigates:
        mitigate(state, ident, by, because)


def mitigate(state: State, ident: str, by: str, because: int) -> None:
    """Bring the service back; its duplicates are done."""
    incident = own_incident(state, ident)
    if incident.state != "open":
        return
    incident.state, incident.mitigated = "mitigated", state.now
    incident.worse_until = -1
    entry = note(
        state, "incident.mitigated", "lead" if by == LEAD else "world", f"incident:{ident}",
        ref_of(state, by), because,
        {"after": state.now - incident.starts, "by": by},
    )  # fmt: skip
    for one in list(state.tickets.values()):
        if one.linked and one.incident == ident and one.resolved < 0:
            work.resolve(state, own_ticket(state, one.id), by, "world", entry)
    if not state.plan.incidents[ident].quiet:
        plan_due(state, state.now + state.rules.closing_minutes, CLOCK_PHASE, "closing", ident)


def restore(state: State, ident: str, by: str, because: int) -> None:
    """Mend the cause for good."""
    mitigate(state, ident, by, because)
    incident = own_incident(state, ident)
    if incident.state == "resolved":
        return
    incident.state, incident.resolved = "resolved", state.now
    note(
        state, "incident.resolved", "world", f"incident:{ident}", "desk", because,
        {"after": state.now - incident.starts},
    )  # fmt: skip
    if incident.who:
        take_from(state, ident)


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
        mitigate(state, ident, who, entry)
    elif step.effect == "resolves":
        restore(state, ident, who, entry)


def gone(state: State, ident: str, _version: int) -> None:
    """Handle the minute at which an untouched service fails altogether."""
    incident, spec = state.incidents[ident], state.plan.incidents[ident]
    if incident.state != "open" or spec.gone_by is None:
        return
    make_known(state, ident, "world", -1)
    worsen(state, ident, "untouched", max(1, state.world.length - state.now), "desk", -1, "world")
