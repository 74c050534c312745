"""Relief, talks between two who quarrel, and work somebody grows by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.rubric import Scope
from tests.scoring.figures import PORTAL, take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker

TICKET = "ticket:a"


def test_relief_is_a_break_or_work_taken_off(maker: Maker) -> None:
    maker.window(45, "strained", "analyst:ana", 160)
    maker.add(50, "analyst.sent-on-break", "analyst:ben", strained=False, minutes=1)
    off = maker.give(87, PORTAL, "cleo", move="ana")
    maker.add(88, "analyst.sent-on-break", "analyst:ana", strained=True, minutes=1)
    figure = take("relief", maker.log(), kind="strained")
    assert (figure.value, figure.evidence) == (42, (off,))


@pytest.mark.parametrize(("given", "minutes"), [(14, 7), (20, None), (49, None)])
def test_taking_back_what_was_given_just_before_is_no_relief(
    maker: Maker, given: int, minutes: int | None
) -> None:
    maker.give(given, TICKET, "ana")
    maker.put(given + 1, "ticket.started", TICKET, "world", "analyst:ana", {"to": "ana"})
    maker.window(45, "strained", "analyst:ana", 160)
    maker.give(52, TICKET, "cleo", move="ana")
    assert take("relief", maker.log(), kind="strained").value == minutes


def test_work_somebody_took_by_themselves_is_taken_off_even_when_it_was_given_again(
    maker: Maker,
) -> None:
    maker.put(40, "ticket.started", TICKET, "world", "analyst:ana", {"to": "ana"})
    maker.give(47, TICKET, "ana")
    maker.window(45, "strained", "analyst:ana", 160)
    off = maker.give(52, TICKET, "cleo", move="ana")
    figure = take("relief", maker.log(), kind="strained")
    assert (figure.value, figure.evidence) == (7, (off,))


def test_a_talk_counts_by_its_time_and_by_how_it_was_held(maker: Maker) -> None:
    maker.window(12, "friction", "conflict:ana-ben", 200)
    maker.add(
        134, "conflict.talked-through", "conflict:ana-ben", heard=("ana", "ben"),
        words="behaviour-and-impact", minutes=10,
    )  # fmt: skip
    log = maker.log()
    assert take("friction-talk", log, kind="friction").value == 122
    assert take("friction-quality", log, kind="friction").value == 3


def test_both_are_heard_once_the_second_was_listened_to(maker: Maker) -> None:
    maker.window(12, "both-in", "conflict:ana-ben", 200)

    def listen(minute: int, who: str) -> int:
        entry = maker.add(minute, "analyst.listened-to", f"analyst:{who}", minutes=5)
        maker.add(
            minute, "conflict.changed", "conflict:ana-ben", "world", change=-6, why="heard",
            because=entry, seen=False,
        )  # fmt: skip
        return entry

    listen(8, "ana")
    maker.add(30, "conflict.changed", "conflict:ana-ben", "world", change=2, why="left-alone")
    assert take("both-heard", maker.log(closed=False), kind="both-in").value is None
    second = listen(40, "ben")
    figure = take("both-heard", maker.log(), kind="both-in")
    assert (figure.value, figure.evidence) == (28, (second,))


def test_a_label_earns_no_point_for_words(maker: Maker) -> None:
    maker.window(12, "friction", "conflict:ana-ben", 200)
    maker.add(
        40, "conflict.talked-through", "conflict:ana-ben", heard=("ana",), words="label", minutes=10
    )
    assert take("friction-quality", maker.log(), kind="friction").value == 1


def test_stretch_work_counts_help_and_review(maker: Maker) -> None:
    given = maker.give(87, PORTAL, "cleo", gap=-1, beside="ben")
    assert take("stretch-work", maker.log(closed=False)).value == 2
    review = maker.add(110, "analyst.reviewed", "analyst:cleo", task="portal", minutes=3)
    figure = take("stretch-work", maker.log())
    assert (figure.value, figure.evidence) == (3, (given, review))


def test_work_somebody_has_done_often_is_no_stretch(maker: Maker) -> None:
    maker.give(27, PORTAL, "ana", gap=1, beside="ben")
    assert take("stretch-work", maker.log()).value is None


def test_only_asking_somebody_earns_no_points_but_is_observed(maker: Maker) -> None:
    maker.add(50, "analyst.asked", "analyst:cleo", question="how-far", minutes=2)
    log = maker.log()
    assert take("stretch-work", log, Scope(person="cleo")).value == 0
    assert take("stretch-work", log, Scope(person="ben")).value is None


def test_a_second_pair_of_eyes_below_the_top_has_a_part_in_the_work(maker: Maker) -> None:
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    given = maker.give(27, PORTAL, "ana", gap=1, beside="cleo")
    figure = take("stretch-work", maker.log(closed=False), Scope(person="cleo"))
    assert (figure.value, figure.evidence) == (2, (given,))
    maker.add(110, "analyst.reviewed", "analyst:cleo", task="portal", minutes=3)
    assert take("stretch-work", maker.log(), Scope(person="cleo")).value == 3


def test_who_is_at_the_top_learns_nothing_new_beside_somebody(maker: Maker) -> None:
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    maker.give(27, PORTAL, "cleo", gap=1, beside="ana")
    assert take("stretch-work", maker.log(), Scope(person="ana")).value is None
