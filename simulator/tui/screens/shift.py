"""The shift at a glance: one snapshot a repaint, dialogs for every act."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from simulator.errors import ShiftleadError
from simulator.tui import actions, happened, remembering, snapshot
from simulator.tui.screens.orders import Ordering
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.find import hidden_find
from simulator.tui.widgets.header import HeaderLine
from simulator.tui.widgets.known import KnownPane
from simulator.tui.widgets.lines import AgendaLine, KeysLine, PromisesPane, Strip, next_promise
from simulator.tui.widgets.queue import QueueTable
from simulator.tui.widgets.team import TeamPane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.tui.desk import Desk
    from simulator.tui.pacing import Pacing

REPAINTS = 4
"""Looks at the clock a second; a tick is never shorter than half a second. (textual.md 0.5)"""


REPAINTS_FAR = 2
"""The same over a remote line, which every repaint has to cross. (textual.md 4)"""


SAY_WHY = frozenset({"answer", "go-ahead", "leave"})
"""Actions whose key says why, where there is nothing to do: what a lead presses in a hurry."""


ASKED = 5
"""Seconds for which a second esc leaves."""


class ShiftScreen(Ordering):
    """The desk while the shift goes on."""

    AUTO_FOCUS = "#queue"
    CSS_PATH = STYLES / "shift.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("shift")
    place: ClassVar[actions.Place] = "shift"

    def __init__(self, desk: Desk, pacing: Pacing) -> None:
        super().__init__()
        self.desk = desk
        self.pacing = pacing
        self.find = ""
        self.shown, self.kept = [], []
        sight, acts = desk.view(), desk.acts()
        self.messages = remembering.messages(acts, sight)
        self.given = remembering.in_force(acts, sight)
        self.lost = remembering.failed(sight)
        self.closed = set()
        self.amended = set()
        told = (*happened.answers(sight), *happened.said(sight))
        self.heard = {entry.number for entry in told}
        self.leaving = False
        self.stop = None
        self.shot = snapshot.take(sight, pacing, desk.over)

    def compose(self) -> ComposeResult:
        """Lay out header, panes and lines."""
        yield HeaderLine(id="header")
        with Horizontal(id="panes"):
            with Vertical(id="queue-pane"):
                yield Edge("top", "Queue", id="queue-edge")
                with Vertical(classes="section"):
                    yield hidden_find()
                    yield QueueTable(id="queue")
                yield Edge("bottom", classes="not-stacked")
            with Vertical(id="side-pane"):
                yield Edge("top", "Team", classes="team-edge not-stacked")
                yield Edge("middle", "Team", classes="team-edge stacked")
                with Vertical(classes="section", id="team-section"):
                    yield TeamPane(id="team")
                yield Edge("middle", "Promised", id="promises-edge")
                with Vertical(classes="section", id="promises-section"):
                    yield PromisesPane(id="promises")
                yield Edge("bottom", id="side-end")
            with Vertical(id="known-pane"):
                yield Edge("top", "You know")
                with Vertical(classes="section"):
                    yield KnownPane(id="known")
                yield Edge("bottom")
        yield AgendaLine(id="agenda")
        yield Strip(id="strip")
        yield KeysLine("shift", id="keys")

    def on_mount(self) -> None:
        """Start looking at the clock; the shift waits for the first touch of the pause key."""
        self.pacing.hold("pause")
        far = "SSH_CONNECTION" in os.environ
        self.set_interval(1 / (REPAINTS_FAR if far else REPAINTS), self.pulse)
        self.call_after_refresh(self.repaint)
        self.call_after_refresh(self.ended if self.desk.over else self.attend)

    def on_resize(self) -> None:
        """Draw once more: which panes there are may have changed."""
        self.call_after_refresh(self.repaint)

    def on_screen_suspend(self) -> None:
        """Whatever lies on top stops the clock: reading costs no time."""
        self.pacing.hold("screen")
        self.leaving = False

    def on_screen_resume(self) -> None:
        """Nothing lies on top any more."""
        self.pacing.release("screen")
        self.repaint()

    # The clock -----------------------------------------------------------------------------------

    def pulse(self) -> None:
        """Let the minutes that are due pass, draw once, and stop for what is addressed to you."""
        if self.desk.over or not self.is_active:
            return
        due = self.pacing.due()
        if not due:
            return
        before = snapshot.needs(self.desk.view())
        fresh: frozenset[str] = frozenset()
        try:
            for _ in range(due):
                self.desk.advance(1)
                fresh = snapshot.needs(self.desk.view()) - before
                if self.desk.over or fresh:
                    break
        except ShiftleadError as error:
            self.pacing.hold("pause")
            self.say_wrong(error)
        self.passed(fresh)

    def passed(self, fresh: frozenset[str]) -> None:
        """Draw what the last minutes brought and turn to what is new."""
        if any(need.startswith("word:") for need in fresh):
            self.pacing.hold("need")
        self.look_for_failures()
        self.look_for_answers()
        self.look_for_words()
        self.repaint()
        if self.desk.over:
            self.app.call_later(self.ended)
        else:
            self.attend()

    def repaint(self) -> None:
        """Take one snapshot and hand each part its share of it."""
        if not self.is_mounted:
            return
        sight = self.desk.view()
        self.shot = shot = snapshot.take(
            sight, self.pacing, self.desk.over, self.find, self.desk.hint(), self.given, self.stop
        )
        self.query_one(HeaderLine).snapshot = shot
        self.query_one(QueueTable).show(shot.rows)
        more = f"{shot.hidden} more, / finds" if shot.hidden else ""
        self.query_one("#queue-edge", Edge).aside = f"find: {self.find}" if self.find else more
        self.query_one(TeamPane).people = shot.people
        for edge in self.query(".team-edge").results(Edge):
            has_pane = self.query_one("#promises-section").display
            edge.aside = "" if has_pane else next_promise(shot.promises)
        self.query_one(PromisesPane).promises = shot.promises
        self.query_one(PromisesPane).standing = shot.standing
        self.query_one(AgendaLine).agenda = shot.agenda
        self.query_one(Strip).hint = shot.hint
        self.query_one(Strip).entries = shot.strip
        self.query_one(KnownPane).known = shot.known
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what makes no sense now."""
        known = next((one for one in actions.at("shift") if one.method == action), None)
        if known is not None and not known.possible(self.shot) and known.id not in SAY_WHY:
            return None
        return True

    # Finding, panes ------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Show the line to find something with."""
        field = self.query_one("#find", Input)
        field.display = True
        field.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show only what matches."""
        self.find = message.value.strip()
        self.repaint()

    def on_input_submitted(self) -> None:
        """Go to the rows that were found."""
        self.query_one(QueueTable).focus()

    def action_queue(self) -> None:
        """Go to the queue."""
        self.query_one(QueueTable).focus()

    def action_team(self) -> None:
        """Go to the team."""
        self.query_one(TeamPane).focus()

    def action_home(self) -> None:
        """Show everything again, or go to the first page, once asked: the shift waits."""
        field = self.query_one("#find", Input)
        if field.display:
            field.value = ""
            field.display = False
            self.query_one(QueueTable).focus()
        elif self.leaving:
            self.leaving = False
            self.leave()
        else:
            self.leaving = True
            lost = "nothing of it is kept" if self.desk.drill else "nothing is lost"
            self.notify(f"esc again to leave; {lost}", timeout=ASKED)
            self.set_timer(ASKED, self._stay)

    def _stay(self) -> None:
        """Take the question back: the next esc asks again."""
        self.leaving = False
