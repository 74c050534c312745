"""The people of a scenario's team, and conflicts between them."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    AnalystId,
    ClockTime,
    Condition,
    ConflictId,
    Count,
    FactRef,
    KeysName,
    Pair,
    Part,
    Percent,
    Points,
    Share,
    Skill,
    Text,
    YesNo,
)

HabitName = Literal[
    "oldest-first", "easiest-first", "own-skill-first", "takes-every-p1", "waits-to-be-asked",
    "keeps-own-order", "skips-breaks", "stays-past-shift", "full-notes", "thorough", "acts-alone",
]  # fmt: skip


class SayingPart(Part):
    """What somebody says when listened to, while a condition holds."""

    noun: ClassVar[str] = "other words"

    when: Condition
    says: Text
    hears: list[FactRef] = Field(default_factory=list)
    """Facts learned with it."""


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
    limit: Count = 0
    """Tasks held at a time, in hand and set aside; no limit where it is left out."""
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
    must_leave: YesNo = False
    """Whether this person has to leave on time, whoever asks."""
    spare: YesNo = False
    """Whether this person comes only when the lead's manager sends them."""
    works: Literal["in the room", "from home"] = "in the room"
    """From home: what is said in the room reaches them late, and a talk with them is a call."""
    wants: Text = ""
    """What this person would like, for the briefing; nobody says it aloud."""
    hears: list[FactRef] = Field(default_factory=list)
    """Facts learned by listening to this person."""
    says: Text = ""
    """What this person says when listened to."""
    instead: list[SayingPart] = Field(default_factory=list)
    """What they say and tell instead, while a condition holds; the first that does counts."""


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


__all__ = ["Conflict", "HabitName", "Member", "SayingPart"]
