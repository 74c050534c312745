"""The acts of a run that cost the most, each against what else was open, over many futures.

A cost is the mean over futures redrawn after the act, never the one future that happened: so a
sound act with bad luck costs nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from scoring.assess import assess
from scoring.log import Log
from simulator.engine import api
from simulator.runs.alternatives import alternatives
from simulator.runs.outcomes import more_is_better
from simulator.runs.what_if import FUTURES, MOST_DROPPED, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.engine.acts.base import Given
    from simulator.engine.log import LogEntry
    from simulator.runs.past import Past
    from simulator.runs.what_if import Comparison, Tried

MOST_ACTS = 8

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
been as likely to do worse, that would happen once in 256 times. (J)"""
LOOKS: Mapping[int, float] = {2: MATTERS / 2, CLEAR: MATTERS}
"""After so many futures an alternative is left that has done better by this weight in none of
them, nor in the shift that was played. (J)"""
RIVALS = 4
"""Futures after which of the alternatives to an act only those go on that one would be told of: the
best in the mean so far, and the best in the shift that was played where it was better there. (J)"""


@dataclass(frozen=True, slots=True)
class Costly:
    """An act with its alternatives, the one that does best in the mean first."""

    comparisons: tuple[Comparison, ...]
    kind: Kind

    @property
    def best(self) -> Comparison:
        """The alternative that does best in the mean."""
        return self.comparisons[0]

    @property
    def told(self) -> Comparison:
        """The alternative that its kind is about: by chance the better one, else the best."""
        return max(self.comparisons, key=_gain_here) if self.kind == "unlucky" else self.best


def costliest(past: Past, futures: int = FUTURES) -> list[Costly]:
    """Return the acts of a finished run that cost the most, costliest first, eight at most."""
    return in_order(compared(past, futures))


def in_order(acts: Iterable[Costly]) -> list[Costly]:
    """Return acts in the order of what they cost, the costliest first."""
    return sorted(acts, key=lambda one: gain(one.best), reverse=True)


def compared(past: Past, futures: int = FUTURES) -> Iterator[Costly]:
    """Yield the acts that weighed most in the score as they are compared, eight at most.

    Each takes as long as playing the rest of the shift some hundred times.
    """
    return islice(filter(None, (_against(past, one, futures) for one in _weighty(past))), MOST_ACTS)


def _against(past: Past, given: Given, futures: int) -> Costly | None:
    """Return an act against what else was open; None where nothing can be said of it.

    What was left while it did clearly better, because another did better still, is not told.
    """
    others = alternatives(api.view(past.before(given)), given.act)
    found = compare(past, given, others, futures, go_on) if others else []
    behind = [one for one in found if one.futures == RIVALS < futures and gain(one) >= MATTERS]
    told = [one for one in found if not one.withheld and one not in behind]
    told.sort(key=gain, reverse=True)
    return Costly(tuple(told), _kind(told)) if told else None


def go_on(tried: Sequence[Tried]) -> Sequence[Tried]:
    """Return the alternatives to an act of which it is not settled yet what is told."""
    futures = tried[0].futures
    least = LOOKS.get(futures)
    if least is not None:
        tried = [one for one in tried if max(map(weighed, one.changes)) >= least]
    if futures == CLEAR:
        tried = [one for one in tried if min(map(weighed, one.changes[1:])) < MATTERS]
    if futures == RIVALS:
        leads, luckiest = max(tried, key=_so_far), max(tried, key=_here)
        lucky = luckiest is not leads and _here(luckiest) >= MATTERS
        tried = [leads, luckiest] if lucky else [leads]
    return tried


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


def _kind(told: list[Comparison]) -> Kind:
    best = told[0]
    if gain(best) >= MATTERS:
        return "costly" if _gain_here(best) >= MATTERS else "got-away"
    return "unlucky" if any(_gain_here(one) >= MATTERS for one in told) else "went-well"


def _weighty(past: Past) -> list[Given]:
    """Return the acts of a run, those behind the most levels that were lost first."""
    log = past.run.log
    lost: Counter[int] = Counter()
    for filling in assess(Log(log), past.loaded.rubric).fillings:
        if filling.level is not None:
            for entry in filling.evidence:
                number = _act_behind(log, entry)
                if number is not None:
                    lost[number] += 4 - filling.level
    acts = [one.given for one in past.acts]
    acts.sort(key=lambda one: (-lost[one.number], one.number))
    return acts


def _act_behind(log: Sequence[LogEntry], entry: int) -> int | None:
    """Return the number of the act that an entry follows from; None where it follows from none."""
    while entry >= 0:
        one = log[entry]
        if one.kind.startswith("act.") and "number" in one.data:
            return int(str(one.data["number"]))
        entry = one.because
    return None
