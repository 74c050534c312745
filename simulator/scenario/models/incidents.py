"""Incidents: how a service fails, what can be found out, and the ways out."""

from typing import ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    ClockSpan,
    Cost,
    Duration,
    FactRef,
    IncidentId,
    OutcomeId,
    Part,
    PermitId,
    PermitRef,
    Priority,
    Rate,
    ServiceRef,
    Share,
    Skill,
    SkillRef,
    StakeholderRef,
    StepId,
    StepRef,
    Text,
    WayId,
    WayRef,
    YesNo,
)
from simulator.scenario.models.tickets import Contact


class RateFrom(Part):
    """How many contacts come in from a minute of the incident on."""

    noun: ClassVar[str] = "a rate of contacts"

    after: Duration = 0
    """Since the incident began."""
    rate: Rate


class ContactsPart(Part):
    """Duplicates that stream in while an incident lasts."""

    noun: ClassVar[str] = "a block of contacts"

    ticket: Contact
    rates: list[RateFrom] = Field(min_length=1)
    after_word: Share = 450
    """Share that remains after the users' first word."""
    after_workaround: Share = 300
    """Share that remains after a workaround."""
    after_mitigation: Share = 250
    """Share that remains once the service is back."""


class RiskPart(Part):
    """What a step or a way can break."""

    noun: ClassVar[str] = "a risk"

    says: Text
    """What happened, in words."""
    minutes: Cost = 14
    """How long everybody is out."""
    certain: YesNo = False
    """Whether it happens each time."""


class StepPart(Part):
    """One piece of work on an incident."""

    noun: ClassVar[str] = "a step"

    id: StepId
    says: Text
    """What the person reports when it is done."""
    minutes: Cost
    """Median minutes at normal speed."""
    needs: list[FactRef] = Field(default_factory=list)
    """Facts that have to be known on the desk before it can begin."""
    reveals: list[FactRef] = Field(default_factory=list)
    halved_by: FactRef | None = None
    """A fact that halves the work."""
    asks: PermitRef | None = None
    """What has to be allowed before it begins."""
    question: Text = ""
    """How the person asks for it."""
    risk: RiskPart | None = None
    effect: Literal["mitigates", "resolves"] | None = None
    by: StakeholderRef | None = None
    """The stakeholder who does it; the desk where it is left out. The desk's steps come first."""


class PermitPart(Part):
    """Something a person may do without asking, if the lead says so beforehand."""

    noun: ClassVar[str] = "a permit"

    id: PermitId
    text: Text


class OutcomePart(Part):
    """A result that can be asked for when the incident is given away."""

    noun: ClassVar[str] = "an outcome"

    id: OutcomeId
    text: Text
    through: StepRef
    """The step it ends with."""


class WayPart(Part):
    """A workaround or a rollback that the lead can order or ask for."""

    noun: ClassVar[str] = "a way out"

    id: WayId
    kind: Literal["workaround", "rollback"]
    text: Text
    needs: list[FactRef] = Field(default_factory=list)
    allowed_by: StakeholderRef | None = None
    """The stakeholder whose word it needs; the lead's own to decide where it is left out."""
    risk: RiskPart | None = None
    mitigates: YesNo = False


class GonePart(Part):
    """What happens to a service that nobody touches."""

    noun: ClassVar[str] = "a deadline of an incident"

    after: Duration
    """Since the incident began."""
    says: Text


class Incident(Part):
    """A service that degrades, with a cause that is unknown at first."""

    noun: ClassVar[str] = "an incident"

    id: IncidentId
    name: Text
    service: ServiceRef
    skill: SkillRef
    starts: ClockSpan
    steps: list[StepPart] = Field(min_length=1)
    difficulty: Skill = 3
    severity: Priority = 1
    """Its true priority."""
    contacts: ContactsPart | None = None
    permits: list[PermitPart] = Field(default_factory=list)
    outcomes: list[OutcomePart] = Field(default_factory=list)
    ways: list[WayPart] = Field(default_factory=list)
    knowable: Duration = 5
    """After its start the need can be known."""
    quiet: YesNo = False
    """Whether nobody outside notices it unless it breaks."""
    alone: WayRef | None = None
    """The way that somebody who opened it unasked tries first, after waiting in vain."""
    known_by: FactRef | None = None
    """A fact that makes it known; triage of one of its contacts where it is left out."""
    gone_by: GonePart | None = None
