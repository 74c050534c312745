"""What every record is: something a fork shares until one side writes; and a ticket's birth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

if TYPE_CHECKING:
    from simulator.engine.chance import Words
    from simulator.engine.world import TicketKind


@dataclass(slots=True, eq=False)
class Birth:
    """What a ticket is born with, whatever the lead does: never changed, shared by forks."""

    id: str
    kind: TicketKind
    arrives: int
    effort: int
    """In ten-thousandths of a minute at 100 %."""
    words: Words | None
    source: str = ""
    """The incident it truly belongs to."""
    returns: int = -1
    """Chance of a return, permille, instead of the rule's; -1 for the rule's."""
    again: int = 0
    """How many times it has come back."""
    earlier: str = ""
    """The ticket that the same person called about before it today."""


class Record:
    """Something a fork shares until one side writes."""

    __slots__ = ()
    _names: ClassVar[tuple[str, ...]]
    owner: object

    def copy(self, owner: object) -> Self:
        """Return a twin that belongs to `owner`."""
        cls = type(self)
        twin = cls.__new__(cls)
        for name in cls._names:
            setattr(twin, name, getattr(self, name))
        twin.owner = owner  # type: ignore[misc]  # every record has the slot; the base has none
        return twin
