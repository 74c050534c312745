"""The small tools of a lead: reading the desk, composing, remembering, choosing people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.engine.acts.shapes import Assign, Brief, SendOnBreak, Triage
from simulator.engine.api import advance, give, open_shift, view
from simulator.strategies import duties_queue as queue
from simulator.strategies import matching, messages, reading
from simulator.strategies.answers import most_time, quickest, surest
from simulator.strategies.dutiful import Dutiful
from simulator.strategies.memory import Memory
from simulator.strategies.protocol import Wait

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.state import State
    from simulator.engine.view import View
    from simulator.engine.world import World


def at(world: World, minute: int, *acts: AnyAct) -> State:
    """A shift at a minute, these acts given at its start."""
    state = open_shift(world, 1)
    for act in acts:
        give(state, act)
    advance(state, minute)
    return state


def known(world: World) -> State:
    """The shift once the lead has opened the first ticket about the portal."""
    state = at(world, 26)
    give(state, Triage(next(reading.new_services(view(state), 1)).id))
    advance(state, 30)
    return state


def test_a_service_nobody_had_named_stands_out(world: World) -> None:
    assert list(reading.new_services(view(at(world, 15)), 1)) == []
    found = list(reading.new_services(view(at(world, 26)), 1))
    assert [one.service for one in found] == ["portal"]


def test_a_ticket_from_somebody_known_is_told_from_the_rest(world: World) -> None:
    found = list(reading.from_somebody_known(view(at(world, 32))))
    assert [one.id for one in found] == ["quiet"]


def test_what_lies_opened_for_an_hour_gets_a_name_unless_a_p1_burns(world: World) -> None:
    duty = queue.own_what_lies()
    quiet = next(one for one in world.tickets if one.id == "quiet")
    calm = replace(
        world, incidents=(), windows=(), storyline=(),
        tickets=(replace(quiet, sent_back_by=tuple(one.id for one in world.team)),),
    )  # fmt: skip

    def named(state: State) -> list[str]:
        memory = Memory()
        memory.take_up(view(state))
        return [act.task for act in duty(view(state), memory) if isinstance(act, Assign)]

    state = open_shift(calm, 1)
    arrived = quiet.at.plus.low
    advance(state, arrived + 70)
    assert named(state) == []
    state = open_shift(calm, 1)
    advance(state, arrived + 5)
    give(state, Triage("quiet"))
    advance(state, arrived + 50)
    assert named(state) == []
    advance(state, arrived + 60)
    assert named(state) == ["quiet"]


def test_a_break_worked_through_shows_until_there_is_one(world: World) -> None:
    state, memory = at(world, 41), Memory()
    memory.take_up(view(state))
    assert [one.id for one in reading.strained(view(state), memory)] == ["ana"]
    give(state, SendOnBreak("ana"))
    advance(state, 55)
    memory.take_up(view(state))
    assert reading.strained(view(state), memory) == []


def test_an_audience_hears_the_wording_that_says_most_of_what_is_known(world: World) -> None:
    state = known(world)
    word = messages.update(view(state), "boss", "portal")
    assert word is not None
    assert {part.kind: part.wording for part in word.elements} == {
        "impact": "out", "risk": "late", "time": "open", "next-update": "again",
    }  # fmt: skip
    assert word.elements[-1].minute == view(state).done_at(word) + messages.NEXT_WORD


def test_there_is_no_closing_word_before_anything_is_known_to_be_over(world: World) -> None:
    assert messages.closing(view(known(world)), "users", "portal") is None


def test_the_owner_is_the_best_skill_and_a_learner_the_one_it_stretches(world: World) -> None:
    now = view(known(world))
    portal = now.incident("portal")
    owner, learner = matching.owner_for(now, portal), matching.learner_for(now, portal)
    assert owner is not None
    assert learner is not None
    assert (owner.id, learner.id) == ("ana", "cy")
    assert matching.style_for(now, owner, portal) == "hand-over"
    assert matching.style_for(now, learner, portal) == "alongside"


def test_whoever_carries_least_of_those_able_can_be_chosen_instead(world: World) -> None:
    state = known(world)
    waiting = [one.id for one in view(state).waiting()][:2]
    for ident in waiting:
        give(state, Assign(ident, "ana"))
    advance(state, state.now + 8)
    now = view(state)
    able = matching.able(now, now.incident("portal"))
    chosen = matching.lightest_for(now, now.incident("portal"))
    assert chosen is not None
    assert chosen.id != "ana"
    assert chosen.load == min(one.load for one in able) < max(one.load for one in able)


def test_whoever_has_something_that_burns_is_not_asked_for_more(world: World) -> None:
    state = known(world)
    give(state, Assign("portal", "ana", "hand-over", beside="cy"))
    advance(state, state.now + 4)
    now = view(state)
    free = [one.id for one in matching.able(now, now.ticket("quiet"))]
    assert "ana" not in free
    assert "cy" not in free


def test_whoever_is_on_a_call_is_asked_for_nothing_before_it_is_over(world: World) -> None:
    quiet = next(one for one in world.tickets if one.id == "quiet")
    rings = replace(quiet, id="rings", kind=replace(quiet.kind, channel="phone"))
    state = at(replace(world, phones=("ana",), tickets=(*world.tickets, rings)), 20)
    able: dict[str, set[bool]] = {}
    for minute in range(21, 60):
        advance(state, minute)
        now = view(state)
        ticket = next(iter(now.waiting()), None)
        if ticket is not None:
            chosen = [one.id for one in matching.able(now, ticket)]
            able.setdefault(now.analyst("ana").call, set()).add("ana" in chosen)
    assert able["on-call"] == {False}
    assert True in able[""]


def test_people_at_odds_are_not_put_side_by_side(world: World) -> None:
    now = view(known(world))
    portal = now.incident("portal")
    assert {one.id for one in matching.able(now, portal)} == {"ana", "ben", "cy"}
    eyes = matching.second_eyes(now, portal, "ana")
    assert eyes is not None
    assert eyes.id == "cy"


def test_ways_of_answering_differ(world: World) -> None:
    scene = view(at(world, 36)).scene()
    assert scene is not None
    chosen = [choose(scene) for choose in (surest, most_time, quickest)]
    assert [one.id for one in chosen if one] == ["soon", "ask", "short"]


def test_a_dutiful_lead_gives_one_act_at_a_time_and_the_first_that_is_possible(
    world: World,
) -> None:
    def impossible(now: View, memory: Memory) -> Iterator[AnyAct]:
        yield Triage("no-such-ticket")

    def brief(now: View, memory: Memory) -> Iterator[AnyAct]:
        yield Brief("impact")

    def open_one(now: View, memory: Memory) -> Iterator[AnyAct]:
        yield Triage("old-1")

    state = open_shift(world, 1)
    answers = []
    for answer in Dutiful((), (impossible, brief, open_one)).decide(view(state)):
        answers.append(answer)
        if not isinstance(answer, Wait):
            give(state, answer)
    assert answers[0] == Brief("impact")
    assert isinstance(answers[1], Wait)
    assert len(answers) == 2


def test_an_act_that_came_to_nothing_twice_is_not_tried_again(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    act = SendOnBreak("ana")
    memory, state = Memory(), open_shift(world, 1)
    memory.note(act, 0)
    give(state, Assign("old-1", "nobody"))  # refused: stands for any act that is
    memory.note(Assign("old-1", "nobody"), 0)
    memory.take_up(view(state))
    refused = Assign("old-1", "nobody")
    assert memory.worth_trying(act, 0)
    assert not memory.worth_trying(refused, 0)
    assert memory.worth_trying(refused, 5)
    give(state, refused)
    memory.note(refused, 5)
    memory.take_up(view(state))
    assert not memory.worth_trying(refused, 100)
