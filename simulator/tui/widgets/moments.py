"""The debrief's moments and its one plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from scoring.debrief.plans import plan_asks
from scoring.debrief.text import ENDS
from simulator.tui.actions import moves
from simulator.tui.widgets.from_here import FromHere

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.events import Click

    from scoring.debrief.moments import Moment
    from scoring.debrief.plans import Plan

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "today")


class MomentPane(FromHere):
    """A moment: what was known, what you did, what it led to, another way."""

    def __init__(self, moment: Moment, clock: Callable[[int], str]) -> None:
        super().__init__(moment.try_from, clock(moment.try_from))
        self.moment = moment

    def titled(self) -> str:
        """Return the moment's title."""
        return self.moment.title + (". Went well" if self.moment.went_well else "")

    def body(self) -> list[Content]:
        """Return the moment, told."""
        moment = self.moment
        parts = []
        for label, sentences in (
            ("Known then", moment.known),
            ("What you did", moment.did),
            ("It led to", moment.led_to),
            ("Another way", (moment.another_way,) if moment.another_way else ()),
        ):
            if sentences:
                ended = (one if one.endswith(ENDS) else f"{one}." for one in sentences)
                parts.append(Content.assemble((f"{label}: ", "italic"), " ".join(ended)))
        return parts


class PlanPane(Widget, can_focus=True):
    """One plan of up to three, with a day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *moves(down="step(1)", up="step(-1)"),
        ("right", "day(1)", "later"),
        ("left", "day(-1)", "earlier"),
        ("enter", "keep", "keep it"),
    ]

    chosen: reactive[int] = reactive(0, layout=True)
    day: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """A plan was chosen, and a day."""

        plan: str
        day: str

    def __init__(self, plans: tuple[Plan, ...]) -> None:
        super().__init__()
        self.plans = plans

    def render(self) -> Content:
        """Return the offers; the chosen one has a dot and the day."""
        lines = [Content.styled(f"  One plan: {plan_asks(len(self.plans))}", "bold")]
        for place, plan in enumerate(self.plans):
            here = place == self.chosen
            text = f"{'(•)' if here else '( )'} {plan.offer}: {plan.text()}"
            lines.append(Content.styled(text, "bold" if here and self.has_focus else ""))
        key = "   enter keeps it" if self.has_focus else ""
        lines.append(Content.assemble("    From ", (f"‹ {DAYS[self.day]} ›", "$text-accent"), key))
        return Content("\n").join(lines)

    def action_step(self, by: int) -> None:
        """Choose the next or the one before; beyond the ends, go on to what stands there."""
        place = self.chosen + by
        if 0 <= place < len(self.plans):
            self.chosen = place
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_day(self, by: int) -> None:
        """Put another day to it."""
        self.day = (self.day + by) % len(DAYS)

    def action_keep(self) -> None:
        """Keep the plan."""
        self.post_message(self.Chosen(self.plans[self.chosen].text(), DAYS[self.day]))

    def on_click(self, event: Click) -> None:
        """Choose, or change the day."""
        if 1 <= event.y <= len(self.plans):
            self.chosen = event.y - 1
        else:
            self.action_day(1)
