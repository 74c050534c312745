"""What the lead can see of a shift: lazy, read-only, valid until the next step.

A view hides what `seen` hides: true priorities before triage, causes, the numbers behind people.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from simulator.engine import authority, changes, ledger, looks
from simulator.engine.authority import Need
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.putting_off import DECLINED
from simulator.engine.records import LEAD
from simulator.engine.seen import (
    AnalystView,
    CallView,
    ChangeView,
    ConflictView,
    Header,
    IncidentView,
    StakeholderView,
    TicketView,
)
from simulator.engine.view_lead import LeadView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.engine.authority import Power
    from simulator.engine.ledger import Change
    from simulator.engine.log import LogEntry
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State
    from simulator.engine.world import World


_pressing: Callable[[Ticket], tuple[int, int, int]] = attrgetter("priority", "resolve_by", "number")
"""Place of a ticket in a list: the smallest is the most pressing."""


class View(LeadView):
    """The lead's view of a state."""

    __slots__ = ("_read",)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._read = 0

    @property
    def now(self) -> int:
        """Minutes since the shift began."""
        return self._state.now

    @property
    def over(self) -> bool:
        """Whether the shift has ended."""
        return self._state.over

    @property
    def world(self) -> World:
        """The scenario's world, for texts and fixed facts about the desk."""
        return self._state.world

    @property
    def length(self) -> int:
        """Length of the shift in minutes."""
        return self._state.world.length

    @property
    def order(self) -> str:
        """The order the team was briefed on; "" for none."""
        return self._state.order

    # Tickets ----------------------------------------------------------------------------------

    def tickets(self) -> Iterator[TicketView]:
        """Yield all open tickets that stand on their own, most pressing first."""
        s = self._state
        still = [t for t in s.tickets.values() if t.resolved < 0 and not t.linked]
        still.sort(key=_pressing)
        for ticket in still:
            yield looks.ticket(self._state, ticket)

    def waiting(self) -> Iterator[TicketView]:
        """Yield the tickets that wait for somebody, most pressing first."""
        s = self._state
        still = [s.tickets[ident] for ident in s.waiting]
        still.sort(key=_pressing)
        return (looks.ticket(self._state, one) for one in still)

    def ticket(self, ident: str) -> TicketView:
        """Return a ticket, open or not; raises `KeyError` for one that has not come in."""
        return looks.ticket(self._state, self._state.tickets[ident])

    def all_tickets(self) -> Iterator[TicketView]:
        """Yield every ticket that has come in, in order of arrival."""
        return (looks.ticket(self._state, one) for one in self._state.tickets.values())

    def declined(self) -> Iterator[TicketView]:
        """Return the tickets that were declined, in order of arrival."""
        s = self._state
        gone = [one for one in s.tickets.values() if one.state == DECLINED] if s.declined else []
        return (looks.ticket(s, one) for one in gone)

    def calls(self) -> Iterator[CallView]:
        """Return who rings or stands at the counter and waits, longest first."""
        return looks.calls_waiting(self._state)

    # People -----------------------------------------------------------------------------------

    def team(self) -> Iterator[AnalystView]:
        """Yield the roster, in its own order."""
        return (self.analyst(one.id) for one in self._state.world.team)

    def analyst(self, ident: str) -> AnalystView:
        """Return one analyst: place, load and visible signs."""
        return looks.analyst(self._state, ident)

    def stakeholders(self) -> Iterator[StakeholderView]:
        """Yield everybody outside the team."""
        for spec in self._state.world.stakeholders:
            one = self._state.stakeholders[spec.id]
            yield StakeholderView(
                spec.id, spec.name, spec.short, spec.audience, spec.role,
                one.last_word if one.last_word >= 0 else None,
                one.asked_at if one.asked_at >= 0 else None,
                one.orders,
            )  # fmt: skip

    def ledger(self, who: str) -> Iterator[Change]:
        """Yield what moved a stakeholder's trust as far as the lead could see it, oldest first."""
        return ledger.changes(self._state, who)

    def powers(self) -> Iterator[Power]:
        """Yield what the lead's authority names, with the yeses that stand."""
        return authority.powers(self._state)

    def whose(self, power: str) -> str:
        """Return the stakeholder whose word a power needs now; "" where the lead may use it."""
        reason = authority.refusal(self._state, (Need((power,)),))
        return reason.about[0].partition(":")[2] if reason is not None else ""

    def conflicts(self) -> Iterator[ConflictView]:
        """Yield friction that has shown itself."""
        for ident, one in self._state.conflicts.items():
            if one.shown >= 0:
                yield ConflictView(
                    ident, self._state.plan.conflicts[ident].between, one.sign, one.shown,
                    one.heard, one.settled,
                )  # fmt: skip

    # Incidents --------------------------------------------------------------------------------

    def incidents(self) -> Iterator[IncidentView]:
        """Yield incidents that are suspected or declared and not mended for good."""
        for ident, one in self._state.incidents.items():
            if one.known >= 0 and one.state != "coming":
                yield self.incident(ident)

    def incident(self, ident: str) -> IncidentView:
        """Return one incident; raises `KeyError` for one that nothing is known of."""
        return looks.incident(self._state, ident)

    def changes(self) -> Iterator[ChangeView]:
        """Yield the planned changes that the lead knows of."""
        s = self._state
        return (looks.change(s, one) for one in s.changes if changes.known(s, one))

    # What happened ----------------------------------------------------------------------------

    def header(self) -> Header:
        """Return the figures of the top line."""
        return looks.header(self._state)

    def new(self) -> Sequence[LogEntry]:
        """Return the entries the lead could see since the last call on this view."""
        log, read = self._state.log, self._read
        self._read = len(log)
        return log.seen_since(read)

    def strip(self, count: int) -> list[LogEntry]:
        """Return the last entries that have a sentence and were seen, newest first."""
        found: list[LogEntry] = []
        for entry in reversed(self._state.log):
            if len(found) == count:
                break
            if entry.seen and CATALOGUE[entry.kind].sentence:
                found.append(entry)
        return found


__all__ = ["LEAD", "Header", "View"]
