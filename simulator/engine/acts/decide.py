"""Rules of the acts that decide something for the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import effects, knowledge
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.owning import own_incident
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Decide, Declare
    from simulator.engine.log import Value
    from simulator.engine.state import State


class DeclareRule(PricedRule):
    """Say that something is an incident, and how severe (I7, I18)."""

    family: Family = "decide"

    def refuse(self, s: State, act: Declare) -> Refusal | None:
        """Return why not."""
        incident = s.incidents.get(act.incident)
        if incident is None or incident.known < 0:
            return Refusal("incident.unknown")
        if not 1 <= act.severity <= 4:
            return Refusal("priority.range")
        if incident.declared >= 0 and incident.severity == act.severity:
            return Refusal("declare.done", (f"incident:{act.incident}",))
        if incident.state == "resolved":
            return Refusal("incident.resolved", (f"incident:{act.incident}",))
        return None

    def apply(self, s: State, act: Declare, because: int) -> None:
        """Carry it out."""
        incident = own_incident(s, act.incident)
        incident.declared, incident.severity = s.now, act.severity
        note(
            s, "incident.declared", "lead", f"incident:{act.incident}", LEAD, because,
            {"severity": act.severity, "since": incident.starts, "minutes": self.cost(s, act)},
        )  # fmt: skip


class DecideRule(PricedRule):
    """Write a decision down (B55, B56, I32)."""

    family: Family = "decide"

    def refuse(self, s: State, act: Decide) -> Refusal | None:
        """Return why not."""
        spec = s.plan.decisions.get(act.what)
        if spec is None:
            return Refusal("decide.unknown")
        if act.what in s.decisions:
            return Refusal("decide.done")
        if not knowledge.known(s, spec.needs):
            return Refusal("decide.not-yet")
        reasons = {one.id for one in spec.reasons}
        fallbacks = {one.id for one in spec.fallbacks}
        if any(why not in reasons for why in act.why):
            return Refusal("decide.reason-unknown")
        if act.if_fails and act.if_fails not in fallbacks:
            return Refusal("decide.fallback-unknown")
        if tasks.out_of_time(s, act.threshold, self.cost(s, act)):
            return Refusal("assign.time")
        return None

    def apply(self, s: State, act: Decide, because: int) -> None:
        """Carry it out."""
        spec = s.plan.decisions[act.what]
        s.decisions[act.what] = s.now
        data: dict[str, Value] = {
            "what": act.what,
            "why": act.why,
            "threshold": -1 if act.threshold is None else act.threshold,
            "if_fails": bool(act.if_fails),
            "minutes": self.cost(s, act),
        }
        beside = tuple(one.id for one in spec.reasons if one.id in act.why and not one.bears)
        if beside:
            data["beside_point"] = beside
        if spec.by is not None and act.threshold is not None and act.threshold > spec.by:
            data["too_late"] = True
        entry = note(s, "decision.recorded", "lead", "desk", LEAD, because, data)
        effects.bring_about(s, spec.effects, "lead", entry)
