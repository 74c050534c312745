"""The preview: a scenario beside its editor, checked whenever it is saved, and stepped through."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from simulator.authoring import output
from simulator.authoring.preview.steps import Steps
from simulator.tui.styles import STYLES
from simulator.tui.widgets.frame import Reading
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.authoring.preview.pages import Page
    from simulator.authoring.preview.watching import Watching

EVERY = 0.3
"""Seconds between two looks at the files."""
MOST_PROBLEMS = 6
"""Problems that are listed; the rest is counted."""
MOST_TOLD = 12
"""Sentences of a step that stay in sight."""


class PreviewApp(App[int]):
    """A scenario as a trainee would meet it."""

    CSS_PATH = STYLES / "preview.tcss"
    TITLE = "Shiftlead preview"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        ("s", "steps", "step through"),
        ("full_stop", "next", "next minute"),
        ("n", "seed", "next seed"),
        ("a", "author", "author's lines"),
        ("q", "leave", "quit"),
    ]

    def __init__(self, watching: Watching) -> None:
        super().__init__()
        self.watching = watching
        self.steps: Steps | None = None
        self.told: list[str] = []
        self.authors = True
        """Whether what stands behind a page is shown."""
        self._place = ""

    def compose(self) -> ComposeResult:
        """Pages at the left, one of them at the right, problems beneath."""
        yield Line(id="title")
        with Horizontal():
            yield OptionList(id="pages", markup=False)
            with Reading(id="page"):
                yield Line(id="text")
        with Vertical(id="problems"):
            yield Line(id="found")
        yield Footer()

    def on_mount(self) -> None:
        """Look now, and again and again."""
        self.look()
        self.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Check the files if they changed, and keep the page that is being read."""
        if self.watching.look():
            self._list()
            if self.steps is not None and self.watching.world is not None:
                self._step_to(self.steps.state.now, self.steps.seed)
            self._show()

    def _list(self) -> None:
        pages = self.query_one("#pages", OptionList)
        place = self._place
        pages.clear_options()
        pages.add_options([Option(page.title, id=page.key) for page in self.watching.pages])
        keys = [page.key for page in self.watching.pages]
        if keys:
            pages.highlighted = keys.index(place) if place in keys else 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the page."""
        self._place = event.option.id or ""
        self._show()

    def _page(self) -> Page | None:
        return next((page for page in self.watching.pages if page.key == self._place), None)

    def _show(self) -> None:
        watching = self.watching
        state = "as saved" if watching.current else "the last version that could be played"
        if watching.world is None:
            state = "nothing that can be played yet"
        self.query_one("#title", Line).say(f" {watching.path.name}: {state}")
        self.query_one("#text", Line).say("\n".join(self._text()))
        self.query_one("#found", Line).say("\n".join(self._found()))

    def _text(self) -> list[str]:
        if self.steps is not None:
            end = ["", "The shift is over."] if self.steps.over else []
            return [*self.steps.rows(), "", *self.told[-MOST_TOLD:], *end]
        page = self._page()
        if page is None:
            return ["Mend what is listed below, and save: it appears here."]
        behind = ["", "Only you see this:", *page.author] if self.authors and page.author else []
        return [*page.lines, *behind]

    def _found(self) -> list[str]:
        problems = self.watching.problems
        if not problems:
            return ["No problem."]
        lines = output.concise(problems[:MOST_PROBLEMS]).splitlines()
        more = len(problems) - len(lines)
        return [*lines, f"and {more} more: shiftlead validate {self.watching.path}"][
            : len(lines) + (more > 0)
        ]

    # Keys ----------------------------------------------------------------------------------------

    def action_steps(self) -> None:
        """Step through the shift, or go back to the pages."""
        if self.steps is None and self.watching.world is not None:
            self._step_to(0, 1)
        else:
            self.steps = None
        self._show()

    def action_next(self) -> None:
        """Go on to the next minute in which something is told."""
        if self.steps is not None:
            self.told += self.steps.go()
            self._show()

    def action_seed(self) -> None:
        """Begin the next seed."""
        if self.steps is not None:
            self._step_to(0, self.steps.seed + 1)
            self._show()

    def action_author(self) -> None:
        """Show or hide what only the author sees."""
        self.authors = not self.authors
        self._show()

    def action_leave(self) -> None:
        """Quit."""
        self.exit(0)

    def _step_to(self, minute: int, seed: int) -> None:
        world = self.watching.world
        if world is not None:
            self.steps = Steps(world, seed)
            self.told = self.steps.to(minute)
