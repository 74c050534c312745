"""The queue: a table with keyed rows that are compared, changed, added and removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.message import Message
from textual.widgets import DataTable

from simulator.tui.actions import moves

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Click, Resize

    from simulator.tui.shown import RowShown

FIXED = {"mark": 4, "number": 5, "priority": 4, "who": 8, "left": 8}
"""Widths of the columns; the subject gets what is left, and gives way to long priorities."""
WIDEST = 8
"""The most that a priority gets in a house with long names for them."""
LEAST_SUBJECT = 8
ROOM_FOR_EXTRA = 46
"""A subject this wide gives some of its room to who asked, and how."""
EXTRA = 18
TONES = {"alert": "bold", "warn": "italic", "quiet": "dim", "": ""}


class Cell(Text):
    """A cell's text that knows its row's key, so that the table can be put in order."""

    row: str = ""


class QueueTable(DataTable[Cell]):
    """Rows keyed by ticket or incident. It is refilled only when its width changes."""

    BINDINGS: ClassVar[list[BindingType]] = moves(
        down="cursor_down", up="cursor_up", first="scroll_top", last="scroll_bottom"
    )

    @dataclass
    class Opened(Message):
        """The marked row was opened, by enter or a double click."""

        key: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id, cursor_type="row", cell_padding=0, cursor_foreground_priority="renderable",
            cursor_background_priority="css", show_row_labels=False,
        )  # fmt: skip
        self._shown: tuple[RowShown, ...] = ()
        self._wide = 0
        self._priority = FIXED["priority"]
        self._extra = False

    @property
    def marked(self) -> RowShown | None:
        """The row under the cursor."""
        row = self.cursor_row
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def show(self, rows: tuple[RowShown, ...]) -> None:
        """Draw these rows; an unchanged queue costs nothing."""
        if rows == self._shown or not self._wide:
            self._shown = rows
            return
        before = {row.key: row for row in self._shown}
        place = {row.key: rank for rank, row in enumerate(rows)}
        marked = self.marked.key if self.marked else ""
        for key in before.keys() - place.keys():
            self.remove_row(key)
        for row in rows:
            old = before.get(row.key)
            if old is None:
                self.add_row(*self._cells(row), key=row.key)
            elif old != row:
                self._change(row)
        drawn = [key for key in before if key in place]
        drawn += [key for key in place if key not in before]
        if drawn != list(place):
            self.sort("mark", key=lambda cell: place[cell.row])
        self._shown = rows
        if marked in place:
            self.mark(marked)

    def mark(self, key: str) -> None:
        """Move the cursor to a row, without moving the view when it is visible."""
        if any(row.key == key for row in self._shown):
            self.move_cursor(row=self.get_row_index(key), animate=False)

    def on_resize(self, event: Resize) -> None:
        """Give the subject the room there is; only then are rows made anew."""
        longest = max((len(row.priority) + 1 for row in self._shown), default=0)
        self._priority = max(FIXED["priority"], min(longest, WIDEST))
        wide = event.size.width - sum(FIXED.values()) - self._priority + FIXED["priority"]
        if wide == self._wide or event.size.width == 0:
            return
        self._extra = wide >= ROOM_FOR_EXTRA
        self._wide = wide
        rows, marked = self._shown, self.marked
        self.clear(columns=True)
        subject = max(wide - (EXTRA if self._extra else 0), LEAST_SUBJECT)
        for key, width, label in (
            ("mark", FIXED["mark"], " !"),
            ("number", FIXED["number"], "id"),
            ("priority", self._priority, "P"),
            ("subject", subject, "subject"),
            *((("extra", EXTRA, "from"),) if self._extra else ()),
            ("who", FIXED["who"], "who"),
            ("left", FIXED["left"], "   left "),
        ):
            self.add_column(Text(label), key=key, width=width)
        self._shown = ()
        self.show(rows)
        if marked:
            self.call_after_refresh(self.mark, marked.key)

    def action_select_cursor(self) -> None:
        """Open the marked row."""
        if self.marked:
            self.post_message(self.Opened(self.marked.key))

    def on_click(self, event: Click) -> None:
        """Open a row on a double click; a single one only marks it."""
        if event.chain == 2:
            self.action_select_cursor()

    def _change(self, row: RowShown) -> None:
        for column, cell in zip(self.columns, self._cells(row), strict=True):
            old = self.get_cell(row.key, column)
            if cell.plain != old.plain or cell.style != old.style:
                self.update_cell(row.key, column, cell)

    def _cells(self, row: RowShown) -> list[Cell]:
        style = TONES[row.tone]
        subject = max(self._wide - (EXTRA if self._extra else 0), LEAST_SUBJECT)
        texts = [
            (f" {row.mark}", style),
            (row.number, ""),
            (_cut(row.priority, self._priority - 1), style),
            (_cut(row.subject, subject - 1), style),
            *(((_cut(row.extra, EXTRA - 1), "dim"),) if self._extra else ()),
            (_cut(row.who, FIXED["who"] - 1), "bold" if row.who == "YOU" else ""),
            (f"{row.left:>{FIXED['left'] - 1}}", style if row.left.startswith("-") else ""),
        ]
        cells = [Cell(text, style=tone, no_wrap=True, end="") for text, tone in texts]
        for cell in cells:
            cell.row = row.key
        return cells


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"
