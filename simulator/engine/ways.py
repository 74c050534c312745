"""Ways out of an incident: workarounds and rollbacks, put in place and taken back.

Each is within somebody's authority, and some are risky (I20, I32).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import (
    approvals,
    chance,
    changes,
    echoes,
    feelings,
    incidents,
    recovery,
    responders,
    theories,
)
from simulator.engine.owning import own_incident
from simulator.engine.records import LEAD
from simulator.engine.state import note, ref_of
from simulator.engine.world import Risk

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.records.incidents import Incident
    from simulator.engine.state import State
    from simulator.engine.world import Way


def goes_wrong(state: State, incident: Incident, what: str, risk: Risk, by: str) -> bool:
    """Return whether something risky breaks this time: a tired hand is likelier to."""
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
    words = chance.drawn(state.seed, state.luck, "risk", f"{incident.id}.{what}", incident.tries)
    return chance.permille(words[0]) < odds


def allow(state: State, ident: str, what: str, by: str, because: int) -> None:
    """Let what somebody outside allowed come about: approval, freeze, permit, or way out."""
    if ident in state.tickets:
        approvals.approve(state, ident, by, because)
    if what in state.changes:
        changes.freeze(state, what, by, because)
        return
    if ident not in state.incidents:
        return
    spec = state.plan.incidents[ident]
    if any(way.id == what for way in spec.ways):
        use_way(state, ident, what, because)
        return
    incident = own_incident(state, ident)
    incident.may = tuple(dict.fromkeys((*incident.may, what)))
    if incident.asks == what and incident.halted >= 0:
        entry = note(
            state, "incident.approved", "world", f"incident:{ident}", f"stakeholder:{by}", because,
            {"to": incident.who, "waited": state.now - incident.halted, "minutes": 0},
        )  # fmt: skip
        responders.go_on(state, ident, entry)


def use_way(
    state: State, ident: str, way_id: str, because: int, by: str = LEAD, if_fails: str = ""
) -> None:
    """Put a workaround or a rollback in place, by the lead's word or by somebody alone.

    Where it breaks something or changes nothing, `if_fails` is put in place at once (B56).
    """
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    way = next(one for one in spec.ways if one.id == way_id)
    incident.ways, incident.moved = (*incident.ways, way_id), state.now
    echoes.follow(state, ident, way_id, because)
    cause: Cause = "lead" if by == LEAD else "world"
    risk = _breaks(state, incident, way, by)
    mistaken = theories.mistaken(spec, way)
    if risk is not None:
        incidents.worsen(state, ident, way_id, risk.minutes, by, because, cause)
    elif mistaken:
        note(
            state, "incident.no-better", "world", f"incident:{ident}", ref_of(state, by), because,
            {"way": way_id},
        )  # fmt: skip
    else:
        incident.workaround = incident.workaround or way.kind == "workaround"
        if way.mitigates:
            incidents.mitigate(state, ident, by, because, way_id)
        return
    if if_fails and if_fails not in incident.ways:
        use_way(state, ident, if_fails, because, by)


def _breaks(state: State, incident: Incident, way: Way, by: str) -> Risk | None:
    """Return what a way breaks this time; None for nothing."""
    spec = state.plan.incidents[incident.id]
    if theories.mistaken(spec, way):
        words = chance.drawn(
            state.seed, state.luck, "mistaken", f"{incident.id}.{way.id}", incident.tries
        )
        if chance.permille(words[0]) < state.rules.mistaken_worse:
            return way.risk or Risk(way.text)
        return None
    if way.risk is not None and goes_wrong(state, incident, way.id, way.risk, by):
        return way.risk
    return None


def reverse(state: State, ident: str, way_id: str, because: int) -> None:
    """Take a way out of place again: what it broke eases, what it held up comes back."""
    incident, spec = own_incident(state, ident), state.plan.incidents[ident]
    incident.ways = tuple(one for one in incident.ways if one != way_id)
    kinds = {one.id: one.kind for one in spec.ways}
    incident.workaround = any(kinds[one] == "workaround" for one in incident.ways)
    if incident.worse_until > state.now and incident.worse_by == way_id:
        incident.worse_until = state.now
        incidents.eased(state, ident, state.now)
    elif incident.state == "mitigated" and incident.mended_by == way_id:
        recovery.reopen(state, ident, "lead", because)
