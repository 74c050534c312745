"""What a lead could have ordered instead, as things stood then: at most three other acts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import (
    Answer,
    Assign,
    Listen,
    OneOnOne,
    SendOnBreak,
    Take,
    TalkThrough,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.base import Act
    from simulator.engine.view import View

MOST = 3
LEFT_OUT = (Listen, OneOnOne, SendOnBreak, Take, TalkThrough)
"""Acts of which it is worth knowing what leaving them out would have changed."""


def alternatives(view: View, act: Act) -> list[Act | None]:
    """Return what could have been ordered instead of an act; None stands for nothing at all.

    Only what was open to the lead then: answers that were not locked, people who were there.
    """
    found: list[Act | None] = []
    for one in _others(view, act):
        if len(found) < MOST and one != act and one not in found:
            found.append(one)
    return [one for one in found if one is None or view.possible(one) is None]


def _others(view: View, act: Act) -> Iterator[Act | None]:
    match act:
        case Answer(scene=scene):
            standing = next((one for one in view.scenes() if one.id == scene), None)
            for choice in standing.choices if standing is not None else ():
                yield Answer(scene, choice.id)
        case Assign(task=task, to=who):
            yield replace(act, style="hand-over", may=_permits(view, task))
            for other in _abler(view, task):
                if other != who:
                    yield Assign(task, other, "hand-over", may=_permits(view, task))
        case Take(task=task):
            for other in _abler(view, task):
                yield Assign(task, other, "hand-over", may=_permits(view, task))
                break
    if isinstance(act, LEFT_OUT):
        yield None


def _permits(view: View, task: str) -> tuple[str, ...]:
    """Return the steps of a task that the lead may allow beforehand."""
    found = next((one for one in view.incidents() if one.id == task), None)
    return tuple(ident for ident, _ in found.permits) if found is not None else ()


def _abler(view: View, task: str) -> list[str]:
    """Return who is at the desk, whoever knows most about the task first."""
    found = next((one for one in view.incidents() if one.id == task), None)
    skill = found.skill if found is not None else view.ticket(task).skill
    there = [one for one in view.team() if one.place == "desk"]
    there.sort(key=lambda one: (-dict(one.skills).get(skill, 0), one.load))
    return [one.id for one in there]
