"""An act in a few words, as the agenda line names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts import shapes
from simulator.engine.acts.registry import ACTS
from simulator.engine.casing import small
from simulator.tui import say

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from simulator.tui.say import Labels

ORDERS = {"impact": "impact first", "oldest": "oldest first", "own": "own order"}


def act_words(act: Act, labels: Labels) -> str:
    """Return an act in a few words, as the agenda line names it."""
    match act:
        case shapes.Brief(order=order):
            return f"brief the team, {ORDERS[order]}"
        case shapes.Triage(ticket=ident):
            return f"open {labels.task(ident)}"
        case shapes.SetPriority(ticket=ident, priority=priority):
            return f"{labels.task(ident)} to {say.priority(labels.sight.world, priority)}"
        case shapes.Link(incident=ident):
            return f"link tickets to {labels.task(ident)}"
        case shapes.Assign(task=task, to=to) | shapes.Reassign(task=task, to=to):
            return f"{labels.task(task)} to {labels.who(to)}"
        case shapes.GoAhead(task=task):
            return f"go ahead on {labels.task(task)}"
        case shapes.CheckIn(person=who):
            return f"check in with {labels.who(who)}"
        case shapes.Take(task=task):
            return f"{labels.task(task)} yourself"
        case shapes.Leave():
            return "leave the act in hand"
        case shapes.Message(to=to):
            return f"message to {labels.who(to)}"
        case shapes.Answer() | shapes.NotNow():
            return "conversation"
        case shapes.Acknowledge(ticket=ident):
            return f"acknowledge {labels.task(ident)}"
        case shapes.Ask(who=who) | shapes.Listen(person=who):
            return f"{'ask' if isinstance(act, shapes.Ask) else 'listen to'} {labels.who(who)}"
        case shapes.Escalate(task=task, to=to):
            return f"ask {labels.who(to)} about {labels.task(task)}"
        case shapes.HandOver():
            return "hand the shift over"
        case shapes.Declare(incident=ident):
            return f"declare {labels.incident(ident)}"
        case shapes.Workaround(incident=ident):
            return f"a way round for {labels.task(ident)}"
        case shapes.Decide():
            return "record a decision"
        case shapes.SendOnBreak(person=who):
            return f"send {labels.who(who)} on a break"
        case shapes.TalkThrough():
            return "talk it through"
        case shapes.Recognise(person=who):
            return f"thank {labels.who(who)}"
        case shapes.Review(person=who):
            return f"review with {labels.who(who)}"
        case _:
            return _titled(act, labels)


def _titled(act: Act, labels: Labels) -> str:
    """Return an act's title, with whom or what it is about where that has a name."""
    known = ACTS[act.kind]
    sort, _, ident = known.about(act).partition(":")
    name = {
        "analyst": labels.who, "stakeholder": labels.who,
        "ticket": labels.task, "incident": labels.incident,
    }.get(sort)  # fmt: skip
    title = small(known.title)
    return f"{title}: {name(ident)}" if name else title
