"""The spammer: writes to everybody, about everything, every few minutes, and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.base import Element
from simulator.engine.acts.shapes import Acknowledge, AnyAct, Message
from simulator.strategies.answers import answer_with, quickest
from simulator.strategies.dutiful import Dutiful

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.view import View
    from simulator.strategies.memory import Memory

AGAIN = 6
"""Minutes after which the same people are written to again."""


class Spammer(Dutiful):
    """Sends every element there is to each audience in turn, with the first wording at hand."""

    def __init__(self) -> None:
        super().__init__(
            at_once=(answer_with(quickest),), duties=(write_to_everybody, acknowledge_all)
        )


def write_to_everybody(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a message to whoever was not written to within the last minutes, in turn."""
    about = next((one.id for one in view.incidents()), "")
    everybody = (*(one.id for one in view.stakeholders()), "desk")
    for to in sorted(everybody, key=lambda one: memory.given("message", one) or 0):
        if not memory.lately("message", to, view.now, AGAIN):
            word = everything(view, to, about)
            if word is not None:
                yield word


def everything(view: View, to: str, about: str) -> Message | None:
    """Return a message with each element on offer, known or not; None where none is."""
    parts: dict[str, Element] = {}
    for one in view.wordings(to, about):
        named = view.now + 2 * AGAIN if one.element == "next-update" else None
        parts.setdefault(one.element, Element(one.element, one.id, named))
    return Message(to, about, tuple(parts.values())) if parts else None


def acknowledge_all(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a word to every sender who had none."""
    for ticket in view.tickets():
        if ticket.respond_by is not None and memory.given("acknowledge", ticket.id) is None:
            yield Acknowledge(ticket.id)
