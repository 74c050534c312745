"""Friction between two colleagues: it grows when left alone, and shows early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings
from simulator.engine.owning import own_conflict
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.state import State


def grow(state: State, ident: str, _version: int) -> None:
    """Handle another half hour of a conflict left alone (B87)."""
    rules, conflict = state.rules, state.conflicts[ident]
    spec = state.plan.conflicts[ident]
    if conflict.settled:
        return
    if conflict.shown < 0:
        mine = own_conflict(state, ident)
        mine.shown = state.now
        _sign(state, ident, "first", "script", -1)
        show(state, ident, -1)
    elif not _apart(state, spec.between):
        strained = any(
            feelings.stress(state.analysts[one], state.now) >= rules.strain_at * feelings.POINT
            for one in spec.between
        )
        change(
            state, ident,
            rules.friction_growth + (rules.friction_strained if strained else 0), "left-alone", -1,
        )  # fmt: skip
    if state.now + rules.friction_every <= state.world.length:
        plan_due(state, state.now + rules.friction_every, PEOPLE_PHASE, "friction", ident)


def _apart(state: State, between: tuple[str, str]) -> bool:
    return any(state.analysts[one].place in ("absent", "away") for one in between)


def change(
    state: State, ident: str, points: int, why: str, because: int, cause: Cause = "world"
) -> None:
    """Change friction, in points, and show what that leads to."""
    conflict = own_conflict(state, ident)
    before = conflict.friction
    conflict.friction = min(100, max(0, before + points))
    note(
        state, "conflict.changed", cause, f"conflict:{ident}", "desk", because,
        {"change": conflict.friction - before, "why": why}, seen=False,
    )  # fmt: skip
    show(state, ident, because)


def show(state: State, ident: str, because: int) -> None:
    """Show the next sign that friction has reached, each once and one at a time."""
    rules, conflict = state.rules, own_conflict(state, ident)
    if conflict.shown < 0:
        return
    sign = _pending(state, ident)
    if sign and state.now >= conflict.sign_at + rules.friction_signs:
        _sign(state, ident, sign, "world", because)
        sign = _pending(state, ident)
    if sign:
        minute = conflict.sign_at + rules.friction_signs
        plan_due(state, minute, PEOPLE_PHASE, "next-sign", ident)
    if conflict.friction >= rules.friction_row and not conflict.row:
        conflict.row = True
        entry = note(state, "conflict.row", "world", f"conflict:{ident}", "desk", because, {})
        spec = state.plan.conflicts[ident]
        for who, one in state.analysts.items():
            if one.place == "desk":
                feelings.change_morale(
                    state, who, rules.row_morale[0 if who in spec.between else 1], "row", entry
                )


def _pending(state: State, ident: str) -> str:
    """Return the mildest sign that friction has reached and that has not shown; "" for none."""
    rules, conflict = state.rules, state.conflicts[ident]
    for sign, bound in (("terse", rules.friction_terse), ("refuses", rules.friction_refuse)):
        if conflict.friction >= bound and sign not in conflict.signs:
            return sign
    return ""


def _sign(state: State, ident: str, sign: str, cause: Cause, because: int) -> None:
    """Let a sign be seen."""
    conflict = own_conflict(state, ident)
    conflict.sign, conflict.sign_at = sign, state.now
    conflict.signs = (*conflict.signs, sign)
    note(state, "conflict.sign", cause, f"conflict:{ident}", "desk", because, {"sign": sign})


def next_sign(state: State, ident: str, _version: int) -> None:
    """Handle the minute from which the next sign of a conflict may show."""
    show(state, ident, -1)


def between(state: State, one: str, other: str) -> str:
    """Return the conflict between two people; "" for none."""
    for ident, spec in state.plan.conflicts.items():
        if {one, other} == set(spec.between):
            return ident
    return ""


def of(state: State, one: str) -> list[str]:
    """Return the conflicts a person is in."""
    return [ident for ident, spec in state.plan.conflicts.items() if one in spec.between]
