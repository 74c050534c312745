"""Overtime, quiet, and what only a manager can give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine.acts import shapes
from simulator.engine.world import Answer, Span, Way

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


# Overtime ---------------------------------------------------------------------------------------


def evening(kit: Kit, **ana: Any) -> Desk:
    """Return a desk whose only analyst goes home at 60."""
    return kit.alone(kit.ticket("a", effort=200), leaves=60, **({"stress": 20} | ana))


def test_who_agrees_stays_and_tires(kit: Kit) -> None:
    desk = evening(kit)
    desk.do(shapes.AskOvertime("ana", 30))
    before = desk.to(59).stress("ana")
    assert desk.to(60).stress("ana") == before + 100 + 5_000
    assert desk.to(89).state.analysts["ana"].place == "desk"
    assert desk.to(90).state.analysts["ana"].place == "away"
    assert desk.one("analyst.overtime-began").at == 60


@pytest.mark.parametrize(
    ("ana", "why"),
    [({"must_leave": True}, "has-to-leave"), ({"stress": 80}, "worn-out"),
     ({"trust": 39}, "rather-not")],
)  # fmt: skip
def test_not_everybody_can_stay(kit: Kit, ana: dict[str, Any], why: str) -> None:
    desk = evening(kit, **ana)
    trust = desk.state.analysts["ana"].trust
    desk.do(shapes.AskOvertime("ana"))
    assert desk.one("analyst.told").data["what"] == why
    assert desk.one("analyst.asked-to-stay").data["agreed"] is False
    assert desk.state.analysts["ana"].trust == trust
    desk.do(shapes.AskOvertime("ana"))
    assert desk.state.analysts["ana"].trust == trust - 3
    assert desk.to(60).state.analysts["ana"].place == "away"


# Quiet (B36) ------------------------------------------------------------------------------------


def test_nobody_rings_or_disturbs_somebody_who_is_protected(kit: Kit) -> None:
    ticket = kit.ticket("call", at=20, channel="phone")
    desk = kit.alone(ticket, kit.ticket("mail", at=40))
    desk.do(shapes.Protect("ana", 30))
    desk.to(25)
    assert desk.state.tickets["call"].who == ""
    assert desk.give(shapes.Ask("ana")) == "person.protected"
    desk.to(30)
    assert desk.one("analyst.protection-over").at == 30
    assert desk.give(shapes.Ask("ana")) == "ask.no-task"


def test_an_agreed_look_in_still_takes_place(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=200))
    desk.do(shapes.Protect("ana", 60))
    assert desk.give(shapes.CheckIn("ana")) == "person.protected"
    desk.do(shapes.Assign("a", "ana", check_in=20))
    desk.to(18).do(shapes.CheckIn("ana"))
    assert desk.one("analyst.checked-in").data["agreed"] == 20


def test_quiet_makes_work_weigh_less(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=200), stress=20)
    desk.do(shapes.Protect("ana", 41))
    assert desk.to(41).stress("ana") == 20_000 + 41 * 100 - 40 * 50
    before = desk.stress("ana")
    assert desk.to(51).stress("ana") == before + 1_000


# The lead's own manager (B90) -------------------------------------------------------------------


def with_manager(kit: Kit, **boss: Any) -> Desk:
    """Return a desk at 20 with a portal that fails, a manager who answers in five minutes."""
    fields: dict[str, Any] = {"answer": Answer(Span(5, 5))} | boss
    return kit.desk(kit.world(
        kit.analyst("ana", skills={"net": 4}), kit.analyst("gus", skills={"net": 3}, spare=True),
        stakeholders=(
            kit.person("boss", "manager", **fields), kit.person("cfo", expects={1: 30}),
        ),
        incidents=(kit.incident(ways=(Way("restart", "rollback", "restart", allowed_by="boss"),)),),
        storyline=(kit.learn("down", at=12),),
    )).to(20)  # fmt: skip


def test_a_manager_sends_somebody_over(kit: Kit) -> None:
    desk = with_manager(kit, gives=frozenset({"person"}))
    assert desk.state.analysts["gus"].place == "away"
    desk.do(shapes.AskManager("boss", "person"))
    assert desk.one("manager.asked").at == 23
    desk.to(37)
    assert desk.one("stakeholder.answered").at == 28
    assert desk.state.analysts["gus"].place == "away"
    assert desk.to(38).state.analysts["gus"].place == "desk"
    assert desk.one("analyst.arrived").cause == "world"
    assert desk.give(shapes.AskManager("boss", "person")) == "manager.answered"


def test_a_plain_request_for_help_is_one_for_a_person_where_one_can_be_sent(kit: Kit) -> None:
    desk = with_manager(kit, gives=frozenset({"person"}))
    desk.do(shapes.Escalate("portal", "boss"))
    desk.to(60)
    assert desk.one("stakeholder.answered").data["reply"] == "yes"
    assert desk.state.analysts["gus"].place == "desk"


@pytest.mark.parametrize("need", ["person", "time"])
def test_a_manager_may_say_no(kit: Kit, need: Any) -> None:
    desk = with_manager(kit)
    desk.do(shapes.AskManager("boss", need))
    assert desk.give(shapes.AskManager("boss", need)) == "manager.awaited"
    assert desk.to(30).one("stakeholder.answered").data["reply"] == "no"
    assert desk.to(100).state.analysts["gus"].place == "away"


def test_nobody_to_send_is_a_no(kit: Kit) -> None:
    desk = with_manager(kit, gives=frozenset({"person"}))
    desk.state.analysts["gus"].place = "absent"
    desk.do(shapes.AskManager("boss", "person"))
    assert desk.to(30).one("stakeholder.answered").data["reply"] == "no"


def test_a_manager_asks_back_for_what_speaks_for_it(kit: Kit) -> None:
    desk = with_manager(kit, gives=frozenset({"person"}), answer=Answer(Span(5, 5), ("down",)))
    desk.do(shapes.AskManager("boss", "person"))
    assert desk.to(40).one("stakeholder.answered").data["reply"] == "question"
    desk.do(shapes.AskManager("boss", "person", facts=("down",)))
    assert desk.to(50).all("stakeholder.answered")[1].data["reply"] == "yes"


def test_time_puts_off_the_next_word_that_executives_wait_for(kit: Kit) -> None:
    plain = with_manager(kit).to(60)
    asked = with_manager(kit, gives=frozenset({"time"}))
    asked.do(shapes.AskManager("boss", "time"))
    asked.to(80)
    assert asked.all("update.missed")[0].at == plain.all("update.missed")[0].at + 20


def test_an_authority_is_used_once_it_is_given(kit: Kit) -> None:
    desk = with_manager(kit, grants=frozenset({"restart"}))
    desk.do(shapes.AskManager("boss", "authority", "portal", "restart"))
    assert desk.to(27).state.incidents["portal"].ways == ()
    assert desk.to(28).state.incidents["portal"].ways == ("restart",)
