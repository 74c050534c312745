"""Incidents: from models to what the engine keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.world import (
    Alert,
    Contacts,
    Factor,
    Follows,
    IncidentSpec,
    Outcome,
    Permit,
    PlannedChange,
    Recovery,
    Remedy,
    ReviewSpec,
    Risk,
    Span,
    Step,
    Theory,
    Way,
    always,
)
from simulator.scenario.times import span_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.scenario.build_tickets import TicketBuilder
    from simulator.scenario.models.changes import PlannedChange as PlannedChangePart
    from simulator.scenario.models.incidents import (
        ContactsPart,
        FollowsPart,
        Incident,
        RecoveryPart,
        ReviewPart,
        RiskPart,
        StepPart,
        TheoryPart,
        WayPart,
    )
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
            starts=self.shift.span(spec.starts) if spec.starts else self._never(),
            steps=tuple(self._step(step) for step in spec.steps),
            difficulty=spec.difficulty,
            severity=spec.severity,
            contacts=self._contacts(spec.contacts, spec.id) if spec.contacts else None,
            permits=tuple(Permit(str(p.id), text(p.text)) for p in spec.permits),
            outcomes=tuple(Outcome(str(o.id), text(o.text), str(o.through)) for o in spec.outcomes),
            ways=tuple(self._way(way) for way in spec.ways),
            knowable=spec.knowable,
            quiet=spec.quiet,
            alone=str(spec.alone or ""),
            known_by=str(spec.known_by or ""),
            gone_by=(spec.gone_by.after, text(spec.gone_by.says)) if spec.gone_by else None,
            theories=tuple(self._theory(theory) for theory in spec.theories),
            alert=Alert(text(spec.alert.says), spec.alert.after) if spec.alert else None,
            visible=spec.visible,
            follows=_follows(spec.follows) if spec.follows else None,
            review=self._review(spec.review) if spec.review else None,
            recovery=_recovery(spec.recovery) if spec.recovery else None,
        )

    def _never(self) -> Span:
        """Return a time after the shift, for an incident that something else brings about."""
        return always(self.shift.length + 1)

    def change(self, spec: PlannedChangePart) -> PlannedChange:
        """Return one planned change."""
        return PlannedChange(
            id=str(spec.id),
            text=self.text(spec.text),
            at=self.shift.moment(spec.at),
            by=str(spec.by or ""),
            harms=tuple(str(one) for one in spec.harms),
            risk=self._risk(spec.risk),
            known_by=str(spec.known_by or ""),
            allowed_by=str(spec.allowed_by or ""),
        )

    def _review(self, review: ReviewPart) -> ReviewSpec:
        return ReviewSpec(
            tuple(
                Factor(
                    str(one.id), self.text(one.text), tuple(str(fact) for fact in one.needs),
                    str(one.blames or ""),
                )
                for one in review.factors
            ),
            tuple(
                Remedy(str(one.id), self.text(one.text), tuple(str(fact) for fact in one.needs))
                for one in review.remedies
            ),
        )  # fmt: skip

    def _theory(self, theory: TheoryPart) -> Theory:
        return Theory(
            id=str(theory.id),
            says=self.text(theory.says),
            minutes=theory.minutes,
            holds=theory.holds,
            skill=str(theory.skill or ""),
            hints=tuple(str(fact) for fact in theory.hints),
            reveals=tuple(str(fact) for fact in theory.reveals),
            rules_out=str(theory.rules_out or ""),
        )

    def _way(self, way: WayPart) -> Way:
        return Way(
            id=str(way.id),
            kind=way.kind,
            text=self.text(way.text),
            needs=tuple(str(fact) for fact in way.needs),
            allowed_by=str(way.allowed_by or ""),
            risk=self._risk(way.risk),
            mitigates=way.mitigates,
            theory=str(way.theory or ""),
            irreversible=way.irreversible,
            warning=self.text(way.warning),
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


def _follows(follows: FollowsPart) -> Follows:
    within = span_of(follows.within) if follows.within is not None else None
    return Follows(str(follows.of), follows.what, within, follows.chance)


def _recovery(recovery: RecoveryPart) -> Recovery:
    return Recovery(recovery.holds, span_of(recovery.returns), recovery.monitoring)
