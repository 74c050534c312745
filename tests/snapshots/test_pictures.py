"""What a person should see. Look at a picture before it is replaced."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tests.tui.driving import app_with, at, shown, until
from tests.tui.fakes import CFO, FakeDesk, FakeSight

if TYPE_CHECKING:
    from textual.pilot import Pilot

Compare = Callable[..., bool]
Before = Callable[["Pilot[int]"], Awaitable[None]]


def pressed(*keys: str, then: str = "ShiftScreen", words: str = "") -> Before:
    """Return what is done before a picture: press keys at the desk, wait for a screen and words."""

    async def run(pilot: Pilot[int]) -> None:
        await at(pilot, "Scene" if then == "Scene" else "ShiftScreen")
        await until(pilot, lambda: then == "Scene" or "Laptop swap" in shown(pilot))
        await pilot.press(*keys)
        await at(pilot, then)
        await until(pilot, lambda: words in shown(pilot))

    return run


def test_shift_80x24(snap_compare: Compare) -> None:
    """The desk at nine: queue and team side by side, Priya waits, two promises, eight keys."""
    assert snap_compare(
        app_with(FakeDesk()), terminal_size=(80, 24), run_before=pressed(words="219")
    )


def test_shift_120x40(snap_compare: Compare) -> None:
    """The same desk with room: who asked stands in the queue, what happened has a line each."""
    assert snap_compare(
        app_with(FakeDesk()), terminal_size=(120, 40), run_before=pressed(words="Ines")
    )


def test_shift_contrast(snap_compare: Compare) -> None:
    """The high-contrast theme: white and yellow on black, the marked row reversed."""
    assert snap_compare(
        app_with(FakeDesk(), theme="shiftlead-contrast"),
        terminal_size=(80, 24),
        run_before=pressed("down", words="219"),
    )


def test_assign_80x24(snap_compare: Compare) -> None:
    """Give the portal away: facts about six people, four ways, what would be said, when."""
    assert snap_compare(
        app_with(FakeDesk()),
        terminal_size=(80, 24),
        run_before=pressed("a", then="Assign", words="Takes effect"),
    )


def test_composer_80x24(snap_compare: Compare) -> None:
    """A message to the CFO: three elements said, the finished text, when it goes."""
    keys = ("m", "right", "right", "tab", "tab", "space", "tab", "tab", *"0937")
    assert snap_compare(
        app_with(FakeDesk()),
        terminal_size=(80, 24),
        run_before=pressed(*keys, then="Composer", words="again at 09:37."),
    )


def test_scene_80x24(snap_compare: Compare) -> None:
    """The CFO on the phone: her words, what is known, four answers with their minutes, not now."""
    sight = FakeSight(open_scenes=(CFO,), hand=None)
    assert snap_compare(
        app_with(FakeDesk(sight)),
        terminal_size=(80, 24),
        run_before=pressed(then="Scene", words="n  not now"),
    )


def test_home_80x24(snap_compare: Compare) -> None:
    """The first page: one shift to go on with, two to begin, one to look back at."""

    async def home(pilot: Pilot[int]) -> None:
        await at(pilot, "Home")
        await until(pilot, lambda: "Look back" in shown(pilot))
        await pilot.press("down", "down")
        await until(pilot, lambda: "slows down on payday" in shown(pilot))

    assert snap_compare(app_with(), terminal_size=(80, 24), run_before=home)


def test_debrief_80x24(snap_compare: Compare) -> None:
    """Looking back: own words, the picture, the first moment, six pages one key away."""

    async def debrief(pilot: Pilot[int]) -> None:
        await at(pilot, "Home")
        await until(pilot, lambda: "Look back" in shown(pilot))
        await pilot.press("end", "enter")
        await at(pilot, "Debrief")
        await pilot.press("tab")
        await until(pilot, lambda: "enter: try it from" in shown(pilot))

    assert snap_compare(app_with(), terminal_size=(80, 24), run_before=debrief)
