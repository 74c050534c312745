"""The form of any act that has no dialog of its own: its fields are those of the plain language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.engine.acts.registry import ACTS
from simulator.runs.language.reading import made
from simulator.tui import asked
from simulator.tui.asked import NOTHING, Asked
from simulator.tui.dialogs.base import Form, mistimed
from simulator.tui.widgets.asking import NumberAsked, OneAsked, SomeAsked, TimeAsked
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.events import DescendantFocus
    from textual.widget import Widget

    from simulator.engine.acts.base import Act, Refusal
    from simulator.tui.desk import Sight

AnyAsked = OneAsked | NumberAsked | TimeAsked
CHOSEN = "bold $text-accent"
ROOM = 200
"""Characters of choices that are listed below the fields."""
SAYS_WHAT = {"person": "Say who.", "to": "Say to whom.", "ticket": "Say which ticket."}
"""What is missing, by field; elsewhere the field's own words say it."""


class ActForm(Form):
    """One act, a field a line; the reason why it is not possible stands beside its field."""

    hints = "enter give · up down field · left right space change · esc back"

    def __init__(self, sight: Sight, kind: str, marked: Mapping[str, object]) -> None:
        super().__init__(sight)
        self.kind = kind
        self.asked = asked.asked(kind)
        self.marked = marked

    def heading(self) -> str:
        """Name the act."""
        return ACTS[self.kind].title

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show the fields, what can stand in the one in front, then what it does."""
        yield (*(self._field(one) for one in self.asked), Line(id="choices"))
        yield self.footing()

    def _field(self, one: Asked) -> Widget:
        ident = self._ident(one)
        if asked.is_time(one):
            return TimeAsked(one.label, self.starts, self.sight.agenda().free_at, id=ident)
        if one.many:
            return SomeAsked(one.label, id=ident)
        if asked.choices(one, self.sight, {}) is None:
            return NumberAsked(one.label, id=ident)
        return OneAsked(one.label, id=ident)

    def _ident(self, one: Asked) -> str:
        return f"asked-{re.sub('[_.]', '-', one.field)}"

    def field_of(self, one: Asked) -> AnyAsked:
        """Return the widget of a field."""
        found = self.query_one(f"#{self._ident(one)}")
        assert isinstance(found, AnyAsked)
        return found

    def on_mount(self) -> None:
        """Fill in what is marked, then show what the act would do."""
        self._offer(self.marked)
        self._to_first_empty()
        super().on_mount()

    def _offer(self, wanted: Mapping[str, object]) -> None:
        """Let each field offer what fits those before it; what was chosen stays where it can."""
        got: dict[str, object] = {}
        for one in self.asked:
            field = self.field_of(one)
            if isinstance(field, OneAsked):
                found = asked.choices(one, self.sight, got) or ()
                # What may be left out is not filled in: it would say more than was meant.
                want = field.value if one.optional else wanted.get(one.field, field.value)
                if want in {NOTHING, ()} and one.usual is not None:
                    want = one.usual(asked.desk_of(self.sight), got)
                if not one.optional and not one.many and len(found) > 1:
                    found = ((NOTHING, "choose"), *found)
                field.offer(found, want)
            if field.value not in (NOTHING, ()):
                got[one.field] = field.value

    def _to_first_empty(self) -> None:
        """Begin at the first field that has to be filled."""
        for one in self.asked:
            if not one.optional and self.field_of(one).value in (NOTHING, ()):
                self.field_of(one).focus()
                return
        if self.asked:
            self.field_of(self.asked[-1] if self.marked else self.asked[0]).focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show what can stand in the field in front."""
        self._list()

    def _got(self) -> dict[str, object]:
        """Return what the fields say."""
        values = {one.field: self.field_of(one).value for one in self.asked}
        return {name: value for name, value in values.items() if value not in (NOTHING, ())}

    def missing(self) -> Asked | None:
        """Return the first field that has to be filled and is not."""
        got = self._got()
        return next((one for one in self.asked if not one.optional and one.field not in got), None)

    def act(self) -> Act | None:
        """Return the act as the fields stand."""
        return None if self.missing() else made(self.kind, self._got())

    def lacks(self) -> str:
        """Say what is missing."""
        one = self.missing()
        if one is None:
            return ""
        field = self.field_of(one)
        if isinstance(field, OneAsked) and not field.options:
            return "There is nothing to choose here now."
        return SAYS_WHAT.get(one.field, f"{one.label}: nothing is said yet.")

    def spoken(self) -> str:
        """Say what the act does and when it helps."""
        return ACTS[self.kind].help

    def preview(self) -> None:
        """Let the fields offer what fits, and say beside a field why the act is refused for it."""
        self._offer({})
        act = self.act()
        for field in self.query(TimeAsked):
            field.now = self.sight.agenda().free_at if act is None else self.sight.done_at(act)
        super().preview()
        self._blame(act)
        self._list()

    def effect(self, act: Act | None) -> Content:
        """Return what it costs and when it takes effect, or why it is not possible."""
        if act is None:
            return Content("")
        told = super().effect(act)
        if self.refusal(act):
            return told
        return Content.assemble((f"{self.sight.cost(act)} min. ", "bold"), told)

    def _blame(self, act: Act | None) -> None:
        """Put the reason beside the field at fault, where one can be told."""
        for one in self.asked:
            self.field_of(one).wrong = ""
        if act is None or not (reason := self.refusal(act)):
            return
        refusal = self.sight.possible(act)
        blamed = None if refusal is None or mistimed(self.sight, act) else self._at_fault(refusal)
        if blamed is not None:
            self.field_of(blamed).wrong = reason
            self.query_one("#effect", Line).say("")

    def _at_fault(self, refusal: Refusal) -> Asked | None:
        """Return the field that a refusal is about: by what it names, else by its code."""
        named = [ref.partition(":")[2] for ref in refusal.about]
        for one in self.asked:
            if self.field_of(one).value in named:
                return one
        sort, _, what = refusal.code.partition(".")
        for one in self.asked:
            if one.field in {sort, what.partition("-")[0]}:
                return one
        return None

    def _list(self) -> None:
        """List what can stand in the field in front, the chosen one marked."""
        field = self.focused
        line = self.query_one("#choices", Line)
        if isinstance(field, TimeAsked):
            line.say(" figures type a time, left and right move it by 5 min, + and - by one")
        elif isinstance(field, NumberAsked):
            line.say(" figures type a number, left and right change it")
        elif isinstance(field, OneAsked):
            line.say(listed(field))
        else:
            line.say("")


def listed(field: OneAsked) -> Content:
    """Return the choices around the chosen one, numbered, as many as a few lines hold."""
    parts: list[Content] = []
    length = 0
    start = 0 if sum(len(text) for _, text in field.options) < ROOM else field.chosen
    real = 0 if field.options and field.options[0][0] != NOTHING else 1
    for place, (value, text) in enumerate(field.options[start:], start):
        length += len(text) + 5
        if length > ROOM:
            parts.append(Content(f"{len(field.options) - place} more"))
            break
        if value == NOTHING:
            continue
        number = place + 1 - real
        taken = isinstance(field, SomeAsked) and value in field.taken
        words = f"{number} {text}" if number <= asked.FEW and text[:1] != "#" else text
        here = place == field.chosen or taken
        parts.append(Content.styled(words, CHOSEN if here else ""))
    return Content.assemble(" ", Content(" · ").join(parts))
