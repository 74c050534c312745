"""Standing orders: lasting rules that people follow by themselves when the moment comes.

`route` sends a matter to one person while they are in; `only` lets nobody else touch it, whoever
is in; `allow` lets somebody do without asking what needs an approval or a permit; `escalate` and
`tell` act at a threshold in minutes (see `watches`). What an order does is an entry that points
back to the entry that set it (B4, B57, B63).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.records import HERE, NOBODY
from simulator.engine.state import note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State
    from simulator.engine.world import TicketKind

TIMED = ("escalate", "tell")
"""Rules that have a threshold."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One standing order, as it was given."""

    number: int
    rule: str
    what: str
    """A skill, a kind of ticket or a service; for `allow` an approval or a permit."""
    who: str
    after: int
    """Threshold in minutes, -1 for none."""
    entry: int
    """The entry that set it."""

    def same_matter(self, rule: str, what: str, who: str) -> bool:
        """Return whether another order would stand in this one's place."""
        if self.rule != rule or self.what != what:
            return False
        return rule in ("route", "only") or self.who == who


def of(state: State, *rules: str) -> Iterator[Standing]:
    """Yield the orders of some rules, oldest first."""
    return (one for one in state.standing.values() if one.rule in rules)


def about(kind: TicketKind, what: str) -> bool:
    """Return whether a kind of ticket is a matter: by skill, by its own id, by service."""
    return what in (kind.skill, kind.id, kind.service)


def suits(purpose: str, ticket: Ticket) -> bool:
    """Return whether a ticket is what somebody is kept free for (B17)."""
    return ticket.priority == 1 if purpose == "p1" else ticket.kind.skill == purpose


def lets(state: State, analyst: Analyst, ticket: Ticket) -> bool:
    """Return whether somebody may take a ticket unasked, as orders and reserves stand."""
    if analyst.kept_for and not suits(analyst.kept_for, ticket):
        return False
    for one in of(state, "route", "only"):
        if one.who != analyst.id and about(ticket.kind, one.what):
            other = state.analysts[one.who]
            if one.rule == "only" or (other.place in HERE and not other.kept_for):
                return False
    return True


def meant_for(state: State, analyst: Analyst) -> str:
    """Return the first waiting ticket that is routed to somebody, or kept for them; "" for none."""
    mine = [one.what for one in of(state, "route", "only") if one.who == analyst.id]
    for ident in state.waiting:
        ticket = state.tickets[ident]
        routed = any(about(ticket.kind, what) for what in mine)
        if (routed or analyst.kept_for) and lets(state, analyst, ticket):
            return ident
    return NOBODY


def routed(state: State, analyst: Analyst, ticket: Ticket, because: int) -> int:
    """Note that somebody takes a ticket by order; return the entry that this is because of."""
    for one in of(state, "route", "only"):
        if one.who == analyst.id and about(ticket.kind, one.what):
            return note(
                state, "order.followed", "world", ticket.ref, analyst.ref, one.entry,
                {"order": one.number, "rule": one.rule, "to": analyst.id},
            )  # fmt: skip
    return because


def allowed(state: State, asks: str, who: str, subject: str) -> bool:
    """Return whether an order lets somebody go on without asking, and note that it did (B4)."""
    for one in of(state, "allow"):
        if one.what == asks and one.who in (NOBODY, who):
            note(
                state, "order.followed", "world", subject, state.analysts[who].ref, one.entry,
                {"order": one.number, "rule": one.rule, "to": who},
            )  # fmt: skip
            return True
    return False
