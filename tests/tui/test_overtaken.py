"""A message that waits its turn while what it tells of is over: the shift asks before it goes."""

from __future__ import annotations

import pytest

from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element
from simulator.engine.seen import InHand
from tests.tui.driving import app_with, at, shown, until
from tests.tui.fakes import FakeDesk, FakeSight

MESSAGE = shapes.Message("users", "portal", (Element("impact", "impact-1"),))


@pytest.mark.parametrize(
    ("key", "given"), [("s", []), ("d", [shapes.Leave()]), ("enter", [shapes.Leave()])]
)
async def test_the_shift_asks_about_a_message_that_is_overtaken(
    key: str, given: list[shapes.Leave]
) -> None:
    desk = FakeDesk(FakeSight(hand=InHand(7, MESSAGE, 60, 64, 4, 61)))
    async with app_with(desk).run_test() as pilot:
        await until(pilot, lambda: "over since 09:01" in shown(pilot))
        assert "Queue" in shown(pilot), "the desk stands behind it"
        await pilot.press(key)
        await at(pilot, "Composer" if key == "enter" else "ShiftScreen")
        assert desk.given == given
