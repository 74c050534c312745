"""Everybody outside the team: what they expect, how they answer, what they do when let down."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    ClockTime,
    Condition,
    Duration,
    FactRef,
    GrantRef,
    IncidentOrTicketRef,
    KeysName,
    Limit,
    OptionId,
    Part,
    Percent,
    Points,
    Priority,
    Rhythm,
    SceneRef,
    Share,
    Span,
    StakeholderId,
    StepRef,
    Text,
    YesNo,
)


class Reply(Part):
    """How somebody outside answers a request."""

    noun: ClassVar[str] = "an answer"

    after: Span
    """Time until the answer, once all that is needed was sent."""
    needs: list[FactRef] = Field(default_factory=list)
    """Facts the request has to hold; without them the answer is a question back."""
    asks_back: Duration = 10
    """Time until that question."""
    works: Duration = 0
    """Work after the answer until it is done."""
    done: StepRef | None = None
    """The incident step that is then done, as `incident/step`."""
    says: Text = ""
    refuses: Text = ""
    """Why not: where something they need is missing, or while `unless` holds."""
    unless: Condition = None
    """A request that has all they need is refused while this holds."""
    about: list[IncidentOrTicketRef] = Field(default_factory=list)
    """What is theirs: a request about anything else comes back after `asks_back`, and costs their
    trust; left out, anything is."""
    not_theirs: Text = ""
    """What they say to a request about anything else."""


class PatiencePart(Part):
    """What somebody does who was left without a word that was due."""

    noun: ClassVar[str] = "a patience"

    after: Span
    """Time after the missed word."""
    scene: SceneRef
    """The item of the storyline by which they call or come to the desk."""


class TakeOverPart(Part):
    """When somebody begins to order the team about during a P1."""

    noun: ClassVar[str] = "a take-over"

    below: Points
    """Trust under which it happens."""
    scene: SceneRef | None = None
    """The item of the storyline that opens with it."""


class ClausePart(Part):
    """One clause that a call can cite."""

    noun: ClassVar[str] = "a clause"

    id: OptionId
    text: Text
    within: Limit
    """By when an answer is owed."""
    severity: Priority = 4
    """The lowest severity it holds for."""
    always: YesNo = False
    """Whether it holds outside the contract's hours."""


class ContractPart(Part):
    """What the contract with somebody outside says, and how well they keep to it."""

    noun: ClassVar[str] = "a contract"

    clauses: list[ClausePart] = Field(min_length=1)
    fastest: Percent = 40
    """The least share of the contract's time that an answer takes."""
    slowest: Percent = 100
    """The most that one takes that is not late."""
    opens: ClockTime | None = None
    closes: ClockTime | None = None
    """Hours in which the contract's clock runs; all day where one of them is left out."""
    late: Share = 0
    """Chance that an answer is late."""
    late_by: Span | None = None


class Stakeholder(Part):
    """Somebody outside the team who expects something of the desk."""

    noun: ClassVar[str] = "a stakeholder"

    id: StakeholderId
    name: Text
    short: Text | None = None
    audience: Literal["users", "executive", "technicians", "other-team", "vendor", "manager"]
    role: Text = ""
    trust: Points = 65
    expects: dict[Literal["P1", "P2", "P3", "P4"], Rhythm] = Field(default_factory=dict)
    """Time between updates by priority of an open incident."""
    soonest: Duration | None = None
    """Updates closer together than this, with nothing new in them, are noise; the rules'
    `noise_before` where it is left out."""
    needs: list[FactRef] = Field(default_factory=list)
    """Facts this person needs in order to decide something."""
    called_from: Priority = 4
    """The lowest severity for which they can be asked."""
    grants: list[GrantRef] = Field(default_factory=list)
    """Ways out of an incident that are theirs to allow."""
    gives: list[Literal["person", "time"]] = Field(default_factory=list)
    """What a manager gives a lead who asks for it."""
    answer: Reply | None = None
    unread: YesNo = False
    """An address that nobody reads any more: what is sent there is never answered."""
    contract: ContractPart | None = None
    hears_from: Annotated[dict[str, Span], KeysName(("stakeholder",))] = Field(default_factory=dict)
    """Others whom they talk to, and the time until they do: they compare what each was told."""
    heard_first: SceneRef | None = None
    """The item of the storyline that opens when they hear of an incident from somebody else."""
    kept_waiting: PatiencePart | None = None
    takes_over: TakeOverPart | None = None
