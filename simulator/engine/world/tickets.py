"""Tickets as a scenario describes them: kinds, single written ones, and the profile of a queue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.log import Value
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
    """Median minutes at 100 % speed; the mean where efforts are exponential."""
    difficulty: int = 2
    """The skill that does it at normal speed, 0 to 5."""
    spread: int = -1
    """Sigma of the lognormal, thousandths; 0 is exact, -1 takes `Rules.effort_sigma`."""
    exponential: bool = False
    """Whether efforts are exponential around their mean; lognormal otherwise."""
    quick: int = 0
    """Share of tickets that are quick work, permille."""
    quick_effort: int = 0
    """Median minutes of the quick ones at 100 % speed."""
    channel: Channel = "portal"
    service: str = ""
    logged: int = 3
    """Priority as logged, 1 to 4."""
    true: int = 3
    """Priority that triage finds, 1 to 4."""
    drawn: Literal["", "logged", "both"] = ""
    """Which of the two a profile's priorities decide, ticket by ticket."""
    impact: int = 0
    """1 high to 3 low, as triage finds it; 0 where the scenario gives the priority alone."""
    urgency: int = 0
    """The same."""
    body: str = ""
    requester: str = ""
    finds: tuple[str, ...] = ()
    """Facts that triage uncovers."""
    outcomes: tuple[tuple[str, str], ...] = ()
    """Outcomes that can be asked for when it is given away: id and words."""
    approval: str = ""
    """Id of the approval that has to be given before it is done; "" for none (B8, B124)."""
    arrives: Mapping[str, Value] = field(init=False, repr=False, compare=False)
    """What the log says of every arrival of this kind; shared by all of them."""

    def __post_init__(self) -> None:
        """Write down once what each arrival repeats."""
        told: dict[str, Value] = {
            "logged": self.logged, "channel": self.channel, "skill": self.skill,
        }  # fmt: skip
        if self.service:
            told["service"] = self.service
        object.__setattr__(self, "arrives", told)


@dataclass(frozen=True, slots=True)
class TicketSpec:
    """One ticket that the scenario names."""

    id: str
    kind: TicketKind
    at: Moment
    returns: int | None = None
    """Chance of a return, permille, instead of the rule's."""
    part_of: str = ""
    """The incident it is one of the contacts of; "" for none."""
    sent_back_by: tuple[str, ...] = ()
    """Who had it before the shift and put it back: they do not take it up unasked."""


@dataclass(frozen=True, slots=True)
class PriorityShare:
    """How often a desk meets a true priority, and as what it is logged."""

    true: int
    """Priority that triage finds, 1 to 4."""
    share: int
    """Of all tickets, permille."""
    logged: tuple[int, ...]
    """Of those, how many are logged P1 to P4, permille."""


@dataclass(frozen=True, slots=True)
class Callers:
    """The people who call a desk, in two sorts: few who call often, and the others."""

    people: int
    busiest: int
    """Share of tickets that the busiest tenth of them raises, permille."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A queue as a real desk sees it: so many a day, shaped by weekday and hour, in bursts."""

    per_day: int
    """Tickets on a mean business day."""
    hourly: tuple[int, ...]
    """Share of the day per hour of the day, 24 values in hundredths of a percent."""
    mix: tuple[tuple[TicketKind, int], ...]
    """Kinds with their share, permille."""
    dispersion: int = 20
    """Variance over mean of hourly counts, tenths; 10 is a Poisson queue (N2.1: 30)."""
    backlog: tuple[TicketSpec, ...] = ()
    """Tickets that wait when the shift begins."""
    weekly: tuple[int, ...] = (100,) * 7
    """Monday to Sunday against the mean business day, percent."""
    weekend: tuple[int, ...] = ()
    """The same as `hourly`, on Saturday and Sunday; empty where the hours are the same."""
    steady: int = 0
    """Ten-thousandths of tickets an hour, at all hours and without bursts, instead of a day."""
    priorities: tuple[PriorityShare, ...] = ()
    callers: Callers | None = None
