"""What the keys of the shift do: open a dialog, or give an act at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from simulator.engine.acts import shapes
from simulator.errors import ShiftleadError
from simulator.tui import happened, say, snapshot
from simulator.tui.dialogs.assign import Assign
from simulator.tui.dialogs.composer import Composer, Sent
from simulator.tui.dialogs.confirm import Notice
from simulator.tui.dialogs.decisions import Brief, Decide, HandOver
from simulator.tui.dialogs.incident import Incident
from simulator.tui.dialogs.people import People
from simulator.tui.dialogs.priority import Priority
from simulator.tui.dialogs.reading import Facts, History, ReadTicket
from simulator.tui.dialogs.scene import Scene
from simulator.tui.offers import taken_twice
from simulator.tui.pacing import SPEEDS
from simulator.tui.telling import why_not
from simulator.tui.widgets.queue import QueueTable
from simulator.tui.widgets.team import TeamPane

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from simulator.engine.seen import SceneView
    from simulator.tui.app import ShiftleadApp
    from simulator.tui.desk import Desk
    from simulator.tui.dialogs.base import Dialog
    from simulator.tui.offers import Order
    from simulator.tui.pacing import Pacing
    from simulator.tui.shown import RowShown
    from simulator.tui.snapshot import Snapshot


class Ordering(Screen[None]):
    """The acts of the shift screen; the drawing is in the screen itself."""

    desk: Desk
    pacing: Pacing
    shot: Snapshot
    messages: dict[tuple[str, str], Sent]
    given: happened.Given
    """Acts ordered here, by their number."""
    lost: set[int]
    """Numbers of acts that came to nothing and were told."""
    closed: set[str]
    """Conversations that were looked at and closed without an answer."""
    last: tuple[int, Act] | None = None
    """The minute of the last act ordered here, and the act."""

    def repaint(self) -> None:
        """Draw the desk as it is now."""
        raise NotImplementedError

    def passed(self, fresh: frozenset[str]) -> None:
        """Turn to what the last minutes brought."""
        raise NotImplementedError

    # Giving --------------------------------------------------------------------------------------

    def give(self, act: Act, words: str = "") -> bool:
        """Order an act; say why where it is not possible."""
        if twice := taken_twice(self.desk.view(), act):
            self.notify(twice, severity="warning", markup=False)
            return False
        try:
            refusal = self.desk.give(act, words)
        except ShiftleadError as error:
            self.say_wrong(error)
            return False
        if refusal is not None:
            self.notify(why_not(self.desk.view(), refusal), severity="warning", markup=False)
        else:
            self._remember(act, words)
            if not self.unanswered():
                self.pacing.release("need")
        self.repaint()
        return refusal is None

    def _remember(self, act: Act, words: str) -> None:
        """Keep what was ordered, for its repetition and for when it comes to nothing."""
        sight = self.desk.view()
        self.last = (sight.now, act)
        if isinstance(act, shapes.Message):
            self.messages[act.to, act.about] = Sent(act, sight.now, words)
        agenda = sight.agenda()
        lined = [one for one in (agenda.in_hand, *agenda.queued) if one and one.act == act]
        if lined:
            self.given[max(one.number for one in lined)] = (act, words)

    def look_for_failures(self) -> None:
        """Tell each act that came to nothing, stop the clock for it, keep a message's words."""
        sight = self.desk.view()
        for entry in happened.failures(sight):
            number = int(str(entry.data.get("number", -1)))
            if number in self.lost:
                continue
            self.lost.add(number)
            known = self.given.get(number)
            if known is None:
                continue
            self.pacing.hold("need")
            act, words = known
            if isinstance(act, shapes.Message):
                sent = self.messages.get((act.to, act.about)) or Sent(act, entry.at, words)
                if sent.message == act:
                    sent = replace(sent, words=words, lost=True)
                    self.messages[act.to, act.about] = sent
            text = happened.failed_words(sight, say.Labels.of(sight), entry, self.given)
            self.notify(text, severity="warning", timeout=10, markup=False)

    def unanswered(self) -> tuple[SceneView, ...]:
        """Return the conversations that have neither an answer nor a `not now`."""
        return tuple(one for one in self.desk.view().scenes() if not one.put_off)

    def _put_off(self) -> None:
        """Say `not now` to who waits: time goes on without an answer."""
        for scene in self.unanswered():
            self.give(shapes.NotNow(scene.id))

    def say_wrong(self, error: ShiftleadError) -> None:
        """Show what did not work, until it was read."""
        self.app.push_screen(Notice(error.title, error.one_line()))

    def ask(self, dialog: Dialog) -> None:
        """Open a dialog; give what it hands back."""
        self.app.push_screen(dialog, self.ordered)

    def ordered(self, order: Order | None) -> None:
        """Give what a dialog handed back, then turn to who else waits."""
        if order is None:
            return
        given = self.give(order.act, order.words)
        if given and isinstance(order.act, shapes.Answer):
            self._feedback(order.act)
        self.call_after_refresh(self.attend)

    def attend(self) -> None:
        """Open the first conversation that is not put off, if nothing else is open."""
        if self.app.screen is not self or self.desk.over:
            return
        for scene in self.unanswered():
            if scene.id not in self.closed:
                self._open(scene)
                return

    def _open(self, scene: SceneView) -> None:
        dialog = Scene(self.desk.view(), scene, self.desk.hint(scene.id))
        self.app.push_screen(dialog, partial(self._talked, scene.id))

    def _talked(self, scene: str, order: Order | None) -> None:
        """Give the answer; a conversation closed without one stops the clock until there is one."""
        if order is None:
            self.closed.add(scene)
            if any(one.id == scene for one in self.unanswered()):
                self.pacing.hold("need")
            self.repaint()
        self.ordered(order)

    def _feedback(self, answer: shapes.Answer) -> None:
        """Say what an answer does, in practice only."""
        if self.desk.mode != "practice":
            return
        for item in self.desk.view().world.storyline:
            if item.id == answer.scene and item.scene is not None:
                for choice in item.scene.choices:
                    if choice.id == answer.choice and choice.feedback:
                        text = choice.feedback + (f"\n\n{choice.basis}" if choice.basis else "")
                        self.app.push_screen(Notice("About that answer", text))

    def ended(self) -> None:
        """Go on to the debrief: the shift is over."""
        cast("ShiftleadApp", self.app).shift_ended(self.desk)

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
        self.ask(Composer(self.desk.view(), to, about, recall=self._last_message))

    def _last_message(self, to: str, about: str) -> Sent | None:
        return self.messages.get((to, about))

    def action_talk(self) -> None:
        """Talk to somebody: who is marked in the team, or who has the marked ticket."""
        person = self.query_one(TeamPane).marked
        self.ask(People(self.desk.view(), person.id if person else ""))

    def action_incident(self) -> None:
        """Turn to an incident."""
        row = self.marked
        self.ask(Incident(self.desk.view(), row.key if row and row.incident else ""))

    def action_go_ahead(self) -> None:
        """Say go ahead to who has waited longest."""
        waiting = [one for one in self.desk.view().team() if one.waits_since is not None and one.on]
        if waiting:
            self.give(shapes.GoAhead(min(waiting, key=lambda one: one.waits_since or 0).on))

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
        before = snapshot.needs(self.desk.view())
        self.pacing.release("need")
        try:
            self.desk.advance_until_needed()
        except ShiftleadError as error:
            self.say_wrong(error)
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
