"""What takes seconds to work out about a shift, beside the debrief that one already reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from simulator.errors import ShiftleadError

if TYPE_CHECKING:
    from textual.worker import Worker

    from scoring.debrief.attempts import Attempt
    from scoring.debrief.two_futures import TwoFutures
    from simulator.tui.shelf import Card, Finished, Swaps

GROUP = "ahead"


class Ahead(Screen[None]):
    """Works in a thread, tells by messages, and stops when its place is left."""

    finished: Finished
    mode = "debrief"
    worked_out = False
    """Whether all of it is there."""
    _worker: Worker[None] | None = None

    @dataclass
    class Trials(Message):
        """The trials that began in this shift are known."""

        cards: tuple[Card, ...]

    @dataclass
    class Beside(Message):
        """Both futures of a trial are known; None where the other cannot be read."""

        both: TwoFutures | None

    @dataclass
    class Others(Message):
        """One's shifts of this scenario are known, and then the strong runs of this one."""

        attempts: tuple[Attempt, ...]
        strong: tuple[TwoFutures, ...]

    @dataclass
    class Chance(Message):
        """How far chance alone moves the score is known."""

        spread: tuple[int, int] | None

    @dataclass
    class Compared(Message):
        """So many acts have been compared."""

        acts: int

    @dataclass
    class Swapped(Message):
        """All acts have been compared."""

        swaps: Swaps

    @dataclass
    class Unable(Message):
        """The futures of this shift cannot be played."""

        why: str

    def on_screen_resume(self) -> None:
        """Begin once the page stands, or go on after another place was open."""
        if not self.worked_out and (self._worker is None or self._worker.is_finished):
            self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._worker = self.look_ahead()

    def on_screen_suspend(self) -> None:
        """Stop when another place is open; a dialog on top changes nothing."""
        if self.app.current_mode != self.mode:
            self.workers.cancel_group(self, GROUP)

    @work(thread=True, group=GROUP, exclusive=True, exit_on_error=False)
    def look_ahead(self) -> None:
        """Work it out, the quick parts first."""
        worker, finished = get_current_worker(), self.finished
        try:
            self.post_message(self.Trials(finished.trials()))
            if finished.trial:
                self.post_message(self.Beside(finished.both_futures()))
            if worker.is_cancelled:
                return
            attempts = finished.attempts()
            self.post_message(self.Others(attempts, ()))
            self.post_message(self.Others(attempts, finished.strong()))
            if worker.is_cancelled:
                return
            self.post_message(self.Chance(finished.chance()))
            swaps = finished.swaps()
            while (done := next(swaps, None)) is not None:
                if worker.is_cancelled:
                    return
                self.post_message(
                    self.Compared(done) if isinstance(done, int) else self.Swapped(done)
                )
        except ShiftleadError as error:
            self.post_message(self.Unable(error.one_line()))
