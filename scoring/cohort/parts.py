"""The parts of a cohort's report, as values; what is None is not told of so few people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.cohort.groups import Key, What

Depth = Literal["few", "indicative", "full"]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a group. What is None is not told of so few, or the data cannot give it."""

    what: What
    of: str
    """The competency's or criterion's id, "" for the score."""
    people: int
    """Those who have it."""
    mean: float
    """Of a score out of 100, or of a level."""
    median: int
    facility: float | None
    """Mean points as a share of the most."""
    percent_acceptable: int | None
    spread: float | None = None
    """Standard deviation."""
    middle_half: tuple[int, int] | None = None
    """Half of the people lie between."""
    percent_by_level: Mapping[int, int] | None = None
    """Of all people of the group, 4 first."""
    percent_unobserved: Mapping[str, int] | None = None
    """Of all people of the group, by why there was no level."""
    with_rest: float | None = None
    """Correlation with the sum of the other criteria."""
    by_chance: float | None = None
    """How often chance alone gives a correlation this far from none, 0 to 1; of many people."""
    efficiency: float | None = None
    """Share of the covariance with the rest that could be reached."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How much of the differences between people is more than noise."""

    people: int
    items: int
    alpha: float | None
    interval: tuple[float, float] | None
    """95 %."""
    error: float | None
    """Standard error of measurement, in points of all items together."""
    of: int
    """The most points there are."""


@dataclass(frozen=True, slots=True)
class Change:
    """From a first try to a second on another seed."""

    people: int
    mean: float
    """Points of 100."""
    spread: float | None = None
    share_of_room_by_means: float | None = None
    mean_share_of_room: float | None = None
    without_room: int | None = None
    percent_beyond_noise: tuple[int, int] | None = None
    """Whole percent whose change is more than noise: downwards, upwards."""
    icc: float | None = None
    """Absolute agreement of the two tries."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far trainers' levels agree with the engine's."""

    judged: int
    percent_same: int
    kappa: float | None
    """Squared weights."""


@dataclass(frozen=True, slots=True)
class GroupReport:
    """One group; without lines where there are too few people."""

    key: Key
    people: int | None
    depth: Depth | None
    lines: tuple[Line, ...] = ()
    reliability: Reliability | None = None
    change: Change | None = None
    agreement: Agreement | None = None


@dataclass(frozen=True, slots=True)
class CohortReport:
    """All groups of a cohort."""

    groups: tuple[GroupReport, ...]
    across: Reliability | None = None
    """Over the scores of the scenarios that the same people have played."""
    by_script: int = 0
    """Shifts that a script played: they were handed in, and count nowhere."""
