"""Tickets: what they are born with, how they are given, and what holds them up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.records import NOBODY
from simulator.engine.records.base import Record

if TYPE_CHECKING:
    from simulator.engine.chance import Words
    from simulator.engine.log import Ref
    from simulator.engine.world import TicketKind


@dataclass(slots=True, eq=False)
class Birth:
    """What a ticket is born with, whatever the lead does: never changed, shared by forks."""

    id: str
    kind: TicketKind
    arrives: int
    effort: int
    """In ten-thousandths of a minute at 100 %."""
    words: Words | None
    source: str = ""
    """The incident it truly belongs to."""
    returns: int = -1
    """Chance of a return, permille, instead of the rule's; -1 for the rule's."""
    again: int = 0
    """How many times it has come back."""
    earlier: str = ""
    """The ticket that the same person called about before it today."""
    sent_back_by: tuple[str, ...] = ()
    """Who put it back into the queue before the shift began."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms on which the lead gave a ticket to somebody."""

    style: str = ""
    loose: int = 0
    """Steps of freedom more than the person could use."""
    helped: bool = False
    due: int = -1
    """Minute by which it was wanted; -1 for none."""


@dataclass(frozen=True, slots=True)
class Approval:
    """How far the approval of a ticket has come."""

    given: bool = False
    expires: int = -1
    """Minute at which it lapses; -1 for never."""
    halted: int = -1
    """Minute at which `parked_by` last asked for it."""


@dataclass(frozen=True, slots=True)
class Hold:
    """What has held a ticket up: the lead put it off, or it waits for somebody outside."""

    points: int = 0
    """Points of satisfaction that putting it off has cost."""
    times: int = 0
    """How many times it was put off."""
    until: int = -1
    """Minute until which it is put off; -1 for the next shift, or not at all."""
    outside: int = -1
    """Minute since which it waits for somebody outside; -1 while it does not."""
    waited: int = 0
    """Minutes it waited for somebody outside so far."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The point at which whoever has a ticket will stop before it is done."""

    why: str
    """skill, patience, sent-back, user, vendor."""
    left: int
    """Work still to do at that point, same unit as the ticket's."""


PLAIN = Terms()
"""The terms of what the lead gave to nobody."""
UNASKED = Approval()
"""The approval of which nobody has said anything."""
UNHELD = Hold()
"""What nothing has held up."""


@dataclass(slots=True, eq=False)
class Ticket(Record):
    """One ticket."""

    owner: object
    id: str
    ref: Ref
    """The same, as an entry names it."""
    number: int
    born: Birth
    """What it was born with; the properties below read it."""
    kind: TicketKind
    arrived: int
    priority: int
    left: int
    """Work still to do, in ten-thousandths of a minute at 100 %, as of `since`."""
    respond_by: int
    resolve_by: int
    incident: str = ""
    """The incident it is known to belong to."""
    linked: bool = False
    triaged: bool = False
    state: str = "new"
    who: str = NOBODY
    parked_by: str = NOBODY
    since: int = 0
    speed: int = 0
    """Work done in a minute, same unit; 0 while nobody works on it."""
    entry: int = -1
    """Entry of the last start of work."""
    version: int = 0
    responded: int = -1
    late: int = 0
    """1 response target missed, 2 resolution target missed, 3 both."""
    resolved: int = -1
    by: str = NOBODY
    gap: int = 0
    terms: Terms = PLAIN
    approval: Approval = UNASKED
    hold: Hold = UNHELD
    had: tuple[str, ...] = ()
    """Who had it, in order; the last of them works on it, or did last."""
    turn: Turn | None = None
    """Where who has it will stop before it is done; None where they will not."""
    noted: int = -1
    """Parts of the note it was passed on with; -1 where nobody passed it on."""
    let_go: tuple[str, ...] = ()
    """Who put it back into the queue, and does not take it again unasked."""

    @property
    def moves(self) -> int:
        """How many times it has changed hands."""
        return max(0, len(self.had) - 1)

    @property
    def effort(self) -> int:
        """Work in all, in ten-thousandths of a minute at 100 %."""
        return self.born.effort

    @property
    def source(self) -> str:
        """The incident it truly belongs to."""
        return self.born.source

    @property
    def again(self) -> int:
        """How many times it has come back."""
        return self.born.again
