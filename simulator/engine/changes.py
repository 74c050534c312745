"""Planned changes: they go on at their minute, harm what is open, or are frozen (B54)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import births, echoes, incidents, trust
from simulator.engine.owning import own_change
from simulator.engine.records import LEAD
from simulator.engine.records.incidents import Change
from simulator.engine.state import STORY_PHASE, note, plan_due, ref_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.state import State


def plan_all(state: State, starts: dict[str, int], arrivals: dict[str, int]) -> None:
    """Plan the minute of every change, as it stands in this seed."""
    for spec in state.world.changes:
        minute = births.minute_of(spec.at, state.seed, f"change.{spec.id}", starts, arrivals)
        state.changes[spec.id] = Change(state.owner, spec.id, max(0, minute))
        if minute <= state.world.length:
            plan_due(state, max(0, minute), STORY_PHASE, "change", spec.id)


def known(state: State, ident: str) -> bool:
    """Return whether the lead can know of a change."""
    needs = state.plan.changes[ident].known_by
    return not needs or needs in state.facts


def harmed(state: State, ident: str) -> Iterator[str]:
    """Yield the open incidents that a change would make worse now."""
    spec = state.plan.changes[ident]
    return (one for one in spec.harms if state.incidents[one].state == "open")


def due(state: State, ident: str, _version: int) -> None:
    """Handle the minute of a change: it goes on, unless it is frozen."""
    if state.changes[ident].frozen >= 0:
        note(state, "change.held", "world", f"change:{ident}", "desk", -1, {})
        return
    _make(state, ident, -1)


def _make(state: State, ident: str, because: int) -> None:
    change, spec = own_change(state, ident), state.plan.changes[ident]
    change.made, change.frozen = state.now, -1
    hit = list(harmed(state, ident))
    by = ref_of(state, spec.by)
    entry = note(
        state, "change.made", "world", f"change:{ident}", by, because, {"harm": bool(hit)},
    )  # fmt: skip
    if hit and spec.risk is not None:
        incidents.worsen(state, hit[0], ident, spec.risk.minutes, spec.by or "desk", entry, "world")
    if hit or not spec.harms:
        echoes.follow(state, ident, "", entry, broke=True)


def freeze(state: State, ident: str, by: str, because: int) -> None:
    """Hold a change back; without a need for it, that costs goodwill."""
    change, spec = own_change(state, ident), state.plan.changes[ident]
    if change.made >= 0 or change.frozen >= 0:
        return
    change.frozen = state.now
    needed = any(True for _ in harmed(state, ident))
    entry = note(
        state, "change.frozen", "lead" if by == LEAD else "world", f"change:{ident}",
        ref_of(state, by), because, {"needed": needed, "early": max(0, change.at - state.now)},
    )  # fmt: skip
    if spec.by and not needed:
        trust.change_trust(state, spec.by, state.rules.trust_frozen, "frozen", entry)


def unfreeze(state: State, ident: str, because: int) -> None:
    """Let a change go on again: at its minute, or now where that has passed."""
    change = own_change(state, ident)
    change.frozen = -1
    entry = note(
        state, "change.unfrozen", "lead", f"change:{ident}", LEAD, because,
        {"needed": any(True for _ in harmed(state, ident))},
    )  # fmt: skip
    if change.at < state.now:
        _make(state, ident, entry)
