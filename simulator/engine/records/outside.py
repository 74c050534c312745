"""People outside the team: what they were told, and what they were promised."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.records import NOBODY
from simulator.engine.records.base import Record


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing an audience was told."""

    at: int
    about: str
    element: str
    wording: str
    minute: int | None
    """The time it names."""
    entry: int


@dataclass(slots=True, eq=False)
class Stakeholder(Record):
    """Somebody outside the team."""

    owner: object
    id: str
    trust: int
    last_word: int = -1
    told: tuple[str, ...] = ()
    """Facts and states this person has been told."""
    about: tuple[str, ...] = ()
    """Incidents this person has had a word on."""
    due: int = -1
    """Minute by which the next word is expected."""
    promised: bool = False
    """Whether that minute was named by the lead."""
    asked_at: int = -1
    asked_task: str = NOBODY
    asked_for: str = ""
    awaited: int = -1
    """Entry of the request whose answer is planned; answers to others are void."""
    owed_at: int = -1
    """Minute by which a contract owes the answer; -1 for no contract."""
    asks: int = 0
    answered: int = 0
    """How many requests were answered: the occasion of the next one's chance."""
    replied: bool = False
    """Whether the last request had its yes or no; a question back is neither."""
    said: tuple[Saying, ...] = ()
    """What this person was told, where somebody could compare it."""
    heard: int = 0
    """How many talks with others were planned: the occasion of the next one's chance."""
    waited: int = 0
    """How often this person's patience began to run: the occasion of the next one's chance."""
    orders: str = ""
    """The incident on which this person orders the team about; "" for none."""
    version: int = 0


@dataclass(slots=True, eq=False)
class Promise(Record):
    """A word that is owed."""

    owner: object
    id: int
    to: str
    about: str
    due: int
    what: str
    entry: int
    state: str = "open"
    """open, kept, broken."""
