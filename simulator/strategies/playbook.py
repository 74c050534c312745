"""An author's playbook as a lead follows it: each step in its time, while it makes sense.

The steps come as values: who reads a scenario turns its lines into acts (`runs/playbook.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import AnyAct, Assign, Escalate, Reassign
from simulator.engine.view import View
from simulator.strategies.memory import target

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.strategies.memory import Memory

Line = Callable[[View], "AnyAct | None"]
"""One line of a step: the act it means now; None while it means none."""

PATIENCE = 25
"""Minutes after which a line that could not be carried out no longer makes sense."""

MET = 10
"""Minutes for which an act meets the purpose of a line that asks for the same once more."""

ROOM = 12
"""Minutes that a person has at least before a check-in that a line names falls due."""

TIME_FOR_IT = 30
"""Minutes that a person has at least for an outcome that a line names."""

REPEATABLE = frozenset({"message", "escalate", "check-in", "link", "ask"})
"""Kinds of acts that are worth doing again after `MET` minutes; any other once."""


@dataclass(frozen=True, slots=True)
class PlaybookStep:
    """One step of an author's own good play."""

    when: Callable[[View], bool] | None
    """What has to hold; None: nothing."""
    at: int | None
    """Minute of the shift before which it waits; None: no minute."""
    lines: tuple[Line, ...]
    why: str = ""

    def due(self, view: View) -> bool:
        """Return whether its time has come."""
        return (self.at is None or view.now >= self.at) and (self.when is None or self.when(view))


class Playbook:
    """A playbook being followed in one shift."""

    def __init__(self, steps: Sequence[PlaybookStep]) -> None:
        self._waiting = list(steps)
        self._open: list[tuple[int, Line]] = []

    def __call__(self, view: View, memory: Memory) -> Iterator[AnyAct]:
        """Yield the acts that the steps whose time has come ask for now, in the author's order."""
        for step in [one for one in self._waiting if one.due(view)]:
            self._waiting.remove(step)
            self._open += [(view.now, line) for line in step.lines]
        for item in list(self._open):
            since, line = item
            act = line(view)
            done = act is not None and met(act, memory, view.now)
            if done or view.now - since > PATIENCE:
                self._open.remove(item)
            elif act is not None:
                yield in_time(act, view)

    def upcoming(self, view: View) -> int | None:
        """Return the next minute that a waiting step names."""
        minutes = [one.at for one in self._waiting if one.at is not None and one.at > view.now]
        return min(minutes, default=None)


def met(act: AnyAct, memory: Memory, now: int) -> bool:
    """Return whether what an act is for was done already."""
    about = target(act)
    if isinstance(act, Escalate) and answered(memory, act.to):
        return True
    kinds = ("assign", "reassign") if act.kind in ("assign", "reassign") else (act.kind,)
    if act.kind in REPEATABLE:
        return any(memory.lately(kind, about, now, MET) for kind in kinds)
    return any(memory.given(kind, about) is not None for kind in kinds)


def answered(memory: Memory, who: str) -> bool:
    """Return whether somebody has said yes to what they were asked."""
    replies = memory.seen("stakeholder.answered", f"stakeholder:{who}")
    return any(entry.data.get("reply") == "yes" for entry in replies)


def in_time(act: AnyAct, view: View) -> AnyAct:
    """Return the act with times that are still to come, where the author's would be too soon."""
    if not isinstance(act, Assign | Reassign):
        return act
    effect = view.done_at(act)

    def moved(minute: int | None, room: int) -> int | None:
        if minute is None or minute >= effect + room:
            return minute
        return min(effect + room, view.length)

    return replace(act, due=moved(act.due, TIME_FOR_IT), check_in=moved(act.check_in, ROOM))
