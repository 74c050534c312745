"""Scenes and the storyline: what opens when, what an answer earns, what silence does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Choice, ConflictSpec, Effect, Moment, StorySpec, always

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

CALL = (
    Choice("needs", "What do you need?", 4, 2, (Effect("learn", "why"),)),
    Choice("next", "I call at nine.", 3, 1, (Effect("trust", "cfo", 2),)),
    Choice("guess", "By eleven.", 2, 3),
)


def desk_with(kit: Kit, *story: StorySpec, **more: Any) -> Desk:
    """Return a desk with a CFO and this storyline."""
    return kit.desk(kit.world(storyline=story, stakeholders=(kit.person("cfo"),), **more))


def call(kit: Kit, at: int = 10, **more: Any) -> StorySpec:
    """Return the CFO's call: what is needed comes first, until it is known."""
    fields: dict[str, Any] = {
        "sender": "cfo", "within": 6, "criterion": "communication.cfo",
        "best": (
            (kit.condition(lambda s: "why" not in s.facts), "needs"),
            (kit.condition(lambda s: "down" in s.facts), "next"),
        ),
        "unanswered": (Effect("trust", "cfo", -6),),
    } | more  # fmt: skip
    return kit.scene("call", at, *CALL, **fields)


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


def order(kit: Kit, seed: int, *choices: Choice) -> list[str]:
    spec = kit.scene("call", 0, *choices, sender="cfo")
    desk = kit.desk(kit.world(storyline=(spec,), stakeholders=(kit.person("cfo"),)), seed=seed)
    view = api.view(desk.state).scene()
    assert view is not None
    return [one.id for one in view.choices]


def test_the_place_of_an_answer_says_nothing_of_it(kit: Kit) -> None:
    """Over 300 seeds each stands in each place about as often: chi-square at 0.1 %, 4 degrees."""
    orders = [order(kit, seed, *CALL) for seed in range(300)]
    counts = Counter((one, row.index(one)) for row in orders for one in row)
    off = [counts[one, place] - 100 for one in orders[0] for place in range(3)]
    assert sum(by**2 / 100 for by in off) < 18.5


def test_the_order_of_the_answers_is_the_seeds_and_not_the_authors(kit: Kit) -> None:
    for seed in range(10):
        assert order(kit, seed, *CALL) == order(kit, seed, *reversed(CALL))


@pytest.mark.parametrize(
    ("facts", "worth"),
    # Nothing known: asking is best. All known: the next call is. Neither state: each has its own.
    [((), (3, 1, 2)), (("why", "down"), (2, 3, 2)), (("why",), (2, 1, 3))],
)
def test_the_best_answer_flips_with_the_state(
    kit: Kit, facts: tuple[str, ...], worth: tuple[int, ...]
) -> None:
    story = (kit.learn(*facts, at=1),) if facts else ()
    for choice, credit in zip(("needs", "next", "guess"), worth, strict=True):
        desk = desk_with(kit, *story, call(kit)).to(10)
        desk.do(shapes.Answer("call", choice))
        assert desk.one("scene.answered").data["credit"] == credit


def test_what_is_said_of_an_answer_goes_by_what_it_was_worth() -> None:
    split = Choice("wait", "Wait.", 1, feedback="Too long.", best_feedback="Long enough.")
    assert [split.said_of(credit) for credit in (2, 3)] == ["Too long.", "Long enough."]
    assert Choice("go", "Go.", 1, feedback="Gone.").said_of(3) == "Gone."


def test_an_answer_tells_whether_it_was_true_where_one_on_offer_is_not(kit: Kit) -> None:
    lie = (replace(CALL[0], untrue=True), *CALL[1:])
    for choices, told in ((CALL, []), (lie, [False, True])):
        found = []
        for choice in ("next", "needs"):
            desk = desk_with(kit, kit.scene("call", 5, *choices, sender="cfo")).to(5)
            desk.do(shapes.Answer("call", choice))
            found += [e.data["untrue"] for e in desk.all("scene.answered") if "untrue" in e.data]
        assert found == told


def test_what_an_answer_claims_can_be_true_in_one_state_only(kit: Kit) -> None:
    unseen = kit.condition(lambda s: "seen" not in s.facts)
    claim = (replace(CALL[0], untrue_when=unseen), *CALL[1:])
    for facts, untrue in (((), True), (("seen",), False)):
        story = (kit.learn(*facts, at=1),) if facts else ()
        desk = desk_with(kit, *story, kit.scene("call", 5, *claim, sender="cfo")).to(5)
        desk.do(shapes.Answer("call", CALL[0].id))
        assert desk.one("scene.answered").data["untrue"] is untrue


def test_without_a_criterion_an_answer_is_feedback_only(kit: Kit) -> None:
    desk = desk_with(kit, call(kit, criterion="", best=())).to(10)
    desk.do(shapes.Answer("call", "guess"))
    entry = desk.one("scene.answered")
    assert entry.data["credit"] == -1
    assert "criterion" not in entry.data


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


def test_a_locked_answer_says_why(kit: Kit) -> None:
    locked = Choice("pass", "Ask Ana.", 1, locked=kit.condition(lambda s: s.now < 20),
                    lock_reason="Ana is not here")  # fmt: skip
    desk = desk_with(kit, kit.scene("call", 5, locked, CALL[1], within=60)).to(10)
    view = api.view(desk.state).scene()
    assert view is not None
    assert [c.locked for c in view.choices] == ["Ana is not here", ""]
    assert desk.give(shapes.Answer("call", "pass")) == "scene.locked"
    desk.to(20)
    assert desk.give(shapes.Answer("call", "pass")) == ""


def test_credit_is_never_shown(kit: Kit) -> None:
    desk = desk_with(kit, call(kit)).to(10)
    view = api.view(desk.state).scene()
    assert view is not None
    shown = {name for choice in view.choices for name in choice.__slots__}
    assert shown == {"id", "say", "minutes", "locked"}


def test_who_is_not_here_asks_nothing(kit: Kit) -> None:
    ana = kit.analyst("ana", arrives=30)
    world = kit.world(ana, storyline=(kit.scene("word", 10, CALL[1], sender="ana"),))
    assert not kit.desk(world).to(60).all("scene.opened")


# The storyline ----------------------------------------------------------------------------------


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
