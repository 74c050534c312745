"""The expert: a good general lead, guided by the author's playbook where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Answer, AnyAct
from simulator.strategies import duties_incident as incident
from simulator.strategies import duties_people as people
from simulator.strategies import duties_queue as queue
from simulator.strategies import duties_words as words
from simulator.strategies import owed
from simulator.strategies.answers import answer_with, most_time
from simulator.strategies.dutiful import Dutiful, busy
from simulator.strategies.playbook import Playbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.engine.view import View
    from simulator.strategies.memory import Memory
    from simulator.strategies.playbook import PlaybookStep

NEXT_WORD = 24
"""Minutes between updates to everybody: inside every audience's band."""

MARGIN = 3
"""Minutes before a promised word is due at which it goes out."""


SLACK = 3
"""Minutes kept free before a promised word, for whoever may come by."""

GIVING = ("assign", "reassign")
"""Kinds of acts that give work away."""


class Expert(Dutiful):
    """Gives work away with the right to finish it, keeps its word, and has an eye for people."""

    def __init__(self, steps: Sequence[PlaybookStep] = ()) -> None:
        self.playbook = Playbook(steps)
        self._asked: tuple[AnyAct, ...] = ()
        super().__init__(
            at_once=(self._answers,),
            duties=(
                incident.go_ahead,
                owed.check_ins,
                owed.promised_words(MARGIN, NEXT_WORD),
                incident.open_new_services(1, calm=True),
                self._giving,
                incident.give_whole,
                self._raising,
                words.first_words(NEXT_WORD, ("users",)),
                queue.open_from_somebody_known,
                queue.own_the_urgent(1),
                incident.declare,
                incident.link_many(4),
                people.grow,
                words.first_words(NEXT_WORD, ("executive",)),
                people.relieve,
                words.tell_the_desk,
                incident.open_new_services(1),
                self._plays,
                people.ask_what_they_saw,
                people.ask_needs,
                queue.decide(10),
                words.ask_outside,
                words.close,
                words.keep_the_cadence(NEXT_WORD, 26),
                people.talk(),
                incident.link_many(1),
                queue.acknowledge,
                people.review,
                people.hear,
                incident.open_logged_high,
                queue.own_the_urgent(2),
                queue.brief,
                people.thank,
                people.ask_the_team,
                queue.hand_over,
                queue.read_the_queue,
            ),
        )

    def next_act(self, view: View) -> AnyAct | None:
        """Return the next act, or first the promised word that it would make late."""
        self._asked = tuple(self.playbook(view, self.memory))
        act = super().next_act(view)
        if act is None:
            return None
        word = owed.would_be_late(view, act, NEXT_WORD, SLACK)
        return word if word is not None and self.fits(view, word) else act

    def until(self, view: View) -> int:
        """Return the minute at which to look again, a step of the playbook included."""
        step = self.playbook.upcoming(view)
        usual = super().until(view)
        return usual if step is None else min(usual, step)

    def _answers(self, view: View, memory: Memory) -> Iterator[AnyAct]:
        """Yield the playbook's answers, and where it has none, the one that takes most time.

        A promised word that an answer would make late goes first; the answer follows it at once.
        """
        standing = {scene.id for scene in view.scenes()}
        if not standing:
            return
        for act in (*self.playbook(view, memory), *answer_with(most_time)(view, memory)):
            if isinstance(act, Answer) and act.scene in standing:
                standing.discard(act.scene)
                word = None if busy(view) else owed.would_be_late(view, act, NEXT_WORD, 0)
                if word is not None:
                    yield word
                yield act

    def _giving(self, view: View, memory: Memory) -> Iterator[AnyAct]:
        """Yield the playbook's own way of giving something away."""
        return (act for act in self._asked if act.kind in GIVING)

    def _raising(self, view: View, memory: Memory) -> Iterator[AnyAct]:
        """Yield the playbook's own requests: who can look hears of it before words go round."""
        return (act for act in self._asked if act.kind == "escalate")

    def _plays(self, view: View, memory: Memory) -> Iterator[AnyAct]:
        """Yield what else the playbook asks for, answers apart."""
        return (act for act in self._asked if act.kind not in (*GIVING, "answer"))
