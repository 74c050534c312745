"""Duties to people: relief, stretch work with help, early talks, thanks and reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.base import Note
from simulator.engine.acts.shapes import (
    AnyAct,
    Ask,
    Listen,
    Reassign,
    Recognise,
    Review,
    SendOnBreak,
    TalkThrough,
)
from simulator.strategies.duties_incident import LOOK_IN, TIME_FOR_IT, within_authority
from simulator.strategies.matching import gap_for, learner_for, owner_for, second_eyes, style_for
from simulator.strategies.reading import burning, on_incident, quarrel, strained, task_of, urgent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import AnalystView, IncidentView
    from simulator.engine.view import View
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory

NEAR_THE_END = 15
"""Minutes before the end of the shift from which no talk is begun any more."""

SETTLED = 60
"""Minutes into a shift from which a longer talk can be begun though nothing has happened yet."""


def grow(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the handing of an incident to somebody it stretches, once its hard part is found.

    Whoever had it and is tired goes free; the learner has the findings in a note, somebody
    beside them, and the lead's ear.
    """
    for one in burning(view):
        found = [
            fact.id for fact in view.facts() if fact.technical and fact.since >= one.known_since
        ]
        if not one.who or one.who == "lead" or not found or not _tired(view, memory, one.who):
            continue
        if len(memory.seen("incident.found", f"incident:{one.id}")) >= len(one.outcomes) - 1:
            continue  # The last step is in hand: let it be finished.
        learner = learner_for(view, one)
        if learner is None or learner.id == one.who or quarrel(view, learner.id, one.who):
            continue
        tired = [person.id for person in strained(view, memory)]
        eyes = second_eyes(view, one, learner.id, [*tired, one.who])
        minute = view.now + view.world.rules.cost("alongside")
        yield Reassign(
            one.id, learner.id, style_for(view, learner, one),
            outcome=one.outcomes[-1][0] if one.outcomes else "",
            due=min(minute + TIME_FOR_IT, view.length),
            check_in=min(minute + LOOK_IN, view.length),
            may=within_authority(view, one),
            beside=eyes.id if eyes is not None else None,
            note=Note(tested=tuple(found), changed=tuple(found), suspected=tuple(found),
                      next=tuple(found)),
        )  # fmt: skip


def _tired(view: View, memory: Memory, who: str) -> bool:
    return any(one.id == who for one in strained(view, memory))


def relieve(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a pause for whoever shows that it is time; with an incident in hand, less to carry."""
    for person in strained(view, memory):
        if not on_incident(view, person):
            yield SendOnBreak(person.id)
            continue
        if memory.lately("load-off", person.id, view.now, 60):
            continue
        yield from _load_off(view, memory, person)


def _load_off(view: View, memory: Memory, person: AnalystView) -> Iterator[AnyAct]:
    for ident in person.parked:
        task = task_of(view, ident)
        if task is None or memory.given("reassign", ident) is not None:
            continue
        tired = [one.id for one in strained(view, memory)]
        spare = [*tired, *(one.id for one in view.team() if quarrel(view, one.id, person.id))]
        other = owner_for(view, task, [*spare, person.id])
        if other is not None:
            yield Reassign(ident, other.id, style_for(view, other, task))


def ask_what_they_saw(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the questions that an incident raises for the team, the least asked people first."""
    for one in burning(view):
        if one.severity == 1:
            yield from _questions(view)


def ask_the_team(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield any open question to the team, once the first hour is over and nothing burns."""
    if not urgent(view) and view.now >= SETTLED:
        yield from _questions(view)


def _questions(view: View) -> Iterator[AnyAct]:
    people = sorted(view.team(), key=lambda one: max((p for _, p in one.skills), default=0))
    for person in people:
        if person.place == "desk":
            for question in view.questions(person.id):
                yield Ask(person.id, question.id)


def ask_needs(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the question what somebody needs, to everybody outside who depends on the desk."""
    for one in view.world.stakeholders:
        if one.expects and one.audience == "executive" and memory.given("ask", one.id) is None:
            yield Ask(one.id, "needs")


def hear(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a listening ear to each of two people whose friction shows."""
    if view.now > view.length - NEAR_THE_END:
        return
    for conflict in view.conflicts():
        if conflict.talked:
            continue
        for who in reversed(conflict.between):
            if who not in conflict.heard:
                yield Listen(who)


def talk(words: str = "behaviour-and-impact") -> Duty:
    """Return the duty of talking a conflict through, each having been heard first."""

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        quiet = view.now >= SETTLED or any(one.state != "open" for one in view.incidents())
        if view.now > view.length - NEAR_THE_END or not quiet:
            return
        for one in view.conflicts():
            busy = any(on_incident(view, view.analyst(who)) for who in one.between)
            if not one.talked and set(one.heard) >= set(one.between) and not busy:
                yield TalkThrough(one.id, words)  # type: ignore[arg-type]

    return duty


def review(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a look back on finished incidents with everybody they were a stretch for."""
    for one in view.incidents():
        if one.state == "open":
            continue
        for person in view.team():
            stretched = gap_for(person, one) <= 0 and _worked_on(memory, one, person.id)
            if stretched and memory.given("review", one.id) is None:
                yield Review(person.id, one.id)


def _worked_on(memory: Memory, one: IncidentView, who: str) -> bool:
    return any(
        e.actor == f"analyst:{who}" for e in memory.seen("incident.found", f"incident:{one.id}")
    )


def thank(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield thanks for a deed that others lived by: a finding on an incident, a P1 ticket done."""
    urgent_ones = {
        f"ticket:{one.id}" for one in view.all_tickets() if one.priority == 1 and not one.incident
    }
    deeds = memory.seen("incident.found")
    deeds += [e for e in memory.seen("ticket.resolved") if e.subject in urgent_ones]
    for deed in sorted(deeds, reverse=True):
        who = deed.actor.removeprefix("analyst:")
        if deed.actor.startswith("analyst:") and memory.given("recognise", who) is None:
            yield Recognise(who, deed.number)
