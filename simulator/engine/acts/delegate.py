"""Rules of the acts that keep in touch with work that was given away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import (
    approvals,
    feelings,
    helping,
    knowledge,
    protection,
    responders,
    steps,
    work,
)
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal, WithOneRule
from simulator.engine.authority import Need
from simulator.engine.owning import own_analyst
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import (
        CheckIn,
        GoAhead,
    )
    from simulator.engine.log import Value
    from simulator.engine.state import State


class GoAheadRule(PricedRule):
    """Let somebody who waits go on."""

    family: Family = "delegate"

    def refuse(self, s: State, act: GoAhead) -> Refusal | None:
        """Return why not: nobody waits."""
        if act.task in s.tickets:
            return _refuse_approval(s, act, self.cost(s, act))
        incident = s.incidents.get(act.task)
        if act.expires is not None:
            return Refusal("go-ahead.no-expiry")
        if incident is None or incident.halted < 0 or incident.unasked:
            return Refusal("go-ahead.nobody-waits")
        return None

    def apply(self, s: State, act: GoAhead, because: int) -> None:
        """Carry it out."""
        if act.task in s.tickets:
            feelings.spoken_with(s, s.tickets[act.task].parked_by)
            expires = -1 if act.expires is None else act.expires
            approvals.approve(s, act.task, LEAD, because, expires, self.cost(s, act))
            return
        incident = s.incidents[act.task]
        who = incident.who
        entry = note(
            s, "incident.approved", "lead", f"incident:{act.task}", LEAD, because,
            {"to": who, "waited": s.now - incident.halted, "minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, who)
        responders.go_on(s, act.task, entry)


def needs(s: State, act: GoAhead) -> tuple[Need, ...]:
    """Return the powers it uses: the word itself, and the step or approval that is asked for."""
    if act.task in s.tickets:
        return Need((act.kind,)), Need((s.tickets[act.task].kind.approval,))
    return Need((act.kind,)), Need((s.incidents[act.task].asks,))


def _refuse_approval(s: State, act: GoAhead, minutes: int) -> Refusal | None:
    """Return why a ticket cannot be approved: nobody asks, or the time makes no sense."""
    if s.tickets[act.task].state != approvals.WAITING:
        return Refusal("go-ahead.nobody-waits")
    return Refusal("assign.time") if tasks.out_of_time(s, act.expires, minutes) else None


class CheckInRule(WithOneRule):
    """Look in on somebody: at the agreed time it helps, otherwise it costs them work.

    A look that was agreed and comes late is over with: it neither helps nor disturbs.
    """

    family: Family = "delegate"

    def refuse(self, s: State, act: CheckIn) -> Refusal | None:
        """Return why not."""
        refusal = tasks.person_gone(s, act.person)
        if refusal is not None:
            return refusal
        if not tasks.gets_work(s, act.person):
            return Refusal("check-in.idle", (f"analyst:{act.person}",))
        if s.analysts[act.person].check_in < 0 and not _waits(s, act.person):
            return protection.held(s, act.person)
        return None

    def apply(self, s: State, act: CheckIn, because: int) -> None:
        """Carry it out."""
        rules = s.rules
        person = own_analyst(s, act.person)
        meant = 0 <= person.check_in <= s.now + rules.check_in_early
        agreed = person.check_in if meant else -1
        late = meant and s.now > agreed + rules.check_in_late
        if meant:
            person.check_in = -1
        data: dict[str, Value] = {
            "agreed": agreed, "task": person.task, "minutes": self.cost(s, act),
        }  # fmt: skip
        if late:
            data["late"] = s.now - agreed
        entry = note(
            s, "analyst.checked-in", "lead", f"analyst:{act.person}", LEAD, because, data
        )  # fmt: skip
        if meant and not late:
            feelings.change_trust(s, act.person, rules.kept_trust, entry, "lead")
        elif not meant and not _waits(s, act.person):
            _intrude(s, act.person, entry)
        feelings.spoken_with(s, act.person)
        helping.met(s, act.person, entry)
        knowledge.answer(s, act.person, steps.progress(s, act.person), entry)
        if person.task in s.incidents:
            steps.report(s, person.task, f"analyst:{act.person}", entry)


def _waits(s: State, who: str) -> bool:
    """Return whether somebody waits for the lead: for help, or for a word to go on."""
    if helping.asks(s, who):
        return True
    incident = s.incidents.get(s.analysts[who].task)
    return incident is not None and incident.halted >= 0


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
        feelings.change_trust(s, who, rules.look_in_trust, because, "lead")
