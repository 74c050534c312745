"""The line of a message that says to whom: one of several, each with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.tui.widgets.fields import OneOf

if TYPE_CHECKING:
    from textual.binding import BindingType

KEPT = "\u00a0"
"""A space at which no line ends."""


class Recipients(OneOf):
    """All audiences on a line, the chosen one marked; left and right go through them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right,space", "step(1)", "next"),
        ("left", "step(-1)", "before"),
    ]

    def render(self) -> Content:
        """Return the names with their numbers."""
        names = [self._numbered(place) for place in range(len(self.options))]
        return Content.assemble(" To     ", Content(" · ").join(names))

    def _numbered(self, place: int) -> Content:
        """Return one name with its number, which no end of a line parts from it."""
        name = self.options[place][1].replace(" ", KEPT)
        shown = self.mark(f"›{name}") if place == self.chosen else name
        return Content.assemble(f"{place + 1}{KEPT}", shown)

    def action_step(self, by: int) -> None:
        """Choose the next or the one before, round and round."""
        self.chosen = (self.chosen + by) % len(self.options)
