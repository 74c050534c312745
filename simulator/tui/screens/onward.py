"""Where one can go from a debrief: on from a moment, into practice, to a trial, to a cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.widgets import TabbedContent

from simulator.errors import ShiftleadError
from simulator.tui.dialogs.confirm import Notice
from simulator.tui.dialogs.exercises import Exercises
from simulator.tui.dialogs.hand_in import NOBODY, HandIn
from simulator.tui.screens.ahead import Ahead
from simulator.tui.widgets.from_here import FromHere
from simulator.tui.widgets.moments import MomentPane

if TYPE_CHECKING:
    from scoring.debrief.build import Debrief as Told
    from simulator.runs.drill import Exercise
    from simulator.tui.app import ShiftleadApp
    from simulator.tui.widgets.what_if import TrialPane


class Onward(Ahead):
    """Opens what a debrief leads to; nothing of it changes the shift that was finished."""

    told: Told

    @property
    def shiftlead(self) -> ShiftleadApp:
        """The app."""
        return cast("ShiftleadApp", self.app)

    def action_moments(self) -> None:
        """Turn to the moments."""
        raise NotImplementedError

    @property
    def _marked(self) -> FromHere | None:
        return self.focused if isinstance(self.focused, FromHere) else None

    def on_from_here_opened(self, message: FromHere.Opened) -> None:
        """Play on from a moment."""
        self.shiftlead.open_from(lambda: self.finished.again_from(message.minute))
        self.app.notify("A trial from this moment; the shift you finished stays as it was.")

    def action_try_again(self) -> None:
        """Play on from the moment that is marked, or go to the first that can be."""
        if self._marked is not None:
            self._marked.action_open()
        else:
            self._mark_first()

    def _mark_first(self) -> None:
        """Put the mark on the first moment of the page; without one go to the moments."""
        pane = self.query_one(TabbedContent).active_pane
        found = None if pane is None else next(iter(pane.query(FromHere)), None)
        if found is None:
            self.action_moments()
        else:
            found.focus()

    def on_trial_pane_opened(self, message: TrialPane.Opened) -> None:
        """Look back at a trial."""
        self.shiftlead.look_back_at(message.run)

    def action_practise(self) -> None:
        """Practise the moment that is marked; without a mark, choose one."""
        pane = self._marked
        if isinstance(pane, MomentPane):
            self.shiftlead.practise(self.finished, self.finished.exercise(pane.moment))
        elif pane is not None:
            self.shiftlead.practise(self.finished, self.finished.exercise_at(pane.minute))
        elif found := self.finished.exercises(self.told):
            self.app.push_screen(Exercises(found, self.told.telling.clock), self._chosen)
        else:
            self.notify("No moment of this shift cost something that could be practised.")

    def _chosen(self, exercise: Exercise | None) -> None:
        if exercise is not None:
            self.shiftlead.practise(self.finished, exercise)

    def action_hand_in(self) -> None:
        """Show what would leave, and ask."""
        try:
            handing = self.finished.handing()
        except ShiftleadError as error:
            self.app.push_screen(Notice("This shift stays with you", error.one_line()))
            return
        if handing is None:
            nobody = NOBODY.format(run=self.finished.run[:8])
            self.app.push_screen(Notice("Nobody to hand it in to", nobody))
        else:
            self.app.push_screen(HandIn(handing), self._handed)

    def _handed(self, said: str | None) -> None:
        if said:
            self.app.push_screen(Notice("Handed in", said))
        else:
            self.notify("Nothing was handed in.")
