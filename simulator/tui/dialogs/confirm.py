"""A calm question with two answers, and a notice with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen

from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.frame import Frame, Section
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Confirm(ClosesOnce[bool], ModalScreen[bool]):
    """Yes or no; enter is yes, escape is no."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,y", "answer(True)", "yes"),
        ("escape,n", "answer(False)", "no"),
    ]

    def __init__(self, title: str, text: str, yes: str = "yes", no: str = "no") -> None:
        super().__init__()
        self.title_text = title
        self.text = text
        self.yes = yes
        self.no = no

    def compose(self) -> ComposeResult:
        """Show the question and the two keys."""
        with Frame(id="frame", classes="small"):
            yield Edge("top", self.title_text)
            with Section(classes="section"):
                yield Line(self.text, classes="said")
            yield Edge("bottom", f"enter {self.yes} · esc {self.no}")

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)


class Notice(ClosesOnce[None], ModalScreen[None]):
    """Something to read, closed by enter or escape."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("enter,escape,space", "close", "go on")]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.title_text = title
        self.text = text

    def compose(self) -> ComposeResult:
        """Show the text."""
        with Frame(id="frame"):
            yield Edge("top", self.title_text)
            with Section(classes="section"):
                yield Line(self.text, classes="said")
            yield Edge("bottom", "enter go on")

    def action_close(self) -> None:
        """Go on."""
        self.dismiss(None)
