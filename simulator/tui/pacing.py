"""How fast simulated minutes pass on screen: due ticks counted from a start mark."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS_PER_MINUTE = 2.0
"""Wall-clock seconds a simulated minute takes at 1x. (DESIGN 8)"""
SPEEDS = (1, 2, 4)
"""How many times faster than 1x a shift can run."""
MOST_AT_ONCE = 4
"""Ticks a single call may return: after a suspended laptop wakes, the shift does not leap."""


class Pacing:
    """Counts simulated minutes that are due.

    Timer callbacks are not time: a busy loop loses some of them, so what is due is worked out
    from a clock. Anything may hold the shift (the pause key, an open dialog) under a name of its
    own; it runs when nobody holds it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, speed: int = 1) -> None:
        self._clock = clock
        self._speed = speed
        self._held: set[str] = set()
        self._mark = clock()
        self._spent = 0.0
        """Share of a minute that had passed when the shift was last held, 0 to 1."""

    @property
    def speed(self) -> int:
        """How many times faster than 1x."""
        return self._speed

    @property
    def running(self) -> bool:
        """Whether nothing holds the shift."""
        return not self._held

    def held_by(self, who: str) -> bool:
        """Return whether `who` holds the shift."""
        return who in self._held

    def hold(self, who: str) -> None:
        """Stop the minutes until the same name lets go."""
        if self.running:
            self._spent = min(self._passed(), 1.0)
        self._held.add(who)

    def release(self, who: str) -> None:
        """Let go; the part of a minute that had passed still counts."""
        if who not in self._held:
            return
        self._held.discard(who)
        if self.running:
            self._mark = self._clock() - self._spent * self._seconds()

    def set_speed(self, speed: int) -> None:
        """Change the speed without losing or gaining a part of a minute."""
        if self.running:
            self._spent = min(self._passed(), 1.0)
        self._speed = speed
        self._mark = self._clock() - self._spent * self._seconds()

    def due(self) -> int:
        """Return how many minutes are due since the last call, at most `MOST_AT_ONCE`."""
        if not self.running:
            return 0
        ticks = int(self._passed())
        if ticks > MOST_AT_ONCE:
            self._mark = self._clock()
            return MOST_AT_ONCE
        self._mark += ticks * self._seconds()
        return ticks

    def _seconds(self) -> float:
        return SECONDS_PER_MINUTE / self._speed

    def _passed(self) -> float:
        return (self._clock() - self._mark) / self._seconds()
