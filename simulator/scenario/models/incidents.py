"""Incidents: how a service fails, what can be found out, and the ways out."""

from typing import ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    AnalystRef,
    ClockSpan,
    Cost,
    Duration,
    FactRef,
    FormRef,
    IncidentId,
    OptionId,
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
    SourceRef,
    Span,
    StakeholderRef,
    StepId,
    StepRef,
    Text,
    TheoryId,
    TheoryRef,
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
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
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
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
    text: Text
    through: StepRef
    """The step it ends with."""


class WayPart(Part):
    """A workaround or a rollback that the lead can order or ask for."""

    noun: ClassVar[str] = "a way out"

    id: WayId
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
    kind: Literal["workaround", "rollback"]
    text: Text
    needs: list[FactRef] = Field(default_factory=list)
    allowed_by: StakeholderRef | None = None
    """The stakeholder whose word it needs; the lead's own to decide where it is left out."""
    risk: RiskPart | None = None
    mitigates: YesNo = False
    theory: TheoryRef | None = None
    """The theory it acts on."""
    irreversible: YesNo = False
    """Whether it cannot be undone."""
    warning: Text = ""
    """What cannot be undone, in words."""


class TheoryPart(Part):
    """A possible cause: it takes work to find out whether it is the one."""

    noun: ClassVar[str] = "a theory"

    id: TheoryId
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
    says: Text
    """The theory as somebody would put it."""
    minutes: Cost
    """Median minutes of the test at normal speed."""
    holds: YesNo = False
    """Whether it is true."""
    skill: SkillRef | None = None
    """The skill that tests it; the incident's own where it is left out."""
    hints: list[FactRef] = Field(default_factory=list)
    """Facts any of which brings it to mind; none for one that anybody thinks of at once."""
    reveals: list[FactRef] = Field(default_factory=list)
    """Facts found when the test confirms it."""
    rules_out: FactRef | None = None
    """The fact found when the test refutes it."""


class AlertPart(Part):
    """What monitoring shows before users notice anything."""

    noun: ClassVar[str] = "an alert"

    says: Text
    after: Duration = 0
    """Since the incident began."""


class FollowsPart(Part):
    """What brings an incident about that would not come by itself."""

    noun: ClassVar[str] = "a cause of an incident"

    of: SourceRef
    """An incident, or a planned change that does harm."""
    what: Text = ""
    """The step or way of that incident that broke something or was put in place, or untouched."""
    within: Span | None = None
    """Minutes until it begins; at once where it is left out."""
    chance: Share = 1000


class RecoveryPart(Part):
    """Whether a service that looks back really is."""

    noun: ClassVar[str] = "a recovery"

    holds: Share
    """Chance that a mitigation holds."""
    returns: Span
    """Minutes until the trouble shows again, where it does not."""
    monitoring: YesNo = False
    """Whether monitoring can see it; users always can."""


class FactorPart(Part):
    """Something that contributed, for the review."""

    noun: ClassVar[str] = "a factor"

    id: OptionId
    text: Text
    needs: list[FactRef] = Field(default_factory=list)
    """Facts that have to be known."""
    blames: AnalystRef | None = None
    """Whom it makes the cause; left out where it speaks of conditions."""


class RemedyPart(Part):
    """Something that a review can decide to do."""

    noun: ClassVar[str] = "a remedy"

    id: OptionId
    text: Text
    needs: list[FactRef] = Field(default_factory=list)


class ReviewPart(Part):
    """What a review of an incident can find and decide."""

    noun: ClassVar[str] = "a review"

    factors: list[FactorPart] = Field(min_length=1)
    remedies: list[RemedyPart] = Field(default_factory=list)


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
    starts: ClockSpan | None = None
    """Left out for an incident that only something else brings about."""
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
    review: ReviewPart | None = None
    """What a review of it can find; none can be held where it is left out."""
    theories: list[TheoryPart] = Field(default_factory=list)
    alert: AlertPart | None = None
    visible: Duration = 0
    """After its start users notice it: until then no contacts and no updates are expected."""
    follows: FollowsPart | None = None
    """What brings it about, apart from a time in `starts`."""
    recovery: RecoveryPart | None = None
    """Whether a mitigation holds; it always does where this is left out."""
