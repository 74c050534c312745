"""Scenes: who comes when, how long they wait, and what silence does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Choice
from tests.engine.calls import CALL, call, desk_with

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


def test_who_is_on_a_break_comes_with_a_word_after_it(kit: Kit) -> None:
    desk = desk_with(kit, call(kit, at=5, sender="ana", channel="walk-up"))
    desk.do(shapes.SendOnBreak("ana"))
    over = desk.state.analysts["ana"].until
    assert over > 5
    assert not desk.to(over - 1).all("scene.opened")
    desk.to(over)
    assert desk.one("scene.opened").at == over


def test_who_sits_with_the_lead_comes_with_a_word_after_the_talk(kit: Kit) -> None:
    desk = desk_with(kit, call(kit, at=3, sender="ana", channel="walk-up"))
    desk.do(shapes.Listen("ana"))
    heard = desk.one("analyst.listened-to")
    assert heard.at > 3
    assert not [e for e in desk.all("scene.opened") if e.number < heard.number]
    desk.to(heard.at + 1)
    assert desk.one("scene.opened").at == heard.at


def test_an_answer_takes_its_minutes_and_has_its_effects(kit: Kit) -> None:
    desk = desk_with(kit, call(kit)).to(10)
    opened = desk.one("scene.opened", "stakeholder:cfo")
    assert (opened.cause, opened.data) == (
        "script", {"scene": "call", "sender": "cfo", "until": 16, "channel": "phone"},
    )  # fmt: skip
    view = api.view(desk.state).scene()
    assert view is not None
    assert {(c.id, c.minutes, c.locked) for c in view.choices} == {
        ("needs", 4, ""), ("next", 3, ""), ("guess", 2, ""),
    }  # fmt: skip
    desk.do(shapes.Answer("call", "needs"))
    entry = desk.one("scene.answered")
    assert (entry.at, entry.because, entry.data) == (
        14, opened.number,
        {"scene": "call", "choice": "needs", "credit": 3, "minutes": 4,
         "criterion": "communication.cfo"},
    )  # fmt: skip
    assert desk.one("fact.learned").cause == "lead"
    desk.to(30)
    assert not desk.all("scene.lapsed")
    assert api.view(desk.state).scene() is None


def test_silence_has_an_outcome_of_its_own(kit: Kit) -> None:
    desk = desk_with(kit, call(kit)).to(15)
    assert not desk.all("scene.lapsed")
    desk.to(16)
    lapsed = desk.one("scene.lapsed")
    assert (lapsed.at, lapsed.cause, lapsed.data["criterion"]) == (
        16, "default", "communication.cfo",
    )  # fmt: skip
    changed = desk.one("stakeholder.trust-changed")
    assert (changed.cause, changed.because, changed.data["change"]) == (
        "default", lapsed.number, -6,
    )  # fmt: skip
    assert desk.give(shapes.Answer("call", "next")) == "scene.over"


def test_not_now_takes_no_time_and_the_limit_runs_on(kit: Kit) -> None:
    desk = desk_with(kit, call(kit)).to(10)
    assert desk.give(shapes.NotNow("call")) == ""
    view = api.view(desk.state)
    assert view.scene() is None
    assert [(one.id, one.put_off, one.until) for one in view.scenes()] == [("call", True, 16)]
    desk.to(14)
    assert desk.give(shapes.Answer("call", "next")) == ""
    desk.to(30)
    assert desk.one("scene.answered").at == 17
    assert not desk.all("scene.lapsed")
    assert dict(desk.state.lead.family) == {"communicate": 3}


def test_an_answer_taken_back_stays_put_off(kit: Kit) -> None:
    desk = desk_with(kit, call(kit)).to(10)
    desk.give(shapes.NotNow("call"))
    number = api.give(desk.state, shapes.Answer("call", "next")).number
    desk.give(shapes.Withdraw(number))
    assert [one.put_off for one in api.view(desk.state).scenes()] == [True]
    desk.to(16)
    assert desk.one("scene.lapsed")


def test_an_answer_that_is_left_after_the_limit_lapses_at_once(kit: Kit) -> None:
    desk = desk_with(kit, call(kit)).to(15)
    desk.give(shapes.Answer("call", "needs"))
    desk.to(17)
    desk.give(shapes.Leave())
    desk.to(18)
    assert desk.one("scene.lapsed").at == 18


def test_a_scene_that_comes_again_has_a_limit_of_its_own(kit: Kit) -> None:
    when = kit.condition(lambda s: s.now >= 5, wake=5)
    item = kit.scene("call", 0, CALL[1], when=when, within=60)
    desk = desk_with(kit, replace(item, again=20)).to(5)
    desk.do(shapes.Answer("call", "next"))
    desk.to(84)
    assert [e.at for e in desk.all("scene.opened")] == [5, 25]
    assert not desk.all("scene.lapsed")
    desk.to(85)
    assert desk.one("scene.lapsed").at == 85


def test_answers_go_before_everything_else_that_waits(kit: Kit) -> None:
    desk = desk_with(kit, call(kit), kit.scene("chat", 10, Choice("ok", "Ok.", 1))).to(10)
    for act in (
        shapes.Brief(), shapes.Listen("ana"), shapes.Answer("call", "next"),
        shapes.Answer("chat", "ok"),
    ):  # fmt: skip
        desk.give(act)
    desk.to(40)
    done = [(e.data["act"], e.at) for e in desk.all("act.done")]
    assert done == [("brief", 14), ("answer", 17), ("answer", 18), ("listen", 23)]


def test_who_is_not_here_asks_nothing(kit: Kit) -> None:
    ana = kit.analyst("ana", arrives=30)
    world = kit.world(ana, storyline=(kit.scene("word", 10, CALL[1], sender="ana"),))
    assert not kit.desk(world).to(60).all("scene.opened")
