"""The acts of a run in another future: each given there as the trainee would have given it.

An act that was given as soon as it could be moves up into minutes that became free, but never
before what it answers has happened there too; any other keeps its own minute. One that makes no
sense any more is dropped and counted, unless what it was for has come about. Once nothing of the
trainee's is left, a lead by the book goes on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.engine import api
from simulator.engine.acts.registry import ACTS
from simulator.engine.acts.shapes import Answer, CheckIn, NotNow, Withdraw
from simulator.strategies.by_the_book import ByTheBook
from simulator.strategies.protocol import ENDED, play_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.acts.base import Act, Given
    from simulator.engine.log import LogEntry
    from simulator.engine.state import State

PROMPT = 2
"""Minutes within which an act counts as given as soon as it could be. (J)"""

MET = frozenset({
    "acknowledge.done", "ask.asked", "ask.no-task", "assign.has-somebody", "brief.same",
    "change.frozen", "change.made", "check-in.idle", "conflict.settled", "decide.done",
    "declare.done", "go-ahead.nobody-waits", "incident.resolved", "investigate.nothing",
    "investigate.same", "investigate.settled", "leave.nothing", "link.none", "order.same",
    "overtime.agreed", "pair.already", "phones.off", "phones.on", "priority.same",
    "protect.already", "reassign.same", "recognise.done", "role.same", "standard.done",
    "take.already", "take.nothing-left", "ticket.linked", "ticket.resolved", "triage.done",
    "verify.done", "workaround.done", "workaround.too-late",
})  # fmt: skip
"""Refusals that say: what the act was for has come about without it."""

Sort = tuple[str, str]
"""Kind and subject of an entry."""


@dataclass(frozen=True, slots=True)
class Later:
    """An act of a run, with what it takes for it to be given in another future."""

    given: Given
    answers: tuple[Sort, int] | None
    """The entry it answers, and how many of its sort there were by then; None for none."""
    pause: int
    """Minutes between the moment at which it could be given and its own."""
    prompt: bool
    """Whether it is given as soon as it can be; a check-in keeps the agreed minute."""


def acts_in_force(log: Sequence[LogEntry], acts: Sequence[Given]) -> list[Later]:
    """Return the acts of a run that were in force: neither refused nor withdrawn."""
    undone = {
        int(str(entry.data["number"]))
        for entry in log
        if entry.kind in ("act.refused", "act.withdrawn")
    }
    ordered = entries_of_acts(log)
    return [
        _later(log, given, ordered[given.number])
        for given in acts
        if given.number in ordered
        and given.number not in undone
        and not isinstance(given.act, Withdraw)
    ]


def entries_of_acts(log: Sequence[LogEntry]) -> dict[int, int]:
    """Return the entry that logged each act as given, by the act's number."""
    return {
        int(str(entry.data["number"])): entry.number for entry in log if entry.kind == "act.given"
    }


def _later(log: Sequence[LogEntry], given: Given, entry: int) -> Later:
    """Return an act with what it answers: the last entry about its subject not the lead's own."""
    about, free, busy = _about(given.act), 0, False
    count: Counter[Sort] = Counter()
    answered: tuple[Sort, int] | None = None
    since = 0
    for one in log[:entry]:
        sort = (one.kind, one.subject)
        count[sort] += 1
        if one.seen and one.cause != "lead" and about in (one.subject, one.data.get("scene")):
            answered, since = (sort, count[sort]), one.at
        if one.kind == "act.begun":
            busy = True
        elif one.kind in ENDED:
            free, busy = one.at, False
    pause = 0 if busy else given.at - max(free, since)
    return Later(given, answered, pause, pause <= PROMPT and not isinstance(given.act, CheckIn))


def given_later(later: Sequence[Later], given: Given) -> list[Later]:
    """Return the later acts of a run with one among them that keeps its own minute."""
    place = next((n for n, one in enumerate(later) if one.given.at > given.at), len(later))
    return [*later[:place], Later(given, None, 0, False), *later[place:]]


def _about(act: Act) -> str:
    """Return what an act is about: a subject of entries, or the scene it answers."""
    return act.scene if isinstance(act, (Answer, NotNow)) else ACTS[act.kind].about(act)


class Follower:
    """Plays the later acts of a run in a future of their own."""

    def __init__(self, state: State, later: Sequence[Later]) -> None:
        self.state = state
        self.later = list(later)
        self.dropped: list[Given] = []
        """Acts that made no sense any more."""
        self._count: Counter[Sort] = Counter()
        self._at: dict[tuple[Sort, int], int] = {}
        """When the entries happened here that a later act answers."""
        self._wanted = {one.answers for one in later if one.answers is not None}
        self._sorts = {sort for sort, _ in self._wanted}
        self._read = 0
        self._free = 0
        """Since when the lead has had nothing in hand, where that is so."""

    def run(self) -> None:
        """Play to the end of the shift; a lead by the book takes over after the last act."""
        self.follow()
        if not self.state.over:
            play_on(self.state, ByTheBook())

    def follow(self) -> None:
        """Give the acts of the run, each in its time, and nothing else."""
        state = self.state
        while self.later and not state.over:
            self._look()
            one = self.later[0]
            due = self._due(one)
            if due is not None and due <= state.now:
                self._give(one)
            elif not one.prompt:
                api.run_until(state, one.given.at)
            else:
                soon = one.given.at if due is None else due
                api.run_until(state, max(state.now + 1, min(soon, api.next_due(state))))

    def _look(self) -> None:
        """Take note of what happened since the last look."""
        rows = self.state.log.rows
        for _, at, kind, _, subject, *_ in rows[self._read :]:
            sort = (kind, subject)
            if sort in self._sorts:
                self._count[sort] += 1
                place = (sort, self._count[sort])
                if place in self._wanted:
                    self._at[place] = at
            if kind in ENDED:
                self._free = at
        self._read = len(rows)

    def _due(self, one: Later) -> int | None:
        """Return the minute at which an act is to be given here; None while that is not known."""
        own = one.given.at
        if not one.prompt or own <= self.state.now:
            return own
        lead = self.state.lead
        if lead.hand is not None or lead.queue:
            return None
        answered = 0 if one.answers is None else self._at.get(one.answers)
        return None if answered is None else min(own, max(self._free, answered) + one.pause)

    def _give(self, one: Later) -> None:
        """Give an act, keep it for its own minute, or drop it."""
        state, given = self.state, one.given
        refusal = api.give_if_possible(state, given.act, given.words)
        if refusal is not None and refusal.code not in MET:
            if state.now < given.at:
                self.later[0] = replace(one, prompt=False)
                return
            self.dropped.append(given)
        self.later.pop(0)
