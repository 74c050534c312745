"""From a debrief onward: other futures, moments to practise, and handing in."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, cast

import pytest

from simulator.errors import WrongUse
from simulator.tui.dialogs.hand_in import NO_ID
from simulator.tui.screens.ahead import Ahead
from simulator.tui.widgets.line import Line
from tests.tui.driving import LIMIT, app_with, at, shown, until
from tests.tui.fake_past import MOMENTS, SWAPS, FakeFinished, FakeHanding
from tests.tui.fakes import FakeDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot
    from textual.worker import Worker

    from simulator.tui.app import ShiftleadApp
    from simulator.tui.screens.debrief import Debrief
    from simulator.tui.shelf import Swaps
    from tests.tui.fake_past import FakeDrill


async def debrief(pilot: Pilot[int], finished: FakeFinished) -> None:
    """Open the debrief of a shift."""
    await at(pilot, "Home")
    app_of(pilot).look_back(finished)
    await at(pilot, "Debrief")


def app_of(pilot: Pilot[int]) -> ShiftleadApp:
    """Return the app that is driven."""
    return cast("ShiftleadApp", pilot.app)


def ahead(app: ShiftleadApp) -> list[Worker[object]]:
    """Return what is being worked out beside a debrief."""
    return [one for one in app.workers if one.group == "ahead"]


async def test_what_other_acts_would_have_changed_fills_its_page() -> None:
    finished = FakeFinished()
    async with app_with().run_test() as pilot:
        await debrief(pilot, finished)
        await pilot.press("6")
        await until(pilot, lambda: "to decide and act alone" in shown(pilot))
        text = shown(pilot)
        assert "Costly: the other way does better" in text
        assert "- Payroll portal: away: −32 min" in text
        assert "2 of your later acts had no place in it" in text
        assert "7 other acts were compared too." in text
        await pilot.press("t")
        await until(pilot, lambda: "enter: try it from 08:27" in shown(pilot))
        await pilot.press("t")
        await at(pilot, "ShiftScreen")
    assert finished.again == [27]


async def test_other_shifts_and_strong_runs_stand_beside_the_shift() -> None:
    async with app_with().run_test() as pilot:
        await debrief(pilot, FakeFinished())
        await pilot.press("7")
        await until(pilot, lambda: "Strong run 1 of 1" in shown(pilot))
        text = shown(pilot)
        assert "2026-11-20  seed 12: 36; delegation 40" in text
        assert "2026-11-22  this shift: 59; delegation 67" in text


async def test_a_moment_that_chance_alone_made_costly_gives_way_to_another() -> None:
    finished = FakeFinished()
    told = finished.debrief(None).first
    other = replace(MOMENTS[0], title="10:30, the printer on two", entry=200)
    first = replace(told, moments=(other, MOMENTS[1]))
    finished.swaps = lambda: iter([1, replace(SWAPS, first=first)])  # type: ignore[method-assign]
    async with app_with().run_test(size=(100, 60)) as pilot:
        await debrief(pilot, finished)
        await until(pilot, lambda: "10:30, the printer on two" in shown(pilot))
        text = shown(pilot)
        assert MOMENTS[0].title not in text
        assert MOMENTS[1].title in text
        assert "What chance alone made costly in this shift is left out here" in text
        assert text.count("Rung 1 of 5") == 1


async def test_while_it_is_worked_out_words_say_so_and_leaving_stops_it() -> None:
    """A dialog on top changes nothing; once the debrief is left, no further act is compared."""
    finished = FakeFinished()
    left = Event()
    compared: list[int] = []

    def slowly() -> Iterator[int | Swaps]:
        compared.append(1)
        yield 3
        left.wait(LIMIT)
        compared.append(2)
        yield 4
        compared.append(3)

    finished.swaps = slowly  # type: ignore[method-assign]
    app = app_with()
    async with app.run_test() as pilot:
        await debrief(pilot, finished)
        await pilot.press("6")
        await until(pilot, lambda: "3 acts compared so far, of 8 at most." in shown(pilot))
        (worker,) = ahead(app)
        await pilot.press("question_mark")
        await at(pilot, "Help")
        await pilot.press("escape")
        await at(pilot, "Debrief")
        assert ahead(app) == [worker]
        assert not worker.is_cancelled
        await pilot.press("escape")
        await at(pilot, "Home")
        await until(pilot, lambda: worker.is_cancelled)
        left.set()
        await until(pilot, lambda: 2 in compared)
    assert compared == [1, 2]


async def test_chance_stands_on_the_arithmetic_page_once_it_is_known() -> None:
    async with app_with().run_test() as pilot:
        await debrief(pilot, FakeFinished())
        await pilot.press("3")
        await until(pilot, lambda: "with other luck, score 56 to 64" in shown(pilot))
        assert "being worked out" not in shown(pilot)


async def test_a_shift_that_has_no_other_futures_says_why() -> None:
    finished = FakeFinished()

    def unable() -> tuple[int, int] | None:
        raise WrongUse("It was played under [other] rules.")

    finished.chance = unable  # type: ignore[method-assign]
    async with app_with().run_test() as pilot:
        await debrief(pilot, finished)
        await pilot.press("6")
        await until(pilot, lambda: "It was played under [other] rules." in shown(pilot))
        await pilot.press("3")
        await until(pilot, lambda: "Mean of the competencies" in shown(pilot))
        assert "being worked out" not in shown(pilot)


async def test_a_trial_begins_with_both_futures_and_asks_for_no_words() -> None:
    finished = FakeFinished()
    finished.own = None  # type: ignore[assignment]
    finished.trial = "A trial from 08:27 of the shift 3f0c1f6e."
    async with app_with().run_test() as pilot:
        await debrief(pilot, finished)
        await until(pilot, lambda: "Mean of the competencies: 59 → 67" in shown(pilot))
        text = shown(pilot)
        assert "A trial from 08:27 of the shift 3f0c1f6e." in text
        assert "09:39 → 09:24  the Payroll portal worked again" in text


async def test_a_trial_is_listed_with_its_shift_and_opens_from_there() -> None:
    async with app_with().run_test() as pilot:
        await debrief(pilot, FakeFinished())
        await pilot.press("6")
        await until(pilot, lambda: "A trial from 08:27: 67 of 100" in shown(pilot))
        await pilot.press("tab")
        await until(pilot, lambda: "enter: both futures" in shown(pilot))
        opened: list[str] = []

        def remembered(run: str) -> FakeFinished:
            opened.append(run)
            return FakeFinished()

        app_of(pilot).shelf.look_back = remembered  # type: ignore[method-assign]
        await pilot.press("enter")
        await until(pilot, lambda: opened == ["r-2"])
        await at(pilot, "Debrief")


async def test_a_moment_is_practised_compared_and_practised_again() -> None:
    finished = FakeFinished()
    async with app_with().run_test() as pilot:
        await debrief(pilot, finished)
        await pilot.press("p")
        await at(pilot, "Exercises")
        assert "08:25 to 08:57   08:52-09:27, payroll portal" in shown(pilot)
        await pilot.press("enter")
        await at(pilot, "ShiftScreen")
        drill = cast("FakeDrill", app_of(pilot).desk)
        await pilot.press("full_stop")
        await at(pilot, "Passed")
        assert drill.closed
        text = shown(pilot)
        assert "The moment once more, 08:27 to 08:57" in text
        assert "poor (1) → good (4)" in text
        assert "Nothing of it is kept" in text
        await pilot.press("p")
        await at(pilot, "ShiftScreen")
        assert app_of(pilot).desk is not drill
        await pilot.press("full_stop")
        await at(pilot, "Passed")
        await pilot.press("escape")
        await at(pilot, "Debrief")
        assert app_of(pilot).desk is None
    assert len(finished.practised) == 2
    assert finished.practised[0] == finished.practised[1]


async def test_the_marked_moment_is_practised_at_once_and_can_be_left() -> None:
    finished = FakeFinished()
    async with app_with().run_test(notifications=True) as pilot:
        await debrief(pilot, finished)
        await pilot.press("tab", "p")
        await at(pilot, "ShiftScreen")
        drill = cast("FakeDrill", app_of(pilot).desk)
        await pilot.press("q")
        await at(pilot, "Confirm")
        assert "Nothing of a moment that is practised is kept" in shown(pilot)
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        await pilot.press("escape")
        await until(pilot, lambda: "nothing of it is kept" in shown(pilot))
        await pilot.press("escape")
        await at(pilot, "Debrief")
        assert drill.closed
    assert [one.at for one in finished.practised] == [25]


async def test_the_first_page_leads_to_the_moments_of_a_finished_shift() -> None:
    async with app_with().run_test() as pilot:
        await at(pilot, "Home")
        await until(pilot, lambda: "Look back" in shown(pilot))
        await pilot.press("end", "p")
        await at(pilot, "Exercises")
        await pilot.press("escape")
        await at(pilot, "Debrief")


async def test_handing_in_shows_what_leaves_and_goes_with_enter_only() -> None:
    finished = FakeFinished()
    finished.to_hand_in = handing = FakeHanding()
    async with app_with().run_test(notifications=True) as pilot:
        await debrief(pilot, finished)
        await pilot.press("h")
        await at(pilot, "HandIn")
        await until(pilot, lambda: "- your id t-1" in shown(pilot))
        await pilot.press("escape")
        await at(pilot, "Debrief")
        await until(pilot, lambda: "Nothing was handed in." in shown(pilot))
        assert handing.handed == []
        await pilot.press("h")
        await at(pilot, "HandIn")
        await until(pilot, lambda: "- your id t-1" in shown(pilot))
        await pilot.press("enter")
        await at(pilot, "Notice")
        assert "autumn has it until 2026-11-22." in shown(pilot)
    assert handing.handed == [("autumn", "t-1")]


async def test_a_shift_that_was_played_without_an_id_asks_for_one() -> None:
    finished = FakeFinished()
    finished.to_hand_in = handing = FakeHanding(trainee="")
    async with app_with().run_test() as pilot:
        await debrief(pilot, finished)
        await pilot.press("h")
        await at(pilot, "HandIn")
        await until(pilot, lambda: NO_ID[:40] in shown(pilot))
        await pilot.press("enter", *"a b")
        await until(pilot, lambda: "[a b] is not an id." in shown(pilot))
        await pilot.press("enter")
        assert handing.handed == []
        await pilot.press("backspace", "backspace", "enter")
        await at(pilot, "Notice")
    assert handing.handed == [("autumn", "a")]


@pytest.mark.parametrize(
    ("error", "words"),
    [(WrongUse("A tutorial is never handed in.", "It stays with you."), "It stays with you."),
     (None, "There is no cohort in your store")],
)  # fmt: skip
async def test_what_cannot_be_handed_in_says_why(error: WrongUse | None, words: str) -> None:
    finished = FakeFinished()

    def refused() -> FakeHanding | None:
        if error is not None:
            raise error
        return None

    finished.handing = refused  # type: ignore[method-assign]
    async with app_with().run_test() as pilot:
        await debrief(pilot, finished)
        await pilot.press("h")
        await at(pilot, "Notice")
        assert words in shown(pilot)


async def test_the_end_of_an_assessment_announces_that_it_is_handed_in() -> None:
    desk = FakeDesk()
    desk.mode = "assessment"
    app = app_with(desk)
    finished = FakeFinished()
    finished.to_hand_in = FakeHanding()
    app.shelf.finish = lambda _: finished  # type: ignore[method-assign, assignment]
    async with app.run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("full_stop")
        await at(pilot, "Notice")
        assert "nothing leaves before you say yes" in " ".join(shown(pilot).split())
        await pilot.press("enter")
        await at(pilot, "HandIn")


async def test_only_the_page_that_changes_is_set_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    say = Line.say

    def noted(line: Line, text: str) -> None:
        told.append(line.id or "")
        say(line, text)

    async with app_with().run_test() as pilot:
        await debrief(pilot, FakeFinished())
        screen = cast("Debrief", pilot.app.screen)
        await until(pilot, lambda: screen.worked_out)
        monkeypatch.setattr(Line, "say", noted)
        screen.on_ahead_chance(Ahead.Chance((56, 64)))
        screen.on_ahead_others(Ahead.Others((), ()))
        assert told == ["arithmetic-text", "others-text"]
