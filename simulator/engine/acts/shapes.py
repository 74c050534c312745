"""The acts themselves: what a lead can order. Their rules are in the modules of their families.

`Task` is a ticket's id (`desk.17`) or an incident's (`portal`); the two never share an id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from simulator.engine.acts.base import Element, Note  # noqa: TC001 (run files read the types)

TicketId = str
IncidentId = str
Task = str
AnalystId = str
StakeholderId = str

Style = Literal["show", "alongside", "on-call", "hand-over"]
Order = Literal["impact", "oldest", "own"]


@dataclass(frozen=True, slots=True)
class Brief:
    """Brief the team and set the order in which work is pulled."""

    kind: ClassVar[str] = "brief"
    order: Order = "impact"
    why: str = ""
    """A reason offered by the scenario (a fact's id), said with it; "" for none."""


@dataclass(frozen=True, slots=True)
class Triage:
    """Open a ticket and find out what it is really about."""

    kind: ClassVar[str] = "triage"
    ticket: TicketId


@dataclass(frozen=True, slots=True)
class SetPriority:
    """Change a ticket's priority."""

    kind: ClassVar[str] = "set-priority"
    ticket: TicketId
    priority: int


@dataclass(frozen=True, slots=True)
class Link:
    """Link all open duplicates to their incident."""

    kind: ClassVar[str] = "link"
    incident: IncidentId


@dataclass(frozen=True, slots=True)
class Assign:
    """Give a ticket or an incident to one person, with as much freedom as they can use."""

    kind: ClassVar[str] = "assign"
    task: Task
    to: AnalystId
    style: Style = "on-call"
    outcome: str = ""
    """Id of an outcome that the task offers."""
    due: int | None = None
    """Minute by which the outcome is wanted."""
    check_in: int | None = None
    """Minute at which the lead will look in."""
    may: tuple[str, ...] = ()
    """Ids of steps the person may take without asking."""
    beside: AnalystId | None = None
    """A second pair of eyes."""
    note: Note | None = None
    """For a task that somebody else had before."""


@dataclass(frozen=True, slots=True)
class Reassign:
    """Move a task that somebody has to somebody else, with a note or without."""

    kind: ClassVar[str] = "reassign"
    task: Task
    to: AnalystId
    style: Style = "on-call"
    outcome: str = ""
    due: int | None = None
    check_in: int | None = None
    may: tuple[str, ...] = ()
    beside: AnalystId | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class GoAhead:
    """Tell somebody who waits for you to go ahead."""

    kind: ClassVar[str] = "go-ahead"
    task: Task


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Look in on somebody's task."""

    kind: ClassVar[str] = "check-in"
    person: AnalystId


@dataclass(frozen=True, slots=True)
class Take:
    """Work on a ticket, or an incident's next step, yourself."""

    kind: ClassVar[str] = "take"
    task: Task


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the act in hand; a ticket goes back with a note."""

    kind: ClassVar[str] = "leave"


@dataclass(frozen=True, slots=True)
class Message:
    """Write to an audience; the text is rendered from the elements and never stored."""

    kind: ClassVar[str] = "message"
    to: StakeholderId
    """A stakeholder's id, or `desk` for the team."""
    about: IncidentId = ""
    """An incident or a ticket; "" for neither."""
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer an open scene with one of its choices."""

    kind: ClassVar[str] = "answer"
    scene: str
    choice: str


@dataclass(frozen=True, slots=True)
class NotNow:
    """Put an open scene off; its own limit runs on."""

    kind: ClassVar[str] = "not-now"
    scene: str


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Tell a ticket's requester that it was seen; stops its response clock."""

    kind: ClassVar[str] = "acknowledge"
    ticket: TicketId


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask somebody a question."""

    kind: ClassVar[str] = "ask"
    who: str
    """An analyst's or a stakeholder's id."""
    question: str = "how-far"
    """A question of the scenario, or `how-far` (an analyst), `needs` (a stakeholder)."""


@dataclass(frozen=True, slots=True)
class Escalate:
    """Ask somebody above or outside for something that is theirs to do or to allow."""

    kind: ClassVar[str] = "escalate"
    task: Task
    to: StakeholderId
    asks: str = ""
    """The way or permit that is asked for; "" for help."""
    facts: tuple[str, ...] = ()
    """The evidence that goes with it."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Hand the shift over: what is open, promised and known goes to whoever comes next."""

    kind: ClassVar[str] = "hand-over"
    tasks: tuple[Task, ...] = ()
    promises: bool = True
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Declare:
    """Declare an incident, with a severity."""

    kind: ClassVar[str] = "declare"
    incident: IncidentId
    severity: int = 1


@dataclass(frozen=True, slots=True)
class Workaround:
    """Order one of an incident's ways: a workaround, or a rollback that may need a word."""

    kind: ClassVar[str] = "workaround"
    incident: IncidentId
    way: str


@dataclass(frozen=True, slots=True)
class Decide:
    """Record a decision: what, why, from when, and what happens if it fails."""

    kind: ClassVar[str] = "decide"
    what: str
    why: tuple[str, ...] = ()
    threshold: int | None = None
    """Minute from which it holds."""
    if_fails: str = ""


@dataclass(frozen=True, slots=True)
class SendOnBreak:
    """Send somebody on a break."""

    kind: ClassVar[str] = "send-on-break"
    person: AnalystId


@dataclass(frozen=True, slots=True)
class Listen:
    """Sit down with one person and listen."""

    kind: ClassVar[str] = "listen"
    person: AnalystId


@dataclass(frozen=True, slots=True)
class TalkThrough:
    """Talk a conflict through with both of them."""

    kind: ClassVar[str] = "talk-through"
    conflict: str
    words: Literal["behaviour-and-impact", "label"] = "behaviour-and-impact"


@dataclass(frozen=True, slots=True)
class Recognise:
    """Thank somebody for a thing they really did."""

    kind: ClassVar[str] = "recognise"
    person: AnalystId
    entry: int = -1
    """Number of the entry that shows it; -1 for thanks in general."""


@dataclass(frozen=True, slots=True)
class Review:
    """Go through finished work with the person who did it."""

    kind: ClassVar[str] = "review"
    person: AnalystId
    task: Task


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back an act before the clock has moved on."""

    kind: ClassVar[str] = "withdraw"
    number: int
    """The number it was given under."""


SHAPES = (
    Brief, Triage, SetPriority, Link, Assign, Reassign, GoAhead, CheckIn, Take, Leave, Message,
    Answer, NotNow, Acknowledge, Ask, Escalate, HandOver, Declare, Workaround, Decide,
    SendOnBreak, Listen, TalkThrough, Recognise, Review, Withdraw,
)  # fmt: skip
"""Every kind of act, in the order of help pages."""

AnyAct = (
    Brief | Triage | SetPriority | Link | Assign | Reassign | GoAhead | CheckIn | Take | Leave
    | Message | Answer | NotNow | Acknowledge | Ask | Escalate | HandOver | Declare | Workaround
    | Decide | SendOnBreak | Listen | TalkThrough | Recognise | Review | Withdraw
)  # fmt: skip
