"""A window that was left unused, and what the log shows around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.doing import meanwhile
from scoring.debrief.grammar import count_of, sentence_of, together
from scoring.debrief.phrases import when
from scoring.log import bare, whole
from scoring.measures.common import GIVEN, OWN_WORK, to_audience
from scoring.measures.delegation import in_reach

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoring.debrief.telling import Telling
    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry


@dataclass(frozen=True, slots=True)
class Missed:
    """A window in which nothing was done that its criterion looks at."""

    log: Log
    telling: Telling
    criterion: Criterion
    window: Window
    refs: tuple[str, ...]
    """What it is about, the main thing first."""
    start: int
    """Minute from which it could be seen."""
    end: int
    """Last minute of the moment that is told; never after the closing of the window."""

    @property
    def scope(self) -> Scope:
        """What the criterion heeds."""
        return self.criterion.scope

    @property
    def main(self) -> str:
        """The name of what it is about, as it stands inside a sentence."""
        return self.telling.main(self.refs)

    @property
    def until(self) -> str:
        """The time of day at which it ends."""
        return self.clock(self.end)

    @property
    def person(self) -> str:
        """The id of the person it is about: the scope's, or the window's."""
        return self.scope.person or bare(self.window.subject)

    @property
    def about(self) -> str:
        """The window's incident or ticket with `about` before it; "" where it has none."""
        matter = self.window.subject.startswith(("incident:", "ticket:"))
        return f" about {self.telling.thing(self.window.subject)}" if matter else ""

    @property
    def hearers(self) -> str:
        """Whom a word is for, as it stands after `no` or `nobody`: names joined with `or`."""
        names = [self.telling.thing(one) for one in self.refs if one.startswith("stakeholder:")]
        return " or ".join(names) or "anybody"

    def clock(self, minute: int) -> str:
        """Return a minute as it is shown."""
        return self.telling.clock(minute)

    def by_then(self, entries: Iterable[LogEntry]) -> list[LogEntry]:
        """Return the entries up to the end."""
        return [entry for entry in entries if entry.at <= self.end]

    def said(self, *kinds: str) -> list[LogEntry]:
        """Return the entries of these kinds about the scope's people, up to the end."""
        return self.by_then(to_audience(self.log, self.scope, self.log.of(*kinds)))

    def taker(self, given: LogEntry) -> str:
        """Return the name of who was given work."""
        return self.telling.thing(f"analyst:{given.data.get('to')}")

    def elsewhere(self) -> list[str]:
        """Return where the lead's minutes went meanwhile; [] where there were none to tell of."""
        between = meanwhile(self.log, self.telling, self.start, self.end, set())
        return [between] if between else []

    def on_its_own(self) -> list[str]:
        """Return what happened to it in the lead's own hands, or in those of who took it unasked.

        At most one sentence: the first of these.
        """
        rows: list[tuple[int, str]] = []
        for ref in self.refs:
            about = [e for e in self.log.about(ref) if self.start <= e.at <= self.end]
            mine = [e for e in about if e.kind in OWN_WORK]
            if mine:
                spent = count_of(sum(whole(e.data.get("minutes")) for e in mine), "minute")
                rows.append((mine[0].at, f"You worked on it yourself for {spent}."))
            taken = next((e for e in about if unasked(e)), None)
            if taken is not None:
                who = self.telling.thing(taken.actor)
                text = f"{who} took it unasked at {self.clock(taken.at)}"
                rows.append((taken.at, sentence_of(text)))
        return [text for _, text in sorted(rows)][:1]

    def given(self) -> list[str]:
        """Return who was given it, and why that was not what was asked for.

        Nobody; somebody after the end; somebody for whom it is out of reach, or not the one it
        was meant for; or, where it was all right, when.
        """
        given = [e for e in self.log.about(self.window.subject) if e.kind in GIVEN]
        if not given:
            return ["You gave it to nobody."]
        in_time = self.by_then(given)
        if not in_time:
            first = given[0]
            got = f"{self.taker(first)} got it from you at {self.clock(first.at)}"
            return [f"You gave it to nobody before {self.until}; {got}."]
        takers = list(dict.fromkeys(self.taker(e) for e in in_time))
        text = f"You gave it to {together(takers)}, first at {self.clock(in_time[0].at)}"
        if len(in_time) == 1:
            text = text.replace(", first at", " at")
        if not any(in_reach(e) for e in in_time):
            return [f"{text}: it was out of reach for {'them' if len(takers) > 1 else takers[0]}."]
        person = self.scope.person
        if person and all(e.data.get("to") != person for e in in_time):
            return [f"{text}, and not to {self.telling.thing(f'analyst:{person}')}."]
        return [f"{text}."]

    def told(self, entry: LogEntry) -> str:
        """Return an entry as a sentence, its time first."""
        return when(self.telling, entry)


def unasked(entry: LogEntry) -> bool:
    """Return whether somebody of the team began work by themselves."""
    pulled = entry.kind == "ticket.started" and entry.data.get("pulled") is True
    return pulled or entry.kind == "incident.opened"
