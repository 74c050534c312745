"""Duties of telling: first words, the cadence, the team, the end, and requests to the outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import AnyAct, Escalate
from simulator.strategies.memory import request
from simulator.strategies.messages import closing, first_line, update
from simulator.strategies.reading import evidence, loud, told_about

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.seen import IncidentView
    from simulator.engine.view import View
    from simulator.strategies.dutiful import Duty
    from simulator.strategies.memory import Memory

CHASE = 30
"""Minutes of silence from outside after which the lead asks again. (B126)"""

REMIND = 12
"""Minutes within which the same people are not written to twice, unless a word is owed."""


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
        known = evidence(view)
        for vendor in view.stakeholders():
            if vendor.audience != "vendor" or len(known) < 2:
                continue
            waiting = vendor.answers_by
            answered = memory.seen("stakeholder.answered", f"stakeholder:{vendor.id}")
            if waiting is None and any(e.data.get("reply") == "yes" for e in answered):
                continue
            if waiting is None or view.now - waiting >= CHASE:
                act = Escalate(one.id, vendor.id, facts=known)
                asked = request(one.id, vendor.id)
                if not memory.lately("escalate", asked, view.now, CHASE // 2):
                    yield act
