"""What a lead could have ordered instead, as things stood then: at most three other acts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from simulator.engine.acts.shapes import (
    Acknowledge,
    Answer,
    Assign,
    CheckIn,
    Decide,
    Declare,
    Decline,
    Defer,
    Escalate,
    Listen,
    Message,
    OneOnOne,
    Reassign,
    SendOnBreak,
    Take,
    TalkThrough,
    Triage,
)
from simulator.runs.put_off import Other, at_once, put_off
from simulator.strategies.duties_queue import whole_decision
from simulator.strategies.messages import update
from simulator.strategies.reading import evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.engine.acts.base import Act
    from simulator.engine.view import View

MOST = 3
AHEAD = 10
"""Minutes before a decision loses its sense from which one that is written down holds. (J)"""
LEFT_OUT = (Listen, OneOnOne, SendOnBreak, Take, TalkThrough)
"""Acts of which it is worth knowing what leaving them out would have changed."""
LEFT_OUT_IF_LOW = (
    Acknowledge, CheckIn, Decide, Declare, Decline, Defer, Escalate, Message, Reassign, Triage,
)  # fmt: skip
"""Those of which it is only where a level was lost by them: they are many, and short."""

Way = TypeVar("Way", bound=Other)


def alternatives(view: View, act: Act, low: bool = True) -> list[Other]:
    """Return what could have been ordered instead of an act; None stands for nothing at all.

    Only what was open to the lead then: answers that were not locked, people who were there,
    words that could be said. `low` says that a level was lost by the act.
    """
    found: list[Other] = [one for one in _others(view, act) if one != act]
    if isinstance(act, LEFT_OUT) or (low and isinstance(act, LEFT_OUT_IF_LOW)):
        later = put_off(view, act)
        found += [None] if later is None else [later, None]
    return open_then(view, found)


def open_then(view: View, acts: Iterable[Way]) -> list[Way]:
    """Return the first acts that were possible then, three at most, each once.

    Of one that is put off that shows only in its own minute.
    """
    found: list[Way] = []
    for one in acts:
        now = at_once(one)
        if one not in found and (now is None or view.possible(now) is None):
            found.append(one)
        if len(found) == MOST:
            break
    return found


def _others(view: View, act: Act) -> Iterator[Act]:
    match act:
        case Answer(scene=scene):
            yield from answers(view, scene)
        case Assign(task=task, to=who):
            yield replace(act, style="hand-over", may=permits(view, task))
            for other in abler(view, task):
                if other != who:
                    yield Assign(task, other, "hand-over", may=permits(view, task))
        case Reassign(task=task, to=who):
            for other in abler(view, task)[:MOST]:
                if other != who:
                    yield Reassign(task, other, "hand-over", may=permits(view, task))
        case Take(task=task):
            for other in abler(view, task)[:1]:
                yield Assign(task, other, "hand-over", may=permits(view, task))
        case Message(to=to, about=about) if about:
            fuller = update(view, to, about)
            if fuller is not None and not _kinds(fuller) <= _kinds(act):
                yield fuller
        case Decide(what=what) if not (act.why and act.threshold is not None and act.if_fails):
            yield from (whole_decision(one, AHEAD) for one in view.decisions() if one.id == what)
        case Escalate(facts=()):
            yield replace(act, facts=evidence(view))


def _kinds(message: Message) -> set[str]:
    """Return what a message has something to say about."""
    return {element.kind for element in message.elements}


def answers(view: View, scene: str) -> Iterator[Answer]:
    """Yield the answers that a scene which stands open offers, in its order."""
    for standing in view.scenes():
        if standing.id == scene:
            yield from (Answer(scene, choice.id) for choice in standing.choices)


def permits(view: View, task: str) -> tuple[str, ...]:
    """Return the steps of a task that the lead may allow beforehand."""
    found = next((one for one in view.incidents() if one.id == task), None)
    return tuple(ident for ident, _ in found.permits) if found is not None else ()


def abler(view: View, task: str) -> list[str]:
    """Return who is at the desk, whoever knows most about the task first."""
    found = next((one for one in view.incidents() if one.id == task), None)
    skill = found.skill if found is not None else view.ticket(task).skill
    there = [one for one in view.team() if one.place == "desk"]
    there.sort(key=lambda one: (-dict(one.skills).get(skill, 0), one.load))
    return [one.id for one in there]
