"""One log under two rubrics: which criteria moved, from what to what, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scoring.assess import earned
from scoring.debrief.figures import band_words, measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.assess import Assessment
    from scoring.rubric import Band, Criterion, Filling, Rubric, Value

OTHERWISE = "The program measures it otherwise than it did."
"""Why a figure moved under a criterion that did not change."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What one rubric says about one criterion."""

    level: Value | None
    reason: str
    """Why there is no level, "" where there is one."""
    figure: int | None
    """In the measure's unit."""
    band: Band | None
    """The figures that earn this level; None where no figure does, or there is no level."""
    figure_words: str
    band_words: str
    """"" too where the figure does not lie in the band, and so is not why."""
    alone: Value | None = None
    """What the figure alone earns, where the second look lowered it."""
    second: str = ""
    """The second look's measure, and the figures of it that earn no more than this level."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A criterion that is judged, or defined, otherwise than before."""

    criterion: str
    before: Judged | None
    """None where the rubric did not have it."""
    after: Judged | None
    why: tuple[str, ...]
    """Sentences, one for each difference between the two rubrics."""


def compare(before: Assessment, old: Rubric, after: Assessment, new: Rubric) -> tuple[Moved, ...]:
    """Return what moved from one assessment of a log to another, in the order of the new rubric.

    Criteria that the new rubric no longer has come last.
    """
    then, now = _by_id(old, before), _by_id(new, after)
    names = [*now, *(name for name in then if name not in now)]
    return tuple(moved for name in names if (moved := _moved(name, then.get(name), now.get(name))))


_Pair = tuple["Criterion", "Filling"]


def _by_id(rubric: Rubric, assessment: Assessment) -> dict[str, _Pair]:
    """Return each criterion with its filling."""
    fillings = {filling.criterion: filling for filling in assessment.fillings}
    return {one.id: (one, fillings[one.id]) for one in rubric.criteria if one.id in fillings}


def _moved(name: str, then: _Pair | None, now: _Pair | None) -> Moved | None:
    before, after = then and _judged(*then), now and _judged(*now)
    if then is None:
        return Moved(name, before, after, ("It is new in this rubric.",))
    if now is None:
        return Moved(name, before, after, ("This rubric no longer has it.",))
    why = tuple(_differences(then[0], now[0]))
    if why:
        return Moved(name, before, after, why)
    return None if before == after else Moved(name, before, after, (OTHERWISE,))


def _judged(criterion: Criterion, filling: Filling) -> Judged:
    level, figure = filling.level, filling.figure
    band = criterion.level(level).band if level else None
    told = Judged(
        level, filling.reason, figure, band, measured(figure, criterion.measure),
        _band(criterion, band),
    )  # fmt: skip
    if level is None or figure is None or (alone := earned(criterion, figure)) == level:
        return told
    if criterion.also is None or alone < level:
        return replace(told, band_words="")
    return replace(told, band_words="", alone=alone, second=_second(criterion, level))


def _band(criterion: Criterion, band: Band | None) -> str:
    """Return the figures of a band in words, "" for none."""
    return "" if band is None else band_words(band, criterion.measure)


def _second(criterion: Criterion, level: Value) -> str:
    """Return the second look's measure and the figures that lower to a level; "" for none."""
    also = criterion.also
    if also is None:
        return ""
    band = next((band for value, band in also.bands if value == level), None)
    return "" if band is None else f"{also.measure}: {band_words(band, also.measure)}"


def _differences(then: Criterion, now: Criterion) -> Iterator[str]:
    """Yield a sentence for each difference that can move a score."""
    if then.measure != now.measure:
        yield f"It is measured by {now.measure}; it was by {then.measure}."
    elif (then.scope, then.pattern) != (now.scope, now.pattern):
        yield "Other entries of the log count."
    if then.windows != now.windows:
        yield "Other moments give the opportunity."
    if sorted(then.yields_to) != sorted(now.yields_to):
        yield "It yields to other moments."
    for value in (4, 3, 2, 1):
        bands = [one.level(value).band for one in (then, now)]
        if bands[0] != bands[1]:
            was, is_ = _band(then, bands[0]), _band(now, bands[1])
            yield f"Level {value} takes {is_ or 'no figure'}; it took {was or 'no figure'}."
    if then.also != now.also:
        yield "The second look that can lower its level is another one."
    if (then.basis.kind == "author") != (now.basis.kind == "author"):
        yield f"It rests on another basis ({now.basis.kind}; it was {then.basis.kind})."
    if then.weight != now.weight:
        yield f"It weighs {now.weight}; it weighed {then.weight}."
    if then.must_not != now.must_not:
        yield "It caps its competency now." if now.must_not else "It caps nothing any more."
