"""Skill that somebody gains, once a shift (B74, B75)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.owning import own_analyst
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.state import State


def grow(state: State, who: str, skill: str, because: int) -> None:
    """Let somebody's skill grow, unless they have learned something new in this shift already."""
    analyst = own_analyst(state, who)
    if analyst.grown:
        return
    analyst.grown = True
    analyst.skills[skill] = min(5, analyst.skills.get(skill, 1) + state.rules.growth)
    note(
        state, "analyst.grew", "world", f"analyst:{who}", LEAD, because,
        {"skill": skill, "to": analyst.skills[skill]},
    )  # fmt: skip
