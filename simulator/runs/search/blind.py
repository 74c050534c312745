"""A lead made of blind habits: it goes through them in order, whenever it is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.runs.search.picking import ids
from simulator.runs.search.ways import WAYS
from simulator.strategies.dutiful import Dutiful
from simulator.strategies.memory import target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.runs.search.habits import Habit, Habits
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory
    from simulator.strategies.protocol import Wait

AT_ONCE = ("answer",)
"""Habits that are followed even while an act is in hand."""


class Blind(Dutiful):
    """Plays by its habits alone, whatever it hears."""

    def __init__(self, habits: Habits) -> None:
        self.ranks: dict[str, int] = {}
        super().__init__(
            at_once=[self._followed(one) for one in habits if one.what in AT_ONCE],
            duties=[self._followed(one) for one in habits if one.what not in AT_ONCE],
        )

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Yield what to do now; whoever is there is put in an order by chance at the beginning."""
        if not self.ranks:
            everybody = [*ids(view.team()), *ids(view.stakeholders())]
            self.ranks = {one: view.chance(f"rank {one}") for one in everybody}
        yield from super().decide(view)

    def _followed(self, habit: Habit) -> Duty:
        """Return the duty of following a habit: from its minute on, and again when it says so."""
        way = WAYS[habit.what]

        def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
            if view.now < habit.begins:
                return
            for act in way(habit, view, self.ranks):
                last = memory.given(act.kind, target(act))
                if last is None or (habit.every and view.now - last >= habit.every):
                    yield act

        return duty
