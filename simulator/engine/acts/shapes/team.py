"""Acts that build a team: talks, coaching, feedback, hours, and what only a manager can give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from simulator.engine.acts.shapes.ids import (  # noqa: TC001 (run files read them)
    AnalystId,
    StakeholderId,
    Task,
    TicketId,
)

Topic = Literal["workload", "growth", "morale", "concern"]
"""What a one-on-one is about (B39)."""
CoachStep = Literal["gaps", "goal", "show", "practise", "review"]
"""The five steps of coaching, in their order (B71 to B75)."""
Polarity = Literal["positive", "corrective"]
Impact = Literal["", "user", "colleague", "desk"]
"""On whom a behaviour had an effect; "" where that is not said."""
Expected = Literal["", "keep-on", "ask-sooner", "write-it-down", "keep-the-order"]
"""What is asked for next time; "" where that is not said."""
Venue = Literal["private", "public"]
Response = Literal["reminder", "agreement", "warning"]
"""How a lapse is answered, from the mildest."""
Need = Literal["person", "authority", "time"]
"""What a lead's own manager can be asked for."""


@dataclass(frozen=True, slots=True)
class OneOnOne:
    """Take time for one person, about some of four things."""

    kind: ClassVar[str] = "one-on-one"
    person: AnalystId
    topics: tuple[Topic, ...] = ("workload",)


@dataclass(frozen=True, slots=True)
class Coach:
    """Take one step of coaching in one skill."""

    kind: ClassVar[str] = "coach"
    person: AnalystId
    skill: str
    step: CoachStep
    ticket: TicketId = ""
    """The example that is shown, or the ticket to practise on."""


@dataclass(frozen=True, slots=True)
class GiveFeedback:
    """Tell somebody what they did, what it led to, and what comes next."""

    kind: ClassVar[str] = "give-feedback"
    person: AnalystId
    polarity: Polarity
    entry: int = -1
    """Number of the entry that shows the behaviour; -1 for none."""
    impact: Impact = ""
    expected: Expected = ""
    venue: Venue = "private"
    from_number: bool = False
    """Whether it starts from a figure instead of something seen."""


@dataclass(frozen=True, slots=True)
class ApplyStandard:
    """Answer a lapse."""

    kind: ClassVar[str] = "apply-standard"
    person: AnalystId
    entry: int
    """Number of the entry that shows it."""
    response: Response = "reminder"


@dataclass(frozen=True, slots=True)
class AskOvertime:
    """Ask somebody to stay past the end of their shift."""

    kind: ClassVar[str] = "ask-overtime"
    person: AnalystId
    minutes: int = 30


@dataclass(frozen=True, slots=True)
class Protect:
    """Keep calls, look-ins and questions away from somebody."""

    kind: ClassVar[str] = "protect"
    person: AnalystId
    until: int
    """Minute of the shift."""


@dataclass(frozen=True, slots=True)
class AskManager:
    """Ask your own manager for a person, for an authority, or for time."""

    kind: ClassVar[str] = "ask-manager"
    to: StakeholderId
    need: Need
    task: Task = ""
    """The incident an authority is asked for."""
    what: str = ""
    """The way or permit that is asked for."""
    facts: tuple[str, ...] = ()
    """What speaks for it."""


SHAPES = (OneOnOne, Coach, GiveFeedback, ApplyStandard, AskOvertime, Protect, AskManager)
AnyTeam = OneOnOne | Coach | GiveFeedback | ApplyStandard | AskOvertime | Protect | AskManager
