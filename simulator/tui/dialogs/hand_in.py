"""Handing a shift in: what leaves, to whom and for how long; then, once asked, it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen
from textual.widgets import Input

from simulator.errors import ShiftleadError
from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.fields import LinePicker
from simulator.tui.widgets.frame import Frame, Reading, Section
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.tui.actions import Place
    from simulator.tui.shelf import Handing

NOBODY = (
    "There is no cohort in your store, so there is nobody to hand this shift in to. Whoever runs "
    "your programme tells you the cohort and where its store is; then this hands it in:\n\n"
    "shiftlead hand-in {run} --cohort ID --to URL"
)
NO_ID = "Type the id that they know you by: letters, digits, dots and dashes; no name, no e-mail."


class HandIn(ClosesOnce[str], ModalScreen[str]):
    """Closes with what was done, "" where nothing was."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "agree", "hand in"),
        ("escape", "back", "back"),
        ("question_mark,f1", "app.help", "help"),
    ]
    place: ClassVar[Place] = "dialog"

    def __init__(self, handing: Handing) -> None:
        super().__init__()
        self.handing = handing
        self.refused = ""
        """Why it cannot be handed in as the fields stand; "" where it can."""

    def compose(self) -> ComposeResult:
        """Show the offer, then what can be chosen."""
        with Frame(id="frame"):
            yield Edge("top", "Hand this shift in?")
            with Reading(classes="section", id="offer-scroll"):
                yield Line(id="offer", classes="said")
            yield Edge("middle")
            with Section(classes="section"):
                cohorts = tuple((one, one) for one in self.handing.cohorts)
                yield LinePicker("To", cohorts, id="cohort")
                if not self.handing.trainee:
                    yield Input(placeholder="your id there", id="trainee", compact=True)
            yield Edge("bottom", "enter hand in · tab next field · up and down scroll · esc back")

    def on_mount(self) -> None:
        """Begin where something is missing; else at the text, which the arrow keys scroll."""
        start = "#offer-scroll" if self.handing.trainee else "#trainee"
        self.query_one(start).focus()
        self.tell()

    def on_field_changed(self) -> None:
        """Tell about the cohort that is chosen now."""
        self.tell()

    def on_input_changed(self) -> None:
        """Tell what goes in under this id."""
        self.tell()

    @property
    def _trainee(self) -> str:
        typed = self.query("#trainee").results(Input)
        return next((one.value.strip() for one in typed), self.handing.trainee)

    def tell(self) -> None:
        """Show what leaves, or why it stays."""
        if not self._trainee:
            self.refused = NO_ID
        else:
            try:
                lines = self.handing.lines(self._cohort, self._trainee)
                self.refused = ""
            except ShiftleadError as error:
                self.refused = error.one_line()
        self.query_one("#offer", Line).say(self.refused or "\n".join(lines))

    @property
    def _cohort(self) -> str:
        return self.query_one("#cohort", LinePicker).value

    def action_agree(self) -> None:
        """Hand it in, if it may be."""
        if self.refused:
            self.app.bell()
            return
        try:
            self.dismiss(self.handing.hand_in(self._cohort, self._trainee))
        except ShiftleadError as error:
            self.query_one("#offer", Line).say(error.one_line())

    def on_input_submitted(self) -> None:
        """Enter in the line of text asks for the same."""
        self.action_agree()

    def action_back(self) -> None:
        """Close; nothing left."""
        self.dismiss("")
