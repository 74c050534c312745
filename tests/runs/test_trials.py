"""A trial beside its shift, and a moment that is practised: what differs is what was done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from scoring.debrief.two_futures_text import moment_page, two_futures_page
from simulator.engine.acts.shapes import Assign, Brief, Declare
from simulator.errors import RunOver, WrongUse
from simulator.runs.debriefing import debrief_of
from simulator.runs.drill import (
    BEFORE,
    FIRST_HOUR,
    LONG,
    LONGEST,
    SHORT,
    Drill,
    Exercise,
    exercise_at,
    exercise_of,
    exercises,
)
from simulator.runs.file import read_run
from simulator.runs.keeping import keep
from simulator.runs.playable import playable
from simulator.runs.session import Session
from simulator.runs.trials import both_futures, is_trial, origin
from simulator.scenario.library import load
from tests.scoring.thinned import SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.runs.file import RunFile
    from simulator.runs.playable import Playable

SEED = 7
DECLARED = 42
GIVEN = Assign("portal", "priya", "hand-over", may=("take-node-out",))


@pytest.fixture(scope="module")
def loaded() -> Playable:
    return playable(load("payroll-friday"))


@pytest.fixture(scope="module")
def shift(loaded: Playable, tmp_path_factory: pytest.TempPathFactory) -> RunFile:
    """Return a shift in which the portal is declared and then left alone."""
    with Session.start(loaded, tmp_path_factory.mktemp("runs"), SEED) as session:
        session.give(Brief("impact"))
        session.advance(DECLARED)
        session.give(Declare("portal", 1))
        session.advance(loaded.world.length)
        session.finish()
    return read_run(session.path)


def trial(shift: RunFile, at: int, folder: Path, *acts: Assign) -> RunFile:
    """Return a trial from a minute of the shift: its acts, then nothing more."""
    with Session.fork(shift, at, folder) as session:
        for act in acts:
            assert session.give(act).refusal is None
        session.advance(session.state.world.length)
        session.finish()
    return read_run(session.path)


def test_a_trial_in_which_nothing_was_done_otherwise_differs_in_nothing(
    shift: RunFile, tmp_path: Path
) -> None:
    same = both_futures(shift, trial(shift, DECLARED + 3, tmp_path))
    assert (same.levels, same.desk, same.curves, same.happened) == ((), (), (), ())
    assert same.totals[0] == same.totals[1]
    assert "came out otherwise" in two_futures_page(same)


def test_a_trial_stands_beside_its_shift_since_the_minute_they_part(
    shift: RunFile, tmp_path: Path
) -> None:
    at = DECLARED + 3
    other = trial(shift, at, tmp_path, GIVEN)
    assert is_trial(other)
    assert not is_trial(shift)
    assert origin(other) == f"A trial from 08:45 of the shift {shift.head.run[:8]}."
    assert origin(shift) == ""
    both = both_futures(shift, other)
    assert all(one.at >= at for one in both.happened)
    assert [one.at for one in both.happened] == sorted(one.at for one in both.happened)
    (given,) = [one for one in both.happened if "you gave the Payroll portal to Priya" in one.text]
    assert given.first is None
    assert given.again is not None
    worked = next(one for one in both.happened if one.text == "the Payroll portal worked again")
    assert worked.again is not None
    assert worked.first is None or worked.again < worked.first
    assert both.totals[0] != both.totals[1]
    page = two_futures_page(both, 79)
    assert max(map(len, page.splitlines())) <= 79
    assert re.search(r"→ \d\d:\d\d  you gave the Payroll portal", page)
    assert "should have" not in page


def test_an_exercise_ends_with_its_window_and_never_lasts_long(shift: RunFile) -> None:
    at = 50
    for window, until in ((None, at + LONG), (at + 20, at + 20), (at + 2, at + SHORT),
                          (at + 90, at + LONG)):  # fmt: skip
        assert exercise_at(shift, at, window=window) == Exercise("", at - BEFORE, until)
    for passed, until, title in ((at + 45, at + 45, ""), (at + 15, at + LONG, ""),
                                 (at + 90, at + LONGEST, FIRST_HOUR)):  # fmt: skip
        assert exercise_at(shift, at, passed=passed) == Exercise(title, at - BEFORE, until)
    assert exercise_at(shift, 0).at == 0
    assert exercise_at(shift, shift.minute - 3).until == shift.minute


def test_the_moments_that_cost_something_can_be_practised(shift: RunFile, loaded: Playable) -> None:
    moments = debrief_of(shift).first.moments
    found = exercises(shift, loaded.rubric, moments)
    assert [one.criterion for one in found] == [m.criterion for m in moments if not m.went_well]
    assert found
    for one in found:
        assert 0 < one.until - one.at <= BEFORE + LONGEST


CLOCK = re.compile(r"\b\d\d:\d\d\b")


@pytest.mark.parametrize("scenario", SHIPPED)
@pytest.mark.parametrize("lead", ["by-the-book", "hero", "micromanager", "box-ticker", "absent"])
def test_what_a_moment_tells_can_be_practised(scenario: str, lead: str, tmp_path: Path) -> None:
    """Each minute of its title, and each at which it says what was done or not, is reached.

    Only of a moment of more than an hour the end is not, and the exercise says so.
    """
    loaded = playable(load(scenario))
    keep(loaded, lead, SEED, tmp_path / "lead.run.jsonl")
    run = read_run(tmp_path / "lead.run.jsonl")
    debrief = debrief_of(run)
    clock = debrief.telling.clock
    for one in debrief.first.moments:
        if one.went_well:
            continue
        found = exercise_of(run, loaded.rubric, one)
        told = [*CLOCK.findall(one.title), *(done[3:8] for done in one.did if done[:3] == "At ")]
        if found.title == f"{one.title}{FIRST_HOUR}":
            assert one.until - one.at > LONGEST
            assert found.until == one.at + LONGEST
        else:
            assert found.until >= one.until
            assert all(clock(found.at) <= time <= clock(found.until) for time in told), one


def test_a_practised_moment_ends_is_compared_and_leaves_nothing(shift: RunFile) -> None:
    criterion = "delegation.gives-it-away"
    exercise = Exercise("the portal", DECLARED + 3, DECLARED + 25, criterion)
    with Drill.begin(shift, exercise) as drill:
        folder = drill.path.parent
        assert drill.now == exercise.at
        drill.give(GIVEN)
        while not drill.over:
            drill.advance_until_needed()
        assert drill.now == exercise.until
        with pytest.raises(RunOver):
            drill.give(Brief("oldest"))
        with pytest.raises(RunOver):
            drill.finish()
        both = drill.beside()
        assert both.until == exercise.until
        (level,) = both.levels
        assert level.name == next(
            one.prompt for one in drill.loaded.rubric.criteria if one.id == criterion
        )
        assert level.first != level.again
        assert all(exercise.at <= one.at <= exercise.until for one in both.happened)
        assert any("gave the Payroll portal" in one.text for one in both.happened)
        page = moment_page(both, 79)
        assert page.startswith("The moment once more, 08:45 to 09:07")
        assert max(map(len, page.splitlines())) <= 79
    assert not folder.exists()


def test_a_moment_without_a_minute_cannot_be_practised(shift: RunFile) -> None:
    with pytest.raises(WrongUse, match="no minute left"):
        Drill.begin(shift, Exercise("", 60, 60))
