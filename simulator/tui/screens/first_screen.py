"""What somebody reads before the very first shift: one page, sixty words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.frame import Frame
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

WORDS = (
    "This desk is made up. It leaves out meetings, budgets and the history you share with your "
    "own team.",
    "Nobody sees a shift of yours unless you hand it in, and the first one never counts.",
    "Nothing can be broken here. You can take an act back until the clock moves, and stop "
    "whenever you like.",
)
"""At most sixty words, a test counts them."""


class FirstTime(ClosesOnce[None]):
    """Shown once, before the first briefing."""

    CSS_PATH = STYLES / "places.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("enter,space,escape", "go_on", "go on")]

    def compose(self) -> ComposeResult:
        """Show the words in the middle."""
        with Frame(id="page", classes="small"):
            yield Edge("top", "Before your first shift")
            with Vertical(classes="section"):
                for paragraph in WORDS:
                    yield Line(paragraph, classes="paragraph")
            yield Edge("bottom", "enter go on")

    def action_go_on(self) -> None:
        """Go on to the briefing."""
        self.dismiss(None)
