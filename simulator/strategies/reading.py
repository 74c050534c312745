"""Reading the desk: who waits for the lead, what worries, what is owed. From the View alone."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import AnalystView, IncidentView, TicketView
    from simulator.engine.view import View
    from simulator.engine.world import StakeholderSpec
    from simulator.strategies.memory import Memory

SETTLING = 12
"""Minutes into the shift after which a service that nobody had named before stands out."""


def evidence(view: View) -> tuple[str, ...]:
    """Return what is known that somebody outside needs, to look: the technical facts."""
    return tuple(fact.id for fact in view.facts() if fact.technical)


def burning(view: View) -> list[IncidentView]:
    """Return the incidents that are known and not yet eased, the most severe first."""
    return sorted(
        (one for one in view.incidents() if one.state == "open"),
        key=lambda one: (one.severity, one.known_since),
    )


def urgent(view: View) -> bool:
    """Return whether a P1 is known and open."""
    return any(one.severity == 1 for one in burning(view))


def loud(view: View) -> list[IncidentView]:
    """Return the burning incidents that people outside the desk wait to hear about."""
    return [one for one in burning(view) if told_about(view, one)]


def told_about(view: View, incident: IncidentView) -> list[StakeholderSpec]:
    """Return the stakeholders who expect to hear about an incident of this severity.

    They expect it only where duplicates show that people outside have noticed.
    """
    if not (incident.linked or incident.unlinked):
        return []
    return [one for one in view.world.stakeholders if incident.severity in one.expects]


def new_services(view: View, at_least: int) -> Iterator[TicketView]:
    """Yield the first unread ticket of each service that nobody had named as the shift began.

    A service counts from this many tickets on, unless one of them was opened already.
    """
    tickets = list(view.all_tickets())
    usual = {one.service for one in tickets if one.arrived < SETTLING}
    count = Counter(one.service for one in tickets)
    opened = {one.service for one in tickets if one.triaged}
    named: set[str] = set()
    for one in tickets:
        service = one.service
        if not service or service in usual | opened | named or count[service] < at_least:
            continue
        if one.state != "resolved" and not one.incident:
            named.add(service)
            yield one


def from_somebody_known(view: View) -> Iterator[TicketView]:
    """Yield the unread tickets from people whose morning is known to matter today."""
    for one in view.tickets():
        if not one.triaged and is_known(view, one):
            yield one


def is_known(view: View, ticket: TicketView) -> bool:
    """Return whether a ticket comes from somebody outside whom the lead knows by name."""
    names = tuple(one.name.casefold() for one in view.world.stakeholders)
    return ticket.requester.casefold().startswith(names)


def logged_high(view: View) -> Iterator[TicketView]:
    """Yield the unread tickets that were logged P1 or P2."""
    high = takewhile(lambda one: one.priority <= 2, view.tickets())
    return (one for one in high if not one.triaged)


def about_to_wait_too_long(view: View, within: int) -> Iterator[TicketView]:
    """Yield the waiting tickets whose response target falls due within these minutes."""
    found = [
        one
        for one in view.waiting()
        if one.respond_by is not None and view.now < one.respond_by <= view.now + within
    ]
    yield from sorted(found, key=lambda one: (one.respond_by or 0, one.number))


def here(view: View) -> list[AnalystView]:
    """Return who is at their desk."""
    return [one for one in view.team() if one.place == "desk"]


def on_incident(view: View, person: AnalystView) -> bool:
    """Return whether somebody has an incident that burns."""
    return any(person.id == one.who for one in burning(view))


def strained(view: View, memory: Memory) -> list[AnalystView]:
    """Return who shows that it is time for a pause: a sign, or a break worked through."""
    found = []
    for one in here(view):
        skipped = memory.seen("analyst.break-skipped", f"analyst:{one.id}")
        rested = memory.seen("analyst.break-began", f"analyst:{one.id}")
        owed = bool(skipped) and (not rested or rested[-1].at < skipped[-1].at)
        # A sign that stands after a break tells of before it for ten minutes.
        showing = bool(one.signs) and (not rested or view.now - rested[-1].at > 40)
        if owed or showing:
            found.append(one)
    return found


def quarrel(view: View, one: str, other: str) -> bool:
    """Return whether two people are known to be at odds, and not yet talked with."""
    return any({one, other} == set(c.between) and not c.talked for c in view.conflicts())


def task_of(view: View, ident: str) -> TicketView | IncidentView | None:
    """Return an open task by its id; None where there is none."""
    tasks: list[TicketView | IncidentView] = [*view.incidents(), *view.tickets()]
    return next((one for one in tasks if one.id == ident), None)
