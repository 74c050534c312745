"""The lead's agenda as a record: what is in hand, and what waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.engine.acts.base import Given


@dataclass(slots=True, eq=False)
class Lead:
    """The lead's agenda."""

    queue: tuple[Given, ...] = ()
    """Acts that wait for their turn, first to last."""
    hand: Given | None = None
    begun: int = 0
    until: int = 0
    version: int = 0
    family: dict[str, int] = field(default_factory=dict)
    """Minutes spent so far, by family of acts."""
    entries: dict[int, int] = field(default_factory=dict)
    """Number of an act and its entry `act.given`."""
    ended: tuple[int, ...] = ()
    """Numbers of acts that are done, failed, left or withdrawn."""

    def copy(self) -> Lead:
        """Return a twin."""
        return Lead(
            self.queue, self.hand, self.begun, self.until, self.version,
            self.family.copy(), self.entries.copy(), self.ended,
        )  # fmt: skip
