"""Where a run could have gone another way: acts, unused windows, scenes without an answer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.acts.shapes import (
    Answer,
    Assign,
    Decide,
    Declare,
    Escalate,
    GoAhead,
    HandOver,
    Listen,
    Message,
    Pair,
    Reassign,
    SendOnBreak,
    TalkThrough,
    Triage,
)
from simulator.runs import first_acts
from simulator.runs.alternatives import MOST, alternatives
from simulator.runs.costliest import Costly, costliest, unlucky
from simulator.runs.debriefing import debrief_of
from simulator.runs.file import read_run
from simulator.runs.in_words import in_words
from simulator.runs.keeping import keep
from simulator.runs.openings import openings
from simulator.runs.past import Past, Undone
from simulator.runs.playable import playable
from simulator.runs.put_off import Other, at_once
from simulator.runs.telling_what_if import KINDS, swapped, table
from simulator.runs.what_if import compare
from simulator.runs.what_waited import what_waited
from simulator.scenario.library import load

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from simulator.engine.state import State
    from simulator.engine.view import View

SEED = 7


def past_of(scenario: str, lead: str, factory: pytest.TempPathFactory) -> Past:
    path = factory.mktemp("runs") / "lead.run.jsonl"
    keep(playable(load(scenario)), lead, SEED, path)
    return Past(read_run(path))


@pytest.fixture(scope="module")
def hero(tmp_path_factory: pytest.TempPathFactory) -> Past:
    return past_of("payroll-friday", "hero", tmp_path_factory)


@pytest.fixture(scope="module")
def playless(hero: Past) -> State:
    """Return the same shift an hour in, with nothing done."""
    state = hero.opened()
    api.advance(state, 60)
    return state


@pytest.fixture(scope="module")
def expert(tmp_path_factory: pytest.TempPathFactory) -> Past:
    return past_of("payroll-friday", "expert", tmp_path_factory)


@pytest.fixture(scope="module")
def absent(tmp_path_factory: pytest.TempPathFactory) -> Past:
    return past_of("terse-notes", "absent", tmp_path_factory)


def left(past: Past) -> dict[str, list[Other]]:
    """Return what could have been done about all that was left undone, by what it was."""
    found = [one for one in openings(past) if one.point.act is None]
    return {one.subject: one.others(past) for one in found}


def test_whoever_took_it_all_on_sees_what_giving_it_away_would_have_changed(hero: Past) -> None:
    """Nothing was left out of what was knowable: the incident, the quiet ticket, the quarrel."""
    others = left(hero)
    assert any(isinstance(one, Assign) for one in others["incident:portal"])
    assert Triage("batch-44") in others["ticket:batch-44"]
    assert TalkThrough("priya-tomas") in others["conflict:priya-tomas"]
    found = costliest(hero, futures=8)
    assert any(act.kind in KINDS and act.subject for act in found)


def test_a_decision_can_be_taken_as_soon_as_what_it_needs_is_known(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    past = past_of("machine-by-machine", "hero", tmp_path_factory)
    (act,) = left(past)["decision:monday-plan"]
    assert isinstance(act, Decide)
    assert act.why
    assert act.if_fails


def test_a_scene_that_nobody_answered_can_be_answered(absent: Past) -> None:
    one = next(one for one in openings(absent) if one.subject.startswith("scene:"))
    others = one.others(absent)
    assert others
    assert all(isinstance(other, Answer) for other in others)
    found = Costly(tuple(compare(absent, one.point, others, 1)), "costly", one.subject)
    assert swapped(absent, found).heading.endswith("waited for an answer, and got none")


def test_whoever_did_nothing_sees_what_stood_on_the_screen(absent: Past) -> None:
    found = costliest(absent)
    assert any(act.kind in KINDS for act in found)
    assert all(act.subject for act in found)
    headings = [swapped(absent, act).heading for act in found]
    assert any(" it was tense between " in one for one in headings)
    assert not any("on your screen" in one for one in headings)


HEADINGS = (
    (Triage("batch-44"), "ticket:batch-44", r'nobody had opened #\d+ "Batch 44 will not open" yet'),
    (Assign("batch-44", "mei"), "ticket:batch-44", r'nobody had #\d+ "Batch 44 will not open" yet'),
    (Assign("portal", "priya"), "incident:portal", "Priya had taken the Payroll portal unasked"),
    (Assign("portal", "aisha", "alongside"), "analyst:aisha",
     "Aisha had no work from you yet to learn from"),
    (SendOnBreak("aisha"), "analyst:aisha", "Aisha showed signs of strain"),
    (Declare("portal", 1), "incident:portal", "the Payroll portal was not declared yet"),
    (GoAhead("portal"), "incident:portal",
     "work on the Payroll portal stood still and waited for your word"),
    (Message("cfo", "portal", ()), "incident:portal", "you had not written to Marta Lind yet"),
    (Escalate("portal", "paylane"), "stakeholder:paylane",
     "you had not asked Paylane support for anything yet"),
    (TalkThrough("priya-tomas"), "conflict:priya-tomas", "it was tense between Priya and Tomas"),
    (Decide("fallback"), "decision:fallback", "this was still yours to decide: “.*”"),
    (HandOver(), "desk", "the shift was not handed over yet"),
    (None, "incident:portal", "the Payroll portal stood open"),
)  # fmt: skip


@pytest.mark.parametrize(("act", "subject", "heading"), HEADINGS)
def test_what_waited_is_said_as_to_a_colleague(
    playless: State, act: Act | None, subject: str, heading: str
) -> None:
    assert re.fullmatch(heading, what_waited(playless, subject, act, playless.log[0]))


def test_what_went_out_before_is_told_with_its_time(hero: Past) -> None:
    given = next(one.given for one in hero.acts if isinstance(one.given.act, Message))
    assert isinstance(given.act, Message)
    end = hero.before(Undone(hero.acts[-1].given.number, hero.run.minute, 0))
    told = what_waited(end, "incident:portal", given.act, end.log[0])
    assert re.fullmatch(r"you had last written to .+ at \d\d:\d\d", told)


def test_an_act_without_a_clause_is_told_in_the_desks_own_words(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    state = past_of("machine-by-machine", "absent", tmp_path_factory).opened()
    pair = Pair("greta", "ravi", 30)
    assert in_words(state, pair) == "you paired Greta with Ravi"
    api.advance(state, state.world.length - 1)
    late = Listen("greta")
    assert in_words(state, late) == "“Listen” was not done when the shift ended"


@pytest.mark.parametrize("lead", ["hero", "expert", "absent"])
def test_only_what_was_open_then_is_on_offer(lead: str, request: pytest.FixtureRequest) -> None:
    past: Past = request.getfixturevalue(lead)
    for one in openings(past):
        others, state = one.others(past), past.before(one.point)
        assert len(others) <= MOST
        acts = [act for act in map(at_once, others) if act is not None]
        assert all(api.possible(state, act) is None for act in acts)
        assert state.now == one.point.at


def test_what_was_open_is_asked_for_once(hero: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [one for one in openings(hero) if one.subject]
    monkeypatch.setattr(first_acts, "open_then", None)
    assert found
    assert all(one.others(hero) for one in found)
    assert all(hero.before(one.point) is hero.before(one.point) for one in found)


def test_each_thing_that_a_need_asks_for_has_its_turn() -> None:
    first, second, both = Triage("1"), Triage("2"), Triage("3")
    assert first_acts.in_turn([[first, both], [second, both]]) == [first, second, both]
    assert first_acts.in_turn([[first, both, second], []]) == [first, both, second]
    assert first_acts.in_turn([]) == []


def test_a_matter_that_was_not_known_yet_is_met_by_the_ticket_that_tells_of_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    past = past_of("not-the-handset", "absent", tmp_path_factory)
    for one in openings(past):
        sort, _, ident = one.subject.partition(":")
        if sort == "incident":
            known = [one.id for one in api.view(past.before(one.point)).incidents()]
            assert ident in known
    assert any(isinstance(one, Triage) for others in left(past).values() for one in others)


def test_looking_at_other_futures_leaves_the_past_as_it_was(hero: Past) -> None:
    point = next(one.point for one in openings(hero) if isinstance(one.point, Undone))
    before = list(hero.before(point).log)
    assert before == list(hero.run.log[: len(before)])
    acts = next(one.others(hero) for one in openings(hero) if one.point == point)
    compare(hero, point, acts, 2)
    assert list(hero.before(point).log) == before


def test_what_was_left_undone_against_leaving_it_changes_nothing(hero: Past) -> None:
    point = next(one.point for one in openings(hero) if isinstance(one.point, Undone))
    (same,) = compare(hero, point, [None], futures=3)
    assert same.differences == {}
    assert same.dropped == 0
    assert same.entry == point.entry


def seen_at(past: Past, kind: type) -> tuple[View, Act]:
    """Return an act of a kind, with what the lead saw when it was given."""
    given = next(one.given for one in past.acts if isinstance(one.given.act, kind))
    return api.view(past.before(given)), given.act


def test_words_and_decisions_can_be_whole_or_left_out(expert: Past) -> None:
    view, act = seen_at(expert, Message)
    assert isinstance(act, Message)
    assert alternatives(view, act) == [None], "it says all that this audience needs"
    bare = replace(act, elements=act.elements[:1])
    fuller = alternatives(view, bare)[0]
    assert isinstance(fuller, Message)
    assert len(fuller.elements) > 1
    assert None not in alternatives(view, act, low=False)
    view, act = seen_at(expert, Decide)
    assert isinstance(act, Decide)
    whole = alternatives(view, Decide(act.what))[0]
    assert isinstance(whole, Decide)
    assert whole.why
    assert whole.if_fails


def test_a_task_can_go_to_somebody_else_or_stay(hero: Past) -> None:
    view, _ = seen_at(hero, Answer)
    task = next(one for one in view.tickets() if one.who and one.who != "lead")
    there = [one.id for one in view.team() if one.place == "desk" and one.id != task.who]
    found = alternatives(view, Reassign(task.id, there[0]))
    *others, nobody = found
    assert nobody is None
    assert {one.to for one in others if isinstance(one, Reassign)} < set(there)
    assert len(others) > 0


def test_acts_that_had_no_place_are_counted_in_words(hero: Past) -> None:
    acts = [one for one in costliest(hero, futures=4) if one.told.dropped]
    assert acts
    for act in acts:
        assert swapped(hero, act).dropped.startswith(f"{act.told.dropped} of your later acts had")
    told = [act for act in acts if act.kind in KINDS]
    text = "\n".join(table(hero, told))
    assert text.count("had no place in it") == len(told) > 0


def bad_luck(past: Past, number: int) -> Costly:
    """Return an act of a run as one that chance went against."""
    given = next(one.given for one in past.acts if one.given.number == number)
    return Costly(tuple(compare(past, given, [None], 1)), "unlucky")


def test_what_chance_alone_made_costly_is_not_told_as_something_to_change(hero: Past) -> None:
    """What else showed the same, and what was left undone, still is."""
    told = debrief_of(hero.run).first.moments
    behind = {one.entry: hero.act_behind(one.entry) for one in told if not one.went_well}
    entry, number = next((entry, act) for entry, act in behind.items() if act is not None)
    entries = unlucky(hero, [bad_luck(hero, number)])
    assert entry in entries
    assert all(hero.act_behind(one) == number for one in entries)
    left_over = debrief_of(hero.run, unlucky=entries).first
    assert not any(one.entry in entries for one in left_over.moments if not one.went_well)
    assert any(not one.went_well for one in left_over.moments)
    times = {one.at for one in left_over.moments}
    assert all(plan.at in times for plan in left_over.plans)


def test_leaving_a_thing_undone_is_never_excused_by_chance(hero: Past) -> None:
    point = next(one.point for one in openings(hero) if isinstance(one.point, Undone))
    (same,) = compare(hero, point, [None], 1)
    assert unlucky(hero, [Costly((same,), "unlucky", "incident:portal")]) == frozenset()


def test_of_bad_luck_it_is_told_in_how_many_futures_it_was_as_good(hero: Past) -> None:
    given = hero.acts[0].given
    (same,) = compare(hero, given, [given.act], 3)
    act = Costly((same,), "unlucky")
    assert act.as_good == 3
    assert "in 3 of them your way did as well, or better" in swapped(hero, act).means
