"""The life of an incident: it starts unseen, is noticed, gets worse, is mitigated, is mended.

Everybody is out while it is worse than it was (`worse_until`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import (
    calls,
    echoes,
    feelings,
    joining,
    pace,
    recovery,
    responders,
    roles,
    step_pace,
    trust,
    watches,
    work,
)
from simulator.engine.owning import own_incident, own_ticket
from simulator.engine.records import LEAD
from simulator.engine.state import CLOCK_PHASE, STORY_PHASE, note, plan_due, ref_of

if TYPE_CHECKING:
    from simulator.engine.log import Cause, Value
    from simulator.engine.state import State


def begin(
    state: State, ident: str, _version: int = 0, cause: Cause = "script", because: int = -1
) -> None:
    """Handle the start of an incident: the cause is hidden, and so is the start."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    if incident.state != "coming":
        return
    incident.state, incident.starts = "open", state.now
    note(
        state, "incident.started", cause, f"incident:{ident}", "desk", because,
        {"service": spec.service}, seen=False,
    )  # fmt: skip
    visible = state.now + spec.visible
    plan_due(state, visible + spec.knowable, CLOCK_PHASE, "expect", ident)
    plan_due(state, visible + state.rules.noticed, STORY_PHASE, "noticed", ident)
    if spec.alert is not None:
        plan_due(state, state.now + spec.alert.after, STORY_PHASE, "alert", ident)
    if spec.gone_by is not None:
        plan_due(state, state.now + spec.gone_by[0], STORY_PHASE, "gone", ident)
    if spec.known_by and spec.known_by in state.facts:
        make_known(state, ident, "world", -1)


def follow(state: State, ident: str, because: int) -> None:
    """Handle the start of an incident that another, or a change, has brought about."""
    begin(state, ident, cause="world", because=because)


def alert(state: State, ident: str, _version: int) -> None:
    """Handle what monitoring shows, before users notice anything (B68)."""
    if state.incidents[ident].state != "open":
        return
    entry = note(
        state, "incident.alerted", "world", f"incident:{ident}", "desk", -1,
        {"service": state.plan.incidents[ident].service},
    )  # fmt: skip
    make_known(state, ident, "world", entry)


def make_known(state: State, ident: str, cause: Cause, because: int) -> None:
    """Let the lead see that something is wrong with the service."""
    incident = own_incident(state, ident)
    if incident.known >= 0 or incident.state not in ("open",):
        return
    incident.known = incident.moved = state.now
    for one in state.tickets.values():
        if one.source == ident and one.incident != ident:
            own_ticket(state, one.id).incident = ident
    data: dict[str, Value] = {"service": state.plan.incidents[ident].service}
    if unbroken(state, ident):
        data["unbroken"] = True
    note(state, "incident.known", cause, f"incident:{ident}", "desk", because, data)
    watches.known(state, ident)
    roles.known(state, ident)
    if not incident.who:
        plan_due(state, state.now + state.rules.opened_after, STORY_PHASE, "noticed", ident)


def fact_found(state: State, fact: str, entry: int) -> None:
    """Let a new fact show an incident, or halve the work that it is the answer to."""
    for ident, spec in state.plan.incidents.items():
        incident = state.incidents[ident]
        if spec.known_by == fact and incident.state == "open":
            make_known(state, ident, "world", entry)
        at_step = incident.working and not incident.testing
        if at_step and spec.steps[incident.step].halved_by == fact:
            mine = own_incident(state, ident)
            step_pace.settle(state, mine)
            mine.left = max(pace.MINUTE, mine.left // 2)
            step_pace.set_pace(state, mine)


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
        busy = analyst.task in state.incidents or calls.in_hand(state, who) is not None
        if analyst.place != "desk" or busy:
            plan_due(state, state.now + 5, STORY_PHASE, "noticed", ident)
            return
        entry = note(
            state, "incident.opened", "world", f"incident:{ident}", f"analyst:{who}", -1,
            {"to": who},
        )  # fmt: skip
        make_known(state, ident, "world", entry)
        mine = own_incident(state, ident)
        mine.unasked, mine.style, mine.outcome = True, "hand-over", ""
        responders.give_to(state, ident, who, entry)
        return


def _by_skill(state: State, skill: str) -> list[str]:
    return sorted(state.analysts, key=lambda w: (-state.analysts[w].skills.get(skill, 1), w))


def worsen(
    state: State, ident: str, what: str, minutes: int, by: str, because: int, cause: Cause
) -> None:
    """Let an incident get worse by the desk's own hands: everybody is out for a while."""
    incident = own_incident(state, ident)
    incident.worse_until = state.now + minutes
    incident.worse_by = what
    incident.tries += 1
    entry = note(
        state, "incident.worsened", cause, f"incident:{ident}",
        ref_of(state, by), because,
        {"what": what, "minutes": minutes, "by": by},
    )  # fmt: skip
    if by in state.analysts:
        feelings.change_stress(state, by, state.rules.lockout_stress, "lock-out", entry)
    for who in trust.concerned(state, ident):
        trust.change_trust(state, who, state.rules.trust_lockout, "worse", entry)
    plan_due(state, incident.worse_until, STORY_PHASE, "eased", ident, incident.worse_until)
    echoes.follow(state, ident, what, entry, broke=True)


def eased(state: State, ident: str, until: int) -> None:
    """Handle the end of a lock-out: who was on it tries the step again."""
    incident = state.incidents[ident]
    if incident.worse_until != until or incident.state == "resolved":
        return
    note(state, "incident.eased", "world", f"incident:{ident}", "desk", -1, {})
    who = incident.who
    if (
        who in state.analysts and incident.halted < 0 and not incident.working
        and state.analysts[who].task == ident
    ):  # fmt: skip
        responders.next_step(state, own_incident(state, ident))


def mitigate(state: State, ident: str, by: str, because: int, what: str = "") -> None:
    """Bring the service back, by a step or a way; its duplicates are done."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    if incident.state != "open":
        return
    incident.state, incident.mitigated, incident.mended_by = "mitigated", state.now, what
    incident.worse_until = -1
    data: dict[str, Value] = {"after": state.now - incident.starts, "by": by}
    if spec.visible:
        data["unnoticed"] = state.now < incident.starts + spec.visible
    if unbroken(state, ident):
        data["unbroken"] = True
    entry = note(
        state, "incident.mitigated", "lead" if by == LEAD else "world", f"incident:{ident}",
        ref_of(state, by), because,
        data,
    )  # fmt: skip
    for one in list(state.tickets.values()):
        if one.linked and one.incident == ident and one.resolved < 0:
            work.resolve(state, own_ticket(state, one.id), by, "world", entry)
    roles.ended(state, ident, entry)
    if not spec.quiet:
        due = state.now + state.rules.closing_minutes
        plan_due(state, due, CLOCK_PHASE, "closing", ident, entry)
    responders.stand_by(state, incident)
    recovery.looks_back(state, ident)


def unbroken(state: State, ident: str) -> bool:
    """Return whether a service has not failed: a quiet matter with a minute that has not come."""
    one, spec = state.incidents[ident], state.plan.incidents[ident]
    if not spec.quiet or spec.gone_by is None or one.worse_by:
        return False
    return one.mitigated >= 0 or state.now < one.starts + spec.gone_by[0]


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
    for who in joining.present(state, incident):
        joining.release(state, ident, who)
    if incident.who:
        responders.take_from(state, ident)


def gone(state: State, ident: str, _version: int) -> None:
    """Handle the minute at which an untouched service fails altogether."""
    incident, spec = state.incidents[ident], state.plan.incidents[ident]
    if incident.state != "open" or spec.gone_by is None:
        return
    make_known(state, ident, "world", -1)
    worsen(state, ident, "untouched", max(1, state.world.length - state.now), "desk", -1, "world")
