"""Give work away: to whom, with how much freedom, for which outcome, by when."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, cast

from textual.containers import Horizontal
from textual.content import Content

from simulator.engine.acts import shapes
from simulator.engine.acts.base import Note
from simulator.tui import say, second_pair
from simulator.tui.crew import doing, signs
from simulator.tui.dialogs.base import WARNING, Form
from simulator.tui.speech import spoken_assignment
from simulator.tui.widgets.fields import LinePicker, Tick, TimeField
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.radio import Radio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key
    from textual.widget import Widget

    from simulator.engine.acts.base import Act
    from simulator.engine.seen import AnalystView
    from simulator.tui.desk import Sight

STYLES: tuple[tuple[shapes.Style, str], ...] = (
    ("show", "Show        I say each step; you report and wait"),
    ("alongside", "Alongside   we think aloud together; you do it"),
    ("on-call", "On call     you decide; I am there for doubts"),
    ("hand-over", "Hand over   you decide and act; tell me the result"),
)
PRACTICE = (
    "new to this",
    "new to this",
    "with help so far",
    "has done this",
    "has done this often",
    "has done this often",
)
"""What a skill from 0 to 5 looks like from outside."""
NOTE_PARTS = ("tested", "changed", "suspected", "next")


class Assign(Form):
    """Facts about people, never the answer: who can, who is busy with what, what can be seen."""

    def __init__(self, sight: Sight, task: str) -> None:
        super().__init__(sight)
        self.about = task
        self.incident = next((one for one in sight.incidents() if one.id == task), None)
        self.ticket = None if self.incident else sight.ticket(task)
        one = self.incident or self.ticket
        assert one is not None
        self.skill = one.skill
        self.owner = one.who or (self.ticket.parked_by if self.ticket else "")
        self.outcomes = one.outcomes
        self.permits = dict(self.incident.permits) if self.incident else {}
        self.people = tuple(who for who in sight.team() if who.place in {"desk", "talk", "break"})
        known = tuple(sight.facts())
        self.findings = tuple(fact.id for fact in known if fact.technical) or tuple(
            fact.id for fact in known
        )

    def heading(self) -> str:
        """Say what is given away and what it needs."""
        skill = self.sight.world.skills.get(self.skill, self.skill)
        if self.incident:
            needs = f"{skill} {self.incident.difficulty}"
            severity = say.priority(self.sight.world, self.incident.severity)
            return f"Give away: {self.incident.name} · {severity} · needs {needs}"
        assert self.ticket is not None
        title = f"#{self.ticket.number} {self.ticket.subject}"
        priority = say.priority(self.sight.world, self.ticket.priority)
        return f"Give away: {title} · {priority} · needs {skill}"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show the fields, then what would be said and when it takes effect."""
        yield self.fields()
        yield self.footing()

    def fields(self) -> Iterable[Widget]:
        """Return the fields, top to bottom; an outcome only where there is one to choose."""
        people = tuple((who.id, self._facts(who)) for who in self.people)
        yield Radio("To", people, id="to")
        styles = tuple((ident, f"{text}\t{self._cost(ident)} min ") for ident, text in STYLES)
        yield Radio("How", styles, chosen=2, id="how")
        now = self._takes_effect(STYLES[2][0])
        due = TimeField("Due", None, self.starts, now, id="due")
        check_in = TimeField("Check-in", None, self.starts, now, id="check-in")
        permits = [Tick(text, id=f"may-{ident}") for ident, text in self.permits.items()]
        if self.outcomes:
            picker = LinePicker("Outcome", (("", "–"), *self.outcomes), 1, id="outcome")
            yield Horizontal(picker, due, classes="row")
            may = [Line("  May: ", classes="word")] if permits else []
            yield Horizontal(check_in, *may, *permits, classes="row")
        else:
            yield Horizontal(due, check_in, *permits, classes="row")
        others = (("", "–"), *((who.id, who.short) for who in self.people))
        note = [Tick(part, id=f"note-{part}") for part in NOTE_PARTS] if self._noted else []
        yield Horizontal(
            LinePicker("Beside", others, self._beside_now(others), id="beside"),
            *([Line(" Note: ", classes="word"), *note] if note else []),
            classes="row",
        )

    def _beside_now(self, others: tuple[tuple[str, str], ...]) -> int:
        """Return the place of who is beside already: giving it anew does not send them away."""
        there = self.incident.beside if self.incident else ""
        return next((place for place, (ident, _) in enumerate(others) if ident == there), 0)

    def _takes_effect(self, style: shapes.Style) -> int:
        """Return the minute before which no time can lie."""
        first = self.people[0].id if self.people else ""
        return self.sight.done_at(shapes.Assign(self.about, first, style))

    def preview(self) -> None:
        """Let the times begin where the act takes effect, then show what it would do."""
        earliest = self._takes_effect(cast("shapes.Style", self.query_one("#how", Radio).value))
        for field in self.query(TimeField):
            field.now = earliest
        super().preview()

    @property
    def _noted(self) -> bool:
        """Whether somebody has it already, so that a note can go with it."""
        return bool(self.findings) and self.owner not in {"", "lead"}

    def _cost(self, style: shapes.Style) -> int:
        first = self.people[0].id if self.people else ""
        return self.sight.cost(shapes.Assign(self.about, first, style))

    def _facts(self, who: AnalystView) -> str:
        points = dict(who.skills).get(self.skill, 1)
        can = f"{points}, {PRACTICE[max(0, min(points, 5))]}"
        place = doing(who, self.sight, self.labels)
        busy = f"on {place}" if who.on and who.place == "desk" else place
        return f"{who.short:<8} {can:<22} {busy:<16} {', '.join(signs(who))}".rstrip()

    def act(self) -> shapes.Assign | shapes.Reassign | None:
        """Return the order as the fields stand."""
        to = self.query_one("#to", Radio).value
        if not to:
            return None
        given = shapes.Assign(
            task=self.about,
            to=to,
            style=cast("shapes.Style", self.query_one("#how", Radio).value),
            outcome=self.query_one("#outcome", LinePicker).value if self.outcomes else "",
            due=self.query_one("#due", TimeField).minute,
            check_in=self.query_one("#check-in", TimeField).minute,
            may=tuple(one for one in self.permits if self.query_one(f"#may-{one}", Tick).on),
            beside=self.query_one("#beside", LinePicker).value or None,
        )
        unasked = self.incident is not None and self.incident.unasked
        if self.owner in {"", "lead", to} or unasked:
            return given
        terms = {one.name: getattr(given, one.name) for one in fields(given)}
        return shapes.Reassign(**{**terms, "note": self._note()})

    def _note(self) -> Note | None:
        if not self._noted:
            return None
        parts = {
            part: self.findings for part in NOTE_PARTS if self.query_one(f"#note-{part}", Tick).on
        }
        return Note(**parts) if parts else None

    def spoken(self) -> str:
        """Return the sentence that would be said."""
        act = self.act()
        if act is None:
            return " Nobody is at the desk."
        text = spoken_assignment(
            to=self.labels.who(act.to),
            style=act.style,
            outcome=dict(self.outcomes).get(act.outcome, ""),
            may=[self.permits[ident] for ident in act.may],
            due="" if act.due is None else self.clock(act.due),
            check_in="" if act.check_in is None else self.clock(act.check_in),
            beside=second_pair.does(self.labels.who(act.beside), self.incident is not None)
            if act.beside
            else "",
        )
        return f"You would say: {say.quoted(text)}"

    def effect(self, act: Act | None) -> Content:
        """Say too where whoever gets it is meant for a check elsewhere."""
        told = super().effect(act)
        if act is None or self.refusal(act):
            return told
        to = self.query_one("#to", Radio).value
        off = second_pair.called_off(to, self.about, self.sight, self.labels)
        return Content.assemble(told, (f" {off}", WARNING)) if off else told

    def on_key(self, event: Key) -> None:
        """Choose a person by number, from anywhere but a time."""
        people = self.query_one("#to", Radio)
        if (
            event.character
            and event.character.isdigit()
            and not isinstance(self.focused, TimeField)
        ):
            place = int(event.character) - 1
            if 0 <= place < len(people.options):
                people.chosen = place
                event.stop()
