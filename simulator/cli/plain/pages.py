"""What plain mode shows about tickets, people and incidents; each page is a list of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.output import columns
from simulator.cli.plain.phrases import CALLS, PLACES, Who, left, listed, span
from simulator.engine.vocabulary import ROLES, SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.engine.seen import AnalystView, IncidentView, TicketView
    from simulator.engine.view import View

    Clock = Callable[[int], str]

PILED = {
    "assigned": "waits for",
    "on-user": "waits for its user, with",
    "on-vendor": "waits for the vendor, with",
}
"""How a ticket stands with somebody who does not work on it now, by its state."""


def queue(view: View, clock: Clock) -> list[str]:
    """Return the open tickets in the order the lead sees them."""
    who = Who(view)
    rows = [_row(ticket, who) for ticket in view.tickets()]
    lines = [_incident_line(incident, who) for incident in view.incidents()]
    gone = [f"declined: #{one.number} {one.subject}" for one in view.declined()]
    still = [*lines, *columns(rows)] if rows or lines else ["No ticket is open."]
    return [*still, *gone]


def _row(ticket: TicketView, who: Who) -> tuple[str, ...]:
    """Return one ticket as a row."""
    holder = who.person(ticket.who) if ticket.who else "–"
    if ticket.parked_by:
        holder = f"{PILED.get(ticket.state, 'set aside by')} {who.person(ticket.parked_by)}"
    marks = listed(
        word
        for word, holds in (
            ("opened", ticket.triaged),
            ("came back", ticket.returned > 0),
            (f"has changed hands {ticket.hands} times", ticket.hands > 1),
            ("back with somebody who had it", ticket.came_back),
            (f"belongs to {ticket.incident}", bool(ticket.incident)),
        )
        if holds
    )
    return (
        str(ticket.number), f"P{ticket.priority}", left(ticket.left), holder, ticket.subject, marks,
    )  # fmt: skip


def ticket(view: View, clock: Clock, key: str) -> list[str]:
    """Return one ticket in full."""
    one = view.ticket(key)
    who = Who(view)
    found = "opened by you" if one.triaged else "as logged, not opened yet"
    lines = [
        f"#{one.number} {one.subject}",
        f"P{one.priority}, {found}; {one.channel}, {clock(one.arrived)}"
        + (f", from {one.requester}" if one.requester else ""),
    ]
    if one.earlier:
        lines.append(f"the same person called today about #{one.earlier}")
    if one.body:
        lines.append(f"“{one.body}”")
    lines.append(
        f"needs {one.skill}; {one.state}"
        + (f", {who.person(one.who)} has it" if one.who else "")
        + f"; {left(one.left)} to the next target"
    )
    if one.incident:
        lines.append(f"belongs to {who.task(one.incident)}")
    if one.outcomes:
        lines.append("outcomes to ask for:")
        lines += [f"  {key}: {text}" for key, text in one.outcomes]
    return lines


def team(view: View, clock: Clock) -> list[str]:
    """Return the team: where everybody is, what on, what shows."""
    who = Who(view)
    return [f"{a.short}: {_doing(a, who, view, clock)}" for a in view.team()]


def _doing(analyst: AnalystView, who: Who, view: View, clock: Clock) -> str:
    """Return where somebody is and what shows, as one phrase."""
    if analyst.place != "desk":
        until = f" until {clock(analyst.until)}" if analyst.until is not None else ""
        return PLACES.get(analyst.place, analyst.place) + until
    parts = [f"on {who.task(analyst.on)} since {clock(analyst.since)}" if analyst.on else "free"]
    if analyst.call_until is not None:
        parts[0] = f"{CALLS[analyst.call]}, likely until {clock(analyst.call_until)}"
    if not analyst.on and analyst.idle:
        parts[0] = f"free for {span(analyst.idle)}"
    if analyst.parked:
        parts.append(f"has set aside {listed(map(who.task, analyst.parked))}")
    if analyst.waits_since is not None:
        parts.append(f"WAITS FOR YOU since {clock(analyst.waits_since)}: “{analyst.asks}”")
    if analyst.phones:
        parts.append("answers the telephones")
    if analyst.remote:
        parts.append("works from home")
    if analyst.agreed_check_in is not None:
        parts.append(f"check-in agreed for {clock(analyst.agreed_check_in)}")
    return ", ".join([*parts, *(SIGNS.get(sign, sign) for sign in analyst.signs)])


def calls(view: View) -> list[str]:
    """Return who rings and who stands at the counter, with the longest wait of each."""
    lines = []
    for channel, what, who in (
        ("phone", "Calls ringing", "nobody answers yet"),
        ("walk-up", "At the counter", "nobody is free yet"),
    ):
        waits = [view.now - one.since for one in view.calls() if one.channel == channel]
        if waits:
            lines.append(f"{what}: {len(waits)}, longest {span(waits[0])}; {who}")
    return lines


def who(view: View, clock: Clock, key: str) -> list[str]:
    """Return what is known about one person."""
    names = Who(view)
    for analyst in view.team():
        if analyst.id == key:
            skills = listed(f"{skill} {points}" for skill, points in analyst.skills)
            return [
                analyst.name,
                f"skills, 0 to 5: {skills}",
                _doing(analyst, names, view, clock),
            ]
    return [line for line in people(view, clock) if line.startswith(names.person(key))]


def people(view: View, clock: Clock) -> list[str]:
    """Return the people outside the team."""
    lines = []
    for one in view.stakeholders():
        last = (
            "no word from you yet"
            if one.last_word is None
            else f"last word from you {clock(one.last_word)}"
        )
        asked = f", asked at {clock(one.answers_by)}" if one.answers_by is not None else ""
        role = f", {one.role}" if one.role else ""
        lines.append(f"{one.short} ({one.id}): {one.name}{role}; {one.audience}; {last}{asked}")
    return lines or ["There is nobody outside the team in this shift."]


def incidents(view: View, clock: Clock) -> list[str]:
    """Return what is broken, who has it, and the ways out."""
    who = Who(view)
    lines: list[str] = []
    for one in view.incidents():
        lines.append(_incident_line(one, who))
        if one.halted_since is not None:
            lines.append(
                f"  {who.person(one.who)} waits for you since {clock(one.halted_since)}:"
                f" “{one.question}”"
            )
        lines += [f"  {ROLES[role]}: {who.person(holder)}" for role, holder in one.roles]
        for title, options in (
            ("outcomes to ask for", one.outcomes),
            ("steps to allow", one.permits),
            ("ways", one.ways),
        ):
            if options:
                lines.append(f"  {title}:")
                lines += [f"    {key}: {text}" for key, text in options]
    return lines or ["No incident is known."]


def _incident_line(one: IncidentView, who: Who) -> str:
    """Return an incident as one line."""
    declared = f"declared, severity {one.severity}" if one.declared else "not declared"
    holder = f"{who.person(one.who)} has it" if one.who else "nobody has it"
    unlinked = f", {one.unlinked} more not linked" if one.unlinked else ""
    worse = ", everybody is out" if one.worse_until is not None else ""
    return (
        f"{one.id}: {one.name}, {one.state}, {declared}; {holder};"
        f" {one.linked} tickets linked{unlinked}{worse}; {left(one.left)}"
    )
