"""Fields of a dialog: yes or no, one of several in a line, a time. All are lines of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui import say
from simulator.tui.actions import moves

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Key
    from textual.screen import Screen


class Field(Widget, can_focus=True):
    """A thing that can be changed; tells when it was."""

    @dataclass
    class Changed(Message):
        """The field has a new value."""

        field: Field

    def changed(self) -> None:
        """Redraw, and tell."""
        self.refresh(layout=True)
        self.post_message(self.Changed(self))

    def mark(self, text: str) -> Content:
        """Return text as it stands when the field has the focus, or not."""
        return Content.styled(text, "bold reverse" if self.has_focus else "")


def go_on(screen: Screen[Any], by: int) -> None:
    """Go to the next field of a dialog or the one before; at the last and the first one stay."""
    chain = screen.focus_chain
    place = chain.index(screen.focused) + by if screen.focused in chain else 0
    if 0 <= place < len(chain):
        screen.set_focus(chain[place])


class OneOf(Field):
    """One of several options, each with its id and its text."""

    chosen: reactive[int] = reactive(0)

    def __init__(
        self, label: str, options: tuple[tuple[str, str], ...], chosen: int = 0, *,
        id: str | None = None,  # noqa: A002
    ) -> None:  # fmt: skip
        super().__init__(id=id)
        self.label = label
        self.options = options
        self.set_reactive(OneOf.chosen, chosen)

    @property
    def value(self) -> str:
        """The id of the option that is chosen."""
        return self.options[self.chosen][0] if self.options else ""

    def offer(self, options: tuple[tuple[str, str], ...]) -> None:
        """Show other options; what is chosen stays where it is one of them, else the first is."""
        if options == self.options:
            return
        before = self.options[self.chosen]
        chosen = options.index(before) if before in options else 0
        self.options = options
        self.set_reactive(OneOf.chosen, chosen)
        self.refresh(layout=True)

    def watch_chosen(self) -> None:
        """Tell that something else is chosen."""
        self.changed()


class Tick(Field):
    """Yes or no."""

    BINDINGS: ClassVar[list[BindingType]] = [("space", "turn", "yes or no")]

    on: reactive[bool] = reactive(False)

    def __init__(self, text: str, on: bool = False, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.text = text
        self.set_reactive(Tick.on, on)

    def render(self) -> Content:
        """Return the box and its text."""
        return Content.assemble(self.mark("[x]" if self.on else "[ ]"), f" {self.text}")

    def watch_on(self) -> None:
        """Tell that it changed."""
        self.changed()

    def action_turn(self) -> None:
        """Say the opposite."""
        self.on = not self.on

    def on_click(self) -> None:
        """Say the opposite."""
        self.on = not self.on


class Picker(OneOf):
    """One of several in a single line; left and right go through them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right,space", "step(1)", "next"),
        ("left", "step(-1)", "before"),
        *moves(down="step(1)", up="step(-1)"),
    ]

    def render(self) -> Content:
        """Return the label and what is chosen."""
        start = f" {self.label}  " if self.label else " "
        room = max(self.size.width - len(start) - 4, 1)
        text = self.options[self.chosen][1] if self.options else "–"
        text = text if len(text) <= room else f"{text[: room - 1]}…"
        return Content.assemble(start, self.mark(f"[{text:<{room}}▾]"))

    def action_step(self, by: int) -> None:
        """Choose the next or the one before, round and round."""
        if self.options:
            self.chosen = (self.chosen + by) % len(self.options)

    def on_click(self) -> None:
        """Choose the next."""
        self.action_step(1)


class LinePicker(Picker, inherit_bindings=False):
    """The same where up and down go from line to line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right,space", "step(1)", "next"),
        ("left", "step(-1)", "before"),
    ]


class Digits:
    """A time of day being typed: the fourth digit makes it a minute of the shift."""

    def __init__(self, starts: int) -> None:
        self._starts = starts
        self._typed = ""

    @property
    def shown(self) -> str:
        """The digits so far, as `09:3_`; "" for none."""
        filled = self._typed.ljust(4, "_")
        return f"{filled[:2]}:{filled[2:]}" if self._typed else ""

    def take(self, digit: str) -> int | None:
        """Take one more digit; return the minute once there are four."""
        self._typed += digit
        if len(self._typed) < 4:
            return None
        of_day = int(self._typed[:2]) * 60 + int(self._typed[2:])
        self._typed = ""
        return (of_day - self._starts) % 1440

    def clear(self) -> None:
        """Forget what was typed."""
        self._typed = ""


class TimeField(Field):
    """A time of day, or none: left and right move it, digits set it, backspace empties it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right", "move(5)", "later"),
        ("left", "move(-5)", "earlier"),
        ("plus,equals_sign", "move(1)", "a minute later"),
        ("minus", "move(-1)", "a minute earlier"),
        ("backspace,delete", "empty", "none"),
    ]

    minute: reactive[int | None] = reactive(None)

    def __init__(
        self,
        label: str,
        minute: int | None,
        starts: int,
        now: int,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.label = label
        self.starts = starts
        self.now = now
        self._digits = Digits(starts)
        self.set_reactive(TimeField.minute, minute)

    def render(self) -> Content:
        """Return the label and the time."""
        shown = self._digits.shown
        if not shown:
            shown = "  –  " if self.minute is None else say.clock(self.starts, self.minute)
        start = f" {self.label} " if self.label else ""
        return Content.assemble(start, self.mark(f"[{shown}]"))

    def watch_minute(self) -> None:
        """Tell that it changed."""
        self.changed()

    def action_move(self, by: int) -> None:
        """Move by so many minutes, never before the next one; an empty field starts from now."""
        self._digits.clear()
        start = self.now if self.minute is None else self.minute
        self.minute = max(start + by, self.now + 1)

    def action_empty(self) -> None:
        """Name no time."""
        self._digits.clear()
        self.minute = None
        self.refresh()

    def on_key(self, event: Key) -> None:
        """Take digits: the fourth sets the time."""
        if event.character is None or not event.character.isdigit():
            return
        event.stop()
        event.prevent_default()
        minute = self._digits.take(event.character)
        if minute is not None:
            self.minute = minute
        self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep digits for the field while it has the focus."""
        return character is not None and character.isdigit()
