"""Keys pressed faster than a dialog can answer them: nothing breaks, and none is misread."""

from __future__ import annotations

import random

import pytest
from textual.widgets import Input

from simulator.engine.acts import shapes
from simulator.engine.seen import ConflictView
from tests.conftest import one_in
from tests.tui.driving import app_with, at, hastily, until
from tests.tui.fakes import CFO, FakeDesk, FakeSight

OPENED_BY = {
    "Assign": "a",
    "Priority": "p",
    "Composer": "m",
    "People": "t",
    "Incident": "i",
    "ReadTicket": "enter",
    "Facts": "k",
    "History": "l",
    "Brief": "b",
    "Decide": "d",
    "HandOver": "h",
    "Scene": "c",
}
"""Every dialog of the desk, and the key that opens it."""
KEYS = (
    *"0123456789abcdefghijklmnoprstuvwxyz",
    "enter", "escape", "space", "tab", "shift+tab", "up", "down", "left", "right",
    "backspace", "plus", "minus", "full_stop", "home", "end",
)  # fmt: skip
"""What hurried fingers hit; q is not among them, it leaves."""


def busy_desk() -> FakeDesk:
    """Return a desk at which every dialog has something to show."""
    friction = ConflictView("wifi", ("priya", "tomas"), "Tests were attached.", 12, (), False)
    return FakeDesk(FakeSight(friction=(friction,), open_scenes=(CFO,)))


async def test_enter_right_after_another_audience_sends_to_that_audience() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m")
        await at(pilot, "Composer")
        hastily(pilot, "3", "space", "enter")
        await until(pilot, lambda: desk.given)
        act = desk.given[0]
        assert isinstance(act, shapes.Message)
        assert act.to == "paylane"


@pytest.mark.parametrize("luck", one_in(3, range(3)))
@pytest.mark.parametrize("dialog", OPENED_BY)
async def test_no_dialog_breaks_under_hurried_fingers(dialog: str, luck: int) -> None:
    chance = random.Random(f"{dialog} {luck}")
    desk = busy_desk()
    async with app_with(desk).run_test(size=(80, 24)) as pilot:
        await at(pilot, "Scene")
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        await pilot.press("down", OPENED_BY[dialog])
        await at(pilot, dialog)
        for _ in range(6):
            hastily(pilot, *chance.choices(KEYS, k=8))
            await pilot.pause()
        # Behind all the others in the queue, so that each of them has been answered.
        await pilot.press("f12")
        await until(pilot, lambda: all(one.is_mounted for one in pilot.app.screen_stack))
        assert pilot.app.is_running


async def test_a_key_pressed_while_the_desk_opens_is_not_lost_in_the_line_that_finds() -> None:
    async with app_with(FakeDesk()).run_test() as pilot:
        for key in "bdf":
            hastily(pilot, key)
        await until(pilot, lambda: type(pilot.app.screen_stack[0]).__name__ == "ShiftScreen")
        await until(pilot, lambda: pilot.app.screen_stack[0].query("#find"))
        await pilot.pause()
        assert pilot.app.screen_stack[0].query_one("#find", Input).value == ""


async def test_enter_answers_nobody_before_an_answer_is_marked() -> None:
    desk = busy_desk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "Scene")
        await pilot.press("enter", "enter")
        await pilot.pause()
        await at(pilot, "Scene")
        assert not desk.given
        await pilot.press("down", "enter")
        await until(pilot, lambda: desk.given)
