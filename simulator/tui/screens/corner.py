"""What is told in a corner of the desk: it covers no dialog, and what was not read comes back."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from simulator.tui.app import ShiftleadApp


@dataclass(frozen=True, slots=True)
class Told:
    """Words in the corner."""

    text: str
    severity: SeverityLevel
    seconds: float
    """For how long they stand there."""
    said: bool
    """Whether somebody said it, or it was learnt: who answers a conversation has to know it."""


class Corner(Screen[None]):
    """A screen whose corner is cleared while something lies on top of it."""

    shown: list[tuple[float, Told]]
    """What was told here, and when on the clock of the machine."""
    kept: list[Told]
    """What waits until nothing lies on top."""

    def tell(
        self,
        text: str,
        severity: SeverityLevel = "information",
        seconds: float = 5,
        said: bool = False,
    ) -> None:
        """Tell something that has to be read, once nothing lies on top or opens in this moment."""
        self.kept.append(Told(text, severity, seconds, said))
        self.call_later(self._tell_kept)

    def _tell_kept(self) -> None:
        if not self.is_active:
            return
        waited, self.kept = self.kept, []
        for one in waited:
            self.shown.append((time.monotonic(), one))
            self.notify(one.text, severity=one.severity, timeout=one.seconds, markup=False)

    def take_said(self) -> str:
        """Return what was said and is not read yet; it is not told in the corner again."""
        unread = [*self._unread(), *self.kept]
        self.shown, self.kept = [], [one for one in unread if not one.said]
        return "\n".join(one.text for one in unread if one.said)

    def on_screen_suspend(self) -> None:
        """Clear the corner; what was not read waits."""
        self.kept += self._unread()
        self.shown = []
        self.app.clear_notifications()

    def on_screen_resume(self) -> None:
        """Tell what waited."""
        self.call_later(self._tell_kept)

    def _unread(self) -> list[Told]:
        """Return what stands in the corner still: no key has taken it away."""
        now, read = time.monotonic(), cast("ShiftleadApp", self.app).read_at
        return [one for at, one in self.shown if at > read and now - at < one.seconds]
