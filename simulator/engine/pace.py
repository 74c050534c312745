"""How fast somebody works, and how many whole minutes that makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings

if TYPE_CHECKING:
    from simulator.engine.records.team import Analyst
    from simulator.engine.rules import Rules
    from simulator.engine.state import State

MINUTE = 10_000
"""One minute of work at 100 %."""


def minutes_for(rules: Rules, left: int, speed: int) -> int:
    """Return the whole minutes that work takes: at least one, rounded as the rules say."""
    minutes = -(-left // speed) if rules.rounding == "up" else (2 * left + speed) // (2 * speed)
    return minutes if minutes > 1 else 1


def gap_of(analyst: Analyst, skill: str, difficulty: int) -> int:
    """Return skill minus difficulty."""
    return analyst.skills.get(skill, 1) - difficulty


def speed_of(state: State, analyst: Analyst, skill: str, difficulty: int) -> int:
    """Return the work done in a minute; 0 for somebody who cannot."""
    speeds = analyst.spec.speeds
    if speeds:
        return speeds.get(skill, 0) * 100
    rules = state.rules
    gap = analyst.skills.get(skill, 1) - difficulty
    speed = analyst.pace * rules.skill_speed[0 if gap < -2 else 4 if gap > 2 else gap + 2]
    if rules.human:
        speed = speed * rules.stress_speed[feelings.SLOWNESS[analyst.band]] // 100
        if analyst.paired and not analyst.learns:
            speed = speed * (100 + rules.pair_speed) // 100
        if analyst.role_load:
            speed = speed * max(20, 100 - analyst.role_load) // 100
        if "thorough" in analyst.spec.habits:
            speed = speed * 92 // 100
    return speed


def with_style(rules: Rules, speed: int, style: str, loose: int) -> int:
    """Return a speed changed by the way the work was given."""
    if style == "alongside":
        speed = speed * (100 + rules.alongside_speed) // 100
    if loose:
        speed = speed * max(20, 100 + rules.loose_speed * loose) // 100
    return speed
