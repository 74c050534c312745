"""The same act some minutes later: a way of its own where something else could have gone first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.engine.acts.base import Act
from simulator.engine.acts.shapes import Listen, Message, OneOnOne, SendOnBreak, TalkThrough
from simulator.strategies.reading import burning

if TYPE_CHECKING:
    from simulator.engine.view import View

MINUTES = 10
"""How much later: long enough for something else first, and inside every audience's band. (J)"""
CAN_WAIT = (Listen, OneOnOne, SendOnBreak, TalkThrough)
"""Acts beside messages that can be had later as well, where something more urgent stands open."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """An act as it is given later: the times that it names are as much later."""

    act: Act
    at: int
    """The minute at which it is given."""

    @property
    def next_word(self) -> int | None:
        """The minute that it names for the next word; None for none."""
        found = self.act.elements if isinstance(self.act, Message) else ()
        return next((one.minute for one in found if one.minute is not None), None)


Other = Act | PutOff | None
"""What could have been done instead of an act; None is nothing at all."""


def at_once(act: Other) -> Act | None:
    """Return what is given in the very minute; None for nothing, and for what is put off."""
    return None if isinstance(act, PutOff) else act


def put_off(view: View, act: Act) -> PutOff | None:
    """Return an act some minutes later where waiting was a choice; None where it was none.

    That is where something pressing could have gone first, or where a word comes so long before
    the minute it was promised for that it can wait. A word is not put off beyond that minute, and
    nothing beyond the shift.
    """
    later = view.now + MINUTES
    if not isinstance(act, Message):
        wait = isinstance(act, CAN_WAIT) and pressing(view)
        return PutOff(act, later) if wait and later < view.length else None
    due = [one.due for one in view.promises() if one.what == "update" and one.to == act.to]
    sent = later + view.cost(act)
    elements = tuple(
        one if one.minute is None else replace(one, minute=one.minute + MINUTES)
        for one in act.elements
    )
    found = PutOff(replace(act, elements=elements), later)
    if any(sent > minute for minute in due) or (found.next_word or sent) >= view.length:
        return None
    return found if due or pressing(view) else None


def pressing(view: View) -> bool:
    """Return whether somebody waited for the lead: for an answer, a word, or a first owner."""
    if next(iter(view.scenes()), None) is not None:
        return True
    return any(not one.who or one.halted_since is not None for one in burning(view))
