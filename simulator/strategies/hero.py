"""The hero: does the outage and what tempts him himself, briefs nobody, promises an hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.base import Element
from simulator.engine.acts.shapes import AnyAct, Message, Take, Triage
from simulator.strategies.answers import answer_with, surest
from simulator.strategies.dutiful import Dutiful
from simulator.strategies.messages import closing
from simulator.strategies.reading import burning, new_services, told_about

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.view import View
    from simulator.strategies.memory import Memory

LONGEST = 30
"""Minutes of work up to which a ticket tempts."""


class Hero(Dutiful):
    """Works with his own hands from the first minute to the last."""

    def __init__(self) -> None:
        super().__init__(
            at_once=(answer_with(surest),),
            duties=(
                take_the_outage,
                promise_an_hour,
                look_at_the_new,
                say_it_is_over,
                take_a_ticket,
            ),
        )


def take_the_outage(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the next step of whatever burns, done by himself."""
    for one in burning(view):
        if memory.given("message", _executive(view)) is not None or not _executive(view):
            yield Take(one.id)


def promise_an_hour(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield one word to the executive, with a time by which it is fixed."""
    to = _executive(view)
    for one in burning(view):
        if not to or memory.given("message", to) is not None:
            continue
        sure = {w.id for w in view.world.wordings if w.promises}
        times = [w for w in view.wordings(to, one.id, "time") if w.id in sure]
        impacts = [w for w in view.wordings(to, one.id, "impact") if w.known]
        parts = [Element("impact", w.id) for w in impacts[:1]]
        parts += [Element("time", w.id) for w in times[:1]]
        if parts:
            yield Message(to, one.id, tuple(parts))
        else:
            yield Take(one.id)


def _executive(view: View) -> str:
    return next((one.id for one in view.stakeholders() if one.audience == "executive"), "")


def look_at_the_new(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the opening of what comes in about a service that is new in the queue."""
    if burning(view):
        return
    for ticket in new_services(view, 2):
        yield Triage(ticket.id)


def say_it_is_over(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the news that it works again."""
    for one in view.incidents():
        if one.state == "open":
            continue
        for spec in told_about(view, one):
            word = closing(view, spec.id, one.id)
            told = memory.given("message", spec.id) is not None
            if word is not None and spec.audience == "users" and not told:
                yield word


def take_a_ticket(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the most tempting ticket: the highest priority, then the quickest win."""
    tempting = [one for one in view.waiting() if view.cost(Take(one.id)) <= LONGEST]
    tempting.sort(key=lambda one: (one.priority, view.cost(Take(one.id)), one.number))
    for one in tempting[:1]:
        yield Take(one.id)
