"""How far two looks at the same people agree: attempts, or two raters of levels."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def icc(rows: Sequence[Sequence[float]]) -> float | None:
    """Return the intraclass correlation, two-way, absolute agreement, of a single look.

    A row a person, a column a look (ICC(2,1) of Shrout and Fleiss). None for fewer than two people
    or looks, or where people do not differ.
    """
    people, looks = len(rows), len(rows[0]) if rows else 0
    if people < 2 or looks < 2:
        return None
    mean = fmean(value for row in rows for value in row)
    between = looks * sum((fmean(row) - mean) ** 2 for row in rows)
    by_look = people * sum((fmean(column) - mean) ** 2 for column in zip(*rows, strict=True))
    total = sum((value - mean) ** 2 for row in rows for value in row)
    msb, msj = between / (people - 1), by_look / (looks - 1)
    mse = (total - between - by_look) / ((people - 1) * (looks - 1))
    below = msb + (looks - 1) * mse + looks * (msj - mse) / people
    return (msb - mse) / below if msb and below else None


def weighted_kappa(table: Sequence[Sequence[float]]) -> float | None:
    """Return the agreement of two raters of ordered levels beyond chance, 1 for full.

    The table counts (or shares) what the first said by row and the second by column; a difference
    weighs its square (Cohen). None where chance leaves no disagreement.
    """
    whole = sum(map(sum, table))
    if not whole:
        return None
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    found = expected = 0.0
    for i, row in enumerate(table):
        for j, count in enumerate(row):
            weight = (i - j) ** 2
            found += weight * count / whole
            expected += weight * rows[i] * columns[j] / whole**2
    return 1 - found / expected if expected else None


def merged(levels: Sequence[int]) -> int:
    """Return one level for those that several raters gave: the median, halves rounded up.

    There has to be one. (Open edX ORA2)
    """
    ordered, half = sorted(levels), len(levels) // 2
    if len(ordered) % 2:
        return ordered[half]
    return -(-(ordered[half - 1] + ordered[half]) // 2)
