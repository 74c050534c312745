"""The frame of a dialog or a page: as high as its parts, never higher than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll

from simulator.tui.actions import moves
from simulator.tui.widgets.edge import Edge

if TYPE_CHECKING:
    from textual.binding import BindingType

LEAST = 3
"""Lines that the first part keeps, however small the screen."""


class Reading(VerticalScroll):
    """A text that scrolls by the keys of a list."""

    BINDINGS: ClassVar[list[BindingType]] = moves(
        down="scroll_down", up="scroll_up", first="scroll_home", last="scroll_end"
    )


class Section(Reading, can_focus=False):
    """A part of a frame, between two edges."""


class Frame(Vertical):
    """Edges and sections; the first section gives way and scrolls where there is little room."""

    def on_mount(self) -> None:
        """Fit once the parts have their heights."""
        self.call_after_refresh(self.fit)

    def on_resize(self) -> None:
        """Fit again."""
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Leave the first section what the others do not need."""
        sections = [child for child in self.children if not isinstance(child, Edge)]
        if not sections:
            return
        first, *others = sections
        edges = len(self.children) - len(sections)
        rest = edges + sum(section.outer_size.height for section in others)
        first.styles.max_height = max(LEAST, self.screen.size.height - rest)
