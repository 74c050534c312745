"""Messages that were given before, so that they can be repeated or go on as drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Message
    from simulator.tui.desk import Sight


@dataclass(frozen=True, slots=True)
class Sent:
    """A message and the minute it was given."""

    message: Message
    at: int
    words: str = ""
    """The own line."""
    lost: bool = False
    """Whether it came to nothing, so that it is a draft again."""
    state: str = ""
    """The state its incident was in when it was given."""


def state_of(sight: Sight, about: str) -> str:
    """Return the state of the incident that a message is about, "" for none."""
    return next((one.state for one in sight.incidents() if one.id == about), "")


Recall = Callable[[str, str], "Sent | None"]
"""Returns the last message to an audience about a matter."""


def nothing(to: str, about: str) -> Sent | None:
    """Recall no message at all."""
    return None
