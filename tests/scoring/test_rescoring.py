"""One log under two rubrics: what moved is told, with its cause, and nothing else is."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess
from scoring.rescoring import OTHERWISE, Moved, compare
from scoring.rubric import Band, Basis, Criterion, Criterion2, Scope, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.rubric import Rubric
    from tests.scoring.conftest import Criteria, Maker

PORTAL = "incident:portal"


@pytest.fixture
def given(maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric]) -> Given:
    """Return a log in which a P1 was given away after ten minutes, and its criterion."""
    maker.window(20, "p1-knowable", PORTAL, 200)
    maker.give(30, PORTAL, "ana")
    return Given(maker, make_criterion, make_rubric)


class Given:
    """One log, to be looked at by two criteria."""

    def __init__(
        self, maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric]
    ) -> None:
        self.log, self.rubrics = maker.log(), make_rubric
        self.one: Criterion = make_criterion("delegated-complete")

    def moved(self, before: list[Criterion], after: list[Criterion]) -> tuple[Moved, ...]:
        old, new = self.rubrics(*before), self.rubrics(*after)
        return compare(assess(self.log, old), old, assess(self.log, new), new)


def with_bands(one: Criterion, bands: dict[Value, Band]) -> Criterion:
    four, three, two, one_ = (
        dataclasses.replace(level, band=bands.get(level.value, level.band)) for level in one.levels
    )
    return dataclasses.replace(one, levels=(four, three, two, one_))


def test_the_same_rubric_moves_nothing(given: Given) -> None:
    assert given.moved([given.one], [given.one]) == ()


def test_a_band_that_moved_is_told_with_figure_and_level_before_and_after(given: Given) -> None:
    stricter = with_bands(given.one, {4: (0, 5), 3: (6, 9), 2: (10, 25)})
    (moved,) = given.moved([given.one], [stricter])
    assert moved.before is not None
    assert moved.after is not None
    assert (moved.before.level, moved.after.level) == (3, 2)
    assert moved.before.figure == moved.after.figure == 10
    assert (moved.before.band, moved.after.band) == ((9, 15), (10, 25))
    assert moved.after.figure_words == "10 minutes"
    assert moved.why == (
        "Level 4 takes up to 5 minutes; it took up to 8 minutes.",
        "Level 3 takes 6 to 9 minutes; it took 9 to 15 minutes.",
        "Level 2 takes 10 to 25 minutes; it took 16 to 25 minutes.",
    )


def test_a_level_that_the_second_look_lowered_is_told_by_that_look(
    given: Given, make_criterion: Criteria
) -> None:
    also = Criterion2("delegated-gaps", ((4, (0, 0)), (3, (1, 1)), (1, (2, None))))
    one = make_criterion("delegated-complete", also=also)
    (moved,) = given.moved([one], [with_bands(one, {4: (0, 5), 3: (6, 15)})])
    for judged in (moved.before, moved.after):
        assert judged is not None
        assert (judged.figure_words, judged.level, judged.alone) == ("10 minutes", 1, 3)
        assert judged.second == "delegated-gaps: 2 things missing or more"
        assert judged.band_words == "", "which takes 26 minutes and more, and is not why"
    alone = dataclasses.replace(one, also=None)
    (moved,) = given.moved([one], [alone])
    assert moved.after is not None
    assert (moved.after.level, moved.after.alone, moved.after.second) == (3, None, "")
    assert moved.after.band_words == "9 to 15 minutes"


def test_a_level_that_no_band_explains_is_given_none(given: Given) -> None:
    rubric = given.rubrics(given.one)
    now = assess(given.log, rubric)
    then = dataclasses.replace(now, fillings=(dataclasses.replace(now.fillings[0], level=2),))
    (moved,) = compare(then, rubric, now, rubric)
    assert moved.before is not None
    assert (moved.before.level, moved.before.alone, moved.before.band_words) == (2, None, "")


def test_a_criterion_that_came_or_went_is_told(given: Given, make_criterion: Criteria) -> None:
    other = make_criterion("own-hands", windows=())
    (came,) = given.moved([given.one], [given.one, other])
    assert (came.criterion, came.before, came.why) == (
        other.id, None, ("It is new in this rubric.",),
    )  # fmt: skip
    (went,) = given.moved([given.one, other], [given.one])
    assert (went.after, went.why) == (None, ("This rubric no longer has it.",))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"weight": 3}, "It weighs 3; it weighed 1."),
        ({"windows": ("handover",)}, "Other moments give the opportunity."),
        ({"yields_to": ("handover",)}, "It yields to other moments."),
        ({"scope": Scope(during="portal")}, "Other entries of the log count."),
        ({"must_not": True}, "It caps its competency now."),
        ({"basis": Basis("author")}, "It rests on another basis (author; it was published)."),
        ({"measure": "own-hands"}, "It is measured by own-hands; it was by delegated-complete."),
    ],
)
def test_each_difference_that_can_move_a_score_has_a_sentence(
    given: Given, change: dict[str, object], says: str
) -> None:
    (moved,) = given.moved([given.one], [dataclasses.replace(given.one, **change)])  # type: ignore[arg-type]
    assert moved.why == (says,)


def test_prose_that_changed_is_no_reason(given: Given) -> None:
    assert given.moved([given.one], [dataclasses.replace(given.one, prompt="Well?")]) == ()


def test_a_figure_that_moved_under_the_same_criterion_is_the_programs_doing(given: Given) -> None:
    rubric = given.rubrics(given.one)
    now = assess(given.log, rubric)
    then = dataclasses.replace(now, fillings=(dataclasses.replace(now.fillings[0], figure=9),))
    (moved,) = compare(then, rubric, now, rubric)
    assert moved.why == (OTHERWISE,)
