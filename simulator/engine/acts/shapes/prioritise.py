"""Acts that say what comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from simulator.engine.acts.shapes.ids import AnalystId, IncidentId, Order, TicketId  # noqa: TC001 (run files read them)


@dataclass(frozen=True, slots=True)
class Brief:
    """Brief the team and set the order in which work is pulled."""

    kind: ClassVar[str] = "brief"
    order: Order = "impact"
    why: str = ""
    """A reason offered by the scenario (a fact's id), said with it; "" for none."""


@dataclass(frozen=True, slots=True)
class Triage:
    """Open a ticket and find out what it is really about."""

    kind: ClassVar[str] = "triage"
    ticket: TicketId


@dataclass(frozen=True, slots=True)
class SetPriority:
    """Change a ticket's priority."""

    kind: ClassVar[str] = "set-priority"
    ticket: TicketId
    priority: int


@dataclass(frozen=True, slots=True)
class Link:
    """Link all open duplicates to their incident."""

    kind: ClassVar[str] = "link"
    incident: IncidentId


@dataclass(frozen=True, slots=True)
class Phones:
    """Put somebody on the telephones, or take them off."""

    kind: ClassVar[str] = "phones"
    person: AnalystId
    on: bool = True


@dataclass(frozen=True, slots=True)
class Defer:
    """Put a ticket off to a later minute, or to the next shift, and tell its sender."""

    kind: ClassVar[str] = "defer"
    ticket: TicketId
    until: int | None = None
    """Minute at which it waits for somebody again; None for the next shift."""
    why: str = ""
    """Id of a reason that is on offer; "" gives none."""


@dataclass(frozen=True, slots=True)
class Decline:
    """Say no to a ticket: it is closed, and its sender is told."""

    kind: ClassVar[str] = "decline"
    ticket: TicketId
    why: str = ""
    """Id of a reason that is on offer; "" gives none."""


SHAPES = (Brief, Triage, SetPriority, Link, Phones, Defer, Decline)
AnyPrioritise = Brief | Triage | SetPriority | Link | Phones | Defer | Decline
