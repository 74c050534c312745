"""Rule of coaching: five steps in one skill (B71 to B75)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine import feelings, growth
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, Refusal, WithOneRule
from simulator.engine.acts.shapes import Coach
from simulator.engine.owning import own_analyst, own_ticket
from simulator.engine.records import LEAD, NOBODY
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes.team import CoachStep
    from simulator.engine.log import Value
    from simulator.engine.state import State

STEPS: tuple[CoachStep, ...] = ("gaps", "goal", "show", "practise", "review")


class CoachRule(WithOneRule):
    """Take one step of coaching; the last one, after practice, becomes skill."""

    family: Family = "people"

    def refuse(self, s: State, act: Coach) -> Refusal | None:
        """Return why not: out of turn, a second goal, or a ticket that does not serve."""
        refusal = tasks.person_gone(s, act.person)
        if refusal is not None:
            return refusal
        if not any(act.skill in one.skills for one in s.analysts.values()):
            return Refusal("coach.skill-unknown")
        return _out_of_turn(s, act) or _unfit(s, act)

    def apply(self, s: State, act: Coach, because: int) -> None:
        """Carry it out."""
        person, minutes = own_analyst(s, act.person), self.cost(s, act)
        data: dict[str, Value] = {
            "skill": act.skill, "step": act.step, "looked": person.looked_at >= 0,
            "minutes": minutes,
        }  # fmt: skip
        if act.ticket:
            data["ticket"] = act.ticket
        entry = note(s, "analyst.coached", "lead", person.ref, LEAD, because, data)
        feelings.spoken_with(s, act.person)
        person.coaching, person.coached = act.skill, person.coached + 1
        if act.step == "practise":
            person.practice = act.ticket
            ticket = own_ticket(s, act.ticket)
            ticket.terms = replace(ticket.terms, helped=True)
        elif act.step == "review":
            person.coaching, person.coached, person.practice = "", 0, NOBODY
            growth.grow(s, act.person, act.skill, entry)


def _out_of_turn(s: State, act: Coach) -> Refusal | None:
    """Return a refusal for a step that is not the next one, or for a second goal (B72)."""
    person = s.analysts[act.person]
    about = (f"analyst:{act.person}",)
    if person.grown and not person.coaching:
        return Refusal("coach.enough", about)
    if person.coaching and person.coaching != act.skill:
        return Refusal("coach.one-goal", about)
    place = STEPS.index(act.step)
    taken = person.coached + sum(
        isinstance(one, Coach) and (one.person, one.skill) == (act.person, act.skill)
        for one in tasks.ahead(s)
    )
    if place < taken:
        return Refusal("coach.done")
    unpractised = act.step == "review" and not person.practice
    return Refusal("coach.not-yet") if place > taken or unpractised else None


def _unfit(s: State, act: Coach) -> Refusal | None:
    """Return a refusal for a step whose ticket does not serve it."""
    person = s.analysts[act.person]
    ticket = s.tickets.get(act.ticket)
    serves = ticket is not None and ticket.kind.skill == act.skill
    if act.step == "show" and not (serves and ticket is not None and ticket.resolved >= 0):
        return Refusal("coach.no-example")
    if act.step == "practise" and not (
        serves and ticket is not None and act.person in (ticket.who, ticket.parked_by)
    ):
        return Refusal("coach.not-theirs", (f"analyst:{act.person}",))
    if act.step == "review" and s.tickets[person.practice].by != act.person:
        return Refusal("coach.practice-open", (f"ticket:{person.practice}",))
    return None
