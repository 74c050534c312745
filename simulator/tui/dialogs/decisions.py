"""Acts with a form of their own: ask for help, record a decision, brief, hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from simulator.engine.acts import shapes
from simulator.tui import say
from simulator.tui.dialogs.base import Form
from simulator.tui.picture import BACK
from simulator.tui.widgets.fields import LinePicker, Tick, TimeField
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.radio import Radio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from simulator.tui.desk import Sight


class Escalate(Form):
    """Ask somebody above or outside, with the evidence they need."""

    def __init__(self, sight: Sight, incident: str) -> None:
        super().__init__(sight)
        self.incident = next(one for one in sight.incidents() if one.id == incident)
        self.to = tuple(
            (one.id, f"{one.name}, {one.role}" if one.role else one.name)
            for one in sight.stakeholders()
            if one.audience not in {"users"}
        )
        self.facts = tuple(sight.facts())

    def heading(self) -> str:
        """Name what it is about."""
        return f"Ask for help: {self.incident.name}"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show whom, what for, the evidence, then what it does."""
        asks = (("", "help"), *self.incident.ways, *self.incident.permits)
        yield (
            Radio("To", self.to, id="to"),
            LinePicker("For", asks, id="asks"),
            Line(" With it go the facts you tick:"),
            *(Tick(f"{fact.text}", id=f"fact-{fact.id}") for fact in self.facts),
        )
        yield self.footing()

    def act(self) -> shapes.Escalate | None:
        """Return the request as the fields stand."""
        to = self.query_one("#to", Radio).value
        if not to:
            return None
        return shapes.Escalate(
            task=self.incident.id,
            to=to,
            asks=self.query_one("#asks", LinePicker).value,
            facts=tuple(one.id for one in self.facts if self.query_one(f"#fact-{one.id}", Tick).on),
        )

    def spoken(self) -> str:
        """Name what would be sent."""
        act = self.act()
        if act is None:
            return " There is nobody to ask."
        asks = {**dict(self.incident.ways), **dict(self.incident.permits)}.get(act.asks, "help")
        told = [one.text for one in self.facts if one.id in act.facts]
        return f" You ask {self.labels.who(act.to)} for: {asks}." + (
            f" You tell: {'; '.join(told)}." if told else " You send no evidence with it."
        )


class Decide(Form):
    """Record a decision: what, why, from when, and what happens if it fails."""

    def __init__(self, sight: Sight) -> None:
        super().__init__(sight)
        self.decisions = tuple(one for one in sight.decisions() if not one.made)

    def heading(self) -> str:
        """Name the page."""
        return "Record a decision"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show the decisions, their reasons and fallbacks, then what it does."""
        if not self.decisions:
            yield (Line(" Nothing has come up that is worth writing down."),)
            return
        yield self.fields()
        yield self.footing()

    def fields(self) -> Iterable[Widget]:
        """Return the fields."""
        choices = tuple(
            (one.id, one.text.replace("{time}", "the time below")) for one in self.decisions
        )
        yield Radio("What", choices, id="what")
        yield TimeField("From ", None, self.starts, self.sight.now, id="threshold")
        yield Line(" Because")
        for decision in self.decisions:
            for ident, text in decision.reasons:
                yield Tick(text, id=f"why-{decision.id}-{ident}")
        yield LinePicker("If it fails:", self._fallbacks(), id="if-fails")

    def _fallbacks(self, what: str = "") -> tuple[tuple[str, str], ...]:
        """Return what can be written down for the case that a decision fails."""
        decision = next((one for one in self.decisions if one.id == what), self.decisions[0])
        return (("", "–"), *decision.fallbacks)

    def on_mount(self) -> None:
        """Show the reasons of the first decision."""
        if self.decisions:
            super().on_mount()

    def act(self) -> shapes.Decide | None:
        """Return the decision as the fields stand."""
        if not self.decisions:
            return None
        what = self.query_one("#what", Radio).value
        decision = next(one for one in self.decisions if one.id == what)
        fallback = self.query_one("#if-fails", LinePicker).value
        return shapes.Decide(
            what=what,
            why=tuple(
                ident
                for ident, _ in decision.reasons
                if self.query_one(f"#why-{what}-{ident}", Tick).on
            ),
            threshold=self.query_one("#threshold", TimeField).minute,
            if_fails=fallback,
        )

    def spoken(self) -> str:
        """Read the decision out."""
        act = self.act()
        if act is None:
            return ""
        decision = next(one for one in self.decisions if one.id == act.what)
        at = "__:__" if act.threshold is None else self.clock(act.threshold)
        text = decision.text.replace("{time}", at).rstrip(".")
        why = [words for ident, words in decision.reasons if ident in act.why]
        parts = [
            text,
            f"because {say.listed(why)}" if why else "",
        ]
        fails = dict(decision.fallbacks).get(act.if_fails, "")
        return f" You write down: {', '.join(part for part in parts if part)}." + (
            f" If it fails: {fails}." if fails else ""
        )

    def preview(self) -> None:
        """Show only what belongs to the decision in front."""
        if self.decisions:
            what = self.query_one("#what", Radio).value
            for tick in self.query(Tick):
                tick.display = str(tick.id).startswith(f"why-{what}-")
            self.query_one("#if-fails", LinePicker).offer(self._fallbacks(what))
            super().preview()


class Brief(Form):
    """Tell the team in which order work is taken, and why."""

    def heading(self) -> str:
        """Name the page."""
        return "Brief the team"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show the orders and the reason, then what it does."""
        orders = (
            ("impact", "What hurts most people first"),
            ("oldest", "The oldest first"),
            ("own", "Everybody in their own order"),
        )
        reasons = (("", "–"), *((fact.id, fact.text) for fact in self.sight.facts()))
        yield Radio("Take", orders, id="order"), LinePicker("Because", reasons, id="why")
        yield self.footing()

    def act(self) -> shapes.Brief:
        """Return the briefing as the fields stand."""
        return shapes.Brief(
            order=cast("shapes.Order", self.query_one("#order", Radio).value),
            why=self.query_one("#why", LinePicker).value,
        )

    def spoken(self) -> str:
        """Say it aloud."""
        act = self.act()
        says = {
            "impact": "Please take what hurts most people first",
            "oldest": "Please take the oldest first",
            "own": "Please work in the order you think best",
        }[act.order]
        why = next((fact.text for fact in self.sight.facts() if fact.id == act.why), "")
        return f" You would say: {say.quoted(f'{says}: {why}.' if why else f'{says}.')}"


class HandOver(Form):
    """Hand the shift over: what is open, promised and known."""

    def __init__(self, sight: Sight) -> None:
        super().__init__(sight)
        incidents = [(one.id, one.name) for one in sight.incidents() if one.state not in BACK]
        tickets = [
            (one.id, f"#{one.number} {say.priority(sight.world, one.priority)} {one.subject}")
            for one in sight.tickets()
            if one.priority <= 2 or one.triaged or one.due is not None
        ]
        self.tasks = (*incidents, *tickets)
        self.facts = tuple(sight.facts())

    def heading(self) -> str:
        """Name the page."""
        return "Hand the shift over"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show what can be passed on, then what it does."""
        yield (
            Line(" Open, and urgent, or opened or given away by you:"),
            *(Tick(text, id=f"task-{place}") for place, (_, text) in enumerate(self.tasks)),
            Line(" Besides:"),
            Tick("the words you owe", id="promises"),
            *(Tick(fact.text, id=f"fact-{fact.id}") for fact in self.facts),
        )
        yield self.footing()

    def act(self) -> shapes.HandOver:
        """Return the handover as the fields stand."""
        return shapes.HandOver(
            tasks=tuple(
                ident
                for place, (ident, _) in enumerate(self.tasks)
                if self.query_one(f"#task-{place}", Tick).on
            ),
            promises=self.query_one("#promises", Tick).on,
            facts=tuple(one.id for one in self.facts if self.query_one(f"#fact-{one.id}", Tick).on),
        )

    def spoken(self) -> str:
        """Say how much goes over."""
        act = self.act()
        return (
            f" {len(act.tasks)} of {len(self.tasks)} open matters, "
            f"{len(act.facts)} of {len(self.facts)} facts, the words you owe: "
            f"{'yes' if act.promises else 'no'}."
        )
