"""How many words of a scenario's own prose a trainee reads in one shift, by where they stand.

Counted is what the author wrote and the shift showed, each text once, however often it comes:
words between blanks, as `str.split` finds them. Not counted are labels (the subjects of tickets,
names, skills), the sentences of the engine, and menus: what a lead may say, ask or decide is
counted when it is asked, not when it is offered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.log import whole
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.vocabulary import IN_THEIR_WORDS
from simulator.engine.words import names_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.engine.log import LogEntry
    from simulator.engine.state import State
    from simulator.engine.world import World

OWNED = frozenset({"asks", "conflict-sign", "risk", "said", "step", "theory"})
"""What an entry names by an id that belongs to its subject."""
OPENS = frozenset({"ticket.triaged", "ticket.assigned", "ticket.reassigned", "ticket.picked-up"})
"""What a lead does to a ticket after reading it."""


class Prose(NamedTuple):
    """Words read in one shift."""

    briefing: int
    """The paragraphs before it, and what each of the team wants."""
    scenes: int
    """What is said in the scenes that opened."""
    choices: int
    """All the answers that these scenes offer."""
    told: int
    """News, questions that were asked and what came back, findings, facts."""
    tickets: int
    """The texts of the tickets that the lead opened, gave away or took."""
    practice: int
    """What practice mode adds: what is said about each answer, and hints. An assessment shows none
    of it, and it is no part of `read`."""

    @property
    def read(self) -> int:
        """All that is read in the shift, whatever the mode."""
        return sum(self) - self.practice


def prose(state: State) -> Prose:
    """Return what was to be read in a shift that was played."""
    page = _Page(state)
    counted = dict.fromkeys(Prose._fields, 0)
    met: set[str] = set()
    for part, text in page.texts():
        if text not in met:
            met.add(text)
            counted[part] += len(text.split())
    return Prose(**counted)


class _Page:
    """The texts that one shift showed, each with the part it belongs to."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.table: Mapping[str, str] = names_at(state)
        self.hints = {one.about: one.says for one in state.world.hints}

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield part and text, in the order of the log; the same text may come again."""
        for text in _before(self.state.world):
            yield "briefing", text
        for entry in self.state.log:
            if entry.seen:
                yield from self._scene(entry)
                yield from (("practice", hint) for hint in self._hints(entry))
                yield from (("told", text) for text in _told(entry, self.table))
                if entry.kind in OPENS:
                    yield "tickets", self.state.tickets[_whose(entry)].kind.body

    def _scene(self, entry: LogEntry) -> Iterator[tuple[str, str]]:
        """Yield what a scene that opened holds, or what is said about its answer."""
        if entry.kind not in ("scene.opened", "scene.answered"):
            return
        key = entry.data["scene"]
        if entry.kind == "scene.opened":
            yield "scenes", self.table[f"says:{key}"]
            offered = f"choice:{key}/"
            for name, text in self.table.items():
                if name.startswith(offered):
                    yield "choices", text
        else:
            credit = max(whole(entry.data["credit"]), 0)
            yield "practice", self.table[f"feedback:{key}/{entry.data['choice']}/{credit}"]

    def _hints(self, entry: LogEntry) -> Iterator[str]:
        """Yield the hints about what an entry begins."""
        for field in ("scene", "text", "window"):
            yield self.hints.get(str(entry.data.get(field)), "")


def _before(world: World) -> Iterable[str]:
    """Return what is read before the first minute."""
    return (*world.briefing, *(one.wants for one in world.team))


def _whose(entry: LogEntry) -> str:
    return entry.subject.split(":", 1)[-1]


def _told(entry: LogEntry, table: Mapping[str, str]) -> Iterator[str]:
    """Yield the scenario's words that an entry tells; "" where the words are the engine's."""
    whose = _whose(entry)
    for field, spec in CATALOGUE[entry.kind].fields.items():
        ident = str(entry.data.get(field, ""))
        if spec.refers == "news":
            yield table.get(f"news:{ident}", ident)
        elif spec.refers == "fact":
            yield table.get(f"fact:{ident}", "")
        elif spec.refers == "question":
            yield table.get(f"question:{ident}", "")
            yield table.get(f"reply-to:{ident}", "")
        elif spec.refers == "reply":
            yield table.get(f"{IN_THEIR_WORDS.get(ident, '')}:{whose}", "")
        elif spec.refers in OWNED:
            yield table.get(f"{spec.refers}:{whose}/{ident}", "")
