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
    credit: int = -1
    """What the answer is worth, 0 to 3, as things stood when it was begun; -1 for feedback only."""
    untrue: bool = False
    """Whether it invents or hides a fact, as things stood then."""
