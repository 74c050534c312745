"""A way to go on while the cause is looked for: what counts as one, and when none was needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from scoring.assess import assess
from tests.scoring.conftest import Maker

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.rubric import Criterion, Filling, Rubric

PORTAL = "incident:portal"


@pytest.fixture
def fill(
    make_criterion: Callable[..., Criterion], make_rubric: Callable[..., Rubric]
) -> Callable[[Maker], Filling]:
    """Return what fills a criterion whose levels 4 and 3 end at half an hour and at 45 minutes."""
    bands = {4: (0, 30), 3: (31, 45), 2: (46, None), 1: None}
    criterion = make_criterion("way-on", bands, windows=("way-round",), basis="author")

    def filled(maker: Maker) -> Filling:
        return assess(maker.log(), make_rubric(criterion)).fillings[0]

    return filled


@pytest.fixture
def maker(maker: Maker) -> Maker:
    """Return a maker whose portal has been down since 08:20."""
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.add(21, "incident.known", PORTAL, "world", service="portal")
    maker.add(21, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    return maker


def placed(maker: Maker, at: int, way: str = "try-again") -> int:
    return maker.add(at, "incident.workaround", PORTAL, way=way, minutes=2)


def over(maker: Maker, at: int) -> int:
    return maker.add(at, "incident.mitigated", PORTAL, "world", after=at - 20, by="ana")


def test_a_workaround_counts_from_the_opening_of_the_window(
    maker: Maker, fill: Callable[[Maker], Filling]
) -> None:
    maker.window(30, "way-round", PORTAL, 150)
    number = placed(maker, 52)
    over(maker, 90)
    one = fill(maker)
    assert (one.level, one.figure, one.evidence) == (4, 22, (number,))


def test_a_message_that_tells_people_of_a_way_counts_as_one(
    maker: Maker, fill: Callable[[Maker], Filling]
) -> None:
    maker.window(30, "way-round", PORTAL, 150)
    maker.message(35, "users", "ask", about="laptops", way="try-again")
    maker.message(37, "users", "impact", "ask")
    told = maker.message(62, "users", "ask", way="try-again")
    placed(maker, 80)
    one = fill(maker)
    assert (one.level, one.figure, one.evidence) == (3, 32, (told,))


def test_who_gave_a_way_before_the_opening_took_no_time(
    maker: Maker, fill: Callable[[Maker], Filling]
) -> None:
    placed(maker, 24)
    maker.window(30, "way-round", PORTAL, 150)
    assert fill(maker).figure == 0


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("incident.no-better", {"way": "try-again"}),
        ("incident.worsened", {"what": "try-again", "minutes": 8, "by": "lead"}),
        ("incident.reversed", {"way": "try-again", "minutes": 2}),
    ],
)
def test_a_workaround_that_helps_nobody_or_is_taken_back_is_no_way_to_go_on(
    maker: Maker, fill: Callable[[Maker], Filling], kind: str, data: dict[str, Any]
) -> None:
    maker.window(30, "way-round", PORTAL, 150)
    placed(maker, 40)
    maker.add(42, kind, PORTAL, "lead" if kind == "incident.reversed" else "world", **data)
    other = placed(maker, 70, "on-paper")
    one = fill(maker)
    assert (one.figure, one.evidence) == (40, (other,))


def test_another_way_that_is_taken_back_leaves_the_first_in_place(
    maker: Maker, fill: Callable[[Maker], Filling]
) -> None:
    maker.window(30, "way-round", PORTAL, 150)
    placed(maker, 40)
    placed(maker, 45, "on-paper")
    maker.add(50, "incident.reversed", PORTAL, way="on-paper", minutes=2)
    assert fill(maker).figure == 10


def test_no_way_while_it_lasts_is_an_unused_window(
    maker: Maker, fill: Callable[[Maker], Filling]
) -> None:
    opened = maker.window(30, "way-round", PORTAL, 150)
    over(maker, 76)
    maker.message(80, "users", "ask", way="try-again")
    one = fill(maker)
    assert (one.level, one.evidence) == (1, (opened,))


def test_what_is_over_before_a_way_was_due_needed_none(
    maker: Maker, fill: Callable[[Maker], Filling]
) -> None:
    maker.window(30, "way-round", PORTAL, 150)
    ended = over(maker, 75)
    one = fill(maker)
    assert (one.level, one.reason, one.evidence) == (None, "prevented", (ended,))


def test_a_way_that_came_before_an_early_end_is_judged(
    maker: Maker, fill: Callable[[Maker], Filling]
) -> None:
    maker.window(30, "way-round", PORTAL, 150)
    placed(maker, 65)
    over(maker, 75)
    assert (fill(maker).level, fill(maker).figure) == (3, 35)


def test_a_matter_that_nobody_could_see_asks_for_no_way(fill: Callable[[Maker], Filling]) -> None:
    unseen = Maker()
    unseen.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    unseen.window(30, "way-round", PORTAL, 150)
    assert fill(unseen).reason == "no opportunity"
