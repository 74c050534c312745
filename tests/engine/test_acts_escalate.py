"""Requests to somebody outside: the evidence they need, what they allow, when they answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api, words
from simulator.engine.acts import shapes
from simulator.engine.paths import PATHS
from simulator.engine.world import Answer, Span, Way
from tests.engine.outage import VENDOR, desk_with, message, picky

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


def test_a_request_without_the_evidence_comes_back_as_a_question(kit: Kit) -> None:
    desk = desk_with(kit).to(12)
    desk.do(shapes.Escalate("portal", "vendor"))
    first = desk.one("task.escalated")
    assert (first.at, first.data["complete"], first.data["again"]) == (16, False, 0)
    desk.to(26)
    back = desk.one("stakeholder.answered")
    assert (back.at, back.data, back.because) == (
        26, {"reply": "question", "task": "portal"}, first.number,
    )  # fmt: skip
    answered = PATHS["stakeholder.*.answered"].read
    assert not answered(desk.state, "vendor"), "a question back is no answer"
    desk.to(240)
    assert len(desk.all("stakeholder.answered")) == 1


def test_with_the_evidence_the_answer_and_then_the_work_follow(kit: Kit) -> None:
    story = (kit.learn("down", "node", at=12),)
    desk = desk_with(kit, storyline=story).to(12)
    desk.do(shapes.Escalate("portal", "vendor", facts=("node",)))
    assert desk.one("task.escalated").data["complete"]
    view = {one.id: one.answers_by for one in api.view(desk.state).stakeholders()}
    assert view["vendor"] == 16
    desk.to(240)
    answered = desk.one("stakeholder.answered")
    assert (answered.at, answered.data["reply"]) == (36, "yes")
    assert PATHS["stakeholder.*.answered"].read(desk.state, "vendor")
    found = desk.one("incident.found")
    assert (found.at, found.actor, found.because) == (43, "stakeholder:vendor", answered.number)
    mitigated = desk.one("incident.mitigated")
    assert (mitigated.at, mitigated.actor, mitigated.cause) == (43, "stakeholder:vendor", "world")


def test_an_address_that_nobody_reads_never_answers(kit: Kit) -> None:
    box = (kit.person("box", "other-team", unread=True),)
    desk = desk_with(kit, stakeholders=box).to(12)
    desk.do(shapes.Escalate("portal", "box"))
    asked = desk.one("task.escalated")
    assert (asked.data["unread"], asked.data["complete"]) == (True, False)
    desk.to(240)
    assert not desk.all("stakeholder.answered")


@pytest.mark.parametrize(("facts", "told"), [((), "they need more evidence first. “Which node?”"),
                                             (("node",), "yes. “Off it goes.”")])  # fmt: skip
def test_an_answer_is_told_in_their_own_words(kit: Kit, facts: tuple[str, ...], told: str) -> None:
    vendor = replace(VENDOR, says="Off it goes.", refuses="Which node?")
    person = (kit.person("vendor", "vendor", answer=vendor),)
    desk = desk_with(kit, stakeholders=person, storyline=(kit.learn("down", "node", at=12),)).to(12)
    desk.do(shapes.Escalate("portal", "vendor", facts=facts))
    desk.to(60)
    table, clock = words.names_at(desk.state), words.clock_of(desk.state.world)
    said = words.sentence(desk.one("stakeholder.answered"), table, clock)
    assert said == f"Vendor Y answered: {told}"


def test_the_missing_evidence_can_be_sent_after(kit: Kit) -> None:
    story = (kit.learn("down", at=12), kit.learn("node", at=17))
    desk = desk_with(kit, storyline=story).to(12)
    desk.do(shapes.Escalate("portal", "vendor"))
    desk.to(17).do(shapes.Escalate("portal", "vendor", facts=("node",)))
    assert desk.all("task.escalated")[1].data["again"] == 1
    desk.to(240)
    assert [(e.at, e.data["reply"]) for e in desk.all("stakeholder.answered")] == [(41, "yes")]


def test_a_request_about_what_is_not_theirs_comes_back_and_costs_trust(kit: Kit) -> None:
    cable = (kit.ticket("cable", skill="lab"),)
    desk = desk_with(kit, stakeholders=(picky(kit),), tickets=cable).to(12)
    before = desk.state.stakeholders["vendor"].trust
    desk.do(shapes.Escalate("cable", "vendor"))
    assert desk.one("task.escalated").data["complete"] is False
    desk.to(240)
    back = desk.one("stakeholder.answered")
    assert (back.at, back.data) == (26, {"reply": "not-theirs", "task": "cable"})
    cost = desk.one("stakeholder.trust-changed", why="not-theirs")
    assert (cost.because, desk.state.stakeholders["vendor"].trust) == (back.number, before - 4)


def test_a_request_about_what_is_not_theirs_leaves_the_other_one_alone(kit: Kit) -> None:
    story = (kit.learn("down", "node", at=12),)
    cable = (kit.ticket("cable", skill="lab"),)
    desk = desk_with(kit, stakeholders=(picky(kit),), tickets=cable, storyline=story).to(12)
    desk.do(shapes.Escalate("portal", "vendor", facts=("node",)))
    desk.do(shapes.Escalate("cable", "vendor"))
    desk.to(240)
    replies = [(e.at, e.data["reply"]) for e in desk.all("stakeholder.answered")]
    assert replies == [(30, "not-theirs"), (36, "yes")]


def test_a_message_about_what_is_not_theirs_is_no_request(kit: Kit) -> None:
    cable = (kit.ticket("cable", skill="lab"),)
    desk = desk_with(kit, stakeholders=(picky(kit),), tickets=cable).to(12)
    desk.do(message("vendor", "bad", about="cable"))
    desk.to(240)
    assert desk.one("message.sent").data["about"] == "cable"
    assert not desk.all("stakeholder.answered")


def test_a_request_about_one_of_its_contacts_is_theirs(kit: Kit) -> None:
    odd = (replace(kit.ticket("odd", skill="lab"), part_of="portal"),)
    desk = desk_with(kit, stakeholders=(picky(kit),), tickets=odd).to(12)
    desk.do(shapes.Escalate("odd", "vendor"))
    desk.to(40)
    assert desk.one("stakeholder.answered").data["reply"] == "question"


def test_evidence_may_come_with_a_message(kit: Kit) -> None:
    desk = desk_with(kit, storyline=(kit.learn("down", "node", at=12),)).to(12)
    desk.do(message("vendor", "node"))
    desk.to(60)
    assert desk.one("stakeholder.answered").at == 36


def test_the_manager_allows_a_way_that_is_theirs(kit: Kit) -> None:
    way = Way("restart", "rollback", "restart", allowed_by="boss", mitigates=True)
    desk = desk_with(kit, incidents=(kit.incident(ways=(way,)),)).to(12)
    desk.do(shapes.Escalate("portal", "boss", "restart"))
    desk.to(30)
    answered = desk.one("stakeholder.answered")
    assert (answered.at, desk.one("incident.mitigated").because) == (20, answered.number)


def test_the_manager_allows_a_step_somebody_waits_for(kit: Kit) -> None:
    desk = desk_with(kit).to(12)
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(35)
    assert desk.one("incident.halted").data["asks"] == "take-out"
    desk.do(shapes.Escalate("portal", "boss", "take-out"))
    desk.to(60)
    answered, approved = desk.one("stakeholder.answered"), desk.one("incident.approved")
    assert answered.at == 43
    assert (approved.at, approved.actor, approved.because) == (
        43, "stakeholder:boss", answered.number,
    )  # fmt: skip
    assert approved.data["waited"] == 43 - desk.one("incident.halted").at
    assert desk.one("incident.mitigated").at == 48


def test_each_answer_takes_its_own_time(kit: Kit) -> None:
    """What is drawn for one request is not drawn again for the next."""
    boss = kit.person("boss", "manager", grants=frozenset({"one", "two"}),
                      answer=Answer(Span(1, 50), works=0))  # fmt: skip
    ways = tuple(Way(name, "rollback", name, allowed_by="boss") for name in ("one", "two"))
    world = kit.world(stakeholders=(boss,), incidents=(kit.incident(ways=ways),),
                      storyline=(kit.learn("down", at=12),))  # fmt: skip
    same = 0
    for luck in range(60):
        desk = kit.desk(world, luck=luck).to(12)
        waits = []
        for asks in ("one", "two"):
            desk.do(shapes.Escalate("portal", "boss", asks))
            asked = desk.state.now
            desk.to(asked + 55)
            waits.append(desk.all("stakeholder.answered")[-1].at - asked)
        assert all(1 <= wait <= 50 for wait in waits)
        same += waits[0] == waits[1]
    assert same < 10
