"""A moment as a value, and a filling on its way to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.causes import MOST
from scoring.debrief.grammar import capital
from scoring.debrief.known import TELLING, known
from scoring.debrief.matters import DECIDING, around, number_after
from scoring.debrief.on_screen import on_screen
from scoring.debrief.then import Then
from scoring.debrief.ways import another_way
from scoring.unused import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from scoring.rubric import Criterion, Filling
    from simulator.engine.log import LogEntry


ROOM = {True: 19, False: 20}
"""Words that each part of a moment has, by whether it went well; its first sentence always
stands. Three moments then leave room for the rest of a screen of 400 words. (J)"""


def fitting(lines: Sequence[str], room: int) -> tuple[str, ...]:
    """Return as many of the sentences, the first always, as fit into so many words."""
    kept: list[str] = []
    for line in lines:
        room -= len(line.split())
        if kept and room < 0:
            continue
        kept.append(line)
    return tuple(kept)


def after_title(line: str, main: str, many: bool) -> str:
    """Return a line with what the title named in full said shorter.

    A ticket is its number from there on, and many people are "they".
    """
    if many:
        line = line.replace(f"he trust of {main}", "heir trust")
        line = line.replace(f" {main} waited", " they waited").replace(f" {main} had", " they had")
        return line.replace(capital(main), "They").replace(main, "them")
    return line.replace(main, main.partition(' "')[0]) if main.startswith("#") else line


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    head, dot, _ = text.partition(". ")
    return f"{head}." if dot else text


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of the shift, told from the log."""

    title: str
    """Time and place: `08:52-09:27, the Payroll portal`."""
    at: int
    """Minute at which it begins."""
    criterion: str
    """The criterion it shows; "" for one that no criterion looks at."""
    level: int | None
    went_well: bool
    known: tuple[str, ...]
    """What could be seen by then about this matter, the most telling first; never empty."""
    did: tuple[str, ...]
    """What the lead did, or what happened instead."""
    led_to: tuple[str, ...]
    another_way: str
    """One sentence for this desk, with its basis; "" for a moment that went well."""
    entry: int
    """Number of the entry to look at in the replay."""
    try_from: int
    """Minute from which to play it differently."""
    until: int = 0
    """Minute at which it ends."""
    cost: int = 0
    """Minutes that it cost, for choosing between moments."""
    about: str = ""
    """Reference of what it is about."""
    link: str = ""
    """Where the basis was published, "" for none."""


@dataclass(frozen=True, slots=True)
class Case:
    """One filling on its way to a moment."""

    log: Log
    telling: Telling
    criterion: Criterion
    filling: Filling
    well: bool

    def sight(
        self, refs: Sequence[str], low: int, high: int
    ) -> tuple[int, tuple[str, ...]]:  # fmt: skip
        """Return from when a matter could be seen, and what; or else the incident around it."""
        found = first_sight(self.log, self.telling, refs, low, high)
        if found[1]:
            return found
        beside = around(self.log, self.criterion, refs, low)
        return first_sight(self.log, self.telling, beside, low, high)

    def moment(
        self, low: int, high: int, refs: Sequence[str], entry: LogEntry, *,
        known_: Sequence[str], did: Sequence[str], led_to: Sequence[str], name: str = "",
        cost: int | None = None,
    ) -> Moment | None:  # fmt: skip
        """Return the moment; None where nothing about it had been visible.

        Where nothing was told of what was missed, or of what a decision was about, known is what
        stood on the screen beside it.
        `cost` is how many minutes it cost, where that is not all of its time.
        """
        seen = tuple(known_)
        if not seen and (not self.well or self.criterion.measure in DECIDING):
            seen = on_screen(self.log, self.telling, self.criterion, entry, low)
        if not seen:
            return None
        then = Then(
            self.log, self.telling, self.criterion,
            around(self.log, self.criterion, refs, low), low, entry,
        )  # fmt: skip
        main = name or called(self.telling, refs)
        basis = self.criterion.basis
        many = bool(refs) and refs[0] in self.telling.groups

        def short(lines: Sequence[str]) -> tuple[str, ...]:
            return fitting([after_title(line, main, many) for line in lines], ROOM[self.well])

        return Moment(
            title=f"{span(self.telling, self.log, low, high)}, {main}",
            at=low,
            criterion=self.criterion.id,
            level=self.filling.level,
            went_well=self.well,
            known=short(seen),
            did=short(did),
            led_to=short(list(dict.fromkeys(led_to))[:MOST]),
            another_way="" if self.well else after_title(another_way(then), main, many),
            entry=entry.number,
            try_from=low,
            cost=high - low if cost is None else cost,
            until=high,
            about=refs[0] if refs else "desk",
            link="" if self.well else basis.link,
        )


def called(telling: Telling, refs: Sequence[str]) -> str:
    """Return what a moment is about, for its title; a decision is not named before it is taken."""
    if not refs:
        return "the desk"
    return "a decision to write down" if refs[0][:9] == "decision:" else telling.thing(refs[0])


def span(telling: Telling, log: Log, low: int, high: int) -> str:
    """Return a stretch of time; one time where both ends are the same or it never ended."""
    clock = telling.clock
    if high >= log.end and high > low:
        return f"From {clock(low)}"
    return clock(low) if low >= high else f"{clock(low)}–{clock(high)}"


def first_sight(
    log: Log, telling: Telling, refs: Sequence[str], low: int, high: int
) -> tuple[int, tuple[str, ...]]:
    """Return from when something about a matter could be seen, and what; () where nothing was."""
    found = known(log, telling, refs, number_after(log, low))
    if found:
        return low, found
    for ref in refs:
        for entry in log.about(ref):
            if low < entry.at < high and entry.kind in TELLING and told(entry):
                seen = known(log, telling, refs, entry.number + 1)
                if seen:
                    return entry.at, seen
    return low, ()
