"""Rules of the acts that give work away, keep in touch with it, or take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import conflicts, feelings, incidents, pace, shifts, work
from simulator.engine.acts.base import Family, Note, Refusal
from simulator.engine.acts.prioritise import ticket_gone
from simulator.engine.records import LEAD, NOBODY
from simulator.engine.state import note, own_analyst, own_incident, own_ticket
from simulator.engine.waiting import dequeue

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import (
        Assign,
        CheckIn,
        GoAhead,
        Leave,
        Reassign,
        Style,
        Take,
        Withdraw,
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


def task_gone(s: State, task: str) -> Refusal | None:
    """Return why a task cannot be worked on."""
    incident = s.incidents.get(task)
    if incident is None:
        gone = ticket_gone(s, task)
        if gone is None and s.tickets[task].linked:
            return Refusal("ticket.linked", (f"ticket:{task}",))
        return gone
    if incident.known < 0:
        return Refusal("incident.unknown")
    if incident.state == "resolved":
        return Refusal("incident.resolved", (f"incident:{task}",))
    return None


def holder_of(s: State, task: str) -> str:
    """Return who has a task: in hand or set aside."""
    if task in s.incidents:
        return s.incidents[task].who
    ticket = s.tickets[task]
    return ticket.who or ticket.parked_by


def _terms(s: State, act: Assign | Reassign) -> tuple[str, int, int, int]:
    """Return the skill asked for, its difficulty, the gap and the confidence of the person."""
    if act.task in s.incidents:
        spec = s.plan.incidents[act.task]
        skill, difficulty = spec.skill, spec.difficulty
    else:
        kind = s.tickets[act.task].kind
        skill, difficulty = kind.skill, kind.difficulty
    analyst = s.analysts[act.to]
    sure = analyst.spec.confidence.get(skill, analyst.skills.get(skill, 1))
    return skill, difficulty, pace.gap_of(analyst, skill, difficulty), sure


def _person_gone(s: State, who: str) -> Refusal | None:
    analyst = s.analysts.get(who)
    if analyst is None:
        return Refusal("person.unknown")
    about = (f"analyst:{who}",)
    if analyst.place in ("absent", "away"):
        return Refusal("person.away", about)
    if analyst.place == "break":
        return Refusal("person.break", about, analyst.until)
    return None


def _give(s: State, act: Assign | Reassign, because: int, kept: int) -> None:
    """Put the task into the person's hands, with the freedom that was given."""
    rules = s.rules
    _skill, _difficulty, gap, sure = _terms(s, act)
    fit = room(gap, sure) - STYLES.index(act.style)
    loose = max(0, -fit)
    person = own_analyst(s, act.to)
    person.check_in = -1 if act.check_in is None else act.check_in
    person.check_task = act.task
    feelings.spoken_with(s, act.to)
    if act.beside:
        feelings.spoken_with(s, act.beside)
    if act.task in s.incidents:
        incident = own_incident(s, act.task)
        incident.style, incident.outcome, incident.fit = act.style, act.outcome, fit
        incident.due = -1 if act.due is None else act.due
        incident.may = tuple(dict.fromkeys((*incident.may, *act.may)))
        incident.unasked = False
        incidents.watched_by(s, act.task, act.beside or NOBODY)
        incidents.give_to(s, act.task, act.to, because)
        urgent = s.plan.incidents[act.task].severity == 1
    else:
        ticket = own_ticket(s, act.task)
        ticket.style, ticket.loose = act.style, loose
        ticket.helped = act.style in ("show", "alongside") or act.beside is not None
        ticket.due = -1 if act.due is None else act.due
        ticket.beside = act.beside or NOBODY
        if kept < 100:
            ticket.left = ticket.effort - (ticket.effort - ticket.left) * kept // 100
        if act.to in s.idle:
            s.idle.remove(act.to)
        dequeue(s, act.task)  # first: who is set free by the parking takes what waits
        if person.task:
            work.park(s, own_analyst(s, act.to), because)
        work.take(s, act.to, act.task, because, pulled=False)
        urgent = ticket.priority == 1
    _feel(s, act.to, act.task, fit, urgent, because)
    if loose and rules.human:
        feelings.change_stress(s, act.to, rules.loose_stress * loose, "loose", because, "lead")


def _feel(s: State, who: str, task: str, fit: int, urgent: bool, because: int) -> None:
    rules = s.rules
    if fit == 0:
        feelings.kindness(s, who, f"fit:{task}", rules.fit_morale, because)
    elif fit > 0:
        tight = rules.tight_morale_p1 if urgent else rules.tight_morale
        feelings.change_morale(s, who, tight[min(1, fit - 1)], "tight", because, "lead")


def _data(s: State, act: Assign | Reassign, minutes: int) -> dict[str, Value]:
    _skill, _difficulty, gap, sure = _terms(s, act)
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
    return data


def _nothing_left(s: State, task: str) -> Refusal | None:
    """Return a refusal for an incident on which the desk has nothing left to do."""
    incident = s.incidents.get(task)
    if incident is None:
        return None
    steps = s.plan.incidents[task].steps
    if incident.step < len(steps) and not steps[incident.step].by:
        return None
    return Refusal("take.nothing-left", (f"incident:{task}",))


def _refuse_give(s: State, act: Assign | Reassign) -> Refusal | None:
    refusal = task_gone(s, act.task) or _nothing_left(s, act.task) or _person_gone(s, act.to)
    if refusal is not None:
        return refusal
    if act.beside is not None:
        if act.beside == act.to:
            return Refusal("assign.beside-self")
        beside = _person_gone(s, act.beside)
        if beside is not None:
            return beside
    for minute in (act.due, act.check_in):
        if minute is not None and not s.now <= minute <= s.world.length:
            return Refusal("assign.time")
    if act.task in s.incidents:
        spec = s.plan.incidents[act.task]
        offered: set[str] = {one.id for one in spec.outcomes}
        permits = {one.id for one in spec.permits}
        asks = s.world.authority.ask
        for permit in act.may:
            if permit not in permits:
                return Refusal("assign.permit-unknown")
            if permit in asks:
                return Refusal("authority.ask", (f"stakeholder:{asks[permit]}",))
    else:
        offered = {one for one, _ in s.tickets[act.task].kind.outcomes}
    if act.outcome and act.outcome not in offered:
        return Refusal("assign.outcome-unknown")
    return None


def _style_cost(s: State, act: Assign | Reassign, what: str) -> int:
    return s.rules.cost("alongside") if act.style == "alongside" else s.rules.cost(what)


class AssignRule:
    """Give a task to one person, who says yes."""

    family: Family = "delegate"

    def cost(self, s: State, act: Assign) -> int:
        """Return the lead minutes; working alongside takes more."""
        return _style_cost(s, act, "assign")

    def refuse(self, s: State, act: Assign) -> Refusal | None:
        """Return why not."""
        refusal = _refuse_give(s, act)
        if refusal is not None:
            return refusal
        holder = holder_of(s, act.task)
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
            _data(s, act, self.cost(s, act)),
        )  # fmt: skip
        if act.task in s.incidents:
            holder = s.incidents[act.task].who
            if holder and holder != act.to:
                incidents.take_from(s, act.task)
        elif holder_of(s, act.task):
            _pick_up(s, act.task)
        _give(s, act, entry, 100)


def _pick_up(s: State, task: str) -> None:
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


class ReassignRule:
    """Move a task from one person to another."""

    family: Family = "delegate"

    def cost(self, s: State, act: Reassign) -> int:
        """Return the lead minutes."""
        return _style_cost(s, act, "reassign")

    def refuse(self, s: State, act: Reassign) -> Refusal | None:
        """Return why not."""
        refusal = _refuse_give(s, act)
        if refusal is not None:
            return refusal
        holder = holder_of(s, act.task)
        if not holder:
            return Refusal("reassign.nobody")
        if holder == act.to:
            return Refusal("reassign.same", (f"analyst:{holder}",))
        if holder == LEAD:
            return Refusal("reassign.yours")
        for part in ("tested", "changed", "suspected", "next"):
            if any(f not in s.found for f in getattr(act.note or Note(), part)):
                return Refusal("note.unknown")
        return None

    def apply(self, s: State, act: Reassign, because: int) -> None:
        """Carry it out: without a note the next person starts over (B27, B62)."""
        rules = s.rules
        kind = "incident" if act.task in s.incidents else "ticket"
        holder = holder_of(s, act.task)
        parts = (act.note or Note()).parts()
        quarrel = conflicts.between(s, holder, act.to)
        refused = (
            bool(quarrel) and s.conflicts[quarrel].friction >= rules.friction_refuse and bool(parts)
        )
        if refused:
            parts = ()
        kept = rules.hand_off_kept_percent * len(parts) // 4
        data = _data(s, act, self.cost(s, act))
        data |= {"from": holder, "note": parts}
        if kind == "incident":
            incident = s.incidents[act.task]
            standing = s.now - incident.halted if incident.halted >= 0 else 0
            data |= {"lost": 0, "waited": standing}
        else:
            ticket = own_ticket(s, act.task)
            if ticket.speed:
                work.settle(s, ticket)
            spent = max(0, ticket.effort - ticket.left)
            data["lost"] = spent * (100 - kept) // 100 // pace.MINUTE
        entry = note(s, f"{kind}.reassigned", "lead", f"{kind}:{act.task}", LEAD, because, data)
        if refused:
            note(
                s, "ticket.refused", "world", f"{kind}:{act.task}", f"analyst:{act.to}", entry,
                {"to": act.to, "from": holder},
            )  # fmt: skip
        if quarrel and not parts:
            conflicts.change(s, quarrel, rules.friction_bare, "bare-hand-off", entry, "lead")
        if kind == "incident":
            incidents.take_from(s, act.task)
            incident = own_incident(s, act.task)
            if incident.left:
                # Without a note the next person starts the step over.
                incident.left = incident.left + rules.note_reading * pace.MINUTE if parts else 0
        else:
            ticket = own_ticket(s, act.task)
            was_working = ticket.who in s.analysts
            _pick_up(s, act.task)
            ticket = own_ticket(s, act.task)
            ticket.left = ticket.effort - (ticket.effort - ticket.left) * kept // 100
            if parts:
                ticket.left += rules.note_reading * pace.MINUTE
            if was_working:
                work.free(s, own_analyst(s, holder))
        _relieve(s, holder, entry)
        _give(s, act, entry, 100)


def _relieve(s: State, who: str, because: int) -> None:
    """Count load taken off somebody who was strained as relief (B89)."""
    if who not in s.analysts:
        return
    feelings.spoken_with(s, who)
    if feelings.stress(s.analysts[who], s.now) >= s.rules.no_break_at * feelings.POINT:
        feelings.kindness(s, who, "relieved", s.rules.relieved_morale, because)
    feelings.retune(s, own_analyst(s, who))


class GoAheadRule:
    """Let somebody who waits go on."""

    family: Family = "delegate"

    def cost(self, s: State, act: GoAhead) -> int:
        """Return the lead minutes."""
        return s.rules.cost("go-ahead")

    def refuse(self, s: State, act: GoAhead) -> Refusal | None:
        """Return why not: nobody waits, or the word is somebody else's to give."""
        incident = s.incidents.get(act.task)
        if incident is None or incident.halted < 0 or incident.unasked:
            return Refusal("go-ahead.nobody-waits")
        asks = s.world.authority.ask.get(incident.asks)
        if asks:
            return Refusal("authority.ask", (f"stakeholder:{asks}",))
        return None

    def apply(self, s: State, act: GoAhead, because: int) -> None:
        """Carry it out."""
        incident = s.incidents[act.task]
        who = incident.who
        entry = note(
            s, "incident.approved", "lead", f"incident:{act.task}", LEAD, because,
            {"to": who, "waited": s.now - incident.halted, "minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, who)
        incidents.go_on(s, act.task, entry)


class CheckInRule:
    """Look in on somebody: at the agreed time it helps, otherwise it costs them work."""

    family: Family = "delegate"

    def cost(self, s: State, act: CheckIn) -> int:
        """Return the lead minutes."""
        return s.rules.cost("check-in")

    def refuse(self, s: State, act: CheckIn) -> Refusal | None:
        """Return why not."""
        refusal = _person_gone(s, act.person)
        if refusal is not None:
            return refusal
        if not s.analysts[act.person].task:
            return Refusal("check-in.idle", (f"analyst:{act.person}",))
        return None

    def apply(self, s: State, act: CheckIn, because: int) -> None:
        """Carry it out."""
        rules = s.rules
        person = own_analyst(s, act.person)
        agreed = person.check_in
        held = agreed >= 0 and (
            agreed - rules.check_in_early <= s.now <= agreed + rules.check_in_late
        )
        if held:
            person.check_in = -1
        entry = note(
            s, "analyst.checked-in", "lead", f"analyst:{act.person}", LEAD, because,
            {
                "agreed": agreed if held else -1,
                "task": person.task,
                "minutes": self.cost(s, act),
            },
        )  # fmt: skip
        waits = person.task in s.incidents and s.incidents[person.task].halted >= 0
        if not held and not waits:
            _intrude(s, act.person, entry)
        feelings.spoken_with(s, act.person)
        if person.task in s.incidents:
            incidents.report(s, person.task, f"analyst:{act.person}", entry)


def _intrude(s: State, who: str, because: int) -> None:
    """Let a look-in that was not agreed cost work, calm and goodwill (B7)."""
    rules = s.rules
    person = own_analyst(s, who)
    recent = tuple(minute for minute in person.look_ins if minute > s.now - 60)
    person.look_ins = (*recent, s.now)
    work.lose_minutes(s, person, rules.look_in_minutes)
    feelings.change_stress(s, who, rules.look_in_stress, "look-in", because, "lead")
    if len(recent) < 3:
        feelings.change_morale(s, who, rules.look_in_morale, "look-in", because, "lead")


class TakeRule:
    """Work on something yourself; the whole of it is in hand until it is done or left."""

    family: Family = "delegate"

    def cost(self, s: State, act: Take) -> int:
        """Return the lead minutes: the work that is left, at the lead's own speed."""
        speed = s.rules.own_ticket_percent * 100
        if act.task in s.incidents:
            incident, spec = s.incidents[act.task], s.plan.incidents[act.task]
            step = spec.steps[min(incident.step, len(spec.steps) - 1)]
            left = incident.left or step.minutes * pace.MINUTE
            if incident.working:
                left -= incident.speed * (s.now - incident.since)
        else:
            ticket = s.tickets[act.task]
            left = ticket.left - ticket.speed * (s.now - ticket.since)
        return pace.minutes_for(s.rules, max(1, left), speed)

    def refuse(self, s: State, act: Take) -> Refusal | None:
        """Return why not."""
        refusal = task_gone(s, act.task)
        if refusal is not None:
            return refusal
        refusal = _nothing_left(s, act.task)
        if refusal is not None:
            return refusal
        incident = s.incidents.get(act.task)
        if incident is not None:
            spec = s.plan.incidents[act.task]
            asks = s.world.authority.ask.get(spec.steps[incident.step].asks)
            if asks:
                return Refusal("authority.ask", (f"stakeholder:{asks}",))
            if any(need not in s.found for need in spec.steps[incident.step].needs):
                return Refusal("take.not-yet", (f"incident:{act.task}",))
        return None

    def apply(self, s: State, act: Take, because: int) -> None:
        """Finish it."""
        p1_open = urgent_open(s, act.task)
        minutes = s.now - s.lead.begun
        if act.task in s.incidents:
            incident = s.incidents[act.task]
            step = s.plan.incidents[act.task].steps[incident.step].id
            entry = note(
                s, "incident.taken", "lead", f"incident:{act.task}", LEAD, because,
                {"step": step, "minutes": minutes, "p1_open": p1_open},
            )  # fmt: skip
            incidents.complete_step(s, act.task, LEAD, entry, "lead")
            if s.incidents[act.task].who == LEAD:
                incidents.drop(s, act.task)
            return
        entry = note(
            s, "ticket.taken", "lead", f"ticket:{act.task}", LEAD, because,
            {"minutes": minutes, "p1_open": p1_open, "done": True},
        )  # fmt: skip
        ticket = own_ticket(s, act.task)
        ticket.left, ticket.who = 0, NOBODY
        work.resolve(s, ticket, LEAD, "lead", entry)


def urgent_open(s: State, task: str = "") -> bool:
    """Return whether a P1 incident that the lead can know of is open."""
    return any(
        one.state == "open" and one.known >= 0 and s.plan.incidents[ident].severity == 1
        for ident, one in s.incidents.items()
    )


def begin_take(s: State, act: Take, entry: int) -> None:
    """Take the task out of whatever hands it is in; unasked, that costs goodwill (B7)."""
    holder = holder_of(s, act.task)
    if holder in s.analysts:
        feelings.change_morale(s, holder, s.rules.taken_morale, "taken", entry, "lead")
    if act.task in s.incidents:
        incidents.take_from(s, act.task)
        incident = own_incident(s, act.task)
        incident.who = LEAD
        return
    work.release(s, act.task)
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
        incidents.drop(s, act.task)
        if minutes:
            step = s.plan.incidents[act.task].steps[incident.step].id
            note(
                s, "incident.taken", "lead", f"incident:{act.task}", LEAD, entry,
                {"step": step, "minutes": minutes, "p1_open": urgent_open(s, act.task)},
            )  # fmt: skip
        return
    if s.tickets[act.task].who != LEAD:
        return
    ticket = own_ticket(s, act.task)
    ticket.left = max(pace.MINUTE, ticket.left - minutes * s.rules.own_ticket_percent * 100)
    if minutes:
        note(
            s, "ticket.taken", "lead", f"ticket:{act.task}", LEAD, entry,
            {"minutes": minutes, "p1_open": urgent_open(s, act.task), "done": False},
        )  # fmt: skip
    shifts.put_back(s, act.task, entry)


class LeaveRule:
    """Leave the act in hand."""

    family: Family = "delegate"

    def cost(self, s: State, act: Leave) -> int:
        """Return the lead minutes that the note takes."""
        return s.rules.cost("leave")

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
