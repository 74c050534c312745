"""What each habit does with what stands on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts import shapes as a
from simulator.runs.search import words, work
from simulator.runs.search.picking import ids, place, whom
from simulator.strategies.random_acts import TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.seen import IncidentView
    from simulator.engine.view import View
    from simulator.runs.search.habits import Habit
    from simulator.runs.search.picking import Ranks, Way


def _each_person(make: Callable[[Habit, str], AnyAct]) -> Way:
    def way(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
        yield from (make(habit, one) for one in whom(habit, ids(view.team()), ranks))

    return way


def _each_ticket(make: Callable[[str], AnyAct]) -> Way:
    def way(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
        yield from (make(one.id) for one in view.tickets())

    return way


def _each_incident(make: Callable[[Habit, IncidentView], Iterable[AnyAct]]) -> Way:
    def way(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
        for one in view.incidents():
            yield from make(habit, one)

    return way


def _ways_of(shape: type) -> Callable[[Habit, IncidentView], Iterable[AnyAct]]:
    def make(habit: Habit, one: IncidentView) -> Iterator[AnyAct]:
        yield from (shape(one.id, way) for way, _ in place(habit, one.ways))

    return make


WAYS: dict[str, Way] = {
    "answer": words.answer,
    "write": words.write,
    "keep-word": words.keep_word,
    "give-incidents": work.give_incidents,
    "give-tickets": work.give_tickets,
    "move": work.move,
    "go-ahead": work.go_ahead,
    "look-in": _each_person(lambda _, who: a.CheckIn(who)),
    "keep-looks": work.keep_looks,
    "open": _each_ticket(a.Triage),
    "set-priority": lambda habit, view, _: (
        a.SetPriority(one.id, 1 + habit.pick % 4) for one in view.tickets()
    ),
    "acknowledge": _each_ticket(a.Acknowledge),
    "declare": _each_incident(lambda habit, one: [a.Declare(one.id, 1 + habit.pick % 4)]),
    "link": _each_incident(lambda _, one: [a.Link(one.id)]),
    "decide": work.decide,
    "ask": words.ask,
    "escalate": words.escalate,
    "work-round": _each_incident(_ways_of(a.Workaround)),
    "roll-back": _each_incident(_ways_of(a.Rollback)),
    "investigate": _each_incident(
        lambda habit, one: [a.Investigate(one.id, seen) for seen, *_ in place(habit, one.theories)]
    ),
    "verify": _each_incident(
        lambda habit, one: [a.Verify(one.id, "users" if habit.pick % 2 else "monitoring")]
    ),
    "take": work.take,
    "break": _each_person(lambda _, who: a.SendOnBreak(who)),
    "listen": _each_person(lambda _, who: a.Listen(who)),
    "one-on-one": _each_person(lambda habit, who: a.OneOnOne(who, (TOPICS[habit.pick % 4],))),
    "recognise": words.recognise,
    "review": words.review,
    "talk-through": words.talk_through,
    "brief": words.brief,
    "order": work.order,
    "hand-over": words.hand_over,
    "form": work.form,
    "anything": work.anything,
}
"""What is done, by a habit's name."""
