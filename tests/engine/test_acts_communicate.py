"""Messages, acknowledgements, questions, requests and the hand-over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api, words
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element
from simulator.engine.paths import PATHS
from simulator.engine.world import Answer, Question, Span, Way, Wording

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

WORDINGS = (
    Wording("bad", "impact", "one in three", needs=("down",), fact="down"),
    Wording("jargon", "risk", "HTTP 502", jargon=True),
    Wording("guess", "known", "it is the node", needs=("node",)),
    Wording("node", "known", "it is node C", needs=("node",), hidden=True, fact="node"),
    Wording("soon", "action", "we are on it", vague=True),
    Wording("by-eleven", "time", "back by {time}", promises=True),
    Wording("lie", "unknown", "nothing is wrong", untrue=True),
    Wording("for-users", "ask", "try again", audiences=frozenset({"users"})),
    Wording("for-cfo", "ask", "decide", audiences=frozenset({"cfo"}), about="portal"),
    Wording("over", "closing", "it is over"),
)


VENDOR = Answer(Span(20, 20), needs=("node",), works=7, done="portal/fix")


def picky(kit: Kit) -> Any:
    """Return a vendor for whom only the portal is theirs."""
    return kit.person("vendor", "vendor", answer=replace(VENDOR, about=("portal",)))


def desk_with(kit: Kit, **more: Any) -> Desk:
    """Return a desk that knows from minute 12 on that the portal is down."""
    fields: dict[str, Any] = {
        "stakeholders": (
            kit.person("cfo", expects={1: 30}), kit.person("users", "users", expects={1: 25}),
            kit.person("vendor", "vendor", answer=VENDOR),
            kit.person("boss", "manager", grants=frozenset({"restart", "take-out"}),
                       answer=Answer(Span(4, 4))),
            kit.person("peer", "other-team"), kit.person("tech", "technicians"),
        ),
        "incidents": (kit.incident(),), "storyline": (kit.learn("down", at=12),),
        "wordings": WORDINGS,
    } | more  # fmt: skip
    return kit.desk(kit.world(**fields))


def message(to: str, *wordings: str, about: str = "portal", next_at: int | None = None) -> Any:
    """Return a message of these wordings."""
    kinds = {one.id: one.element for one in WORDINGS}
    elements = [Element(kinds[w], w) for w in wordings]
    if next_at is not None:
        elements.append(Element("next-update", "", next_at))
    return shapes.Message(to, about, tuple(elements))


@pytest.mark.parametrize(
    ("to", "minutes"),
    [("desk", 2), ("tech", 2), ("users", 3), ("cfo", 4), ("boss", 4), ("vendor", 4), ("peer", 4)],
)
def test_a_message_takes_the_minutes_of_its_audience(kit: Kit, to: str, minutes: int) -> None:
    desk = desk_with(kit).to(12)
    act = message(to, "bad")
    assert api.view(desk.state).cost(act) == minutes
    assert api.view(desk.state).done_at(act) == 12 + minutes
    desk.do(act)
    assert desk.one("act.done").at == 12 + minutes


def test_a_message_tells_what_it_holds(kit: Kit) -> None:
    desk = desk_with(kit).to(12)
    desk.do(message("cfo", "bad", "jargon", "soon", next_at=40))
    assert desk.one("message.sent", "stakeholder:cfo").data == {
        "about": "portal", "elements": ("impact", "risk", "action", "next-update"),
        "wordings": ("bad", "jargon", "soon"), "facts": ("down",), "jargon": 1, "vague": 1,
        "speculation": 0, "promised": False, "untrue": False, "next": 40, "closing": False,
        "new": True, "since": -1, "minutes": 4,
    }  # fmt: skip
    desk.do(message("cfo", "bad"))
    second = desk.all("message.sent")[1]
    assert (second.data["since"], second.data["new"], second.data["next"]) == (4, False, -1)


def test_what_was_not_known_when_it_was_begun_is_speculation(kit: Kit) -> None:
    """A fact that is learned meanwhile does not make the guess good."""
    desk = desk_with(kit, storyline=(kit.learn("down", at=12), kit.learn("node", at=14))).to(12)
    desk.do(message("cfo", "guess"))
    desk.do(message("cfo", "guess"))
    assert [e.data["speculation"] for e in desk.all("message.sent")] == [1, 0]


def test_wordings_are_offered_by_audience_matter_and_knowledge(kit: Kit) -> None:
    desk = desk_with(kit, storyline=(kit.learn("down", at=12), kit.learn("node", at=30))).to(12)

    def offered(to: str, about: str = "portal") -> set[str]:
        return {one.id for one in api.view(desk.state).wordings(to, about)}

    assert "for-users" in offered("users")
    assert "for-users" not in offered("cfo")
    assert "for-cfo" in offered("cfo")
    assert "for-cfo" not in offered("cfo", "") | offered("boss")
    assert "node" not in offered("cfo")
    desk.to(30)
    assert "node" in offered("cfo")
    known = {w.id: w.known for w in api.view(desk.state).wordings("cfo", "portal")}
    assert known["bad"]


def test_a_word_to_the_desk_counts_as_a_word_with_everybody(kit: Kit) -> None:
    desk = desk_with(kit).to(50)
    desk.do(message("desk", "bad"))
    told = desk.one("desk.told")
    assert told.data == {
        "about": "portal", "elements": ("impact",), "facts": ("down",), "minutes": 2,
    }  # fmt: skip
    desk.to(105)
    assert not desk.all("analyst.morale-changed", why="no-word")


def test_an_untrue_statement_and_a_repeated_one_cost_trust(kit: Kit) -> None:
    desk = desk_with(kit, incidents=()).to(12)
    desk.do(message("peer", "bad", about=""))
    desk.do(message("peer", "bad", about=""))
    desk.do(message("cfo", "lie", about=""))
    changes = {e.subject: e.data["change"] for e in desk.all("stakeholder.trust-changed")}
    assert changes == {"stakeholder:peer": -3, "stakeholder:cfo": -15}


def test_a_later_update_without_news_is_no_noise(kit: Kit) -> None:
    desk = desk_with(kit, incidents=()).to(12)
    desk.do(message("peer", "bad", about=""))
    desk.to(21)
    desk.do(message("peer", "bad", about=""))
    assert not desk.all("stakeholder.trust-changed")


# Acknowledge ------------------------------------------------------------------------------------


def test_an_acknowledgement_stops_the_response_clock(kit: Kit) -> None:
    ticket = kit.ticket("a", at=5, skill="lab")
    desk = desk_with(kit, tickets=(ticket,)).to(40)
    desk.do(shapes.Acknowledge("a"))
    entry = desk.one("ticket.acknowledged")
    assert (entry.at, entry.data) == (41, {"waited": 36})
    desk.to(240)
    assert not desk.all("ticket.breached", target="respond")


# Ask --------------------------------------------------------------------------------------------


def test_asking_how_far_brings_what_was_found(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, habits=frozenset({"takes-every-p1"}))
    desk = kit.desk(kit.world(ana, incidents=(kit.incident(),))).to(38)
    desk.do(shapes.Ask("ana"))
    entry = desk.one("analyst.asked")
    assert entry.data == {"question": "how-far", "task": "portal", "minutes": 2}
    assert desk.one("fact.learned", fact="node").because == entry.number


def test_a_question_brings_its_facts_once(kit: Kit) -> None:
    question = Question("pictures", "ana", "Which?", "C.", ("shots",))
    desk = desk_with(kit, questions=(question,)).to(3)
    view = api.view(desk.state)
    assert [one.id for one in view.questions("ana")] == ["pictures"]
    desk.do(shapes.Ask("ana", "pictures"))
    learned = desk.one("fact.learned", fact="shots")
    assert (learned.at, learned.actor) == (5, "analyst:ana")
    assert list(view.questions("ana")) == []


def test_the_answer_to_a_question_is_told(kit: Kit) -> None:
    questions = (Question("pictures", "ana", "Which?", "C.", ("shots",)),
                 Question("who", "cfo", "Who?", "Me."))  # fmt: skip
    desk = desk_with(kit, questions=questions).to(12)
    desk.do(shapes.Ask("ana", "pictures"))
    desk.do(shapes.Ask("cfo", "who"))
    desk.do(shapes.Ask("cfo", "needs"))
    table, clock = words.names_at(desk.state), words.clock_of(desk.state.world)
    asked = [*desk.all("analyst.asked"), *desk.all("stakeholder.asked")]
    assert [words.sentence(entry, table, clock) for entry in asked] == [
        "You asked Ana, who says: “C.”", "You asked Cfo Y, who says: “Me.”",
        "You asked Cfo Y, who says: “Nothing that you do not know already, thank you.”",
    ]  # fmt: skip


def test_asking_what_somebody_needs_earns_trust_once(kit: Kit) -> None:
    cfo = kit.person("cfo", needs=("why",))
    desk = desk_with(kit, stakeholders=(cfo,), incidents=()).to(3)
    desk.do(shapes.Ask("cfo", "needs"))
    desk.do(shapes.Ask("cfo", "needs"))
    assert desk.one("fact.learned", fact="why").actor == "stakeholder:cfo"
    assert [e.data["change"] for e in desk.all("stakeholder.trust-changed")] == [3]
    assert len(desk.all("stakeholder.asked")) == 2


# Escalate ---------------------------------------------------------------------------------------


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


# Hand over --------------------------------------------------------------------------------------


def test_a_hand_over_says_what_it_covers(kit: Kit) -> None:
    tickets = (kit.ticket("a", skill="lab", logged=2), kit.ticket("b", skill="lab", logged=2),
               kit.ticket("c", skill="lab"))  # fmt: skip
    desk = desk_with(kit, tickets=tickets).to(210)
    desk.do(shapes.HandOver(("a", "c", "portal"), promises=False, facts=("down",)))
    entry = desk.one("shift.handed-over")
    assert entry.data == {
        "tasks": ("a", "c", "portal"), "open": 3, "covered": 2, "promises": False,
        "facts": ("down",), "minutes": 5,
    }  # fmt: skip


def test_a_message_that_is_overtaken_can_still_be_taken_back(kit: Kit) -> None:
    """The service works again while the words wait their turn: they need not go."""
    way = Way("restart", "rollback", "restart", allowed_by="boss", mitigates=True)
    desk = desk_with(kit, incidents=(kit.incident(ways=(way,)),)).to(12)
    desk.do(shapes.Escalate("portal", "boss", "restart"))
    desk.to(18)
    desk.give(shapes.Listen("ana"))
    number = api.give(desk.state, message("users", "bad")).number
    desk.to(19)
    assert desk.give(shapes.Withdraw(number)) == "withdraw.too-late"
    desk.to(20)
    (queued,) = api.view(desk.state).agenda().queued
    assert queued.over_since == desk.one("incident.mitigated").at == 20
    assert desk.give(shapes.Withdraw(number)) == ""
    desk.to(40)
    assert not desk.all("message.sent")


def test_what_an_incident_showed_is_over_with_it(kit: Kit) -> None:
    way = Way("restart", "rollback", "restart", allowed_by="boss", mitigates=True)
    desk = desk_with(
        kit, incidents=(kit.incident(ways=(way,)),), storyline=(kit.learn("down", "node", at=12),)
    ).to(12)
    assert not any(one.over for one in api.view(desk.state).facts())
    desk.do(shapes.Escalate("portal", "boss", "restart"))
    desk.to(21)
    assert "node" in {one.id for one in api.view(desk.state).facts() if one.over}
