"""Incidents that follow: a wrong way out, a change or neglect starts the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import chance
from simulator.engine.state import STORY_PHASE, plan_due

if TYPE_CHECKING:
    from simulator.engine.state import State


def follow(state: State, of: str, what: str, because: int, broke: bool = False) -> None:
    """Plan what follows an incident (or a change) in which something was done, or broke."""
    for ident in state.plan.followed.get(of, ()):
        spec = state.plan.incidents[ident].follows
        if spec is None or state.incidents[ident].state != "coming":
            continue
        if spec.what != what if spec.what else not broke:
            continue
        words = chance.drawn(state.seed, state.luck, "follows", f"{ident}.{what}")
        if chance.permille(words[0]) < spec.chance:
            after = 0 if spec.minutes is None else chance.within(words[1], spec.minutes)
            plan_due(state, state.now + after, STORY_PHASE, "follow", ident, because)
