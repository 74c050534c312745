"""What the parts of a snapshot look like: rows, people, promises, lines. All frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["", "took", "done", "loud", "back", "alert", "stop"]
"""A line of the strip: the team's routine, addressed to you, a service that works again, an act
that came to nothing, what the clock stopped for."""
Tone = Literal["", "alert", "warn", "quiet"]
"""How a line is coloured; the same always stands there in words or signs too."""


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row of the queue: a ticket, or an incident with its linked tickets folded in."""

    key: str
    """Ticket's or incident's id."""
    mark: str
    """● for what burns, ! for a missed target, « for what came back, "" for the rest."""
    number: str
    priority: str
    subject: str
    who: str
    left: str
    extra: str
    """What a wide screen has room for: who asked, and how."""
    tone: Tone = ""
    incident: bool = False


@dataclass(frozen=True, slots=True)
class PersonShown:
    """One member of the team: a line, and a line for what presses, for roles and for signs."""

    id: str
    short: str
    load: int
    """0 to 4."""
    doing: str
    waits: str
    """`WAITS FOR YOU 8 min`, or ""."""
    signs: str
    """`no break yet, stretched`, or ""."""
    roles: str = ""
    """`incident lead, scribe`, or ""."""

    @property
    def below(self) -> tuple[str, ...]:
        """What stands in lines of its own under the name."""
        return tuple(line for line in (self.waits, self.roles, self.signs) if line)


@dataclass(frozen=True, slots=True)
class PromiseShown:
    """A word that is owed, or a look-in that was agreed."""

    clock: str
    to: str
    left: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class StripShown:
    """Something that happened."""

    clock: str
    text: str
    sort: Sort = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """What the clock stopped for where it ran until something needs the lead."""

    at: int
    """Minute of the shift."""
    text: str
