"""What every record is: something a fork shares until one side writes."""

from __future__ import annotations

from typing import ClassVar, Self


class Record:
    """Something a fork shares until one side writes."""

    __slots__: ClassVar[tuple[str, ...]] = ()
    owner: object

    def copy(self, owner: object) -> Self:
        """Return a twin that belongs to `owner`."""
        cls = type(self)
        twin = cls.__new__(cls)
        for name in cls.__slots__:
            setattr(twin, name, getattr(self, name))
        twin.owner = owner  # type: ignore[misc]  # every record has the slot; the base has none
        return twin
