"""The rule of giving a task to somebody, and what moving it shares with that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine import (
    confidence,
    feelings,
    helping,
    pace,
    reserves,
    responders,
    second_pair,
    setting_aside,
    work,
)
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, Refusal
from simulator.engine.authority import Need
from simulator.engine.owning import own_analyst, own_incident, own_ticket
from simulator.engine.records import LEAD, NOBODY
from simulator.engine.records.tickets import Terms
from simulator.engine.state import CLOCK_PHASE, note, plan_due
from simulator.engine.waiting import dequeue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.shapes import (
        Assign,
        Reassign,
        Style,
    )
    from simulator.engine.log import Value
    from simulator.engine.state import State


STYLES: tuple[Style, ...] = ("show", "alongside", "on-call", "hand-over")
"""From the least freedom to the most."""


def room(gap: int, confidence: int) -> int:
    """Return how much freedom somebody can use, as an index of `STYLES` (B92)."""
    if gap >= 1 or (gap == 0 and confidence >= 4):
        return 3
    if gap == 0:
        return 2
    return 1 if gap == -1 else 0


def _terms(s: State, act: Assign | Reassign) -> tuple[str, int, int, int]:
    """Return the skill asked for, its difficulty, the gap and the confidence of the person."""
    if act.task in s.incidents:
        spec = s.plan.incidents[act.task]
        skill, difficulty = spec.skill, spec.difficulty
    else:
        kind = s.tickets[act.task].kind
        skill, difficulty = kind.skill, kind.difficulty
    analyst = s.analysts[act.to]
    sure = confidence.confidence(analyst, skill)
    return skill, difficulty, pace.gap_of(analyst, skill, difficulty), sure


def give(s: State, act: Assign | Reassign, because: int, kept: int) -> None:
    """Put the task into the person's hands, with the freedom that was given."""
    rules = s.rules
    _skill, _difficulty, gap, sure = _terms(s, act)
    fit = room(gap, sure) - STYLES.index(act.style)
    loose = max(0, -fit)
    person = own_analyst(s, act.to)
    person.check_in = -1 if act.check_in is None else act.check_in
    feelings.spoken_with(s, act.to)
    reserves.broken(s, act.to, act.task)
    if act.beside:
        feelings.spoken_with(s, act.beside)
    if act.task in s.incidents:
        incident = own_incident(s, act.task)
        incident.style, incident.outcome, incident.fit = act.style, act.outcome, fit
        incident.due = -1 if act.due is None else act.due
        incident.may = tuple(dict.fromkeys((*incident.may, *act.may)))
        incident.unasked = False
        second_pair.watched_by(s, act.task, act.beside or NOBODY)
        responders.give_to(s, act.task, act.to, because)
        urgent = s.plan.incidents[act.task].severity == 1
    else:
        ticket = own_ticket(s, act.task)
        helped = _with_help(act)
        ticket.terms = Terms(act.style, loose, helped, -1 if act.due is None else act.due)
        if helped or not helping.asks(s, act.to, act.task):
            helping.moved(s, act.task, because)
        if act.may:
            ticket.approval = replace(ticket.approval, given=True)
        if kept < 100:
            ticket.left = ticket.effort - (ticket.effort - ticket.left) * kept // 100
        if act.to in s.idle:
            s.idle.remove(act.to)
        dequeue(s, act.task)  # first: who is set free by the parking takes what waits
        if person.task:
            setting_aside.park(s, own_analyst(s, act.to), because)
        work.take(s, act.to, act.task, because, pulled=False)
        urgent = ticket.priority == 1
    if act.due is not None:
        plan_due(s, act.due, CLOCK_PHASE, "wanted", act.task, act.due)
    _feel(s, act.to, fit, urgent, because)
    if gap <= rules.beyond_gap and not (_with_help(act) or person.learns):
        feelings.change_morale(s, act.to, rules.beyond_morale, "beyond", because, "lead")
    if loose and rules.human:
        feelings.change_stress(s, act.to, rules.loose_stress * loose, "loose", because, "lead")


def _with_help(act: Assign | Reassign) -> bool:
    """Return whether somebody is to be at the side of who gets the task."""
    return act.style in ("show", "alongside") or act.beside is not None


def _feel(s: State, who: str, fit: int, urgent: bool, because: int) -> None:
    """Let the freedom that was given be felt: the right one lifts once, a tight one each time."""
    rules = s.rules
    if fit == 0:
        feelings.kindness(s, who, "fit", rules.fit_morale, because)
    elif fit > 0:
        tight = rules.tight_morale_p1 if urgent else rules.tight_morale
        feelings.change_morale(s, who, tight[min(1, fit - 1)], "tight", because, "lead")


def told(s: State, act: Assign | Reassign, minutes: int) -> dict[str, Value]:
    """Return what the entry of giving a task says."""
    skill, difficulty, gap, sure = _terms(s, act)
    priority = (
        s.plan.incidents[act.task].severity if act.task in s.incidents
        else s.tickets[act.task].priority
    )  # fmt: skip
    data: dict[str, Value] = {
        "to": act.to, "style": act.style, "gap": gap, "priority": priority, "minutes": minutes,
        "fit": room(gap, sure) - STYLES.index(act.style), "acknowledged": True,
    }  # fmt: skip
    if act.outcome:
        data["outcome"] = act.outcome
    if act.due is not None:
        data["due"] = act.due
    if act.check_in is not None:
        data["check_in"] = act.check_in
    if act.may:
        data["may"] = act.may
    if act.beside:
        data["beside"] = act.beside
        data["beside_gap"] = pace.gap_of(s.analysts[act.beside], skill, difficulty)
    return data


def refusal_to_give(s: State, act: Assign | Reassign) -> Refusal | None:
    """Return why a task cannot be given to somebody at all."""
    refusal = (
        tasks.task_gone(s, act.task)
        or tasks.held_on_call(s, act.task)
        or tasks.nothing_left(s, act.task)
        or tasks.person_gone(s, act.to)
        or tasks.person_full(s, act.to, act.task)
    )
    if refusal is not None:
        return refusal
    if act.beside is not None:
        if act.beside == act.to:
            return Refusal("assign.beside-self")
        beside = tasks.person_gone(s, act.beside)
        if beside is not None:
            return beside
    minutes = style_cost(s, act, act.kind)
    if any(tasks.out_of_time(s, minute, minutes) for minute in (act.due, act.check_in)):
        return Refusal("assign.time")
    if act.task in s.incidents:
        spec = s.plan.incidents[act.task]
        offered: set[str] = {one.id for one in spec.outcomes}
        permits = {one.id for one in spec.permits}
    else:
        kind = s.tickets[act.task].kind
        offered = {one for one, _ in kind.outcomes}
        permits = {kind.approval} - {""}
    if any(permit not in permits for permit in act.may):
        return Refusal("assign.permit-unknown")
    if act.outcome and act.outcome not in offered:
        return Refusal("assign.outcome-unknown")
    return None


def needs(s: State, act: Assign | Reassign) -> Iterator[Need]:
    """Yield the powers it uses: to give work away, and to allow steps nobody has allowed yet."""
    yield Need((act.kind,))
    incident = s.incidents.get(act.task)
    for permit in act.may:
        if incident is None or permit not in incident.may:
            yield Need((permit,))


def style_cost(s: State, act: Assign | Reassign, what: str) -> int:
    """Return the lead minutes of giving; working alongside has a cost of its own."""
    return s.rules.cost("alongside") if act.style == "alongside" else s.rules.cost(what)


class AssignRule:
    """Give a task to one person, who says yes."""

    family: Family = "delegate"

    def cost(self, s: State, act: Assign) -> int:
        """Return the lead minutes; working alongside takes more."""
        return style_cost(s, act, "assign")

    def refuse(self, s: State, act: Assign) -> Refusal | None:
        """Return why not."""
        refusal = refusal_to_give(s, act)
        if refusal is not None:
            return refusal
        holder = tasks.holder_of(s, act.task)
        if act.task in s.incidents:
            if holder and not s.incidents[act.task].unasked and holder != act.to:
                return Refusal("assign.has-somebody", (f"analyst:{holder}",))
        elif holder and holder != act.to:
            return Refusal("assign.has-somebody", (f"analyst:{holder}",))
        return None

    def apply(self, s: State, act: Assign, because: int) -> None:
        """Carry it out."""
        kind = "incident" if act.task in s.incidents else "ticket"
        entry = note(
            s, f"{kind}.assigned", "lead", f"{kind}:{act.task}", LEAD, because,
            told(s, act, self.cost(s, act)),
        )  # fmt: skip
        if act.task in s.incidents:
            holder = s.incidents[act.task].who
            if holder and holder != act.to:
                responders.take_from(s, act.task)
        elif tasks.holder_of(s, act.task):
            pick_up(s, act.task)
        give(s, act, entry, 100)


def pick_up(s: State, task: str) -> None:
    """Take a ticket off the pile or out of the hands of the person who goes on with it."""
    ticket = own_ticket(s, task)
    if ticket.parked_by:
        holder = own_analyst(s, ticket.parked_by)
        holder.parked = tuple(one for one in holder.parked if one != task)
        ticket.parked_by = NOBODY
    elif ticket.who in s.analysts:
        holder = own_analyst(s, ticket.who)
        work.stop(s, ticket)
        holder.task = NOBODY
        ticket.who = NOBODY
