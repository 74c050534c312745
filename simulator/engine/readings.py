"""The regular reading of the desk: the curves of the debrief."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from simulator.engine import calls, feelings
from simulator.engine.state import READING_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.state import State


def reading(state: State, _subject: str, _version: int) -> None:
    """Handle the minute of a reading."""
    now = state.now
    team = feelings.of_the_team(state)
    trusts = [one.trust for one in state.stakeholders.values()]
    frictions = [one.friction for one in state.conflicts.values()]
    spent = sorted(state.lead.family.items())
    note(
        state, "desk.reading", "world", "desk", "desk", -1,
        {
            "waiting": len(state.waiting),
            "open": len(state.tickets) - state.resolved,
            "oldest": now - _oldest_open(state),
            "breached": state.missed,
            "trust": sum(trusts) // max(1, len(trusts)),
            "morale": sum([morale for _, morale, _ in team]) // max(1, len(team)),
            "stress": max([stress for _, _, stress in team], default=0),
            "friction": max(frictions, default=0),
            "trusts": tuple([f"{one.id}:{one.trust}" for one in state.stakeholders.values()]),
            "morales": tuple([f"{who}:{morale}" for who, morale, _ in team]),
            "stresses": tuple([f"{who}:{stress}" for who, _, stress in team]),
            "frictions": tuple([f"{one.id}:{one.friction}" for one in state.conflicts.values()]),
            "lead": tuple([f"{family}:{minutes}" for family, minutes in spent]),
            **calls.reading(state),
        },
        seen=False,
    )  # fmt: skip
    every = state.rules.reading_every
    if now + every <= state.world.length:
        plan_due(state, now + every, READING_PHASE, "reading", "desk")


def _oldest_open(state: State) -> int:
    """Return the minute the oldest open ticket arrived; now, if none is open.

    Tickets stand in order of arrival, and what is resolved stays so.
    """
    for ticket in islice(state.tickets.values(), state.closed, None):
        if ticket.resolved < 0:
            return ticket.arrived
        state.closed += 1
    return state.now
