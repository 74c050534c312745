"""Rules of the acts about what the lead has in hand: taking a task, leaving it, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, helping, pace, responders, setting_aside, shifts, steps, work
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.acts.shapes import Take
from simulator.engine.authority import Need
from simulator.engine.owning import own_incident, own_ticket
from simulator.engine.records import LEAD, NOBODY
from simulator.engine.state import note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.shapes import Leave, Withdraw
    from simulator.engine.log import Value
    from simulator.engine.state import State


def _mine_already(s: State, task: str) -> bool:
    """Return whether the lead is working on a task, or is going to."""
    return any(isinstance(act, Take) and act.task == task for act in tasks.ahead(s))


class TakeRule:
    """Work on something yourself; the whole of it is in hand until it is done or left."""

    family: Family = "delegate"

    def cost(self, s: State, act: Take) -> int:
        """Return the lead minutes: the work that is left, at the lead's own speed."""
        speed = s.rules.own_ticket_percent * 100
        if act.task in s.incidents:
            incident, spec = s.incidents[act.task], s.plan.incidents[act.task]
            step = spec.steps[min(incident.step, len(spec.steps) - 1)]
            left = incident.set_aside if incident.testing else incident.left
            left = left or step.minutes * pace.MINUTE
            if incident.working and not incident.testing:
                left -= incident.speed * (s.now - incident.since)
        else:
            ticket = s.tickets[act.task]
            left = ticket.left - ticket.speed * (s.now - ticket.since)
        return pace.minutes_for(s.rules, max(1, left), speed)

    def refuse(self, s: State, act: Take) -> Refusal | None:
        """Return why not."""
        refusal = tasks.task_gone(s, act.task) or tasks.held_on_call(s, act.task)
        if refusal is not None:
            return refusal
        if _mine_already(s, act.task):
            return Refusal("take.already")
        refusal = tasks.nothing_left(s, act.task)
        if refusal is not None:
            return refusal
        incident = s.incidents.get(act.task)
        if incident is not None:
            spec = s.plan.incidents[act.task]
            if any(need not in s.found for need in spec.steps[incident.step].needs):
                return Refusal("take.not-yet", (f"incident:{act.task}",))
        return None

    def apply(self, s: State, act: Take, because: int) -> None:
        """Finish it."""
        p1_open = tasks.urgent_open(s, act.task)
        minutes = s.now - s.lead.begun
        if act.task in s.incidents:
            incident = s.incidents[act.task]
            step = s.plan.incidents[act.task].steps[incident.step].id
            entry = note(
                s, "incident.taken", "lead", f"incident:{act.task}", LEAD, because,
                {"step": step, "minutes": minutes, "p1_open": p1_open},
            )  # fmt: skip
            steps.complete_step(s, act.task, LEAD, entry, "lead")
            if s.incidents[act.task].who == LEAD:
                responders.drop(s, act.task)
            return
        entry = note(
            s, "ticket.taken", "lead", f"ticket:{act.task}", LEAD, because,
            {"minutes": minutes, "p1_open": p1_open, "done": True},
        )  # fmt: skip
        ticket = own_ticket(s, act.task)
        ticket.left, ticket.who = 0, NOBODY
        work.resolve(s, ticket, LEAD, "lead", entry)


def begin_take(s: State, act: Take, entry: int) -> None:
    """Take the task out of whatever hands it is in; unasked, that costs goodwill (B7)."""
    holder = tasks.holder_of(s, act.task)
    if holder in s.analysts and not helping.asks(s, holder, act.task):
        feelings.change_morale(s, holder, s.rules.taken_morale, "taken", entry, "lead")
        feelings.change_trust(s, holder, s.rules.taken_trust, entry, "lead")
    sort = "incident" if act.task in s.incidents else "ticket"
    data: dict[str, Value] = {"from": holder} if holder in s.analysts else {}
    taken = note(s, f"{sort}.picked-up", "lead", f"{sort}:{act.task}", LEAD, entry, data)
    helping.moved(s, act.task, taken)
    if act.task in s.incidents:
        responders.take_from(s, act.task)
        incident = own_incident(s, act.task)
        if incident.testing:
            incident.testing, incident.left, incident.set_aside = "", incident.set_aside, 0
        incident.who = LEAD
        return
    setting_aside.release(s, act.task)
    ticket = own_ticket(s, act.task)
    ticket.who, ticket.state = LEAD, "in-progress"
    if ticket.responded < 0:
        ticket.responded = s.now


def leave_take(s: State, act: Take, entry: int, minutes: int) -> None:
    """Put the task back, with what was done of it, if it was in hand at all."""
    if act.task in s.incidents:
        incident = s.incidents[act.task]
        if incident.who != LEAD:
            return
        responders.drop(s, act.task)
        if minutes:
            step = s.plan.incidents[act.task].steps[incident.step].id
            note(
                s, "incident.taken", "lead", f"incident:{act.task}", LEAD, entry,
                {"step": step, "minutes": minutes, "p1_open": tasks.urgent_open(s, act.task)},
            )  # fmt: skip
        return
    if s.tickets[act.task].who != LEAD:
        return
    ticket = own_ticket(s, act.task)
    ticket.left = max(pace.MINUTE, ticket.left - minutes * s.rules.own_ticket_percent * 100)
    if minutes:
        note(
            s, "ticket.taken", "lead", f"ticket:{act.task}", LEAD, entry,
            {"minutes": minutes, "p1_open": tasks.urgent_open(s, act.task), "done": False},
        )  # fmt: skip
    shifts.put_back(s, act.task, entry)


def needs(s: State, act: Take) -> Iterator[Need]:
    """Yield the powers it uses: to work oneself, and the step that comes next."""
    yield Need((act.kind,))
    incident = s.incidents.get(act.task)
    if incident is not None:
        step = s.plan.incidents[act.task].steps[incident.step]
        if step.asks:
            yield Need((step.asks,))
        return
    ticket = s.tickets[act.task]
    if ticket.kind.approval and not ticket.approval.given:
        yield Need((ticket.kind.approval,))


class LeaveRule(PricedRule):
    """Leave the act in hand."""

    family: Family = "delegate"

    def refuse(self, s: State, act: Leave) -> Refusal | None:
        """Return why not."""
        hand = s.lead.hand
        if hand is None or hand.number < 0:
            # A queued note is itself asked about again when it takes effect.
            return None if s.running else Refusal("leave.nothing")
        return None

    def apply(self, s: State, act: Leave, because: int) -> None:
        """Nothing more: the note is written."""


class WithdrawRule:
    """Take an act back before the clock moves on."""

    family: Family = "delegate"

    def cost(self, s: State, act: Withdraw) -> int:
        """Return no minutes."""
        return 0

    def refuse(self, s: State, act: Withdraw) -> Refusal | None:
        """Return why not."""
        from simulator.engine.agenda import withdrawable  # the agenda builds on the rules

        return None if withdrawable(s, act.number) else Refusal("withdraw.too-late")

    def apply(self, s: State, act: Withdraw, because: int) -> None:
        """Nothing: the agenda takes acts back at once."""
