"""What is told in the corner of the desk covers no dialog, and nothing of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.screens.shift import ShiftScreen
from tests.tui.driving import app_with, at, framed, shown, until
from tests.tui.fakes import CFO, FakeDesk, FakeSight, entry

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

WORDS = "one of three servers turns people away"
LEARNT = entry(30, 64, "fact.learned", "lead", "analyst:priya", fact=WORDS)
"""The made-up world has no name for a fact, so that its id is told."""


def toasts(pilot: Pilot[int]) -> list[str]:
    """Return what stands in the corner now."""
    return [one.message for one in pilot.app._notifications]


def learns(sight: FakeSight) -> None:
    sight.happened = (LEARNT, *sight.happened)


def desk_that_learns() -> FakeDesk:
    """Return a desk at which something is learnt at 09:04."""
    desk = FakeDesk(FakeSight(hand=None))
    desk.at[64] = learns
    return desk


def desk_of(pilot: Pilot[int]) -> ShiftScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ShiftScreen)
    return screen


async def test_a_conversation_shows_what_was_said_a_moment_ago_in_a_line_of_its_own() -> None:
    desk = desk_that_learns()

    def both(sight: FakeSight) -> None:
        learns(sight)
        sight.open_scenes = (CFO,)

    desk.at[64] = both
    async with app_with(desk).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("full_stop")
        await at(pilot, "Scene")
        await until(pilot, lambda: "Marta Lind, CFO, is calling" in shown(pilot))
        text = "\n".join(framed(pilot))
        # Once: what was just learnt is not repeated among what is known.
        assert text.count(WORDS) == 1
        assert text.index(WORDS) < text.index("four hundred people")
        assert "n  not now" in text
        assert toasts(pilot) == []
        await pilot.press("1")
        await at(pilot, "ShiftScreen")
        await pilot.pause()
        assert not any(WORDS in one for one in toasts(pilot))


async def test_what_was_not_read_comes_back_when_a_dialog_closes() -> None:
    async with app_with(desk_that_learns()).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("full_stop")
        await until(pilot, lambda: any(WORDS in one for one in toasts(pilot)))
        await pilot.press("k")
        await at(pilot, "Facts")
        await until(pilot, lambda: toasts(pilot) == [])
        await pilot.press("escape")
        await until(pilot, lambda: any(WORDS in one for one in toasts(pilot)))


async def test_what_a_key_took_away_stays_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.tui.app.READ", -1.0)
    async with app_with(desk_that_learns()).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("full_stop")
        await until(pilot, lambda: any(WORDS in one for one in toasts(pilot)))
        await pilot.press("k")
        await at(pilot, "Facts")
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        await pilot.pause()
        assert toasts(pilot) == []


async def test_what_is_told_while_something_lies_on_top_waits_for_the_desk() -> None:
    async with app_with(FakeDesk()).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("k")
        await at(pilot, "Facts")
        desk_of(pilot).tell("That came to nothing.", "warning")
        await pilot.pause()
        assert toasts(pilot) == []
        await pilot.press("escape")
        await until(pilot, lambda: toasts(pilot) == ["That came to nothing."])
