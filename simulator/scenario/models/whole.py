"""A whole scenario."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    ActRef,
    AnalystRef,
    ClockTime,
    Count,
    Duration,
    Format,
    KeysDefine,
    KeysName,
    Part,
    PowerRef,
    ScenarioId,
    Seeds,
    StakeholderRef,
    Text,
)
from simulator.scenario.models.changes import PlannedChange
from simulator.scenario.models.incidents import Incident
from simulator.scenario.models.outside import Stakeholder
from simulator.scenario.models.people import Conflict, Member
from simulator.scenario.models.rubric import RubricPart
from simulator.scenario.models.story import (
    Decision,
    Fact,
    Hint,
    MessagePart,
    Play,
    QuestionPart,
    StoryItem,
    WindowPart,
)
from simulator.scenario.models.tickets import Queue, Ticket


class ClockPart(Part):
    """When the shift begins and ends."""

    noun: ClassVar[str] = "a clock"

    starts: ClockTime
    ends: ClockTime


class AuthorityPart(Part):
    """What this lead may decide, and whom to ask for the rest."""

    noun: ClassVar[str] = "an authority"

    may: list[PowerRef] = Field(default_factory=list)
    """Kinds of acts, ids of permits and of ways, `rollback`: the lead's own."""
    ask: Annotated[dict[str, StakeholderRef], KeysName(("power",), ("stakeholder",))] = Field(
        default_factory=dict
    )
    """The same, with the stakeholder whose yes the lead needs first."""
    request: Annotated[dict[str, StakeholderRef], KeysName(("way", "permit"), ("stakeholder",))] = (
        Field(default_factory=dict)
    )
    """Ways out and permits that the lead can only request, with the stakeholder who decides."""
    lasts: Annotated[dict[str, Duration], KeysName(("power",))] = Field(default_factory=dict)
    """How long a yes to one of `ask` stands; the rest of the shift where it is left out."""


class Scenario(Part):
    """One scenario: everything a shift needs."""

    noun: ClassVar[str] = "a scenario"

    schema_: Format = Field(alias="schema")
    scenario: ScenarioId
    version: Text = "1.0.0"
    title: Text
    kind: Literal["outage", "conflict", "escalation", "operations", "tutorial"] = "outage"
    grade: Literal["entry", "mid", "senior"] = "entry"
    lead_role: Literal[
        "technical support", "service desk", "operations", "project support", "security support",
        "vendor support",
    ] = "service desk"  # fmt: skip
    summary: Text = ""
    lesson: Text = ""
    briefing: list[Text] = Field(default_factory=list)
    """Paragraphs that the trainee reads before the shift."""
    content_note: Text = ""
    """What somebody may not want to meet in it; said before anything is recorded."""
    sources: list[Text] = Field(default_factory=list)
    clock: ClockPart
    rules: dict[str, Any] = Field(default_factory=dict)
    """Switches and numbers of the rules table, with the reason in `because`."""
    acts: list[ActRef] = Field(default_factory=list)
    """Kinds of acts this scenario uses; all where it is left out."""
    authority: AuthorityPart = Field(default_factory=AuthorityPart)
    services: Annotated[dict[str, Text], KeysDefine("service")] = Field(default_factory=dict)
    """Names by service id."""
    skills: Annotated[dict[str, Text], KeysDefine("skill")] = Field(default_factory=dict)
    """Names by skill id."""
    reasons: Annotated[dict[str, Text], KeysDefine("reason")] = Field(default_factory=dict)
    """Reasons for putting off or declining, besides the usual ones, by id."""
    approvals: Annotated[dict[str, Text], KeysDefine("approval")] = Field(default_factory=dict)
    """Names of approvals that kinds of tickets can need, by id."""
    first_number: Count = 201
    """Number that the first ticket shows."""
    team: list[Member] = Field(min_length=1)
    stakeholders: list[Stakeholder] = Field(default_factory=list)
    phones: list[AnalystRef] | None = None
    """Who answers the telephones as the shift begins; where it is left out, calls and visits are
    tickets like any other."""
    queue: Queue | None = None
    tickets: list[Ticket] = Field(default_factory=list)
    facts: list[Fact] = Field(default_factory=list)
    questions: list[QuestionPart] = Field(default_factory=list)
    incidents: list[Incident] = Field(default_factory=list)
    changes: list[PlannedChange] = Field(default_factory=list)
    conflicts: list[Conflict] = Field(default_factory=list)
    storyline: list[StoryItem] = Field(default_factory=list)
    messages: list[MessagePart] = Field(default_factory=list)
    decisions: list[Decision] = Field(default_factory=list)
    windows: list[WindowPart] = Field(default_factory=list)
    hints: list[Hint] = Field(default_factory=list)
    playbook: list[Play] = Field(default_factory=list)
    rubric: RubricPart = Field(default_factory=RubricPart)
    forms: Annotated[dict[str, Seeds], KeysDefine("form")] = Field(default_factory=dict)
    """Sets of seeds with the same opportunities."""
