"""Of one criterion over several people: how easy it was, how far people differ, how it goes along.

A figure that the data cannot give is None, never a guess.
"""

from __future__ import annotations

from statistics import StatisticsError, correlation, covariance, fmean, stdev
from typing import TYPE_CHECKING

from scoring.statistics.f_distribution import incomplete_beta

if TYPE_CHECKING:
    from collections.abc import Sequence


def facility(points: Sequence[float], most: float) -> float | None:
    """Return the mean as a share of the most points there are, 0 to 1; None without anybody."""
    return fmean(points) / most if points and most else None


def spread(points: Sequence[float]) -> float | None:
    """Return the sample standard deviation; None for fewer than two people."""
    return stdev(points) if len(points) > 1 else None


def together(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Return Pearson's correlation; None where one of the two does not vary."""
    try:
        return correlation(one, other)
    except StatisticsError:
        return None


def by_chance(together: float, people: int) -> float | None:
    """Return how often chance alone gives a correlation this far from none, 0 to 1.

    That is the two-sided p of Pearson's r, of so many people drawn from a normal population in
    which the two do not go together. None for fewer than three people.
    """
    if people < 3:
        return None
    return incomplete_beta(max(0.0, 1 - together**2), (people - 2) / 2, 0.5)


def item_rest(item: Sequence[float], totals: Sequence[float]) -> float | None:
    """Return how a criterion goes along with the sum of all others."""
    return together(item, _rest(item, totals))


def efficiency(item: Sequence[float], totals: Sequence[float]) -> float | None:
    """Return the share of the attainable covariance with the rest that is reached, -1 to 1.

    Attainable is that of the same points put in the same order (Moodle's discriminative
    efficiency). None where nothing is attainable.
    """
    rest = _rest(item, totals)
    if len(item) < 2:
        return None
    most = covariance(sorted(item), sorted(rest))
    return covariance(item, rest) / most if most else None


def _rest(item: Sequence[float], totals: Sequence[float]) -> list[float]:
    return [total - points for points, total in zip(item, totals, strict=True)]
