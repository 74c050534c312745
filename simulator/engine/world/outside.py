"""Everybody outside the team: what they expect, how they answer, and what they do when let down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.world.contracts import Contract
    from simulator.engine.world.story import Condition
    from simulator.engine.world.values import Span

Audience = Literal["users", "executive", "technicians", "other-team", "vendor", "manager"]


@dataclass(frozen=True, slots=True)
class Answer:
    """How somebody outside the desk answers a request."""

    after: Span
    """Minutes until the answer, by luck, once all that is needed was sent."""
    needs: tuple[str, ...] = ()
    """Facts the request has to hold; without them the answer is a question back."""
    asks_back: int = 10
    """Minutes until that question."""
    works: int = 0
    """Minutes of work after the answer until it is done."""
    done: str = ""
    """The incident step that is then done, as `incident/step`."""
    says: str = ""
    """The answer in words."""
    refuses: str = ""
    """Why not, in words: where something they need is missing, or while `unless` holds."""
    unless: Condition | None = None
    """A request with all that it needs is refused while this holds, when they answer."""
    about: tuple[str, ...] = ()
    """Tasks that are theirs: a request about another comes back, and costs trust; empty for all."""
    not_theirs: str = ""
    """What they say to a request about another task."""


@dataclass(frozen=True, slots=True)
class Patience:
    """What somebody does who was left without a word that was due."""

    after: Span
    """Minutes after the missed word, by luck."""
    scene: str
    """The item of the storyline by which they call or come to the desk."""


@dataclass(frozen=True, slots=True)
class TakeOver:
    """When somebody begins to order the team about during a P1 (I16)."""

    below: int
    """Trust under which it happens, points."""
    scene: str = ""
    """The item of the storyline that opens with it; "" for none."""


@dataclass(frozen=True, slots=True)
class StakeholderSpec:
    """Somebody outside the team who expects something of the desk."""

    id: str
    name: str
    short: str
    audience: Audience
    role: str = ""
    trust: int = 65
    """0 to 100."""
    expects: Mapping[int, int] = field(default_factory=dict)
    """Minutes between updates by priority of an open incident; a priority not named: none."""
    soonest: int | None = None
    """Updates closer together than this, with nothing new in them, are noise (minutes); None for
    `Rules.noise_before`."""
    needs: tuple[str, ...] = ()
    """Facts this person needs in order to decide something."""
    answer: Answer | None = None
    """How a request or an escalation to them is answered."""
    unread: bool = False
    """An address that nobody reads any more: what is sent there is never answered."""
    grants: frozenset[str] = frozenset()
    """Ways out of an incident, permits, and freezes of changes that are theirs to allow."""
    called_from: int = 4
    """The lowest declared severity for which they can be asked, 1 to 4; 4 for anything."""
    contract: Contract | None = None
    gives: frozenset[Literal["person", "time"]] = frozenset()
    """What a manager gives a lead who asks for it."""
    hears_from: Mapping[str, Span] = field(default_factory=dict)
    """Others outside the team whom they talk to, and the minutes until they do, by luck: they hear
    of an incident from them, and compare what each was told."""
    heard: str = ""
    """The item of the storyline that opens when they hear of an incident from somebody else before
    the lead has told them; "" for none."""
    patience: Patience | None = None
    takes_over: TakeOver | None = None
