"""The people of a scenario's team: analysts, and what stands between two colleagues."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.world.story import Condition

Habit = Literal[
    "oldest-first",
    "easiest-first",
    "own-skill-first",
    "takes-every-p1",
    "waits-to-be-asked",
    "keeps-own-order",
    "skips-breaks",
    "stays-past-shift",
    "full-notes",
    "thorough",
    "acts-alone",
]
"""How an analyst behaves when nobody says otherwise.

`takes-every-p1` opens an incident unasked as soon as it is known · `keeps-own-order` means that a
briefed order does not replace the habit · `thorough` works 8 % slower · `acts-alone` goes on
without a word from the lead after `Rules.patience` minutes.
"""


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says when listened to while a condition holds."""

    when: Condition
    says: str
    hears: tuple[str, ...] = ()
    """Facts learned with it."""


@dataclass(frozen=True, slots=True)
class AnalystSpec:
    """One member of the team as the shift begins."""

    id: str
    name: str
    short: str
    skills: Mapping[str, int]
    """0 to 5; a skill that is not named is 1."""
    role: str = "analyst"
    wants: str = ""
    """What this person would like, for the briefing; nobody says it aloud."""
    confidence: Mapping[str, int] = field(default_factory=dict)
    """0 to 5 per skill, this person's own opinion; the skill itself where not named."""
    speeds: Mapping[str, int] = field(default_factory=dict)
    """Speed per skill, percent, instead of pace and skill; a skill that is not named: cannot."""
    pace: int = 0
    """Own pace, percent; 0 draws it from `Rules.pace` with the seed."""
    habits: frozenset[Habit] = frozenset()
    arrives: int = 0
    leaves: int | None = None
    """Minutes since the shift began; None stays to its end."""
    breaks: tuple[int, ...] = ()
    """Minutes at which a break is due."""
    limit: int = 0
    """Tasks this person holds at a time, in hand and set aside; 0 for no limit. (DESIGN 3)"""
    stress: int = 30
    """0 to 100."""
    morale: int = 65
    """0 to 100."""
    trust: int = 60
    """Trust in the lead, 0 to 100."""
    absent: int = 0
    """Chance of calling in sick for the whole shift, permille, by seed."""
    must_leave: bool = False
    """Whether this person has to leave on time, whoever asks."""
    remote: bool = False
    """Whether this person works from home: what is said in the room reaches them late. (B100)"""
    spare: bool = False
    """Whether this person comes only when the lead's manager sends them."""
    hears: tuple[str, ...] = ()
    """Facts learned by listening to this person."""
    says: str = ""
    """What this person says when listened to."""
    instead: tuple[Saying, ...] = ()
    """What they say, and what is learned, while one of these holds: the first that does."""


@dataclass(frozen=True, slots=True)
class ConflictSpec:
    """Friction between two colleagues as the shift begins."""

    id: str
    between: tuple[str, str]
    friction: int
    """0 to 100."""
    sign_at: int
    """The minute of the first sign the lead can see."""
    sign: str
    """That sign in words."""
    issue: str = ""
    """Behaviour and impact, named without labels: the talk's own words."""
