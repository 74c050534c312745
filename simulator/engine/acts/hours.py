"""Rules of the acts about people's time: overtime, quiet, and what only a manager can give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import authority, feelings, knowledge, protection, requests
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal
from simulator.engine.owning import own_analyst, own_stakeholder
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import AskManager, AskOvertime, Protect
    from simulator.engine.log import Value
    from simulator.engine.state import State


class AskOvertimeRule(PricedRule):
    """Ask somebody to stay longer; who has to leave says so (B15, B89)."""

    family: Family = "people"

    def refuse(self, s: State, act: AskOvertime) -> Refusal | None:
        """Return why not: they stay anyway, or for a time nobody is asked for."""
        refusal = tasks.unreachable(s, act.person)
        if refusal is not None:
            return refusal
        about = (f"analyst:{act.person}",)
        shortest, longest = s.rules.overtime_span
        if not shortest <= act.minutes <= longest:
            return Refusal("overtime.minutes")
        if s.analysts[act.person].spec.leaves is None:
            return Refusal("overtime.no-need", about)
        if s.analysts[act.person].stays >= 0:
            return Refusal("overtime.agreed", about)
        return None

    def apply(self, s: State, act: AskOvertime, because: int) -> None:
        """Carry it out: the answer comes at once."""
        person = own_analyst(s, act.person)
        why = _why_not(s, act.person)
        leaves = person.spec.leaves or s.now
        entry = note(
            s, "analyst.asked-to-stay", "lead", person.ref, LEAD, because,
            {"until": leaves + act.minutes, "agreed": not why, "minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, act.person)
        knowledge.answer(s, act.person, why or "stays", entry)
        if not why:
            person.stays = leaves + act.minutes
        elif person.pressed:
            feelings.change_trust(s, act.person, s.rules.pressed_trust, entry, "lead")
        person.pressed = bool(why)


def _why_not(s: State, who: str) -> str:
    """Return why somebody does not stay, by what it means; "" where they do."""
    person, rules = s.analysts[who], s.rules
    if person.spec.must_leave:
        return "has-to-leave"
    if feelings.stress(person, s.now) >= rules.strain_at * feelings.POINT:
        return "worn-out"
    return "rather-not" if person.trust < rules.overtime_trust else ""


class ProtectRule(PricedRule):
    """Keep calls, look-ins and questions away from somebody for a while (B36)."""

    family: Family = "people"

    def refuse(self, s: State, act: Protect) -> Refusal | None:
        """Return why not: no such time, or they are left alone already."""
        refusal = tasks.unreachable(s, act.person)
        if refusal is not None:
            return refusal
        if not s.running and protection.held(s, act.person) is not None:
            return Refusal("protect.already", (f"analyst:{act.person}",))
        late = act.until <= s.now if s.running else False
        if late or tasks.out_of_time(s, act.until, self.cost(s, act)):
            return Refusal("protect.time")
        return None

    def apply(self, s: State, act: Protect, because: int) -> None:
        """Carry it out."""
        note(
            s, "analyst.protected", "lead", f"analyst:{act.person}", LEAD, because,
            {"until": act.until, "minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, act.person, acted=False)
        protection.begin(s, act.person, act.until)


class AskManagerRule(PricedRule):
    """Ask your own manager for a person, for an authority, or for time (B90)."""

    family: Family = "people"

    def refuse(self, s: State, act: AskManager) -> Refusal | None:
        """Return why not: not your manager, asked already, or nothing to allow."""
        spec = s.plan.stakeholders.get(act.to)
        if spec is None:
            return Refusal("person.unknown")
        about = (f"stakeholder:{act.to}",)
        if spec.audience != "manager" or spec.answer is None:
            return Refusal("manager.not-yours", about)
        if s.stakeholders[act.to].asked_at >= 0:
            return Refusal("manager.awaited", about)
        if not knowledge.known(s, act.facts):
            return Refusal("fact.unknown")
        task, asks = _request(act)
        if f"answered:{task}:{asks}" in s.stakeholders[act.to].told:
            return Refusal("manager.answered", about)
        return _nothing_to_allow(s, act) if act.need == "authority" else None

    def apply(self, s: State, act: AskManager, because: int) -> None:
        """Carry it out: the answer comes in their own time."""
        task, asks = _request(act)
        data: dict[str, Value] = {
            "need": act.need, "facts": act.facts, "minutes": self.cost(s, act),
        }  # fmt: skip
        if task:
            data |= {"task": task, "what": asks}
        entry = note(s, "manager.asked", "lead", f"stakeholder:{act.to}", LEAD, because, data)
        own_stakeholder(s, act.to).last_word = s.now
        requests.request(s, act.to, task, asks, act.facts, entry)


def _request(act: AskManager) -> tuple[str, str]:
    """Return what the request is about, and what it asks for."""
    return (act.task, act.what) if act.need == "authority" else ("", act.need)


def _nothing_to_allow(s: State, act: AskManager) -> Refusal | None:
    """Return a refusal where no power, way or permit is named that somebody could allow."""
    if authority.lent(s, act.to, act.what):
        return None
    refusal = tasks.task_gone(s, act.task)
    if refusal is not None:
        return refusal
    spec = s.plan.incidents.get(act.task)
    if spec is None:
        return Refusal("manager.what")
    known = {*(one.id for one in spec.ways), *(one.id for one in spec.permits)}
    return None if act.what in known else Refusal("manager.what")
