"""The gauge-chaser: looks at the figures on the screen, and lifts the one that stands lowest."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import (
    Acknowledge,
    AnyAct,
    Assign,
    GoAhead,
    Phones,
    Recognise,
    SendOnBreak,
    SetPriority,
)
from simulator.strategies.answers import answer_with, quickest
from simulator.strategies.dutiful import Dutiful
from simulator.strategies.messages import update
from simulator.strategies.owed import subject_of
from simulator.strategies.reading import about_to_wait_too_long, burning, here

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.engine.view import View
    from simulator.strategies.memory import Memory

EMPTY = {"waiting": 20, "calls": 4, "p1": 3, "due": 10, "word": 40, "signs": 4}
"""Where each gauge stands at its lowest: tickets, calls, P1s, targets due, minutes, signs."""

AHEAD = 15
"""Minutes ahead within which the header counts a target as due soon."""

Gauge = tuple[int, "Iterable[AnyAct]"]
"""How full a gauge is (0 to 100), and the acts that lift it."""


class GaugeChaser(Dutiful):
    """Always takes the act that lifts the lowest figure, whatever is behind it."""

    def __init__(self) -> None:
        super().__init__(at_once=(answer_with(quickest),), duties=(lift_the_lowest,))


def lift_the_lowest(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the acts that lift the lowest gauge, then the one above it; none for a full one."""
    gauges = sorted(_gauges(view), key=lambda gauge: gauge[0])
    yield from chain.from_iterable(acts for level, acts in gauges if level < 100)


def _gauges(view: View) -> Iterator[Gauge]:
    header = view.header()
    yield _level("waiting", header.waiting), _spread_out(view)
    yield _level("calls", header.calls), (Phones(one.id) for one in here(view) if not one.phones)
    yield _level("p1", header.p1), _fewer_urgent(view)
    soon = (Acknowledge(one.id) for one in about_to_wait_too_long(view, AHEAD))
    yield _level("due", header.due_soon), soon
    yield _level("signs", sum(len(one.signs) for one in view.team())), _cheer_up(view)
    for one in view.world.stakeholders:
        if one.expects:
            yield _level("word", _silence(view, one.id)), _write(view, one.id)


def _level(gauge: str, count: int) -> int:
    empty = EMPTY[gauge]
    return 100 - 100 * min(count, empty) // empty


def _silence(view: View, who: str) -> int:
    """Return the minutes since somebody heard from the lead; 0 while nothing burns."""
    if not burning(view):
        return 0
    known = next(one for one in view.stakeholders() if one.id == who)
    return view.now - (known.last_word or 0)


def _spread_out(view: View) -> Iterator[AnyAct]:
    """Yield the next waiting ticket for whoever has least to do, able or not."""
    idlest = min(here(view), key=lambda one: (one.load, -one.idle), default=None)
    if idlest is not None:
        yield from (Assign(one.id, idlest.id) for one in view.waiting())


def _fewer_urgent(view: View) -> Iterator[AnyAct]:
    """Yield what makes fewer P1s: a lower priority, a word to go on, anybody on the outage."""
    for ticket in view.tickets():
        if ticket.priority == 1:
            yield SetPriority(ticket.id, 2)
    idlest = min(here(view), key=lambda one: one.load, default=None)
    for one in burning(view):
        if one.halted_since is not None:
            yield GoAhead(one.id)
        elif not one.who and idlest is not None:
            yield Assign(one.id, idlest.id)


def _cheer_up(view: View) -> Iterator[AnyAct]:
    """Yield a break, or thanks in general, for whoever shows a sign."""
    for person in view.team():
        if person.signs:
            yield SendOnBreak(person.id)
            yield Recognise(person.id)


def _write(view: View, who: str) -> Iterator[AnyAct]:
    word = update(view, who, subject_of(view, who))
    if word is not None:
        yield word
