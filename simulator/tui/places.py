"""Where one can be in the app, and how one gets from one place to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from simulator.errors import ShiftleadError
from simulator.tui.dialogs.confirm import Notice
from simulator.tui.screens.home import Home

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from scoring.debrief.build import Own
    from simulator.runs.drill import Exercise
    from simulator.tui.desk import Desk, Drill
    from simulator.tui.settings import Settings
    from simulator.tui.shelf import Finished, Shelf


class Places(App[int]):
    """The first page, a shift, a debrief: each a mode of its own, so that none loses its state."""

    shelf: Shelf
    chosen: Settings
    desk: Desk | None = None
    """The shift that is open."""
    _practised: tuple[Finished, Exercise]
    """The moment that was practised last, and the shift it is of."""
    _drill: Drill
    clock: Callable[[], float] | None = None
    """Seconds, for the pace of a shift; None is the system's."""

    def apply(self) -> None:
        """Put the settings into force, and save them."""
        raise NotImplementedError

    def go_home(self) -> None:
        """Show the first page."""
        if "home" not in self._modes:
            self.add_mode("home", lambda: Home(self.shelf))
        self.switch_mode("home")

    def brief(self, scenario: str) -> None:
        """Show the briefing of a scenario; on the first time ever, the page before it."""
        from simulator.tui.screens.briefing import Briefing
        from simulator.tui.screens.first_screen import FirstTime

        def answered(begin: bool | None) -> None:
            if begin:
                self.open_from(lambda: self.shelf.start(scenario))

        try:
            briefing = Briefing(self.shelf.world(scenario), self.shelf.plan())
        except ShiftleadError as error:
            self.say_wrong(error)
            return
        self.push_screen(briefing, answered)
        if not self.chosen.welcomed:
            self.push_screen(FirstTime(), lambda _: self._welcomed())

    def _welcomed(self) -> None:
        self.chosen.welcomed = True
        self.apply()

    def go_on(self, run: str) -> None:
        """Go on with an unfinished shift; one that is open already is just shown."""
        if self.desk is not None and self.desk.run == run:
            self.switch_mode("shift")
        else:
            self.open_from(lambda: self.shelf.resume(run))

    def open_from(self, make: Callable[[], Desk]) -> None:
        """Play a shift; one that was open is let go, to be gone on with later."""
        # What only a shift needs is read when one begins: the first page does not wait for it.
        from simulator.tui.pacing import Pacing
        from simulator.tui.screens.shift import ShiftScreen

        try:
            desk = make()
        except ShiftleadError as error:
            self.say_wrong(error)
            return
        if self.desk is not None:
            self.desk.close()
        self.desk = desk
        speed = self.chosen.speed
        pacing = Pacing(self.clock, speed) if self.clock else Pacing(speed=speed)
        self._place("shift", lambda: ShiftScreen(desk, pacing))

    def practise(self, finished: Finished, exercise: Exercise) -> None:
        """Practise a moment of a finished shift."""

        def begin() -> Desk:
            self._practised = finished, exercise
            self._drill = finished.practise(exercise)
            return self._drill

        self.open_from(begin)

    def moment_passed(self) -> None:
        """Show what went another way than the first time, and offer the moment once more."""
        from simulator.tui.screens.passed import Passed

        def answered(again: bool | None) -> None:
            if again:
                self.practise(*self._practised)

        both = self._drill.beside()
        self.leave_shift()
        self.push_screen(Passed(both), answered)

    def leave_shift(self) -> None:
        """Leave a shift, which waits; a moment that is practised is over, and nothing is kept."""
        if self.desk is None or not self.desk.drill:
            self.switch_mode("home")
            return
        self.desk.close()
        self.desk = None
        self.leave("shift")
        if "debrief" in self._modes:
            self.switch_mode("debrief")

    def shift_ended(self, desk: Desk) -> None:
        """Finish a shift that is over and look back at it."""
        self.desk = None
        self.leave("shift")
        try:
            finished = self.shelf.finish(desk)
        except ShiftleadError as error:
            self.say_wrong(error)
        else:
            self.look_back(finished, "hand_in" if desk.mode == "assessment" else "")

    def look_back_at(self, run: str, opens: str = "") -> None:
        """Look back at a finished run, by its id."""
        try:
            finished = self.shelf.look_back(run)
        except ShiftleadError as error:
            self.say_wrong(error)
        else:
            self.look_back(finished, opens)

    def look_back(self, finished: Finished, opens: str = "") -> None:
        """Look back at a finished shift, and take an action of the debrief there if one is named.

        One's own words come first, once; about a trial nobody is asked.
        """
        from simulator.tui.screens.own_words import OwnWords

        own = finished.own
        if own is not None or finished.trial:
            self._debrief(finished, own, opens)
        else:
            screen = OwnWords(finished.competencies())
            self.push_screen(screen, lambda said: self._said(finished, said, opens))

    def _said(self, finished: Finished, own: Own | None, opens: str) -> None:
        try:
            if own is not None:
                finished.keep_own(own)
        except ShiftleadError as error:
            self.notify(error.one_line(), severity="warning", markup=False)
        self._debrief(finished, own, opens)

    def _debrief(self, finished: Finished, own: Own | None, opens: str) -> None:
        from simulator.tui.screens.debrief import Debrief

        told = finished.debrief(own)
        self._place("debrief", lambda: Debrief(finished, told, opens))

    def leave(self, mode: str) -> None:
        """Leave a place for good, to the first page."""
        self.go_home()
        if mode in self._modes:
            self.remove_mode(mode)

    def _place(self, mode: str, screen: Callable[[], Screen[None]]) -> None:
        self.leave(mode)
        self.add_mode(mode, screen)
        self.switch_mode(mode)

    def say_wrong(self, error: ShiftleadError) -> None:
        """Show what did not work, in a dialog that stays until it was read."""
        self.push_screen(Notice(error.title, error.one_line()))
