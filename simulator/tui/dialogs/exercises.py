"""Which moment of a shift to practise."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.runs.drill import Exercise
from simulator.tui.actions import Place, moves
from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.frame import Frame, Section
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

WHAT = (
    "A part of this shift once more: from just before a moment that cost something until it has "
    "passed, an hour at most. Nothing of it is kept, handed in or counted."
)


class ExerciseList(OptionList):
    """The moments, a line each."""

    BINDINGS: ClassVar[list[BindingType]] = moves(
        down="cursor_down", up="cursor_up", first="first", last="last"
    )


class Exercises(ClosesOnce[Exercise | None], ModalScreen[Exercise | None]):
    """Closes with the moment that was chosen, None for none."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "back", "back"),
        ("question_mark,f1", "app.help", "help"),
    ]
    place: ClassVar[Place] = "list"

    def __init__(self, found: Sequence[Exercise], clock: Callable[[int], str]) -> None:
        super().__init__()
        self.found = found
        self.clock = clock

    def compose(self) -> ComposeResult:
        """Show what practising means, then the moments."""
        with Frame(id="frame"):
            yield Edge("top", "Practise a moment")
            with Section(classes="section"):
                yield Line(WHAT, classes="said")
            yield Edge("middle")
            with Section(classes="section"):
                yield ExerciseList(
                    *(Option(Content(self._line(one))) for one in self.found), compact=True
                )
            yield Edge("bottom", "enter practise · up and down choose · esc back")

    def _line(self, one: Exercise) -> str:
        return f" {self.clock(one.at)} to {self.clock(one.until)}   {one.title}"

    def on_mount(self) -> None:
        """Put the cursor on the first."""
        self.query_one(ExerciseList).focus()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Take what was chosen."""
        self.dismiss(self.found[message.option_index])

    def action_back(self) -> None:
        """Choose none."""
        self.dismiss(None)
