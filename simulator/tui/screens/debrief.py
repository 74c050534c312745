"""The shift once more: moments first; levels, figures and other futures are one key away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import TabbedContent, TabPane

from scoring.debrief import text as texts
from scoring.debrief.attempts import attempts_page
from scoring.debrief.lines import BARS, Page
from scoring.debrief.two_futures_text import strong_page
from simulator.errors import ShiftleadError
from simulator.runs.costliest import MOST_ACTS
from simulator.tui import actions, say
from simulator.tui.screens.ahead import Ahead
from simulator.tui.screens.onward import Onward
from simulator.tui.styles import STYLES
from simulator.tui.widgets.frame import Reading
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.lines import KeysLine
from simulator.tui.widgets.moments import MomentPane, PlanPane
from simulator.tui.widgets.what_if import WAIT, WhatIfPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize
    from textual.widget import Widget

    from scoring.debrief.build import Debrief as Told
    from simulator.tui.shelf import Finished

WIDEST = 100
"""Columns of running text; longer lines are hard to read."""

PAGES: Mapping[str, Callable[[Told, int], str]] = {
    "levels": texts.levels_page,
    "arithmetic": texts.arithmetic_page,
    "curves": texts.curves_page,
    "desk": texts.desk_page,
}
"""Pages of text that are there from the beginning."""
OTHERS_PAGE = "others"
TABS: Mapping[str, tuple[str, str]] = {
    "moments": ("Moments", "Moments"),
    "levels": ("Levels", "Levels"),
    "arithmetic": ("Arithmetic", "Sums"),
    "curves": ("Curves", "Curves"),
    "desk": ("The desk", "Desk"),
    "what-if": ("What if", "What if"),
    OTHERS_PAGE: ("Others", "Others"),
}
"""The pages in order: what their tabs say, and what they say on a narrow screen."""
NARROW = 80
"""Columns below which the short words stand on the tabs."""


OTHERS = "Your other shifts and two strong runs of this one are being laid beside it."
ANEW = "What chance alone made costly in this shift is left out here; the page What if has it."
"""Above moments that were chosen once more."""
LUCK = "How far chance alone moves this score is being worked out."


def tab_words(ident: str, narrow: bool = False) -> str:
    """Return what a page's tab says: the key that turns to it, and its name."""
    return f"{list(TABS).index(ident) + 1} {TABS[ident][narrow]}"


class Debrief(Onward):
    """One finished shift."""

    CSS_PATH = STYLES / "places.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("debrief")
    place: ClassVar[actions.Place] = "debrief"

    def __init__(self, finished: Finished, told: Told, opens: str = "") -> None:
        super().__init__()
        self.finished = finished
        self.told = told
        self._opens = opens
        """Action that is taken once the page stands, "" for none."""
        self._luck = LUCK
        self._others: Ahead.Others | None = None
        self._width = 0

    def compose(self) -> ComposeResult:
        """Lay out the pages as tabs."""
        yield Line(f" {self.finished.title}: looking back", id="title")
        with TabbedContent(id="pages"):
            with TabPane(tab_words("moments"), id="moments"), Reading(id="moments-scroll"):
                yield from self._first()
            for ident in PAGES:
                with TabPane(tab_words(ident), id=ident), Reading():
                    yield Line(id=f"{ident}-text", classes="page")
            with TabPane(tab_words("what-if"), id="what-if"):
                yield WhatIfPage(self.finished.trial)
            with TabPane(tab_words(OTHERS_PAGE), id=OTHERS_PAGE), Reading():
                yield Line(id=f"{OTHERS_PAGE}-text", classes="page")
        yield KeysLine("debrief", id="keys")

    def _first(self) -> ComposeResult:
        yield Line(id="own", classes="paragraph")
        yield Line(id="picture", classes="paragraph")
        yield from self._moments()

    def _moments(self) -> Iterator[Widget]:
        first = self.told.first
        for moment in first.moments:
            yield MomentPane(moment, self.told.telling.clock)
        if first.moments and first.gently:
            yield Line(first.gently, classes="paragraph told")
        if first.plans:
            yield PlanPane(first.plans)
        links = dict.fromkeys(moment.link for moment in first.moments if moment.link)
        closing = "\n".join((self.told.note, self.told.rung, *links))
        yield Line(closing, classes="paragraph quiet told")

    def on_mount(self) -> None:
        """Begin at the top, where one's own words are; a trial begins with both futures."""
        if self.finished.trial:
            self.call_after_refresh(self.action_what_if)
        else:
            self.query_one("#moments-scroll").focus()
        if self._opens:
            self.call_after_refresh(self.run_action, self._opens)

    def on_resize(self, event: Resize) -> None:
        """Set the pages anew at the width there is."""
        width = min(event.size.width - 5, WIDEST)
        if width == self._width or width <= 0:
            return
        self._width = width
        self._label_tabs(event.size.width < NARROW)
        for ident in (*PAGES, OTHERS_PAGE):
            self._set_page(ident)
        self.query_one(WhatIfPage).lay(width)
        own = Page(width - 3)
        texts.own_lines(own, self.told.first)
        self.query_one("#own", Line).say("\n".join(own.lines))
        self.query_one("#own").display = bool(own.lines)
        self.query_one("#picture", Line).say(self._picture(width - 3))

    def _label_tabs(self, narrow: bool) -> None:
        pages = self.query_one(TabbedContent)
        for ident in TABS:
            pages.get_tab(ident).label = tab_words(ident, narrow)

    def _set_page(self, ident: str) -> None:
        """Set one page of text at the width there is; the others stay as they are."""
        page = PAGES.get(ident)
        text = page(self.told, self._width) + f"\n{self._after(ident)}" if page else self._beside()
        self.query_one(f"#{ident}-text", Line).say(text)

    def _beside(self) -> str:
        """Return one's other shifts and strong runs of this one, as far as they are there."""
        found = self._others
        if found is None:
            return OTHERS
        parts = [attempts_page(found.attempts, self._width)]
        if found.strong:
            parts.append(strong_page(found.strong, self._width))
        return "\n".join(parts)

    def _after(self, ident: str) -> str:
        """Return what stands below a page here."""
        if ident == "desk":
            return self._kept()
        return self._luck if ident == "arithmetic" else ""

    def _kept(self) -> str:
        """Say how this debrief is read again, outside the app too."""
        run = self.finished.run[:8]
        return (
            f"Read it again, outside the app too: shiftlead report {run} --all\n"
            f"As a file to keep or pass on: shiftlead report {run} --markdown FILE"
        )

    def _picture(self, width: int) -> str:
        first = self.told.first
        page = Page(width)
        room = max(10, page.width - 36)
        page.pairs(
            (curve.name, texts.curve_line(curve, room, BARS)) for curve in first.picture.rows
        )
        if first.picture.minutes:
            page.say(texts.minutes_line(first))
        return "\n".join(page.lines)

    # What is worked out meanwhile ----------------------------------------------------------------

    def on_ahead_trials(self, message: Ahead.Trials) -> None:
        """List the trials of this shift."""
        self.query_one(WhatIfPage).list_trials(message.cards)

    def on_ahead_beside(self, message: Ahead.Beside) -> None:
        """Show a trial beside its shift."""
        self.query_one(WhatIfPage).put_beside(message.both)

    def on_ahead_others(self, message: Ahead.Others) -> None:
        """Lay one's other shifts and strong runs of this one beside it."""
        self._others = message
        self._set_page(OTHERS_PAGE)

    def on_ahead_chance(self, message: Ahead.Chance) -> None:
        """Say on the arithmetic page how far chance alone moves the score."""
        self._luck = ""
        sums = replace(self.told.arithmetic, chance=message.spread)
        self.told = replace(self.told, arithmetic=sums)
        self._set_page("arithmetic")

    def on_ahead_compared(self, message: Ahead.Compared) -> None:
        """Say how far the comparing has come."""
        done = f"{say.count(message.acts, 'act')} compared so far, of {MOST_ACTS} at most."
        self.query_one(WhatIfPage).say(f"{WAIT} {done}")

    def on_ahead_swapped(self, message: Ahead.Swapped) -> None:
        """Show what other acts would have changed."""
        self.worked_out = True
        self.query_one(WhatIfPage).show(message.swaps)
        if message.swaps.first is not None:
            self.told = replace(self.told, first=message.swaps.first)
            self._tell_moments_anew()

    def _tell_moments_anew(self) -> None:
        """Put other moments in the place of those that chance alone made costly."""
        page = self.query_one("#moments-scroll")
        page.query("MomentPane, PlanPane, .told").remove()
        page.mount_all([Line(ANEW, classes="paragraph quiet told"), *self._moments()])

    def on_ahead_unable(self, message: Ahead.Unable) -> None:
        """Say why there are no other futures."""
        self.worked_out, self._luck = True, ""
        self._others = self._others or Ahead.Others((), ())
        self.query_one(WhatIfPage).say(message.why)
        self._set_page("arithmetic")
        self._set_page(OTHERS_PAGE)

    # Keys ----------------------------------------------------------------------------------------

    def _turn(self, page: str) -> None:
        self.query_one(TabbedContent).active = page
        self.query_one(TabbedContent).get_pane(page).query(Reading).first().focus()

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

    def action_what_if(self) -> None:
        """Turn to what other acts would have changed."""
        self._turn("what-if")

    def action_others(self) -> None:
        """Turn to one's other shifts, and strong runs of this one."""
        self._turn("others")

    def on_plan_pane_chosen(self, message: PlanPane.Chosen) -> None:
        """Keep a plan."""
        try:
            self.finished.keep_plan(message.plan, message.day)
        except ShiftleadError as error:
            self.shiftlead.say_wrong(error)
        else:
            self.notify("Kept. The next briefing asks about it, and shows it to nobody else.")

    def action_close(self) -> None:
        """Go to the first page."""
        self.shiftlead.leave("debrief")
