"""Rules of the acts that say what comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import calls, clocks, contacts, feelings, incidents, knowledge, room
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.owning import own_analyst, own_incident, own_ticket
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Brief, Link, SetPriority, Triage
    from simulator.engine.state import State


def ticket_gone(s: State, ident: str) -> Refusal | None:
    """Return why nothing can be done about a ticket any more."""
    ticket = s.tickets.get(ident)
    if ticket is None:
        return Refusal("ticket.unknown")
    if ticket.resolved >= 0:
        return Refusal("ticket.resolved", (f"ticket:{ident}",))
    return None


class BriefRule(PricedRule):
    """Brief the team: a clear order ends guessing; changing it again costs.

    An order that was said without a reason can be said again with one (B24).
    """

    family: Family = "prioritise"

    def refuse(self, s: State, act: Brief) -> Refusal | None:
        """Return why not."""
        if act.order == s.order and (s.order_why or not act.why):
            return Refusal("brief.same")
        if act.why and act.why not in s.facts:
            return Refusal("fact.unknown")
        return None

    def apply(self, s: State, act: Brief, because: int) -> None:
        """Set the order in which work is pulled."""
        changed = s.order not in ("", act.order)
        s.order, s.order_why = act.order, act.why
        data: dict[str, int | str | bool | tuple[int | str, ...]] = {
            "order": act.order, "changed": changed, "minutes": self.cost(s, act),
        }  # fmt: skip
        if act.why:
            data["why"] = act.why
        entry = note(s, "order.briefed", "lead", "desk", LEAD, because, data)
        room.say(s, entry, ("desk", "break"))
        _put_to_work(s)


def _put_to_work(s: State) -> None:
    """Let those who waited to be asked take something, now that they know what."""
    from simulator.engine import work

    for who in list(s.idle):
        if s.analysts[who].place == "desk" and not s.analysts[who].spec.remote:
            work.free(s, own_analyst(s, who))


class TriageRule(PricedRule):
    """Open a ticket: only now its true priority shows."""

    family: Family = "prioritise"

    def refuse(self, s: State, act: Triage) -> Refusal | None:
        """Return why not."""
        gone = ticket_gone(s, act.ticket)
        if gone is not None:
            return gone
        if s.tickets[act.ticket].triaged:
            return Refusal("triage.done", (f"ticket:{act.ticket}",))
        return None

    def apply(self, s: State, act: Triage, because: int) -> None:
        """Show what the ticket is really about."""
        ticket = own_ticket(s, act.ticket)
        before, true = ticket.priority, ticket.kind.true
        ticket.triaged = True
        data: dict[str, int | str | bool | tuple[int | str, ...]] = {
            "priority": true, "logged": before, "minutes": self.cost(s, act),
        }  # fmt: skip
        if ticket.source:
            data["incident"] = ticket.source
        entry = note(s, "ticket.triaged", "lead", f"ticket:{act.ticket}", LEAD, because, data)
        if true != before:
            _change_priority(s, act.ticket, true)
        for fact in ticket.kind.finds:
            knowledge.learn(s, fact, "lead", f"ticket:{act.ticket}", entry)
        if ticket.source and not s.plan.incidents[ticket.source].known_by:
            incidents.make_known(s, ticket.source, "lead", entry)


def _change_priority(s: State, ident: str, priority: int) -> None:
    """Change a priority; a P1 weighs more on who has it in hand."""
    clocks.set_priority(s, ident, priority)
    holder = s.tickets[ident].who
    if holder in s.analysts:
        feelings.retune(s, own_analyst(s, holder))


class SetPriorityRule(PricedRule):
    """Set a ticket's priority by hand."""

    family: Family = "prioritise"

    def refuse(self, s: State, act: SetPriority) -> Refusal | None:
        """Return why not."""
        if not 1 <= act.priority <= 4:
            return Refusal("priority.range")
        gone = ticket_gone(s, act.ticket)
        if gone is not None:
            return gone
        if s.tickets[act.ticket].priority == act.priority:
            return Refusal("priority.same", (f"ticket:{act.ticket}",))
        return None

    def apply(self, s: State, act: SetPriority, because: int) -> None:
        """Change it; the clocks follow."""
        before = s.tickets[act.ticket].priority
        _change_priority(s, act.ticket, act.priority)
        note(
            s, "ticket.prioritised", "lead", f"ticket:{act.ticket}", LEAD, because,
            {"priority": act.priority, "before": before, "minutes": self.cost(s, act)},
        )  # fmt: skip


class LinkRule(PricedRule):
    """Link the duplicates of an incident to it."""

    family: Family = "prioritise"

    def refuse(self, s: State, act: Link) -> Refusal | None:
        """Return why not."""
        incident = s.incidents.get(act.incident)
        if incident is None or incident.known < 0:
            return Refusal("incident.unknown")
        if incident.declared < 0:
            return Refusal("incident.not-declared", (f"incident:{act.incident}",))
        if not duplicates(s, act.incident):
            return Refusal("link.none", (f"incident:{act.incident}",))
        return None

    def apply(self, s: State, act: Link, because: int) -> None:
        """Fold them in; who worked on one is free again."""
        found = duplicates(s, act.incident)
        own_incident(s, act.incident).linked = True
        entry = note(
            s, "incident.linked", "lead", f"incident:{act.incident}", LEAD, because,
            {"linked": len(found), "minutes": self.cost(s, act)},
        )  # fmt: skip
        for ident in found:
            contacts.link(s, ident, act.incident, entry)


def duplicates(s: State, incident: str) -> list[str]:
    """Return the open tickets of an incident that are not linked to it yet."""
    return [
        one.id
        for one in s.tickets.values()
        if one.incident == incident
        and not one.linked
        and one.resolved < 0
        and one.who != LEAD
        and calls.in_hand(s, one.who) is None
    ]
