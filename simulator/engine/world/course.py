"""What the course of an incident may hold beside its steps.

Theories that turn out wrong, early signs, incidents that follow another, a recovery that has to be
confirmed, and the review afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.engine.world.values import Span


@dataclass(frozen=True, slots=True)
class Theory:
    """A possible cause: it takes work to find out whether it is the one (Roblox, 2021)."""

    id: str
    says: str
    """The theory as somebody would put it: `one of the three servers is ill`."""
    minutes: int
    """Median minutes of the test at normal speed."""
    holds: bool = False
    """Whether it is true."""
    skill: str = ""
    """The skill that tests it; "" for the incident's own."""
    hints: tuple[str, ...] = ()
    """Facts any of which brings it to mind; none for one that anybody thinks of at once."""
    reveals: tuple[str, ...] = ()
    """Facts found when the test confirms it."""
    rules_out: str = ""
    """The fact found when the test refutes it; "" for none beside the entry."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What monitoring shows before users notice anything (B68)."""

    says: str
    after: int = 0
    """Minutes since the incident began."""


@dataclass(frozen=True, slots=True)
class Follows:
    """What brings an incident about that would not come by itself."""

    of: str
    """An incident, or a planned change that does harm."""
    what: str = ""
    """The step or way of that incident that broke something or was put in place, or `untouched`;
    "" for anything that makes it worse."""
    minutes: Span | None = None
    """Minutes until it begins, by luck; at once where left out."""
    chance: int = 1000
    """Permille of lucks in which it comes."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """Whether a service that looks back really is."""

    holds: int
    """Permille of lucks in which a mitigation holds."""
    returns: Span
    """Minutes until the trouble shows again, where it does not."""
    monitoring: bool = False
    """Whether monitoring can see it; users always can."""


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that contributed, for the review."""

    id: str
    text: str
    needs: tuple[str, ...] = ()
    """Facts that have to be known: a review can only use what was found."""
    blames: str = ""
    """The analyst whom it makes the cause; "" where it speaks of conditions (I27)."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something that a review can decide to do."""

    id: str
    text: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewSpec:
    """What a review of an incident can find and decide."""

    factors: tuple[Factor, ...]
    remedies: tuple[Remedy, ...] = ()
