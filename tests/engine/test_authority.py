"""What is the lead's own to decide, what has to be asked for, and what stays somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api, words
from simulator.engine.acts import shapes
from simulator.engine.authority import Power
from simulator.engine.world import Answer, Authority, Span, Way

if TYPE_CHECKING:
    from simulator.engine.world import Authority as Powers
    from tests.engine.conftest import Desk, Kit

WAYS = (
    Way("again", "workaround", "try again", mitigates=True),
    Way("back", "rollback", "go back", allowed_by="boss"),
)
YES = Answer(Span(5, 5), needs=("node",), asks_back=3, refuses="Not during the pay run.")


def desk_with(kit: Kit, authority: Powers, answer: Answer = YES, **boss: Any) -> Desk:
    """Return a desk at minute 12 whose portal is known to fail; nobody knows the node yet."""
    return kit.desk(
        kit.world(
            authority=authority,
            incidents=(kit.incident(ways=WAYS),),
            stakeholders=(kit.person("boss", "manager", answer=answer, **boss),),
            storyline=(kit.learn("down", at=12), kit.learn("node", at=30)),
        )
    ).to(12)


def ask(what: str, *facts: str) -> shapes.Escalate:
    """Return the question to the boss; it takes four minutes."""
    return shapes.Escalate("portal", "boss", what, facts)


def test_any_kind_of_act_can_need_somebody_s_word(kit: Kit) -> None:
    desk = desk_with(kit, Authority(ask={"declare": "boss", "send-on-break": "boss"}))
    assert desk.give(shapes.Declare("portal", 1)) == "authority.ask"
    assert desk.give(shapes.SendOnBreak("ana")) == "authority.ask"
    reason = api.possible(desk.state, shapes.Declare("portal", 1))
    assert reason is not None
    assert reason.about == ("stakeholder:boss",)


def test_a_yes_stands_for_the_rest_of_the_shift(kit: Kit) -> None:
    desk = desk_with(kit, Authority(ask={"declare": "boss"})).to(30)
    desk.do(ask("declare", "node"))  # sent at 34, answered at 39
    assert desk.give(shapes.Declare("portal", 1)) == "authority.ask"
    desk.to(39)
    granted = desk.one("authority.granted", "stakeholder:boss", power="declare", until=240)
    assert desk.state.log[granted.because].kind == "stakeholder.answered"
    assert desk.to(200).give(shapes.Declare("portal", 1)) == ""
    assert list(api.view(desk.state).powers()) == [Power("declare", "ask", "boss", 240)]


def test_a_yes_can_run_out_and_be_asked_for_again(kit: Kit) -> None:
    desk = desk_with(kit, Authority(ask={"declare": "boss"}, lasts={"declare": 10})).to(30)
    desk.do(ask("declare", "node"))
    assert api.view(desk.to(49).state).whose("declare") == ""
    assert api.view(desk.to(50).state).whose("declare") == "boss"
    desk.do(ask("declare", "node"))
    assert [e.at for e in desk.to(70).all("authority.granted")] == [39, 59]


def test_a_yes_that_runs_out_meanwhile_lets_the_act_come_to_nothing(kit: Kit) -> None:
    desk = desk_with(kit, Authority(ask={"declare": "boss"}, lasts={"declare": 1})).to(30)
    desk.do(ask("declare", "node"))
    desk.to(39)
    assert desk.give(shapes.Declare("portal", 1)) == ""
    assert desk.to(42).one("act.failed", act="declare").data["code"] == "authority.ask"


def test_without_the_facts_the_answer_is_a_question(kit: Kit) -> None:
    desk = desk_with(kit, Authority(ask={"declare": "boss"}))
    desk.do(ask("declare"))
    assert desk.to(30).one("stakeholder.answered").data["reply"] == "question"
    assert desk.give(shapes.Declare("portal", 1)) == "authority.ask"


def test_a_request_is_refused_with_a_reason_while_that_holds(kit: Kit) -> None:
    unless = kit.condition(lambda s: s.now < 60)
    answer = Answer(Span(5, 5), refuses="Not during the pay run.", unless=unless)
    desk = desk_with(kit, Authority(ask={"declare": "boss"}), answer)
    desk.do(ask("declare"))
    said = desk.to(30).one("stakeholder.answered")
    assert said.data == {"reply": "no", "task": "portal", "asks": "declare"}
    table = words.names_at(desk.state)
    told = words.sentence(said, table, words.clock_of(desk.state.world))
    assert told == "Boss Y answered: no. “Not during the pay run.”"
    assert not desk.all("authority.granted")
    desk.to(60).do(ask("declare"))
    assert desk.to(80).one("authority.granted").at == 69


def test_what_can_only_be_requested_is_done_by_whose_it_is(kit: Kit) -> None:
    desk = desk_with(kit, Authority(request={"again": "boss"})).to(30)
    assert desk.give(shapes.Workaround("portal", "again")) == "authority.request"
    desk.do(ask("again", "node"))
    assert desk.to(40).one("incident.mitigated").at == 39
    assert not desk.all("authority.granted")


@pytest.mark.parametrize(
    ("authority", "code"),
    [
        (Authority(), "authority.ask"),
        (Authority(may=frozenset({"back"})), ""),
        (Authority(may=frozenset({"rollback"})), "authority.ask"),
        (Authority(may=frozenset({"back"}), ask={"rollback": "boss"}), ""),
    ],
)
def test_the_exact_name_goes_before_its_kind(kit: Kit, authority: Powers, code: str) -> None:
    assert desk_with(kit, authority).give(shapes.Workaround("portal", "back")) == code


def test_all_ways_of_a_kind_can_need_a_word(kit: Kit) -> None:
    desk = desk_with(kit, Authority(ask={"workaround": "boss"}))
    assert desk.give(shapes.Workaround("portal", "again")) == "authority.ask"


def test_a_fork_keeps_its_permissions_to_itself(kit: Kit) -> None:
    desk = desk_with(kit, Authority(ask={"declare": "boss"})).to(30)
    desk.do(ask("declare", "node"))
    twin = api.fork(desk.state)
    api.advance(twin, 60)
    assert twin.permissions == {"declare": 240}
    assert desk.state.permissions == {}
