"""Acts that give work away, follow it, or take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from simulator.engine.acts.base import Note  # noqa: TC001 (run files read it)
from simulator.engine.acts.shapes.ids import AnalystId, Style, Task  # noqa: TC001 (run files read them)


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
    expires: int | None = None
    """For a ticket: the minute at which the approval lapses; None for never."""


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
class Withdraw:
    """Take back an act before the clock has moved on."""

    kind: ClassVar[str] = "withdraw"
    number: int
    """The number it was given under."""


SHAPES = (Assign, Reassign, GoAhead, CheckIn, Take, Leave, Withdraw)
AnyDelegate = Assign | Reassign | GoAhead | CheckIn | Take | Leave | Withdraw
