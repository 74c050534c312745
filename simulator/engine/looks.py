"""How the records of a state look to the lead: signs and places, never the numbers behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import calls, incidents, theories
from simulator.engine.approvals import WAITING
from simulator.engine.records import IN_TALK, LEAD
from simulator.engine.responders import NEXT_STEP
from simulator.engine.returns import subject_of
from simulator.engine.seen import (
    AnalystView,
    CallView,
    ChangeView,
    Header,
    IncidentView,
    TicketView,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.calls import Call
    from simulator.engine.records.incidents import Incident
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State
    from simulator.engine.world import Theory


# A look at the queue makes many of these, and naming thirty fields takes longer than filling them:
# tickets and incidents are filled in the order of their fields, a line for each group.


def ticket(s: State, t: Ticket) -> TicketView:
    """Return a ticket: its true priority only once it was opened."""
    kind, hold, had, triaged = t.kind, t.hold, t.had, t.triaged
    earlier, due = t.born.earlier, t.terms.due
    respond_by = t.respond_by if t.responded < 0 else None
    target = t.resolve_by if respond_by is None else min(respond_by, t.resolve_by)
    asked = t.state == WAITING
    return TicketView(
        t.id, t.number, subject_of(t), kind.body, kind.requester,
        kind.channel, kind.skill, kind.service,
        t.priority, triaged, t.arrived, t.state, t.who, t.parked_by,
        respond_by, t.resolve_by, target - (s.now if hold.outside < 0 else hold.outside),
        t.incident, t.born.again, kind.outcomes,
        s.tickets[earlier].number if earlier in s.tickets else 0,
        kind.impact if triaged else 0, kind.urgency if triaged else 0, kind.id,
        kind.approval if asked else "", t.approval.halted if asked else None,
        hold.until if hold.until >= 0 else None,
        _approval(s, kind.approval) if kind.approval and not t.approval.given else (),
        due if due >= 0 else None,
        t.moves if had else 0, len(set(had)) < len(had) if had else False,
    )  # fmt: skip


def _approval(s: State, ident: str) -> tuple[tuple[str, str], ...]:
    """Return an approval with its name."""
    return ((ident, s.world.approvals.get(ident, ident)),)


def analyst(s: State, ident: str) -> AnalystView:
    """Return an analyst: place, load and visible signs."""
    a = s.analysts[ident]
    on = a.task
    halted = s.incidents[on] if on in s.incidents and s.incidents[on].halted >= 0 else None
    shown = halted is not None and not halted.unasked
    signs = () if a.place in ("away", "absent") else tuple(x for x in (a.sign, *a.shows) if x)
    until = a.until if a.place in ("break", "aside") else None
    if a.place == IN_TALK:
        until = s.lead.until
    if a.place == "away" and a.spec.arrives > s.now:
        until = a.spec.arrives
    tasks = (1 if on else 0) + len(a.parked)
    call = calls.in_hand(s, ident)
    return AnalystView(
        id=ident, name=a.spec.name, short=a.spec.short, skills=tuple(a.skills.items()),
        place=a.place, until=until, on=on, since=a.since, parked=a.parked,
        load=min(4, tasks + (1 if on in s.incidents else 0)), signs=signs,
        waits_since=halted.halted if halted is not None and shown else None,
        asks=question(s, on) if shown else "",
        agreed_check_in=a.check_in if a.check_in >= 0 else None,
        kept_for=a.kept_for, paired=a.paired, spare=a.spec.spare, limit=a.spec.limit,
        idle=s.now - a.since if not on and a.place == "desk" else 0,
        phones=a.phones, remote=a.spec.remote, call="" if call is None else _doing(call),
        call_until=None if call is None else calls.free_at(s, call),
    )  # fmt: skip


def calls_waiting(s: State) -> Iterator[CallView]:
    """Yield who rings or stands at the counter and waits, longest first."""
    for ident in s.line:
        one = s.calls[ident]
        yield CallView(ident, one.birth.kind.channel, one.came, one.again)


def _doing(call: Call) -> str:
    if call.state == "wrap-up":
        return "wrap-up"
    return "on-call" if calls.is_phone(call) else "with-visitor"


def incident(s: State, ident: str) -> IncidentView:
    """Return an incident; raises `KeyError` for one that nothing is known of."""
    one, spec = s.incidents[ident], s.plan.incidents[ident]
    if one.known < 0:
        raise KeyError(ident)
    shown = one.halted >= 0 and not one.unasked
    linked, unlinked = _reports(s, ident)
    severity = one.severity if one.declared >= 0 else spec.severity
    target = one.known + s.rules.resolve[severity - 1]
    return IncidentView(
        ident, spec.name, spec.service, spec.skill, spec.difficulty,
        one.declared >= 0, severity, one.known, one.state,
        one.who, one.beside, one.style, one.unasked,
        one.halted if shown else None, one.asks if shown else "",
        question(s, ident) if shown else "",
        one.due if one.due >= 0 else None, target - s.now, linked, unlinked,
        tuple([(p.id, p.text) for p in spec.permits]),
        tuple([(o.id, o.text) for o in spec.outcomes]),
        tuple([(w.id, w.text) for w in spec.ways if s.facts.keys() >= set(w.needs)]),
        one.worse_until if one.worse_until > s.now else None,
        tuple([(t.id, t.says, _standing(s, one, t)) for t in theories.thinkable(spec, s.facts)]),
        one.ways, one.verified >= 0, tuple([who for who, _ in one.joined]),
        tuple([g for g in one.roles if g[1] != LEAD]) if one.state == "open" else (),
        incidents.unbroken(s, ident),
    )  # fmt: skip


def _reports(s: State, incident: str) -> tuple[int, int]:
    """Return how many duplicates of an incident are linked to it, and how many could be."""
    tickets = s.tickets
    linked = unlinked = 0
    for ident in s.reports.get(incident, ()):
        ticket = tickets[ident]
        if ticket.linked:
            linked += 1
        elif ticket.resolved < 0 and ticket.incident and ticket.who != LEAD:
            unlinked += 1
    return linked, unlinked


def _standing(s: State, one: Incident, theory: Theory) -> str:
    """Return how a theory stands, as far as the lead was told."""
    told = all(fact in s.facts for fact in theories.finds(theory)) and not one.unasked
    if theory.id in one.tested and told:
        return "confirmed" if theory.holds else "ruled-out"
    return "testing" if one.testing == theory.id and not one.unasked else "open"


def change(s: State, ident: str) -> ChangeView:
    """Return a planned change."""
    one, spec = s.changes[ident], s.plan.changes[ident]
    return ChangeView(
        ident, spec.text, one.at, spec.by, one.frozen >= 0, one.made >= 0, spec.allowed_by
    )


def question(s: State, ident: str) -> str:
    """Return what the person on an incident asks, in words."""
    one = s.incidents.get(ident)
    if one is None or one.halted < 0:
        return ""
    spec = s.plan.incidents[ident]
    if one.asks == NEXT_STEP and one.done:
        says = next((step.says for step in spec.steps if step.id == one.done[-1]), "")
        return says if says.endswith("?") else f"{says} What next?".strip()
    if one.step < len(spec.steps) and spec.steps[one.step].question:
        return spec.steps[one.step].question
    return "What next?" if one.asks == NEXT_STEP else "I need to know more first."


def header(s: State) -> Header:
    """Return the figures of the top line."""
    still = [
        t for t in s.tickets.values() if t.resolved < 0 and not t.linked and t.hold.outside < 0
    ]
    soon = sum(
        s.now <= due <= s.now + 15
        for t in still
        for due in ([t.respond_by] if t.responded < 0 else []) + [t.resolve_by]
    )
    urgent = sum(t.priority == 1 and not t.incident for t in still) + sum(
        one.known >= 0 and one.state == "open" and s.plan.incidents[i].severity == 1
        for i, one in s.incidents.items()
    )
    waits = [s.now - call.came for call in calls.ringing(s)]
    ringing = len(waits) + sum(
        one.state in ("open", "put-off")
        and (spec := s.plan.story[i].scene) is not None and spec.channel == "phone"
        for i, one in s.scenes.items()
    )  # fmt: skip
    past = [e for e in reversed(s.log[-400:]) if e.kind == "desk.reading" and e.at <= s.now - 10]
    before = past[0].data["waiting"] if past else len(s.waiting)
    assert isinstance(before, int)
    return Header(
        len(s.waiting), len(s.waiting) - before, ringing, urgent, soon, max(waits, default=0)
    )
