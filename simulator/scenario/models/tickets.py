"""The queue: its profile, the kinds of tickets in it, and written tickets."""

from typing import ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    Count,
    Day,
    Duration,
    FactRef,
    KindId,
    KindRef,
    Moment,
    OptionId,
    Part,
    Priority,
    ProfileId,
    ServiceRef,
    Share,
    Skill,
    SkillRef,
    Text,
    Thousandths,
    TicketId,
)


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
    effort: Duration | None = None
    """Median work at full speed."""
    difficulty: Skill | None = None
    """The skill that does it at normal speed; 2 where it is left out."""
    spread: Thousandths | None = None
    """Sigma of the lognormal, such as 0.55; 0 is exact."""
    channel: Literal["phone", "portal", "chat", "walk-up"] | None = None
    service: ServiceRef | None = None
    logged: Priority | None = None
    """Priority as logged."""
    true: Priority | None = None
    """Priority that triage finds; the logged one where it is left out."""
    body: Text | None = None
    requester: Text | None = None
    finds: list[FactRef] | None = None
    """Facts that triage uncovers."""
    outcomes: list[Option] | None = None
    """Outcomes that can be asked for when it is given away."""


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


class Ticket(KindFields):
    """One written ticket."""

    noun: ClassVar[str] = "a ticket"

    id: TicketId
    like: KindRef | None = None
    """A kind of the mix, whose fields count where this leaves them out."""
    at: Moment
    returns: Share | None = None
    """Chance that it comes back, instead of the rule's."""


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


class Queue(Part):
    """What comes in besides the written tickets."""

    noun: ClassVar[str] = "a queue"

    profile: Text | None = None
    """Name of a shipped profile, or a file of the scenario's own folder."""
    per_day: Count | None = None
    """Tickets on a business day, instead of the profile's."""
    hourly: Day | None = None
    """Share of the day for each of the 24 hours, instead of the profile's."""
    dispersion: Thousandths | None = None
    """Variance over mean of hourly counts, such as 2.0; 1.0 is a Poisson queue."""
    mix: list[MixItem] = Field(default_factory=list)
    backlog: list[Waiting] = Field(default_factory=list)


class ProfileKind(KindFields):
    """A kind of ticket that a profile brings along."""

    noun: ClassVar[str] = "a kind of ticket"

    id: KindId
    share: Share | None = None


class ProfileFile(Part):
    """A queue profile: `scenarios/profiles/NAME.yaml`."""

    noun: ClassVar[str] = "a profile"

    schema_: Count = Field(alias="schema")
    profile: ProfileId
    title: Text = ""
    per_day: Count
    hourly: Day
    dispersion: Thousandths = 2000
    kinds: list[ProfileKind] = Field(default_factory=list)
    source: Text
    """Where the figures come from."""
    licence: Text
    because: Text = ""
