"""What acts ask about a task and the person who has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import calls
from simulator.engine.acts.base import Refusal
from simulator.engine.acts.prioritise import ticket_gone
from simulator.engine.acts.shapes import Assign, Reassign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.base import Act
    from simulator.engine.records.team import Analyst
    from simulator.engine.state import State


def task_gone(s: State, task: str) -> Refusal | None:
    """Return why a task cannot be worked on."""
    incident = s.incidents.get(task)
    if incident is None:
        gone = ticket_gone(s, task)
        if gone is None and s.tickets[task].linked:
            return Refusal("ticket.linked", (f"ticket:{task}",))
        if gone is None and s.tickets[task].hold.outside >= 0:
            return Refusal("ticket.on-hold", (f"ticket:{task}",))
        return gone
    if incident.known < 0:
        return Refusal("incident.unknown")
    if incident.state == "resolved":
        return Refusal("incident.resolved", (f"incident:{task}",))
    return None


def out_of_time(s: State, minute: int | None, minutes: int) -> bool:
    """Return whether a time named in an act that takes `minutes` makes no sense.

    It has to lie between the act's effect and the end of the shift. Once the act is under way only
    the end counts: what was said in time is not taken back because it took long.
    """
    if minute is None:
        return False
    if s.running:
        return minute > s.world.length
    from simulator.engine.agenda import free_at  # the agenda builds on the rules

    return not free_at(s) + minutes <= minute <= s.world.length


def nothing_left(s: State, task: str) -> Refusal | None:
    """Return a refusal for an incident on which the desk has nothing left to do."""
    incident = s.incidents.get(task)
    if incident is None:
        return None
    steps = s.plan.incidents[task].steps
    if incident.step < len(steps) and not steps[incident.step].by:
        return None
    return Refusal("take.nothing-left", (f"incident:{task}",))


def ahead(s: State) -> Iterator[Act]:
    """Yield the acts that will be done before one that is given now.

    An act that is about to begin, or to take effect, has none: nothing is in hand then.
    """
    if s.lead.hand is not None:
        yield s.lead.hand.act
        yield from (one.act for one in s.lead.queue)


def gets_work(s: State, who: str) -> bool:
    """Return whether somebody has something in hand, or gets it before an act given now."""
    return bool(s.analysts[who].task) or any(
        isinstance(act, (Assign, Reassign)) and act.to == who for act in ahead(s)
    )


def holder_of(s: State, task: str) -> str:
    """Return who has a task: in hand or set aside."""
    if task in s.incidents:
        return s.incidents[task].who
    ticket = s.tickets[task]
    return ticket.who or ticket.parked_by


def unreachable(s: State, who: str) -> Refusal | None:
    """Return why somebody cannot be spoken with."""
    analyst = s.analysts.get(who)
    if analyst is None:
        return Refusal("person.unknown")
    if analyst.place in ("absent", "away"):
        return Refusal("person.away", (analyst.ref,))
    return on_call(s, who)


def person_gone(s: State, who: str) -> Refusal | None:
    """Return why somebody cannot be given anything, or sat down with, now."""
    return unreachable(s, who) or not_at_desk(s.analysts[who])


def not_at_desk(analyst: Analyst) -> Refusal | None:
    """Return a refusal for somebody who is here, but not at their desk."""
    if analyst.place == "break":
        return Refusal("person.break", (analyst.ref,), analyst.until)
    if analyst.place == "aside":
        return Refusal("person.aside", (analyst.ref,), analyst.until)
    return None


def on_call(s: State, who: str) -> Refusal | None:
    """Return why somebody cannot be spoken with: they are with a caller or a visitor."""
    call = calls.in_hand(s, who)
    if call is None:
        return None
    about, minute = (f"analyst:{who}",), calls.free_at(s, call)
    if calls.is_phone(call):
        return Refusal("person.on-call", about, minute)
    return Refusal("person.with-visitor", about, minute)


def held_on_call(s: State, task: str) -> Refusal | None:
    """Return why a task cannot be moved: somebody is being talked with about it."""
    call = s.calls.get(task)
    return None if call is None or s.tickets[task].who != call.who else on_call(s, call.who)


def person_full(s: State, who: str, task: str) -> Refusal | None:
    """Return why somebody has no room for one more task: the limit is theirs (DESIGN 3)."""
    analyst = s.analysts[who]
    held = [one for one in (analyst.task, *analyst.parked) if one and one != task]
    if analyst.spec.limit and len(held) >= analyst.spec.limit:
        return Refusal("assign.full", (f"analyst:{who}",))
    return None


def severity_of(s: State, task: str) -> int:
    """Return the severity a task was declared with; 4 for one that was not declared."""
    incident = s.incidents.get(task)
    if incident is None:
        return s.tickets[task].priority
    return incident.severity if incident.declared >= 0 else 4


def urgent_open(s: State, task: str = "") -> bool:
    """Return whether a P1 incident that the lead can know of is open."""
    return any(
        one.state == "open" and one.known >= 0 and s.plan.incidents[ident].severity == 1
        for ident, one in s.incidents.items()
    )
