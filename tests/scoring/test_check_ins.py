"""Looks that were agreed on, and whether they were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.rubric import Scope
from tests.scoring.figures import PORTAL, take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


def test_check_ins_kept_weighs_missed_and_unagreed_ones(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana", check_in=30)
    missed = maker.give(12, "ticket:b", "ben", check_in=40)
    kept = maker.add(31, "analyst.checked-in", "analyst:ana", agreed=30, minutes=2)
    unasked = maker.add(60, "analyst.checked-in", "analyst:cleo", agreed=-1, minutes=2)
    figure = take("check-ins-kept", maker.log())
    assert (figure.value, figure.evidence) == (333, (missed, unasked, kept))


def test_a_look_that_comes_late_is_missed_and_not_unasked(maker: Maker) -> None:
    missed = maker.give(10, "ticket:a", "ana", check_in=30)
    maker.add(45, "analyst.checked-in", "analyst:ana", agreed=30, late=15, minutes=2)
    figure = take("check-ins-kept", maker.log())
    assert (figure.value, figure.counted, figure.evidence) == (0, 1, (missed,))


def test_a_check_in_on_finished_or_moved_work_is_not_due(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana", check_in=30)
    maker.add(20, "ticket.resolved", "ticket:a", "world", by="ana", minutes=10, satisfaction=90)
    maker.give(12, "ticket:b", "ben", check_in=40)
    maker.give(35, "ticket:b", "cleo", move="ben", check_in=50)
    maker.add(50, "analyst.checked-in", "analyst:cleo", agreed=50, minutes=2)
    assert take("check-ins-kept", maker.log()).value == 1000


def test_a_check_in_on_work_set_aside_is_not_due_until_somebody_goes_on(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana", check_in=40)
    maker.put(20, "ticket.parked", "ticket:a", "world", "analyst:ana", {"by": "ana"})
    assert take("check-ins-kept", maker.log()).value is None
    missed = maker.put(30, "ticket.started", "ticket:a", "world", "analyst:ana", {"to": "ana"})
    figure = take("check-ins-kept", maker.log())
    assert (figure.value, figure.counted) == (0, 1), missed


def test_whoever_is_given_something_else_has_what_is_agreed_then_and_nothing_more(
    maker: Maker,
) -> None:
    """As on the screen, where the new giving's look, or none, takes the place of the old one's."""
    maker.give(10, "ticket:a", "ana", check_in=55)
    maker.give(51, PORTAL, "ana", check_in=65)
    maker.add(64, "analyst.checked-in", "analyst:ana", agreed=65, minutes=2)
    figure = take("check-ins-kept", maker.log())
    assert (figure.value, figure.counted) == (1000, 1)


def test_no_check_in_at_all_is_nothing_to_measure(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana")
    assert take("check-ins-kept", maker.log()).value is None


def test_a_person_in_the_scope_leaves_the_others_out(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana", check_in=30)
    maker.give(12, "ticket:b", "ben", check_in=40)
    maker.add(31, "analyst.checked-in", "analyst:ana", agreed=30, minutes=2)
    assert take("check-ins-kept", maker.log(), Scope(person="ana")).value == 1000


def test_a_look_that_was_agreed_on_counts_once(maker: Maker) -> None:
    maker.give(12, "ticket:b", "ben", check_in=90)
    for at in (31, 33):
        maker.add(at, "analyst.checked-in", "analyst:ana", agreed=30, minutes=2)
    assert take("check-ins-kept", maker.log()).value == 500
