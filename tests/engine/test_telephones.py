"""Calls ring, block who answers, are given up; visitors stand; chats hurry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.rules import TEXTBOOK
from simulator.engine.world import Choice, Effect

if TYPE_CHECKING:
    from simulator.engine.world import TicketSpec
    from tests.engine.conftest import Desk, Kit


def on_phones(kit: Kit, *tickets: TicketSpec, phones: Any = ("ana",), **rules: Any) -> Desk:
    """Return a desk where ana and ben both know networks, and these answer the telephones.

    Everything is solved on the line, and callers wait for hours, unless told.
    """
    numbers = {"first_contact": 1000, "talk_longest": 60, "call_patience": 5000} | rules
    return kit.desk(kit.world(
        kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"net": 4}),
        tickets=tickets, phones=phones, rules=kit.with_rules(**numbers),
    ))  # fmt: skip


def test_a_call_is_answered_at_once_solved_on_the_line_and_written_up(kit: Kit) -> None:
    desk = on_phones(kit, kit.ticket("call", at=5, channel="phone", effort=10)).to(60)
    assert desk.one("call.rang").at == 5
    assert desk.one("call.answered", to="ana", waited=0).at == 5
    assert desk.one("call.ended", minutes=10, solved=True).at == 15
    assert desk.one("ticket.resolved", by="ana").at == 15 + desk.state.rules.wrap_up


def test_who_is_off_the_telephones_lets_them_ring(kit: Kit) -> None:
    desk = on_phones(kit, kit.ticket("call", at=5, channel="phone"), phones=()).to(9)
    assert not desk.all("call.answered")
    assert "call" not in desk.state.tickets
    view = api.view(desk.state)
    assert (view.header().calls, view.header().longest_call) == (1, 4)
    assert [(one.id, one.since) for one in view.calls()] == [("call", 5)]


def test_being_put_on_the_telephones_answers_what_rings(kit: Kit) -> None:
    desk = on_phones(kit, kit.ticket("call", at=5, channel="phone"), phones=()).to(9)
    desk.do(shapes.Phones("ben"))
    assert desk.one("phones.joined", "analyst:ben", ringing=1).at == 10
    assert desk.one("call.answered", to="ben", waited=5).at == 10


def test_an_answer_can_put_somebody_on_the_telephones_once(kit: Kit) -> None:
    choice = Choice("two", "Ben answers with you.", 1, effects=(Effect("phones", "ben"),) * 2)
    asks = kit.scene("asks", 5, choice, sender="ana")
    world = kit.world(
        kit.analyst("ana"), kit.analyst("ben"), phones=("ana",), storyline=(asks,),
        rules=kit.with_rules(),
    )  # fmt: skip
    desk = kit.desk(world).to(5)
    desk.do(shapes.Answer("asks", "two"))
    joined = desk.one("phones.joined", "analyst:ben")
    assert (joined.at, joined.cause) == (6, "lead")
    assert api.view(desk.state).analyst("ben").phones


def test_who_is_taken_off_ends_the_call_and_takes_no_other(kit: Kit) -> None:
    calls = [kit.ticket(f"c{n}", at=5 + n, channel="phone", effort=10) for n in range(2)]
    desk = on_phones(kit, *calls).to(6)
    desk.do(shapes.Phones("ana", on=False))
    desk.to(60)
    assert [e.subject for e in desk.all("call.answered")] == ["call:c0"]
    assert desk.one("call.ended", "call:c0", solved=True)


def test_the_longest_wait_goes_first_before_what_was_set_aside(kit: Kit) -> None:
    calls = [kit.ticket(f"c{n}", at=5 + n, channel="phone", effort=10) for n in range(3)]
    desk = on_phones(kit, *calls, wrap_up=0).to(60)
    answered = [(e.at, e.subject) for e in desk.all("call.answered")]
    assert answered == [(5, "call:c0"), (15, "call:c1"), (25, "call:c2")]


def test_what_is_not_solved_on_the_line_waits_for_anybody(kit: Kit) -> None:
    call = kit.ticket("call", at=5, channel="phone", effort=20)
    desk = on_phones(kit, call, first_contact=0).to(60)
    talked = 20 * desk.state.rules.talk_percent // 100
    assert desk.one("call.ended", minutes=talked, solved=False).at == 5 + talked
    written = 5 + talked + desk.state.rules.wrap_up
    assert desk.one("ticket.put-back", "ticket:call").at == written
    assert desk.one("ticket.started", "ticket:call", to="ben").at == written
    assert desk.one("ticket.resolved", by="ben").at == written + 20 - talked


@pytest.mark.parametrize(("net", "effort"), [(3, 10), (4, 61)])
def test_too_hard_or_too_long_is_never_solved_on_the_line(kit: Kit, net: int, effort: int) -> None:
    rules = kit.with_rules(first_contact=1000, talk_longest=60)
    call = kit.ticket("call", at=5, channel="phone", effort=effort)
    desk = kit.desk(kit.world(
        kit.analyst("ana", skills={"net": net}), phones=("ana",), tickets=(call,), rules=rules,
    )).to(100)  # fmt: skip
    assert desk.one("call.ended").data["solved"] is False


def test_a_caller_without_an_answer_gives_up_and_the_named_one_writes(kit: Kit) -> None:
    call = kit.ticket("call", at=5, channel="phone")
    desk = on_phones(kit, call, phones=(), call_patience=1, tries_after=(7, 7)).to(60)
    gone = desk.one("call.abandoned", "call:call")
    assert gone.data["satisfaction"] == desk.state.rules.satisfaction_abandoned
    written = desk.one("ticket.arrived", "ticket:call")
    assert (written.at, written.data["channel"], written.because) == (
        gone.at + 7, "portal", gone.number,
    )  # fmt: skip


def test_nobody_rings_into_a_word_with_the_lead(kit: Kit) -> None:
    desk = on_phones(kit, kit.ticket("call", at=7, channel="phone")).to(5)
    assert desk.give(shapes.Listen("ana")) == ""
    desk.to(9)
    assert not desk.all("call.answered")
    assert desk.to(10).one("call.answered", to="ana").data["waited"] == 3


@pytest.mark.parametrize("act", [
    shapes.Assign("other", "ana"), shapes.Reassign("call", "ben"), shapes.Take("call"),
    shapes.CheckIn("ana"), shapes.SendOnBreak("ana"), shapes.Ask("ana", "how-far"),
])  # fmt: skip
def test_somebody_on_a_call_cannot_be_given_work_moved_or_called_away(kit: Kit, act: Any) -> None:
    other = kit.ticket("other", at=1, skill="none", difficulty=5)
    desk = on_phones(kit, other, kit.ticket("call", at=5, channel="phone", effort=10)).to(7)
    reason = api.possible(desk.state, act)
    assert reason is not None
    assert (reason.code, reason.minute) == ("person.on-call", 15 + desk.state.rules.wrap_up)
    seen = api.view(desk.state).analyst("ana")
    assert (seen.phones, seen.call, seen.call_until) == (True, "on-call", reason.minute)
    assert api.view(desk.to(16).state).analyst("ana").call == "wrap-up"


def test_a_break_and_the_way_home_wait_for_the_end_of_a_call(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, breaks=(8,), leaves=40)
    calls = [kit.ticket(f"c{n}", at=5 + n * 30, channel="phone", effort=10) for n in range(2)]
    rules = kit.with_rules(first_contact=1000, wrap_up=2)
    desk = kit.desk(kit.world(ana, phones=("ana",), tickets=tuple(calls), rules=rules)).to(60)
    assert desk.one("analyst.break-began").at == 17
    assert desk.one("analyst.left").at == 47


def test_between_calls_only_short_work_is_pulled(kit: Kit) -> None:
    waiting = (kit.ticket("long", at=1, effort=30), kit.ticket("short", at=1, effort=10))
    desk = on_phones(kit, *waiting, phones=("ana", "ben")).to(60)
    assert [e.subject for e in desk.all("ticket.started")] == ["ticket:short"]


def test_a_visitor_takes_whoever_is_free_telephones_or_not(kit: Kit) -> None:
    desk = on_phones(kit, kit.ticket("dock", at=5, channel="walk-up"), phones=()).to(30)
    assert desk.one("visit.met", to="ana", waited=0)
    assert desk.one("visit.ended", to="ana", solved=True)


def test_a_visitor_nobody_is_free_for_interrupts_the_least_pressing_work(kit: Kit) -> None:
    work = (kit.ticket("low", effort=60, logged=4), kit.ticket("high", effort=60, logged=1))
    visit = kit.ticket("dock", at=5, channel="walk-up")
    desk = on_phones(kit, *work, visit, phones=(), counter_patience=500).to(30)
    met = desk.one("visit.met", waited=desk.state.rules.counter_wait)
    assert met.data["interrupted"] == "low"
    assert desk.one("ticket.parked", "ticket:low").because == met.number


def test_a_chat_expects_its_first_answer_within_minutes(kit: Kit) -> None:
    chat = kit.ticket("chat", at=5, channel="chat", skill="none", difficulty=5)
    desk = on_phones(kit, chat).to(200)
    assert desk.one("ticket.breached", target="respond").at == 5 + desk.state.rules.chat_respond


@pytest.mark.parametrize("textbook", [True, False])
def test_without_telephones_a_channel_is_only_a_word(kit: Kit, textbook: bool) -> None:
    tickets = [kit.ticket(c, at=5, channel=c, effort=9) for c in ("phone", "chat", "walk-up")]
    plain = kit.world(
        kit.analyst("ana", skills={"net": 4}), tickets=tuple(tickets),
        rules=TEXTBOOK if textbook else kit.rules, phones=("ana",) if textbook else None,
    )  # fmt: skip
    desk = kit.desk(plain).to(240)
    assert len(desk.all("ticket.arrived")) == len(desk.all("ticket.resolved")) == 3
    assert not [e for e in desk.state.log if e.kind.split(".")[0] in ("call", "visit", "phones")]


def test_what_lay_there_when_the_shift_began_does_not_ring(kit: Kit) -> None:
    desk = on_phones(kit, kit.ticket("old", channel="phone")).to(60)
    assert desk.one("ticket.arrived", "ticket:old").at == 0
    assert not desk.all("call.rang")


def test_readings_tell_what_rings_and_how_long(kit: Kit) -> None:
    desk = on_phones(kit, kit.ticket("call", at=7, channel="phone"), phones=()).to(10)
    last = desk.all("desk.reading")[-1].data
    assert (last["calls"], last["longest_call"]) == (1, 3)
