"""Incidents: steps, halts, contacts, risks, and who works on them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element
from simulator.engine.world import Answer, Contacts, Permit, Risk, Span, Step, Way

if TYPE_CHECKING:
    from simulator.engine.log import LogEntry
    from tests.engine.conftest import Desk, Kit


def desk_with(kit: Kit, *known: str, ana: Any = None, **incident: Any) -> Desk:
    """Return a desk at minute 12, where the portal fails at 10 and is known at 12.

    Its steps are find (10 minutes), look (10) and fix (5), which has to be allowed.
    """
    fields: dict[str, Any] = {"skills": {"net": 4}, "stress": 20} | (ana or {})
    team = (kit.analyst("ana", **fields), kit.analyst("ben", skills={"net": 4, "app": 4}))
    world = kit.world(
        *team, incidents=(kit.incident(**incident),), storyline=(kit.learn("down", *known, at=12),),
        stakeholders=(kit.person("vendor", "vendor", answer=Answer(
            Span(20, 20), needs=("node",), done="portal/renew")),),
    )  # fmt: skip
    return kit.desk(world).to(12)


def found(desk: Desk) -> list[tuple[object, int]]:
    """Return steps that are done, and when."""
    return [(e.data["step"], e.at) for e in desk.all("incident.found")]


def halts(desk: Desk) -> list[tuple[object, int]]:
    """Return what was asked for, and when."""
    return [(e.data["asks"], e.at) for e in desk.all("incident.halted")]


# Halting, going on ------------------------------------------------------------------------------


def test_who_is_shown_each_step_waits_after_each(kit: Kit) -> None:
    desk = desk_with(kit)
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
    desk = desk_with(kit)
    desk.do(shapes.Assign("portal", "ana", "show"))
    before = desk.to(25).stress("ana")
    assert desk.to(35).stress("ana") - before == 3_000


def test_what_may_be_done_is_done_without_asking(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.Assign("portal", "ana", "hand-over", may=("take-out",)))
    desk.to(60)
    assert found(desk) == [("find", 25), ("look", 35), ("fix", 40)]
    assert halts(desk) == []
    assert desk.one("incident.mitigated").at == 40


def test_a_limit_is_asked_about(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.Assign("portal", "ana", "on-call"))
    desk.to(50)
    assert halts(desk) == [("take-out", 35)]
    desk.do(shapes.GoAhead("portal"))
    desk.to(70)
    assert desk.one("incident.mitigated").at == 56
    assert not desk.all("incident.went-on")


def test_at_the_outcome_that_was_asked_for_somebody_comes_back(kit: Kit) -> None:
    desk = desk_with(kit, steps=(
        Step("find", "found", 10), Step("look", "why", 10), Step("tidy", "tidied", 10),
    ))  # fmt: skip
    desk.do(shapes.Assign("portal", "ana", outcome="know-why"))
    desk.to(60)
    assert halts(desk) == [("next-step", 35)]


def test_a_step_that_needs_a_fact_waits_for_it(kit: Kit) -> None:
    desk = desk_with(kit, steps=(Step("fix", "fixed", 5, needs=("shots",)),))
    desk.do(shapes.Assign("portal", "ana"))
    assert halts(desk) == [("facts", 15)]


def test_a_fact_halves_the_work_it_answers(kit: Kit) -> None:
    steps = (Step("find", "found", 20, halved_by="shots"),)
    plain, before = desk_with(kit, steps=steps), desk_with(kit, "shots", steps=steps)
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
    desk = desk_with(kit)
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(60)
    learned = {e.data["fact"]: (e.at, e.actor) for e in desk.all("fact.learned")}
    assert learned["node"] == (25, "analyst:ana")
    assert learned["why"] == (35, "analyst:ana")


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
    desk = desk_with(kit, ana={"habits": frozenset({"acts-alone"})})
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


# Risk -------------------------------------------------------------------------------------------


def test_a_step_that_goes_wrong_is_tried_again(kit: Kit) -> None:
    wrong = 0
    steps = (Step("fix", "fixed", 5, risk=Risk("all are out"), effect="mitigates"),)
    world = kit.world(
        incidents=(kit.incident(steps=steps),),
        storyline=(kit.learn("down", at=12),),
        rules=kit.with_rules(wrong_node=(500, 500, 500), lockout_stress=0, stress_p1=0),
    )
    for luck in range(30):
        desk = kit.desk(world, luck=luck).to(12)
        desk.do(shapes.Assign("portal", "ana"))
        desk.to(200)
        worse = [e.at for e in desk.all("incident.worsened")]
        wrong += len(worse)
        # Five minutes of work, fourteen of everybody out, and the step once more.
        assert worse == [20 + 19 * n for n in range(len(worse))]
        assert [e.at for e in desk.all("incident.eased")] == [at + 14 for at in worse]
        back = desk.all("incident.mitigated")
        assert [e.at for e in back] == ([20 + 19 * len(worse)] if back else [])
    assert 15 < wrong < 60


@pytest.mark.parametrize(
    ("stress", "beside", "odds"),
    [(20, None, 40), (62, None, 120), (80, None, 280), (80, "ben", 70)],
)
def test_odds_rise_with_stress_and_fall_with_second_eyes(
    kit: Kit, stress: int, beside: str | None, odds: int
) -> None:
    steps = (Step("fix", "fixed", 5, risk=Risk("all are out")),)
    team = (kit.analyst("ana", skills={"net": 4}, stress=stress), kit.analyst("ben"))
    world = kit.world(*team, incidents=(kit.incident(steps=steps),),
                      storyline=(kit.learn("down", at=12),), length=40)  # fmt: skip
    wrong = 0
    for luck in range(600):
        desk = kit.desk(world, luck=luck).to(12)
        desk.give(shapes.Assign("portal", "ana", beside=beside))
        wrong += bool(desk.to(24).all("incident.worsened"))
    expected = 600 * odds / 1000
    assert abs(wrong - expected) < 4 * (expected * (1 - odds / 1000)) ** 0.5


def test_an_untouched_service_fails_altogether(kit: Kit) -> None:
    desk = kit.desk(kit.world(incidents=(kit.incident(gone_by=(60, "gone"), quiet=True),))).to(120)
    worse = desk.one("incident.worsened")
    assert (worse.at, worse.data["what"], worse.actor) == (70, "untouched", "desk")
    assert desk.one("incident.known").at == 70


# Somebody else's step ---------------------------------------------------------------------------


def test_the_desk_is_done_where_the_rest_is_somebody_else_s(kit: Kit) -> None:
    steps = (Step("find", "found", 10, reveals=("node",)),
             Step("renew", "renewed", 9, by="vendor", effect="resolves"))  # fmt: skip
    desk = desk_with(kit, steps=steps)
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(25)
    assert desk.state.analysts["ana"].task == ""
    assert desk.give(shapes.Take("portal")) == "take.nothing-left"
    desk.do(shapes.Escalate("portal", "vendor", facts=("node",)))
    desk.to(80)
    assert desk.one("incident.resolved").at == 49
    assert desk.state.incidents["portal"].who == ""
    assert desk.one("incident.mitigated").actor == "stakeholder:vendor"


# Contacts ---------------------------------------------------------------------------------------


def contacts_of(kit: Kit, seed: int, *acts: Any, **incident: Any) -> list[LogEntry]:
    """Return the contacts that came in after minute 20, all acts done by then."""
    contacts = Contacts(kit.kind("login", skill="lab"), ((0, 800),))
    fields: dict[str, Any] = {
        "contacts": contacts, "ways": (Way("again", "workaround", "try again"),
                                       Way("undo", "rollback", "undo", mitigates=True)),
    } | incident  # fmt: skip
    world = kit.world(incidents=(kit.incident(**fields),), storyline=(kit.learn("down", at=12),),
                      stakeholders=(kit.person("users", "users"),), length=200)  # fmt: skip
    desk = kit.desk(world, seed).to(12)
    for act in acts:
        desk.do(act)
    desk.to(200)
    return [e for e in desk.all("ticket.arrived") if e.at > 20]


WORD = shapes.Message("users", "portal", (Element("impact", "bad"),))


@pytest.mark.parametrize(
    ("acts", "share"),
    [
        ((WORD,), 450),
        ((shapes.Workaround("portal", "again"),), 300),
        ((WORD, shapes.Workaround("portal", "again")), 300),
        ((shapes.Workaround("portal", "undo"),), 250),
    ],
)
def test_contacts_thin_out(kit: Kit, acts: tuple[Any, ...], share: int) -> None:
    """A share of the same contacts comes, none of them at another minute."""
    until = 44 if acts[-1] == shapes.Workaround("portal", "undo") else 200
    all_, some = 0, 0
    for seed in range(12):
        loud = {e.subject: e.at for e in contacts_of(kit, seed) if e.at <= until}
        less = {e.subject: e.at for e in contacts_of(kit, seed, *acts)}
        assert less.items() <= loud.items()
        all_ += len(loud)
        some += len(less)
    expected = all_ * share / 1000
    assert abs(some - expected) < 4 * (expected * (1 - share / 1000)) ** 0.5


def test_contacts_come_at_their_rate(kit: Kit) -> None:
    contacts = Contacts(kit.kind("login", skill="lab"), ((0, 300), (30, 1000), (60, 0)))
    ages = [
        e.at - 10
        for seed in range(30)
        for e in contacts_of(kit, seed, contacts=contacts, starts=10)
    ]
    assert max(ages) < 60
    first = sum(11 <= age < 30 for age in ages) / 30  # those after minute 20
    second = sum(30 <= age < 60 for age in ages) / 30
    assert abs(first - 19 * 0.3) < 4 * (19 * 0.3 / 30) ** 0.5
    assert abs(second - 30) < 4


def test_contacts_are_seen_as_such_only_once_the_incident_is_known(kit: Kit) -> None:
    contacts = Contacts(kit.kind("login", skill="lab"), ((0, 1000),))
    world = kit.world(incidents=(kit.incident(contacts=contacts),),
                      storyline=(kit.learn("down", at=20),))  # fmt: skip
    desk = kit.desk(world).to(19)
    assert {one.incident for one in api.view(desk.state).tickets()} == {""}
    assert not any("incident" in e.data for e in desk.all("ticket.arrived"))
    desk.to(20)
    assert {one.incident for one in api.view(desk.state).tickets()} == {"portal"}


@pytest.mark.parametrize("late", [False, True])
def test_linked_duplicates_are_done_when_the_service_is_back(kit: Kit, *, late: bool) -> None:
    contacts = Contacts(kit.kind("login", skill="lab"), ((0, 1000),))
    steps = (Step("fix", "fixed", 5, effect="mitigates"),)
    desk = desk_with(kit, contacts=contacts, steps=steps)
    desk.do(shapes.Declare("portal"))
    if not late:
        desk.do(shapes.Link("portal"))
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(30)
    assert desk.all("incident.mitigated")
    if late:
        desk.do(shapes.Link("portal"))
    linked = {e.subject for e in desk.all("ticket.linked")}
    done = desk.all("ticket.resolved")
    assert linked
    assert {e.subject for e in done} == linked
    assert not any(e.data.get("singly") for e in done)
    at = desk.one("incident.linked").at if late else desk.one("incident.mitigated").at
    assert {e.at for e in done} == {at}


def test_a_duplicate_answered_by_itself_is_told_as_such(kit: Kit) -> None:
    contacts = Contacts(kit.kind("login", effort=3), ((0, 300),))
    desk = desk_with(kit, contacts=contacts).to(60)
    assert desk.all("ticket.resolved")
    assert all(e.data["singly"] for e in desk.all("ticket.resolved"))


def test_permits_that_were_given_stay_given(kit: Kit) -> None:
    desk = desk_with(kit, permits=(Permit("take-out", "x"), Permit("call", "y")))
    desk.do(shapes.Assign("portal", "ana", may=("take-out",)))
    desk.do(shapes.Reassign("portal", "ben", may=("call",)))
    assert desk.state.incidents["portal"].may == ("take-out", "call")


# A second pair of eyes ------------------------------------------------------------------------


def watched(kit: Kit, **ana: Any) -> Desk:
    """Return a desk where ana is on a risky step from 15 to 35, and ben looks on."""
    steps = (Step("fix", "fixed", 20, risk=Risk("all are out"), effect="mitigates"),)
    team = (
        kit.analyst("ana", skills={"net": 4}, stress=20, **ana),
        kit.analyst("ben", skills={"app": 4}, stress=20), kit.analyst("cy", stress=20),
    )  # fmt: skip
    desk = kit.desk(
        kit.world(
            *team, tickets=(kit.ticket("a", skill="app", effort=60),),
            incidents=(kit.incident(steps=steps),), storyline=(kit.learn("down", at=12),),
            rules=kit.with_rules(wrong_node=(0, 0, 0)),
        )
    ).to(12)  # fmt: skip
    desk.do(shapes.Assign("portal", "ana", beside="ben"))
    return desk


def test_a_second_pair_of_eyes_looks_on_during_a_risky_step(kit: Kit) -> None:
    desk = watched(kit)
    ben = desk.state.analysts["ben"]
    assert (ben.task, ben.parked) == ("portal", ("a",))
    assert desk.state.incidents["portal"].who == "ana"
    desk.to(35)
    assert desk.state.analysts["ben"].task == "a"
    desk.to(120)
    assert desk.one("ticket.resolved").at == 60 + 20  # set aside for twenty minutes, nothing lost


@pytest.mark.parametrize("beside", [None, "cy"])
def test_who_is_no_longer_needed_beside_goes_back_to_work(kit: Kit, beside: str | None) -> None:
    desk = watched(kit).to(20)
    desk.do(shapes.Assign("portal", "ana", beside=beside))
    assert desk.state.analysts["ben"].task == "a"


def test_nobody_looks_on_once_the_owner_has_gone(kit: Kit) -> None:
    desk = watched(kit, leaves=25).to(26)
    assert desk.state.incidents["portal"].who == ""
    assert desk.state.analysts["ben"].task == "a"


def test_nobody_looks_on_while_the_owner_is_away_from_it(kit: Kit) -> None:
    desk = watched(kit).to(18)
    desk.do(shapes.SendOnBreak("ana"))
    assert desk.state.analysts["ben"].task == "a"
    desk.to(29)
    assert [desk.state.analysts[who].task for who in ("ana", "ben")] == ["portal", "portal"]
    desk.to(60)
    assert desk.one("incident.mitigated").at == 35 + 10


def test_nobody_looks_on_while_the_owner_does_something_else(kit: Kit) -> None:
    desk = watched(kit).to(18)
    desk.do(shapes.Reassign("a", "ana"))
    assert [desk.state.analysts[who].task for who in ("ana", "ben")] == ["a", ""]


def test_who_is_set_free_does_not_take_what_was_just_given_away(kit: Kit) -> None:
    world = watched(kit).state.world
    tickets = (*world.tickets, kit.ticket("b", at=1, skill="app"))
    desk = kit.desk(replace(world, tickets=tickets)).to(12)
    desk.do(shapes.Assign("portal", "ana", beside="ben"))
    desk.do(shapes.Assign("b", "ana"))
    assert desk.state.tickets["b"].who == "ana"
    assert [desk.state.analysts[who].task for who in ("ana", "ben")] == ["b", "a"]
