"""What audiences were told, and how it travels between them.

People outside the desk talk to each other. They compare what each was told, and one who expects
word of an incident may hear of it from somebody else first. Everything here is planning; what
comes of it is in `outside`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import chance
from simulator.engine.owning import own_stakeholder
from simulator.engine.records.outside import Saying
from simulator.engine.state import CLOCK_PHASE, plan_due

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.acts.base import Element
    from simulator.engine.records.outside import Stakeholder
    from simulator.engine.state import State

BETWEEN = "/"
"""Stands between the parts of a planned thing's subject; no id holds it."""


def keep(state: State, to: str, about: str, elements: Iterable[Element], entry: int) -> None:
    """Keep what an audience was told, and plan who compares it with what somebody else was told."""
    if not _talkers(state, to):
        return
    mine = own_stakeholder(state, to)
    sayings = (
        Saying(state.now, about, one.kind, one.wording, one.minute, entry) for one in elements
    )
    mine.said = (*mine.said, *sayings)
    for finder, other in _talkers(state, to):
        if contradiction(state, finder, other, about) is not None:
            _plan(state, "compare", finder, other, about, entry)


def _talkers(state: State, to: str) -> list[tuple[str, str]]:
    """Return who talks to whom about what this audience hears: who asks, and the other."""
    pairs = [(to, other) for other in state.plan.stakeholders[to].hears_from]
    pairs += [(one.id, to) for one in state.world.stakeholders if to in one.hears_from]
    return pairs


def pass_on(state: State, source: str, about: str, because: int) -> None:
    """Plan that those who talk to this person hear of an incident, unless they have had a word."""
    incident = state.plan.incidents.get(about)
    if incident is None or incident.quiet:
        return
    for one in state.world.stakeholders:
        waits = incident.severity in one.expects and about not in state.stakeholders[one.id].about
        if source in one.hears_from and waits:
            _plan(state, "hear", one.id, source, about, because)


def _plan(state: State, handler: str, who: str, source: str, about: str, because: int) -> None:
    subject = BETWEEN.join((who, source, about))
    span = state.plan.stakeholders[who].hears_from[source]
    words = chance.drawn(state.seed, state.luck, handler, subject, state.stakeholders[who].heard)
    own_stakeholder(state, who).heard += 1
    minute = state.now + chance.within(words[0], span)
    if minute <= state.world.length:
        plan_due(state, minute, CLOCK_PHASE, handler, subject, because)


def contradiction(state: State, one: str, other: str, about: str) -> tuple[Saying, Saying] | None:
    """Return two statements that still stand, to one and to another, and cannot both be true."""
    for mine in _standing(state.stakeholders[one], about):
        for theirs in _standing(state.stakeholders[other], about):
            near = abs(mine.at - theirs.at) <= state.rules.compare_within
            if near and _clash(state, mine, theirs):
                return mine, theirs
    return None


def _standing(one: Stakeholder, about: str) -> list[Saying]:
    """Return the last thing said of each sort; a later word replaces an earlier one."""
    return list({said.element: said for said in one.said if said.about == about}.values())


def _clash(state: State, one: Saying, other: Saying) -> bool:
    """Return whether two statements name different times, or are written as opposites."""
    if one.element == other.element == "time" and None not in (one.minute, other.minute):
        return one.minute != other.minute
    return _denies(state, one, other) or _denies(state, other, one)


def _denies(state: State, one: Saying, other: Saying) -> bool:
    wording = state.plan.wordings.get(one.wording)
    return wording is not None and other.wording in wording.contradicts
