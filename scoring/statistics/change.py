"""From a first try to a second: by how much, of what was left, and whether it is more than noise.

It is called change. A second try knows the shift, or one like it, and there is no group that did
without: nothing here shows that somebody learned.
"""

from __future__ import annotations

from math import sqrt
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[float, float]
"""What somebody had in the first try and in the second."""
NOISE = 1.96
"""Standard errors of a difference within which 95 % of pure noise lies (Jacobson and Truax)."""


def share_of_room_by_means(pairs: Sequence[Pair], most: float) -> float | None:
    """Return the change of the mean as a share of what was left to the most there is.

    None without anybody, or where the first mean was the most. (Hake 1998, of a class)
    """
    if not pairs:
        return None
    first, second = (fmean(points) for points in zip(*pairs, strict=True))
    return (second - first) / (most - first) if first < most else None


def mean_share_of_room(pairs: Sequence[Pair], most: float) -> tuple[float | None, int]:
    """Return the mean of everybody's own share, and how many had no room and are left out.

    It is another number than the share by means.
    """
    shares = [(second - first) / (most - first) for first, second in pairs if first < most]
    return (fmean(shares) if shares else None), len(pairs) - len(shares)


def reliable_change(change: float, error: float) -> float | None:
    """Return a change in standard errors of a difference; None without an error.

    `error` is the standard error of measurement. More than `NOISE` either way is more than noise.
    """
    return change / (sqrt(2) * error) if error > 0 else None


def smallest_reliable(error: float) -> float:
    """Return the smallest change that is more than noise, in the unit of the error."""
    return NOISE * sqrt(2) * error
