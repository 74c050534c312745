"""Tickets as a scenario describes them: kinds, single written ones, and the profile of a queue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from simulator.engine.world.values import Moment

Channel = Literal["phone", "portal", "chat", "walk-up"]


@dataclass(frozen=True, slots=True)
class TicketKind:
    """What tickets of one sort have in common."""

    id: str
    subjects: tuple[str, ...]
    """One is chosen per ticket, by seed."""
    skill: str
    effort: int
    """Median minutes at 100 % speed."""
    difficulty: int = 2
    """The skill that does it at normal speed, 0 to 5."""
    spread: int = -1
    """Sigma of the lognormal, thousandths; 0 is exact, -1 takes `Rules.effort_sigma`."""
    channel: Channel = "portal"
    service: str = ""
    logged: int = 3
    """Priority as logged, 1 to 4."""
    true: int = 3
    """Priority that triage finds, 1 to 4."""
    body: str = ""
    requester: str = ""
    finds: tuple[str, ...] = ()
    """Facts that triage uncovers."""
    outcomes: tuple[tuple[str, str], ...] = ()
    """Outcomes that can be asked for when it is given away: id and words."""


@dataclass(frozen=True, slots=True)
class TicketSpec:
    """One ticket that the scenario names."""

    id: str
    kind: TicketKind
    at: Moment
    returns: int | None = None
    """Chance of a return, permille, instead of the rule's."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A queue as a real desk sees it: so many a day, shaped by the hour, in bursts."""

    per_day: int
    """Tickets on a business day."""
    hourly: tuple[int, ...]
    """Share of the day per hour of the day, 24 values in hundredths of a percent."""
    mix: tuple[tuple[TicketKind, int], ...]
    """Kinds with their share, permille."""
    dispersion: int = 20
    """Variance over mean of hourly counts, tenths; 10 is a Poisson queue (N2.1: 30)."""
    backlog: tuple[TicketSpec, ...] = ()
    """Tickets that wait when the shift begins."""
