"""The last minutes of a shift: a form says where the shift is over before its act takes effect."""

from __future__ import annotations

import pytest

from tests.tui.driving import app_with, at, framed, until
from tests.tui.fakes import FakeDesk, FakeSight

END = FakeSight().length


@pytest.mark.parametrize(("left", "too_late"), [(30, False), (1, True)])
async def test_a_form_says_what_the_end_of_the_shift_overtakes(left: int, too_late: bool) -> None:
    desk = FakeDesk(FakeSight(now=END - left, hand=None, owed=()))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("h")
        await at(pilot, "HandOver")
        said = "nothing would come" if too_late else "Takes effect"
        await until(pilot, lambda: said in " ".join(framed(pilot)))
        assert ("Takes effect" in " ".join(framed(pilot))) != too_late
