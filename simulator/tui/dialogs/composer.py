"""Write to an audience: elements, each in one of its wordings, and the finished text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from simulator.engine.acts.base import Element
from simulator.engine.acts.shapes import Message
from simulator.tui import say
from simulator.tui.dialogs.base import WARNING, Form
from simulator.tui.dialogs.sent import nothing, state_of
from simulator.tui.picture import BACK
from simulator.tui.plain_words import remarks
from simulator.tui.speech import proper_words, spoken_message
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.fields import LinePicker, Picker
from simulator.tui.widgets.frame import Section
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.recipients import Recipients
from simulator.tui.widgets.wording import BLANK, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key
    from textual.widget import Widget

    from simulator.engine.acts.base import Act
    from simulator.tui.desk import Sight
    from simulator.tui.dialogs.sent import Recall

ELEMENTS = (
    ("impact", "Impact"),
    ("risk", "Risk"),
    ("known", "Known"),
    ("unknown", "Not known"),
    ("action", "Action"),
    ("time", "Time"),
    ("next-update", "Next update"),
    ("ask", "Ask"),
    ("closing", "Closing"),
)
NEXT = "next-update"
CLOSING = "closing"
PLAIN_NEXT = "You hear from me again at {time}"
"""How the next update is named where the scenario has no wording for it."""
DESK = "desk"
"""The team as an audience."""


NO_TIME = "Name the time: type four digits, or move it with + and -."
NOT_HERE = "No time is named on this line. To choose to whom by number, go up to the line To."


class Composer(Form):
    """One message; `enter` sends it, so opening and sending again repeats the last wording."""

    takes_effect = "Goes"
    hints = "enter send · ↑ ↓ tab line · ‹ › wording · space say it · To: 1-9 · esc"

    def __init__(
        self, sight: Sight, to: str = "", about: str | None = None, recall: Recall = nothing
    ) -> None:
        super().__init__(sight)
        self.recall = recall
        self.audiences = (
            *((one.id, f"{one.name}, {one.role}" if one.role else one.name)
              for one in sight.stakeholders()),
            (DESK, "the desk"),
        )  # fmt: skip
        self.to = to or self.audiences[0][0]
        known = list(sight.incidents())
        # What is mended can still be told of: its end is news to those who waited.
        self.matters = (
            *((one.id, one.name) for one in known if one.state != "resolved"),
            ("", "nothing in particular"),
            *((one.id, f"{one.name}, mended") for one in known if one.state == "resolved"),
        )
        ids = [ident for ident, _ in self.matters]
        self.about = about if about is not None and about in ids else ids[0]
        self._turn()

    def _turn(self) -> None:
        """Look up what was said last, which holds only while the incident is as it was."""
        self.state = state_of(self.sight, self.about)
        sent = self.recall(self.to, self.about)
        self.kept = sent.words if sent and sent.lost else ""
        self.last = sent if sent and sent.state == self.state else None

    @property
    def _over(self) -> bool:
        """Whether the service that this is about works again."""
        return self.state in BACK

    @property
    def _earliest(self) -> int:
        """The minute at which it goes: no time it names can lie before that."""
        return self.sight.done_at(Message(self.to, self.about))

    def heading(self) -> str:
        """Name who gets it."""
        return f"Message · {dict(self.audiences)[self.to]}"

    def aside(self) -> str:
        """Return the time and the cost."""
        cost = self.sight.cost(Message(self.to, self.about))
        return f"{self.time(self.sight.now)} · takes {cost} min"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show to whom, the elements, the text, and when it goes."""
        yield self.fields()
        yield (Line(id="spoken"),)
        yield (Line(id="effect"),)

    def fields(self) -> Iterable[Widget]:
        """Return the line of audiences, and a line an element."""
        names = tuple((ident, self._short(ident)) for ident, _ in self.audiences)
        to = [ident for ident, _ in names].index(self.to)
        about = [ident for ident, _ in self.matters].index(self.about)
        yield Recipients("To", names, to, id="to")
        picker = LinePicker("About", self.matters, about, id="about")
        picker.display = len(self.matters) > 1
        yield picker
        said = {one.kind: one for one in self.last.message.elements} if self.last else {}
        for element, label in ELEMENTS:
            offered = tuple(self.sight.wordings(self.to, self.about, element))
            texts = tuple((one.id, one.text) for one in offered)
            if element == NEXT and self.to != DESK:
                texts = texts or (("", PLAIN_NEXT),)
            if not texts:
                continue
            field = Wording(label, element, texts, self.starts, self._earliest)
            if last := said.get(element):
                field.start(last.wording, self._again(last))
            elif element == CLOSING and self._over and self.last is None:
                known = (one for one in offered if one.known and BLANK not in one.text)
                field.start(next((one.id for one in known), ""), None)
            yield field
        own = Input(self.kept, placeholder="anything you want to add", id="own", compact=True)
        yield Horizontal(Line(" Own line ", classes="word"), own, classes="row")

    def _again(self, last: Element) -> int | None:
        """Return the time to name again: as far off as it was, or the same while it is to come."""
        if last.minute is None or self.last is None:
            return None
        if last.kind != NEXT:
            return last.minute if last.minute > self._earliest else None
        again = max(self.sight.now + last.minute - self.last.at, self._earliest + 1)
        return min(again, self.sight.length)

    def _short(self, ident: str) -> str:
        return "the desk" if ident == DESK else self.labels.who(ident)

    def act(self) -> Message | None:
        """Return the message as the fields stand; None while it says nothing or lacks a time."""
        said = [field for field in self.query(Wording) if field.chosen]
        if not said or not all(field.complete for field in said):
            return None
        return Message(
            to=self.to,
            about=self.about,
            elements=tuple(
                Element(field.element, field.value, field.minute if field.timed else None)
                for field in said
            ),
        )

    def lacks(self) -> str:
        """Return why it does not go yet."""
        if any(not field.complete for field in self.query(Wording)):
            return NO_TIME
        return "Nothing is said yet, so nothing goes: space takes a line in."

    def words(self) -> str:
        """Return the own line."""
        return self.query_one("#own", Input).value.strip()

    def spoken(self) -> str:
        """Return the finished text."""
        sentences = [field.says for field in self.query(Wording)]
        name = "" if self.to == DESK else self.labels.who(self.to)
        if self._audience() == "users":
            name = ""
        texts = [one.text for one in self.sight.world.wordings]
        text = spoken_message(name, [*sentences, self.words()], proper_words(texts))
        return (
            f" {say.quoted(text)}" if text else " Choose what it says: space takes an element in."
        )

    def effect(self, act: Act | None) -> Content:
        """Say when it goes and what was promised, or what is missing."""
        if act is None:
            if any(not field.complete for field in self.query(Wording)):
                return Content(NO_TIME)
            return Content("")
        effect = super().effect(act)
        if self.last and self.last.lost:
            effect = Content.assemble("Not sent before; this is your draft. ", effect)
        notes = remarks(self.words(), self._audience())
        return Content.assemble(effect, (f" {' '.join(notes)}", "italic")) if notes else effect

    def _audience(self) -> str:
        people = self.sight.stakeholders()
        return next((one.audience for one in people if one.id == self.to), DESK)

    def on_input_changed(self) -> None:
        """Show the own line in the text."""
        self.preview()

    async def on_key(self, event: Key) -> None:
        """Choose the audience by number, on its line or first of all; elsewhere say where.

        Keys that follow wait until its lines are there.
        """
        digit = event.character if event.character and event.character.isdigit() else ""
        if not digit or isinstance(self.focused, Input):
            return
        event.stop()
        place = int(digit) - 1
        if not isinstance(self.focused, Recipients) and not self._untouched():
            self.app.bell()
            self.query_one("#effect", Line).say(Content.styled(NOT_HERE, WARNING))
        elif 0 <= place < len(self.audiences):
            await self._turn_to(self.audiences[place][0])

    def _untouched(self) -> bool:
        """Return whether the message is as it was opened, and the cursor on its first line."""
        return self.focused is self._first() and self._said() == self._opened

    def _said(self) -> list[tuple[int, int | None]]:
        """Return which wording each line has, and the time it names."""
        return [(field.chosen, field.minute) for field in self.query(Wording)]

    async def _turn_to(self, to: str) -> None:
        """Show the lines for an audience, within the message that asked for it.

        A worker would let the next key find the dialog half filled, or gone.
        """
        self.to = to
        self._turn()
        section = self.query(Section).first()
        await section.remove_children()
        await section.mount_all(self.fields())
        self.query_one("#heading", Edge).label = self.heading()
        self.query_one("#heading", Edge).aside = self.aside()
        self._opened = self._said()
        self.focus_first()
        self.preview()

    def _first(self) -> Wording | None:
        """Return the line of the first element; once the service is back, of the closing."""
        lines = list(self.query(Wording))
        closing = [one for one in lines if one.element == CLOSING] if self._over else []
        return next(iter(closing or lines), None)

    def focus_first(self) -> None:
        """Put the cursor on the line that a message begins with."""
        if (line := self._first()) is not None:
            line.focus()

    def on_mount(self) -> None:
        """Start on the first element."""
        super().on_mount()
        self._opened = self._said()
        self.focus_first()

    async def on_field_changed(self) -> None:
        """Turn to another audience or matter, or show what changed."""
        to, about = self.query_one(Recipients).value, self.query_one("#about", Picker).value
        if (to, about) == (self.to, self.about):
            self.preview()
            return
        stays = isinstance(self.focused, Recipients)
        self.about = about
        await self._turn_to(to)
        if stays:
            self.query_one(Recipients).focus()
