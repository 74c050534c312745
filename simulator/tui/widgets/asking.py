"""Fields that an act asks for, a line each: one thing, several things, a time, a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import reactive

from simulator.tui.widgets.fields import Field, TimeField

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Key

    from simulator.tui.asked import Choice

LABEL = 14
"""Columns for the words before a field."""
WRONG = "bold $text-warning"
MOST_DIGITS = 6
"""Digits of a number that is typed."""


class Asking(Field):
    """A field with words before it and, where the act is refused for it, the reason below it."""

    wrong: reactive[str] = reactive("", layout=True)

    def __init__(self, words: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = words

    @property
    def value(self) -> object:
        """What the field says; "", () or None where it says nothing."""
        raise NotImplementedError

    def shown(self) -> str:
        """Return the value in words."""
        raise NotImplementedError

    def render(self) -> Content:
        """Return the words before, the value, and what is wrong with it."""
        room = max(self.size.width - LABEL - 5, 8)
        text = self.shown()
        text = text if len(text) <= room else f"{text[: room - 1]}…"
        return Content.assemble(
            f" {self.words:<{LABEL}} ", self.mark(self.boxed(text)), below(self.wrong)
        )

    def boxed(self, text: str) -> str:
        """Return the value as it stands in its box."""
        return f"[{text}]"


class OneAsked(Asking):
    """One of several: left, right and space go through them, figures choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right,space", "step(1)", "next"),
        ("left", "step(-1)", "before"),
    ]

    chosen: reactive[int] = reactive(0)

    def __init__(self, words: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(words, id=id)
        self.options: tuple[Choice, ...] = ()
        self._typed = ""

    @property
    def value(self) -> object:
        """The value that is chosen, "" for none."""
        return self.options[self.chosen][0] if self.chosen < len(self.options) else ""

    def shown(self) -> str:
        """Return the words of what is chosen."""
        return self.options[self.chosen][1] if self.chosen < len(self.options) else "there is none"

    def offer(self, options: tuple[Choice, ...], wanted: object) -> None:
        """Show what can be chosen now; what is wanted is chosen where it is there."""
        values = [value for value, _ in options]
        self.options = options
        self.set_reactive(OneAsked.chosen, values.index(wanted) if wanted in values else 0)
        self.refresh()

    def watch_chosen(self) -> None:
        """Tell that something else is chosen."""
        self.changed()

    def action_step(self, by: int) -> None:
        """Choose the next or the one before, round and round."""
        self._typed = ""
        if self.options:
            self.chosen = (self.chosen + by) % len(self.options)

    def on_click(self) -> None:
        """Choose the next."""
        self.action_step(1)

    def on_key(self, event: Key) -> None:
        """Choose by figures: the number of a ticket, or the place in the list."""
        if event.character is None or not event.character.isdigit():
            return
        event.stop()
        event.prevent_default()
        found = self._place(self._typed + event.character)
        if found is None:
            self._typed, found = event.character, self._place(event.character)
        else:
            self._typed += event.character
        if found is not None:
            self.chosen = found

    def _place(self, figures: str) -> int | None:
        numbered = [text.startswith("#") for _, text in self.options]
        for place, (_, text) in enumerate(self.options):
            if numbered[place] and text.startswith(f"#{figures}"):
                return place
        first = 0 if self.options and self.options[0][0] != "" else 1
        place = int(figures) - 1 + first
        return None if any(numbered) or not first <= place < len(self.options) else place


class SomeAsked(OneAsked):
    """Several of several: left and right go through them, space takes one in or out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right", "step(1)", "next"),
        ("left", "step(-1)", "before"),
        ("space", "turn", "in or out"),
    ]

    def __init__(self, words: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(words, id=id)
        self.taken: tuple[object, ...] = ()

    @property
    def value(self) -> object:
        """The values that are taken, in the order in which they stand."""
        return tuple(value for value, _ in self.options if value in self.taken)

    def shown(self) -> str:
        """Return the one in front, whether it is taken, and how many are."""
        if not self.options:
            return "there is none"
        text = self.options[self.chosen][1]
        return f"{text} ({len(self.taken)} of {len(self.options)} taken)"

    def boxed(self, text: str) -> str:
        """Return the one in front with a tick where it is taken."""
        if not self.options:
            return f"[{text}]"
        return f"[{'x' if self.options[self.chosen][0] in self.taken else ' '}] {text}"

    def offer(self, options: tuple[Choice, ...], wanted: object) -> None:
        """Show what can be taken now; what was taken stays taken where it is still there."""
        wanted_all = wanted if isinstance(wanted, tuple) else ()
        front = self.options[self.chosen][0] if self.chosen < len(self.options) else ""
        super().offer(options, front)
        self.taken = tuple(value for value, _ in options if value in wanted_all)

    def action_turn(self) -> None:
        """Take the one in front in, or out."""
        if not self.options:
            return
        value = self.options[self.chosen][0]
        rest = tuple(one for one in self.taken if one != value)
        self.taken = rest if value in self.taken else (*rest, value)
        self.changed()

    def on_click(self) -> None:
        """Take the one in front in, or out."""
        self.action_turn()


class NumberAsked(Asking):
    """A whole number: figures type it, left and right change it, backspace empties it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right,plus,equals_sign", "change(1)", "one more"),
        ("left,minus", "change(-1)", "one less"),
        ("backspace,delete", "empty", "none"),
    ]

    number: reactive[int | None] = reactive(None)

    @property
    def value(self) -> object:
        """The number, "" for none."""
        return "" if self.number is None else self.number

    def shown(self) -> str:
        """Return its figures."""
        return "–" if self.number is None else str(self.number)

    def watch_number(self) -> None:
        """Tell that it changed."""
        self.changed()

    def action_change(self, by: int) -> None:
        """Make it larger or smaller, never below zero."""
        self.number = max((self.number or 0) + by, 0)

    def action_empty(self) -> None:
        """Say no number."""
        self.number = None

    def on_key(self, event: Key) -> None:
        """Take figures."""
        if event.character is None or not event.character.isdigit():
            return
        event.stop()
        event.prevent_default()
        figures = f"{'' if self.number is None else self.number}{event.character}"
        self.number = int(figures[-MOST_DIGITS:])


class TimeAsked(TimeField):
    """A time of day, or none, with the reason below it where the act is refused for it."""

    wrong: reactive[str] = reactive("", layout=True)

    def __init__(self, words: str, starts: int, now: int, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(f"{words:<{LABEL}}", None, starts, now, id=id)

    @property
    def value(self) -> object:
        """The minute of the shift, "" for none."""
        return "" if self.minute is None else self.minute

    def render(self) -> Content:
        """Return the time, and what is wrong with it."""
        return Content.assemble(super().render(), below(self.wrong))


def below(wrong: str) -> Content:
    """Return the reason under a field, where there is one."""
    return Content.styled(f"\n{' ' * (LABEL + 2)}{wrong}", WRONG) if wrong else Content("")
