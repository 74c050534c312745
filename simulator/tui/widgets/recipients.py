"""The line of a message that says to whom: one of several, each with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.tui.widgets.fields import OneOf

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.geometry import Size

LABEL = " To     "
BETWEEN = " · "


class Recipients(OneOf):
    """All audiences on a line, the chosen one marked; left and right go through them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right,space", "step(1)", "next"),
        ("left", "step(-1)", "before"),
    ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the names take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the names with their numbers, below each other where one line is too short."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        """Return the lines; no end of a line parts a name from its number."""
        lines: list[list[Content]] = [[]]
        room = width - len(LABEL)
        for place in range(len(self.options)):
            one = self._numbered(place)
            taken = sum(name.cell_length + len(BETWEEN) for name in lines[-1])
            if lines[-1] and taken + one.cell_length > room:
                lines.append([])
            lines[-1].append(one)
        return [
            Content.assemble(" " * len(LABEL) if number else LABEL, Content(BETWEEN).join(names))
            for number, names in enumerate(lines)
        ]

    def _numbered(self, place: int) -> Content:
        """Return one name with its number."""
        name = self.options[place][1]
        shown = self.mark(f"›{name}") if place == self.chosen else name
        return Content.assemble(f"{place + 1} ", shown)

    def action_step(self, by: int) -> None:
        """Choose the next or the one before, round and round."""
        self.chosen = (self.chosen + by) % len(self.options)
