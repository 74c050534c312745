"""One's own rating of a competency: a bar from 0 to 100, or nothing said."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive

from simulator.tui.widgets.fields import Field

STEP = 10
"""Points a key press changes: nobody knows it more exactly. (J)"""


class Rating(Field):
    """Left and right change it, backspace takes it back."""

    BINDINGS: ClassVar = [
        ("right", "move(1)", "more"),
        ("left", "move(-1)", "less"),
        ("backspace,delete", "empty", "say nothing"),
    ]

    value: reactive[int | None] = reactive(None)

    def __init__(self, competency: str) -> None:
        super().__init__()
        self.competency = competency

    def render(self) -> Content:
        """Return name, bar and figure."""
        bar = (
            "–" * 10
            if self.value is None
            else "▮" * (self.value // 10) + "▯" * (10 - self.value // 10)
        )
        figure = "not said" if self.value is None else str(self.value)
        return Content.assemble(f" {self.competency:<16} ", self.mark(f"‹ {bar} ›"), f" {figure}")

    def watch_value(self) -> None:
        """Tell that it changed."""
        self.changed()

    def action_move(self, by: int) -> None:
        """Say more or less; the first press says 50."""
        self.value = 50 if self.value is None else max(0, min(100, self.value + by * STEP))

    def action_empty(self) -> None:
        """Say nothing."""
        self.value = None

    def on_click(self) -> None:
        """Say more, and from the top begin again."""
        self.value = 0 if self.value == 100 else min(100, (self.value or 0) + STEP)
