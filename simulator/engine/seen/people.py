"""The team, people outside it, and friction, as the lead sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class AnalystView(NamedTuple):
    """An analyst as the lead sees them."""

    id: str
    name: str
    short: str
    skills: tuple[tuple[str, int], ...]
    place: str
    """desk, talk (with the lead), break, aside (busy away from the queue), away (not in yet, or
    gone home), absent."""
    until: int | None
    """Minute of return from a break or a talk, or of arrival."""
    on: str
    """Task in hand, or ""."""
    since: int
    """Minute since which this holds."""
    parked: tuple[str, ...]
    load: int
    """0 to 4: the bars on screen, from tasks in hand and set aside."""
    signs: tuple[str, ...]
    """Ids of signs: no-break, stretched, short-notes, late-replies."""
    waits_since: int | None
    """Minute since which this person waits for the lead's word."""
    asks: str
    """What for, in words."""
    agreed_check_in: int | None
    idle: int
    """Minutes without work."""
    kept_for: str = ""
    """What this person is kept free for."""
    paired: str = ""
    """Who works side by side with this person."""
    spare: bool = False
    """Whether this person comes only when asked for."""
    limit: int = 0
    """Tasks this person holds at a time; 0 for no limit."""
    phones: bool = False
    """Whether this person answers the telephones."""
    remote: bool = False
    """Whether this person works from home: nobody can walk over to them."""
    call: str = ""
    """on-call, with-visitor or wrap-up; "" for none of these."""
    call_until: int | None = None
    """Minute at which that is likely over."""


@dataclass(frozen=True, slots=True)
class StakeholderView:
    """Somebody outside the team as the lead sees them."""

    id: str
    name: str
    short: str
    audience: str
    role: str
    last_word: int | None
    """Minute of the lead's last message."""
    answers_by: int | None
    """Whether an answer of theirs is awaited: the minute the request was sent."""
    orders: str = ""
    """The incident on which they give the team orders; "" for none."""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Friction that has shown itself."""

    id: str
    between: tuple[str, str]
    sign: str
    since: int
    heard: tuple[str, ...]
    talked: bool
