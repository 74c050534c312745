"""Acts that say something to somebody, or ask them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from simulator.engine.acts.base import Element  # noqa: TC001 (run files read it)
from simulator.engine.acts.shapes.ids import IncidentId, StakeholderId, Task, TicketId  # noqa: TC001 (run files read them)


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


SHAPES = (Message, Answer, NotNow, Acknowledge, Ask, Escalate, HandOver)
AnyCommunicate = Message | Answer | NotNow | Acknowledge | Ask | Escalate | HandOver
