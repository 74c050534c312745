"""The team: who does what, who waits for you, and the signs to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui.actions import moves
from simulator.tui.widgets.team_rows import Row, team_rows

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Click

    from simulator.tui.shown import PersonShown


class TeamPane(Widget, can_focus=True):
    """A line a person; signs and waiting stand under the name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *moves(down="down", up="up", first="first", last="last"),
        ("enter", "open", "talk"),
    ]

    people: reactive[tuple[PersonShown, ...]] = reactive(())
    chosen: reactive[int] = reactive(0)

    @dataclass
    class Opened(Message):
        """Somebody was opened, by enter or a click."""

        id: str

    @property
    def marked(self) -> PersonShown | None:
        """The person under the cursor, while the pane has the focus."""
        if self.has_focus and 0 <= self.chosen < len(self.people):
            return self.people[self.chosen]
        return None

    def render(self) -> Content:
        """Return the lines that fit."""
        return Content("\n").join(row.line for row in self._rows())

    def _rows(self) -> list[Row]:
        chosen = self.chosen if self.has_focus else -1
        return team_rows(self.people, self.size.width, self.size.height, chosen)

    def action_down(self) -> None:
        """Mark the next person."""
        self.chosen = min(self.chosen + 1, len(self.people) - 1)

    def action_up(self) -> None:
        """Mark the person before."""
        self.chosen = max(self.chosen - 1, 0)

    def action_first(self) -> None:
        """Mark the first person."""
        self.chosen = 0

    def action_last(self) -> None:
        """Mark the last person."""
        self.chosen = max(len(self.people) - 1, 0)

    def action_open(self) -> None:
        """Open the marked person."""
        if 0 <= self.chosen < len(self.people):
            self.post_message(self.Opened(self.people[self.chosen].id))

    def on_click(self, event: Click) -> None:
        """Mark the person under the pointer; open on a double click."""
        rows = self._rows()
        if event.y < len(rows):
            self.chosen = rows[event.y].at(event.x)
            if event.chain == 2:
                self.action_open()
