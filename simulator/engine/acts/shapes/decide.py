"""Acts that decide something for the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from simulator.engine.acts.shapes.ids import IncidentId  # noqa: TC001 (run files read them)


@dataclass(frozen=True, slots=True)
class Declare:
    """Declare an incident, with a severity."""

    kind: ClassVar[str] = "declare"
    incident: IncidentId
    severity: int = 1


@dataclass(frozen=True, slots=True)
class Workaround:
    """Order one of an incident's ways: a workaround, or a rollback that may need a word."""

    kind: ClassVar[str] = "workaround"
    incident: IncidentId
    way: str


@dataclass(frozen=True, slots=True)
class Decide:
    """Record a decision: what, why, from when, and what happens if it fails."""

    kind: ClassVar[str] = "decide"
    what: str
    why: tuple[str, ...] = ()
    threshold: int | None = None
    """Minute from which it holds."""
    if_fails: str = ""


SHAPES = (Declare, Workaround, Decide)
AnyDecide = Declare | Workaround | Decide
