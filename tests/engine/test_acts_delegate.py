"""Work given to somebody, and moved to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Note
from simulator.engine.world import ConflictSpec

if TYPE_CHECKING:
    from tests.engine.conftest import Kit

STYLES = ("show", "alongside", "on-call", "hand-over")


# Give away --------------------------------------------------------------------------------------


def test_an_assignment_says_all_that_was_asked(kit: Kit) -> None:
    ticket = kit.ticket("a", skill="lab", outcomes=(("works", "it works"),))
    desk = kit.pair(ticket).to(5)
    desk.do(shapes.Assign("a", "ana", "on-call", "works", 60, 30, beside="ben"))
    entry = desk.one("ticket.assigned")
    assert (entry.at, entry.cause, entry.actor) == (8, "lead", "lead")
    assert entry.data == {
        "to": "ana", "style": "on-call", "outcome": "works", "due": 60, "check_in": 30,
        "beside": "ben", "beside_gap": -3, "gap": 1 - 4, "fit": 0 - 2, "priority": 3, "minutes": 3,
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
    desk = kit.pair(kit.ticket("a"), net=skill, sure=sure)
    desk.do(shapes.Assign("a", "ana", style))
    entry = desk.one("ticket.assigned")
    fit = room - STYLES.index(style)
    assert entry.data["fit"] == fit
    assert entry.data["minutes"] == (5 if style == "alongside" else 3)
    stress = 4 * max(0, -fit)
    assert sum(int(str(e.data["change"])) for e in desk.all("analyst.stress-changed")) == stress
    morale = 2 if fit == 0 else -2 if fit == 1 else -4 if fit > 1 else 0
    morale -= 3 if skill <= 2 and style in ("on-call", "hand-over") else 0
    assert sum(int(str(e.data["change"])) for e in desk.all("analyst.morale-changed")) == morale


def test_too_little_freedom_on_a_p1_costs_more(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", at=1, skill="app", logged=1), net=5, sure=5)
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
    desk = kit.pair(kit.ticket("first", effort=1), kit.ticket("a", at=20, effort=effort))
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
    desk = kit.pair(kit.ticket("a", effort=30), kit.ticket("b", at=5, effort=10))
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
    desk = kit.pair(kit.ticket("a", effort=30), kit.ticket("b", at=5, effort=90))
    desk.to(7).do(shapes.Assign("b", "ana"))
    desk.do(shapes.Assign("a", "ana"))
    ana = desk.state.analysts["ana"]
    assert (ana.task, ana.parked) == ("a", ("b",))


def test_an_incident_goes_to_one_person_and_is_refused_to_another(kit: Kit) -> None:
    desk = kit.pair(incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),)).to(12)
    desk.do(shapes.Assign("portal", "ana", outcome="know-why", may=("take-out",), beside="ben"))
    assert desk.one("incident.assigned").data["may"] == ("take-out",)
    assert desk.give(shapes.Assign("portal", "ben")) == "assign.has-somebody"
    assert desk.state.incidents["portal"].who == "ana"


def test_new_terms_for_the_same_person_keep_the_work_done(kit: Kit) -> None:
    desk = kit.pair(incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),)).to(12)
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
    desk = kit.pair(kit.ticket("a", effort=60), kit.ticket("b", at=1, effort=10)).to(7)
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
    desk = kit.pair(kit.ticket("a", effort=90), conflicts=(pair,)).to(5)
    desk.do(shapes.Reassign("a", "ben"))
    assert desk.one("conflict.changed", why="bare-hand-off").data["change"] == 5


def test_one_who_will_not_take_over_loses_the_note(kit: Kit) -> None:
    pair = ConflictSpec("pair", ("ana", "ben"), 51, 1, "They do not talk.")
    desk = kit.pair(
        kit.ticket("a", effort=90), conflicts=(pair,), storyline=(kit.learn("why"),)
    ).to(5)
    desk.do(shapes.Reassign("a", "ben", note=Note(tested=("why",))))
    assert desk.one("ticket.reassigned").data["note"] == ()
    refused = desk.one("ticket.refused")
    assert refused.data == {"to": "ben", "from": "ana"}
    assert desk.one("conflict.changed", why="bare-hand-off")
