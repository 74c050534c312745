"""What of the storyline is open, or was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.records.base import Record

if TYPE_CHECKING:
    from simulator.engine.world import Choice


@dataclass(slots=True, eq=False)
class Scene(Record):
    """An item of the storyline whose scene is open or was."""

    owner: object
    id: str
    opened: int
    until: int
    entry: int
    choices: tuple[Choice, ...] = ()
    """In the order in which they are shown."""
    state: str = "open"
    """open, put-off, answering, answered, lapsed."""
    put_off: bool = False
    """Whether the lead said "not now" before."""
    choice: str = ""
