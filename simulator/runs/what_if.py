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
from simulator.engine.acts.base import Given
from simulator.errors import WrongUse
from simulator.runs.following import Follower, given_later
from simulator.runs.outcomes import middle, outcomes
from simulator.runs.put_off import PutOff, at_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.state import State
    from simulator.runs.following import Later
    from simulator.runs.outcomes import Outcomes
    from simulator.runs.past import Past, Point
    from simulator.runs.put_off import Other

FUTURES = 16
"""Futures that are compared where nobody asks for more."""
MOST_DROPPED = 3
"""Acts of the trainee's that may lose their sense before a comparison says nothing about them."""


Change = dict[str, int]
"""What an alternative changes in one future, by figure; only figures that both shifts have."""


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
    """What was done at a point of a run, or that nothing was, against one alternative."""

    entry: int
    """The entry that logged the act as given, or that opened what nothing was done about."""
    point: Point
    alternative: Other
    """None for leaving the act out."""
    changes: tuple[Change, ...]
    """What the alternative changed in each future."""
    dropped: int
    """Later acts that made sense after the act and made none after the alternative; the median."""
    differences: Mapping[str, Difference]
    """By figure (`outcomes.outcomes`), alternative minus act."""

    @property
    def futures(self) -> int:
        """How many futures were compared."""
        return len(self.changes)

    @property
    def withheld(self) -> bool:
        """Whether too few of the trainee's own acts are left to call it their shift."""
        return self.dropped > MOST_DROPPED


@dataclass(slots=True)
class Tried:
    """An alternative with what it changed so far."""

    act: Other
    changes: list[Change] = field(default_factory=list)
    """In the shift that was played, then in each future."""
    lost: list[int] = field(default_factory=list)
    """In each of these, how many later acts made sense after the act and none after this."""

    @property
    def futures(self) -> int:
        """How many futures it was played in, beside the shift itself."""
        return len(self.changes) - 1

    @property
    def dropped(self) -> int:
        """The median of the acts that made no sense any more in a future."""
        return middle(self.lost[1:]) or 0


GoOn = Callable[[Sequence[Tried]], Sequence[Tried]]
"""Which of the alternatives that were followed so far are worth another future."""


@dataclass(frozen=True, slots=True)
class _Future:
    figures: Outcomes
    dropped: frozenset[int]
    """Numbers of the acts that made no sense any more."""


def all_of_them(tried: Sequence[Tried]) -> Sequence[Tried]:
    """Follow every alternative through every future that was asked for."""
    return tried


def compare(
    past: Past,
    point: Point,
    alternatives: Sequence[Other],
    futures: int = FUTURES,
    go_on: GoOn = all_of_them,
) -> list[Comparison]:
    """Return what each alternative would have changed to what was done at a point, if anything.

    An alternative that does not go on is left with the futures it has had. Raises `WrongUse` where
    one was not possible then.
    """
    state = past.before(point)
    for act in alternatives:
        now = at_once(act)
        refusal = None if now is None else api.possible(state, now)
        if refusal is not None:
            clock, names = words.clock_of(state.world), words.names_at(state)
            raise WrongUse(
                f"That was not possible at {clock(point.at)}.",
                words.refusal(refusal, names, clock),
            )
    later = [one for one in past.acts if one.given.number > point.number]
    tried = [Tried(act) for act in alternatives]
    followed: Sequence[Tried] = tried
    for number, luck in enumerate([past.run.head.luck, *past.lucks(futures)]):
        if number:
            followed = go_on(followed)
        if not followed:
            break
        was = _future(api.fork(state, luck), point.act, point, later)
        for one in followed:
            would = _future(api.fork(state, luck), one.act, point, later)
            one.changes.append(_changes(was.figures, would.figures))
            # What was put off and had no place then was not done later, but never.
            never = point.number in would.dropped
            one.lost.append(MOST_DROPPED + 1 if never else len(would.dropped - was.dropped))
    return [
        Comparison(
            entry=past.entry_of(point),
            point=point,
            alternative=one.act,
            changes=tuple(one.changes[1:]),
            dropped=one.dropped,
            differences=_differences(one.changes),
        )
        for one in tried
    ]


def _future(state: State, act: Other, point: Point, later: Sequence[Later]) -> _Future:
    """Play on from an act to the end of the shift."""
    if isinstance(act, PutOff):
        later = given_later(later, Given(point.number, act.at, act.act, point.words))
    elif act is not None:
        api.give(state, act, point.words)
    follower = Follower(state, later)
    follower.run()
    dropped = frozenset(one.number for one in follower.dropped)
    return _Future(outcomes(Log(state.log)), dropped)


def _changes(was: Outcomes, would: Outcomes) -> Change:
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
