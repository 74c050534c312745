"""Roles in an incident, working side by side, and how sure people are of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api, words
from simulator.engine.acts import shapes

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


def outage(kit: Kit, people: int = 3, **rules: Any) -> Desk:
    """Return a desk at minute 15; the portal fails at 10, users expect a word every 25 minutes."""
    team = [kit.analyst(f"p{n}", skills={"net": 4}, stress=20) for n in range(people)]
    world = kit.world(
        *team, incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),),
        stakeholders=(kit.person("users", "users", expects={1: 25}),),
        rules=kit.with_rules(**rules),
    )  # fmt: skip
    return kit.desk(world).to(15)


def test_communications_tell_users_when_an_update_is_due(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.GiveRole("portal", "communications", "p1"))
    desk.to(100)
    told = desk.all("stakeholder.told", "stakeholder:users")
    assert [e.at for e in told] == [20, 45, 70, 95]
    assert {(e.actor, e.cause) for e in told} == {("analyst:p1", "world")}
    assert told[0].data["facts"] == ("down",)
    assert desk.all("update.missed") == []


def test_users_hear_of_the_end_from_who_has_communications(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.GiveRole("portal", "communications", "p1"))
    desk.do(shapes.Assign("portal", "p0", "hand-over", may=("take-out",)))
    desk.to(100)
    back = desk.one("incident.mitigated").at
    assert desk.all("stakeholder.told")[-1].at == back + 3


def test_the_lead_sees_who_has_which_role_while_it_is_in_force(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.GiveRole("portal", "scribe", "p1"))
    desk.do(shapes.GiveRole("portal", "communications", "p2"))
    seen = api.view(desk.state)
    assert seen.incident("portal").roles == (("scribe", "p1"), ("communications", "p2"))
    desk.do(shapes.GiveRole("portal", "scribe", "lead"))
    assert seen.incident("portal").roles == (("communications", "p2"),)
    desk.do(shapes.Assign("portal", "p0", "hand-over", may=("take-out",)))
    desk.to(100)
    assert desk.one("incident.mitigated")
    assert seen.incident("portal").roles == ()


def test_an_incident_lead_gives_the_word_that_is_waited_for(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.GiveRole("portal", "lead", "p1"))
    desk.do(shapes.Assign("portal", "p0", "hand-over"))
    desk.to(100)
    halted, word = desk.one("incident.halted"), desk.one("incident.approved")
    assert (word.at, word.actor, word.cause) == (halted.at + 3, "analyst:p1", "world")


def test_command_moves_only_with_a_yes(kit: Kit) -> None:
    tired = kit.analyst("ana", skills={"net": 4}, stress=90)
    world = kit.world(tired, incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),))
    desk = kit.desk(world).to(15)
    desk.do(shapes.GiveRole("portal", "lead", "ana"))
    refused = desk.one("role.given")
    assert refused.data["acknowledged"] is False
    told = words.sentence(refused, words.names(world), words.clock_of(world))
    assert told == "Ana said no: incident lead in Portal stays where it was"
    assert api.view(desk.state).incident("portal").roles == ()
    desk.do(shapes.Assign("portal", "ana", "hand-over"))
    desk.to(200)
    assert desk.all("incident.approved") == []


def test_operations_is_whoever_has_the_incident(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.GiveRole("portal", "operations", "p1"))
    assert desk.state.incidents["portal"].who == "p1"
    desk.do(shapes.GiveRole("portal", "operations", "p2"))
    assert desk.one("incident.reassigned").because == desk.all("role.given")[1].number


def test_a_record_makes_the_review_shorter(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.GiveRole("portal", "scribe", "p1"))
    desk.do(shapes.Assign("portal", "p0", "hand-over", may=("take-out",)))
    desk.to(100)
    record = desk.one("incident.recorded")
    assert record.data["by"] == "p1"
    about = [e for e in desk.state.log[: record.number] if e.subject == "incident:portal"]
    assert record.data["entries"] == len(about)
    desk.do(shapes.Review("p0", "portal"))
    assert desk.one("analyst.reviewed").data["minutes"] == 2


@pytest.mark.parametrize(("people", "load"), [(3, 15), (8, 30)])
def test_two_roles_cost_more_on_a_large_desk_only(kit: Kit, people: int, load: int) -> None:
    desk = outage(kit, people)
    for role in ("scribe", "communications"):
        desk.do(shapes.GiveRole("portal", role, "p1"))
    assert desk.state.analysts["p1"].role_load == load


@pytest.mark.parametrize(("people", "given", "minutes"), [(7, 0, []), (8, 0, [2]), (8, 2, [])])
def test_several_roles_in_the_leads_hands_cost_minutes_on_a_large_desk(
    kit: Kit, people: int, given: int, minutes: list[int]
) -> None:
    desk = outage(kit, people)
    for role in ("scribe", "communications")[:given]:
        desk.do(shapes.GiveRole("portal", role, "p1"))  # type: ignore[arg-type]
    desk.to(30)
    assert [e.data["minutes"] for e in desk.all("lead.split")] == minutes


# Side by side -----------------------------------------------------------------------------------


def learning(kit: Kit, *tickets: Any, **rules: Any) -> Desk:
    """Return a desk with cy, who knows little of networks, and ana, who knows much."""
    cy = kit.analyst("cy", skills={"net": 2}, confidence={"net": rules.pop("sure", 2)})
    ana = kit.analyst("ana", skills={"net": 5, "app": 3})
    return kit.desk(kit.world(cy, ana, tickets=tickets, rules=kit.with_rules(**rules)))


def test_who_learns_dares_more_and_grows_surer(kit: Kit) -> None:
    desk = learning(kit, kit.ticket("a", at=10), kit.ticket("b", at=11, effort=40, difficulty=5))
    desk.do(shapes.Pair("cy", "ana", 100))
    desk.to(100)
    first = desk.one("ticket.started", "ticket:a")
    assert (first.data["to"], first.data["gap"]) == ("cy", -2)
    surer = desk.one("analyst.surer")
    assert surer.data == {"skill": "net", "to": 3}
    # Skill 5 at 100 %, four fifths of it while showing.
    assert desk.one("ticket.resolved", "ticket:b").at == 11 + 50
    assert desk.one("analyst.pair-ended").data == {"practised": ("net",), "with": "ana"}


def test_stretch_side_by_side_becomes_skill_after_a_review(kit: Kit) -> None:
    desk = learning(kit, kit.ticket("a", at=10))
    desk.do(shapes.Pair("cy", "ana", 100))
    desk.to(80)
    assert desk.all("analyst.grew") == []
    desk.do(shapes.Review("cy", "a"))
    assert desk.one("analyst.grew").data == {"skill": "net", "to": 3}


def test_the_first_success_alone_afterwards_shows(kit: Kit) -> None:
    desk = learning(kit, kit.ticket("a", at=10), kit.ticket("b", at=101, difficulty=3))
    desk.do(shapes.Pair("cy", "ana", 100))
    desk.to(101)
    desk.do(shapes.Reassign("b", "cy")) if desk.state.tickets["b"].who == "ana" else None
    desk.to(200)
    alone = desk.one("analyst.succeeded-alone")
    assert (alone.subject, alone.data["task"]) == ("analyst:cy", "b")


def test_a_pair_ends_when_one_goes_home(kit: Kit) -> None:
    cy = kit.analyst("cy", skills={"net": 2}, leaves=50)
    desk = kit.desk(kit.world(cy, kit.analyst("ana", skills={"net": 5})))
    desk.do(shapes.Pair("cy", "ana", 100))
    desk.to(200)
    assert desk.one("analyst.pair-ended").at == 50
    assert desk.state.analysts["ana"].paired == ""


@pytest.mark.parametrize(("sure", "asks"), [(0, 3), (2, 12), (4, 28)])
def test_who_is_too_sure_asks_late_and_who_is_unsure_asks_early(
    kit: Kit, sure: int, asks: int
) -> None:
    desk = learning(kit, kit.ticket("a", at=10, difficulty=3, effort=60), ask_after=12, sure=sure)
    desk.to(9)
    desk.do(shapes.SendOnBreak("ana"))
    desk.to(200)
    entry = desk.one("analyst.asked-help")
    assert entry.data == {"task": "a", "after": asks, "vain": asks // 4}


def test_nobody_asks_where_the_rules_do_not_say_when(kit: Kit) -> None:
    desk = learning(kit, kit.ticket("a", at=10, difficulty=3)).to(200)
    assert desk.all("analyst.asked-help") == []


# How a request for help is met ------------------------------------------------------------------


def asking(kit: Kit) -> Desk:
    """Return a desk at minute 12: cy has asked for help with the first of two hard tickets."""
    hard: dict[str, Any] = {"difficulty": 3, "effort": 40}
    desk = learning(kit, kit.ticket("a", at=0, **hard), kit.ticket("b", at=100, **hard),
                    ask_after=12)  # fmt: skip
    return desk.to(12)


def asks_next_after(desk: Desk) -> int:
    """Return how many minutes into the second ticket cy asks."""
    desk.to(99)
    desk.do(shapes.SendOnBreak("ana"))
    desk.to(200)
    after = desk.all("analyst.asked-help")[1].data["after"]
    assert isinstance(after, int)
    return after


@pytest.mark.parametrize(("waits", "at_once", "next_time"), [(0, True, 8), (15, False, 16)])
def test_how_soon_help_came_moves_how_soon_somebody_asks_next(
    kit: Kit, waits: int, at_once: bool, next_time: int
) -> None:
    desk = asking(kit)
    desk.to(desk.state.now + waits)
    desk.do(shapes.CheckIn("cy"))
    desk.to(desk.state.now + 10)
    helped = desk.one("analyst.got-help")
    assert (helped.data["task"], helped.data["at_once"]) == ("a", at_once)
    assert desk.one("analyst.asking-changed").because == helped.number
    assert asks_next_after(desk) == next_time


def test_who_is_left_alone_asks_late_the_next_time(kit: Kit) -> None:
    desk = asking(kit)
    asked = desk.one("analyst.asked-help")
    desk.to(asked.at + 40)
    left = desk.one("analyst.had-no-help")
    assert (left.at, left.because, left.seen) == (asked.at + 25, asked.number, True)
    assert asks_next_after(desk) == 20


@pytest.mark.parametrize(
    "act",
    [
        shapes.Pair("cy", "ana", 60), shapes.Assign("a", "cy", "alongside"),
        shapes.Reassign("a", "ana", "hand-over"), shapes.Take("a"),
    ],
)  # fmt: skip
def test_help_is_a_senior_the_lead_or_other_hands(kit: Kit, act: Any) -> None:
    desk = asking(kit)
    desk.do(act)
    desk.to(desk.state.now + 30)
    assert desk.one("analyst.got-help").subject == "analyst:cy"
    assert desk.all("analyst.had-no-help") == []


def test_a_word_about_something_else_is_no_help(kit: Kit) -> None:
    desk = asking(kit)
    desk.do(shapes.Assign("a", "cy", "hand-over"))
    desk.do(shapes.Listen("cy"))
    desk.to(60)
    assert desk.all("analyst.got-help") == []


def test_looking_in_on_who_asked_is_no_intrusion_and_taking_it_no_slight(kit: Kit) -> None:
    for act in (shapes.CheckIn("cy"), shapes.Take("a")):
        desk = asking(kit)
        desk.do(act)
        desk.to(desk.state.now + 9)
        changed = [e.data["why"] for e in desk.all("analyst.morale-changed", "analyst:cy")]
        assert not {"look-in", "taken"} & {*changed}


def test_a_request_is_a_forks_own(kit: Kit) -> None:
    desk = asking(kit)
    other = api.fork(desk.state)
    desk.do(shapes.CheckIn("cy"))
    desk.to(desk.state.now + 5)
    assert desk.state.analysts["cy"].help_with == ""
    assert other.analysts["cy"].help_with == "a"
    assert other.analysts["cy"].asks_later == 0
