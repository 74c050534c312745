"""What the keys of the shift do: open a dialog, or give an act at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts import shapes
from simulator.errors import ShiftleadError
from simulator.tui import families, say, snapshot, stopping
from simulator.tui.dialogs.assign import Assign
from simulator.tui.dialogs.composer import Composer
from simulator.tui.dialogs.decisions import Brief, Decide, HandOver
from simulator.tui.dialogs.doors import open_for
from simulator.tui.dialogs.incident import Incident
from simulator.tui.dialogs.lead import Lead
from simulator.tui.dialogs.people import People
from simulator.tui.dialogs.priority import Priority
from simulator.tui.dialogs.reading import Facts, History, ReadTicket
from simulator.tui.marks import marks
from simulator.tui.pacing import SPEEDS
from simulator.tui.screens.giving import Giving
from simulator.tui.widgets.queue import QueueTable
from simulator.tui.widgets.team import TeamPane

if TYPE_CHECKING:
    from simulator.tui.shown import RowShown


class Ordering(Giving):
    """The keys of the shift screen; the drawing is in the screen itself."""

    # What is marked ------------------------------------------------------------------------------

    @property
    def marked(self) -> RowShown | None:
        """The row under the cursor of the queue."""
        return self.query_one(QueueTable).marked

    def on_queue_table_opened(self, message: QueueTable.Opened) -> None:
        """Read what was opened."""
        self.action_read()

    def on_team_pane_opened(self, message: TeamPane.Opened) -> None:
        """Talk to who was opened."""
        self.ask(People(self.desk.view(), message.id))

    # The keys ------------------------------------------------------------------------------------

    def action_read(self) -> None:
        """Read the marked ticket, or look at the marked incident."""
        if row := self.marked:
            sight = self.desk.view()
            self.ask(Incident(sight, row.key) if row.incident else ReadTicket(sight, row.key))

    def action_assign(self) -> None:
        """Give the marked work away."""
        if row := self.marked:
            self.ask(Assign(self.desk.view(), row.key))

    def action_priority(self) -> None:
        """Open the marked ticket, set its priority, acknowledge it."""
        if row := self.marked:
            sight = self.desk.view()
            self.ask(Incident(sight, row.key) if row.incident else Priority(sight, row.key))

    def action_message(self) -> None:
        """Write to somebody."""
        row = self.marked
        about = row.key if row and row.incident else None
        draft = next((one.message for one in self.messages.values() if one.lost), None)
        to, about = (draft.to, draft.about) if draft else ("", about)
        self.ask(Composer(self.desk.view(), to, about, recall=self.last_message))

    def action_talk(self) -> None:
        """Talk to somebody: who is marked in the team, or who has the marked ticket."""
        person = self.query_one(TeamPane).marked
        self.ask(People(self.desk.view(), person.id if person else ""))

    def action_incident(self) -> None:
        """Turn to an incident."""
        row = self.marked
        self.ask(Incident(self.desk.view(), row.key if row and row.incident else ""))

    def action_lead(self) -> None:
        """Show every act by family."""
        self.ask(Lead(self.desk.view(), self.at_hand()))

    def action_form(self, kind: str) -> None:
        """Open the dialog of one act: the palette names each."""
        sight = self.desk.view()
        self.ask(open_for(families.door(kind, "", self.at_hand()), sight))

    def at_hand(self) -> dict[str, str]:
        """Return what is marked, by the fields it fills: row, person, the only incident."""
        row, person = self.marked, self.query_one(TeamPane).marked
        return marks(self.desk.view(), row.key if row else "", person.id if person else "")

    def action_go_ahead(self) -> None:
        """Say go ahead to who has waited longest."""
        waiting = [one for one in self.desk.view().team() if one.waits_since is not None and one.on]
        if waiting:
            self.give(shapes.GoAhead(min(waiting, key=lambda one: one.waits_since or 0).on))
        else:
            self.notify("Nobody waits for your word now.")

    def action_take_back(self) -> None:
        """Take the last act of this minute back."""
        if self.desk.take_back():
            self.notify("Taken back.")
        else:
            self.notify(self._why_kept(), severity="warning", markup=False)
        self.repaint()

    def _why_kept(self) -> str:
        """Say why there is nothing to take back."""
        sight = self.desk.view()
        if self.last is None:
            return "Nothing to take back."
        minute, act = self.last
        if minute < sight.now:
            when = say.clock(sight.world.starts, minute)
            return f"Nothing to take back: your last act is of {when}, the clock has moved on."
        if isinstance(act, shapes.NotNow | shapes.Leave):
            return "Nothing to take back: that took effect at once."
        return "Nothing more to take back in this minute."

    def action_leave(self) -> None:
        """Leave the act in hand."""
        self.give(shapes.Leave())

    def action_answer(self) -> None:
        """Turn to the conversation that gives up first, also one that was put off."""
        scenes = sorted(self.desk.view().scenes(), key=lambda scene: scene.until)
        if scenes:
            self._open(scenes[0])
        else:
            self.notify("Nobody waits for an answer of yours. The lines below need none.")

    def action_know(self) -> None:
        """Show what you know."""
        self.ask(Facts(self.desk.view()))

    def action_history(self) -> None:
        """Show what happened."""
        self.ask(History(self.desk.view()))

    def action_brief(self) -> None:
        """Brief the team."""
        self.ask(Brief(self.desk.view()))

    def action_decide(self) -> None:
        """Record a decision."""
        self.ask(Decide(self.desk.view()))

    def action_hand_over(self) -> None:
        """Hand the shift over."""
        self.ask(HandOver(self.desk.view()))

    def action_work(self) -> None:
        """Work on what is marked yourself."""
        if row := self.marked:
            self.give(shapes.Take(row.key))

    # The clock -----------------------------------------------------------------------------------

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        if snapshot.stands_still(self.pacing):
            self._put_off()
            self.pacing.release("pause")
            self.pacing.release("need")
        else:
            self.pacing.hold("pause")
        self.repaint()

    def action_next(self) -> None:
        """Let time pass until something needs you."""
        if self.desk.over:
            return
        self._put_off()
        before, last = snapshot.needs(self.desk.view()), stopping.newest(self.desk.view())
        self.pacing.release("need")
        try:
            self.desk.advance_until_needed()
        except ShiftleadError as error:
            self.say_wrong(error)
        else:
            self.stop = stopping.reason(self.desk.view(), last)
        self.passed(snapshot.needs(self.desk.view()) - before)

    def action_faster(self) -> None:
        """Go twice as fast."""
        self._speed(1)

    def action_slower(self) -> None:
        """Go half as fast."""
        self._speed(-1)

    def _speed(self, by: int) -> None:
        place = SPEEDS.index(self.pacing.speed) + by
        self.pacing.set_speed(SPEEDS[max(0, min(place, len(SPEEDS) - 1))])
        self.repaint()
