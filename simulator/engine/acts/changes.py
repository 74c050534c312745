"""Rules of the acts about planned changes: holding one back, and letting it go on (B54)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import changes
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.authority import Need
from simulator.engine.records import LEAD

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import FreezeChange, UnfreezeChange
    from simulator.engine.state import State


def _refuse(s: State, ident: str) -> Refusal | None:
    if ident not in s.changes or not changes.known(s, ident):
        return Refusal("change.unknown")
    return Refusal("change.made") if s.changes[ident].made >= 0 else None


def needs(s: State, act: FreezeChange) -> tuple[Need, ...]:
    """Return the power it uses: holding back this change, or any."""
    return (Need((act.change, act.kind), s.plan.changes[act.change].allowed_by),)


class FreezeChangeRule(PricedRule):
    """Hold a planned change back while something is open that it could harm."""

    family: Family = "decide"

    def refuse(self, s: State, act: FreezeChange) -> Refusal | None:
        """Return why not: unknown, made, or held already."""
        refusal = _refuse(s, act.change)
        if refusal is not None:
            return refusal
        if s.changes[act.change].frozen >= 0:
            return Refusal("change.frozen")
        return None

    def apply(self, s: State, act: FreezeChange, because: int) -> None:
        """Carry it out."""
        changes.freeze(s, act.change, LEAD, because)


class UnfreezeChangeRule(PricedRule):
    """Let a change that was held back go on."""

    family: Family = "decide"

    def refuse(self, s: State, act: UnfreezeChange) -> Refusal | None:
        """Return why not."""
        refusal = _refuse(s, act.change)
        if refusal is not None:
            return refusal
        return None if s.changes[act.change].frozen >= 0 else Refusal("change.not-frozen")

    def apply(self, s: State, act: UnfreezeChange, because: int) -> None:
        """Carry it out."""
        changes.unfreeze(s, act.change, because)
