"""What if one act had been another: the same past, the other acts after it, many futures.

Each future is played twice under one luck, with the act and with the alternative, so what differs
is what the act changes and not what chance brings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.log import Log
from simulator.engine import api, words
from simulator.errors import WrongUse
from simulator.runs.following import Follower
from simulator.runs.outcomes import middle, outcomes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.engine.acts.base import Act, Given
    from simulator.engine.state import State
    from simulator.runs.following import Later
    from simulator.runs.outcomes import Outcomes
    from simulator.runs.past import Past

FUTURES = 16
"""Futures that are compared where nobody asks for more."""
MOST_DROPPED = 3
"""Acts of the trainee's that may lose their sense before a comparison says nothing about them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What an alternative changes in one figure, over the futures; the figure's own unit."""

    mean: float
    """To one decimal."""
    low: int
    high: int
    """Eight in ten futures lie from `low` to `high`."""
    here: int | None
    """The same in the future that happened; None where the figure is missing there."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One act against one alternative."""

    entry: int
    """The entry that logged the act as given."""
    given: Given
    alternative: Act | None
    """None for leaving the act out."""
    futures: int
    dropped: int
    """Later acts that made sense after the act and made none after the alternative; the median."""
    differences: Mapping[str, Difference]
    """By figure (`outcomes.outcomes`), alternative minus act."""

    @property
    def withheld(self) -> bool:
        """Whether too few of the trainee's own acts are left to call it their shift."""
        return self.dropped > MOST_DROPPED


@dataclass(frozen=True, slots=True)
class _Future:
    figures: Outcomes
    dropped: frozenset[int]
    """Numbers of the acts that made no sense any more."""


def compare(
    past: Past, given: Given, alternatives: Sequence[Act | None], futures: int = FUTURES
) -> list[Comparison]:
    """Return what each alternative to an act would have changed.

    Raises `WrongUse` where one was not possible then.
    """
    state = past.before(given)
    for act in alternatives:
        refusal = None if act is None else api.possible(state, act)
        if refusal is not None:
            clock, names = words.clock_of(state.world), words.names_at(state)
            raise WrongUse(
                f"That was not possible at {clock(given.at)}.",
                words.refusal(refusal, names, clock),
            )
    lucks = [past.run.head.luck, *past.lucks(futures)]
    later = [one for one in past.acts if one.given.number > given.number]
    was = [_future(api.fork(state, luck), given.act, given.words, later) for luck in lucks]
    found = []
    for act in alternatives:
        would = [_future(api.fork(state, luck), act, "", later) for luck in lucks]
        (here, *pairs) = zip(was, would, strict=True)
        found.append(
            Comparison(
                entry=past.entries[given.number],
                given=given,
                alternative=act,
                futures=len(pairs),
                dropped=middle([len(there.dropped - one.dropped) for one, there in pairs]) or 0,
                differences=_differences(pairs, here),
            )
        )
    return found


def _future(state: State, act: Act | None, said: str, later: Sequence[Later]) -> _Future:
    """Play on from an act to the end of the shift."""
    if act is not None:
        api.give(state, act, said)
    follower = Follower(state, later)
    follower.run()
    dropped = frozenset(one.number for one in follower.dropped)
    return _Future(outcomes(Log(state.log)), dropped)


def _differences(
    pairs: Sequence[tuple[_Future, _Future]], here: tuple[_Future, _Future]
) -> dict[str, Difference]:
    """Return the figures that differ in any future, each over the futures that have it twice."""
    found = {}
    for figure in pairs[0][0].figures:
        changes = [one for pair in pairs if (one := _change(pair, figure)) is not None]
        if any(changes):
            changes.sort()
            beyond = (len(changes) - 1) // 10
            found[figure] = Difference(
                mean=round(sum(changes) / len(changes), 1),
                low=changes[beyond],
                high=changes[-1 - beyond],
                here=_change(here, figure),
            )
    return found


def _change(pair: tuple[_Future, _Future], figure: str) -> int | None:
    was, would = pair[0].figures.get(figure), pair[1].figures.get(figure)
    return None if was is None or would is None else would - was
