"""Rules of the acts about ways out: workarounds, rollbacks, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import knowledge, theories, ways
from simulator.engine.acts import course
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.acts.shapes import Rollback
from simulator.engine.authority import Need
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Reverse, Workaround
    from simulator.engine.state import State
    from simulator.engine.world import Way


def _way(s: State, ident: str, way: str) -> Way | None:
    spec = s.plan.incidents.get(ident)
    return next((one for one in spec.ways if one.id == way), None) if spec else None


def _refuse(s: State, ident: str, way: Way | None) -> Refusal | None:
    """Return why a way cannot be ordered: unknown, not yet, or in place already."""
    if course.unknown(s, ident):
        return Refusal("incident.unknown")
    incident = s.incidents[ident]
    if way is None:
        return Refusal("workaround.unknown")
    if incident.state != "open":
        return Refusal("workaround.too-late", (f"incident:{ident}",))
    if way.id in incident.ways:
        return Refusal("workaround.done")
    if not knowledge.known(s, way.needs):
        return Refusal("workaround.not-yet")
    return None


def needs(s: State, act: Workaround | Rollback) -> tuple[Need, ...]:
    """Return the powers it uses: this way, or all of its kind, and the one if it fails."""
    fallback = act.if_fails if isinstance(act, Rollback) else ""
    found = (_way(s, act.incident, one) for one in (act.way, fallback) if one)
    return tuple(Need((way.id, way.kind), way.allowed_by) for way in found if way is not None)


class WorkaroundRule(PricedRule):
    """Put a way out in place that is the lead's own to order (B53, I20)."""

    family: Family = "decide"

    def refuse(self, s: State, act: Workaround) -> Refusal | None:
        """Return why not; what cannot be undone takes a rollback, given knowingly."""
        way = _way(s, act.incident, act.way)
        refusal = _refuse(s, act.incident, way)
        if refusal is None and way is not None and way.irreversible:
            return Refusal("workaround.irreversible")
        return refusal

    def apply(self, s: State, act: Workaround, because: int) -> None:
        """Carry it out."""
        entry = note(
            s, "incident.workaround", "lead", f"incident:{act.incident}", LEAD, because,
            {"way": act.way, "minutes": self.cost(s, act)},
        )  # fmt: skip
        ways.use_way(s, act.incident, act.way, entry)


class RollbackRule(PricedRule):
    """Go back to what worked, with a thought for what happens if that fails (B56, B58, I20)."""

    family: Family = "decide"

    def refuse(self, s: State, act: Rollback) -> Refusal | None:
        """Return why not; one that cannot be undone is refused until it is given knowingly."""
        way = _way(s, act.incident, act.way)
        refusal = _refuse(s, act.incident, way)
        if refusal is not None:
            return refusal
        if way is None or way.kind != "rollback":
            return Refusal("rollback.other")
        if way.irreversible and not act.knowing:
            return Refusal("rollback.warning")
        if act.if_fails:
            other = _way(s, act.incident, act.if_fails)
            if act.if_fails == act.way or _refuse(s, act.incident, other) is not None:
                return Refusal("rollback.fallback")
        return None

    def apply(self, s: State, act: Rollback, because: int) -> None:
        """Carry it out."""
        way = _way(s, act.incident, act.way)
        assert way is not None
        tested = not way.theory or theories.confirmed(s, act.incident, way.theory)
        entry = note(
            s, "incident.rolled-back", "lead", f"incident:{act.incident}", LEAD, because,
            {
                "way": act.way, "if_fails": bool(act.if_fails), "tested": tested,
                "irreversible": way.irreversible, "minutes": self.cost(s, act),
            },
        )  # fmt: skip
        ways.use_way(s, act.incident, act.way, entry, if_fails=act.if_fails)


class ReverseRule(PricedRule):
    """Take a way out of place again, where that can be done."""

    family: Family = "decide"

    def refuse(self, s: State, act: Reverse) -> Refusal | None:
        """Return why not."""
        if course.unknown(s, act.incident):
            return Refusal("incident.unknown")
        way, incident = _way(s, act.incident, act.way), s.incidents[act.incident]
        if way is None or act.way not in incident.ways:
            return Refusal("reverse.not-in-place")
        if way.irreversible:
            return Refusal("reverse.irreversible")
        if incident.state == "resolved":
            return Refusal("incident.resolved", (f"incident:{act.incident}",))
        return None

    def apply(self, s: State, act: Reverse, because: int) -> None:
        """Carry it out."""
        entry = note(
            s, "incident.reversed", "lead", f"incident:{act.incident}", LEAD, because,
            {"way": act.way, "minutes": self.cost(s, act)},
        )  # fmt: skip
        ways.reverse(s, act.incident, act.way, entry)
