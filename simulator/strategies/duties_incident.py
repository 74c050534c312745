"""Duties around an incident: see it, give it away, tell people, let it move, close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import (
    AnyAct,
    Assign,
    Declare,
    Escalate,
    GoAhead,
    Link,
    Triage,
)
from simulator.strategies.matching import owner_for, second_eyes, style_for
from simulator.strategies.messages import closing, first_line, update
from simulator.strategies.reading import (
    burning,
    logged_high,
    loud,
    new_services,
    strained,
    told_about,
    urgent,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import IncidentView
    from simulator.engine.view import View
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory

TIME_FOR_IT = 35
"""Minutes after which the outcome of an incident is asked for, inside a P1's hour."""

LOOK_IN = 14
"""Minutes after giving an incident away at which the lead agrees to look in. (I2, ten to fifteen)"""

CHASE = 30
"""Minutes of silence from outside after which the lead asks again. (B126)"""

REMIND = 12
"""Minutes within which the same people are not written to twice, unless a word is owed."""


def open_new_services(at_least: int, calm: bool = False) -> Duty:
    """Return the duty of opening a ticket about a service that is new in the queue.

    `calm` leaves it be while a P1 burns.
    """

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        if calm and urgent(view):
            return
        for ticket in new_services(view, at_least):
            yield Triage(ticket.id)

    return duty


def open_logged_high(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the opening of tickets that came in as P1 or P2."""
    for ticket in logged_high(view):
        yield Triage(ticket.id)


def declare(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the declaration of what is known to be wrong: in doubt, the higher severity."""
    for one in burning(view):
        if not one.declared:
            yield Declare(one.id, one.severity)


def link_many(at_least: int) -> Duty:
    """Return the duty of linking duplicates once there are so many."""

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        for one in view.incidents():
            if one.declared and one.unlinked >= at_least:
                yield Link(one.id)

    return duty


def give_whole(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the giving of an incident with the right to finish it.

    Outcome, time, limits, a second pair of eyes and a time to look in, in one breath.
    """
    for one in burning(view):
        if one.who and memory.given("assign", one.id) is not None:
            continue
        tired = [person.id for person in strained(view, memory)]
        best = owner_for(view, one, tired) or owner_for(view, one)
        if best is None:
            continue
        eyes = second_eyes(view, one, best.id, tired)
        minute = view.now + view.world.rules.cost("assign")
        yield Assign(
            one.id, best.id, style_for(view, best, one),
            outcome=one.outcomes[-1][0] if one.outcomes else "",
            due=min(minute + TIME_FOR_IT, view.length),
            check_in=min(minute + LOOK_IN, view.length),
            may=within_authority(view, one),
            beside=eyes.id if eyes is not None else None,
        )  # fmt: skip


def give_by_the_step(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the giving of an incident to the best skill, up to its next finding and no further."""
    for one in burning(view):
        best = owner_for(view, one)
        if best is None or (one.who and memory.given("assign", one.id) is not None):
            continue
        minute = view.now + view.world.rules.cost("assign")
        yield Assign(
            one.id, best.id, "on-call", outcome=one.outcomes[0][0] if one.outcomes else "",
            due=min(minute + TIME_FOR_IT, view.length),
            check_in=min(minute + LOOK_IN, view.length),
        )  # fmt: skip


def within_authority(view: View, incident: IncidentView) -> tuple[str, ...]:
    """Return the steps of an incident that are the lead's own to allow."""
    asks = view.world.authority.ask
    return tuple(permit for permit, _ in incident.permits if permit not in asks)


def go_ahead(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a word to whoever waits for one, or the question to whoever may give it."""
    for one in view.incidents():
        if one.halted_since is None:
            continue
        who = view.world.authority.ask.get(one.asks)
        if who is None:
            yield GoAhead(one.id)
        elif not memory.lately("escalate", one.id, view.now, CHASE):
            yield Escalate(one.id, who, one.asks, tuple(fact.id for fact in view.facts()))


def first_words(next_word: int, audiences: tuple[str, ...]) -> Duty:
    """Return the duty of telling these audiences about an incident that they notice."""

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        for one in loud(view):
            concerned = {spec.id: spec.audience for spec in told_about(view, one)}
            for to, audience in sorted(concerned.items(), key=lambda row: order(row[1])):
                if audience in audiences and not _told(view, memory, to, one.known_since):
                    word = update(view, to, one.id, next_word)
                    if word is not None:
                        yield word

    def order(audience: str) -> int:
        return audiences.index(audience) if audience in audiences else len(audiences)

    return duty


def _told(view: View, memory: Memory, to: str, since: int) -> bool:
    """Return whether somebody was written to since something was known, or spoken with just now."""
    subject = f"stakeholder:{to}"
    spoken = memory.seen("scene.answered", subject)
    if spoken and view.now - spoken[-1].at < REMIND:
        return True
    last = memory.given("message", to)
    return last is not None and last >= since


def keep_the_cadence(next_word: int, longest: int) -> Duty:
    """Return the duty of writing again to whoever has heard nothing for so many minutes."""

    def duty(view: View, memory: Memory) -> Iterator[AnyAct]:
        owed = {promise.to for promise in view.promises()}
        for one in loud(view):
            for spec in told_about(view, one):
                known = next(s for s in view.stakeholders() if s.id == spec.id)
                since = view.now - max(known.last_word or 0, one.known_since)
                if spec.id in owed or since < longest:
                    continue
                word = update(view, spec.id, one.id, next_word)
                if word is not None and not memory.lately("message", spec.id, view.now, REMIND):
                    yield word

    return duty


def tell_the_desk(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield one line to the team about each incident that people outside notice."""
    for one in loud(view):
        if memory.given("message", "desk") is None or not _desk_knows(memory, one):
            line = first_line(view, one)
            if line is not None:
                yield line


def _desk_knows(memory: Memory, one: IncidentView) -> bool:
    return any(entry.data.get("about") == one.id for entry in memory.seen("desk.told"))


def close(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the closing word to everybody who was written to, once it is over."""
    for one in view.incidents():
        if one.state == "open":
            continue
        for spec in told_about(view, one):
            sent = [
                entry for entry in memory.seen("message.sent", f"stakeholder:{spec.id}")
                if entry.data.get("about") == one.id
            ]  # fmt: skip
            if any(entry.data.get("closing") for entry in sent):
                continue
            word = closing(view, spec.id, one.id)
            if word is not None:
                yield word


def ask_outside(view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a request to the vendor with all the evidence there is, and again after a silence."""
    for one in view.incidents():
        if one.state == "resolved" or not told_about(view, one):
            continue
        evidence = tuple(fact.id for fact in view.facts() if fact.technical)
        for vendor in view.stakeholders():
            if vendor.audience != "vendor" or len(evidence) < 2:
                continue
            waiting = vendor.answers_by
            answered = memory.seen("stakeholder.answered", f"stakeholder:{vendor.id}")
            if waiting is None and any(e.data.get("reply") == "yes" for e in answered):
                continue
            if waiting is None or view.now - waiting >= CHASE:
                act = Escalate(one.id, vendor.id, facts=evidence)
                if not memory.lately("escalate", one.id, view.now, CHASE // 2):
                    yield act


