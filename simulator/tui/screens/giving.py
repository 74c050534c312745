"""Giving acts: what is remembered of them, what came of them, and who wants a word."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from scoring.log import whole
from simulator.engine.acts import shapes
from simulator.errors import ShiftleadError
from simulator.tui import happened, say
from simulator.tui.closing import closing_words
from simulator.tui.dialogs.composer import Composer
from simulator.tui.dialogs.confirm import Notice
from simulator.tui.dialogs.overtaken import Amended, Overtaken
from simulator.tui.dialogs.scene import Scene
from simulator.tui.dialogs.sent import Sent, state_of
from simulator.tui.offers import taken_twice
from simulator.tui.screens.corner import Corner
from simulator.tui.telling import told, why_not

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from simulator.engine.log import LogEntry
    from simulator.engine.seen import InHand, SceneView
    from simulator.tui.app import ShiftleadApp
    from simulator.tui.desk import Desk, Sight
    from simulator.tui.dialogs.base import Dialog
    from simulator.tui.offers import Order
    from simulator.tui.pacing import Pacing
    from simulator.tui.shown import Stop
    from simulator.tui.snapshot import Snapshot


SHOWN = 8
"""Seconds for which what somebody said stands over the desk. (J)"""
FAILURE_SHOWN = 10
"""The same for an act that came to nothing. (J)"""


ANNOUNCED = (
    "This was an assessment, which is handed in at its end. You see first what leaves, to whom "
    "and for how long, and nothing leaves before you say yes."
)


class Giving(Corner):
    """Gives what is ordered, tells what came of it, opens conversations."""

    desk: Desk
    pacing: Pacing
    shot: Snapshot
    messages: dict[tuple[str, str], Sent]
    given: happened.Given
    """Acts ordered here, by their number."""
    lost: set[int]
    """Numbers of acts that came to nothing and were told."""
    heard: set[int]
    """Numbers of the entries of answers and words that were shown, or are of an earlier sitting."""
    closed: set[str]
    """Conversations that were looked at and closed without an answer."""
    amended: set[int]
    """Numbers of messages that were overtaken and asked about."""
    stop: Stop | None
    """What the clock stopped for last, where it ran until something needs you."""
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
            self.tell(twice, "warning")
            return False
        try:
            refusal = self.desk.give(act, words)
        except ShiftleadError as error:
            self.say_wrong(error)
            return False
        if refusal is not None:
            self.tell(why_not(self.desk.view(), refusal), "warning")
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
            self.messages[act.to, act.about] = Sent(
                act, sight.now, words, state=state_of(sight, act.about)
            )
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
                sent = self.messages.get((act.to, act.about)) or Sent(
                    act, entry.at, words, state=state_of(sight, act.about)
                )
                if sent.message == act:
                    sent = replace(sent, words=words, lost=True)
                    self.messages[act.to, act.about] = sent
            text = happened.failed_words(sight, say.Labels.of(sight), entry, self.given)
            self.tell(text, "warning", FAILURE_SHOWN)

    def look_for_overtaken(self) -> None:
        """Stop the clock for a message that has not gone while what it tells of is over."""
        sight = self.desk.view()
        fresh = [one for one in sight.agenda().overtaken if one.number not in self.amended]
        if fresh and self.app.screen is self:
            one = fresh[0]
            self.amended.add(one.number)
            self.pacing.hold("need")
            dialog = Overtaken(sight, cast("shapes.Message", one.act), one.over_since)
            self.app.push_screen(dialog, partial(self._amend, one))

    def _amend(self, one: InHand, choice: Amended | None) -> None:
        """Send a message as it is, or take it off the agenda, to write it anew or not at all."""
        message = cast("shapes.Message", one.act)
        sent = self.messages.get((message.to, message.about))
        if choice == "change" and sent is not None:
            self.messages[message.to, message.about] = replace(sent, lost=True)
        if choice != "send":
            self.give(shapes.Withdraw(one.number) if one.begun is None else shapes.Leave())
        if choice == "change":
            draft = Composer(self.desk.view(), message.to, message.about, recall=self.last_message)
            self.ask(draft)
        elif not self.unanswered():
            self.pacing.release("need")
        self.repaint()
        self.call_after_refresh(self.attend)

    def last_message(self, to: str, about: str) -> Sent | None:
        """Return the last message to an audience about a matter."""
        return self.messages.get((to, about))

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
        """Open a dialog, unless another one is open by now; give what it hands back."""
        if self.is_active:
            self.app.push_screen(dialog, self.ordered)

    def ordered(self, order: Order | None) -> None:
        """Give what a dialog handed back, then turn to who else waits."""
        if order is None:
            return
        self.give(order.act, order.words)
        self.call_after_refresh(self.attend)

    def attend(self) -> None:
        """Open the first conversation that is not put off, if nothing else is open."""
        if self.app.screen is not self or self.desk.over:
            return
        self.look_for_overtaken()
        if self.app.screen is not self:
            return
        for scene in self.unanswered():
            if scene.id not in self.closed:
                self._open(scene)
                return

    def _open(self, scene: SceneView) -> None:
        dialog = Scene(self.desk.view(), scene, self.desk.hint(scene.id), self.take_said())
        self.app.push_screen(dialog, partial(self._talked, scene.id))

    def _talked(self, scene: str, order: Order | None) -> None:
        """Give the answer; a conversation closed without one stops the clock until there is one."""
        if order is None:
            self.closed.add(scene)
            if any(one.id == scene for one in self.unanswered()):
                self.pacing.hold("need")
            self.repaint()
        self.ordered(order)

    def look_for_answers(self) -> None:
        """Say what an answer did, once it has taken effect, in practice only."""
        sight = self.desk.view()
        for entry in happened.answers(sight):
            if entry.number in self.heard:
                continue
            self.heard.add(entry.number)
            text = feedback(sight, entry)
            if text and self.desk.mode == "practice" and not self.desk.over:
                self.app.push_screen(Notice("About that answer", text), lambda _: self.attend())

    def look_for_words(self) -> None:
        """Show what somebody said, or what was learnt, since the last look."""
        sight = self.desk.view()
        fresh = [entry for entry in happened.said(sight) if entry.number not in self.heard]
        self.heard.update(entry.number for entry in fresh)
        if text := "\n".join(told(sight, entry) for entry in reversed(fresh)):
            self.tell(text, seconds=SHOWN, said=True)

    def ended(self) -> None:
        """Show how things stand at the end, then go on to the debrief."""
        app = cast("ShiftleadApp", self.app)
        if self.desk.drill:
            app.moment_passed()
            return
        said = closing_words(self.desk.view())
        if self.desk.mode == "assessment":
            said += f"\n\n{ANNOUNCED}"
        app.push_screen(Notice("The shift is over", said), lambda _: app.shift_ended(self.desk))

    def leave(self) -> None:
        """Go to where this came from: a shift waits, a moment that is practised is over."""
        cast("ShiftleadApp", self.app).leave_shift()


def feedback(sight: Sight, entry: LogEntry) -> str:
    """Return what the scenario says about the answer that took effect, "" for nothing."""
    for item in sight.world.storyline:
        if item.id == entry.data.get("scene") and item.scene is not None:
            for choice in item.scene.choices:
                if choice.id == entry.data.get("choice") and choice.feedback:
                    said = choice.said_of(whole(entry.data.get("credit")))
                    return said + (f"\n\nIt rests on: {choice.basis}" if choice.basis else "")
    return ""
