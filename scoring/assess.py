"""From a log and a rubric to levels with evidence and exact scores.

Total on every valid log: what cannot be judged is told as not observed, nothing is raised.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, cast

from scoring.measures import MEASURES, NEEDS, Figure
from scoring.rubric import COMPETENCIES, Filling, Score
from scoring.statistics.agreement import merged
from scoring.unused import too_late, why_unused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.log import Log, Window
    from scoring.measures import Measure, NoNeed
    from scoring.rubric import Band, Competency, Criterion, Rubric, Value

Reason = Literal["no opportunity", "prevented", "set aside"]

FULL = 3
"""Points of the best level."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a rubric says about one log."""

    rubric: str
    version: str
    structure: str
    """The rubric's structure hash."""
    fillings: tuple[Filling, ...]
    """One for each criterion, in the rubric's order."""
    scores: Mapping[Competency, Score]
    """By competency that the rubric has criteria in; `of` is 0 where none had an opportunity."""

    def filling(self, criterion: str) -> Filling:
        """Return the filling of a criterion; raises `KeyError` where there is none."""
        for filling in self.fillings:
            if filling.criterion == criterion:
                return filling
        raise KeyError(criterion)

    def coverage(self) -> tuple[int, int]:
        """Return how many criteria had an opportunity, and how many there are."""
        return sum(1 for f in self.fillings if f.level is not None), len(self.fillings)

    def exact_total(self) -> Fraction | None:
        """Return the mean of the competencies out of a hundred, exact; None without a score."""
        shares = [Fraction(100 * s.points, s.of) for s in self.scores.values() if s.of]
        return sum(shares, Fraction(0)) / len(shares) if shares else None

    def total(self) -> int | None:
        """Return the mean of the competencies, rounded half up once."""
        exact = self.exact_total()
        return None if exact is None else (2 * exact + 1).__floor__() // 2

    def canonical(self) -> bytes:
        """Return the assessment as its one canonical line, for digests: same in, same out."""
        record = {
            "rubric": self.rubric,
            "version": self.version,
            "structure": self.structure,
            "fillings": [
                [f.criterion, f.level, f.reason, f.figure, f.evidence, f.rater]
                for f in self.fillings
            ],
            "scores": {name: [s.points, s.of, s.capped_by] for name, s in self.scores.items()},
        }
        text = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return text.encode()

    def digest(self) -> str:
        """Return the BLAKE2b-128 of the canonical bytes, in hexadecimal figures."""
        return hashlib.blake2b(self.canonical(), digest_size=16).hexdigest()


def in_band(value: int, band: Band) -> bool:
    """Return whether a figure lies in a band, both ends included."""
    low, high = band
    return (low is None or low <= value) and (high is None or value <= high)


def graded(value: int, bands: Sequence[tuple[Value, Band]], author: bool) -> Value:
    """Return the level that a figure earns; on an author's judgement no lower than 2."""
    level: Value = next(
        (level for level, band in bands if in_band(value, band)),
        min((level for level, _ in bands), default=2),
    )
    return 2 if author and level == 1 else level


def earned(criterion: Criterion, value: int) -> Value:
    """Return the level that a criterion's own figure earns, before a second look is taken."""
    bands = [(level.value, level.band) for level in criterion.levels if level.band is not None]
    return graded(value, bands, criterion.basis.kind == "author")


def live_windows(log: Log, kinds: Sequence[str]) -> tuple[list[Window], list[Window]]:
    """Return the windows that gave an opportunity, and those prevented from giving one."""
    if not kinds:
        return [log.whole_shift()], []
    found = log.windows_of(kinds)
    return [w for w in found if w.prevented < 0], [w for w in found if w.prevented >= 0]


def needed(
    log: Log, criterion: Criterion, windows: list[Window]
) -> tuple[list[Window], list[NoNeed]]:
    """Return the windows that asked for something, and why the others did not."""
    find = NEEDS.get(criterion.measure)
    if find is None:
        return windows, []
    found = [(window, find(log, window, criterion)) for window in windows]
    return [w for w, why in found if why is None], [why for _, why in found if why is not None]


def unobserved(criterion: Criterion, reason: Reason, evidence: Sequence[int] = ()) -> Filling:
    """Return the filling of a criterion that had no opportunity, and why."""
    return Filling(criterion.id, None, reason, None, tuple(evidence))


def unused(log: Log, criterion: Criterion, measure: Measure, windows: list[Window]) -> Filling:
    """Return the filling of a criterion for which nothing was done in any of its windows."""
    found = [
        (why_unused(log, w, criterion.yields_to, measure.act_minutes, measure.by_sign), w)
        for w in windows
    ]
    left = [window.opened for why, window in found if why == "unused"]
    if left:
        return Filling(criterion.id, 1, "", None, tuple(left))
    aside = [window.opened for why, window in found if why == "set aside"]
    return unobserved(criterion, "set aside" if aside else "no opportunity", aside)


def silent(log: Log, criterion: Criterion, figure: Figure) -> Filling:
    """Return the filling of scenes that all went unanswered: silence is an unused window."""
    urgent = [w for w in log.windows if w.kind in criterion.yields_to and w.prevented < 0]
    met = [n for n in figure.evidence if any(w.holds(log.entries[n].at) for w in urgent)]
    if len(met) == len(figure.evidence):
        return unobserved(criterion, "set aside", figure.evidence)
    return Filling(criterion.id, 1, "", None, figure.evidence)


def second_look(log: Log, criterion: Criterion) -> tuple[Value, Figure] | None:
    """Return the level and figure of a criterion's second measure; None where it has none."""
    also = criterion.also
    if also is None or also.measure not in MEASURES:
        return None
    kinds = criterion.windows if also.windows is None else also.windows
    scope = criterion.scope if also.scope is None else also.scope
    measure = MEASURES[also.measure]
    if measure.take is None:
        return None
    windows, _ = live_windows(log, kinds)
    figure = measure.take(log, windows, scope)
    if figure.value is None:
        return None
    return graded(figure.value, also.bands, criterion.basis.kind == "author"), figure


def has_audience(log: Log, criterion: Criterion) -> bool:
    """Return whether somebody of the criterion's audience is there to hear anything."""
    wanted = criterion.scope.audience
    return not wanted or not wanted.isdisjoint(log.audiences.values())


def fill(log: Log, criterion: Criterion) -> Filling:
    """Return what a log shows about one criterion."""
    measure = MEASURES.get(criterion.measure)
    windows, prevented = live_windows(log, criterion.windows)
    if measure is None or not (windows or prevented) or not has_audience(log, criterion):
        return unobserved(criterion, "no opportunity")
    if not windows:
        return unobserved(criterion, "prevented", [window.prevented for window in prevented])
    windows, needless = needed(log, criterion, windows)
    if not windows:
        return unobserved(criterion, needless[0].reason, [one.entry for one in needless])
    figure = measure.figure(log, windows, criterion)
    if figure.value is None:
        if criterion.windows:
            return unused(log, criterion, measure, windows)
        if measure.name == "choice-credit" and figure.counted and figure.evidence:
            return silent(log, criterion, figure)
        return unobserved(criterion, "no opportunity")
    if criterion.windows and not measure.late_counts and too_late(log, windows, figure.evidence):
        return unused(log, criterion, measure, windows)
    level, evidence = earned(criterion, figure.value), figure.evidence
    second = second_look(log, criterion)
    if second is not None and second[0] < level:
        level = second[0]
        evidence = tuple(dict.fromkeys(second[1].evidence + evidence))[:12]
    if not evidence and level <= 2:
        evidence = tuple(window.opened for window in windows)
    return Filling(criterion.id, level, "", figure.value, evidence)


def score(criteria: Sequence[Criterion], fillings: Mapping[str, Filling]) -> Score:
    """Return the exact score of one competency from its criteria and their fillings.

    A must-not earns no points; broken, it caps the others' points at a third.
    """
    points = of = 0
    cap = ""
    for criterion in sorted(criteria, key=lambda c: c.id):
        level = fillings[criterion.id].level
        if level is None:
            continue
        if criterion.must_not:
            cap = cap or (criterion.id if level == 1 else "")
        else:
            points += criterion.weight * (level - 1)
            of += criterion.weight * FULL
    if cap:
        points = min(points, of // 3)
    return Score(points, of, cap)


def combine(rubric: Rubric, fillings: Sequence[Filling]) -> Mapping[Competency, Score]:
    """Return the score of each competency that the rubric has criteria in."""
    by_id = {filling.criterion: filling for filling in fillings}
    found: dict[Competency, Score] = {}
    for competency in COMPETENCIES:
        criteria = [c for c in rubric.criteria if c.competency == competency]
        if criteria:
            found[competency] = score(criteria, by_id)
    return found


def assess(log: Log, rubric: Rubric) -> Assessment:
    """Return what the rubric says about the log; same log and rubric, same bytes."""
    fillings = tuple(fill(log, criterion) for criterion in rubric.criteria)
    return Assessment(
        rubric=rubric.id,
        version=rubric.version,
        structure=rubric.structure_hash,
        fillings=fillings,
        scores=combine(rubric, fillings),
    )


def overridden(
    rubric: Rubric, assessment: Assessment, overrides: Sequence[Filling]
) -> Mapping[Competency, Score]:
    """Return the scores with the levels that trainers set in place of the engine's.

    The assessment stays as it is, and a trainee's contest moves nothing. Of one trainer the last
    word on a criterion stands, of several the median of theirs, halves rounded up. An override of
    an unknown criterion is left out.
    """
    known = {criterion.id for criterion in rubric.criteria}
    levels: dict[str, dict[str, Value]] = {}
    for one in overrides:
        if one.rater.startswith("trainer:") and one.criterion in known and one.level is not None:
            levels.setdefault(one.criterion, {})[one.rater] = one.level
    set_by_trainers = [
        Filling(name, cast("Value", merged(list(by.values()))), "", None, (), "trainer:all")
        for name, by in levels.items()
    ]
    return combine(rubric, [*assessment.fillings, *set_by_trainers])
