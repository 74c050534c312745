"""How far two looks at the same people agree: attempts, or two raters of levels."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Weigh = Callable[[int, int], float]

Form = Literal["one-way", "agreement", "consistency"]
"""Cases 1, 2 and 3 of Shrout and Fleiss: looks are others for each person; are the same, and how
high they are counts; are the same, and only the order and distance of people counts."""


class Squares(NamedTuple):
    """Mean squares of people by looks, in the square of the points' unit."""

    people: int
    looks: int
    between: float
    """Between people."""
    by_look: float
    """Between looks."""
    left: float
    """What people and looks together leave."""
    within: float
    """Within people: what they leave alone."""


def mean_squares(rows: Sequence[Sequence[float]]) -> Squares | None:
    """Return where the differences lie; a row a person, a column a look.

    None for fewer than two people or looks.
    """
    people, looks = len(rows), len(rows[0]) if rows else 0
    if people < 2 or looks < 2:
        return None
    mean = fmean(value for row in rows for value in row)
    between = looks * sum((fmean(row) - mean) ** 2 for row in rows)
    by_look = people * sum((fmean(column) - mean) ** 2 for column in zip(*rows, strict=True))
    total = sum((value - mean) ** 2 for row in rows for value in row)
    return Squares(
        people, looks, between / (people - 1), by_look / (looks - 1),
        (total - between - by_look) / ((people - 1) * (looks - 1)),
        (total - between) / (people * (looks - 1)),
    )  # fmt: skip


def icc(
    rows: Sequence[Sequence[float]], form: Form = "agreement", of_means: bool = False
) -> float | None:
    """Return the intraclass correlation of a single look, or of the mean of all looks.

    A row a person, a column a look. None for fewer than two people or looks, or where people do
    not differ. (Shrout and Fleiss 1979)
    """
    found = mean_squares(rows)
    if found is None:
        return None
    noise = found.within if form == "one-way" else found.left
    shift = (found.by_look - found.left) / found.people if form == "agreement" else 0.0
    looks = 1 if of_means else found.looks
    below = found.between + (0 if of_means else found.looks - 1) * noise + looks * shift
    return (found.between - noise) / below if found.between and below else None


def squared(one: int, other: int) -> float:
    """Return a difference of levels as its square: far ones count most."""
    return float((one - other) ** 2)


def linear(one: int, other: int) -> float:
    """Return a difference of levels as it is."""
    return float(abs(one - other))


def any_difference(one: int, other: int) -> float:
    """Return 1 for any difference of levels, however small: kappa without weights."""
    return float(one != other)


def disagreement(table: Sequence[Sequence[float]], weigh: Weigh) -> tuple[float, float]:
    """Return the weight of the differences of two raters, as found and as expected by chance.

    The table counts (or shares) what the first said by row and the second by column. There has
    to be something in it.
    """
    whole = sum(map(sum, table))
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    found = expected = 0.0
    for i, row in enumerate(table):
        for j, count in enumerate(row):
            weight = weigh(i, j)
            found += weight * count / whole
            expected += weight * rows[i] * columns[j] / whole**2
    return found, expected


def weighted_kappa(table: Sequence[Sequence[float]], weigh: Weigh = squared) -> float | None:
    """Return the agreement of two raters of ordered levels beyond chance, 1 for full.

    The table is as for `disagreement`, and `weigh` says what a difference of two places in it
    weighs. None of nothing, and where chance leaves no disagreement. (Cohen 1968)
    """
    if not any(map(sum, table)):
        return None
    found, expected = disagreement(table, weigh)
    return 1 - found / expected if expected else None


def merged(levels: Sequence[int]) -> int:
    """Return one level for those that several raters gave: the median, halves rounded up.

    0, which is no level, for none. (Open edX ORA2)
    """
    if not levels:
        return 0
    ordered, half = sorted(levels), len(levels) // 2
    if len(ordered) % 2:
        return ordered[half]
    return -(-(ordered[half - 1] + ordered[half]) // 2)
