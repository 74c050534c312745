"""What the words of a line can stand for: the names that the lead can see at this moment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from simulator.runs.language.errors import LineError, SeveralMeant, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.engine.seen import AnalystView, StakeholderView, TicketView
    from simulator.engine.view import View
    from simulator.engine.world.whole import World

DAY = 24 * 60
CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
SHORTEST_PREFIX = 2
"""Letters from which the beginning of a name may stand for it, where it is the only one."""


@dataclass(frozen=True, slots=True)
class Name:
    """One thing that can be named."""

    id: str
    shown: str
    """The spelling used when an act is written back."""
    also: tuple[str, ...] = ()
    """Other spellings, in lower case."""
    says: str = ""
    """What it is, in words, for lists."""
    by_id: Literal["begun", "whole", "never"] = "begun"
    """Whether its id means it: from its beginning on, as a whole only, or not at all."""

    def spellings(self, begun: bool = False) -> Iterator[str]:
        """Return every spelling that means it, or those of which a beginning may."""
        yield self.shown.casefold()
        if self.by_id == "begun" or (self.by_id == "whole" and not begun):
            yield self.id.casefold()
        yield from self.also


def slug(text: str) -> str:
    """Return a name as one word: `Marta Lind` becomes `marta-lind`."""
    return "-".join(text.casefold().split())


def pick(text: str, what: str, names: Sequence[Name]) -> Name:
    """Return the name that a word stands for.

    A whole spelling goes first, then the beginning of exactly one. Raises `LineError`.
    """
    wanted = text.casefold().removeprefix("#")
    for name in names:
        if wanted in name.spellings():
            return name
    if len(wanted) >= SHORTEST_PREFIX:
        begun = {n.id: n for n in names if any(s.startswith(wanted) for s in n.spellings(True))}
        if len(begun) == 1:
            return next(iter(begun.values()))
        if begun:
            listed = ", ".join(n.shown for n in begun.values())
            raise SeveralMeant(f"“{text}” could be {listed}. Type a little more of it.", word=text)
    raise unknown(what, text, [n.shown for n in names])


def person(known: AnalystView | StakeholderView) -> Name:
    """Return how a person can be named: id, short name, each part of the name."""
    spelt = (slug(known.short), slug(known.name), *known.name.casefold().split())
    return Name(known.id, known.id, spelt, known.name)


@dataclass(frozen=True, slots=True)
class Desk:
    """The names at hand, looked up in a View when a line asks for them."""

    view: View

    @property
    def world(self) -> World:
        """The scenario's world."""
        return self.view.world

    def tickets(self) -> list[Name]:
        """Return the open tickets, by number or id."""
        return self._numbered(self.view.tickets())

    def incidents(self) -> list[Name]:
        """Return the incidents the lead knows of."""
        return [Name(i.id, i.id, (slug(i.name),), i.name) for i in self.view.incidents()]

    def tasks(self) -> list[Name]:
        """Return everything that somebody can work on."""
        return [*self.incidents(), *self.tickets()]

    def all_tasks(self) -> list[Name]:
        """Return the tasks, and what was resolved in this shift."""
        return [*self.tasks(), *self._numbered(self.done())]

    def every_ticket(self) -> list[Name]:
        """Return the tickets that came in so far, open or not."""
        return self._numbered(self.view.all_tickets())

    def kinds(self) -> list[Name]:
        """Return the kinds of the tickets that came in so far."""
        came = dict.fromkeys(t.of for t in self.view.all_tickets())
        return [Name(of, of) for of in came if of not in self._undiscovered()]

    def skills(self) -> list[Name]:
        """Return the skills that somebody on the team has."""
        known = (skill for one in self.view.team() for skill, _ in one.skills)
        return [Name(skill, skill) for skill in dict.fromkeys(known)]

    def _numbered(self, tickets: Iterable[TicketView]) -> list[Name]:
        """Return how tickets can be named.

        An id tells what its ticket is about, so a beginning never stands for one, and that of a
        contact means nothing before its incident is known.
        """
        hidden = self._undiscovered()
        return [
            Name(t.id, str(t.number), (), t.subject, "never" if t.of in hidden else "whole")
            for t in tickets
        ]

    def _undiscovered(self) -> set[str]:
        """Return the incidents that the lead does not know of: the kinds of their contacts."""
        return {one.id for one in self.world.incidents} - {one.id for one in self.view.incidents()}

    def done(self) -> list[TicketView]:
        """Return the tickets that were resolved."""
        return [t for t in self.view.all_tickets() if t.state == "resolved"]

    def analysts(self) -> list[Name]:
        """Return the team."""
        return [person(a) for a in self.view.team()]

    def hands(self) -> list[Name]:
        """Return the team, and the lead's own hands."""
        return [*self.analysts(), Name("lead", "lead", ("me",), "your own hands")]

    def purposes(self) -> list[Name]:
        """Return what somebody can be kept free for."""
        return [Name("p1", "p1", (), "urgent work"), Name("planning", "planning", (), "planning"),
                *self.skills()]  # fmt: skip

    def matters(self) -> list[Name]:
        """Return what a standing order can be about."""
        permits = [permit for one in self.view.incidents() for permit in one.permits]
        kinds = dict.fromkeys(t.skill for t in self.view.tickets())
        return [
            *self.skills(), *(Name(k, k) for k in kinds), *pairs(self.world.services.items()),
            *pairs(self.world.approvals.items()), *pairs(permits),
        ]  # fmt: skip

    def stakeholders(self) -> list[Name]:
        """Return the people outside the team."""
        return [person(s) for s in self.view.stakeholders()]

    def people(self) -> list[Name]:
        """Return everybody who can be asked."""
        return [*self.analysts(), *self.stakeholders()]

    def audiences(self) -> list[Name]:
        """Return everybody who can be written to, the team being `desk`."""
        return [*self.stakeholders(), Name("desk", "desk", ("team",), "your own team")]

    def waiting_for_word(self) -> list[Name]:
        """Return the tasks, each also by the name of who has it."""
        holders: dict[str, tuple[str, ...]] = {}
        for analyst in self.view.team():
            if analyst.on:
                holders[analyst.on] = tuple(person(analyst).spellings())
        return [Name(n.id, n.shown, (*n.also, *holders.get(n.id, ())), n.says)
                for n in self.tasks()]  # fmt: skip

    def facts(self) -> list[Name]:
        """Return what the lead knows."""
        return [Name(f.id, f.id, (), f.text) for f in self.view.facts()]

    def scenes(self) -> list[Name]:
        """Return the scenes that wait for an answer."""
        return [Name(s.id, s.id, (), s.says) for s in self.view.scenes()]

    def conflicts(self) -> list[Name]:
        """Return the conflicts that have shown, also as `priya-tomas` in either order."""
        return [
            Name(c.id, c.id, ("-".join(c.between), "-".join(reversed(c.between))), c.sign)
            for c in self.view.conflicts()
        ]

    def decisions(self) -> list[Name]:
        """Return what can be decided."""
        return [Name(d.id, d.id, (), d.text) for d in self.view.decisions()]

    def minute(self, text: str) -> int:
        """Return the minute of the shift that `08:47` or `+20` means; raises `LineError`."""
        if text.startswith("+") and text[1:].isdigit():
            return self.view.now + int(text[1:])
        match = CLOCK.fullmatch(text)
        if match is None or int(match[1]) > 23 or int(match[2]) > 59:
            raise LineError(
                f"“{text}” is not a time. Write 08:47, or +20 for in twenty minutes.", word=text
            )
        return (int(match[1]) * 60 + int(match[2]) - self.world.starts) % DAY

    def ahead(self, text: str) -> int:
        """Return the minute from now to the end of the shift that a time means.

        Raises `LineError` for a time that is past and for one after the shift.
        """
        minute, now, length = self.minute(text), self.view.now, self.world.length
        # A time outside the shift may lie before it or after it: it is the nearer of the two.
        if minute < now or length < minute > DAY - minute + length:
            raise LineError(
                f"{self.clock(minute)} is past; it is {self.clock(now)}. Nothing happened."
            )
        if minute > length:
            raise LineError(
                f"The shift ends at {self.clock(length)}, before that. Nothing happened."
            )
        return minute

    def clock(self, minute: int) -> str:
        """Return a minute of the shift as the clock shows it."""
        of_day = (self.world.starts + minute) % DAY
        return f"{of_day // 60:02}:{of_day % 60:02}"


def pairs(options: Iterable[tuple[str, str]]) -> list[Name]:
    """Return options given as id and words."""
    return [Name(key, key, (), says) for key, says in options]
