"""Words and figures as every screen writes them: minutes, people, acts, what you would say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.acts import shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.engine.acts.base import Act
    from simulator.tui.desk import Sight

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ORDERS = {"impact": "impact first", "oldest": "oldest first", "own": "own order"}


def clock(starts: int, minute: int) -> str:
    """Return the time of day, `08:41`; `starts` is the shift's first minute of the week."""
    of_day = (starts + minute) % 1440
    return f"{of_day // 60:02d}:{of_day % 60:02d}"


def day(starts: int, minute: int) -> str:
    """Return the day of the week, three letters."""
    return DAYS[(starts + minute) // 1440 % 7]


def span(minutes: int) -> str:
    """Return a length of time in at most seven characters: `20 min`, `1 h 50`, `-4 min`."""
    sign, size = ("-", -minutes) if minutes < 0 else ("", minutes)
    if size < 60:
        return f"{sign}{size} min"
    return f"{sign}{size // 60} h {size % 60:02d}"


def count(number: int, thing: str) -> str:
    """Return how many there are: `1 ticket`, `2 tickets`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence lists them: `a, b and c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def quoted(text: str) -> str:
    """Return text in quotation marks, as somebody says it."""
    return f"“{text}”" if '"' in text else f'"{text}"'


@dataclass(frozen=True, slots=True)
class Labels:
    """Short names of everything a screen points at, in one view."""

    sight: Sight
    people: Mapping[str, str]
    """Analysts and stakeholders: id to short name."""
    incidents: Mapping[str, str]

    @classmethod
    def of(cls, sight: Sight) -> Labels:
        """Take the names from the scenario; a ticket's number is looked up when it is named."""
        world = sight.world
        people = {who.id: who.short for who in (*world.team, *world.stakeholders)}
        people |= {"lead": "you", "desk": "the desk", "": "nobody"}
        return cls(sight, people, {one.id: one.name for one in world.incidents})

    def who(self, ident: str) -> str:
        """Return a person's short name."""
        return self.people.get(ident, ident)

    def task(self, ident: str) -> str:
        """Return a ticket as `#204`, an incident by its id, which is the short word for it."""
        return ident if ident in self.incidents else f"#{self.sight.ticket(ident).number}"

    def incident(self, ident: str) -> str:
        """Return an incident's name."""
        return self.incidents.get(ident, ident)


def act_words(act: Act, labels: Labels) -> str:
    """Return an act in a few words, as the agenda line names it."""
    match act:
        case shapes.Brief(order=order):
            return f"brief the team, {ORDERS[order]}"
        case shapes.Triage(ticket=ident):
            return f"open {labels.task(ident)}"
        case shapes.SetPriority(ticket=ident, priority=priority):
            return f"{labels.task(ident)} to P{priority}"
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
            return act.kind.replace("-", " ")
