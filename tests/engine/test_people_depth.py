"""What wears people down: hours without a break, long strain, unfairness, and how it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


def deep(kit: Kit, *team: Any, **more: Any) -> Desk:
    """Return a desk on which people wear down; hours without a word do not count."""
    numbers = {"people_depth": True, "no_word_minutes": 1000} | more.pop("numbers", {})
    fields: dict[str, Any] = {"length": 400} | more
    return kit.desk(kit.world(*team, rules=kit.with_rules(**numbers), **fields))


def shown(desk: Desk) -> list[tuple[int, str, object]]:
    return [(e.at, e.subject.split(":")[1], e.data["sign"]) for e in desk.all("analyst.shows")]


# Hours and strain -------------------------------------------------------------------------------


def test_hours_without_a_break_weigh_on_somebody_and_show(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, stress=20)
    desk = deep(kit, ana, tickets=(kit.ticket("a", effort=390),))
    before = desk.to(149).stress("ana")
    assert desk.to(150).stress("ana") == before + 100 + 6_000
    assert shown(desk) == [(150, "ana", "long-stretch")]
    assert api.view(desk.state).analyst("ana").signs == ("long-stretch",)


def test_a_break_begins_a_new_stretch(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, stress=20, breaks=(100,))
    desk = deep(kit, ana, tickets=(kit.ticket("a", effort=390),))
    assert shown(desk.to(259)) == []
    assert shown(desk.to(260)) == [(260, "ana", "long-stretch")]


def strained(kit: Kit, **more: Any) -> Desk:
    """Return a desk on which ana is strained from 10 on."""
    team = (kit.analyst("ana", skills={"net": 4}, stress=74), kit.analyst("ben", skills={"net": 4}))
    return deep(kit, *team, tickets=(kit.ticket("a", effort=390),), **more)


def test_very_long_strain_ends_in_going_home(kit: Kit) -> None:
    desk = strained(kit)
    assert desk.to(99).state.analysts["ana"].place == "desk"
    desk.to(100)
    assert desk.one("analyst.went-home").at == 100
    assert desk.state.analysts["ana"].place == "absent"
    assert desk.state.tickets["a"].who == "ben"


def test_relief_in_time_keeps_somebody_at_work(kit: Kit) -> None:
    desk = strained(kit).to(60)
    desk.do(shapes.SendOnBreak("ana"))
    assert not desk.to(130).all("analyst.went-home")


def test_nobody_goes_home_right_after_a_word_of_the_lead_s(kit: Kit) -> None:
    desk = strained(kit, numbers={"heard_stress": 0}).to(91)
    desk.do(shapes.Listen("ana"))
    assert desk.state.now == 96
    assert not desk.to(105).all("analyst.went-home")
    assert desk.to(106).one("analyst.went-home").at == 106


def test_the_outlook_is_an_outcome_that_nobody_sees(kit: Kit) -> None:
    desk = strained(kit).to(400)
    entry = desk.one("analyst.outlook", "analyst:ana")
    assert entry.data == {"absent": 20 + 3 * 15, "strained": 90}
    assert not entry.seen
    assert desk.one("analyst.outlook", "analyst:ben").data["absent"] == 20


# Fairness ---------------------------------------------------------------------------------------


def uneven(kit: Kit, **more: Any) -> Desk:
    """Return a desk on which ana has all the hard work, and ben the easy one."""
    team = (kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"app": 4}))
    tickets = (kit.ticket("hard", effort=300), kit.ticket("easy", skill="app", difficulty=1))
    return deep(kit, *team, tickets=tickets, **more)


def test_who_carries_the_hard_work_notices_at_the_second_look(kit: Kit) -> None:
    desk = uneven(kit)
    assert shown(desk.to(59)) == []
    assert shown(desk.to(60)) == [(60, "ana", "carries-most")]
    desk.to(140)
    assert desk.gains() == [("carries-most", -4)]
    assert desk.state.analysts["ana"].trust == 57


def test_it_is_not_minded_once_the_lead_has_explained(kit: Kit) -> None:
    numbers = {"fair_band": 90}  # ana has twice the mean
    assert shown(uneven(kit, numbers=numbers).to(140))
    desk = uneven(kit, numbers=numbers)
    desk.do(shapes.OneOnOne("ana", ("workload",)))
    assert not shown(desk.to(140))


def test_thanks_that_always_go_to_the_same_person_are_noticed(kit: Kit) -> None:
    team = (kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"app": 4}))
    tickets = (
        kit.ticket("a", effort=5), kit.ticket("c", effort=5),
        kit.ticket("b", effort=5, skill="app"), kit.ticket("d", effort=5, skill="app"),
    )  # fmt: skip
    desk = deep(kit, *team, tickets=tickets).to(12)
    first, second = (e.number for e in desk.all("ticket.resolved", by="ana"))
    desk.do(shapes.Recognise("ana", first))
    assert not shown(desk.to(31))
    desk.do(shapes.Recognise("ana", second))
    assert shown(desk.to(61)) == [(60, "ben", "overlooked")]


@pytest.mark.parametrize("both", [False, True])
def test_a_lapse_answered_for_one_only_is_noticed(kit: Kit, both: bool) -> None:
    team = (kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"app": 4}))
    back: Any = {"effort": 2, "returns": 1000}
    tickets = (kit.ticket("a", **back), kit.ticket("b", skill="app", **back))
    desk = deep(kit, *team, tickets=tickets, numbers={"return_after": (35, 36)}).to(40)
    for who in ("ana", "ben")[: 1 + both]:
        entry = desk.one("ticket.returned", by=who)
        desk.do(shapes.ApplyStandard(who, entry.number))
    desk.to(74)
    assert [who for _, who, sign in shown(desk.to(95)) if sign == "uneven"] == (
        [] if both else ["ana"]
    )


def test_somebody_low_falls_silent(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, morale=39)
    assert shown(deep(kit, ana).to(30)) == [(30, "ana", "silent")]


# Laws -------------------------------------------------------------------------------------------


def test_no_sign_shows_within_ten_minutes_of_an_act_on_the_person(kit: Kit) -> None:
    desk = uneven(kit).to(54)
    desk.do(shapes.Listen("ana"))
    assert desk.state.now == 59
    assert shown(desk.to(68)) == []
    assert shown(desk.to(69)) == [(69, "ana", "carries-most")]


def test_without_the_switch_nothing_of_it_happens(kit: Kit) -> None:
    desk = strained(kit, numbers={"people_depth": False}).to(400)
    kinds = {e.kind for e in desk.state.log}
    assert not kinds & {"analyst.shows", "analyst.went-home", "analyst.outlook"}
