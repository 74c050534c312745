"""The team: who does what, who waits for you, and the signs to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui.actions import moves

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Click

    from simulator.tui.shown import PersonShown

BARS = ("▯▯▯▯", "▮▯▯▯", "▮▮▯▯", "▮▮▮▯", "▮▮▮▮")
"""Load as it can be seen: 0 to 4."""


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
        lines: list[Content] = []
        for place, person in enumerate(self.people):
            lines += person_lines(person, self.size.width, self.has_focus and place == self.chosen)
        if len(lines) > self.size.height > 0:
            hidden = len(lines) - self.size.height + 1
            lines = [*lines[: self.size.height - 1], Content(f" … {hidden} more lines")]
        return Content("\n").join(lines)

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
        line = 0
        for place, person in enumerate(self.people):
            line += 1 + len(person.below)
            if event.y < line:
                self.chosen = place
                if event.chain == 2:
                    self.action_open()
                return


def person_lines(person: PersonShown, width: int, marked: bool) -> list[Content]:
    """Return the one to four lines of a person."""
    name = person.short if len(person.short) <= 6 else person.short[:6]
    pointer = "›" if marked else " "
    head = f"{pointer}{name:<6} {BARS[max(0, min(person.load, 4))]} {person.doing}"
    lines = [Content(_cut(head, width)).stylize("bold" if marked else "", 0, len(name) + 1)]
    styles = {person.waits: "bold $text-warning", person.signs: "italic"}
    for text in person.below:
        lines.append(Content.styled(_cut(f"   {text}", width), styles.get(text, "")))
    return lines


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width or width <= 0 else f"{text[: width - 1]}…"
