"""Findings about criteria: those that tell nobody apart, and where the shifts would draw the line.

A threshold between good and careless scripts is where a line can stand, not where it has to: what
is acceptable is for practice and its sources to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.measures import MEASURES
from simulator.runs.balance.trials import Finding, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.rubric import Criterion
    from simulator.runs.balance.trials import Trial, Trials

ACCEPTABLE = 3
"""Level from which a criterion counts as met."""

FEWEST = 5
"""Figures on each side below which no threshold is suggested."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """Where the figures of good and of careless leads part."""

    criterion: str
    reference: tuple[int, int, int]
    """Quartiles of the reference leads' figures."""
    careless: tuple[int, int, int]
    now: int
    """The last figure that is acceptable in the rubric."""
    suggested: int | None
    """The last figure that would be, half way between them; None where the figures overlap."""
    less: bool
    """Whether less is better."""

    def record(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {
            "criterion": self.criterion,
            "reference": list(self.reference),
            "careless": list(self.careless),
            "now": self.now,
            "suggested": self.suggested,
        }


def about_criteria(trials: Trials) -> Iterator[Finding]:
    """Yield what the levels show, criterion by criterion in the rubric's order."""
    for criterion in trials.rubric.criteria:
        yield from _always_or_never(trials, criterion)
    for threshold in thresholds(trials):
        yield from _misplaced(threshold, trials)


def _always_or_never(trials: Trials, criterion: Criterion) -> Iterator[Finding]:
    levels = _levels(trials.all, criterion.id)
    good = _levels(trials.reference, criterion.id)
    met = [level for level in levels if level >= ACCEPTABLE]
    if not levels:
        yield Finding(
            "B609", f'criterion "{criterion.id}" never had an opportunity',
            counted(0, len(trials.all)),
        )  # fmt: skip
    elif len(met) == len(levels) and not criterion.must_not:
        yield Finding(
            "B610", f'criterion "{criterion.id}" was met by every lead, careless ones too: '
            "it tells nobody apart", counted(len(met), len(levels)),
        )  # fmt: skip
    elif good and max(good) < ACCEPTABLE:
        best = max(good)
        yield Finding(
            "B611", f'criterion "{criterion.id}" was met by no reference lead: the best level was '
            f"{best}", counted(0, len(good)),
        )  # fmt: skip
    elif (highest := max(level.value for level in criterion.levels)) > max(levels):
        yield Finding(
            "B619", f'level {highest} of criterion "{criterion.id}" was reached by no lead: the '
            f"best was {max(levels)}", counted(0, len(levels)),
        )  # fmt: skip


def _levels(shifts: Sequence[Trial], criterion: str) -> list[int]:
    found = [
        shift.run.criteria[criterion][0] for shift in shifts if criterion in shift.run.criteria
    ]
    return [level for level in found if level is not None]


def thresholds(trials: Trials) -> Iterator[Threshold]:
    """Yield what the figures suggest, for each criterion with enough of them on both sides."""
    for criterion in trials.rubric.criteria:
        now, measure = _line(criterion), MEASURES.get(criterion.measure)
        reference = _figures(trials.reference, criterion.id)
        careless = _figures(trials.careless, criterion.id)
        if now is None or measure is None or min(len(reference), len(careless)) < FEWEST:
            continue
        good, bad = quartiles(reference), quartiles(careless)
        # The worse quarter of the good begins here, the better quarter of the careless there.
        less = measure.better == "less"
        ends, begins = (good[2], bad[0]) if less else (good[0], bad[2])
        parted = ends < begins if less else ends > begins
        half = (ends + begins) // 2 if less else -((-ends - begins) // 2)
        yield Threshold(criterion.id, good, bad, now, half if parted else None, less)


def _line(criterion: Criterion) -> int | None:
    """Return the last figure that is acceptable; None where no figure is the last."""
    measure = MEASURES.get(criterion.measure)
    if measure is None or criterion.must_not:
        return None
    less = measure.better == "less"
    ends = [
        band[1] if less else band[0]
        for level in criterion.levels
        if level.value >= ACCEPTABLE and (band := level.band) is not None
    ]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(ends):
        return None
    return max(known) if less else min(known)


def _figures(shifts: Sequence[Trial], criterion: str) -> list[int]:
    found = [
        shift.run.criteria[criterion][1] for shift in shifts if criterion in shift.run.criteria
    ]
    return sorted(figure for figure in found if figure is not None)


def quartiles(ordered: Sequence[int]) -> tuple[int, int, int]:
    """Return the lower quartile, the median and the upper quartile, each one of the values."""
    last = len(ordered) - 1
    return ordered[last // 4], ordered[last // 2], ordered[(3 * last + 3) // 4]


def _misplaced(threshold: Threshold, trials: Trials) -> Iterator[Finding]:
    """Yield a finding where the rubric's line leaves most of one side on the wrong side of it."""
    if threshold.suggested is None:
        return
    good = _within(threshold, _figures(trials.reference, threshold.criterion))
    bad = _within(threshold, _figures(trials.careless, threshold.criterion))
    if 2 * sum(good) < len(good) or 2 * sum(bad) > len(bad):
        yield Finding(
            "B612",
            f'criterion "{threshold.criterion}": {threshold.now} is the last acceptable figure, '
            f"and {threshold.suggested} would part good from careless leads",
            f"acceptable are {sum(good)} of {len(good)} figures of reference leads and "
            f"{sum(bad)} of {len(bad)} of careless ones",
        )


def _within(threshold: Threshold, figures: Sequence[int]) -> list[bool]:
    """Return for each figure whether the rubric's line leaves it acceptable."""
    if threshold.less:
        return [figure <= threshold.now for figure in figures]
    return [figure >= threshold.now for figure in figures]
