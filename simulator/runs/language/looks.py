"""Lines that only look: read with the ids they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.runs.language import controls as c
from simulator.runs.language import lookups as a
from simulator.runs.language.errors import LineError
from simulator.runs.language.slots import Slot, Whole

if TYPE_CHECKING:
    from simulator.runs.language.desk import Desk

ABOUT: dict[str, tuple[Slot, ...]] = {
    "ticket": (a.TICKET,),
    "who": (a.ANYBODY,),
    "questions": (a.ANYBODY,),
    "messages": (a.AUDIENCE, a.ABOUT),
    "log": (Whole("NUMBER", 1),),
}
"""What stands after a look; the other looks stand alone."""
NEEDED = frozenset({"ticket", "who", "questions", "messages"})
"""Looks whose first word cannot be left out."""


def read_look(word: str, tokens: list[str], desk: Desk) -> c.Look:
    """Return the look that a line asks for; raises `LineError`."""
    slots = ABOUT.get(word, ())
    if len(tokens) > len(slots):
        raise LineError(f"“{tokens[len(slots)]}” is one word too many after {word}.")
    if not tokens and word in NEEDED:
        raise LineError(f"Write: {c.LOOKS[word].rpartition(': ')[2]}")
    return c.Look(
        word, tuple(str(s.read(t, desk, {})) for s, t in zip(slots, tokens, strict=False))
    )
