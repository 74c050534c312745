"""Acts given in one go: one that makes sense only after another is checked against what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts import shapes

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from tests.engine.conftest import Desk, Kit


def in_one_go(desk: Desk, *acts: Act) -> list[str]:
    """Give acts in one minute and carry them out; return the codes of refusals."""
    codes = [desk.give(act) for act in acts]
    desk.to(desk.state.now + 40)
    return codes


def test_two_steps_of_coaching_can_be_given_in_one_go(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=90)).to(5)
    acts = (shapes.Coach("ana", "net", "gaps"), shapes.Coach("ana", "net", "goal"))
    assert in_one_go(desk, *acts) == ["", ""]
    assert [e.data["step"] for e in desk.all("analyst.coached")] == ["gaps", "goal"]


def test_a_step_of_coaching_that_waits_already_is_done(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=90)).to(5)
    acts = (shapes.Coach("ana", "net", "gaps"), shapes.Coach("ana", "net", "gaps"))
    assert in_one_go(desk, *acts) == ["", "coach.done"]


def test_a_step_that_skips_one_is_not_due_yet_though_one_waits(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=5)).to(6)
    acts = (shapes.Coach("ana", "net", "gaps"), shapes.Coach("ana", "net", "show", "a"))
    assert in_one_go(desk, *acts) == ["", "coach.not-yet"]


def test_a_review_waits_until_the_practice_has_begun(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=5), kit.ticket("b", at=1, effort=200)).to(6)
    for act in (
        shapes.Coach("ana", "net", "gaps"), shapes.Coach("ana", "net", "goal"),
        shapes.Coach("ana", "net", "show", "a"),
    ):  # fmt: skip
        desk.do(act)
    acts = (shapes.Coach("ana", "net", "practise", "b"), shapes.Coach("ana", "net", "review"))
    assert in_one_go(desk, *acts) == ["", "coach.not-yet"]


@pytest.mark.parametrize("then", [shapes.Ask("ben"), shapes.CheckIn("ben")])
def test_who_is_about_to_get_work_can_be_asked_about_it(kit: Kit, then: Act) -> None:
    ben = kit.analyst("ben", skills={"net": 4}, habits=frozenset({"waits-to-be-asked"}))
    rules = kit.with_rules(idle_pull=200)
    desk = kit.desk(kit.world(ben, tickets=(kit.ticket("a", effort=90),), rules=rules)).to(3)
    assert desk.give(then) in ("ask.no-task", "check-in.idle")
    assert in_one_go(desk, shapes.Assign("a", "ben"), then) == ["", ""]
    assert not desk.all("act.failed")
    assert desk.one("analyst.told", what="while")


def test_an_act_taken_back_is_no_longer_counted_on(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=90)).to(5)
    assert desk.give(shapes.Coach("ana", "net", "gaps")) == ""
    assert desk.give(shapes.Withdraw(0)) == ""
    assert desk.give(shapes.Coach("ana", "net", "goal")) == "coach.not-yet"


@pytest.fixture
def giving(kit: Kit) -> Desk:
    """Return a desk where the lead gives ticket a to ben, and ana is free before that is done."""
    ana, ben = (kit.analyst(who, skills={"net": 4}) for who in ("ana", "ben"))
    tickets = (kit.ticket("b", effort=3), kit.ticket("c", effort=90), kit.ticket("a", effort=90))
    desk = kit.desk(kit.world(ana, ben, tickets=tickets)).to(2)
    assert desk.give(shapes.Assign("a", "ben")) == ""
    desk.to(desk.state.lead.until - 1)
    assert (desk.state.idle, desk.state.waiting) == (["ana"], ["a"])
    return desk


def test_nobody_takes_a_ticket_that_the_lead_is_giving_away(giving: Desk) -> None:
    giving.to(giving.state.lead.until)
    assert (giving.state.tickets["a"].who, giving.all("act.failed")) == ("ben", [])


def test_a_ticket_that_is_not_given_after_all_goes_to_somebody_idle(giving: Desk) -> None:
    giving.give(shapes.Leave())
    assert giving.state.tickets["a"].who == "ana"
