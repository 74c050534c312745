"""One registry feeds keys, footer, palette and help."""

from __future__ import annotations

import pytest

from simulator.tui import actions
from simulator.tui.app import ShiftleadApp
from simulator.tui.dialogs.base import Dialog
from simulator.tui.screens.debrief import Debrief
from simulator.tui.screens.home import Home
from simulator.tui.screens.shift import ShiftScreen
from simulator.tui.settings import Settings, load, save
from tests.tui.driving import app_with, at, shown, until
from tests.tui.fakes import FakeDesk

OWNERS = {
    "anywhere": ShiftleadApp,
    "home": Home,
    "shift": ShiftScreen,
    "dialog": Dialog,
    "debrief": Debrief,
}


@pytest.mark.parametrize("place", list(OWNERS))
def test_every_action_has_a_method_where_it_applies(place: actions.Place) -> None:
    for action in actions.at(place):
        assert callable(getattr(OWNERS[place], f"action_{action.method}", None)), action.id
        assert action.tip[0].isupper()


@pytest.mark.parametrize("place", list(OWNERS))
def test_no_key_means_two_things_in_one_place(place: actions.Place) -> None:
    keys = [
        key
        for action in (*actions.at(place), *actions.at("anywhere"))
        if not (place == "anywhere" and action.place != "anywhere")
        for key in action.key.split(",")
    ]
    known = keys if place != "anywhere" else keys[: len(keys) // 2]
    assert len(known) == len(set(known))


def test_ids_are_unique() -> None:
    assert len(actions.BY_ID) == len(actions.ACTIONS)


def test_a_key_is_shown_as_a_person_reads_it() -> None:
    assert actions.key_shown("next", {}) == "."
    assert actions.key_shown("assign", {"assign": "g"}) == "g"
    assert actions.keys_shown("take-back", {}) == "u ⌫"


def test_a_name_that_no_action_has_is_found() -> None:
    assert actions.unknown({"asign": "g", "assign": "z"}) == ("asign",)


async def test_a_keymap_changes_the_key_and_the_footer() -> None:
    async with app_with(FakeDesk(), keymap={"assign": "z"}).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "z assign" in shown(pilot))
        await pilot.press("z")
        await at(pilot, "Assign")


async def test_vi_keys_move_in_the_queue() -> None:
    async with app_with(FakeDesk(), vi_keys=True).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        screen = pilot.app.screen
        assert isinstance(screen, ShiftScreen)
        await until(pilot, lambda: screen.marked)
        await pilot.press("j", "j", "k")
        await until(pilot, lambda: screen.marked and screen.marked.number == "216")
        await pilot.press("f")
        await at(pilot, "Facts")


async def test_help_is_about_the_thing_in_focus_and_lists_every_key() -> None:
    async with app_with(FakeDesk()).run_test(size=(80, 70)) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("question_mark")
        await at(pilot, "Help")
        await until(pilot, lambda: "in the order in which it presses" in shown(pilot))
        text = " ".join(shown(pilot).split())
        for action in actions.at("shift"):
            assert action.tip in text
        await pilot.press("escape", "2", "f1")
        await at(pilot, "Help")
        await until(pilot, lambda: "The bars show" in shown(pilot))


async def test_the_palette_offers_only_what_works_now() -> None:
    async with app_with(FakeDesk()).run_test(size=(100, 40)) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("ctrl+p")
        await at(pilot, "CommandPalette")
        await until(pilot, lambda: "Give what is marked" in shown(pilot))
        assert "go ahead: Say go ahead" in shown(pilot)
        assert "answer: Answer who wants" not in shown(pilot)
        await pilot.press(*"go ahead")
        await until(pilot, lambda: "Give what is marked" not in shown(pilot))
        await pilot.press("enter")
        await at(pilot, "ShiftScreen")
        app = pilot.app
        assert isinstance(app, ShiftleadApp)
        desk = app.desk
        assert isinstance(desk, FakeDesk)
        await until(pilot, lambda: [act.kind for act in desk.given] == ["go-ahead"])


def test_settings_survive_a_file_that_does_not_fit() -> None:
    assert load() == (Settings(), "")
    assert save(Settings(theme="shiftlead-contrast", vi_keys=True)) == ""
    found, told = load()
    assert (found.theme, found.vi_keys, told) == ("shiftlead-contrast", True, "")


def test_a_damaged_settings_file_is_told_and_costs_nothing(tmp_path: object) -> None:
    from simulator.tui.settings import settings_path

    settings_path().write_text('{"speed": 7, "vi_keys": true, "later": 1}', encoding="utf-8")
    found, told = load()
    assert found.speed == 1
    assert found.vi_keys
    assert "speed" in told
    settings_path().write_text("{", encoding="utf-8")
    assert load()[0] == Settings()
    assert "cannot be read" in load()[1]


async def test_settings_take_effect_and_are_kept_at_once() -> None:
    app = ShiftleadApp(app_with().shelf)
    async with app.run_test() as pilot:
        await at(pilot, "Home")
        await pilot.press("f2")
        await at(pilot, "SettingsScreen")
        await pilot.press("right")
        await until(pilot, lambda: app.theme == "shiftlead-contrast")
        await pilot.press("tab", "tab", "space", "escape")
        await at(pilot, "Home")
    assert load()[0].theme == "shiftlead-contrast"
    assert load()[0].reduced_motion
