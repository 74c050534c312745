"""Minutes in the lead's own hands while something urgent is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.rubric import Scope
from tests.scoring.figures import PORTAL, take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


def test_own_hands_count_only_work_while_a_p1_is_open_and_after_the_opening(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(26, "incident.declared", PORTAL, severity=1, since=20, minutes=2)
    maker.give(27, PORTAL, "ana")
    early = maker.add(30, "ticket.taken", "ticket:a", minutes=9, p1_open=True, done=True)
    maker.message(55, "users")
    late = maker.add(64, "ticket.taken", "ticket:b", minutes=13, p1_open=True, done=True)
    maker.add(70, "incident.mitigated", PORTAL, "world", after=45, by="ana")
    maker.add(150, "ticket.taken", "ticket:c", minutes=20, p1_open=False, done=True)
    figure = take("own-hands", maker.log())
    assert (figure.value, figure.evidence) == (5 + 13, (late, early))


@pytest.mark.parametrize(("share", "counts"), [(0, 18), (100, 11), (150, 8), (500, 0)])
def test_what_a_house_leaves_to_own_hands_does_not_count(
    maker: Maker, share: int, counts: int
) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(26, "incident.declared", PORTAL, severity=1, since=20, minutes=2)
    maker.give(27, PORTAL, "ana")
    maker.message(60, "users")
    maker.add(64, "ticket.taken", "ticket:b", minutes=18, p1_open=True, done=True)
    maker.add(95, "incident.mitigated", PORTAL, "world", after=70, by="ana")
    assert take("own-hands", maker.log(), Scope(hands_on=share)).value == counts


def test_hands_of_a_lead_who_is_away_are_not_off_the_tools(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(30, "incident.opened", PORTAL, "world", to="ana")
    assert take("own-hands", maker.log()).value is None


def test_hands_that_gave_it_away_and_did_nothing_else_are_away_too(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.give(27, PORTAL, "ana")
    assert take("own-hands", maker.log()).value is None
    maker.add(40, "analyst.checked-in", "analyst:ana", agreed=40, minutes=2)
    moved = maker.give(41, PORTAL, "cleo", move="ana")
    maker.add(41, "incident.parked", PORTAL, because=moved, by="ana")
    assert take("own-hands", maker.log(closed=False)).value is None
    maker.add(43, "incident.approved", PORTAL, to="ana", waited=2, minutes=1)
    maker.add(73, "incident.mitigated", PORTAL, "world", after=45, by="ana")
    assert take("own-hands", maker.log()).value == 0


@pytest.mark.parametrize(("word", "value"), [(0, None), (55, 0), (58, None)])
def test_hands_that_let_go_later_are_away(maker: Maker, word: int, value: int | None) -> None:
    """After the first word half an hour may pass without one, or half of what it lasts."""
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(26, "incident.declared", PORTAL, severity=1, since=20, minutes=2)
    if word:
        maker.message(word, "users")
    maker.add(80, "incident.mitigated", PORTAL, "world", after=55, by="ana")
    assert take("own-hands", maker.log()).value == value


def test_taking_charge_when_it_is_nearly_over_is_no_taking_charge(
    maker: Maker,
) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.add(30, "incident.opened", PORTAL, "world", to="ana")
    maker.give(66, PORTAL, "ben", move="ana")
    maker.add(105, "incident.mitigated", PORTAL, "world", after=85, by="ben")
    assert take("own-hands", maker.log()).value is None
