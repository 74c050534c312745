"""A lead that does one thing at a time: the first of its duties that asks for something now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import AnyAct
from simulator.strategies.memory import Memory
from simulator.strategies.protocol import Wait, next_need

if TYPE_CHECKING:
    from simulator.engine.view import View

Duty = Callable[["View", Memory], Iterable[AnyAct]]
"""What a duty asks for now, the most pressing first; nothing where it asks for nothing."""

LOOK_UP = 4
"""Minutes after which an idle lead looks around again."""


class Dutiful:
    """Goes through its duties in order whenever it is free, and takes the first possible act.

    Giving one act at a time keeps the agenda short, so that what turns up next finds the lead.
    """

    def __init__(self, at_once: Iterable[Duty], duties: Iterable[Duty]) -> None:
        self.at_once = tuple(at_once)
        """Duties that are seen to even while an act is in hand."""
        self.duties = tuple(duties)
        self.memory = Memory()

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Yield what to do now."""
        self.memory.take_up(view)
        for duty in self.at_once:
            for act in duty(view, self.memory):
                if self.fits(view, act):
                    self.memory.note(act, view.now)
                    yield act
        while not busy(view):
            chosen = self.next_act(view)
            if chosen is None:
                break
            self.memory.note(chosen, view.now)
            yield chosen
        yield Wait(self.until(view))

    def fits(self, view: View, act: AnyAct) -> bool:
        """Return whether an act is possible now and has not just come to nothing."""
        return self.memory.worth_trying(act, view.now) and view.possible(act) is None

    def next_act(self, view: View) -> AnyAct | None:
        """Return the first act that a duty asks for and that is possible; None for none."""
        for duty in self.duties:
            for act in duty(view, self.memory):
                if self.fits(view, act):
                    return act
        return None

    def until(self, view: View) -> int:
        """Return the minute at which to look again if nothing happens before."""
        need = next_need(view, view.now)
        return min(view.now + LOOK_UP, need if need is not None else view.length)


def busy(view: View) -> bool:
    """Return whether the lead has an act in hand or waiting."""
    agenda = view.agenda()
    return agenda.in_hand is not None or bool(agenda.queued)
