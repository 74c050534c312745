"""The storyline: when an item happens, and what its effects do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Choice, ConflictSpec, Effect, Moment, StorySpec, always
from tests.engine.calls import CALL, desk_with

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


def test_a_condition_is_looked_at_when_something_touches_it(kit: Kit) -> None:
    when = kit.condition(lambda s: len(s.waiting) >= 2, ("ticket.arrived",))
    tickets = tuple(kit.ticket(f"t{n}", at=10 * n, skill="lab") for n in range(1, 5))
    story = kit.scene("long", 0, CALL[1], when=when)
    desk = desk_with(kit, story, tickets=tickets).to(60)
    opened = desk.one("scene.opened")
    assert (opened.at, opened.cause) == (20, "world")


def test_a_condition_can_wake_at_a_minute(kit: Kit) -> None:
    when = kit.condition(lambda s: s.now >= 33, wake=33)
    desk = desk_with(kit, StorySpec("n", when=when, news="So."))
    assert desk.to(60).one("story.told").at == 33


def test_an_item_happens_once_or_again_after_its_pause(kit: Kit) -> None:
    holds = kit.condition(lambda s: s.now >= 5, wake=5)
    again = StorySpec("again", when=holds, again=20, news="So.")
    once = StorySpec("once", when=holds, news="So.")
    desk = desk_with(kit, again, once).to(60)
    assert [e.at for e in desk.all("story.told", text="again")] == [5, 25, 45]
    assert [e.at for e in desk.all("story.told", text="once")] == [5]


def test_one_scene_can_lead_to_another(kit: Kit) -> None:
    first = kit.scene("first", 5, Choice("on", "On.", 1, effects=(Effect("scene", "second"),)))
    second = StorySpec("second", scene=kit.scene("x", 0, CALL[1]).scene)
    desk = desk_with(kit, first, second).to(5)
    desk.do(shapes.Answer("first", "on"))
    opened = desk.all("scene.opened")
    assert [(e.data["scene"], e.at) for e in opened] == [("first", 5), ("second", 6)]
    told = desk.state.log[opened[1].because]
    assert (told.kind, told.data, told.seen) == ("story.told", {"text": "second"}, False)
    assert told.because == desk.one("scene.answered").number


def test_an_answer_can_send_somebody_on_a_break_and_somebody_home(kit: Kit) -> None:
    """The break counts as the lead's doing; who is sent home is not ill."""
    rest = kit.scene("tired", 5, Choice("go", "Go.", 1, effects=(Effect("rest", "ana"),)))
    home = kit.scene("late", 30, Choice("go", "Home.", 1, effects=(Effect("absent", "ana"),)))
    desk = desk_with(kit, rest, home).to(5)
    desk.do(shapes.Answer("tired", "go"))
    sent, began = desk.one("analyst.sent-on-break"), desk.one("analyst.break-began")
    assert (sent.cause, sent.subject, began.because) == ("lead", "analyst:ana", sent.number)
    assert api.view(desk.state).analyst("ana").place == "break"
    desk.to(30)
    assert api.view(desk.state).analyst("ana").place == "desk"
    desk.do(shapes.Answer("late", "go"))
    assert api.view(desk.state).analyst("ana").place == "away"


def two_at_odds(kit: Kit, scene: StorySpec) -> Desk:
    """Return a desk of two who do not talk, as a scene opens."""
    pair = ConflictSpec("pair", ("ana", "ben"), 30, 1, "They do not talk.")
    team = (kit.analyst("ana"), kit.analyst("ben"))
    return kit.desk(kit.world(*team, conflicts=(pair,), storyline=(scene,))).to(5)


def test_an_answer_can_be_the_hearing_of_somebody_once(kit: Kit) -> None:
    hear = Choice("go", "Your side, please.", 5, effects=(Effect("hear", "ana"),) * 2)
    desk = two_at_odds(kit, kit.scene("corridor", 5, hear))
    desk.do(shapes.Answer("corridor", "go"))
    heard = desk.one("analyst.listened-to")
    assert (heard.subject, heard.cause) == ("analyst:ana", "lead")
    assert desk.one("conflict.changed", why="heard").because == heard.number


def test_an_answer_can_bring_two_together_once(kit: Kit) -> None:
    talk = Choice("go", "Now, the three of us.", 10, effects=(Effect("talk", "pair"),) * 2)
    desk = two_at_odds(kit, kit.scene("offer", 5, talk))
    desk.do(shapes.Answer("offer", "go"))
    spoken = desk.one("conflict.talked-through")
    assert (spoken.subject, spoken.data["words"]) == ("conflict:pair", "behaviour-and-impact")
    assert desk.state.conflicts["pair"].settled
    assert dict(desk.state.lead.family) == {"people": 10}


def test_nobody_is_heard_or_brought_together_who_has_gone(kit: Kit) -> None:
    gone = (Effect("absent", "ana"), Effect("hear", "ana"), Effect("talk", "pair"))
    scene = kit.scene("late", 5, Choice("go", "Go home.", 1, effects=gone))
    desk = two_at_odds(kit, scene)
    desk.do(shapes.Answer("late", "go"))
    assert not desk.all("analyst.listened-to") + desk.all("conflict.talked-through")


@pytest.mark.parametrize(
    ("effect", "kind", "data"),
    [
        (Effect("stress", "ana", 5), "analyst.stress-changed", {"change": 5, "why": "story"}),
        (Effect("morale", "team", -3), "analyst.morale-changed", {"change": -3, "why": "story"}),
        (
            Effect("trust", "cfo", -2),
            "stakeholder.trust-changed",
            {"change": -2, "trust": 58, "why": "story"},
        ),
        (Effect("learn", "why"), "fact.learned", {"fact": "why"}),
        (Effect("set", "paper"), "flag.set", {"flag": "paper", "on": True}),
        (Effect("note", "line"), "story.told", {"text": "line"}),
        (Effect("start", "portal"), "incident.started", {"service": "portal"}),
        (Effect("absent", "ana"), "analyst.left", {}),
    ],
)
def test_effects_of_the_storyline(
    kit: Kit, effect: Effect, kind: str, data: dict[str, Any]
) -> None:
    story = StorySpec("e", at=Moment("", always(7)), effects=(effect,))
    desk = desk_with(kit, story, incidents=(kit.incident(starts=999),)).to(10)
    told, entry = desk.state.log[desk.one(kind, **data).because], desk.one(kind, **data)
    assert (entry.at, entry.cause, entry.data) == (7, "world", data)
    if effect.kind != "start":
        assert (told.kind, told.cause, told.data["text"]) == ("story.told", "script", "e")


def test_somebody_spare_can_come_at_an_answer(kit: Kit) -> None:
    choice = Choice("come", "Come.", 1, effects=(Effect("comes", "ana"), Effect("comes", "ben")))
    team = (kit.analyst("ana", spare=True), kit.analyst("ben"))
    desk = kit.desk(kit.world(*team, storyline=(kit.scene("helpers", 5, choice),))).to(5)
    assert api.view(desk.state).analyst("ana").place == "away"
    desk.do(shapes.Answer("helpers", "come"))
    assert api.view(desk.state).analyst("ana").place == "desk"
    assert desk.one("analyst.arrived").subject == "analyst:ana"


def test_a_ticket_can_come_out_of_an_answer(kit: Kit) -> None:
    choice = Choice("send", "Send it.", 1, effects=(Effect("ticket", ticket=kit.ticket("dock")),))
    desk = desk_with(kit, kit.scene("walk-in", 5, choice)).to(5)
    desk.do(shapes.Answer("walk-in", "send"))
    arrived = desk.one("ticket.arrived", "ticket:dock")
    assert (arrived.at, arrived.cause) == (6, "world")
    assert arrived.because == desk.one("scene.answered").number


def test_minutes_of_an_effect_keep_the_lead_busy(kit: Kit) -> None:
    choice = Choice("sit", "Sit down.", 2, effects=(Effect("minutes", amount=10),))
    desk = desk_with(kit, kit.scene("walk-in", 5, choice)).to(5)
    desk.give(shapes.Answer("walk-in", "sit"))
    desk.give(shapes.Brief())
    desk.to(40)
    assert desk.one("scene.answered").at == 7
    assert desk.one("order.briefed").at == 21


def test_an_answer_can_end_the_shift(kit: Kit) -> None:
    choice = Choice("end", "Home.", 1, effects=(Effect("end"),))
    desk = desk_with(kit, kit.scene("last", 5, choice)).to(5)
    desk.give(shapes.Answer("last", "end"))
    desk.to(240)
    assert desk.state.over
    assert desk.one("shift.closed").at == 6


def test_a_flag_is_set_and_unset_once(kit: Kit) -> None:
    effects = tuple(Effect(kind, "paper") for kind in ("unset", "set", "set", "unset"))
    desk = desk_with(kit, StorySpec("e", at=Moment("", always(7)), effects=effects)).to(10)
    assert [e.data["on"] for e in desk.all("flag.set")] == [True, False]
