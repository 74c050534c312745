"""Something told of a minute of a shift, from which one can play on or practise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.tui.actions import moves

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Click


class FromHere(Widget, can_focus=True):
    """Lines about a minute; enter plays on from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "open", "try it from here"),
        *moves(down="screen.focus_next", up="screen.focus_previous"),
    ]

    @dataclass
    class Opened(Message):
        """Somebody wants to play on from here."""

        minute: int

    def __init__(self, minute: int, clock: str) -> None:
        super().__init__()
        self.minute = minute
        """Of the shift."""
        self.clock = clock
        """The same as a time of day."""

    def body(self) -> list[Content]:
        """Return the lines below the title."""
        return []

    def titled(self) -> str:
        """Return the first line."""
        return ""

    def render(self) -> Content:
        """Return the lines, and the way to play on."""
        title = Content.styled(f"{'› ' if self.has_focus else '  '}{self.titled()}", "bold")
        key = "enter: try it from" if self.has_focus else "Try it from"
        last = Content.styled(f"{key} {self.clock}", "$text-accent")
        return Content("\n").join([title, *self.body(), last])

    def action_open(self) -> None:
        """Play on from here."""
        self.post_message(self.Opened(self.minute))

    def on_click(self, event: Click) -> None:
        """Play on with a double click."""
        if event.chain == 2:
            self.action_open()
