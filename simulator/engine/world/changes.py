"""Changes that somebody has planned for the shift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.engine.world.incidents import Risk
    from simulator.engine.world.values import Moment


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change that goes on at its minute unless it is frozen (B54)."""

    id: str
    text: str
    at: Moment
    by: str = ""
    """The stakeholder whose change it is; "" for nobody who minds."""
    harms: tuple[str, ...] = ()
    """Incidents that it makes worse while they are open."""
    risk: Risk | None = None
    """What it breaks then, and for how long everybody is out."""
    known_by: str = ""
    """The fact by which the lead knows of it; "" from the start."""
    allowed_by: str = ""
    """The stakeholder who can freeze it; "" is the lead's own to freeze."""
