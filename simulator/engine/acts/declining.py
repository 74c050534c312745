"""Rules of the acts by which the desk does not do something now, or not at all (B65)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import putting_off
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.acts.prioritise import ticket_gone
from simulator.engine.reasons import offered_reasons
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Decline, Defer
    from simulator.engine.state import State


def _refuse(s: State, act: Defer | Decline) -> Refusal | None:
    gone = ticket_gone(s, act.ticket)
    if gone is not None:
        return gone
    if s.tickets[act.ticket].linked:
        return Refusal("ticket.linked", (f"ticket:{act.ticket}",))
    if s.tickets[act.ticket].who == LEAD:
        return Refusal("reassign.yours")
    if act.why and act.why not in offered_reasons(s.world):
        return Refusal("defer.reason-unknown")
    return None


class DeferRule(PricedRule):
    """Put a ticket off; its sender is told until when, and why."""

    family: Family = "prioritise"

    def refuse(self, s: State, act: Defer) -> Refusal | None:
        """Return why not."""
        refusal = _refuse(s, act)
        if refusal is None and tasks.out_of_time(s, act.until, self.cost(s, act) + 1):
            return Refusal("assign.time")
        return refusal

    def apply(self, s: State, act: Defer, because: int) -> None:
        """Carry it out."""
        until = -1 if act.until is None else act.until
        ticket = s.tickets[act.ticket]
        note(
            s, "ticket.deferred", "lead", ticket.ref, LEAD, because,
            {
                "until": until, "why": act.why, "priority": ticket.priority,
                "again": ticket.hold.times,
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
        putting_off.put_off(s, act.ticket, until, bool(act.why))


class DeclineRule(PricedRule):
    """Say no: the ticket is closed, and whoever needed it remembers why."""

    family: Family = "prioritise"

    def refuse(self, s: State, act: Decline) -> Refusal | None:
        """Return why not."""
        return _refuse(s, act)

    def apply(self, s: State, act: Decline, because: int) -> None:
        """Carry it out."""
        ticket = s.tickets[act.ticket]
        note(
            s, "ticket.declined", "lead", ticket.ref, LEAD, because,
            {
                "why": act.why, "priority": ticket.priority,
                "satisfaction": s.rules.satisfaction_declined[0 if act.why else 1],
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
        putting_off.decline(s, act.ticket)
