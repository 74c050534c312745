"""The random lead: possible acts, drawn from its own stream, at random times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.strategies.drawing import draw
from simulator.strategies.memory import Memory
from simulator.strategies.protocol import Wait
from simulator.strategies.random_acts import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.strategies.random_acts import Maker

DRAWS = 8
"""Draws in one go before it lets the minute pass."""

LONGEST_PAUSE = 8
"""Minutes between two acts, at most."""


class RandomLead:
    """Draws what to do, with whom, and when."""

    def __init__(self, makers: Sequence[Maker] = KINDS, longest_pause: int = LONGEST_PAUSE) -> None:
        self.memory = Memory()
        self._makers = makers
        self._longest_pause = longest_pause
        self._next = 0

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Yield at most one act, then a pause of random length."""
        self.memory.take_up(view)
        if view.now >= self._next:
            self._next = view.now + 1 + draw(view, "pause", self._longest_pause)
            agenda = view.agenda()
            if agenda.in_hand is None and not agenda.queued:
                yield from self._one(view)
        yield Wait(self._next)

    def _one(self, view: View) -> Iterator[AnyAct]:
        for attempt in range(DRAWS):
            make = self._makers[draw(view, f"kind {attempt}", len(self._makers))]
            act = make(view, f"{attempt}")
            if (
                act is not None
                and self.memory.worth_trying(act, view.now)
                and view.possible(act) is None
            ):
                self.memory.note(act, view.now)
                yield act
                return
