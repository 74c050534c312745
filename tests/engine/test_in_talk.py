"""Whoever sits in a talk with the lead is not at work: their work waits until it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine import agenda, api
from simulator.engine.acts import shapes
from simulator.engine.world import Choice, ConflictSpec, Effect

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from tests.engine.conftest import Desk, Kit

PAIR = ConflictSpec("pair", ("ana", "ben"), 38, 1, "They do not talk.")


def ends(desk: Desk) -> dict[str, int]:
    desk.to(240)
    return {e.subject.removeprefix("ticket:"): e.at for e in desk.all("ticket.resolved")}


def place(desk: Desk, who: str) -> tuple[str, int | None]:
    return next((one.place, one.until) for one in api.view(desk.state).team() if one.id == who)


@pytest.mark.parametrize(
    "act",
    [
        shapes.Listen("ana"), shapes.OneOnOne("ana", ("workload",)),
        shapes.Coach("ana", "net", "gaps"), shapes.GiveFeedback("ana", "positive", -1),
    ],
)  # fmt: skip
def test_work_waits_while_somebody_sits_with_the_lead(kit: Kit, act: Act) -> None:
    desk = kit.pair(kit.ticket("a", effort=30)).to(5)
    minutes = agenda.cost(desk.state, act)
    desk.give(act)
    desk.to(6)
    assert place(desk, "ana") == ("talk", 5 + minutes)
    assert ends(desk) == {"a": 30 + minutes}
    assert place(desk, "ana")[0] == "desk"


def test_nothing_is_finished_in_a_talk_and_nothing_begun(kit: Kit) -> None:
    tickets = (kit.ticket("a", effort=7), kit.ticket("b", at=8, effort=9, skill="app"))
    desk = kit.pair(*tickets, conflicts=(PAIR,)).to(5)
    desk.do(shapes.TalkThrough("pair"))
    assert desk.state.now == 15
    assert desk.one("ticket.started", "ticket:b").at == 15, "ben was idle, and in the talk"
    assert ends(desk) == {"a": 17, "b": 24}


def test_a_word_at_the_desk_is_no_talk(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", effort=30)).to(5)
    desk.do(shapes.Ask("ana"))
    assert ends(desk) == {"a": 30}


def test_a_talk_that_is_left_lets_work_go_on_at_once(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", effort=30)).to(5)
    desk.give(shapes.Listen("ana"))
    desk.to(7)
    desk.give(shapes.Leave())
    assert ends(desk) == {"a": 32}


def test_a_step_waits_and_what_is_allowed_meanwhile_begins_after(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.Assign("portal", "ana", may=("take-out",)))
    begun = desk.state.now
    desk.to(begun + 4).do(shapes.Listen("ana"))
    desk.to(120)
    assert desk.one("incident.found", step="find").at == begun + 10 + 5


def test_a_break_and_the_way_home_wait_for_the_end_of_a_talk(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, stress=20, breaks=(8,), leaves=9)
    desk = kit.desk(kit.world(ana)).to(5)
    desk.do(shapes.Listen("ana"))
    assert desk.state.now == 10
    desk.to(30)
    assert desk.one("analyst.listened-to").at == 10
    assert desk.one("analyst.left").at == 10


@pytest.mark.parametrize(
    ("effect", "held"), [(Effect("hear", "ana"), 5), (Effect("talk", "pair"), 5), (None, 0)]
)
def test_an_answer_that_is_a_talk_holds_whom_it_is_with(
    kit: Kit, effect: Effect | None, held: int
) -> None:
    choice = Choice("now", "Now, please.", 5, effects=() if effect is None else (effect,))
    scene = kit.scene("corridor", 4, choice, sender="ana")
    desk = kit.pair(kit.ticket("a", effort=30), conflicts=(PAIR,), storyline=(scene,)).to(5)
    desk.do(shapes.Answer("corridor", "now"))
    assert ends(desk) == {"a": 30 + held}
