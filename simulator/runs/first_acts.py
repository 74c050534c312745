"""What a lead could have done about a need that stood on the screen: a first act, plain and open.

Each is made from the view of that minute alone: people at the desk, words that could be said.
"""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import (
    Ask,
    Assign,
    Declare,
    Escalate,
    GoAhead,
    Listen,
    Reassign,
    SendOnBreak,
    TalkThrough,
    Triage,
)
from simulator.runs.alternatives import AHEAD, MOST, abler, answers, open_then, permits
from simulator.strategies.duties_queue import whole_decision, whole_shift
from simulator.strategies.messages import update
from simulator.strategies.reading import burning, evidence, told_about

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scoring.rubric import Competency
    from simulator.engine.acts.base import Act
    from simulator.engine.seen import IncidentView
    from simulator.engine.view import View

HIGH = 2
"""The lowest priority of work that somebody grows on. (DESIGN 7)"""


def first_acts(view: View, subject: str, competency: Competency) -> list[Act]:
    """Return up to three acts that were open about a subject, given as a reference.

    `competency` says what is asked for.
    """
    sort, _, ident = subject.partition(":")
    match sort:
        case "incident":
            found = _incident(view, ident, competency)
        case "ticket":
            found = chain([Triage(ident)], _given_away(view, ident))
        case "analyst":
            found = _person(view, ident)
        case "conflict":
            found = _friction(view, ident)
        case "stakeholder":
            found = _outside(view, ident)
        case "decision":
            found = (whole_decision(one, AHEAD) for one in view.decisions() if one.id == ident)
        case "scene":
            found = answers(view, ident)
        case _:
            found = iter([whole_shift(view)])
    return open_then(view, found)


def in_turn(rows: Iterable[Sequence[Act]]) -> list[Act]:
    """Return the first act of each row, then the second of each, three at most, each once."""
    found = dict.fromkeys(one for turn in zip_longest(*rows) for one in turn if one is not None)
    return list(found)[:MOST]


def _incident(view: View, ident: str, competency: Competency) -> Iterator[Act]:
    """Yield what an incident asks for: words, somebody who has it, or that it is seen to."""
    one = view.incident(ident)
    if competency == "communication":
        return _words(view, one)
    return _given_away(view, ident) if competency == "delegation" else _seen_to(view, one)


def _given_away(view: View, task: str) -> Iterator[Act]:
    """Yield the word that somebody waits for, or the giving of a task to those who know most."""
    yield GoAhead(task)
    for shape in (Assign, Reassign):
        for who in abler(view, task)[:2]:
            yield shape(task, who, "hand-over", may=permits(view, task))


def _words(view: View, one: IncidentView) -> Iterator[Act]:
    """Yield a first word about an incident to those who wait for one, users first."""
    concerned = sorted(told_about(view, one), key=lambda spec: spec.audience != "users")
    found = (update(view, spec.id, one.id) for spec in concerned)
    return (word for word in found if word is not None)


def _seen_to(view: View, one: IncidentView) -> Iterator[Act]:
    """Yield the declaring of an incident, then its giving away."""
    if not one.declared:
        yield Declare(one.id, one.severity)
    yield from _given_away(view, one.id)


def _person(view: View, who: str) -> Iterator[Act]:
    """Yield relief for somebody whom signs show to be strained, else work to grow on."""
    one = view.analyst(who)
    if one.signs:
        yield SendOnBreak(who)
        if one.on:
            others = (other for other in abler(view, one.on) if other != who)
            yield from (Reassign(one.on, other, "hand-over") for other in others)
        yield Listen(who)
        return
    yield from (Assign(task.id, who, "alongside") for task in burning(view))
    for ticket in view.tickets():
        if ticket.priority <= HIGH and ticket.triaged and not ticket.incident:
            yield Assign(ticket.id, who, "alongside")


def _friction(view: View, ident: str) -> Iterator[Act]:
    """Yield the talk with both, and the hearing of each alone."""
    yield TalkThrough(ident)
    for one in view.conflicts():
        if one.id == ident:
            yield from (Listen(who) for who in one.between)


def _outside(view: View, to: str) -> Iterator[Act]:
    """Yield a word about what burns, a request about it, and the question what is needed."""
    for one in burning(view):
        yield Escalate(one.id, to, facts=evidence(view))
        word = update(view, to, one.id)
        if word is not None:
            yield word
    yield Ask(to, "needs")
