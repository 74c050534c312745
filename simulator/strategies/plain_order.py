"""Plain leads that know one rule for what comes first: whoever came first, or who is loudest."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import AnyAct, Assign, Brief, Triage
from simulator.strategies import duties_incident as incident
from simulator.strategies import duties_words as words
from simulator.strategies import owed
from simulator.strategies.answers import answer_with, most_time, quickest
from simulator.strategies.dutiful import Dutiful
from simulator.strategies.matching import owner_for, style_for
from simulator.strategies.reading import burning, from_somebody_known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import IncidentView, TicketView
    from simulator.engine.view import View
    from simulator.strategies.memory import Memory

NEXT_WORD = 25
"""Minutes to the next word that an update names."""

MARGIN = 2
"""Minutes before a promised word is due at which it goes out."""

IN_PERSON = ("phone", "walk-up")
"""Channels on which somebody can be heard."""


class FirstInFirstOut(Dutiful):
    """Opens and gives away whatever has waited longest; an outage waits its turn like the rest."""

    def __init__(self) -> None:
        super().__init__(
            at_once=(answer_with(quickest),),
            duties=(
                brief_oldest, owed.check_ins, owed.promised_words(MARGIN, NEXT_WORD),
                serve_in_turn,
            ),
        )  # fmt: skip


class LoudestFirst(Dutiful):
    """Turns to whoever can be heard: who calls, who calls again, who asked last, most at once."""

    def __init__(self) -> None:
        super().__init__(
            at_once=(answer_with(most_time),),
            duties=(
                incident.go_ahead, owed.promised_words(MARGIN, NEXT_WORD), give_loudest,
                words.first_words(NEXT_WORD, ("executive", "users")),
                words.keep_the_cadence(NEXT_WORD, NEXT_WORD),
            ),
        )  # fmt: skip


def brief_oldest(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield one briefing: the oldest first."""
    if not view.order:
        yield Brief("oldest")


def serve_in_turn(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield what has waited longest for the lead, whatever it is, then the next one."""
    waits = [(one.arrived, _give(view, one)) for one in view.waiting()]
    waits += [(one.known_since, _give(view, one)) for one in burning(view) if not one.who]
    halted = [one for one in view.incidents() if one.halted_since is not None]
    waits += [(one.halted_since or 0, incident.go_ahead(view, memory)) for one in halted[:1]]
    for _, acts in sorted(waits, key=itemgetter(0)):
        yield from acts


def give_loudest(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield what the task with the most noise about it needs next; silent tasks are let be."""
    known = {one.id for one in from_somebody_known(view)}

    def noise(task: TicketView) -> tuple[int, bool, int]:
        voice = (task.id in known) + (task.channel in IN_PERSON) + bool(task.earlier)
        return voice, task.priority == 1, -task.number

    for one in sorted(burning(view), key=lambda one: one.linked + one.unlinked, reverse=True):
        if not one.who and (one.linked or one.unlinked):
            yield from _give(view, one)
    for ticket in sorted(view.waiting(), key=noise, reverse=True):
        if any(noise(ticket)[:2]):
            yield from _give(view, ticket)


def _give(view: View, task: TicketView | IncidentView) -> Iterator[AnyAct]:
    """Yield the opening of a ticket that is unread; of anything else, the giving to who can."""
    if not getattr(task, "triaged", True):
        yield Triage(task.id)
        return
    best = owner_for(view, task)
    if best is not None:
        yield Assign(task.id, best.id, style_for(view, best, task))
