"""The kind lead: listens to everyone and thanks everyone, and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import AnyAct, Listen, OneOnOne, Recognise
from simulator.strategies.dutiful import Dutiful
from simulator.strategies.options import answer_by, courtesy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.view import View
    from simulator.strategies.memory import Memory

ROUND = 45
"""Minutes after which the same person is listened to once more."""


class Kind(Dutiful):
    """Goes from one to the next with an open ear; work, words to others and choices wait."""

    def __init__(self) -> None:
        super().__init__(
            at_once=(answer_by(courtesy),), duties=(thank_everyone, listen_to_everyone, ask_how)
        )


def thank_everyone(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield thanks for each thing that somebody finished, the latest first."""
    deeds = memory.seen("incident.found") + memory.seen("ticket.resolved")
    for deed in sorted(deeds, reverse=True):
        kind, _, who = deed.actor.partition(":")
        if kind == "analyst" and not memory.lately("recognise", who, view.now, ROUND):
            yield Recognise(who, deed.number)


def listen_to_everyone(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield an open ear for whoever had none lately, those with a sign first."""
    for person in sorted(view.team(), key=lambda one: not one.signs):
        if not memory.lately("listen", person.id, view.now, ROUND):
            yield Listen(person.id)


def ask_how(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield one talk with everybody about how they are."""
    for person in view.team():
        if memory.given("one-on-one", person.id) is None:
            yield OneOnOne(person.id, ("morale", "concern"))
