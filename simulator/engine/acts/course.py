"""Rules of the acts that steer an incident: theories, severity, and whether it is really over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import recovery, testing, theories, trust
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.owning import own_incident
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Investigate, SetSeverity, Verify
    from simulator.engine.state import State


def unknown(s: State, ident: str) -> bool:
    """Return whether the lead knows nothing of an incident."""
    return ident not in s.incidents or s.incidents[ident].known < 0


class InvestigateRule(PricedRule):
    """Direct whoever works on an incident at a theory (I3: through others, not by hand)."""

    family: Family = "decide"

    def refuse(self, s: State, act: Investigate) -> Refusal | None:
        """Return why not: nobody to direct, no such theory, or it is settled."""
        gone = Refusal("incident.unknown") if unknown(s, act.incident) else None
        gone = gone or tasks.task_gone(s, act.incident) or _nobody(s, act.incident)
        if gone is not None:
            return gone
        incident, spec = s.incidents[act.incident], s.plan.incidents[act.incident]
        theory = theories.named(spec, act.theory)
        if act.theory and (theory is None or theory not in theories.thinkable(spec, s.facts)):
            return Refusal("investigate.unknown")
        if theory is not None:
            if incident.testing == theory.id:
                return Refusal("investigate.same")
            return Refusal("investigate.settled") if theory.id in incident.tested else None
        left = theories.untested(s, incident, s.found)
        return None if left and not incident.testing else Refusal("investigate.nothing")

    def apply(self, s: State, act: Investigate, because: int) -> None:
        """Carry it out."""
        testing.direct(s, act.incident, act.theory, because, self.cost(s, act))


def _nobody(s: State, ident: str) -> Refusal | None:
    """Return a refusal where nobody of the team has an incident, or who has it is not here."""
    who = s.incidents[ident].who
    return tasks.person_gone(s, who) if who in s.analysts else Refusal("investigate.nobody")


class SetSeverityRule(PricedRule):
    """Raise or lower an incident's severity: in doubt the higher, and no lower before it is over.

    Severity decides who can be called and which clauses of a contract hold; what people expect to
    hear follows what they feel, so the higher one is never the worse choice (I7).
    """

    family: Family = "decide"

    def refuse(self, s: State, act: SetSeverity) -> Refusal | None:
        """Return why not."""
        if unknown(s, act.incident):
            return Refusal("incident.unknown")
        incident = s.incidents[act.incident]
        if incident.declared < 0:
            return Refusal("incident.not-declared")
        if not 1 <= act.severity <= 4:
            return Refusal("priority.range")
        if incident.severity == act.severity:
            return Refusal("declare.done", (f"incident:{act.incident}",))
        return tasks.task_gone(s, act.incident)

    def apply(self, s: State, act: SetSeverity, because: int) -> None:
        """Carry it out."""
        incident = own_incident(s, act.incident)
        lowered = act.severity > incident.severity
        early = lowered and incident.state == "open"
        entry = note(
            s, "incident.severity-set", "lead", f"incident:{act.incident}", LEAD, because,
            {
                "severity": act.severity, "was": incident.severity, "lowered_early": early,
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
        incident.severity = act.severity
        if early:
            for who in trust.concerned(s, act.incident):
                trust.change_trust(s, who, s.rules.trust_lowered, "lowered", entry, "lead")


class VerifyRule(PricedRule):
    """Confirm that a service is back before anybody is told that it is (I5, I12)."""

    family: Family = "decide"

    def refuse(self, s: State, act: Verify) -> Refusal | None:
        """Return why not: it is not back, or users have confirmed it."""
        if unknown(s, act.incident):
            return Refusal("incident.unknown")
        incident = s.incidents[act.incident]
        if incident.state == "open":
            return Refusal("verify.not-back", (f"incident:{act.incident}",))
        return Refusal("verify.done") if incident.verified >= 0 else None

    def apply(self, s: State, act: Verify, because: int) -> None:
        """Carry it out: it is confirmed, or found broken again."""
        holds = recovery.check(s, act.incident, act.how)
        entry = note(
            s, "incident.verified" if holds else "incident.not-back", "lead",
            f"incident:{act.incident}", LEAD, because,
            {"how": act.how, "minutes": self.cost(s, act)},
        )  # fmt: skip
        if not holds:
            recovery.reopen(s, act.incident, "lead", entry)
        elif act.how == "users":
            own_incident(s, act.incident).verified = s.now
