from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.bands import band_problems, level_problems
from scoring.rubric import structure_hash

if TYPE_CHECKING:
    from scoring.rubric import Band
    from tests.scoring.conftest import Criteria, Maker


def test_windows_are_cut_at_the_end_of_the_shift(maker: Maker) -> None:
    maker.window(190, "late", "desk", 400)
    (window,) = maker.log().windows
    assert (window.opens, window.closes, window.over) == (190, 210, True)


def test_a_window_of_an_unfinished_log_is_not_over(maker: Maker) -> None:
    maker.window(25, "open", "desk", 100)
    maker.add(40, "fact.learned", "lead", "world", fact="x")
    (window,) = maker.log(closed=False).windows
    assert not window.over


def test_a_prevented_window_names_the_entry(maker: Maker) -> None:
    number = maker.add(
        110, "window.prevented", "stakeholder:vendor", "world", seen=False, window="v", kind="late"
    )
    (window,) = maker.log().windows
    assert window.prevented == number


def test_the_opening_is_read_into_tables(maker: Maker) -> None:
    log = maker.log()
    assert log.audience("stakeholder:cfo") == "executive"
    assert log.skills["ana"] == {"network": 4}
    assert log.expects["users"] == {1: 30}


@pytest.mark.parametrize(
    ("bands", "says"),
    [
        ([(4, (0, 8)), (3, (10, 15)), (2, (16, None))], "figure 9 between"),
        ([(4, (0, 8)), (3, (8, 15)), (2, (16, None))], "overlap at 8"),
        ([(4, (2, 8)), (3, (9, None))], "below 2"),
        ([(4, (0, 8)), (3, (9, 20))], "above 20"),
        ([(4, (8, 0))], "ends before"),
        ([(4, (0, 8)), (2, (9, 15)), (3, (16, None))], "one direction"),
        ([], "no level"),
    ],
)
def test_bands_that_do_not_fit_are_told(bands: list[tuple[int, Band | None]], says: str) -> None:
    assert any(says in problem for problem in band_problems(bands))


def test_bands_may_end_at_the_top_of_their_unit() -> None:
    bands: list[tuple[int, Band | None]] = [(4, (900, 1000)), (3, (500, 899)), (1, (None, 499))]
    assert band_problems(bands, top=1000) == []
    assert band_problems(bands) == ["figures above 1000 earn no level"]


def test_an_author_cannot_set_level_1_by_a_figure(make_criterion: Criteria) -> None:
    assert level_problems(make_criterion("own-hands")) == []
    assert level_problems(make_criterion("own-hands", basis="author")) == [
        "on the author's judgement alone only an unused window earns level 1"
    ]


def test_the_structure_hash_ignores_order_and_prose_and_sees_bands(
    make_criterion: Criteria,
) -> None:
    one, two = make_criterion("own-hands"), make_criterion("chases")
    assert structure_hash([one, two]) == structure_hash([two, one])
    moved = make_criterion("own-hands", {4: (0, 9), 3: (10, 15), 2: (16, 25), 1: (26, None)})
    assert structure_hash([moved, two]) != structure_hash([one, two])
