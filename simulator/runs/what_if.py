"""What if one act had been another: the same past, the other acts after it, many futures.

Each future is played twice under one luck, with the act and with the alternative, so what differs
is what the act changes and not what chance brings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scoring.log import Log
from simulator.engine import api, words
from simulator.errors import WrongUse
from simulator.runs.following import Follower
from simulator.runs.outcomes import middle, outcomes

if TYPE_CHECKING:
    from collections.abc import Mapping

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


Change = dict[str, int]
"""What an alternative changes in one future, by figure; only figures that both shifts have."""

InQuestion = Callable[[Sequence[Change]], bool]
"""Whether an alternative is worth another future, by its changes so far: in the shift that was
played, then in each future."""


@dataclass(frozen=True, slots=True)
class _Future:
    figures: Outcomes
    dropped: frozenset[int]
    """Numbers of the acts that made no sense any more."""


@dataclass(slots=True)
class _Futures:
    """An act played on under one luck after the other, each when it is first asked for."""

    state: State
    act: Act | None
    said: str
    later: Sequence[Later]
    played: list[_Future] = field(default_factory=list)

    def under(self, luck: int, number: int) -> _Future:
        """Return the future of this number; they are asked for in order."""
        if number == len(self.played):
            self.played.append(_future(api.fork(self.state, luck), self.act, self.said, self.later))
        return self.played[number]


def always(changes: Sequence[Change]) -> bool:
    """Play every future that was asked for."""
    return True


def compare(
    past: Past,
    given: Given,
    alternatives: Sequence[Act | None],
    futures: int = FUTURES,
    in_question: InQuestion = always,
) -> list[Comparison]:
    """Return what each alternative to an act would have changed.

    An alternative that is no longer in question is left with the futures it has had. Raises
    `WrongUse` where one was not possible then.
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
    was = _Futures(state, given.act, given.words, later)
    found = []
    for act in alternatives:
        would = _Futures(state, act, "", later)
        pairs: list[_Pair] = []
        changes: list[Change] = []
        for number, luck in enumerate(lucks):
            if number and not in_question(changes):
                break
            pairs.append((was.under(luck, number), would.under(luck, number)))
            changes.append(_changes(pairs[-1]))
        dropped = middle([len(there.dropped - one.dropped) for one, there in pairs[1:]])
        found.append(
            Comparison(
                entry=past.entries[given.number],
                given=given,
                alternative=act,
                futures=len(pairs) - 1,
                dropped=dropped or 0,
                differences=_differences(changes),
            )
        )
    return found


_Pair = tuple[_Future, _Future]
"""The shift with the act and with the alternative, under one luck."""


def _future(state: State, act: Act | None, said: str, later: Sequence[Later]) -> _Future:
    """Play on from an act to the end of the shift."""
    if act is not None:
        api.give(state, act, said)
    follower = Follower(state, later)
    follower.run()
    dropped = frozenset(one.number for one in follower.dropped)
    return _Future(outcomes(Log(state.log)), dropped)


def _changes(pair: _Pair) -> Change:
    was, would = (one.figures for one in pair)
    return {
        figure: after - before
        for figure, before in was.items()
        if before is not None and (after := would.get(figure)) is not None
    }


def _differences(changes: Sequence[Change]) -> dict[str, Difference]:
    """Return the figures that differ in any future, each over the futures that have it twice."""
    here, *futures = changes
    found = {}
    for figure in dict.fromkeys(figure for one in futures for figure in one):
        moved = sorted(one[figure] for one in futures if figure in one)
        if any(moved):
            beyond = (len(moved) - 1) // 10
            found[figure] = Difference(
                mean=round(sum(moved) / len(moved), 1),
                low=moved[beyond],
                high=moved[-1 - beyond],
                here=here.get(figure),
            )
    return found
