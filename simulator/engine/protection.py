"""Keeping somebody from interruptions for a while (B36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings
from simulator.engine.acts.base import Refusal
from simulator.engine.owning import own_analyst
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.state import State


def begin(state: State, who: str, until: int) -> None:
    """Keep calls, look-ins and questions away from somebody until a minute."""
    analyst = own_analyst(state, who)
    analyst.protected = until
    feelings.retune(state, analyst)
    plan_due(state, until, PEOPLE_PHASE, "protect-over", who)


def over(state: State, who: str, _version: int) -> None:
    """Handle the end of the time without interruptions."""
    analyst = own_analyst(state, who)
    analyst.protected = -1
    if analyst.place not in ("away", "absent"):
        note(state, "analyst.protection-over", "world", analyst.ref, analyst.ref, -1, {})
    feelings.retune(state, analyst)


def held(state: State, who: str) -> Refusal | None:
    """Return why somebody is not to be disturbed now; None where they can be."""
    until = state.analysts[who].protected
    if until <= state.now:
        return None
    return Refusal("person.protected", (f"analyst:{who}",), until)
