"""Incidents and planned changes as the lead sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class IncidentView(NamedTuple):
    """An incident that is suspected or declared."""

    id: str
    name: str
    service: str
    skill: str
    difficulty: int
    declared: bool
    severity: int
    known_since: int
    state: str
    """open, mitigated, resolved."""
    who: str
    beside: str
    style: str
    unasked: bool
    """Whether its person took it without being asked."""
    halted_since: int | None
    asks: str
    """What the person asks for: a permit's id, `next-step`, or ""."""
    question: str
    """The same in words."""
    due: int | None
    left: int
    """Minutes to the resolution target."""
    linked: int
    unlinked: int
    permits: tuple[tuple[str, str], ...]
    outcomes: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
    worse_until: int | None
    """Everybody is out until this minute."""
    theories: tuple[tuple[str, str, str], ...] = ()
    """Theories the lead can think of: id, words, and open, testing, confirmed or ruled-out."""
    in_place: tuple[str, ...] = ()
    """Ways out that are in place."""
    verified: bool = False
    """Whether users have confirmed that it is back."""
    joined: tuple[str, ...] = ()
    """Who was brought onto it beside its person."""
    roles: tuple[tuple[str, str], ...] = ()
    """Roles in force that the lead gave away: lead, communications or scribe, and who has it."""
    unbroken: bool = False
    """Whether nothing has failed: what is to be done comes before that."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A planned change that the lead knows of."""

    id: str
    text: str
    at: int
    """The minute it is planned for."""
    by: str
    frozen: bool
    made: bool
    allowed_by: str
    """The stakeholder who can hold it back; "" for the lead."""
