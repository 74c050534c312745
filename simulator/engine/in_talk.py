"""Talks with the lead: who sits in one, and that their work stands still until it is over.

Somebody in a talk is not at work. What they have in hand waits on their desk as it is, they take
nothing new, and they neither go on a break nor home before it is over. A word at somebody's desk
(a question, thanks, a look in) is no talk: they go on working.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import responders, step_pace, work
from simulator.engine.acts.shapes import (
    Answer,
    ApplyStandard,
    Coach,
    GiveFeedback,
    HoldReview,
    Listen,
    OneOnOne,
    Review,
    TalkThrough,
)
from simulator.engine.owning import own_analyst, own_incident, own_ticket
from simulator.engine.records import IN_TALK
from simulator.engine.scenes import find_choice

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from simulator.engine.records.team import Analyst
    from simulator.engine.state import State

WITH_ONE = ApplyStandard | Coach | GiveFeedback | Listen | OneOnOne | Review
"""Talks with one person."""


def sitting(state: State, act: Act) -> tuple[str, ...]:
    """Return who sits with the lead while an act is in hand; nobody where it is no talk."""
    if isinstance(act, WITH_ONE):
        return (act.person,)
    if isinstance(act, TalkThrough):
        return state.plan.conflicts[act.conflict].between
    if isinstance(act, HoldReview):
        return act.people
    return _answered(state, act) if isinstance(act, Answer) else ()


def _answered(state: State, act: Answer) -> tuple[str, ...]:
    """Return with whom an answer is a talk: it hears somebody out, or brings two together."""
    scene = state.plan.story[act.scene].scene
    choice = None if scene is None else find_choice(scene, act.choice)
    found: list[str] = []
    for effect in () if choice is None else choice.effects:
        if effect.kind == "hear":
            found.append(effect.target)
        elif effect.kind == "talk":
            found += state.plan.conflicts[effect.target].between
    return tuple(dict.fromkeys(found))


def sit_down(state: State, act: Act) -> None:
    """Let everybody whom a talk is with come over from their desks."""
    for who in sitting(state, act):
        if state.analysts[who].place != "desk":
            continue
        analyst = own_analyst(state, who)
        analyst.place = IN_TALK
        if who in state.idle:
            state.idle.remove(who)
        _lay_down(state, analyst)


def _lay_down(state: State, analyst: Analyst) -> None:
    """Stop somebody's work as it stood when the talk began: the clock may have moved on since."""
    task, begun = analyst.task, state.lead.begun
    if task in state.incidents:
        incident = state.incidents[task]
        if incident.working and incident.who == analyst.id:
            undone = incident.speed * (state.now - max(begun, incident.since))
            step_pace.pause(state, task)
            own_incident(state, task).left += undone
    elif task:
        ticket = own_ticket(state, task)
        undone = ticket.speed * (state.now - max(begun, ticket.since))
        work.stop(state, ticket)
        ticket.left += undone


def get_up(state: State, act: Act) -> None:
    """Let everybody go back to their desks, and on with what waits there."""
    for who in sitting(state, act):
        if state.analysts[who].place == IN_TALK:
            own_analyst(state, who).place = "desk"
            _go_on(state, who)


def _go_on(state: State, who: str) -> None:
    analyst = own_analyst(state, who)
    incident = state.incidents.get(analyst.task)
    if not analyst.task:
        work.free(state, analyst)
    elif incident is None:
        work.set_pace(state, own_ticket(state, analyst.task), analyst)
    elif incident.who == who and incident.halted < 0 and incident.left:
        responders.resume(state, own_incident(state, incident.id))
