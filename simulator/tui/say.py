"""Words and figures as every screen writes them: minutes, people, tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.engine.seen import IncidentView
    from simulator.engine.world import World
    from simulator.tui.desk import Sight

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


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


def target(minutes: int, ahead: str = "to target") -> str:
    """Return how far off a target is: `20 min to target`, or `1 h 42 over`."""
    return f"{span(-minutes)} over" if minutes < 0 else f"{span(minutes)} {ahead}"


def count(number: int, thing: str) -> str:
    """Return how many there are: `1 ticket`, `2 tickets`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


CHANNELS = {"walk-up": "in person", "portal": "through the portal"}
"""How a ticket came, where the channel's own name would not say it."""


def came_by(channel: str) -> str:
    """Return how a ticket came in: `by phone`, `in person`."""
    return CHANNELS.get(channel, f"by {channel}")


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence lists them: `a, b and c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def quoted(text: str) -> str:
    """Return text in quotation marks, as somebody says it."""
    return f"“{text}”" if '"' in text else f'"{text}"'


def priority(world: World, number: int) -> str:
    """Return what the house calls a priority, 1 to 4: `P1`, or `Sev-1`."""
    return world.priorities[number - 1] if 0 < number <= len(world.priorities) else f"P{number}"


def sender(sight: Sight, ident: str) -> str:
    """Return the name of who wants a word; "Somebody" where only the text says who it is."""
    world = sight.world
    names = {one.id: one.name for one in world.stakeholders}
    names |= {one.id: one.name for one in world.team}
    return names.get(ident, "Somebody")


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
        people = {who.id: who.short for who in world.team}
        people |= {who.id: who.short for who in world.stakeholders}
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


def back(one: IncidentView) -> str:
    """Return how an incident stands that is over: of one that had not failed, nothing is back."""
    return "is in order" if one.unbroken else "works again"
