"""A real finished run as the app looks back at it: its trials, its exercises, its cohorts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts.shapes import Answer, Brief
from simulator.errors import WrongUse
from simulator.store.cohorts import make_cohort
from simulator.store.hand_ins import handed_in
from simulator.store.store import Store
from simulator.tui.library import HomeShelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.tui.desk import Desk
    from simulator.tui.past_shift import PastShift

TODAY = date(2025, 11, 20)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[HomeShelf]:
    shelf = HomeShelf(str(tmp_path / "own.db"), seed=7, trainee="t-1")
    yield shelf
    shelf.close()


@pytest.fixture
def store(tmp_path: Path, shelf: HomeShelf) -> Iterator[Store]:
    with Store(f"sqlite:///{tmp_path / 'own.db'}") as store:
        yield store


def ended(shelf: HomeShelf, desk: Desk) -> PastShift:
    desk.advance(1000)
    return shelf.finish(desk)


def played(shelf: HomeShelf, scenario: str = "payroll-friday") -> PastShift:
    return ended(shelf, shelf.start(scenario))


def test_a_trial_is_listed_with_its_shift_and_shows_both_futures(shelf: HomeShelf) -> None:
    shift = played(shelf)
    assert (shift.trial, shift.both_futures(), shift.trials()) == ("", None, ())
    desk = shift.again_from(30)
    assert desk.give(Brief("impact")) is None
    trial = ended(shelf, desk)
    assert trial.trial == f"A trial from 08:30 of the shift {shift.run[:8]}."
    both = trial.both_futures()
    assert both is not None
    assert any("you briefed the team" in one.text for one in both.happened)
    (card,) = shift.trials()
    assert (card.id, card.title) == (trial.run, "A trial from 08:30")
    titles = {one.id: one.title for one in shelf.finished()}
    assert titles[trial.run] == f"{titles[shift.run]}, trial"


def test_a_practised_moment_says_until_when_and_is_never_listed(shelf: HomeShelf) -> None:
    shift = played(shelf)
    told = shift.debrief(None)
    exercise = shift.exercises(told)[0]
    moment = next(one for one in told.first.moments if exercise.title.startswith(one.title))
    assert shift.exercise(moment) == exercise
    desk = shift.practise(exercise)
    until = told.telling.clock(exercise.until)
    assert desk.hint() == f"Practice until {until}; then you see what went another way."
    while not desk.over:
        desk.advance_until_needed()
    assert desk.beside().until == exercise.until
    desk.close()
    assert shelf.unfinished() == ()
    assert [one.id for one in shelf.finished()] == [shift.run]
    assert shift.trials() == ()


def test_acts_are_compared_one_after_the_other(shelf: HomeShelf) -> None:
    desk = shelf.start("payroll-friday")
    while not (scenes := list(desk.view().scenes())):
        desk.advance_until_needed()
    (scene, *_) = scenes
    assert desk.give(Answer(scene.id, scene.choices[0].id)) is None
    shift = ended(shelf, desk)
    counted = list(shift.swaps())
    *before, last = counted
    assert before == list(range(1, len(before) + 1))
    assert not isinstance(last, int)
    assert last.above


def test_a_first_shift_and_a_tutorial_stay(shelf: HomeShelf, store: Store) -> None:
    make_cohort(store, "autumn", "Onboarding", "pseudonymous", 6, TODAY)
    with pytest.raises(WrongUse, match="tutorial is never handed in"):
        played(shelf, "tutorial").handing()
    with pytest.raises(WrongUse, match="first shift never counts"):
        played(shelf).handing()


def test_a_trial_stays(shelf: HomeShelf, store: Store) -> None:
    make_cohort(store, "autumn", "Onboarding", "pseudonymous", 6, TODAY)
    played(shelf)
    trial = ended(shelf, played(shelf).again_from(30))
    with pytest.raises(WrongUse, match="trial from a moment of a shift is no attempt"):
        trial.handing()


def test_a_later_shift_goes_to_a_cohort_once_it_is_said(shelf: HomeShelf, store: Store) -> None:
    played(shelf)
    shift = played(shelf)
    assert shift.handing() is None
    make_cohort(store, "autumn", "Onboarding", "pseudonymous", 6, TODAY)
    handing = shift.handing()
    assert handing is not None
    assert (handing.cohorts, handing.trainee) == (("autumn",), "t-1")
    lines = handing.lines("autumn", "t-1")
    assert any("Onboarding" in one for one in lines)
    assert handed_in(store, shift.run) == []
    assert "--cohort autumn --back" in handing.hand_in("autumn", "t-1")
    assert handed_in(store, shift.run) == ["autumn"]
