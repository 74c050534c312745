"""The lines of plain mode that are not acts: time, looking, help, leaving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Wait:
    """Let the clock run to a minute of the shift."""

    until: int


@dataclass(frozen=True, slots=True)
class Next:
    """Let the clock run until something needs the lead."""


@dataclass(frozen=True, slots=True)
class Look:
    """Show something; looking costs no minutes."""

    what: str
    """A key of `LOOKS`."""
    about: tuple[str, ...] = ()
    """Ids, where it is about something."""


@dataclass(frozen=True, slots=True)
class Help:
    """Explain the language, or one act."""

    topic: str = ""


@dataclass(frozen=True, slots=True)
class Save:
    """Say where the run is kept."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave; the run can be resumed."""


Control = Wait | Next | Look | Help | Save | Quit

LOOKS: Mapping[str, str] = {
    "look": "everything at a glance",
    "queue": "the open tickets, most pressing first",
    "ticket": "one ticket in full: ticket 204",
    "team": "the team, where they are and what shows",
    "who": "one person: who priya",
    "people": "the people outside the team",
    "incidents": "what is broken, and the ways out",
    "facts": "what you know",
    "promises": "what you owe",
    "agenda": "what you are busy with, and what comes after",
    "scenes": "what waits for an answer",
    "questions": "what you can ask somebody: questions marta",
    "messages": "the wordings for a message: messages cfo portal",
    "decisions": "what can be decided aloud",
    "conflicts": "what has shown between people",
    "log": "what happened, with the numbers that thank needs: log 20",
}
"""What can be looked at."""

OTHERS: Mapping[str, str] = {
    "wait": "let the clock run, until somebody wants you: wait 5, wait until 08:40",
    "next": "let the clock run until something needs you",
    "help": "this page; help assign explains one act",
    "save": "say where this run is kept (every act is kept at once)",
    "quit": "leave; play --resume goes on at the same minute",
}
"""The other controls."""
