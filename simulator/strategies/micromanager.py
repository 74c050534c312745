"""The micromanager: gives every piece away on the tightest terms, and looks in all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import AnyAct, Assign, CheckIn, Reassign
from simulator.strategies import duties_incident as incident
from simulator.strategies import duties_queue as queue
from simulator.strategies import duties_words as words
from simulator.strategies.answers import answer_with, surest
from simulator.strategies.dutiful import Dutiful
from simulator.strategies.matching import owner_for
from simulator.strategies.reading import burning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.view import View
    from simulator.strategies.memory import Memory

NEXT_WORD = 20
"""Minutes between updates to everybody."""

LOOKS_AGAIN = 8
"""Minutes after which the same person is looked in on again."""

PATIENCE = 20
"""Minutes on one ticket after which it is moved to somebody else."""


class Micromanager(Dutiful):
    """Knows at every minute what everybody does, because he asks them.

    Work is given step by step in the style `show`, nobody may do anything unasked, whoever takes
    long loses the ticket, and the order of work changes with every P1.
    """

    def __init__(self) -> None:
        super().__init__(
            at_once=(answer_with(surest),),
            duties=(
                queue.brief,
                incident.go_ahead,
                give_tightly,
                incident.declare,
                words.first_words(NEXT_WORD, ("executive", "users")),
                hover,
                move_the_slow,
                incident.open_new_services(2),
                incident.open_logged_high,
                assign_each,
            ),
        )


def give_tightly(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the giving of an incident to the best skill: shown how, allowed nothing."""
    for one in burning(view):
        best = owner_for(view, one)
        if best is not None and not one.who:
            yield Assign(one.id, best.id, "show", one.outcomes[0][0] if one.outcomes else "")


def hover(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a look at whoever has been left alone longest, those on an incident first."""
    busy = [
        one
        for one in view.team()
        if one.on and not memory.lately("check-in", one.id, view.now, LOOKS_AGAIN)
    ]
    on_incidents = {one.who for one in burning(view)}
    busy.sort(key=lambda one: (one.id not in on_incidents, memory.given("check-in", one.id) or 0))
    for one in busy[:1]:
        yield CheckIn(one.id)


def move_the_slow(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the move of a ticket that takes long to somebody else, without a note."""
    for person in view.team():
        if not person.on or view.now - person.since < PATIENCE:
            continue
        ticket = next((one for one in view.tickets() if one.id == person.on), None)
        if ticket is None or memory.given("reassign", ticket.id) is not None:
            continue
        other = owner_for(view, ticket, [person.id])
        if other is not None:
            yield Reassign(ticket.id, other.id, "show")


def assign_each(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the giving of the first waiting ticket, so that nobody pulls by themselves."""
    ticket = next(iter(view.waiting()), None)
    best = owner_for(view, ticket) if ticket is not None else None
    if ticket is not None and best is not None:
        yield Assign(ticket.id, best.id, "show")
