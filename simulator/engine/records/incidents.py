"""Services that fail, and the changes that can bring that about."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.records import NOBODY
from simulator.engine.records.base import Record


@dataclass(slots=True, eq=False)
class Incident(Record):
    """A service that fails."""

    owner: object
    id: str
    starts: int
    state: str = "coming"
    """coming, open, mitigated, resolved."""
    known: int = -1
    declared: int = -1
    severity: int = 0
    linked: bool = False
    step: int = 0
    """Index of the next or current step."""
    left: int = 0
    since: int = 0
    speed: int = 0
    version: int = 0
    working: bool = False
    who: str = NOBODY
    beside: str = NOBODY
    style: str = ""
    outcome: str = ""
    due: int = -1
    may: tuple[str, ...] = ()
    unasked: bool = False
    fit: int = 0
    gap: int = 0
    halted: int = -1
    asks: str = ""
    waited: int = 0
    """Minutes it has stood still for the lead so far."""
    parked: int = -1
    """Minute at which its person was last called away from it; -1 while they are on it."""
    moved: int = -1
    """Minute of the last progress: found, given, allowed or put in place."""
    roles: tuple[tuple[str, str], ...] = ()
    """Roles that were given away, each with its holder."""
    recorded: bool = False
    """Whether a scribe kept its record."""
    worse_until: int = -1
    tries: int = 0
    worded: bool = False
    workaround: bool = False
    ways: tuple[str, ...] = ()
    mitigated: int = -1
    resolved: int = -1
    done: tuple[str, ...] = ()
    testing: str = ""
    """The theory in hand instead of the step."""
    set_aside: int = 0
    """Work still to do on the step that was set aside for it."""
    tested: tuple[str, ...] = ()
    """Theories that were tested, whatever came of it."""
    worse_by: str = ""
    """The step or way that made it worse last."""
    mended_by: str = ""
    """The step or way that brought the service back."""
    recoveries: int = 0
    """How many times it looked back: the occasion of the next one's chance."""
    sound: bool = True
    """Whether the last of them holds."""
    verified: int = -1
    """Minute at which users confirmed that it is back."""
    joined: tuple[tuple[str, int], ...] = ()
    """Who was brought onto it, and since when."""
    spare_since: int = -1
    """Minute from which the desk had nothing left to do on it."""
    reviewed: int = -1


@dataclass(slots=True, eq=False)
class Change(Record):
    """A change somebody has planned."""

    owner: object
    id: str
    at: int
    """The minute it is planned for."""
    frozen: int = -1
    made: int = -1
