"""The end of a moment that was practised: what went another way than the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen

from scoring.debrief.two_futures_text import moment_page
from simulator.tui import actions
from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.frame import Frame, Reading
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from scoring.debrief.two_futures import TwoFutures

WIDTH = 75
"""Columns of the text inside the frame."""
KEPT = "Nothing of it is kept, handed in or counted. Practise it as often as you like."


class Passed(ClosesOnce[bool], ModalScreen[bool]):
    """Closes with whether to practise the moment once more."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("passed")
    place: ClassVar[actions.Place] = "passed"

    def __init__(self, both: TwoFutures) -> None:
        super().__init__()
        self.both = both

    def compose(self) -> ComposeResult:
        """Show the moment beside the first time."""
        with Frame(id="frame"):
            yield Edge("top", "The moment has passed")
            with Reading(classes="section", id="passed"):
                yield Line(id="passed-text", classes="page")
                yield Line(KEPT, classes="paragraph quiet")
            yield Edge("bottom", "p once more · up and down scroll · esc back to the debrief")

    def on_mount(self) -> None:
        """Set the text, and let the arrow keys scroll."""
        width = min(WIDTH, self.app.size.width - 5)
        self.query_one("#passed-text", Line).say(moment_page(self.both, width))
        self.query_one("#passed").focus()

    def action_once_more(self) -> None:
        """Practise it once more."""
        self.dismiss(True)

    def action_enough(self) -> None:
        """Go back to the debrief."""
        self.dismiss(False)
