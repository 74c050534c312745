"""Two futures of one shift side by side: what came of each, and when, since the minute they part.

The first is the shift as it was played, the second the same shift played on from that minute.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from scoring.debrief.phrases import CLAUSES, past
from scoring.unused import told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scoring.debrief.build import Debrief
    from scoring.debrief.levels import LevelRow
    from scoring.debrief.picture import Curve
    from scoring.log import Log
    from simulator.engine.log import LogEntry

TURNS = frozenset({
    "analyst.grew", "analyst.sign", "conflict.row", "conflict.sign", "incident.halted",
    "incident.known", "incident.mitigated", "incident.resolved", "incident.went-on",
    "incident.worsened", "promise.broken", "scene.lapsed", "stakeholder.answered", "story.told",
    "ticket.refused", "ticket.returned", "update.missed",
})  # fmt: skip
"""What the world does that turns a shift; what the team does every minute is in the figures."""
TOLD_ANYWAY = frozenset({"promise.made", "promise.kept", "fact.learned", "ticket.started"})
"""What an act brings with it that its own clause says."""
NOT_YET = "nothing to see by then"
APART = 3
"""Points or counts by which curves have to part somewhere to be told. (J)"""


@dataclass(frozen=True, slots=True)
class Future:
    """One of the two."""

    log: Log
    debrief: Debrief


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure or level in both, in words."""

    name: str
    first: str
    again: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened in one only, or in each at its own minute."""

    text: str
    first: int | None
    again: int | None
    turn: bool
    """Whether the world did it; else it is an act of the lead's."""

    @property
    def at(self) -> int:
        """The earlier of the two minutes."""
        return min(one for one in (self.first, self.again) if one is not None)


@dataclass(frozen=True, slots=True)
class TwoFutures:
    """What differs between the two."""

    at: int
    """The minute at which they part."""
    until: int
    """The last minute that is compared."""
    clock: Callable[[int], str]
    totals: tuple[int | None, int | None]
    levels: tuple[Pair, ...]
    desk: tuple[Pair, ...]
    curves: tuple[tuple[Curve, Curve], ...]
    """Those that part furthest first."""
    happened: tuple[Happened, ...]
    """In the order of time."""


def two_futures(first: Future, again: Future, at: int) -> TwoFutures:
    """Return how two shifts that were played to their ends differ since a minute."""
    were, are = first.debrief, again.debrief
    return TwoFutures(
        at=at,
        until=again.log.end,
        clock=are.telling.clock,
        totals=(were.arithmetic.total, are.arithmetic.total),
        levels=_differing(_levels(were), _levels(are)),
        desk=_differing(_desk(were), _desk(are)),
        curves=_curves(were, are),
        happened=_happened(first, again, at),
    )


def moment_again(
    first: Future, again: Future, at: int, until: int, criterion: str = ""
) -> TwoFutures:
    """Return how a moment that was played once more differs, up to its last minute.

    Both futures go as far as that minute. Of the levels only that of the criterion which the
    moment shows is told, the same or not; the desk's figures are about whole shifts.
    """
    were, are = _so_far(first.debrief, criterion), _so_far(again.debrief, criterion)
    return TwoFutures(
        at=at,
        until=until,
        clock=again.debrief.telling.clock,
        totals=(None, None),
        levels=tuple(Pair(prompt, were[prompt], are[prompt]) for prompt in are),
        desk=(),
        curves=_curves(first.debrief, again.debrief),
        happened=_happened(first, again, at),
    )


def level_words(row: LevelRow) -> str:
    """Return the level of a criterion with its figure, or why there is none."""
    if row.level is None:
        return row.reason
    return f"{row.name} ({row.level})" + (f", {row.figure}" if row.figure else "")


def _levels(debrief: Debrief) -> dict[str, str]:
    return {row.prompt: level_words(row) for row in debrief.levels}


def _so_far(debrief: Debrief, criterion: str) -> dict[str, str]:
    """Return the level of one criterion in a shift that is not over; {} where there is none."""
    return {
        row.prompt: NOT_YET if row.level is None else level_words(row)
        for row in debrief.levels
        if row.criterion == criterion
    }


def _desk(debrief: Debrief) -> dict[str, str]:
    """Return the desk's figures but those that a curve shows."""
    drawn = {curve.name.casefold() for curve in debrief.curves}
    return {row.name: row.text for row in debrief.desk if row.name.casefold() not in drawn}


def _differing(first: Mapping[str, str], again: Mapping[str, str]) -> tuple[Pair, ...]:
    """Return what has another value, in the order of the second."""
    names = dict.fromkeys([*again, *first])
    pairs = (Pair(name, first.get(name, "–"), again.get(name, "–")) for name in names)
    return tuple(pair for pair in pairs if pair.first != pair.again)


def _curves(first: Debrief, again: Debrief) -> tuple[tuple[Curve, Curve], ...]:
    """Return the curves that part, those that part furthest first."""
    were = {curve.name: curve for curve in first.curves}
    both = [(were[curve.name], curve) for curve in again.curves if curve.name in were]
    return tuple(sorted((pair for pair in both if _apart(*pair) >= APART), key=_how_far))


def _apart(first: Curve, again: Curve) -> int:
    """Return how far two curves are apart where they are furthest."""
    return max((abs(a - b) for a, b in zip(first.values, again.values, strict=False)), default=0)


def _how_far(pair: tuple[Curve, Curve]) -> int:
    return -_apart(*pair)


def _happened(first: Future, again: Future, at: int) -> tuple[Happened, ...]:
    """Return what happened in one only, or at another minute; the same clause is the same thing."""
    were, are = _minutes(first, at), _minutes(again, at)
    found = [
        Happened(what, *minutes, turn)
        for what, turn in dict.fromkeys([*were, *are])
        for minutes in zip_longest(were[what, turn], are[what, turn])
        if minutes[0] != minutes[1]
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def _minutes(future: Future, at: int) -> defaultdict[tuple[str, bool], list[int]]:
    """Return the minutes of everything worth telling from a minute on.

    By its clause, and by whether the world did it.
    """
    found: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
    for entry in future.log.entries:
        if entry.at >= at and _worth(entry):
            clause = past(future.debrief.telling, entry)
            found[clause, entry.kind in TURNS].append(entry.at)
    return found


def _worth(entry: LogEntry) -> bool:
    """Return whether an entry is an act's effect, or something that turned the shift."""
    if entry.kind not in CLAUSES or entry.kind in TOLD_ANYWAY:
        return False
    return told(entry) and (entry.cause == "lead" or entry.kind in TURNS)
