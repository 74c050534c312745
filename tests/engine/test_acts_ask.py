"""Acknowledgements and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import api, words
from simulator.engine.acts import shapes
from simulator.engine.world import Question
from tests.engine.outage import desk_with

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


def test_an_acknowledgement_stops_the_response_clock(kit: Kit) -> None:
    ticket = kit.ticket("a", at=5, skill="lab")
    desk = desk_with(kit, tickets=(ticket,)).to(40)
    desk.do(shapes.Acknowledge("a"))
    entry = desk.one("ticket.acknowledged")
    assert (entry.at, entry.data) == (41, {"waited": 36})
    desk.to(240)
    assert not desk.all("ticket.breached", target="respond")


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
