"""What people outside the desk do when they are let down, and what the ledger says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api, ledger
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element
from simulator.engine.world import (
    Choice,
    Effect,
    Moment,
    Patience,
    Span,
    StorySpec,
    TakeOver,
    Wording,
)

if TYPE_CHECKING:
    from simulator.engine.world import SceneSpec
    from tests.engine.conftest import Desk, Kit

WORDINGS = (
    Wording("down", "impact", "it is down"),
    Wording("fine", "impact", "it is fine", contradicts=("down",)),
    Wording("at", "time", "by {time}"),
)


def scene(kit: Kit, ident: str, *effects: Effect) -> StorySpec:
    """Return a scene of the CFO's that only something else opens."""
    answered = kit.scene(ident, 0, Choice("yes", "Yes.", 2, effects=effects), sender="cfo").scene
    told: SceneSpec | None = answered
    return StorySpec(ident, scene=told)


def desk_with(kit: Kit, *scenes: StorySpec, cfo: Any = None, **more: Any) -> Desk:
    """Return a desk at minute 20 whose portal fails at 10; the CFO wants a word every 30."""
    fields: dict[str, Any] = {"expects": {1: 30}} | (cfo or {})
    people = (kit.person("cfo", **fields), kit.person("users", "users"))
    return kit.desk(
        kit.world(
            stakeholders=more.pop("stakeholders", people), wordings=WORDINGS,
            incidents=(kit.incident(steps=kit.incident().steps[:1]),),
            storyline=(kit.learn("down", at=12), *scenes), **more,
        )
    ).to(20)  # fmt: skip


def say(to: str, wording: str, minute: int | None = None) -> shapes.Message:
    """Return a message with one element."""
    kind = "time" if minute is not None else "impact"
    return shapes.Message(to, "portal", (Element(kind, wording, minute),))


def reasons(desk: Desk, who: str = "cfo") -> list[tuple[str, object]]:
    """Return why somebody's trust changed, and by how many points."""
    found = desk.all("stakeholder.trust-changed", f"stakeholder:{who}")
    return [(str(e.data["why"]), e.data["change"]) for e in found]


# The ledger -------------------------------------------------------------------------------------


def test_every_change_of_trust_has_a_reason_and_a_cause(kit: Kit) -> None:
    desk = desk_with(kit).to(60)
    desk.do(say("cfo", "down"))
    assert reasons(desk) == [("missed", -4), ("silent", -2), ("first-word", 1)]
    for entry in desk.all("stakeholder.trust-changed"):
        assert entry.data["why"] in ledger.REASONS
        assert 0 <= entry.because < entry.number
    lines = list(api.view(desk.state).ledger("cfo"))
    assert [(one.why, one.up) for one in lines] == [
        ("missed", False), ("silent", False), ("first-word", True),
    ]  # fmt: skip
    assert desk.state.log[lines[0].cause].kind == "update.missed"


def test_an_end_that_nobody_tells_leads_back_to_that_end(kit: Kit) -> None:
    desk = kit.outage("why", "node", ana={"skills": {"net": 5}})
    world = kit.world(
        stakeholders=(kit.person("cfo", expects={1: 200}),), incidents=(kit.incident(),),
        storyline=(kit.learn("down", "node", "why", at=12),),
    )  # fmt: skip
    desk = kit.desk(world).to(12)
    desk.do(shapes.Assign("portal", "ana", "hand-over", may=("take-out",)))
    (entry,) = desk.to(120).all("stakeholder.trust-changed", why="not-closed")
    assert desk.state.log[entry.because].kind == "incident.mitigated"


# Noise ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("soonest", "noise"), [(None, False), (30, True), (5, False)])
def test_everybody_has_their_own_idea_of_too_often(
    kit: Kit, soonest: int | None, noise: bool
) -> None:
    desk = desk_with(kit, cfo={"soonest": soonest})
    desk.do(say("cfo", "down"))
    desk.to(34).do(say("cfo", "down"))
    assert (("noise", -3) in reasons(desk)) is noise


# Two audiences ----------------------------------------------------------------------------------

TALKS = {"hears_from": {"users": Span(10, 10)}}


def test_opposite_statements_are_found_out_when_the_two_talk(kit: Kit) -> None:
    desk = desk_with(kit, cfo=TALKS)
    desk.do(say("users", "fine"))
    desk.do(say("cfo", "down"))
    sent = [e.number for e in desk.all("message.sent")]
    found = desk.to(60).one("contradiction.found", "stakeholder:cfo")
    assert found.at == 37
    assert found.data == {"about": "portal", "other": "users", "entries": (sent[1], sent[0])}
    assert ("contradiction", -6) in reasons(desk)


def test_two_times_for_one_repair_contradict_each_other(kit: Kit) -> None:
    desk = desk_with(kit, cfo=TALKS)
    desk.do(say("cfo", "at", 90))
    desk.do(say("users", "at", 100))
    assert desk.to(60).one("contradiction.found").at == 37


def test_the_same_word_to_both_is_no_contradiction(kit: Kit) -> None:
    desk = desk_with(kit, cfo=TALKS)
    desk.do(say("cfo", "at", 90))
    desk.do(say("users", "at", 90))
    assert not desk.to(80).all("contradiction.found")


def test_a_word_put_right_in_time_is_never_found_out(kit: Kit) -> None:
    desk = desk_with(kit, cfo=TALKS)
    desk.do(say("users", "fine"))
    desk.do(say("cfo", "down"))
    desk.do(say("users", "down"))
    assert not desk.to(80).all("contradiction.found")


def test_people_who_do_not_talk_find_nothing_out(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(say("users", "fine"))
    desk.do(say("cfo", "down"))
    assert not desk.to(80).all("contradiction.found")


# Hearing it from somebody else ------------------------------------------------------------------


def _manager(kit: Kit, *scenes: StorySpec) -> Desk:
    boss = kit.person(
        "boss", "manager", expects={1: 60}, hears_from={"cfo": Span(15, 15)}, heard="asks"
    )
    people = (kit.person("cfo", expects={1: 30}), boss)
    return desk_with(kit, scene(kit, "asks"), stakeholders=people)


def test_a_manager_who_hears_it_from_somebody_else_first_comes_and_asks(kit: Kit) -> None:
    desk = _manager(kit)
    desk.do(say("cfo", "down"))  # told at 24, the boss hears at 39
    heard = desk.to(50).one("stakeholder.heard-elsewhere", "stakeholder:boss")
    assert (heard.at, heard.data) == (39, {"about": "portal", "source": "cfo"})
    assert reasons(desk, "boss") == [("second-hand", -5)]
    (opened,) = desk.all("scene.opened", scene="asks")
    assert desk.state.log[opened.because].because == heard.number


def test_a_manager_hears_of_silence_too(kit: Kit) -> None:
    desk = _manager(kit).to(70)
    assert desk.one("stakeholder.heard-elsewhere").at == 61


def test_a_manager_who_was_told_first_is_not_surprised(kit: Kit) -> None:
    desk = _manager(kit)
    desk.do(say("cfo", "down"))
    desk.do(say("boss", "down"))
    assert not desk.to(80).all("stakeholder.heard-elsewhere")


# Calls ------------------------------------------------------------------------------------------

WAITS = {"patience": Patience(Span(5, 5), "rings")}
PROMISED = Effect("promise", "cfo", 30, "update")


def test_who_is_left_without_a_word_calls_and_waits_in_vain(kit: Kit) -> None:
    desk = desk_with(kit, scene(kit, "rings"), cfo=WAITS).to(70)
    (missed, *_) = desk.all("update.missed")
    opened = desk.one("scene.opened", scene="rings")
    assert (missed.at, opened.at) == (46, 51)
    assert desk.state.log[opened.because].because == missed.number
    lapsed = desk.one("scene.lapsed")
    (cost,) = desk.all("stakeholder.trust-changed", why="unanswered")
    assert (cost.because, cost.data["change"]) == (lapsed.number, -6)


def test_a_call_that_is_answered_costs_minutes_and_no_trust(kit: Kit) -> None:
    told = Effect("told", "cfo", 0, "portal")
    desk = desk_with(kit, scene(kit, "rings", told), cfo=WAITS).to(51)
    assert desk.do(shapes.Answer("rings", "yes"))[-1].at == 53
    assert not desk.to(75).all("stakeholder.trust-changed", why="unanswered")


def test_a_word_before_patience_ends_keeps_them_from_calling(kit: Kit) -> None:
    desk = desk_with(kit, scene(kit, "rings"), cfo=WAITS).to(46)
    desk.do(say("cfo", "down"))
    assert not desk.to(75).all("scene.opened")


@pytest.fixture
def promised(kit: Kit) -> Desk:
    """A desk on which nothing is broken yet, and the CFO was promised a word by minute 30."""
    people = (kit.person("cfo", expects={1: 30}, **WAITS),)
    word = StorySpec("word", at=Moment("", Span(0, 0)), effects=(PROMISED,))
    return kit.desk(
        kit.world(
            stakeholders=people, wordings=WORDINGS, incidents=(kit.incident(),),
            storyline=(kit.learn("down", at=12), word, scene(kit, "rings")),
        )
    )  # fmt: skip


def test_who_was_promised_a_word_that_does_not_come_calls(promised: Desk) -> None:
    broken = promised.to(70).one("promise.broken")
    opened = promised.one("scene.opened", scene="rings")
    assert opened.at == broken.at + 5
    assert promised.state.log[opened.because].because == broken.number


@pytest.mark.parametrize("minute", [25, 32])
def test_who_gets_the_promised_word_before_they_call_does_not(promised: Desk, minute: int) -> None:
    promised.to(minute).do(say("cfo", "down"))
    assert not promised.to(50).all("scene.opened")


def test_who_was_promised_a_word_calls_though_nothing_is_broken(kit: Kit) -> None:
    word = StorySpec("word", at=Moment("", Span(0, 0)), effects=(PROMISED,))
    people = (kit.person("cfo", **WAITS),)
    desk = kit.desk(kit.world(stakeholders=people, storyline=(word, scene(kit, "rings"))))
    assert desk.to(50).one("scene.opened").at == desk.one("promise.broken").at + 5


# Taking over ------------------------------------------------------------------------------------

SWOOPS = {"takes_over": TakeOver(57, "orders")}


def _taken_over(kit: Kit, *effects: Effect) -> Desk:
    desk = desk_with(kit, scene(kit, "orders", *effects), cfo=SWOOPS)
    desk.do(shapes.Assign("portal", "ana", "hand-over"))
    return desk


def test_an_executive_who_lost_trust_orders_the_team_about(kit: Kit) -> None:
    desk = _taken_over(kit)
    taken = desk.to(200).all("command.taken")
    assert [e.at for e in taken] == [47]
    assert taken[0].because == desk.all("update.missed")[0].number


@pytest.fixture
def long_work(kit: Kit) -> Desk:
    """A desk on which ana still works on the portal when the CFO takes over at 47."""
    step = kit.incident().steps[0]
    slow = kit.incident(steps=(type(step)("find", "found", 100),))
    people = (kit.person("cfo", expects={1: 30}, **SWOOPS),)
    world = kit.world(
        stakeholders=people, wordings=WORDINGS, incidents=(slow,),
        storyline=(kit.learn("down", at=12), scene(kit, "orders")),
    )  # fmt: skip
    desk = kit.desk(world).to(12)
    desk.do(shapes.Assign("portal", "ana", "hand-over"))
    return desk.to(47)


def test_orders_past_the_lead_cost_work_until_they_end(long_work: Desk) -> None:
    desk = long_work.to(70)
    assert [e.at for e in desk.all("analyst.disturbed", "analyst:ana")] == [47, 57, 67]
    (view,) = api.view(desk.state).stakeholders()
    assert view.orders == "portal"


@pytest.mark.parametrize("question", ["stop", "lead-it"])
def test_asking_to_stop_or_offering_command_ends_it(long_work: Desk, question: str) -> None:
    long_work.do(shapes.Ask("cfo", question))
    left = long_work.to(110).one("command.left", "stakeholder:cfo")
    assert (left.at, left.cause) == (49, "lead")
    assert [e.at for e in long_work.all("analyst.disturbed")] == [47]


def test_an_answer_can_end_it_too(kit: Kit) -> None:
    desk = _taken_over(kit, Effect("stands-back", "cfo")).to(48)
    desk.do(shapes.Answer("orders", "yes"))
    assert desk.one("command.left").cause == "lead"
