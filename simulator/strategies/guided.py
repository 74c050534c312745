"""A reference lead: its own duties, guided by as much of the author's playbook as it goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Answer, AnyAct
from simulator.strategies import owed
from simulator.strategies.answers import answer_with, most_time
from simulator.strategies.dutiful import Dutiful, busy
from simulator.strategies.memory import target
from simulator.strategies.playbook import Playbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.engine.view import View
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory
    from simulator.strategies.playbook import PlaybookStep

READ = ("answer", "ask", "decide", "workaround", "escalate")
"""Kinds of acts of a playbook that stand for reading: what the texts of a scenario ask for.

A script cannot read a caller's words, what a question is good for, or who outside can help with
what; a lead who differs from the author in everything else still can.
"""

SLACK = 3
"""Minutes kept free before a promised word, for whoever may come by."""


class Guided(Dutiful):
    """Answers as the playbook does, keeps its word before all, and goes through its duties."""

    def __init__(
        self, steps: Sequence[PlaybookStep], duties: Iterable[Duty], next_word: int
    ) -> None:
        self.playbook = Playbook(steps)
        self.next_word = next_word
        """Minutes between updates to everybody."""
        self._asked: tuple[AnyAct, ...] = ()
        super().__init__(at_once=(self._answers,), duties=duties)

    def next_act(self, view: View) -> AnyAct | None:
        """Return the next act, or first the promised word that it would make late."""
        self._asked = tuple(self.playbook(view, self.memory))
        act = super().next_act(view)
        if act is None:
            return None
        word = owed.would_be_late(view, act, self.next_word, SLACK)
        return word if word is not None and self.fits(view, word) else act

    def until(self, view: View) -> int:
        """Return the minute at which to look again, a step of the playbook included."""
        step = self.playbook.upcoming(view)
        usual = super().until(view)
        return usual if step is None else min(usual, step)

    def only(self, *kinds: str) -> Duty:
        """Return the duty of doing what the playbook asks for of these kinds."""

        def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
            return (act for act in self._asked if act.kind in kinds)

        return duty

    def giving(self, *kinds: str) -> Duty:
        """Return the duty of giving work away as the playbook does: what it opens, opened first."""

        def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
            opened = [act for act in self._asked if act.kind == "triage"]
            for act in self.only(*kinds)(view, memory):
                yield from (look for look in opened if target(look) == target(act))
                yield act

        return duty

    def all_but(self, *kinds: str) -> Duty:
        """Return the duty of doing what the playbook asks for, these kinds apart."""

        def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
            return (act for act in self._asked if act.kind not in kinds)

        return duty

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
                late = None if busy(view) else owed.would_be_late(view, act, self.next_word, 0)
                if late is not None:
                    yield late
                yield act
