"""The page of what might have been: both futures of a trial, acts swapped, trials to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from scoring.debrief.two_futures_text import two_futures_page
from simulator.tui.actions import moves
from simulator.tui.widgets.frame import Reading
from simulator.tui.widgets.from_here import FromHere
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Click

    from scoring.debrief.two_futures import TwoFutures
    from simulator.runs.telling_what_if import Swapped
    from simulator.tui.shelf import Card, Swaps

WAIT = "What other acts would have changed is being worked out. You can read on meanwhile."
BESIDE = "Both futures are being put side by side."
GONE = "The shift that this trial began in cannot be read any more."


class SwapPane(FromHere):
    """An act with what does best instead of it."""

    def __init__(self, act: Swapped) -> None:
        super().__init__(act.at, act.heading.partition(" ")[0])
        self.act = act

    def titled(self) -> str:
        """Return when it was given, and what it did."""
        return self.act.heading

    def body(self) -> list[Content]:
        """Return what it meant, the other way, and what that changes."""
        act = self.act
        changes = (f"- {line.strip()}" for line in act.changes)
        lines = (act.means, act.instead, *changes, act.dropped)
        return [Content(line) for line in lines if line]


class TrialPane(Widget, can_focus=True):
    """A trial that was played to its end; enter shows both futures."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "open", "both futures"),
        *moves(down="screen.focus_next", up="screen.focus_previous"),
    ]

    @dataclass
    class Opened(Message):
        """Somebody wants to see both futures."""

        run: str

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card

    def render(self) -> Content:
        """Return what it is, and the key."""
        here = self.has_focus
        key = "enter: both futures" if here else "Both futures"
        return Content.assemble(
            (f"{'› ' if here else '  '}{self.card.title}", "bold"),
            f": {self.card.detail}  ",
            (key, "$text-accent"),
        )

    def action_open(self) -> None:
        """Show both futures."""
        self.post_message(self.Opened(self.card.id))

    def on_click(self, event: Click) -> None:
        """Show them with a double click."""
        if event.chain == 2:
            self.action_open()


class WhatIfPage(Reading):
    """Fills itself as its parts are worked out; until then it says so."""

    def __init__(self, trial: str) -> None:
        super().__init__()
        self.trial = trial
        """Of which shift this is a trial; "" for none."""
        self._both: TwoFutures | None = None
        self._width = 80

    def compose(self) -> ComposeResult:
        """Lay out the two futures of a trial, then the acts."""
        if self.trial:
            yield Line(f"{self.trial}\n{BESIDE}", id="beside", classes="page")
        yield Line(WAIT, id="swaps-head", classes="paragraph")
        yield Line(id="swaps-foot", classes="paragraph quiet")

    def lay(self, width: int) -> None:
        """Set the text at another width."""
        self._width = width
        if self._both is not None:
            page = two_futures_page(self._both, width)
            self.query_one("#beside", Line).say(f"{self.trial}\n\n{page}")

    def put_beside(self, both: TwoFutures | None) -> None:
        """Show both futures; None where the other one cannot be read."""
        self._both = both
        if both is None:
            self.query_one("#beside", Line).say(f"{self.trial} {GONE}")
        else:
            self.lay(self._width)

    def say(self, text: str) -> None:
        """Say how far the comparing of acts has come, or why it cannot be done."""
        self.query_one("#swaps-head", Line).say(text)

    def show(self, swaps: Swaps) -> None:
        """Show the acts that were compared."""
        self.say(swaps.above)
        self.query_one("#swaps-foot", Line).say(swaps.below)
        self.mount_all([SwapPane(one) for one in swaps.acts], before="#swaps-foot")

    def list_trials(self, trials: Sequence[Card]) -> None:
        """Show the trials that began in this shift."""
        self.query(TrialPane).remove()
        self.mount_all([TrialPane(one) for one in trials], before="#swaps-head")
