"""Tickets that change hands, or wait for somebody outside, without the lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from scoring.log import Log
from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import ConflictSpec
from simulator.runs.outcomes import outcomes

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

SURE: dict[str, Any] = {
    "hand_offs": True, "pass_on": (1000, 1000, 0, 0), "pass_on_look": (6, 6),
    "patience_ends": 0, "sent_back": (0,) * 5, "to_queue": 0, "asks_around": 0,
}  # fmt: skip
"""Who is short of skill passes on after six minutes of work, to who is believed the best."""


def desk_of(kit: Kit, *team: Any, tickets: Any = None, more: Any = None, **numbers: Any) -> Desk:
    """Return a desk with one ticket of 40 minutes, at skill 4, and rules for hand-offs."""
    rules = kit.with_rules(**{**SURE, **numbers})
    found = tickets or (kit.ticket("a", effort=40),)
    return kit.desk(kit.world(*team, tickets=found, rules=rules, **(more or {})))


def two(kit: Kit, **ana: Any) -> tuple[Any, Any]:
    """Return ana, one short of skill, who comes first, and ben, who has it."""
    fields: dict[str, Any] = {"skills": {"net": 3}, "confidence": {"net": 2}} | ana
    return kit.analyst("ana", **fields), kit.analyst("ben", skills={"net": 4})


def test_who_finds_a_ticket_too_hard_passes_it_on_and_is_free(kit: Kit) -> None:
    desk = desk_of(kit, *two(kit)).to(60)
    entry = desk.one("ticket.passed-on")
    # Skill 3 on difficulty 4 works at 70 %: six minutes of work take nine.
    assert (entry.at, entry.actor, entry.data["to"]) == (9, "analyst:ana", "ben")
    assert entry.data["why"] == "skill"
    started = desk.all("ticket.started")
    assert [(e.at, e.data["to"], e.data.get("hands")) for e in started] == [
        (0, "ana", None), (9, "ben", 1),
    ]  # fmt: skip
    assert started[1].because == entry.number
    assert desk.state.idle[0] == "ana"


@pytest.mark.parametrize(
    ("odds", "parts", "lost", "end"),
    # Without a note all six minutes are lost; with all of it a fifth, and reading takes three.
    [(0, 0, 6, 9 + 40), (1000, 4, 1, 9 + 38)],
)
def test_a_good_note_saves_work(kit: Kit, odds: int, parts: int, lost: int, end: int) -> None:
    desk = desk_of(kit, *two(kit), note_part=(odds, odds, odds)).to(90)
    entry = desk.one("ticket.passed-on")
    assert (len(entry.data["note"]), entry.data["lost"]) == (parts, lost)  # type: ignore[arg-type]
    assert desk.one("ticket.resolved").at == end


def test_habits_and_stress_decide_how_good_a_note_is(kit: Kit) -> None:
    table = (1000, 500, 0)

    def parts(**ana: Any) -> int:
        entry = desk_of(kit, *two(kit, **ana), note_part=table).to(30).one("ticket.passed-on")
        return len(entry.data["note"])  # type: ignore[arg-type]

    full = frozenset({"full-notes"})
    assert parts(habits=full) == 4
    assert parts(habits=full, stress=72) == 0


def test_belief_is_what_people_say_of_themselves_and_may_be_wrong(kit: Kit) -> None:
    cy = kit.analyst("cy", skills={"net": 1}, confidence={"net": 5})
    desk = desk_of(kit, *two(kit), cy).to(10)
    assert desk.one("ticket.passed-on").data["to"] == "cy"


def test_a_ticket_can_come_back_to_who_had_it_and_that_shows(kit: Kit) -> None:
    ben = kit.analyst("ben", skills={"net": 3})
    ana = kit.analyst("ana", skills={"net": 3})
    desk = desk_of(kit, ana, ben).to(25)
    passed = desk.all("ticket.passed-on")
    assert [(e.data["to"], e.data.get("before")) for e in passed] == [("ben", None), ("ana", True)]
    assert desk.all("ticket.started")[-1].data["before"] is True
    ticket = api.view(desk.state).ticket("a")
    assert (ticket.hands, ticket.came_back) == (2, True)
    found = outcomes(Log(desk.state.log))
    assert (found["hand_offs"], found["came_back"]) == (2, 1)


def test_a_bare_note_is_sent_straight_back(kit: Kit) -> None:
    cy = kit.analyst("cy", skills={"net": 4})
    bare = {"note_part": (0, 0, 0), "sent_back": (1000, 0, 0, 0, 0)}
    desk = desk_of(kit, *two(kit), cy, **bare).to(16)
    back = desk.all("ticket.passed-on")[1]
    assert (back.data["from"], back.data["to"], back.data["why"]) == ("ben", "ana", "sent-back")


def test_what_goes_back_to_the_queue_is_left_there_by_who_let_it_go(kit: Kit) -> None:
    busy = kit.ticket("b", effort=30)
    desk = desk_of(kit, *two(kit), tickets=(kit.ticket("a", effort=40), busy), to_queue=1000)
    assert desk.to(9).one("ticket.let-go").data["from"] == "ana"
    assert desk.state.waiting == ["a"]
    assert desk.to(29).state.waiting == ["a"]
    assert desk.to(30).all("ticket.started", "ticket:a")[-1].data["to"] == "ben"


def test_what_was_put_back_before_the_shift_is_left_there_by_the_same_person(kit: Kit) -> None:
    mine = replace(kit.ticket("a", effort=10), sent_back_by=("ana",))
    ana, ben = (
        kit.analyst("ana", skills={"net": 4}),
        kit.analyst("ben", skills={"net": 4}, arrives=20),
    )
    desk = kit.desk(kit.world(ana, ben, tickets=(mine,))).to(19)
    assert desk.state.waiting == ["a"]
    assert desk.to(20).one("ticket.started", "ticket:a").data["to"] == "ben"
    given = kit.desk(kit.world(ana, ben, tickets=(mine,)))
    given.do(shapes.Assign("a", "ana"))
    assert given.one("ticket.started", "ticket:a").data["to"] == "ana"


def test_who_is_alone_with_it_goes_on(kit: Kit) -> None:
    desk = desk_of(kit, kit.analyst("ana", skills={"net": 3})).to(100)
    assert not desk.all("ticket.passed-on") + desk.all("ticket.let-go")
    assert desk.one("ticket.resolved").at in (57, 58)  # 40 minutes at 70 %, in two parts


def test_patience_ends_after_long_work(kit: Kit) -> None:
    ana, ben = kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"net": 4})
    ticket = kit.ticket("a", effort=90)
    desk = desk_of(kit, ana, ben, tickets=(ticket,), patience_ends=1000, patience_work=50).to(50)
    entry = desk.one("ticket.passed-on")
    assert (entry.at, entry.data["why"]) == (50, "patience")


def test_what_the_lead_gave_stays_with_who_got_it(kit: Kit) -> None:
    ana, ben = two(kit)
    desk = desk_of(kit, ana, ben, tickets=(kit.ticket("a", at=1, effort=40),)).to(1)
    desk.do(shapes.Assign("a", "ana"))
    assert not desk.to(100).all("ticket.passed-on")
    assert desk.one("ticket.resolved").data["by"] == "ana"


def test_a_bare_hand_off_feeds_a_quarrel(kit: Kit) -> None:
    pair = {"conflicts": (ConflictSpec("pair", ("ana", "ben"), 40, 200, "They do not talk."),)}
    desk = desk_of(kit, *two(kit), more=pair, note_part=(0, 0, 0)).to(10)
    assert desk.one("conflict.changed", why="bare-hand-off").data["change"] == 5


def test_the_switch_turns_it_off(kit: Kit) -> None:
    assert not desk_of(kit, *two(kit), hand_offs=False).to(100).all("ticket.passed-on")


# Waiting for somebody outside -------------------------------------------------------------------


def waiting(kit: Kit, **numbers: Any) -> Desk:
    """Return a desk with ana, whose ticket waits for its user at minute 6 for some time."""
    table = {"hand_offs": False, "outside_waits": True, "on_user": 1000, "outside_minutes": 100}
    return desk_of(kit, kit.analyst("ana", skills={"net": 4}), **{
        **table, "outside_sigma": 0, **numbers}, tickets=(
            kit.ticket("a", effort=40, logged=2), kit.ticket("b", at=1, effort=10)))  # fmt: skip


def test_a_ticket_waits_for_its_user_while_the_person_does_something_else(kit: Kit) -> None:
    desk = waiting(kit).to(6)
    assert desk.one("ticket.on-hold").data == {"on": "user", "by": "ana"}
    assert api.view(desk.state).ticket("a").state == "on-user"
    assert desk.state.analysts["ana"].task == "b"
    desk.to(106)
    assert desk.one("ticket.reply-came").data == {"on": "user", "waited": 100}
    assert desk.state.analysts["ana"].task == "a"


def test_the_resolution_clock_stands_meanwhile(kit: Kit) -> None:
    desk = waiting(kit)  # target 120; 100 of these minutes do not count
    left = api.view(desk.to(50).state).ticket("a").left
    assert left == 120 - 6
    desk.to(139)
    assert not desk.all("ticket.breached")
    assert desk.to(140).one("ticket.resolved", "ticket:a").at == 140


def test_a_late_one_still_misses_its_moved_target(kit: Kit) -> None:
    desk = waiting(kit, resolve=(60, 30, 240, 480)).to(160)
    assert desk.one("ticket.breached", "ticket:a").at == 130


def test_a_vendor_can_be_waited_for_too(kit: Kit) -> None:
    desk = waiting(kit, on_user=0, on_vendor=1000).to(6)
    assert desk.one("ticket.on-hold").data["on"] == "vendor"
    assert api.view(desk.state).ticket("a").state == "on-vendor"
