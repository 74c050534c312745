"""The regular reading of the desk: the curves of the debrief."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from simulator.engine import calls, feelings
from simulator.engine.feelings import MOST, POINT
from simulator.engine.state import READING_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.log import Value
    from simulator.engine.state import State


def reading(state: State, _subject: str, _version: int) -> None:
    """Handle the minute of a reading."""
    now = state.now
    trusts = [one.trust for one in state.stakeholders.values()]
    frictions = [one.friction for one in state.conflicts.values()]
    spent = sorted(state.lead.family.items())
    note(
        state, "desk.reading", "world", "desk", "desk", -1,
        {
            "waiting": len(state.waiting),
            "open": len(state.tickets) - state.resolved,
            "oldest": now - oldest_open(state),
            "breached": state.missed,
            "trust": sum(trusts) // max(1, len(trusts)),
            "friction": max(frictions, default=0),
            "trusts": tuple([f"{one.id}:{one.trust}" for one in state.stakeholders.values()]),
            "frictions": tuple([f"{one.id}:{one.friction}" for one in state.conflicts.values()]),
            "lead": tuple([f"{family}:{minutes}" for family, minutes in spent]),
            **_feelings(state),
            **calls.reading(state),
        },
        seen=False,
    )  # fmt: skip
    every = state.rules.reading_every
    if now + every <= state.world.length:
        plan_due(state, now + every, READING_PHASE, "reading", "desk")


def _feelings(state: State) -> dict[str, Value]:
    """Return what a reading tells of everybody who is not absent, in whole points."""
    now, told = state.now, state.plan.told
    morales, stresses, in_all, most = [], [], 0, 0
    for ident, one in state.analysts.items():
        if one.place == "absent":
            continue
        # As `feelings.morale` and `feelings.stress` do, without a call: this is asked of everybody.
        morale = one.morale + one.morale_rate * (now - one.morale_at)
        stress = one.stress + one.stress_rate * (now - one.stress_at)
        if not (0 <= morale <= MOST and 0 <= stress <= MOST):
            morale, stress = feelings.morale(one, now), feelings.stress(one, now)
        morale, stress = morale // POINT, stress // POINT
        morales.append(told[ident][morale])
        stresses.append(told[ident][stress])
        in_all += morale
        if stress > most:
            most = stress
    return {
        "morale": in_all // max(1, len(morales)), "stress": most,
        "morales": tuple(morales), "stresses": tuple(stresses),
    }  # fmt: skip


def oldest_open(state: State) -> int:
    """Return the minute the oldest open ticket arrived; now, if none is open.

    Tickets stand in order of arrival, and what is resolved stays so.
    """
    for ticket in islice(state.tickets.values(), state.closed, None):
        if ticket.resolved < 0:
            return ticket.arrived
        state.closed += 1
    return state.now
