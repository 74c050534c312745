"""How a view becomes the lines of a snapshot: pure functions, no widget in sight."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from simulator.engine.acts import shapes
from simulator.engine.casing import capital
from simulator.engine.seen import IncidentView
from simulator.tui import say
from simulator.tui.act_words import act_words
from simulator.tui.shown import PromiseShown, RowShown, StripShown, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import TicketView
    from simulator.tui.desk import Sight
    from simulator.tui.say import Labels

MOST_ROWS = 200
"""Rows a queue shows at once: beyond that a filter serves better than scrolling."""
BACK = frozenset({"mitigated", "resolved"})
"""States of an incident in which its service works again."""


def rows(sight: Sight, labels: Labels, find: str = "") -> tuple[tuple[RowShown, ...], int]:
    """Return the queue's rows, incidents first, and how many more would have matched."""
    incidents = sorted(
        (one for one in sight.incidents() if one.state != "resolved"), key=lambda i: i.severity
    )
    wanted = find.casefold()
    shown: list[RowShown] = []
    # A service that is back presses less than any work that is open.
    rest: Iterator[IncidentView | TicketView] = chain(
        (one for one in incidents if one.state not in BACK),
        sight.tickets(),
        (one for one in incidents if one.state in BACK),
        sight.declined(),
    )
    for one in rest:
        row = _row(one, labels)
        if wanted in _searched(row):
            shown.append(row)
        if len(shown) == MOST_ROWS:
            break
    # Beyond that a row is only counted; without a filter it need not even be made.
    hidden = sum(not wanted or wanted in _searched(_row(one, labels)) for one in rest)
    return tuple(shown), hidden


def _row(one: IncidentView | TicketView, labels: Labels) -> RowShown:
    if isinstance(one, IncidentView):
        return incident_row(one, labels)
    return ticket_row(one, labels)


def _searched(row: RowShown) -> str:
    return f"{row.number} {row.priority} {row.subject} {row.who}".casefold()


def ticket_row(ticket: TicketView, labels: Labels) -> RowShown:
    """Return a ticket as a row."""
    mark, tone = _mark(ticket.left, ticket.priority, ticket.returned)
    who, left = _who(ticket.who, ticket.parked_by, labels), say.span(ticket.left)
    subject = ticket.subject
    match ticket.state:
        case "deferred":
            mark, tone, who, left = "", "quiet", "put off", _until(ticket, labels.sight)
        case "declined":
            mark, tone, left, subject = "", "quiet", "closed", f"Declined: {subject}"
    return RowShown(
        key=ticket.id,
        mark=mark,
        number=str(ticket.number),
        priority=say.priority(labels.sight.world, ticket.priority),
        subject=subject,
        who=who,
        left=left,
        extra=ticket.requester or say.came_by(ticket.channel),
        tone=tone,
    )


def _until(ticket: TicketView, sight: Sight) -> str:
    """Return when a ticket that was put off comes back: a time of day, or the next shift."""
    return "later" if ticket.until is None else say.clock(sight.world.starts, ticket.until)


def incident_row(incident: IncidentView, labels: Labels) -> RowShown:
    """Return an incident as a row, its linked tickets counted behind the name."""
    back = incident.state in BACK
    burning = _mark(incident.left, incident.severity, 0)
    mark, tone = _mark(0, 0, 0) if back else burning
    count = incident.linked or incident.unlinked
    led = dict(incident.roles).get("lead")
    state = f"led by {labels.who(led)}" if led else ""
    if not incident.declared:
        state = "not declared"
    if back:
        state = say.back(incident)
    return RowShown(
        key=incident.id,
        mark=mark,
        number="INC" if incident.declared else "inc",
        priority=say.priority(labels.sight.world, incident.severity) if incident.declared else "?",
        subject=f"{incident.name} ({count})" if count else incident.name,
        who=_who(incident.who, "", labels),
        left="back" if back else say.span(incident.left),
        extra=state,
        tone=tone,
        incident=True,
    )


def _mark(left: int, priority: int, returned: int) -> tuple[str, Tone]:
    if left < 0:
        return "!", "alert"
    if priority == 1:
        return "●", "alert"
    if returned:
        return "«", "warn"
    return "", ""


def _who(who: str, parked_by: str, labels: Labels) -> str:
    if who == "lead":
        return "YOU"
    if who:
        return labels.who(who)
    return f"({labels.who(parked_by)})" if parked_by else "–"


def why_waits(one: IncidentView) -> str:
    """Return why the person on an incident waits for a word."""
    if one.asks in dict(one.permits):
        return f"It takes your word to {dict(one.permits)[one.asks]}."
    if one.asks != "next-step":
        return "More has to be known before it goes on."
    if one.style == "show":
        return "You wanted to say each step."
    return "What you agreed on is done; what comes next is yours to say."


def promises(sight: Sight, labels: Labels) -> tuple[PromiseShown, ...]:
    """Return the words that are owed and the look-ins agreed, the first due first."""
    owed = [(promise.due, labels.who(promise.to)) for promise in sight.promises()]
    owed += [(minute, f"look in, {labels.who(who)}") for who, minute in sight.check_ins()]
    return tuple(
        PromiseShown(
            clock=say.clock(sight.world.starts, due),
            to=to,
            left=say.span(due - sight.now),
            tone="alert" if due < sight.now else "warn" if due - sight.now < 5 else "",
        )
        for due, to in sorted(owed, key=lambda pair: pair[0])
    )


def agenda_line(sight: Sight, labels: Labels) -> tuple[str, str, str]:
    """Return what you are busy with, the action that would answer it, and what comes next."""
    agenda = sight.agenda()
    before, hint = "free", ""
    unanswered = next((one for one in sight.scenes() if not one.put_off), None)
    if agenda.in_hand is not None:
        act = agenda.in_hand.act
        left = (agenda.in_hand.until or sight.now) - sight.now
        before = f"{act_words(act, labels)}, {left} min left"  # type: ignore[arg-type]
        hint = "leave" if isinstance(act, shapes.Take) else ""
        if agenda.queued:
            following = act_words(agenda.queued[0].act, labels)  # type: ignore[arg-type]
            more = f" and {len(agenda.queued) - 1} more" if len(agenda.queued) > 1 else ""
            before = f"{before}, then {following}{more}"
    else:
        asker = next((one for one in sight.team() if one.waits_since is not None), None)
        if asker is not None:
            before, hint = f"free · {asker.short} asks: {asker.asks}", "go-ahead"
    if unanswered is not None:
        return before, f"answer:{unanswered.name or say.sender(sight, unanswered.sender)}", ""
    owed = [(promise.due, "promise") for promise in sight.promises()]
    owed += [(minute, "look-in") for _, minute in sight.check_ins()]
    first = min(owed, default=None)
    after = "" if first is None else f" · next {first[1]} {say.clock(sight.world.starts, first[0])}"
    return before, hint, after


def known(sight: Sight) -> tuple[StripShown, ...]:
    """Return what the lead knows of what is not over, the newest first."""
    newest = sorted((one for one in sight.facts() if not one.over), key=lambda one: -one.since)
    return tuple(StripShown(say.clock(sight.world.starts, one.since), one.text) for one in newest)


def ticket_lines(ticket: TicketView, sight: Sight) -> tuple[str, ...]:
    """Return what a lead reads when opening a ticket: who, when, how, and the body."""
    starts = sight.world.starts
    respond = (
        "answered"
        if ticket.respond_by is None
        else f"answer by {say.clock(starts, ticket.respond_by)}"
    )
    seen = "looked into" if ticket.triaged else "as logged"
    skill = sight.world.skills.get(ticket.skill, ticket.skill)
    priority = say.priority(sight.world, ticket.priority)
    clocks = (
        f"{respond} · solve by {say.clock(starts, ticket.resolve_by)} · "
        f"{say.target(ticket.left, 'to the next target')}"
    )
    if ticket.state == "declined":
        clocks = "declined by you; whoever sent it was told"
    source = say.came_by(ticket.channel)
    source = f"From {ticket.requester} {source}" if ticket.requester else capital(source)
    return (
        f"{source}, {say.clock(starts, ticket.arrived)} · {skill} · {priority} {seen}",
        clocks
        + (f" · came back {ticket.returned} time(s)" if ticket.returned else "")
        + (f" · asked before about #{ticket.earlier}" if ticket.earlier else ""),
    )
