"""How much of the differences between people is more than noise: alpha, its interval, the error."""

from __future__ import annotations

from math import sqrt
from statistics import variance
from typing import TYPE_CHECKING

from scoring.statistics.f_distribution import quantile

if TYPE_CHECKING:
    from collections.abc import Sequence


def alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Return Cronbach's alpha of people's points, a row a person; it may be negative.

    None for fewer than two people or items, or where totals do not vary.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    whole: float = variance([sum(row) for row in rows])
    single: float = sum(variance(column) for column in zip(*rows, strict=True))
    return alpha_of(len(rows[0]), single, whole)


def alpha_of(items: int, single: float, whole: float) -> float | None:
    """Return alpha of two or more items from the sum of their variances and that of the totals.

    None where totals do not vary.
    """
    return items / (items - 1) * (1 - single / whole) if whole else None


def alpha_interval(value: float, people: int, items: int) -> tuple[float, float] | None:
    """Return Feldt's 95 % interval of an alpha; None for fewer than three people or two items."""
    if people < 3 or items < 2:
        return None
    first, second = people - 1, (people - 1) * (items - 1)
    low, high = (1 - (1 - value) * quantile(at, first, second) for at in (0.975, 0.025))
    return low, high


def standard_error(spread: float, reliability: float) -> float:
    """Return the standard error of measurement; with a negative reliability it exceeds the spread.

    `spread` is the standard deviation of the totals, and the error is in its unit.
    """
    return spread * sqrt(1 - reliability)
