"""What if: the acts of a run in other futures, and what one other act would have changed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from scoring.assess import assess
from scoring.log import Log
from simulator.engine import api
from simulator.engine.acts.shapes import Answer, Assign, Declare, Listen
from simulator.errors import NotFound, RunOver, WrongUse
from simulator.runs.costliest import CLEAR, LOOKS, MATTERS, RIVALS, costliest, gain, go_on
from simulator.runs.file import read_run
from simulator.runs.following import Follower, acts_in_force
from simulator.runs.keeping import keep
from simulator.runs.luck import spread
from simulator.runs.past import Past
from simulator.runs.playable import playable
from simulator.runs.put_off import at_once
from simulator.runs.replay import opened
from simulator.runs.session import Session
from simulator.runs.telling_what_if import KINDS, table
from simulator.runs.what_if import FUTURES, Tried, compare
from simulator.scenario.library import load
from simulator.strategies.absent import Absent
from simulator.strategies.protocol import play

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.runs.file import RunFile
    from simulator.runs.playable import Playable

SEED = 7


@pytest.fixture(scope="module")
def loaded() -> Playable:
    return playable(load("payroll-friday"))


@pytest.fixture(scope="module", params=["by-the-book", "expert", "hero"])
def run(request: pytest.FixtureRequest, loaded: Playable, tmp_path_factory: object) -> RunFile:
    """Return a finished run with a scripted lead's acts."""
    folder = cast("pytest.TempPathFactory", tmp_path_factory).mktemp("runs")
    return played(loaded, request.param, folder)


@pytest.fixture(scope="module")
def past(run: RunFile) -> Past:
    return Past(run)


def played(loaded: Playable, lead: str, folder: Path) -> RunFile:
    path = folder / "lead.run.jsonl"
    keep(loaded, lead, SEED, path)
    return read_run(path)


def test_a_run_followed_under_its_own_luck_is_that_run(run: RunFile, loaded: Playable) -> None:
    """Until nothing of the trainee's is left: then a lead by the book goes on."""
    state = opened(run, loaded)
    follower = Follower(state, acts_in_force(run.log, run.acts))
    follower.run()
    last = max(e.number for e in run.log if e.kind == "act.given")
    assert list(state.log[: last + 1]) == list(run.log[: last + 1])
    assert not follower.dropped


def test_the_past_of_an_act_is_the_run_up_to_it_whatever_came_of_others(past: Past) -> None:
    """The acts of a minute share what happened in it: none of them sees what another changed."""
    compare(past, past.run.acts[0], [past.run.acts[0].act], futures=1)
    for given in past.run.acts:
        entry = past.entries.get(given.number)
        if entry is not None:
            assert list(past.before(given).log) == list(past.run.log[:entry])


def test_an_act_against_itself_changes_nothing(past: Past) -> None:
    for given in past.run.acts[:: max(1, len(past.run.acts) // 6)]:
        if api.possible(past.before(given), given.act) is None:
            (same,) = compare(past, given, [given.act], futures=3)
            assert same.differences == {}
            assert same.dropped == 0


def test_what_differs_is_what_the_act_changes(loaded: Playable, tmp_path: Path) -> None:
    """Who gave the portal up to the next finding waits; the right to finish does not."""
    run = played(loaded, "by-the-book", tmp_path)
    given, act = next(
        (one, replace(one.act, style="hand-over", may=("take-node-out",)))
        for one in run.acts
        if isinstance(one.act, Assign) and one.act.task == "portal"
    )
    (found,) = compare(Past(run), given, [act], futures=8)
    away, waited = found.differences["restored.portal"], found.differences["waited"]
    assert away.mean < 0
    assert waited.mean < 0
    assert away.low <= away.mean <= away.high
    assert run.log[found.entry].data["number"] == given.number


def test_a_later_act_moves_up_but_never_before_what_it_answers(
    loaded: Playable, tmp_path: Path
) -> None:
    """Five minutes of listening that are left out let what waited behind them come sooner."""
    past = Past(played(loaded, "expert", tmp_path))
    acts = past.acts
    heard = next(one for one in acts if isinstance(one.given.act, Listen))
    later = [one for one in acts if one.given.number > heard.given.number]
    state = api.fork(past.before(heard.given))
    start = len(state.log)
    follower = Follower(state, later)
    follower.run()
    kept = iter([one.given for one in later if one.given not in follower.dropped])
    minutes = []
    for entry in state.log[start:]:
        if entry.kind == "act.given":  # what was for something that has come about is not given
            own = next((one.at for one in kept if one.act.kind == entry.data["act"]), None)
            if own is None:
                break
            minutes.append((entry.at, own))
    assert all(at <= own for at, own in minutes)
    assert any(at < own for at, own in minutes)
    opened_at = {e.data["scene"]: e.at for e in state.log if e.kind == "scene.opened"}
    answers = [e for e in state.log if e.kind == "scene.answered"]
    assert answers
    assert all(e.at >= opened_at[e.data["scene"]] for e in answers)


def test_an_alternative_has_to_be_possible_then(loaded: Playable, tmp_path: Path) -> None:
    past = Past(played(loaded, "by-the-book", tmp_path))
    given = next(one for one in past.run.acts if isinstance(one.act, Answer))
    with pytest.raises(WrongUse, match="not possible at"):
        compare(past, given, [Declare("node-b")], futures=1)
    with pytest.raises(NotFound, match="no act"):
        past.act_given(0)


def test_the_costliest_acts_are_judged_by_their_futures(past: Past) -> None:
    """Each with what was open then, best first; the costliest first; never by the one future."""
    found = costliest(past, futures=1)
    assert len(found) <= 8
    gains = [gain(one.best) for one in found]
    assert gains == sorted(gains, reverse=True)
    for one in found:
        assert 1 <= len(one.comparisons) <= 3
        assert [gain(c) for c in one.comparisons] == sorted(map(gain, one.comparisons))[::-1]
        assert (one.kind in ("costly", "got-away")) == (gain(one.best) >= MATTERS)
        state = past.before(one.best.point)
        for other in one.comparisons:
            act = at_once(other.alternative)
            assert act is None or api.possible(state, act) is None


def test_what_is_told_rests_on_many_futures_and_says_on_how_many(past: Past) -> None:
    """An alternative has fewer than were asked for only where it is settled what is told of it."""
    found = costliest(past)
    told = {act.told.futures for act in found if act.kind in KINDS}
    assert told <= {CLEAR, FUTURES}
    assert [int(n) for n in re.findall(r"\d+", next(table(past, found)))] == sorted(told)
    for act in found:
        for one in act.comparisons:
            left = one.futures in (*LOOKS, RIVALS) and gain(one) < MATTERS
            assert one.futures == FUTURES or left or one.futures == CLEAR


WORSE, SAME, A_LITTLE, BETTER = {"trust": -1}, {"trust": 0}, {"trust": 2}, {"missed": -1}


def tried(*changes: dict[str, int], dropped: int = 0) -> Tried:
    """Return an alternative that changed this in the shift that was played, and in its futures."""
    return Tried(None, list(changes), [dropped] * len(changes))


def goes_on(*changes: dict[str, int]) -> bool:
    """Return whether it is played in another future where nothing else stands beside it."""
    return bool(go_on([tried(*changes)]))


def test_an_alternative_is_left_only_where_no_future_does_better() -> None:
    assert goes_on(*[WORSE] * 2)
    assert not goes_on(*[WORSE] * 3), "in the shift that was played, and in two futures"
    assert not goes_on(WORSE, WORSE, SAME)
    assert goes_on(WORSE, WORSE, A_LITTLE)
    assert goes_on(A_LITTLE, WORSE, WORSE)
    assert goes_on(WORSE, WORSE, A_LITTLE, WORSE, WORSE)
    assert not goes_on(*[A_LITTLE] * 9)
    assert goes_on(*[SAME] * 8, BETTER)
    assert not goes_on(*[WORSE] * 8, BETTER), "no better in the mean of eight"
    assert goes_on(*[WORSE] * 12)


def test_an_alternative_that_does_better_in_each_of_many_futures_needs_no_more() -> None:
    assert not goes_on(WORSE, *[BETTER] * 8), "whatever it did in the shift that was played"
    assert goes_on(WORSE, *[BETTER] * 7)
    assert goes_on(BETTER, *[BETTER] * 7, A_LITTLE)


def test_of_several_alternatives_only_those_go_on_that_can_be_told() -> None:
    """The two best so far over the futures; and the best here, where it was clearly better here."""
    best, good = tried(SAME, *[BETTER] * 4), tried(A_LITTLE, *[A_LITTLE] * 4)
    poor, lucky = tried(SAME, *[WORSE] * 4), tried(BETTER, *[WORSE] * 3, {"trust": -9})
    foreign = tried({"missed": -3}, *[{"missed": -9}] * 4, dropped=4)
    assert go_on([good, poor, best]) == [best, good]
    assert go_on([good, best, lucky]) == [best, good, lucky]
    assert go_on([foreign, good]) == [good, foreign], "too little of it is the trainee's own shift"
    early = [tried(SAME, *[BETTER] * 3), tried(SAME, *[A_LITTLE] * 3)]
    assert go_on(early) == early


def test_who_lets_the_step_by_step_fix_wait_is_told_so(loaded: Playable, tmp_path: Path) -> None:
    past = Past(played(loaded, "by-the-book", tmp_path))
    found = costliest(past, futures=2)
    text = "\n".join(table(past, found))
    given = "you gave the Payroll portal to Priya"
    assert f"08:40 {given}, to decide, with you there for doubts" in text
    assert f"What if {given}, to decide and act alone" in text
    assert "allowed to take a node out and call Paylane" in text
    assert re.search(r"Payroll portal: away: −\d", text)
    assert "should" not in text


def test_chance_moves_the_score_of_the_same_acts_both_ways(past: Past) -> None:
    found = spread(past, lucks=5)
    assert found is not None
    low, high = found
    assert 0 <= low <= high <= 100
    wider = spread(past, lucks=9)
    assert wider is not None
    assert wider[0] <= low <= high <= wider[1]


def test_nobody_else_leads_where_only_chance_is_drawn_anew(
    loaded: Playable, tmp_path: Path
) -> None:
    past = Past(played(loaded, "absent", tmp_path))
    totals = []
    for luck in past.lucks(3):
        state = play(loaded.world, Absent(), SEED, luck)
        totals.append(assess(Log(state.log), loaded.rubric).total())
    assert spread(past, lucks=3) == (min(filter(None, totals)), max(filter(None, totals)))


def test_an_unfinished_shift_has_no_past_yet(loaded: Playable, tmp_path: Path) -> None:
    with Session.start(loaded, tmp_path, SEED) as session:
        session.advance(5)
    with pytest.raises(RunOver, match="unfinished"):
        Past(read_run(session.path))
