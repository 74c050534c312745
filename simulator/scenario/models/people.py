"""The people of a scenario: team, stakeholders, conflicts."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    AnalystId,
    ClockTime,
    ConflictId,
    Duration,
    FactRef,
    KeysName,
    Pair,
    Part,
    Percent,
    Points,
    Priority,
    Rhythm,
    Share,
    Skill,
    Span,
    StakeholderId,
    StepRef,
    Text,
    WayOrPermitRef,
)

HabitName = Literal[
    "oldest-first", "easiest-first", "own-skill-first", "takes-every-p1", "waits-to-be-asked",
    "keeps-own-order", "skips-breaks", "stays-past-shift", "full-notes", "thorough", "acts-alone",
]  # fmt: skip


class Member(Part):
    """One analyst of the team."""

    noun: ClassVar[str] = "a team member"

    id: AnalystId
    name: Text
    short: Text | None = None
    """How colleagues say the name; the first name where it is left out."""
    role: Text = "analyst"
    skills: Annotated[dict[str, Skill], KeysName(("skill",))] = Field(default_factory=dict)
    """0 to 5 by skill; a skill that is not named is 1."""
    confidence: Annotated[dict[str, Skill], KeysName(("skill",))] = Field(default_factory=dict)
    """0 to 5 by skill, this person's own opinion; the skill itself where not named."""
    speeds: Annotated[dict[str, Percent], KeysName(("skill",))] = Field(default_factory=dict)
    """Speed by skill instead of pace and skill; a skill that is not named: cannot."""
    pace: Percent = 0
    """Own pace; drawn with the seed where it is left out."""
    habits: list[HabitName] = Field(default_factory=list)
    arrives: ClockTime | None = None
    leaves: ClockTime | None = None
    breaks: list[ClockTime] = Field(default_factory=list)
    """Times at which a break is due."""
    stress: Points = 30
    morale: Points = 65
    trust: Points = 60
    """Trust in the lead."""
    absent: Share = 0
    """Chance of calling in sick for the whole shift."""
    wants: Text = ""
    """What this person would like, for the briefing; nobody says it aloud."""
    hears: list[FactRef] = Field(default_factory=list)
    """Facts learned by listening to this person."""
    says: Text = ""
    """What this person says when listened to."""


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
    soonest: Duration = 12
    """Updates closer together than this, with nothing new in them, are noise."""
    needs: list[FactRef] = Field(default_factory=list)
    """Facts this person needs in order to decide something."""
    grants: list[WayOrPermitRef] = Field(default_factory=list)
    """Ways out of an incident that are theirs to allow."""
    answer: Reply | None = None


class Conflict(Part):
    """Friction between two colleagues."""

    noun: ClassVar[str] = "a conflict"

    id: ConflictId
    between: Pair
    """The two."""
    friction: Points
    sign_at: ClockTime
    """When the lead can see the first sign."""
    sign: Text
    issue: Text = ""
    """Behaviour and impact, named without labels."""


__all__ = ["Conflict", "HabitName", "Member", "Priority", "Reply", "Stakeholder"]
