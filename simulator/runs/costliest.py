"""The acts of a run that cost the most, each against what else was open, over many futures.

A cost is the mean over futures redrawn after the act, never the one future that happened: so a
sound act with bad luck costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scoring.assess import assess
from scoring.log import Log
from simulator.engine import api
from simulator.runs.alternatives import alternatives
from simulator.runs.following import acts_in_force
from simulator.runs.replay import scenario_of
from simulator.runs.what_if import FUTURES, before, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.engine.acts.base import Given
    from simulator.runs.contents import RunFile
    from simulator.runs.playable import Playable
    from simulator.runs.what_if import Comparison

MOST_ACTS = 8

Kind = Literal["went-well", "unlucky", "got-away", "costly"]
"""Sound and went well · sound but unlucky · risky and got away with it · costly."""

WORTH: Mapping[str, int] = {
    "restored": -1, "waited": -1, "missed": -5, "trust": 2, "morale": 2, "stress": -1,
    "friction": -1, "returned": -5, "abandoned": -2, "open": -2,
}  # fmt: skip
"""What a minute, a count or a point of each figure weighs against the others, for the order of the
table only. (J)"""
MATTERS = 5
"""Weight from which one future counts as better than another. (J)"""


@dataclass(frozen=True, slots=True)
class Costly:
    """An act with its alternatives, the one that does best in the mean first."""

    comparisons: tuple[Comparison, ...]
    kind: Kind

    @property
    def best(self) -> Comparison:
        """The alternative that does best in the mean."""
        return self.comparisons[0]


def costliest(run: RunFile, futures: int = FUTURES) -> list[Costly]:
    """Return the acts of a finished run that cost the most, costliest first, eight at most.

    Raises `OtherRules` where the run cannot be replayed.
    """
    loaded = scenario_of(run)
    found: list[Costly] = []
    for given in _weighty(run, loaded):
        if len(found) == MOST_ACTS:
            break
        others = alternatives(api.view(before(run, loaded, given)), given.act)
        compared = compare(run, loaded, given, others, futures) if others else []
        told = [one for one in compared if not one.withheld]
        if told:
            told.sort(key=gain, reverse=True)
            found.append(Costly(tuple(told), _kind(told)))
    found.sort(key=lambda one: gain(one.best), reverse=True)
    return found


def gain(one: Comparison) -> float:
    """Return how much better the alternative does in the mean, in the weights of `WORTH`."""
    return sum(
        change.mean * WORTH.get(figure.partition(".")[0], 0)
        for figure, change in one.differences.items()
    )


def _gain_here(one: Comparison) -> float:
    return sum(
        (change.here or 0) * WORTH.get(figure.partition(".")[0], 0)
        for figure, change in one.differences.items()
    )


def _kind(told: list[Comparison]) -> Kind:
    best = told[0]
    if gain(best) >= MATTERS:
        return "costly" if _gain_here(best) >= MATTERS else "got-away"
    return "unlucky" if any(_gain_here(one) >= MATTERS for one in told) else "went-well"


def _weighty(run: RunFile, loaded: Playable) -> list[Given]:
    """Return the acts of a run, those behind the most levels that were lost first."""
    assessment = assess(Log(run.log), loaded.rubric)
    lost: dict[int, int] = {}
    for filling in assessment.fillings:
        if filling.level is not None:
            for entry in filling.evidence:
                for number in _acts_behind(run, entry):
                    lost[number] = lost.get(number, 0) + 4 - filling.level
    acts = [one.given for one in acts_in_force(run.log, run.acts)]
    acts.sort(key=lambda one: (-lost.get(one.number, 0), one.number))
    return acts


def _acts_behind(run: RunFile, entry: int) -> Iterator[int]:
    """Yield the number of the act that an entry follows from, if it follows from one."""
    while entry >= 0:
        one = run.log[entry]
        if one.kind.startswith("act.") and "number" in one.data:
            yield int(str(one.data["number"]))
            return
        entry = one.because
