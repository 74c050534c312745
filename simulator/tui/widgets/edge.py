"""A line of a frame: top, middle or bottom, with a label on the left and one on the right."""

from __future__ import annotations

from typing import Literal

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

Kind = Literal["top", "middle", "bottom"]
_CORNERS = {"top": ("┌", "┐"), "middle": ("├", "┤"), "bottom": ("└", "┘")}


LEAST_LABEL = 12
"""Characters of the label that stay before the one on the right gives way."""


class Edge(Widget):
    """One line of a frame, as wide as its place.

    Frames are drawn by lines of text so that two panes can share an edge and a label can stand
    at either end.
    """

    label: reactive[str] = reactive("")
    aside: reactive[str] = reactive("")
    """Label on the right."""

    def __init__(
        self,
        kind: Kind,
        label: str = "",
        aside: str = "",
        *,
        id: str | None = None,  # noqa: A002
        classes: str = "",
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.kind = kind
        self.set_reactive(Edge.label, label)
        self.set_reactive(Edge.aside, aside)

    def render(self) -> Content:
        """Return the line; a label too long for it is cut."""
        return Content(frame_line(self.kind, self.size.width, self.label, self.aside))


def frame_line(kind: Kind, width: int, label: str = "", aside: str = "") -> str:
    """Return one line of a frame, exactly `width` characters."""
    left, right = _CORNERS[kind]
    inside = width - 2
    if inside < 1:
        return (left + right)[:width]
    while PART in aside and len(label) + len(aside) + 5 > inside:
        aside = aside.partition(PART)[2]
    end = f" {aside} ─" if aside and len(aside) + LEAST_LABEL + 3 <= inside else ""
    label = fitting(label, inside - len(end) - 2, kind == "bottom")
    start = f" {label} " if label else ""
    if len(start) > inside - len(end):
        start = f" {label[: max(inside - len(end) - 3, 0)]}… "[: inside - len(end)]
    return f"{left}{start}{'─' * (inside - len(start) - len(end))}{end}{right}"


PART = " · "


def fitting(label: str, room: int, keys: bool) -> str:
    """Return a label without the parts that find no room; at most the first is left.

    Parts go from the end; of a line of keys the last stays, which leads back.
    """
    parts = label.split(PART)
    while len(PART.join(parts)) > room and len(parts) > 1 + keys:
        del parts[-2 if keys else -1]
    return PART.join(parts)
