"""The shift once more: moments first; levels, arithmetic, curves and the desk one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import TabbedContent, TabPane

from scoring.debrief import text as texts
from simulator.errors import ShiftleadError
from simulator.tui import actions
from simulator.tui.styles import STYLES
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.lines import KeysLine
from simulator.tui.widgets.moments import MomentPane, PlanPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from scoring.debrief.build import Debrief as Told
    from simulator.tui.app import ShiftleadApp
    from simulator.tui.shelf import Finished

WIDEST = 100
"""Columns of running text; longer lines are hard to read."""

PAGES: tuple[tuple[str, str, Callable[[Told, int], str]], ...] = (
    ("levels", "Levels", texts.levels_page),
    ("arithmetic", "Arithmetic", texts.arithmetic_page),
    ("curves", "Curves", texts.curves_page),
    ("desk", "The desk", texts.desk_page),
)


class Debrief(Screen[None]):
    """One finished shift."""

    CSS_PATH = STYLES / "places.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("debrief")
    place: ClassVar[actions.Place] = "debrief"

    def __init__(self, finished: Finished, told: Told) -> None:
        super().__init__()
        self.finished = finished
        self.told = told
        self._width = 0

    def compose(self) -> ComposeResult:
        """Lay out the pages as tabs."""
        yield Line(f" {self.finished.title}: looking back", id="title")
        with TabbedContent(id="pages"):
            with TabPane("1 Moments", id="moments"), VerticalScroll(id="moments-scroll"):
                yield from self._first()
            for number, (ident, label, _) in enumerate(PAGES, 2):
                with TabPane(f"{number} {label}", id=ident), VerticalScroll():
                    yield Line(id=f"{ident}-text", classes="page")
        yield KeysLine("debrief", id="keys")

    def _first(self) -> ComposeResult:
        first = self.told.first
        yield Line(id="own", classes="paragraph")
        yield Line(id="picture", classes="paragraph")
        for moment in first.moments:
            yield MomentPane(moment, self.told.telling.clock)
        if first.moments and first.gently:
            yield Line(first.gently, classes="paragraph")
        if first.plans:
            yield PlanPane(first.plans)
        links = dict.fromkeys(moment.link for moment in first.moments if moment.link)
        closing = "\n".join((self.told.note, self.told.rung, *links))
        yield Line(closing, classes="paragraph quiet")

    def on_mount(self) -> None:
        """Begin at the top, where one's own words are; tab goes to the moments."""
        self.query_one("#moments-scroll").focus()

    def on_resize(self, event: Resize) -> None:
        """Set the pages anew at the width there is."""
        width = min(event.size.width - 5, WIDEST)
        if width == self._width or width <= 0:
            return
        self._width = width
        for ident, _, page in PAGES:
            last = f"\n{self._kept()}" if ident == PAGES[-1][0] else ""
            self.query_one(f"#{ident}-text", Line).say(page(self.told, width) + last)
        own = texts.Page(width - 3)
        texts.own_lines(own, self.told.first)
        self.query_one("#own", Line).say("\n".join(own.lines))
        self.query_one("#own").display = bool(own.lines)
        self.query_one("#picture", Line).say(self._picture(width - 3))

    def _kept(self) -> str:
        """Say how this debrief is read again, outside the app too."""
        run = self.finished.run[:8]
        return (
            f"Read it again, outside the app too: shiftlead report {run} --all\n"
            f"As a file to keep or pass on: shiftlead report {run} --markdown FILE"
        )

    def _picture(self, width: int) -> str:
        first = self.told.first
        page = texts.Page(width)
        room = max(10, page.width - 36)
        page.pairs(
            (curve.name, texts.curve_line(curve, room, texts.BARS)) for curve in first.picture.rows
        )
        if first.picture.minutes:
            spent = ", ".join(f"{family} {minutes}" for family, minutes in first.picture.minutes)
            still = f" Work stood still for you: {first.waited} minutes." if first.waited else ""
            page.say(f"Your minutes: {spent}.{still}")
        return "\n".join(page.lines)

    # Keys ----------------------------------------------------------------------------------------

    def _turn(self, page: str) -> None:
        self.query_one(TabbedContent).active = page
        pane = self.query_one(TabbedContent).get_pane(page)
        if page != "moments":
            pane.query_one(VerticalScroll).focus()
        else:
            self.query_one("#moments-scroll").focus()

    def action_moments(self) -> None:
        """Turn to the moments."""
        self._turn("moments")

    def action_levels(self) -> None:
        """Turn to the levels."""
        self._turn("levels")

    def action_arithmetic(self) -> None:
        """Turn to the arithmetic."""
        self._turn("arithmetic")

    def action_curves(self) -> None:
        """Turn to the curves."""
        self._turn("curves")

    def action_desk_figures(self) -> None:
        """Turn to what became of the desk."""
        self._turn("desk")

    def on_moment_pane_opened(self, message: MomentPane.Opened) -> None:
        """Play on from a moment."""
        self._app.open_from(lambda: self.finished.again_from(message.minute))
        self.app.notify("A trial from this moment; the shift you finished stays as it was.")

    def on_plan_pane_chosen(self, message: PlanPane.Chosen) -> None:
        """Keep a plan."""
        try:
            self.finished.keep_plan(message.plan, message.day)
        except ShiftleadError as error:
            self._app.say_wrong(error)
        else:
            self.notify("Kept. The next briefing asks about it, and shows it to nobody else.")

    @property
    def _app(self) -> ShiftleadApp:
        return cast("ShiftleadApp", self.app)

    def action_close(self) -> None:
        """Go to the first page."""
        self._app.leave("debrief")
