"""The box-ticker: every field filled, every good element sent; to whom and about what, at random.

It tells a rubric that counts what was filled in from one that sees whether it was of use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts import shapes as a
from simulator.engine.acts.base import Note
from simulator.engine.acts.giving import STYLES
from simulator.engine.acts.messages import ELEMENTS
from simulator.strategies import drawing as drawn
from simulator.strategies.drawing import draw, one_of
from simulator.strategies.messages import compose
from simulator.strategies.random_lead import RandomLead
from simulator.strategies.reading import task_of

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.strategies.random_acts import Maker

LONGEST_PAUSE = 3
"""Minutes between two acts, at most: there is always one more form."""


class BoxTicker(RandomLead):
    """Fills in whole forms, one after another, and draws whom and what each of them is about."""

    def __init__(self) -> None:
        super().__init__(FORMS, LONGEST_PAUSE)


def assign(view: View, key: str) -> AnyAct | None:
    """Return work given away with every field filled: outcome, times, limits, helper, note."""
    task = task_of(view, drawn.task(view, key))
    if task is None:
        return None
    facts = tuple(fact.id for fact in view.facts())
    to = drawn.person(view, key)
    shape = (a.Assign, a.Reassign)[draw(view, f"move {key}", 2)]
    return shape(
        task.id, to, STYLES[draw(view, f"style {key}", len(STYLES))],
        outcome=task.outcomes[-1][0] if task.outcomes else "",
        due=drawn.minute(view, f"due {key}"), check_in=drawn.minute(view, f"look in {key}"),
        may=tuple(permit for permit, _ in task.permits if not view.whose(permit)),
        beside=one_of(view, f"beside {key}", [one.id for one in view.team() if one.id != to]),
        note=Note(facts, facts, facts, facts),
    )  # fmt: skip


def message(view: View, key: str) -> AnyAct | None:
    """Return a message with a sound wording for each element that has one."""
    to = one_of(view, f"to {key}", ["desk", *(one.id for one in view.stakeholders())])
    return compose(view, to, drawn.task(view, key), ELEMENTS)


def escalate(view: View, key: str) -> AnyAct | None:
    """Return a request with all the evidence there is."""
    facts = tuple(fact.id for fact in view.facts())
    return a.Escalate(drawn.task(view, key), drawn.outside(view, key), facts=facts)


def decide(view: View, key: str) -> AnyAct | None:
    """Return a decision with every reason, a time and what happens if it fails."""
    open_ones = [one for one in view.decisions() if not one.made]
    if not open_ones:
        return None
    one = open_ones[draw(view, f"decision {key}", len(open_ones))]
    return a.Decide(
        one.id, tuple(reason for reason, _ in one.reasons), drawn.minute(view, key),
        one_of(view, f"fallback {key}", [fallback for fallback, _ in one.fallbacks]),
    )  # fmt: skip


def ask(view: View, key: str) -> AnyAct | None:
    """Return a question of the scenario's own, or the usual one."""
    who = (drawn.person, drawn.outside)[draw(view, f"asked {key}", 2)](view, key)
    usual = "how-far" if who in {one.id for one in view.team()} else "needs"
    return a.Ask(
        who, one_of(view, f"question {key}", [*(q.id for q in view.questions(who)), usual])
    )


def brief(view: View, key: str) -> AnyAct | None:
    """Return a briefing with a reason."""
    return a.Brief("impact", one_of(view, f"why {key}", [fact.id for fact in view.facts()]))


def hand_over(view: View, key: str) -> AnyAct | None:
    """Return a hand-over of everything that is open, promised and known."""
    tasks = [one.id for one in view.incidents()] + [one.id for one in view.tickets()]
    return a.HandOver(tuple(tasks), True, tuple(fact.id for fact in view.facts()))


def feedback(view: View, key: str) -> AnyAct | None:
    """Return praise with a deed, its effect and what comes next."""
    return a.GiveFeedback(
        drawn.person(view, key), "positive", drawn.entry(view, key), "desk", "keep-on"
    )


FORMS: tuple[Maker, ...] = (
    assign,
    message,
    escalate,
    decide,
    ask,
    brief,
    hand_over,
    feedback,
    drawn.answer,
    lambda view, key: a.Triage(drawn.ticket(view, key)),
    lambda view, key: a.Acknowledge(drawn.ticket(view, key)),
    lambda view, key: a.Declare(drawn.incident(view, key), 1 + draw(view, f"severity {key}", 4)),
    lambda view, key: a.Link(drawn.incident(view, key)),
    lambda view, key: a.CheckIn(drawn.person(view, key)),
    lambda view, key: a.GoAhead(drawn.task(view, key)),
    lambda view, key: a.Listen(drawn.person(view, key)),
    lambda view, key: a.SendOnBreak(drawn.person(view, key)),
    lambda view, key: a.Recognise(drawn.person(view, key), drawn.entry(view, key)),
    lambda view, key: a.Review(drawn.person(view, key), drawn.task(view, key)),
    lambda view, key: a.OneOnOne(
        drawn.person(view, key), ("workload", "growth", "morale", "concern")
    ),
)
"""One maker for each form there is to fill in."""
