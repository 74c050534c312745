"""Incidents: steps, halts, and who works on them, asked or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Permit, Risk, Step, Way

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


def found(desk: Desk) -> list[tuple[object, int]]:
    """Return steps that are done, and when."""
    return [(e.data["step"], e.at) for e in desk.all("incident.found")]


def halts(desk: Desk) -> list[tuple[object, int]]:
    """Return what was asked for, and when."""
    return [(e.data["asks"], e.at) for e in desk.all("incident.halted")]


# Halting, going on ------------------------------------------------------------------------------


def test_who_is_shown_each_step_waits_after_each(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.Assign("portal", "ana", "show"))
    desk.to(30)
    assert (found(desk), halts(desk)) == ([("find", 25)], [("next-step", 25)])
    view = api.view(desk.state)
    assert (view.incident("portal").halted_since, view.incident("portal").asks) == (25, "next-step")
    assert view.analyst("ana").waits_since == 25
    desk.do(shapes.GoAhead("portal"))
    approved = desk.one("incident.approved")
    assert (approved.at, approved.data) == (31, {"to": "ana", "waited": 6, "minutes": 1})
    desk.to(50)
    # The next step needs a permit: that is what is asked for.
    assert halts(desk) == [("next-step", 25), ("take-out", 41)]


def test_standing_still_tires_as_the_p1_does(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.Assign("portal", "ana", "show"))
    before = desk.to(25).stress("ana")
    assert desk.to(35).stress("ana") - before == 3_000


def test_what_may_be_done_is_done_without_asking(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.Assign("portal", "ana", "hand-over", may=("take-out",)))
    desk.to(60)
    assert found(desk) == [("find", 25), ("look", 35), ("fix", 40)]
    assert halts(desk) == []
    assert desk.one("incident.mitigated").at == 40


def test_a_limit_is_asked_about(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.Assign("portal", "ana", "on-call"))
    desk.to(50)
    assert halts(desk) == [("take-out", 35)]
    desk.do(shapes.GoAhead("portal"))
    desk.to(70)
    assert desk.one("incident.mitigated").at == 56
    assert not desk.all("incident.went-on")


def test_at_the_outcome_that_was_asked_for_somebody_comes_back(kit: Kit) -> None:
    desk = kit.outage(steps=(
        Step("find", "found", 10), Step("look", "why", 10), Step("tidy", "tidied", 10),
    ))  # fmt: skip
    desk.do(shapes.Assign("portal", "ana", outcome="know-why"))
    desk.to(60)
    assert halts(desk) == [("next-step", 35)]


def test_a_step_that_needs_a_fact_waits_for_it(kit: Kit) -> None:
    desk = kit.outage(steps=(Step("fix", "fixed", 5, needs=("shots",)),))
    desk.do(shapes.Assign("portal", "ana"))
    assert halts(desk) == [("facts", 15)]


def test_a_fact_halves_the_work_it_answers(kit: Kit) -> None:
    steps = (Step("find", "found", 20, halved_by="shots"),)
    plain, before = kit.outage(steps=steps), kit.outage("shots", steps=steps)
    ends = []
    for desk in (plain, before):
        desk.do(shapes.Assign("portal", "ana"))
        ends.append(desk.to(60).one("incident.found").at)
    assert ends == [35, 25]


def test_a_fact_halves_what_is_left_of_the_work(kit: Kit) -> None:
    steps = (Step("find", "found", 20, halved_by="shots"),)
    world = kit.world(incidents=(kit.incident(steps=steps),),
                      storyline=(kit.learn("down", at=12), kit.learn("shots", at=23)))  # fmt: skip
    desk = kit.desk(world).to(12)
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(60)
    assert found(desk) == [("find", 23 + 6)]  # 12 of 20 minutes were left


def test_findings_are_known_to_the_lead_of_who_was_asked(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(60)
    learned = {e.data["fact"]: (e.at, e.actor) for e in desk.all("fact.learned")}
    assert learned["node"] == (25, "analyst:ana")
    assert learned["why"] == (35, "analyst:ana")


def test_permits_that_were_given_stay_given(kit: Kit) -> None:
    desk = kit.outage(permits=(Permit("take-out", "x"), Permit("call", "y")))
    desk.do(shapes.Assign("portal", "ana", may=("take-out",)))
    desk.do(shapes.Reassign("portal", "ben", may=("call",)))
    assert desk.state.incidents["portal"].may == ("take-out", "call")


# Unasked ----------------------------------------------------------------------------------------


def unasked(kit: Kit, *more: str, **incident: Any) -> Desk:
    """Return a desk where ana takes every P1 and nobody tells anybody anything."""
    habits = frozenset({"takes-every-p1", *more})
    ana = kit.analyst("ana", skills={"net": 4}, stress=20, habits=habits)
    return kit.desk(kit.world(ana, incidents=(kit.incident(**incident),)))


def test_somebody_opens_a_p1_that_nobody_has(kit: Kit) -> None:
    desk = unasked(kit).to(60)
    opened, known = desk.one("incident.opened"), desk.one("incident.known")
    assert (opened.at, opened.cause, opened.actor) == (25, "world", "analyst:ana")
    assert known.because == opened.number
    # What is found is kept to oneself, and so is waiting.
    assert found(desk) == [("find", 35), ("look", 45)]
    assert not desk.all("fact.learned")
    assert not desk.one("incident.halted").seen
    assert api.view(desk.state).incident("portal").halted_since is None
    assert desk.give(shapes.GoAhead("portal")) == "go-ahead.nobody-waits"


def test_a_p1_that_is_known_is_opened_sooner(kit: Kit) -> None:
    habits = frozenset({"takes-every-p1"})
    desk = kit.outage(ana={"habits": habits}).to(30)
    assert desk.one("incident.opened").at == 12 + 5


def test_a_lesser_incident_is_left_alone(kit: Kit) -> None:
    assert not unasked(kit, severity=2).to(120).all("incident.opened")


def test_who_waits_in_vain_goes_on_alone(kit: Kit) -> None:
    desk = unasked(kit).to(120)
    alone = desk.one("incident.went-on")
    assert (alone.at, alone.data) == (70, {"by": "ana", "waited": 25})
    assert desk.one("incident.mitigated").at == 75


def test_who_goes_on_alone_tries_the_way_first(kit: Kit) -> None:
    way = Way("restart", "rollback", "restart", risk=Risk("all are out", 14, certain=True))
    desk = unasked(kit, ways=(way,), alone="restart").to(120)
    worse = desk.one("incident.worsened")
    assert (worse.at, worse.cause, worse.actor) == (70, "world", "analyst:ana")
    assert worse.data == {"what": "restart", "minutes": 14, "by": "ana"}
    assert desk.one("analyst.stress-changed", why="lock-out").data["change"] == 8
    assert [e.at for e in desk.all("incident.went-on")] == [70, 95]
    assert desk.one("incident.mitigated").at == 100


def test_a_way_tried_alone_can_work(kit: Kit) -> None:
    way = Way("restart", "rollback", "restart", mitigates=True)
    desk = unasked(kit, ways=(way,), alone="restart").to(120)
    back = desk.one("incident.mitigated")
    assert (back.at, back.actor, back.cause) == (70, "analyst:ana", "world")


def test_some_go_on_alone_even_when_asked(kit: Kit) -> None:
    desk = kit.outage(ana={"habits": frozenset({"acts-alone"})})
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(100)
    assert desk.one("incident.went-on").at == 60


def test_taking_over_from_who_opened_it_needs_no_move(kit: Kit) -> None:
    habits = frozenset({"takes-every-p1"})
    team = (kit.analyst("ana", skills={"net": 4}, habits=habits),
            kit.analyst("ben", skills={"net": 4}))  # fmt: skip
    desk = kit.desk(kit.world(*team, incidents=(kit.incident(),))).to(30)
    desk.do(shapes.Assign("portal", "ben"))
    assert desk.state.incidents["portal"].who == "ben"
    assert desk.state.analysts["ana"].task == ""


def test_who_is_not_in_is_passed_over(kit: Kit) -> None:
    habits = frozenset({"takes-every-p1"})
    team = (kit.analyst("ana", skills={"net": 5}, habits=habits, arrives=200),
            kit.analyst("ben", skills={"net": 4}, habits=habits))  # fmt: skip
    desk = kit.desk(kit.world(*team, incidents=(kit.incident(),))).to(60)
    assert desk.one("incident.opened").data["to"] == "ben"
