"""The queue: its profile, the kinds of tickets in it, and written tickets."""

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from simulator.scenario.models.base import (
    AnalystRef,
    ApprovalRef,
    Count,
    Day,
    Degree,
    Effort,
    FactRef,
    Format,
    FormRef,
    HourlyRate,
    IncidentRef,
    KindId,
    KindRef,
    Moment,
    OptionId,
    Part,
    Priority,
    ProfileId,
    ServiceRef,
    Share,
    Sigma,
    Skill,
    SkillRef,
    Text,
    Thousandths,
    TicketId,
    Week,
)
from simulator.scenario.quantities import add_up


class Option(Part):
    """An id with its words."""

    noun: ClassVar[str] = "an option"

    id: OptionId
    text: Text


class KindFields(Part):
    """What tickets of one sort have in common; what is left out comes from the kind it is like."""

    subjects: list[Text] | None = None
    """One is chosen per ticket."""
    subject: Text | None = None
    """The same, where there is one."""
    skill: SkillRef | None = None
    effort: Effort | None = None
    """Median work at full speed, of one sort or of two."""
    difficulty: Skill | None = None
    """The skill that does it at normal speed; 2 where it is left out."""
    spread: Sigma | None = None
    """Sigma of the lognormal, such as 0.55; 0 is exact, 3 the most."""
    channel: Literal["phone", "portal", "chat", "walk-up"] | None = None
    service: ServiceRef | None = None
    logged: Priority | None = None
    """Priority as logged."""
    true: Priority | None = None
    """Priority that triage finds; where it is left out, the logged one.

    What a profile has priorities for is drawn instead: both where neither is given, the logged one
    where only this is.
    """
    impact: Degree | None = None
    """1 high to 3 low; with `urgency` it gives the true priority by the matrix."""
    urgency: Degree | None = None
    body: Text | None = None
    requester: Text | None = None
    finds: list[FactRef] | None = None
    """Facts that triage uncovers."""
    outcomes: list[Option] | None = None
    """Outcomes that can be asked for when it is given away."""
    approval: ApprovalRef | None = None
    """The approval it needs before it can be done."""


class MixItem(KindFields):
    """A kind of ticket with its share of the queue."""

    noun: ClassVar[str] = "a kind of ticket"

    id: KindId
    share: Share


class Waiting(KindFields):
    """One or more tickets that wait when the shift begins."""

    noun: ClassVar[str] = "a waiting ticket"

    id: TicketId | None = None
    like: KindRef | None = None
    """A kind of the mix, whose fields count where this leaves them out."""
    count: Count = 1
    sent_back_by: list[AnalystRef] = Field(default_factory=list)
    """Who had it and put it back: these people do not take it up unasked."""


class Ticket(KindFields):
    """One written ticket."""

    noun: ClassVar[str] = "a ticket"

    id: TicketId
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
    like: KindRef | None = None
    """A kind of the mix, whose fields count where this leaves them out."""
    at: Moment
    returns: Share | None = None
    """Chance that it comes back, instead of the rule's."""
    part_of: IncidentRef | None = None
    """The incident it is one of the contacts of: it comes unless that is over by then."""


class EffectTicket(KindFields):
    """A ticket that an effect brings in at once."""

    noun: ClassVar[str] = "a ticket"

    id: TicketId
    like: KindRef | None = None
    returns: Share | None = None


class Contact(KindFields):
    """The kind of ticket that an incident's duplicates are."""

    noun: ClassVar[str] = "a kind of contact"

    like: KindRef | None = None


class LoggedAs(Part):
    """How tickets of one true priority are logged; the shares add up to 100%."""

    noun: ClassVar[str] = "a row of logged priorities"

    P1: Share = 0
    P2: Share = 0
    P3: Share = 0
    P4: Share = 0

    @model_validator(mode="after")
    def _whole(self) -> Self:
        add_up("a row of logged priorities", self.shares())
        return self

    def shares(self) -> tuple[int, ...]:
        """Return the four shares, P1 first."""
        return (self.P1, self.P2, self.P3, self.P4)


class PriorityPart(Part):
    """One true priority: how often it comes, and what it is logged as."""

    noun: ClassVar[str] = "a priority"

    share: Share
    logged: LoggedAs | None = None
    """As itself where it is left out."""


class Priorities(Part):
    """The priorities of a desk; the shares add up to 100%."""

    noun: ClassVar[str] = "a table of priorities"

    P1: PriorityPart | None = None
    P2: PriorityPart | None = None
    P3: PriorityPart | None = None
    P4: PriorityPart | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        add_up("the priorities", [part.share for _, part in self.rows()])
        return self

    def rows(self) -> list[tuple[int, PriorityPart]]:
        """Return the priorities that come at all, each with its number."""
        parts = enumerate((self.P1, self.P2, self.P3, self.P4), 1)
        return [(number, part) for number, part in parts if part is not None]


class CallersPart(Part):
    """Who calls: some call again on the same day, and few people call often."""

    noun: ClassVar[str] = "the callers"

    people: Count
    """How many people call a desk of the profile's own size; a larger one has more."""
    busiest: Share
    """Share of tickets that the busiest tenth of them raises."""


class Queue(Part):
    """What comes in besides the written tickets."""

    noun: ClassVar[str] = "a queue"

    profile: Text | None = None
    """Name of a shipped profile, or a file of the scenario's own folder."""
    per_day: Count | None = None
    """Tickets on a mean business day, instead of the profile's."""
    hourly: Day | None = None
    """Share of the day for each of the 24 hours, instead of the profile's."""
    weekly: Week | None = None
    """Each day of the week against the mean business day, instead of the profile's."""
    dispersion: Thousandths | None = None
    """Variance over mean of hourly counts, such as 2.0; 1.0 is a Poisson queue."""
    priorities: Priorities | None = None
    """True and logged priorities, instead of the profile's."""
    mix: list[MixItem] = Field(default_factory=list)
    """Kinds with their shares; where it is left out, the profile's own."""
    poisson: HourlyRate | None = None
    """A plain queue instead of all these: so many an hour, at all hours alike."""
    effort: Effort | None = None
    """Work of a plain queue's tickets, such as `exponential 20 min`."""
    skill: SkillRef | None = None
    """Skill that a plain queue needs; none in particular where it is left out."""
    priority: Priority | None = None
    """Priority of a plain queue's tickets; P3 where it is left out."""
    backlog: list[Waiting] = Field(default_factory=list)


class ProfileKind(KindFields):
    """A kind of ticket that a profile brings along."""

    noun: ClassVar[str] = "a kind of ticket"

    id: KindId
    share: Share | None = None


class ProfileFile(Part):
    """A queue profile: `scenarios/profiles/NAME.yaml`."""

    noun: ClassVar[str] = "a profile"

    schema_: Format = Field(alias="schema")
    profile: ProfileId
    title: Text = ""
    per_day: Count
    hourly: Day
    weekend: Day | None = None
    """Hours of a Saturday or Sunday; those of `hourly` where it is left out."""
    weekly: Week | None = None
    """Each day of the week against the mean business day; all alike where it is left out."""
    dispersion: Thousandths = 2000
    priorities: Priorities | None = None
    callers: CallersPart | None = None
    effort: Effort | None = None
    """Work of every kind that gives none of its own."""
    kinds: list[ProfileKind] = Field(default_factory=list)
    source: Text
    """Where the figures come from."""
    licence: Text
    because: Text = ""
