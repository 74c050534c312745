"""What every record is: something a fork shares until one side writes."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Self

if TYPE_CHECKING:
    from collections.abc import Callable


class Record:
    """Something a fork shares until one side writes: a dataclass whose first field is its owner."""

    __slots__: ClassVar[tuple[str, ...]] = ()
    owner: object

    def copy(self, owner: object) -> Self:
        """Return a twin that belongs to `owner`."""
        record: Any = type(self)
        twin: Self = record(owner, *_all_but_owner(record)(self))
        return twin


@cache
def _all_but_owner(record: type[Record]) -> Callable[[Record], tuple[Any, ...]]:
    """Return what reads the other fields of such a record, in their order."""
    return attrgetter(*record.__slots__[1:])
