"""Quantiles of the F distribution, from the incomplete beta function (Lentz's continued fraction).

Enough figures for an interval that is printed to two.
"""

from __future__ import annotations

from math import exp, lgamma, log

MOST_TERMS = 1000
CLOSE = 1e-12
SMALLEST = 1e-300
"""Stands in for a denominator of nothing."""


def quantile(share: float, first: int, second: int) -> float:
    """Return the value that a share of an F distribution with these degrees of freedom is below.

    The share lies between 0 and 1, both left out; degrees of freedom are 1 or more.
    """
    low, high = 0.0, 1.0
    while high - low > CLOSE * high:
        middle = (low + high) / 2
        if incomplete_beta(middle, first / 2, second / 2) < share:
            low = middle
        else:
            high = middle
    return second * high / (first * (1 - high))


def incomplete_beta(at: float, first: float, second: float) -> float:
    """Return the regularised incomplete beta function, 0 to 1, for `at` from 0 to 1."""
    if at <= 0:
        return 0.0
    if at > (first + 1) / (first + second + 2):
        return 1 - incomplete_beta(1 - at, second, first)
    front = exp(
        lgamma(first + second) - lgamma(first) - lgamma(second)
        + first * log(at) + second * log(1 - at)
    )  # fmt: skip
    return front * _fraction(at, first, second) / first


def _fraction(at: float, first: float, second: float) -> float:
    up, down = 1.0, 1 / _safe(1 - (first + second) * at / (first + 1))
    value = down
    for term in range(1, MOST_TERMS):
        twice = first + 2 * term
        even = term * (second - term) * at / ((twice - 1) * twice)
        odd = -(first + term) * (first + second + term) * at / (twice * (twice + 1))
        for part in (even, odd):
            down = 1 / _safe(1 + part * down)
            up = _safe(1 + part / up)
            value *= down * up
        if abs(down * up - 1) < CLOSE:
            break
    return value


def _safe(number: float) -> float:
    return number if abs(number) > SMALLEST else SMALLEST
