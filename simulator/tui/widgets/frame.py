"""The frame of a dialog or a page: as high as its parts, never higher than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll

from simulator.tui.actions import moves
from simulator.tui.widgets.edge import Edge

if TYPE_CHECKING:
    from textual.binding import BindingType

LEAST = 3
"""Lines that a part keeps, however small the screen; the first one keeps a third of the room."""


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
        """Leave the first section what the others do not need; the longest of these gives way too.

        A section that gives way scrolls.
        """
        sections = [child for child in self.children if not isinstance(child, Edge)]
        if not sections:
            return
        first, *others = sections
        room = self.screen.size.height - (len(self.children) - len(sections))
        heights = [section.virtual_size.height for section in others]
        least = max(LEAST, min(first.virtual_size.height, room // 3))
        over = sum(heights) + least - room
        for section in others:
            section.styles.max_height = None
        if over > 0 and heights:
            longest = heights.index(max(heights))
            heights[longest] = max(LEAST, heights[longest] - over)
            others[longest].styles.max_height = heights[longest]
        first.styles.max_height = max(least, room - sum(heights))
