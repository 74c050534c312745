"""Rules that people follow by themselves, and time that is kept free (B4, B17, B57, B63)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Answer, Span

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Rule
    from tests.engine.conftest import Desk, Kit


def two(kit: Kit, *tickets: object, **ben: object) -> Desk:
    """Return a desk where ana has been without work for longer than ben; both can do networks."""
    ana = kit.analyst("ana", skills={"net": 4})
    other = kit.analyst("ben", skills={"net": 4, "app": 4}, **ben)
    return kit.desk(kit.world(ana, other, tickets=tickets, rules=kit.rules))


def test_what_is_routed_goes_to_one_person_and_says_by_which_order(kit: Kit) -> None:
    desk = two(kit, kit.ticket("a", at=20), kit.ticket("b", at=21))
    desk.do(shapes.StandingOrder("route", "net", "ben"))
    order = desk.one("order.set")
    assert (order.data["order"], order.data["minutes"], order.data["changed"]) == (1, 3, False)
    desk.to(100)
    assert [e.data["to"] for e in desk.all("ticket.started")] == ["ben", "ben"]
    followed = desk.all("order.followed")
    assert {(e.cause, e.because) for e in followed} == {("world", order.number)}
    started = desk.all("ticket.started")
    assert [e.because for e in started] == [e.number for e in followed]


@pytest.mark.parametrize(("rule", "taker"), [("route", ["ana"]), ("only", [])])
def test_while_the_person_is_away_others_take_what_is_only_routed(
    kit: Kit, rule: Rule, taker: list[str]
) -> None:
    desk = two(kit, kit.ticket("a", at=20), leaves=10)
    desk.do(shapes.StandingOrder(rule, "net", "ben"))
    desk.to(60)
    assert [e.data["to"] for e in desk.all("ticket.started")] == taker


def test_an_order_about_the_same_matter_is_replaced_and_one_that_is_lifted_counts_no_more(
    kit: Kit,
) -> None:
    desk = two(kit, kit.ticket("a", at=20), kit.ticket("b", at=21, skill="app"))
    desk.do(shapes.StandingOrder("only", "net", "ben"))
    desk.do(shapes.StandingOrder("only", "net", "ana"))
    assert [one.number for one in api.view(desk.state).standing_orders()] == [2]
    assert desk.all("order.set")[1].data["changed"] is True
    desk.do(shapes.LiftOrder(2))
    assert desk.one("order.lifted").data == {
        "order": 2, "rule": "only", "stood": 1, "minutes": 1,
    }  # fmt: skip
    desk.to(60)
    assert desk.all("order.followed") == []


def test_what_needs_no_asking_is_not_asked_about(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", at=20, approval="access"))
    desk.do(shapes.StandingOrder("allow", "access", "ana"))
    desk.to(60)
    assert desk.all("ticket.halted") == []
    assert desk.one("order.followed").because == desk.one("order.set").number
    assert len(desk.all("ticket.resolved")) == 1


def test_a_step_that_needs_no_asking_does_not_stand_still(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.StandingOrder("allow", "take-out"))
    desk.do(shapes.Assign("portal", "ana", "hand-over"))
    desk.to(100)
    assert desk.all("incident.halted") == []
    assert len(desk.all("incident.mitigated")) == 1


def test_a_p1_without_progress_is_told_of_after_its_minutes(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.StandingOrder("escalate", after=20))
    order = desk.one("order.set")
    desk.to(60)
    crossed = desk.all("order.crossed")
    # Known at 12, the order stands from 15; again after as long.
    assert [(e.at, e.data["minutes"], e.because) for e in crossed] == [
        (35, 20, order.number), (55, 40, order.number),
    ]  # fmt: skip


def test_progress_puts_the_threshold_off(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.StandingOrder("escalate", after=20))
    desk.to(30)
    desk.do(shapes.Assign("portal", "ana", "hand-over"))
    desk.to(60)
    # Given at 33, found at 43 and 53; then ana waits for the word.
    assert desk.all("order.crossed") == []
    desk.to(73)
    assert desk.one("order.crossed").at == 73


def test_an_escalation_asks_who_was_named(kit: Kit) -> None:
    boss = kit.person("boss", "manager", answer=Answer(Span(4, 4), needs=("down",)))
    world = kit.world(
        incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),), stakeholders=(boss,)
    )
    desk = kit.desk(world)
    desk.do(shapes.StandingOrder("escalate", "", "boss", 20))
    desk.to(50)
    crossed = desk.all("order.crossed")[0]
    assert (crossed.at, crossed.data["to"]) == (32, "boss")
    answer = desk.all("stakeholder.answered")[0]
    assert (answer.at, answer.because) == (36, crossed.number)


def test_an_audience_is_told_once_when_a_p1_has_been_open_so_long(kit: Kit) -> None:
    boss = kit.person("boss", expects={1: 60})
    world = kit.world(
        incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),), stakeholders=(boss,)
    )
    desk = kit.desk(world)
    desk.do(shapes.StandingOrder("tell", "", "boss", 10))
    desk.to(100)
    told = desk.one("stakeholder.told")
    assert (told.at, told.because) == (22, desk.one("order.set").number)


# Keep somebody free -----------------------------------------------------------------------------


def test_who_is_kept_free_pulls_only_what_for(kit: Kit) -> None:
    desk = two(
        kit, kit.ticket("a", at=20), kit.ticket("b", at=21), kit.ticket("p", at=22, logged=1)
    )
    desk.do(shapes.Reserve("ana", "p1", 60))
    desk.to(50)
    started = {e.subject: e.data["to"] for e in desk.all("ticket.started") if e.at < 40}
    assert started == {"ticket:a": "ben", "ticket:p": "ana"}
    desk.to(60)
    ended = desk.one("analyst.reserve-ended")
    assert (ended.at, ended.data["whole"], ended.data["minutes"]) == (60, True, 59)


def test_planning_pulls_nothing_until_its_end(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", at=20))
    desk.do(shapes.Reserve("ana", "planning", 60))
    desk.to(200)
    assert desk.one("ticket.started").at == 60


def test_other_work_given_meanwhile_breaks_the_reserve(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", at=20))
    desk.do(shapes.Reserve("ana", "planning", 60))
    desk.to(21)
    desk.do(shapes.Assign("a", "ana"))
    desk.to(60)
    assert desk.one("analyst.reserve-ended").data["whole"] is False


def test_a_reserve_can_be_lifted(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", at=20))
    desk.do(shapes.Reserve("ana", "planning", 60))
    desk.to(30)
    desk.do(shapes.Reserve("ana"))
    assert desk.one("ticket.started").at == 31
    desk.to(100)
    assert len(desk.all("analyst.reserve-ended")) == 1
