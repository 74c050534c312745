"""Drives the app in tests: open it, wait for what should come about, read the screen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual.events import Key

from simulator.tui.app import ShiftleadApp
from simulator.tui.settings import Settings
from tests.tui.fake_past import FakeShelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tests.tui.fakes import FakeDesk

LIMIT = 60.0
"""Seconds a condition may take: far beyond what it takes on a busy machine."""


def app_with(desk: FakeDesk | None = None, **chosen: object) -> ShiftleadApp:
    """Return the app at the first page, or at a desk."""
    settings = Settings(welcomed=True, reduced_motion=True, **chosen)  # type: ignore[arg-type]
    shelf = FakeShelf(desk)
    first = None if desk is None else (lambda app: app.open_from(lambda: desk))
    return ShiftleadApp(shelf, settings, first, clock=lambda: 0.0)


async def until(pilot: Pilot[int], condition: Callable[[], object]) -> None:
    """Wait for a condition; what it looks at is polled, nothing is slept for."""
    start = time.monotonic()
    while True:
        try:
            if condition():
                return
        except Exception:
            if time.monotonic() - start > LIMIT:
                raise
        if time.monotonic() - start > LIMIT:
            raise AssertionError(f"it did not come about in {LIMIT} seconds")
        await pilot.pause()


def shown(pilot: Pilot[int]) -> str:
    """Return what stands on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def framed(pilot: Pilot[int]) -> list[str]:
    """Return the lines of the dialog in front, as far as they are on the screen."""
    frame = pilot.app.screen.query_one("#frame").region
    lines = [line[frame.x : frame.right] for line in shown(pilot).split("\n")]
    return lines[frame.y : frame.bottom]


async def at(pilot: Pilot[int], name: str) -> None:
    """Wait until a screen of this class is in front and drawn."""
    await until(pilot, lambda: type(pilot.app.screen).__name__ == name and shown(pilot).strip())
    await pilot.pause()


def hastily(pilot: Pilot[int], *keys: str) -> None:
    """Press keys so fast that the app has had no time to answer one before the next is there."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        pressed = Key(key, key if len(key) == 1 else None)
        pressed.set_sender(pilot.app)
        driver.send_message(pressed)
