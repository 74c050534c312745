"""Rules of the acts about who is on an incident: one more person, one less, somebody outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import contracts, feelings, joining, knowledge, requests
from simulator.engine.acts import course, tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import CallVendor, Join, Release
    from simulator.engine.state import State


class JoinRule(PricedRule):
    """Bring one more person onto an incident; from the fourth on they only stand by (I13, I15)."""

    family: Family = "delegate"

    def refuse(self, s: State, act: Join) -> Refusal | None:
        """Return why not."""
        if course.unknown(s, act.incident):
            return Refusal("incident.unknown")
        gone = tasks.task_gone(s, act.incident) or tasks.person_gone(s, act.person)
        if gone is not None:
            return gone
        if s.analysts[act.person].task in s.incidents:
            return Refusal("join.busy", (f"analyst:{act.person}",))
        return None

    def apply(self, s: State, act: Join, because: int) -> None:
        """Carry it out."""
        incident = s.incidents[act.incident]
        there = len(joining.present(s, incident))
        needed = incident.spare_since < 0 and there < s.rules.joined_most
        entry = note(
            s, "incident.joined", "lead", f"incident:{act.incident}", LEAD, because,
            {"to": act.person, "needed": needed, "minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, act.person)
        joining.join(s, act.incident, act.person, entry)


class ReleaseRule(PricedRule):
    """Let somebody go back to their own work who is not needed any more (I14)."""

    family: Family = "delegate"

    def refuse(self, s: State, act: Release) -> Refusal | None:
        """Return why not."""
        if course.unknown(s, act.incident):
            return Refusal("incident.unknown")
        incident = s.incidents[act.incident]
        if act.person in joining.present(s, incident) or act.person == incident.beside != "":
            return None
        return Refusal("release.not-on-it")

    def apply(self, s: State, act: Release, because: int) -> None:
        """Carry it out."""
        note(
            s, "incident.released", "lead", f"incident:{act.incident}", LEAD, because,
            {
                "to": act.person, "idle": joining.idle_for(s, act.incident, act.person),
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
        feelings.spoken_with(s, act.person)
        joining.release(s, act.incident, act.person)


class CallVendorRule(PricedRule):
    """Call somebody outside on their contract: clause, severity and facts (B126)."""

    family: Family = "communicate"

    def refuse(self, s: State, act: CallVendor) -> Refusal | None:
        """Return why not: no contract, no such clause, or one for a higher severity."""
        if act.to not in s.stakeholders:
            return Refusal("person.unknown")
        if course.unknown(s, act.incident):
            return Refusal("incident.unknown")
        gone = tasks.task_gone(s, act.incident)
        if gone is not None:
            return gone
        spec, about = s.plan.stakeholders[act.to], (f"stakeholder:{act.to}",)
        if spec.contract is None or spec.answer is None:
            return Refusal("call-vendor.no-contract", about)
        clause = contracts.clause_of(s, act.to, act.clause)
        if clause is None:
            return Refusal("call-vendor.clause", about)
        if s.incidents[act.incident].declared < 0:
            return Refusal("incident.not-declared")
        if tasks.severity_of(s, act.incident) > clause.severity:
            return Refusal("call-vendor.severity")
        return None if knowledge.known(s, act.facts) else Refusal("fact.unknown")

    def apply(self, s: State, act: CallVendor, because: int) -> None:
        """Carry it out; a second call once the contract's time has passed is a chase."""
        requests.send(
            s, act.to, act.incident, "", act.facts, because, self.cost(s, act), act.clause
        )
