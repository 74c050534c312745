"""A field of a dialog: one of several, each in lines of its own."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.tui.actions import moves
from simulator.tui.widgets.fields import OneOf, go_on

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Click
    from textual.geometry import Size

INDENT = len(" How  (•) ")
"""Columns before the text of an option."""
ASIDE = "\t"
"""What divides an option's text from what stands at its right end."""


def beside(text: str, room: int) -> list[str]:
    """Return an option in lines of at most `room`; what follows a tab stands at the right end."""
    text, _, right = text.partition(ASIDE)
    lines = wrap(text, max(room - len(right) - bool(right), 1)) or [""]
    return [f"{lines[0]:<{room - len(right)}}{right}", *lines[1:]] if right else lines


class Radio(OneOf):
    """One of several; the label stands before the first. A long one goes on below itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *moves(down="down", up="up"),
        ("right", "down", "next"),
        ("left", "up", "before"),
        ("space", "turn", "the next, all round"),
    ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the options take at this width."""
        return sum(self._heights(width))

    def render(self) -> Content:
        """Return the options; the chosen one has a dot."""
        lines = []
        for place, (_, text) in enumerate(self.options):
            here = place == self.chosen
            style = "bold" if here else ""
            label = f" {self.label:<4} " if place == 0 else " " * 6
            dot = self.mark("(•)") if here else Content("( )")
            first, *more = beside(text, self.size.width - INDENT)
            lines.append(Content.assemble(label, dot, " ", (first, style)))
            lines += [Content.styled(f"{'':<{INDENT}}{one}", style) for one in more]
        return Content("\n").join(lines)

    def _heights(self, width: int) -> list[int]:
        return [len(beside(text, width - INDENT)) for _, text in self.options]

    def action_down(self) -> None:
        """Choose the next; from the last one, go on to the next field."""
        if self.chosen + 1 >= len(self.options):
            go_on(self.screen, 1)
        else:
            self.chosen += 1

    def action_up(self) -> None:
        """Choose the one before; from the first one, go back to the field before."""
        if self.chosen == 0:
            go_on(self.screen, -1)
        else:
            self.chosen -= 1

    def action_turn(self) -> None:
        """Choose the next; after the last one comes the first."""
        self.chosen = (self.chosen + 1) % max(1, len(self.options))

    def on_click(self, event: Click) -> None:
        """Choose the one under the pointer."""
        below = 0
        for place, height in enumerate(self._heights(self.size.width)):
            below += height
            if event.y < below:
                self.chosen = place
                return
