"""Incidents: from models to what the engine keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.world import Contacts, IncidentSpec, Outcome, Permit, Risk, Step, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.scenario.build_tickets import TicketBuilder
    from simulator.scenario.models.incidents import ContactsPart, Incident, RiskPart, StepPart
    from simulator.scenario.nodes import Scalar
    from simulator.scenario.times import Shift


class IncidentBuilder:
    """Makes incidents."""

    def __init__(
        self, shift: Shift, tickets: TicketBuilder, text: Callable[[str | None], str]
    ) -> None:
        self.shift = shift
        self.tickets = tickets
        self.text = text

    def incident(self, spec: Incident) -> IncidentSpec:
        """Return one incident."""
        text = self.text
        return IncidentSpec(
            id=str(spec.id),
            name=text(spec.name),
            service=str(spec.service),
            skill=str(spec.skill),
            starts=self.shift.span(spec.starts),
            steps=tuple(self._step(step) for step in spec.steps),
            difficulty=spec.difficulty,
            severity=spec.severity,
            contacts=self._contacts(spec.contacts, spec.id) if spec.contacts else None,
            permits=tuple(Permit(str(p.id), text(p.text)) for p in spec.permits),
            outcomes=tuple(Outcome(str(o.id), text(o.text), str(o.through)) for o in spec.outcomes),
            ways=tuple(
                Way(
                    id=str(way.id),
                    kind=way.kind,
                    text=text(way.text),
                    needs=tuple(str(fact) for fact in way.needs),
                    allowed_by=str(way.allowed_by or ""),
                    risk=self._risk(way.risk),
                    mitigates=way.mitigates,
                )
                for way in spec.ways
            ),
            knowable=spec.knowable,
            quiet=spec.quiet,
            alone=str(spec.alone or ""),
            known_by=str(spec.known_by or ""),
            gone_by=(spec.gone_by.after, text(spec.gone_by.says)) if spec.gone_by else None,
        )

    def _step(self, step: StepPart) -> Step:
        return Step(
            id=str(step.id),
            says=self.text(step.says),
            minutes=step.minutes,
            needs=tuple(str(fact) for fact in step.needs),
            reveals=tuple(str(fact) for fact in step.reveals),
            halved_by=str(step.halved_by or ""),
            asks=str(step.asks or ""),
            question=self.text(step.question),
            risk=self._risk(step.risk),
            effect=step.effect or "",
            by=str(step.by or ""),
        )

    def _risk(self, risk: RiskPart | None) -> Risk | None:
        return Risk(self.text(risk.says), risk.minutes, risk.certain) if risk else None

    def _contacts(self, contacts: ContactsPart, incident: Scalar) -> Contacts:
        like = str(contacts.ticket.like or "") or None
        kind = self.tickets.kind(str(incident), contacts.ticket, like, incident)
        return Contacts(
            kind=kind,
            rates=tuple(sorted((rate.after, rate.rate) for rate in contacts.rates)),
            after_word=contacts.after_word,
            after_workaround=contacts.after_workaround,
            after_mitigation=contacts.after_mitigation,
        )
