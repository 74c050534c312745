"""The line of a message's element."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import reactive

from simulator.tui import say
from simulator.tui.widgets.fields import Digits, Field

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Click, Key

BLANK = "{time}"
"""Where a sentence names a minute."""
STEP = 5
"""Minutes a key press moves the time. (J)"""


class Wording(Field):
    """One element of a message: said or not, in which of its wordings, and the time it names."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("space", "turn", "say it, or not"),
        ("right", "step(1)", "next wording"),
        ("left", "step(-1)", "wording before"),
        ("plus,equals_sign", "move(1)", "later"),
        ("minus", "move(-1)", "earlier"),
    ]

    chosen: reactive[int] = reactive(0)
    """0 says nothing; 1 is the first wording."""
    minute: reactive[int | None] = reactive(None)
    """The minute it names."""

    def __init__(
        self, label: str, element: str, texts: tuple[tuple[str, str], ...], starts: int, now: int
    ) -> None:
        super().__init__()
        self.label = label
        self.element = element
        self.texts = texts
        self.starts = starts
        self.now = now
        self._last = 1
        self._digits = Digits(starts)

    def start(self, wording: str, minute: int | None) -> None:
        """Say this wording from the beginning, with the time it names."""
        ids = [ident for ident, _ in self.texts]
        if wording in ids:
            self._last = ids.index(wording) + 1
            self.set_reactive(Wording.chosen, self._last)
            self.set_reactive(Wording.minute, minute)

    @property
    def value(self) -> str:
        """The id of the wording, "" for not said."""
        return self.texts[self.chosen - 1][0] if self.chosen else ""

    @property
    def timed(self) -> bool:
        """Whether what is said names a minute."""
        return self.chosen > 0 and BLANK in self.texts[self.chosen - 1][1]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.timed or self.minute is not None

    @property
    def says(self) -> str:
        """The sentence, "" for not said."""
        if not self.chosen:
            return ""
        return self.texts[self.chosen - 1][1].replace(BLANK, self._shown())

    def _shown(self) -> str:
        if self._digits.shown:
            return self._digits.shown
        return "__:__" if self.minute is None else say.clock(self.starts, self.minute)

    def render(self) -> Content:
        """Return box, label, sentence, and which of how many."""
        single = len(self.texts) == 1
        count = "" if single else f"‹ {self.chosen} of {len(self.texts)} ›"
        if single and BLANK in self.texts[0][1]:
            count = "‹ type a time ›" if self.has_focus else ""
        room = max(self.size.width - 19 - len(count) - 2, 1)
        text = (self._shown() if single and self.timed else self.says) or "–"
        text = text if len(text) <= room else f"{text[: room - 1]}…"
        return Content.assemble(
            " ", self.mark("[x]" if self.chosen else "[ ]"), f" {self.label:<12} ",
            (f"{text:<{room}}", "" if self.chosen else "dim"), "  ", (count, "$text-accent"),
        )  # fmt: skip

    def watch_chosen(self, before: int) -> None:
        """Remember the wording for when it is said again, and tell."""
        if before:
            self._last = before
        self.changed()

    def watch_minute(self) -> None:
        """Tell that it names another time."""
        self.changed()

    def action_turn(self) -> None:
        """Say it, or leave it out."""
        self.chosen = 0 if self.chosen else min(self._last, len(self.texts))

    def action_step(self, by: int) -> None:
        """Take the next wording; before the first one stands saying nothing.

        With one wording that names a time, the time moves instead.
        """
        if len(self.texts) == 1 and self.timed:
            self.action_move(by)
        else:
            self.chosen = (self.chosen + by) % (len(self.texts) + 1)

    def action_move(self, by: int) -> None:
        """Move the time it names, to a full five minutes."""
        if not self.timed:
            return
        start = self.now if self.minute is None else self.minute
        full = (self.starts + start) // STEP * STEP - self.starts
        self.minute = max(full + by * STEP if by > 0 or full == start else full, self.now + 1)

    def on_key(self, event: Key) -> None:
        """Take digits for the time, once what is said names one."""
        if event.character and event.character.isdigit() and self._wants_time():
            event.stop()
            event.prevent_default()
            if not self.chosen:
                self.action_turn()
            minute = self._digits.take(event.character)
            if minute is not None:
                self.minute = minute
            self.changed()

    def _wants_time(self) -> bool:
        return self.timed or (len(self.texts) == 1 and BLANK in self.texts[0][1])

    def on_click(self, event: Click) -> None:
        """Go through the wordings at the right end, else say it or not."""
        if event.x > self.size.width - 14:
            self.action_step(-1 if event.x < self.size.width - 8 else 1)
        else:
            self.action_turn()
