"""The lead's own agenda, and the figures of the top line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class InHand(NamedTuple):
    """The act the lead is busy with, or one that is queued."""

    number: int
    act: object
    """The act itself (one of `acts.shapes`)."""
    begun: int | None
    until: int | None
    minutes: int
    over_since: int = -1
    """For a message: minute since which what it tells of is over, where that came after it was
    given; -1 otherwise."""


class Agenda(NamedTuple):
    """The lead's agenda."""

    in_hand: InHand | None
    queued: tuple[InHand, ...]
    free_at: int
    """Minute at which all of it will be done."""

    @property
    def overtaken(self) -> tuple[InHand, ...]:
        """The messages that have not gone yet while what they tell of is over."""
        lined = (self.in_hand, *self.queued)
        return tuple(one for one in lined if one is not None and one.over_since >= 0)


@dataclass(frozen=True, slots=True)
class Header:
    """The figures of the top line."""

    waiting: int
    trend: int
    """Change of the waiting tickets over the last ten minutes."""
    calls: int
    p1: int
    due_soon: int
    """Targets that fall due in the next fifteen minutes."""
    longest_call: int = 0
    """The longest wait of the calls that ring for the desk, minutes."""
