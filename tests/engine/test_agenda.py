"""The lead's agenda: acts wait their turn, can be taken back, and may come to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import api, words
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Refusal

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


def test_an_act_can_be_taken_back_until_the_clock_moves(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a")).to(5)
    desk.give(shapes.Listen("ben"))
    number = api.give(desk.state, shapes.Take("a")).number
    assert desk.give(shapes.Withdraw(number)) == ""
    assert desk.give(shapes.Withdraw(number)) == "withdraw.too-late"
    assert desk.one("act.withdrawn").data == {"act": "take", "number": number}
    desk.to(6)
    assert desk.give(shapes.Withdraw(0)) == "withdraw.too-late"


def test_leaving_cannot_be_taken_back(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", skill="lab")).to(5)
    desk.give(shapes.Take("a"))
    desk.to(8)
    number = api.give(desk.state, shapes.Leave()).number
    assert desk.give(shapes.Withdraw(number)) == "withdraw.too-late"


def test_acts_queue_up_and_take_effect_one_at_a_time(kit: Kit) -> None:
    desk = kit.pair().to(5)
    for act in (shapes.Brief(), shapes.Listen("ana"), shapes.Listen("ben")):
        desk.give(act)
    desk.to(30)
    assert [(e.data["act"], e.at) for e in desk.all("act.done")] == [
        ("brief", 9), ("listen", 14), ("listen", 19),
    ]  # fmt: skip
    assert [e.at for e in desk.all("act.begun")] == [5, 9, 14]
    given = {e.data["number"]: e.number for e in desk.all("act.given")}
    for entry in (*desk.all("act.begun"), *desk.all("act.done")):
        assert entry.because == given[entry.data["number"]]


def test_an_act_that_becomes_impossible_comes_to_nothing(kit: Kit) -> None:
    """Asked again when it takes effect: a failure has cost its minutes."""
    desk = kit.desk(kit.world(kit.analyst("ana"), kit.analyst("ben", leaves=100))).to(99)
    assert desk.give(shapes.AskOvertime("ben", 30)) == ""
    assert desk.give(shapes.Recognise("ben")) == ""
    desk.to(110)
    failed = desk.all("act.failed")
    assert [(e.at, e.data["act"], e.data["code"], e.data["minutes"]) for e in failed] == [
        (101, "ask-overtime", "person.away", 2), (101, "recognise", "person.away", 0),
    ]  # fmt: skip
    assert dict(desk.state.lead.family) == {"people": 2}
    names, clock = words.names(desk.state.world), words.clock_of(desk.state.world)
    assert words.failure(failed[0], names, clock) == "Ben is not here."
    assert words.sentence(failed[0], names, clock).endswith(": Ben is not here")


def test_a_refusal_names_whom_it_is_about(kit: Kit) -> None:
    desk = kit.desk(kit.world()).to(3)
    desk.do(shapes.SendOnBreak("ana"))
    reason = api.possible(desk.state, shapes.SendOnBreak("ana"))
    assert reason == Refusal("person.break", ("analyst:ana",), 14)
    told = words.refusal(reason, words.names(desk.state.world), words.clock_of(desk.state.world))
    assert told == "Ana is on a break until 08:14."


def test_an_act_that_is_given_only_if_possible_leaves_no_trace_where_it_is_not(kit: Kit) -> None:
    desk = kit.desk(kit.world()).to(3)
    assert api.give_if_possible(desk.state, shapes.SendOnBreak("nobody")) is not None
    assert not desk.all("act.refused")
    assert api.give_if_possible(desk.state, shapes.Listen("ana"), "how are you?") is None
    assert desk.one("act.given").data["number"] == 0
