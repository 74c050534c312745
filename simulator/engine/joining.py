"""More people on an incident: who joins, what they add, and who is not needed any more (I13, I14).

Who joined works beside its person until released. Once the desk has nothing left to do on it they
stand by, and after some minutes that shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, setting_aside, step_pace, work
from simulator.engine.owning import own_analyst, own_incident
from simulator.engine.records import NOBODY
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.records.incidents import Incident
    from simulator.engine.state import State


def present(state: State, incident: Incident) -> list[str]:
    """Return who of those that joined is there now, first come first."""
    return [
        who for who, _ in incident.joined
        if state.analysts[who].task == incident.id and incident.who != who
    ]  # fmt: skip


def join(state: State, ident: str, who: str, because: int) -> None:
    """Bring somebody onto an incident; what they had is set aside."""
    incident, analyst = own_incident(state, ident), own_analyst(state, who)
    if analyst.task:
        setting_aside.park(state, analyst, because)
    if who in state.idle:
        state.idle.remove(who)
    analyst.task, analyst.since = ident, state.now
    incident.joined = (*(one for one in incident.joined if one[0] != who), (who, state.now))
    feelings.retune(state, analyst)
    step_pace.repace(state, ident)
    if incident.spare_since >= 0:
        _look_later(state, ident)


def release(state: State, ident: str, who: str) -> None:
    """Let somebody who joined, or looked on, go back to their own work."""
    incident = own_incident(state, ident)
    incident.joined = tuple(one for one in incident.joined if one[0] != who)
    if incident.beside == who:
        incident.beside = NOBODY
    if state.analysts[who].task == ident:
        work.free(state, own_analyst(state, who))
        feelings.retune(state, own_analyst(state, who))
    step_pace.repace(state, ident)


def idle_for(state: State, ident: str, who: str) -> int:
    """Return the minutes for which somebody on an incident has had nothing to do on it."""
    incident = state.incidents[ident]
    if incident.spare_since < 0:
        return 0
    return state.now - max(incident.spare_since, dict(incident.joined).get(who, state.now))


def _look_later(state: State, ident: str) -> None:
    since = state.incidents[ident].spare_since
    minute = state.now + state.rules.spare_minutes
    plan_due(state, minute, PEOPLE_PHASE, "spare", ident, since)


def spare(state: State, ident: str, since: int) -> None:
    """Handle a look at an incident on which the desk has nothing left to do."""
    incident = state.incidents[ident]
    idle = present(state, incident)
    if incident.spare_since != since or not idle:
        return
    note(
        state, "incident.stand-by", "world", f"incident:{ident}", "desk", -1,
        {"people": len(idle), "since": since},
    )  # fmt: skip
    _look_later(state, ident)
