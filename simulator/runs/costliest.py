"""What cost the most in a run: acts, and what was left undone, against what else was open.

A cost is the mean over futures redrawn after the act, never the one future that happened: so a
sound act with bad luck costs nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from simulator.runs.openings import openings
from simulator.runs.outcomes import more_is_better
from simulator.runs.what_if import FUTURES, MOST_DROPPED, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.runs.openings import Opening
    from simulator.runs.past import Past, Point
    from simulator.runs.what_if import Comparison, Tried

MOST_ACTS = 8
MINUTES = 20_000
"""Minutes of other futures after which no further act is compared: about a second. (J)"""
BY_THE_BOOK = 5
"""How many such minutes one counts for that a lead by the book plays, who thinks it over."""

Kind = Literal["went-well", "unlucky", "got-away", "costly"]
"""Sound and went well · sound but unlucky · risky and got away with it · costly."""

WORTH: Mapping[str, int] = {
    "restored": 1, "waited": 1, "missed": 5, "trust": 2, "morale": 2, "stress": 1,
    "friction": 1, "returned": 5, "abandoned": 2, "open": 2,
}  # fmt: skip
"""What a minute, a count or a point of each figure weighs against the others, for the order of the
table only. (J)"""
MATTERS = 5
"""Weight from which one future counts as better than another. (J)"""
CLEAR = 8
"""Futures after which it is settled that an alternative does better, where it did in each: had it
been as likely to do worse, that would happen once in 256 times. It is settled too that it does not,
where it did no better in their mean. Where none of the trainee's acts is left, so many are played
at most. (J)"""
LOOKS: Mapping[int, float] = {2: MATTERS / 2, CLEAR: MATTERS}
"""After so many futures an alternative is left that has done better by this weight in none of
them, nor in the shift that was played. (J)"""
RIVALS = 4
"""Futures after which of the alternatives to an act only those go on that one would be told of: the
two best in the mean so far, and the best in the shift that was played where it was better there.
(J)"""


@dataclass(frozen=True, slots=True)
class Costly:
    """What was done or left undone, with alternatives: the one that does best in the mean first."""

    comparisons: tuple[Comparison, ...]
    kind: Kind
    subject: str = ""
    """What was left undone, as a reference; "" for an act."""

    @property
    def best(self) -> Comparison:
        """The alternative that does best in the mean."""
        return self.comparisons[0]

    @property
    def told(self) -> Comparison:
        """The alternative that its kind is about: by chance the better one, else the best."""
        return max(self.comparisons, key=_gain_here) if self.kind == "unlucky" else self.best

    @property
    def as_good(self) -> int:
        """In how many futures what was done came out as well as the alternative told, or better."""
        return sum(weighed(one) < MATTERS for one in self.told.changes)


def costliest(past: Past, futures: int = FUTURES) -> list[Costly]:
    """Return the acts of a finished run that cost the most, costliest first, eight at most."""
    return in_order(compared(past, futures))


def in_order(acts: Iterable[Costly]) -> list[Costly]:
    """Return acts in the order of what they cost, the costliest first."""
    return sorted(acts, key=lambda one: gain(one.best), reverse=True)


def unlucky(past: Past, found: Iterable[Costly]) -> frozenset[int]:
    """Return the entries that come of sound acts which chance went against in a run."""
    points = [one.told.point for one in found if one.kind == "unlucky"]
    numbers = {point.number for point in points if point.act is not None}
    if not numbers:
        return frozenset()
    entries = range(len(past.run.log))
    return frozenset(entry for entry in entries if past.act_behind(entry) in numbers)


def compared(past: Past, futures: int = FUTURES) -> Iterator[Costly]:
    """Yield what weighed most in the score as it is compared, eight at most.

    Each takes as long as playing the rest of the shift some dozens of times; it ends where
    `MINUTES` of that leave no room for two sides of another one.
    """
    played = number = 0
    for opening in openings(past):
        length = _length(past, opening.point)
        if played + length * 2 * (1 + RIVALS) > MINUTES:
            return
        found = _against(past, opening, futures)
        played += length * _played(found)
        told = _told(found, futures)
        if told:
            number += 1
            yield Costly(told, _kind(told), opening.subject)
        if number == MOST_ACTS:
            return


def _length(past: Past, point: Point) -> int:
    """Return how many minutes a future from a point counts for."""
    last = max(past.last, point.at)
    return last - point.at + BY_THE_BOOK * (past.run.minute - last)


def _played(found: Sequence[Comparison]) -> int:
    """Return how many futures were played for these, the one that happened among them."""
    numbers = [1 + one.futures for one in found]
    return sum(numbers) + max(numbers, default=0)


def _against(past: Past, opening: Opening, futures: int) -> list[Comparison]:
    """Return what was done somewhere against what else was open; [] where nothing was."""
    others = opening.others(past)
    if past.last <= opening.point.at:
        futures = min(futures, CLEAR)
    return compare(past, opening.point, others, futures, go_on) if others else []


def _told(found: Sequence[Comparison], futures: int) -> tuple[Comparison, ...]:
    """Return the alternatives of which something can be said, the best in the mean first.

    What was left while it did clearly better, because another did better still, is not told.
    """
    behind = [one for one in found if one.futures == RIVALS < futures and gain(one) >= MATTERS]
    told = [one for one in found if not one.withheld and one not in behind]
    return tuple(sorted(told, key=gain, reverse=True))


def go_on(tried: Sequence[Tried]) -> Sequence[Tried]:
    """Return the alternatives to an act of which it is not settled yet what is told."""
    futures = tried[0].futures
    least = LOOKS.get(futures)
    if least is not None:
        tried = [one for one in tried if max(map(weighed, one.changes)) >= least]
    if futures == CLEAR:
        tried = [one for one in tried if not _settled(one)]
    if futures == RIVALS:
        best = sorted(tried, key=_so_far, reverse=True)[:2]
        luckiest = max(tried, key=_here)
        lucky = luckiest not in best and _here(luckiest) >= MATTERS
        tried = [*best, luckiest] if lucky else best
    return tried


def _settled(one: Tried) -> bool:
    """Return whether it does better in each future so far, or in the mean no better."""
    return min(map(weighed, one.changes[1:])) >= MATTERS or _so_far(one) <= 0


def _so_far(one: Tried) -> float:
    """Return how much better an alternative did over its futures; least of all one withheld."""
    return -math.inf if one.dropped > MOST_DROPPED else sum(map(weighed, one.changes[1:]))


def _here(one: Tried) -> float:
    """Return how much better an alternative did in the shift that was played."""
    return weighed(one.changes[0])


def gain(one: Comparison) -> float:
    """Return how much better the alternative does in the mean, in the weights of `WORTH`."""
    return weighed({figure: change.mean for figure, change in one.differences.items()})


def _gain_here(one: Comparison) -> float:
    """Return how much better it does in the future that happened."""
    return weighed({figure: change.here or 0 for figure, change in one.differences.items()})


def weighed(changes: Mapping[str, float]) -> float:
    """Return figures, or changes of them, as one number; more is better."""
    return sum(
        change * WORTH.get(figure, 0) * (1 if more_is_better(figure) else -1)
        for name, change in changes.items()
        for figure in [name.partition(".")[0]]
    )


def _kind(told: Sequence[Comparison]) -> Kind:
    best = told[0]
    if gain(best) >= MATTERS:
        return "costly" if _gain_here(best) >= MATTERS else "got-away"
    return "unlucky" if any(_gain_here(one) >= MATTERS for one in told) else "went-well"
