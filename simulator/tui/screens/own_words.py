"""Before the debrief: your own words and your own rating, while they are still yours."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Vertical
from textual.widgets import Input

from scoring.debrief.build import Own
from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.frame import Frame
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.rating import Rating

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from scoring.rubric import Competency

LONGEST = 200
"""Characters of one's own words that are kept. (J)"""


QUIET = 0.5
"""Seconds without a key before keys count: one held at the end of the shift says nothing here."""


class OwnWords(ClosesOnce[Own]):
    """Two lines and a few ratings; all of it may stay empty."""

    CSS_PATH = STYLES / "places.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "go_on", "go on"),
        ("escape", "skip", "skip"),
    ]

    def __init__(self, competencies: tuple[str, ...]) -> None:
        super().__init__()
        self.competencies = competencies
        self._settling: Timer | None = None

    def compose(self) -> ComposeResult:
        """Show the two lines and a rating for each competency."""
        with Frame(id="page"):
            yield Edge("top", "The shift is over. Your own words first")
            with Vertical(classes="section", disabled=True):
                yield Line("One minute you'd like back", classes="asked")
                yield Input(id="back", compact=True, max_length=LONGEST)
                yield Line("One you'd keep", classes="asked")
                yield Input(id="keep", compact=True, max_length=LONGEST)
                yield Line(
                    "How did it go, from 0 to 100? Left and right change it.", classes="asked"
                )
                for one in self.competencies:
                    yield Rating(one)
                yield Line(
                    "It stays with you. Nothing of this is handed in.", classes="quiet asked"
                )
            yield Edge("bottom", "enter next, and go on at the end · tab next · esc skip")

    def on_mount(self) -> None:
        """Wait until no key comes any more."""
        self._settling = self.set_timer(QUIET, self.settle)

    def settle(self) -> None:
        """Let keys count from now on."""
        self._settling = None
        self.query_one(".section").disabled = False
        self.query_one("#back", Input).focus()

    def on_key(self) -> None:
        """Wait on while keys of the shift still come."""
        if self._settling is not None:
            self._settling.reset()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys say something only once they are meant for this page."""
        return self._settling is None or action not in {"go_on", "skip"}

    def on_input_submitted(self) -> None:
        """Go to the next line; from the last one, on."""
        self.focus_next()

    def action_go_on(self) -> None:
        """Hand back what was said."""
        ratings = {
            cast("Competency", one.competency): one.value
            for one in self.query(Rating)
            if one.value is not None
        }
        self.dismiss(
            Own(
                self.query_one("#back", Input).value.strip(),
                self.query_one("#keep", Input).value.strip(),
                ratings,
            )
        )

    def action_skip(self) -> None:
        """Say nothing."""
        self.dismiss(Own())
