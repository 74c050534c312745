"""Tickets and calls as the lead sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class TicketView(NamedTuple):
    """A ticket as the lead sees it."""

    id: str
    number: int
    """What the queue shows: 204."""
    subject: str
    body: str
    requester: str
    channel: str
    skill: str
    service: str
    priority: int
    """As logged, or as triage or the lead set it."""
    triaged: bool
    arrived: int
    state: str
    """new, assigned, in-progress, parked, on-user, on-vendor, waiting-lead, deferred, linked,
    resolved, declined."""
    who: str
    """Analyst's id, `lead`, or ""."""
    parked_by: str
    respond_by: int | None
    """Minute of the response target; None once somebody responded."""
    resolve_by: int
    left: int
    """Minutes to the next target; negative when missed."""
    incident: str
    """The incident it is linked to, or known to belong to."""
    returned: int
    outcomes: tuple[tuple[str, str], ...]
    earlier: int = 0
    """Number of the ticket the same person called about before it today; 0 for none."""
    impact: int = 0
    """1 high to 3 low, once triaged; 0 where the scenario does not say."""
    urgency: int = 0
    of: str = ""
    """Id of its kind: `password-reset`."""
    asks: str = ""
    """The approval that whoever has it waits for."""
    halted_since: int | None = None
    """Minute since which they wait for it."""
    until: int | None = None
    """Minute until which it is put off; None for the next shift, or not at all."""
    permits: tuple[tuple[str, str], ...] = ()
    """The approval it needs, if it needs one: it can be given beforehand."""
    due: int | None = None
    """Minute by which it was wanted when it was given away."""
    hands: int = 0
    """How many times it has changed hands."""
    came_back: bool = False
    """Whether somebody has had it twice, with others in between."""


@dataclass(frozen=True, slots=True)
class CallView:
    """Somebody who waits for an answer, on the telephone or at the counter."""

    id: str
    channel: str
    """phone or walk-up."""
    since: int
    """Minute since which they have waited."""
    again: int
    """How often they had given up before."""
