"""Who comes to the desk in a seed: the tickets of a queue profile, drawn before the shift.

A rate is cut into layers of `LAYER` tickets an hour. Each layer has candidates of its own, all
through the shift, and those above the hour's rate are thinned out: a busier hour, a burst or
another profile adds tickets and changes none. Over-dispersion is a gamma factor on each hour's
rate, which makes the counts negative binomial with one variance over mean at all hours.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from simulator.engine import chance
from simulator.engine.pace import MINUTE
from simulator.engine.records.tickets import Birth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.engine.chance import Words
    from simulator.engine.rules import Rules
    from simulator.engine.world import Callers, Profile, TicketKind, World

T = TypeVar("T")
HOUR = 60
DAY = 24
FRIDAY = 4
LAYER = 20 * MINUTE
"""Ten-thousandths of tickets an hour; the width decides nothing but the number of candidates."""

Candidate = tuple[str, int, "Words"]
"""Id, minute of arrival, fate."""


def effort_of(rules: Rules, kind: TicketKind, word: int) -> int:
    """Return the work in a ticket of a kind, in ten-thousandths of a minute at 100 %."""
    if kind.exponential:
        return max(1, kind.effort * chance.exponential(word))
    median = kind.effort
    if kind.quick:
        quick, word = chance.split(word, kind.quick)
        median = kind.quick_effort if quick else median
    sigma = rules.effort_sigma if kind.spread < 0 else kind.spread
    return max(MINUTE, chance.spread(word, median, sigma))


def tickets_of(world: World, profile: Profile, seed: int) -> list[Birth]:
    """Return every ticket of a profile that arrives in a shift, in order of arrival."""
    if not profile.mix:
        return []
    came = sorted(_candidates(world, profile, seed), key=lambda one: one[1])
    nature, one_of_mix = _Nature(profile, seed), _picker(profile.mix)
    births = []
    for ident, minute, words in came:
        kind = one_of_mix(words[3])
        effort = effort_of(world.rules, kind, words[0])
        kind, earlier = nature.of(ident, kind)
        births.append(Birth(ident, kind, minute, effort, words, earlier=earlier))
    return births


# How many, and when ---------------------------------------------------------------------------


def _candidates(world: World, profile: Profile, seed: int) -> Iterator[Candidate]:
    if profile.steady:
        yield from _line(seed, 0, profile.steady, world.length)
        return
    rates = hourly_rates(world, profile, seed)
    offset = world.starts % HOUR
    for layer in range(-(-max(rates) // LAYER)):
        floor = layer * LAYER
        # Past its last busy hour none of a layer's candidates would come.
        busy = max(number for number, rate in enumerate(rates) if rate > floor)
        until = min(world.length, (busy + 1) * HOUR - offset)
        for one in _line(seed, layer, LAYER, until):
            if floor + (one[2][2] * LAYER >> 32) < rates[(one[1] + offset) // HOUR]:
                yield one


def _line(seed: int, layer: int, rate: int, until: int) -> Iterator[Candidate]:
    """Return candidates at a steady rate up to a minute: their gaps are exponential."""
    name = f"desk.{layer + 1}." if layer else "desk."
    clock = number = 0  # the clock in ten-thousandths of a minute
    while True:
        number += 1
        ident = f"{name}{number}"
        words = chance.fate(seed, "desk", ident)
        clock += chance.exponential(words[1]) * HOUR * MINUTE // rate
        minute = clock // MINUTE
        if minute >= until:
            return
        yield ident, minute, words


def hourly_rates(world: World, profile: Profile, seed: int) -> list[int]:
    """Return the rate of each clock hour of a shift, in ten-thousandths of tickets an hour."""
    first = world.starts // HOUR
    return [
        _bursty(profile, seed, number, mean_rate(profile, first + number))
        for number in range(world.length // HOUR + 2)
    ]


def mean_rate(profile: Profile, hour: int) -> int:
    """Return the mean rate of an hour of the week, in ten-thousandths of tickets an hour."""
    if profile.steady:
        return profile.steady
    day = hour // DAY % 7
    shape = profile.weekend if profile.weekend and day > FRIDAY else profile.hourly
    return profile.per_day * shape[hour % DAY] * profile.weekly[day] // 100


def _bursty(profile: Profile, seed: int, number: int, rate: int) -> int:
    """Return an hour's rate with its own luck: the gamma that gives variance over mean."""
    extra = profile.dispersion - 10
    if extra <= 0 or rate <= 0:
        return rate
    words = chance.fate(seed, "hour", str(number))
    # The factor's variance is (dispersion - 1) / mean: the shape is the mean over what is extra.
    return rate * chance.gamma(words[0], words[1], max(1, rate // extra)) // MINUTE


# What it is, and whose ------------------------------------------------------------------------


class _Nature:
    """What a profile decides about a ticket besides its kind: priorities, and who calls."""

    def __init__(self, profile: Profile, seed: int) -> None:
        self.profile = profile
        self.seed = seed
        self.variants: dict[tuple[str, int, int], TicketKind] = {}
        self.last: dict[int, str] = {}
        """The latest ticket of each caller, by number."""

    def of(self, ident: str, kind: TicketKind) -> tuple[TicketKind, str]:
        """Return the kind with this ticket's priorities, and the caller's ticket before it."""
        profile = self.profile
        if profile.callers is None and not (profile.priorities and kind.drawn):
            return kind, ""
        words = chance.fate(self.seed, "nature", ident)
        earlier = ""
        if profile.callers is not None:
            who = _caller(profile.callers, words[2])
            earlier = self.last.get(who, "")
            self.last[who] = ident
        if profile.priorities and kind.drawn:
            kind = self._prioritised(kind, words[0], words[1])
        return kind, earlier

    def _prioritised(self, kind: TicketKind, first: int, second: int) -> TicketKind:
        """Return a kind as this ticket is: its true priority, and the one it is logged with."""
        rows = self.profile.priorities
        if kind.drawn == "both":
            row = _picker([(row, row.share) for row in rows])(first)
        else:
            found = [row for row in rows if row.true == kind.true]
            if not found:
                return kind
            row = found[0]
        logged = _picker(list(enumerate(row.logged, 1)))(second)
        key = (kind.id, logged, row.true)
        if key not in self.variants:
            self.variants[key] = replace(kind, logged=logged, true=row.true)
        return self.variants[key]


def _caller(callers: Callers, word: int) -> int:
    """Return the number of who calls; the busiest tenth has the lowest ones."""
    tenth = max(1, callers.people // 10)
    often, rest = chance.split(word, callers.busiest)
    if often:
        return chance.one_of(rest, tenth)
    return tenth + chance.one_of(rest, max(1, callers.people - tenth))


def _picker(shares: Sequence[tuple[T, int]]) -> Callable[[int], T]:
    """Return a function from a word to one of several by their shares."""
    things = [one for one, _ in shares]
    ends = list(accumulate(share for _, share in shares))
    return lambda word: things[bisect(ends, word * ends[-1] >> 32)]
