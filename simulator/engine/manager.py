"""What a lead's own manager can give: somebody to help, or time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import authority, trust
from simulator.engine.state import SHIFT_PHASE, plan_due

if TYPE_CHECKING:
    from simulator.engine.state import State

PERSON, TIME = "person", "time"
GIVES = (PERSON, TIME)


def grants(state: State, who: str, asked_for: str) -> bool:
    """Return whether somebody says yes to a request that holds all they need to know."""
    spec = state.plan.stakeholders[who]
    if asked_for == PERSON:
        return PERSON in spec.gives and bool(_spare(state))
    return not asked_for or asked_for in spec.gives or authority.theirs(state, who, asked_for)


def give(state: State, what: str, because: int) -> None:
    """Send somebody over, or speak to those who wait for the lead's word."""
    if what == PERSON:
        minute = state.now + state.rules.manager_person
        plan_due(state, minute, SHIFT_PHASE, "come-in", _spare(state))
        return
    for who, spec in state.plan.stakeholders.items():
        if spec.audience == "executive":
            trust.put_off(state, who, state.rules.manager_time)


def meant(state: State, who: str, asked_for: str) -> str:
    """Return what a request is for: one that names nothing asks for whoever can be sent over."""
    sends = PERSON in state.plan.stakeholders[who].gives and bool(_spare(state))
    return asked_for or (PERSON if sends else "")


def _spare(state: State) -> str:
    """Return the first who can be sent over; "" for nobody."""
    waiting = (who for who, one in state.analysts.items() if one.spec.spare)
    return next((who for who in waiting if state.analysts[who].place == "away"), "")
