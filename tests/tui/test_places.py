"""From the first page to a shift and back; the first time; the debrief of a real run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from simulator.engine.acts import shapes
from simulator.errors import NotFound
from simulator.tui.app import ShiftleadApp
from simulator.tui.library import HomeShelf
from simulator.tui.screens import own_words
from simulator.tui.screens.first_screen import WORDS
from simulator.tui.settings import Settings, load
from tests.tui.driving import app_with, at, shown, until
from tests.tui.fake_past import FakeShelf
from tests.tui.fakes import FakeDesk

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


def test_the_first_page_ever_is_sixty_words_at_most() -> None:
    assert sum(len(paragraph.split()) for paragraph in WORDS) <= 60


async def test_the_first_page_shows_what_to_go_on_with_begin_and_look_back_at() -> None:
    async with app_with().run_test() as pilot:
        await at(pilot, "Home")
        await until(pilot, lambda: "Look back" in shown(pilot))
        text = shown(pilot)
        assert text.index("Go on") < text.index("Begin a shift") < text.index("Look back")
        await pilot.press("slash", *"first")
        await until(pilot, lambda: "Go on" not in shown(pilot))
        assert "First shift" in shown(pilot)


async def test_beginning_goes_through_the_first_time_and_the_briefing() -> None:
    shelf = FakeShelf()
    app = ShiftleadApp(shelf)
    async with app.run_test() as pilot:
        await at(pilot, "Home")
        await until(pilot, lambda: "Begin a shift" in shown(pilot))
        await pilot.press("down", "enter")
        await at(pilot, "FirstTime")
        await pilot.press("enter")
        await at(pilot, "Briefing")
        assert "Fri 08:00 to 11:30" in shown(pilot)
        await pilot.press("enter")
        await at(pilot, "ShiftScreen")
        assert shelf.begun == ["tutorial"]
    assert load()[0].welcomed


async def test_going_home_keeps_the_shift_and_going_on_shows_it() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("escape", "escape")
        await at(pilot, "Home")
        await until(pilot, lambda: "Go on" in shown(pilot))
        await pilot.press("enter")
        await at(pilot, "ShiftScreen")
        assert not desk.closed


async def test_quitting_a_shift_asks_once_and_says_that_nothing_is_lost() -> None:
    app = app_with(FakeDesk())
    async with app.run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("q")
        await at(pilot, "Confirm")
        assert "Nothing is lost" in shown(pilot)
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        await pilot.press("q", "enter")
        await until(pilot, lambda: app.return_code == 0)


async def test_quitting_the_first_page_needs_no_question() -> None:
    app = app_with()
    async with app.run_test() as pilot:
        await at(pilot, "Home")
        await pilot.press("q")
        await until(pilot, lambda: app.return_code == 0)


async def test_what_cannot_be_opened_is_said_and_the_first_page_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = app_with()

    def missing(run: str) -> FakeDesk:
        raise NotFound("The run [r-1] is gone.", "Start another.")

    monkeypatch.setattr(app.shelf, "resume", missing)
    async with app.run_test() as pilot:
        await at(pilot, "Home")
        await until(pilot, lambda: "Go on" in shown(pilot))
        await pilot.press("enter")
        await at(pilot, "Notice")
        assert "The run [r-1] is gone. Start another." in shown(pilot)
        await pilot.press("enter")
        await at(pilot, "Home")


PAGES = (
    ("2", "Levels: 4 good"),
    ("3", "Arithmetic:"),
    ("4", "Curves,"),
    ("5", "The desk: what"),
    ("1", "The one you'd keep: all"),
)


def stands(pilot: Pilot[int], words: str) -> bool:
    """Return whether these words are on the screen."""
    return words in shown(pilot)


async def play_to_the_end(pilot: Pilot[int]) -> None:
    """Run through a shift, answering what comes with the first answer that is open."""
    for _ in range(400):
        match type(pilot.app.screen).__name__:
            case "ShiftScreen":
                await pilot.press("full_stop")
            case "Scene":
                await pilot.press("1", "2", "n")
            case "Notice":
                await pilot.press("enter")
            case "OwnWords":
                return
        await pilot.pause()
    raise AssertionError("the shift did not end")


async def test_keys_held_at_the_end_of_a_shift_say_nothing_in_ones_own_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(own_words, "QUIET", 3600.0)
    async with app_with().run_test() as pilot:
        page = own_words.OwnWords(("delegation",))
        pilot.app.push_screen(page)
        await at(pilot, "OwnWords")
        await pilot.press("full_stop", "enter", "full_stop")
        assert pilot.app.focused is None
        assert pilot.app.screen is page
        page.settle()
        await pilot.press("t", "e", "n")
        assert page.query_one("#back", Input).value == "ten"


async def test_a_real_shift_from_briefing_to_debrief_and_again_from_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_words, "QUIET", 0.01)
    shelf = HomeShelf(str(tmp_path / "store.db"), seed=10)
    chosen = Settings(welcomed=True, reduced_motion=True)
    app = ShiftleadApp(shelf, chosen, lambda app: app.brief("payroll-friday"))
    async with app.run_test() as pilot:
        await at(pilot, "Briefing")
        await pilot.press("enter")
        await at(pilot, "ShiftScreen")
        await play_to_the_end(pilot)
        await at(pilot, "OwnWords")
        await until(pilot, lambda: pilot.app.focused is not None)
        await pilot.press(*"ten", "tab", *"all", "tab", "right", "right")
        await until(pilot, lambda: "60" in shown(pilot))
        await pilot.press("enter")
        await at(pilot, "Debrief")
        await until(pilot, lambda: "The minute you'd like back: ten" in shown(pilot))
        for key, words in PAGES:
            await pilot.press(key)
            await until(pilot, partial(stands, pilot, words))
        await pilot.press("tab")
        await until(pilot, lambda: "enter: try it from" in shown(pilot))
        await pilot.press("enter")
        await at(pilot, "ShiftScreen")
        assert app.desk is not None
        assert app.desk.view().now < 210
        await pilot.press("escape", "escape")
        await at(pilot, "Home")
        await until(pilot, lambda: "Look back" in shown(pilot) and "Go on" in shown(pilot))
        app.desk.close()
    # What was said is kept beside the run and asked for only once.
    (card,) = shelf.finished()
    own = shelf.look_back(card.id).own
    assert own is not None
    assert (own.back, own.keep) == ("ten", "all")
    shelf.close()


async def test_a_run_goes_on_at_the_minute_that_was_reached(tmp_path: Path) -> None:
    shelf = HomeShelf(str(tmp_path / "store.db"), seed=10)
    desk = shelf.start("tutorial")
    desk.advance(3)
    desk.close()
    (card,) = shelf.unfinished()
    app = ShiftleadApp(shelf, Settings(welcomed=True), lambda app: app.go_on(card.id))
    async with app.run_test() as pilot:
        await at(pilot, "Scene")
        assert app.desk is not None
        assert app.desk.view().now == 3
        app.desk.close()
    shelf.close()


async def test_in_practice_a_hint_stands_with_its_scene_and_with_what_began(tmp_path: Path) -> None:
    shelf = HomeShelf(str(tmp_path / "store.db"), seed=10)
    app = ShiftleadApp(shelf, Settings(welcomed=True), lambda app: app.brief("tutorial"))
    async with app.run_test() as pilot:
        await at(pilot, "Briefing")
        await pilot.press("enter")
        await at(pilot, "Scene")
        await until(pilot, lambda: "Hint: Press 1, 2 or 3 to answer." in shown(pilot))
        await pilot.press("1")
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Hint: Press a on the badge printer" in shown(pilot))
        assert app.desk is not None
        app.desk.close()
    shelf.close()


async def test_an_assessment_gives_no_hints(tmp_path: Path) -> None:
    shelf = HomeShelf(str(tmp_path / "store.db"), seed=10, mode="assessment")
    desk = shelf.start("tutorial")
    assert desk.hint() == ""
    assert desk.hint("ida-rings") == ""
    desk.close()
    shelf.close()


@pytest.mark.parametrize("read", [False, True])
async def test_no_hint_asks_for_what_is_done(tmp_path: Path, *, read: bool) -> None:
    shelf = HomeShelf(str(tmp_path / "store.db"), seed=2)
    desk = shelf.start("terse-notes")
    if read:
        desk.give(shapes.Triage("till-north"))
    desk.advance(37)
    assert ("takes two minutes to read" in desk.hint("sent-back")) is not read
    desk.close()
    shelf.close()
