"""Work given away, moved, looked in on, taken and put down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Note
from simulator.engine.world import ConflictSpec

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

STYLES = ("show", "alongside", "on-call", "hand-over")


def desk_with(kit: Kit, *tickets: Any, net: int = 4, sure: int = 3, **more: Any) -> Desk:
    """Return a desk where ana can do networks and ben is told not to begin by himself."""
    ana = kit.analyst("ana", skills={"net": net}, confidence={"net": sure}, stress=20)
    ben = kit.analyst("ben", skills={"net": 2, "app": 4}, stress=20)
    return kit.desk(kit.world(ana, ben, tickets=tickets, **more))


# Give away --------------------------------------------------------------------------------------


def test_an_assignment_says_all_that_was_asked(kit: Kit) -> None:
    ticket = kit.ticket("a", skill="lab", outcomes=(("works", "it works"),))
    desk = desk_with(kit, ticket).to(5)
    desk.do(shapes.Assign("a", "ana", "on-call", "works", 60, 30, beside="ben"))
    entry = desk.one("ticket.assigned")
    assert (entry.at, entry.cause, entry.actor) == (8, "lead", "lead")
    assert entry.data == {
        "to": "ana", "style": "on-call", "outcome": "works", "due": 60, "check_in": 30,
        "beside": "ben", "gap": 1 - 4, "fit": 0 - 2, "priority": 3, "minutes": 3,
        "acknowledged": True,
    }  # fmt: skip
    started = desk.one("ticket.started")
    assert (started.cause, started.because) == ("lead", entry.number)
    assert (started.data["pulled"], started.data["first"], started.data["waited"]) == (
        False, True, 8,
    )  # fmt: skip
    assert list(api.view(desk.state).check_ins()) == [("ana", 30)]


@pytest.mark.parametrize(
    ("skill", "sure", "room"), [(5, 0, 3), (4, 4, 3), (4, 3, 2), (3, 5, 1), (2, 5, 0), (1, 5, 0)]
)
@pytest.mark.parametrize("style", STYLES)
def test_freedom_fits_skill_and_confidence(
    kit: Kit, skill: int, sure: int, room: int, style: Any
) -> None:
    desk = desk_with(kit, kit.ticket("a"), net=skill, sure=sure)
    desk.do(shapes.Assign("a", "ana", style))
    entry = desk.one("ticket.assigned")
    fit = room - STYLES.index(style)
    assert entry.data["fit"] == fit
    assert entry.data["minutes"] == (5 if style == "alongside" else 3)
    stress = 4 * max(0, -fit)
    assert sum(int(str(e.data["change"])) for e in desk.all("analyst.stress-changed")) == stress
    morale = 2 if fit == 0 else -2 if fit == 1 else -4 if fit > 1 else 0
    assert sum(int(str(e.data["change"])) for e in desk.all("analyst.morale-changed")) == morale


def test_too_little_freedom_on_a_p1_costs_more(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", at=1, skill="app", logged=1), net=5, sure=5)
    desk.to(2).do(shapes.SetPriority("a", 2))
    desk.do(shapes.SetPriority("a", 1))
    desk.do(shapes.Assign("a", "ben", "show"))
    assert desk.one("analyst.morale-changed").data["change"] == -6


@pytest.mark.parametrize(
    ("style", "effort", "minutes"),
    # Skill 4 on difficulty 4, not sure: on call fits; alongside 18 % faster; hand over 15 % slower.
    [("on-call", 40, 40), ("alongside", 40, 34), ("hand-over", 40, 47), ("show", 40, 40)],
)
def test_speed_follows_the_way_it_was_given(
    kit: Kit, style: Any, effort: int, minutes: int
) -> None:
    desk = desk_with(kit, kit.ticket("first", effort=1), kit.ticket("a", at=20, effort=effort))
    desk.to(19)
    desk.give(shapes.Brief("impact"))
    desk.to(20)
    desk.do(shapes.Assign("a", "ana", style))
    given = desk.one("ticket.assigned").at
    desk.to(120)
    done = desk.one("ticket.resolved", "ticket:a")
    before = given - 20  # ana had begun by herself
    left = effort - before
    speed = {"alongside": 118, "hand-over": 85}.get(style, 100)
    assert done.at == given + (left * 100 + speed // 2) // speed
    assert abs(done.at - 20 - minutes) <= before


def test_who_gets_something_new_sets_aside_what_is_in_hand(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", effort=30), kit.ticket("b", at=5, effort=10))
    desk.to(7).do(shapes.Assign("b", "ana"))
    parked = desk.one("ticket.parked")
    assert (parked.at, parked.subject, parked.because) == (
        10, "ticket:a", desk.one("ticket.assigned").number,
    )  # fmt: skip
    assert desk.state.analysts["ana"].parked == ("a",)
    desk.to(60)
    ends = {e.subject: e.at for e in desk.all("ticket.resolved")}
    # Moved off it after 10 of 30 minutes, four are lost.
    assert ends == {"ticket:b": 20, "ticket:a": 20 + 30 - 10 + 4}


def test_own_parked_ticket_can_be_put_first_again(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", effort=30), kit.ticket("b", at=5, effort=90))
    desk.to(7).do(shapes.Assign("b", "ana"))
    desk.do(shapes.Assign("a", "ana"))
    ana = desk.state.analysts["ana"]
    assert (ana.task, ana.parked) == ("a", ("b",))


def test_an_incident_goes_to_one_person_and_is_refused_to_another(kit: Kit) -> None:
    desk = desk_with(kit, incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),)).to(12)
    desk.do(shapes.Assign("portal", "ana", outcome="know-why", may=("take-out",), beside="ben"))
    assert desk.one("incident.assigned").data["may"] == ("take-out",)
    assert desk.give(shapes.Assign("portal", "ben")) == "assign.has-somebody"
    assert desk.state.incidents["portal"].who == "ana"


def test_new_terms_for_the_same_person_keep_the_work_done(kit: Kit) -> None:
    desk = desk_with(kit, incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),)).to(12)
    desk.do(shapes.Assign("portal", "ana"))
    assert desk.state.now == 15
    desk.do(shapes.Assign("portal", "ana", outcome="know-why"))
    desk.to(60)
    assert desk.one("incident.found", step="find").at == 25


# Move -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("parts", "kept"), [(0, 0), (1, 20), (2, 40), (4, 80)])
def test_the_note_says_how_much_of_the_work_survives(kit: Kit, parts: int, kept: int) -> None:
    ticket = kit.ticket("a", effort=60, difficulty=3, skill="any")
    team = (
        kit.analyst("ana", skills={"any": 3}, stress=20),
        kit.analyst("ben", skills={"any": 3}, stress=20),
    )
    world = kit.world(*team, tickets=(ticket,), storyline=(kit.learn("why"),))
    desk = kit.desk(world).to(17)
    note = Note(*[("why",)] * parts, *[()] * (4 - parts))
    desk.do(shapes.Reassign("a", "ben", note=note))
    entry = desk.one("ticket.reassigned")
    assert entry.data["from"] == "ana"
    assert entry.data["note"] == ("tested", "changed", "suspected", "next")[:parts]
    assert entry.data["lost"] == 20 * (100 - kept) // 100
    desk.to(120)
    reading = 3 if parts else 0
    assert desk.one("ticket.resolved").at == 20 + 60 - 20 * kept // 100 + reading
    assert desk.one("ticket.resolved").data["by"] == "ben"


def test_who_gives_up_work_takes_the_next_at_once(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", effort=60), kit.ticket("b", at=1, effort=10)).to(7)
    desk.do(shapes.Reassign("a", "ben"))
    assert [(e.at, e.data["to"]) for e in desk.all("ticket.started", "ticket:b")] == [(10, "ana")]


def test_a_move_takes_the_strain_off(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, stress=70)
    world = kit.world(ana, kit.analyst("ben", skills={"net": 2}), tickets=(kit.ticket("a"),))
    desk = kit.desk(world)
    desk.do(shapes.Reassign("a", "ben"))
    assert desk.one("analyst.morale-changed", "analyst:ana").data["why"] == "relieved"


def test_the_next_person_on_an_incident_starts_the_step_over_without_a_note(kit: Kit) -> None:
    ends = []
    for note in (None, Note(tested=("down",))):
        team = [kit.analyst(who, skills={"net": 4}, stress=20) for who in ("ana", "ben")]
        world = kit.world(*team, incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),))
        desk = kit.desk(world).to(12)
        desk.do(shapes.Assign("portal", "ana"))
        desk.to(18).do(shapes.Reassign("portal", "ben", note=note))
        assert desk.one("incident.reassigned").at == 21
        desk.to(90)
        ends.append(desk.one("incident.found", step="find").at)
    # Six of ten minutes were done; reading the note takes three.
    assert ends == [21 + 10, 21 + 4 + 3]


def test_a_bare_hand_off_between_two_who_quarrel_feeds_it(kit: Kit) -> None:
    pair = ConflictSpec("pair", ("ana", "ben"), 38, 1, "They do not talk.")
    desk = desk_with(kit, kit.ticket("a", effort=90), conflicts=(pair,)).to(5)
    desk.do(shapes.Reassign("a", "ben"))
    assert desk.one("conflict.changed", why="bare-hand-off").data["change"] == 5


def test_one_who_will_not_take_over_loses_the_note(kit: Kit) -> None:
    pair = ConflictSpec("pair", ("ana", "ben"), 51, 1, "They do not talk.")
    desk = desk_with(
        kit, kit.ticket("a", effort=90), conflicts=(pair,), storyline=(kit.learn("why"),)
    ).to(5)
    desk.do(shapes.Reassign("a", "ben", note=Note(tested=("why",))))
    assert desk.one("ticket.reassigned").data["note"] == ()
    refused = desk.one("ticket.refused")
    assert refused.data == {"to": "ben", "from": "ana"}
    assert desk.one("conflict.changed", why="bare-hand-off")


# Look in ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("wait", "agreed"), [(1, False), (12, True), (20, True), (30, False)])
def test_an_agreed_look_in_costs_nothing(kit: Kit, wait: int, agreed: bool) -> None:
    desk = desk_with(kit, kit.ticket("a", skill="app", effort=100, at=1)).to(1)
    desk.do(shapes.Assign("a", "ben", check_in=20))
    given = desk.state.now
    desk.to(given + wait).do(shapes.CheckIn("ben"))
    entry = desk.one("analyst.checked-in")
    assert entry.data == {"agreed": 20 if agreed else -1, "task": "a", "minutes": 2}
    desk.to(240)
    assert desk.one("ticket.resolved").at == 1 + 100 + (0 if agreed else 5)
    hurt = [e.data["change"] for e in desk.all("analyst.morale-changed", why="look-in")]
    assert hurt == ([] if agreed else [-3])
    assert bool(desk.all("analyst.stress-changed", why="look-in")) is not agreed


def test_only_three_look_ins_an_hour_hurt(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", effort=150))
    for _ in range(5):
        desk.do(shapes.CheckIn("ana"))
    assert len(desk.all("analyst.morale-changed", why="look-in")) == 3
    assert len(desk.all("analyst.stress-changed", why="look-in")) == 5
    desk.to(75).do(shapes.CheckIn("ana"))
    assert len(desk.all("analyst.morale-changed", why="look-in")) == 4


def test_a_look_in_brings_what_was_found_unasked(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, habits=frozenset({"takes-every-p1"}))
    desk = kit.desk(kit.world(ana, incidents=(kit.incident(),))).to(40)
    assert desk.state.incidents["portal"].unasked
    assert not desk.all("fact.learned")
    desk.do(shapes.CheckIn("ana"))
    assert [e.data["fact"] for e in desk.all("fact.learned")] == ["node"]


# Do it yourself ---------------------------------------------------------------------------------


def test_own_hands_are_a_tenth_faster_and_shut_the_agenda(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", skill="lab", effort=22), incidents=(kit.incident(),),
                     storyline=(kit.learn("down", at=12),)).to(5)  # fmt: skip
    assert desk.give(shapes.Take("a")) == ""
    assert desk.give(shapes.Brief()) == ""
    agenda = api.view(desk.state).agenda()
    assert agenda.in_hand is not None
    assert (agenda.in_hand.until, agenda.free_at) == (25, 29)
    desk.to(6)
    assert (desk.state.tickets["a"].who, desk.state.waiting) == ("lead", [])
    desk.to(40)
    taken, done = desk.one("ticket.taken"), desk.one("ticket.resolved")
    assert (taken.at, taken.data) == (25, {"minutes": 20, "p1_open": True, "done": True})
    assert (done.cause, done.actor, done.data["by"]) == ("lead", "lead", "lead")
    assert desk.one("order.briefed").at == 29


def test_taking_from_somebody_s_hands_costs_goodwill(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", effort=33), kit.ticket("b", at=1, effort=10)).to(10)
    desk.give(shapes.Take("a"))
    assert desk.state.lead.until == 10 + 21  # 23 minutes are left, done a tenth faster
    desk.to(11)
    change = desk.one("analyst.morale-changed", "analyst:ana")
    assert (change.data["change"], change.data["why"]) == (-4, "taken")
    assert desk.state.analysts["ana"].task == "b"


def test_what_is_left_goes_back_with_what_was_done(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", skill="lab", effort=44), kit.ticket("b")).to(5)
    desk.give(shapes.Take("a"))
    desk.to(15)
    assert desk.give(shapes.Leave()) == ""
    left, taken = desk.one("act.left"), desk.one("ticket.taken")
    assert (left.data["act"], left.data["minutes"]) == ("take", 10)
    assert (taken.data["minutes"], taken.data["done"]) == (10, False)
    assert desk.state.tickets["a"].left == (44 - 11) * 10_000
    assert "a" in desk.state.waiting
    assert desk.state.lead.until == 17  # the note
    desk.to(20)
    assert dict(desk.state.lead.family) == {"delegate": 12}


def test_what_is_left_goes_to_somebody_idle_at_once(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", at=3, effort=44)).to(3)
    desk.give(shapes.Take("a"))
    desk.to(10)
    desk.give(shapes.Leave())
    started = desk.all("ticket.started")[-1]
    assert (started.at, started.data["to"], started.data["pulled"]) == (10, "ana", True)
    assert (started.data["waited"], started.data["first"]) == (7, False)


def test_leaving_what_was_not_begun_disturbs_nobody(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", effort=30)).to(5)
    desk.give(shapes.Take("a"))
    desk.give(shapes.Leave())
    desk.to(40)
    assert desk.one("ticket.resolved").data["by"] == "ana"
    assert desk.one("ticket.resolved").at == 30
    assert not desk.all("analyst.morale-changed", why="taken")


def test_the_lead_s_own_step_on_an_incident_finds_what_it_finds(kit: Kit) -> None:
    desk = desk_with(kit, incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),)).to(12)
    desk.do(shapes.Take("portal"))
    taken = desk.one("incident.taken")
    assert taken.data == {"step": "find", "minutes": 9, "p1_open": True}
    assert desk.one("fact.learned", fact="node").at == 21
    assert desk.state.incidents["portal"].who == ""


def test_an_incident_the_lead_puts_down_is_opened_by_who_takes_every_p1(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, habits=frozenset({"takes-every-p1"}))
    world = kit.world(ana, incidents=(kit.incident(),), storyline=(kit.learn("down", at=11),))
    desk = kit.desk(world).to(11)
    desk.give(shapes.Take("portal"))
    desk.to(17)
    desk.give(shapes.Leave())
    assert desk.one("incident.taken").data["minutes"] == 6
    assert desk.state.incidents["portal"].who == ""
    desk.to(24)
    assert desk.one("incident.opened").at == 22


# Take back --------------------------------------------------------------------------------------


def test_an_act_can_be_taken_back_until_the_clock_moves(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a")).to(5)
    desk.give(shapes.Listen("ben"))
    number = api.give(desk.state, shapes.Take("a")).number
    assert desk.give(shapes.Withdraw(number)) == ""
    assert desk.give(shapes.Withdraw(number)) == "withdraw.too-late"
    assert desk.one("act.withdrawn").data == {"act": "take", "number": number}
    desk.to(6)
    assert desk.give(shapes.Withdraw(0)) == "withdraw.too-late"


def test_leaving_cannot_be_taken_back(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", skill="lab")).to(5)
    desk.give(shapes.Take("a"))
    desk.to(8)
    number = api.give(desk.state, shapes.Leave()).number
    assert desk.give(shapes.Withdraw(number)) == "withdraw.too-late"


def test_acts_queue_up_and_take_effect_one_at_a_time(kit: Kit) -> None:
    desk = desk_with(kit).to(5)
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
