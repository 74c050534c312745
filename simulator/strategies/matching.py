"""Who could do a task, and how much freedom that person can use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from simulator.engine.acts.giving import STYLES, room
from simulator.strategies.reading import burning, here, quarrel

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Style
    from simulator.engine.seen import AnalystView, IncidentView, TicketView
    from simulator.engine.view import View

Choose = Callable[["View", "TicketView | IncidentView", Sequence[str]], "AnalystView | None"]
"""Picks who gets a task; the people named are left out."""

USUAL = 3
"""Difficulty assumed for a ticket: the desk shows none."""

WITH_SOMEBODY = ("on-call", "with-visitor")
"""What keeps somebody from being spoken with: a caller, or a visitor at the counter."""

CAPABLE = -1
"""Skill minus difficulty from which somebody can do a task, if slower."""


def gap(person: AnalystView, skill: str, difficulty: int) -> int:
    """Return somebody's skill minus a task's difficulty."""
    return dict(person.skills).get(skill, 1) - difficulty


def gap_for(person: AnalystView, task: TicketView | IncidentView) -> int:
    """Return somebody's skill minus what the task needs, as far as the desk shows it."""
    return gap(person, task.skill, getattr(task, "difficulty", USUAL))


def style_for(view: View, person: AnalystView, task: TicketView | IncidentView) -> Style:
    """Return the way of giving that leaves somebody as much room as they can use. (B92)."""
    spec = next(one for one in view.world.team if one.id == person.id)
    sure = spec.confidence.get(task.skill, dict(person.skills).get(task.skill, 1))
    return STYLES[room(gap_for(person, task), sure)]


def able(
    view: View, task: TicketView | IncidentView, spare: Sequence[str] = ()
) -> list[AnalystView]:
    """Return who could do a task now: to be spoken with, capable, with nothing else that burns.

    `spare` are people to leave out: somebody strained, or at odds with who had it.
    """
    tied = {who for one in burning(view) if one.id != task.id for who in (one.who, one.beside)}
    urgent = takewhile(lambda one: one.priority == 1, view.tickets())
    pressing = {one.id for one in urgent if one.id != task.id and not one.incident}
    return [
        one for one in here(view)
        if one.id not in tied and one.id not in spare and one.waits_since is None
        and one.call not in WITH_SOMEBODY
        and gap_for(one, task) >= CAPABLE and not pressing.intersection((one.on, *one.parked))
    ]  # fmt: skip


def owner_for(
    view: View, task: TicketView | IncidentView, spare: Sequence[str] = ()
) -> AnalystView | None:
    """Return who does a pressing task best: the skill first, then the lighter load."""
    return max(
        able(view, task, spare), key=lambda one: (min(gap_for(one, task), 1), -one.load),
        default=None,
    )  # fmt: skip


def lightest_for(
    view: View, task: TicketView | IncidentView, spare: Sequence[str] = ()
) -> AnalystView | None:
    """Return who of those able to do a task carries least: the load first, then the skill."""
    return min(
        able(view, task, spare), key=lambda one: (one.load, -gap_for(one, task)), default=None
    )


def learner_for(view: View, task: TicketView | IncidentView) -> AnalystView | None:
    """Return whom a task would stretch by one step: of these, whose best skill is the least."""
    return min(
        (one for one in able(view, task) if gap_for(one, task) == CAPABLE),
        key=lambda one: (max(points for _, points in one.skills), one.load), default=None,
    )  # fmt: skip


def second_eyes(
    view: View, task: TicketView | IncidentView, who: str, spare: Sequence[str] = ()
) -> AnalystView | None:
    """Return who could stand beside somebody: able to read along, not at odds, not needed more."""
    return min(
        (one for one in able(view, task, (*spare, who)) if not quarrel(view, one.id, who)),
        key=lambda one: (one.load, -gap_for(one, task)), default=None,
    )  # fmt: skip
