"""Whether the bands of a criterion's levels fit together: no gap, no overlap, one direction."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.rubric import Band, Criterion

TOPS = {"permille": 1000, "points": 3}
"""Highest possible figure by unit, for units that have one."""


def band_problems(bands: Sequence[tuple[int, Band | None]], top: int | None = None) -> list[str]:
    """Return what is wrong with a set of bands, in plain words; empty when they fit.

    `bands` are pairs of a level and its band. Together they must hold each figure from 0 to `top`
    (None: without end) exactly once, and get better in one direction only.
    """
    given = [(0 if band[0] is None else band[0], band[1], level) for level, band in bands if band]
    if not given:
        return ["no level has a band"]
    problems = [
        f"the band of level {level} ends before it begins"
        for low, high, level in given
        if high is not None and high < low
    ]
    if problems:
        return problems
    given.sort(key=lambda row: row[0])
    if given[0][0] > 0:
        problems.append(f"figures below {given[0][0]} earn no level")
    for (_, high, level), (low, _, other) in itertools.pairwise(given):
        if high is None or high >= low:
            problems.append(f"the bands of levels {level} and {other} overlap at {low}")
        elif high + 1 < low:
            gap = f"figure {high + 1}" if high + 2 == low else f"figures {high + 1} to {low - 1}"
            problems.append(f"{gap} between levels {level} and {other} earn no level")
    last = given[-1][1]
    if last is not None and (top is None or last < top):
        problems.append(f"figures above {last} earn no level")
    order = [level for _, _, level in given]
    if len(set(order)) != len(order):
        problems.append("a level has two bands")
    elif order not in (sorted(order), sorted(order, reverse=True)):
        problems.append("the levels do not get better in one direction")
    return problems


def level_problems(criterion: Criterion, top: int | None = None) -> list[str]:
    """Return what is wrong with a criterion's levels; empty when they fit."""
    if sorted(level.value for level in criterion.levels) != [1, 2, 3, 4]:
        return ["a criterion has the levels 4, 3, 2 and 1, each once"]
    problems = band_problems([(level.value, level.band) for level in criterion.levels], top)
    bandless = [level.value for level in criterion.levels if level.band is None]
    if criterion.basis.kind == "author":
        if criterion.level(1).band is not None:
            problems.append("on the author's judgement alone only an unused window earns level 1")
        if criterion.must_not:
            problems.append("a must-not needs a published or a panel's basis")
    if not criterion.must_not:
        problems += [
            f"level {value} has no band"
            for value in bandless
            if value != 1 and criterion.measure not in ("choice-credit", "pattern")
        ]
        if 1 in bandless and criterion.basis.kind != "author" and not criterion.windows:
            problems.append("level 1 has no band")
    return problems
