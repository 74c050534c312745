"""Windows: used, left unused, prevented, or never an opportunity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess
from scoring.rubric import Scope
from tests.scoring.figures import PORTAL, portal

if TYPE_CHECKING:
    from tests.scoring.conftest import Criteria, Maker, Rubrics


def test_a_window_left_unused_is_level_1_and_cites_its_opening(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    opened = portal(maker)
    criterion = make_criterion(
        "delegated-complete", {4: (0, 8), 3: (9, 15), 2: (16, None)}, basis="author"
    )
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert (filling.level, filling.figure, filling.evidence) == (1, None, (opened,))


def test_no_window_is_no_opportunity_and_no_score(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    one = assess(maker.log(), make_rubric(make_criterion("delegated-complete")))
    assert one.fillings[0].reason == "no opportunity"
    assert one.scores["delegation"].printed() is None
    assert one.total() is None
    assert one.coverage() == (0, 1)


def test_a_prevented_window_cites_what_prevented_it(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    number = maker.add(
        110, "window.prevented", "stakeholder:vendor", "world", seen=False, window="v", kind="late"
    )
    criterion = make_criterion("chases", windows=("late",))
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert (filling.reason, filling.evidence) == ("prevented", (number,))


def test_what_never_stood_in_words_was_no_opportunity(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    (filling,) = assess(maker.log(), make_rubric(make_criterion("delegated-complete"))).fillings
    assert (filling.level, filling.reason) == (None, "no opportunity")


def test_a_named_contact_tells_of_its_incident_in_words(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    maker.add(
        27, "ticket.arrived", "ticket:odd", "script", logged=3, channel="portal", skill="apps",
        part_of="portal",
    )  # fmt: skip
    maker.window(25, "p1-knowable", PORTAL, 100)
    (filling,) = assess(maker.log(), make_rubric(make_criterion("delegated-complete"))).fillings
    assert filling.level == 1


@pytest.mark.parametrize(("sign_at", "level"), [(45, 1), (146, None)])
def test_a_sign_counts_as_words_once_it_has_stood_fifteen_minutes(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics, sign_at: int, level: int | None
) -> None:
    maker.add(sign_at, "analyst.sign", "analyst:ana", "world", sign="stretched")
    maker.window(45, "strained", "analyst:ana", 160)
    criterion = make_criterion("relief", windows=("strained",))
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert filling.level == level


def test_something_more_urgent_all_the_while_sets_it_aside(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    maker.add(40, "ticket.arrived", "ticket:b", "script", logged=3, channel="portal", skill="apps")
    maker.window(20, "fire", "desk", 80, id="fire")
    opened = maker.window(40, "quiet-p1", "ticket:b", 78)
    criterion = make_criterion("capable-owner", windows=("quiet-p1",), yields_to=("fire",))
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert (filling.reason, filling.evidence) == ("set aside", (opened,))


def test_time_left_beside_the_urgent_thing_leaves_it_unused(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    maker.add(40, "ticket.arrived", "ticket:b", "script", logged=3, channel="portal", skill="apps")
    maker.window(20, "fire", "desk", 80, id="fire")
    maker.window(40, "quiet-p1", "ticket:b", 120)
    criterion = make_criterion("capable-owner", windows=("quiet-p1",), yields_to=("fire",))
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert filling.level == 1


def test_nothing_said_is_no_opportunity_to_be_untrue(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    """Silence is judged by what it leaves out, and earns no praise for keeping to the facts."""
    users = Scope(audience=frozenset({"users"}))
    never = make_criterion(
        "untrue", {4: (0, 0), 1: (1, None)}, windows=(), must_not=True, scope=users
    )
    maker.message(30, "cfo", "known", untrue=True)
    silent = assess(maker.log(), make_rubric(never)).fillings[0]
    assert (silent.level, silent.reason) == (None, "no opportunity")
    maker.message(40, "users", "impact")
    assert assess(maker.log(), make_rubric(never)).fillings[0].level == 4


def test_an_audience_that_is_not_there_gives_no_opportunity(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    portal(maker)
    criterion = make_criterion("first-update", scope=Scope(audience=frozenset({"manager"})))
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert filling.reason == "no opportunity"
