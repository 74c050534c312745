"""Under a house's own bands the debrief names the house's figures, and none of the rubric's."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess
from scoring.debrief.figures import NOUNS, OF, band_words, beside_words
from scoring.debrief.house_lines import best_words, house_lines
from scoring.debrief.levels import LevelRow, level_rows
from scoring.debrief.telling import Telling
from scoring.measures import MEASURES
from scoring.rubric import Band, Criterion, Criterion2, Scope, Value
from simulator.scenario.library import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.log import Log
    from scoring.rubric import Rubric
    from tests.scoring.conftest import Criteria, Maker

PORTAL = "incident:portal"
GAPS = Criterion2("delegated-gaps", ((4, (0, 0)), (3, (1, 1)), (1, (2, None))))
OURS: dict[Value, Band] = {4: (0, 12), 3: (13, 20), 2: (21, 40), 1: (41, None)}


def in_a_house(one: Criterion, bands: dict[Value, Band]) -> Criterion:
    four, three, two, last = (
        dataclasses.replace(level, band=bands[level.value], house=True)
        if level.value in bands else level
        for level in one.levels
    )  # fmt: skip
    return dataclasses.replace(one, levels=(four, three, two, last))


@pytest.fixture
def log(maker: Maker) -> Log:
    """Return a log in which a P1 was given away after ten minutes, by a name alone."""
    maker.window(20, "p1-knowable", PORTAL, 200)
    maker.give(30, PORTAL, "ana")
    return maker.log()


@pytest.fixture
def row(log: Log, make_rubric: Callable[..., Rubric]) -> Callable[[Criterion], LevelRow]:
    def told(one: Criterion) -> LevelRow:
        rubric = make_rubric(one)
        (found,) = level_rows(log, Telling({}, str), rubric, assess(log, rubric))
        return found

    return told


def test_a_level_under_the_rubrics_own_band_keeps_its_words(
    row: Callable[[Criterion], LevelRow], make_criterion: Criteria
) -> None:
    one = in_a_house(make_criterion("delegated-complete"), {4: (0, 5), 1: (41, None)})
    told = row(one)
    assert (told.level, told.feedback, told.anchor) == (3, "about 3", "what 3 looks like")


def test_a_level_under_a_houses_band_is_told_with_that_band(
    row: Callable[[Criterion], LevelRow], make_criterion: Criteria
) -> None:
    told = row(in_a_house(make_criterion("delegated-complete"), OURS))
    assert (told.level, told.figure, told.anchor) == (4, "10 minutes", "")
    assert told.feedback == "Your house's line for Good: up to 12 minutes."
    stricter: dict[Value, Band] = {4: (0, 2), 3: (3, 5), 2: (6, 40), 1: (41, None)}
    told = row(in_a_house(make_criterion("delegated-complete"), stricter))
    assert told.level == 2
    assert told.feedback == (
        "Your house's lines: for Marginal, 6 to 40 minutes; for Good, up to 2 minutes."
    )


def test_a_level_that_a_second_look_lowered_says_so(
    row: Callable[[Criterion], LevelRow], make_criterion: Criteria
) -> None:
    told = row(in_a_house(make_criterion("delegated-complete", also=GAPS), OURS))
    assert (told.level, told.figure) == (1, "10 minutes")
    assert told.feedback == (
        "Good by the figure alone; with 2 things missing it is Poor. "
        "Your house's line for Good: up to 12 minutes."
    )


def test_where_nothing_came_in_time_the_line_for_good_is_named(
    row: Callable[[Criterion], LevelRow], make_criterion: Criteria
) -> None:
    told = row(in_a_house(make_criterion("first-update", windows=("p1-knowable",)), OURS))
    assert (told.level, told.figure) == (1, "nothing in time")
    assert told.feedback == "Your house's line for Good: up to 12 minutes."


def test_a_plan_aims_at_the_houses_line(make_criterion: Criteria) -> None:
    one = make_criterion("delegated-complete")
    assert best_words(one) == "what 4 looks like"
    assert best_words(in_a_house(one, OURS)) == "your house's line for Good: up to 12 minutes"


def test_the_line_for_own_hands_says_what_the_house_leaves_them(make_criterion: Criteria) -> None:
    one = in_a_house(make_criterion("own-hands", scope=Scope(hands_on=150)), OURS)
    assert house_lines(one, 4) == (
        "Your house's line for Good: up to 12 minutes, beyond the 15% of the time that a lead "
        "here spends on tickets."
    )


@pytest.mark.parametrize(
    ("band", "measure", "says"),
    [
        ((0, 8), "first-update", "up to 8 minutes"),
        ((None, 8), "first-update", "up to 8 minutes"),
        ((9, 13), "first-update", "9 to 13 minutes"),
        ((26, None), "first-update", "26 minutes or more"),
        ((0, None), "first-update", "any figure"),
        ((1, 1), "first-update", "1 minute"),
        ((0, 0), "untrue", "no untrue statements"),
        ((1, 3), "untrue", "1 to 3 untrue statements"),
        ((0, 449), "promises-kept", "under 45 in a hundred"),
        ((450, 649), "promises-kept", "45 to under 65 in a hundred"),
        ((850, None), "promises-kept", "85 in a hundred or more"),
        ((850, 1000), "promises-kept", "85 in a hundred or more"),
        ((1000, None), "promises-kept", "all of it"),
        ((0, 999), "promises-kept", "less than all of it"),
        ((2, 3), "choice-credit", "2 to 3 of 3 points"),
        ((2, 5), "no-longer-known", "2 to 5"),
    ],
)
def test_a_band_in_words(band: Band, measure: str, says: str) -> None:
    assert band_words(band, measure) == says


def test_every_second_look_that_is_shipped_says_what_it_is_of() -> None:
    looks = {
        one.also.measure
        for name in ("tutorial", "payroll-friday", "machine-by-machine", "not-the-handset",
                     "terse-notes")
        if (rubric := load(name).rubric) is not None
        for one in rubric.criteria
        if one.also is not None
    }  # fmt: skip
    assert looks <= NOUNS.keys() | OF.keys()
    assert looks <= MEASURES.keys()
    assert beside_words(17, "reading-beside") == "17 minutes of reading what was beside it"
