"""How tickets come to a desk through the week: the shape that a queue profile keeps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.tickets.figures import HOUR_OF_DAY, WEEKDAY
from simulator.tickets.spread import share
from simulator.tickets.times import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.tickets.ledger import Ledger

MOST_OF_THEM = 95
"""Percent of the tickets that the counted days hold: exports carry single old or late ones."""
BUSINESS_DAYS = range(5)
ENOUGH = 50
"""Tickets from which a shape is told at all; 50 put an even hour's share within about 3 points."""
WEEKEND = (5, 6)
WEEK = 7
MOST_DAYS = 20_000
"""Days that are counted; more than fifty years are a mistake in the file."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Arrivals of one export by day and hour."""

    first_day: int
    """Number of the first day that is counted."""
    last_day: int
    per_day: float
    """Tickets on a mean business day."""
    hourly: tuple[float, ...]
    """Share of a business day's tickets by hour, 24 values that add up to 1."""
    weekend: tuple[float, ...]
    """The same for Saturday and Sunday; empty where too few came."""
    weekly: tuple[float, ...]
    """Monday to Sunday against the mean business day; 0 where no such day is among them."""
    unseen: tuple[int, ...]
    """Days of the week that the counted days do not hold, Monday 0."""
    dispersion: float | None
    """Variance over mean of hourly counts, hour and (from two weeks on) weekday taken out."""
    outside: float | None
    """Share of all tickets opened outside Monday to Friday, 08:00 to 18:00."""


def shape_of(ledger: Ledger) -> Shape | None:
    """Return how tickets come, None where too few of them do.

    Counted is the shortest run of days with nearly all tickets, and what lies beside it until every
    day of the week is seen, because exports carry single old or late tickets along. Public holidays
    are among these days.
    """
    count = ledger.one("SELECT count(*) FROM tickets")
    if count < ENOUGH:
        return None
    first, last = _dense_days(ledger.counts(f"opened / {DAY}", MOST_DAYS))
    hours: dict[tuple[int, int], int] = {
        (day, hour): n
        for day, hour, n in ledger.query(
            f"SELECT opened / {DAY}, {HOUR_OF_DAY}, count(*) FROM tickets"
            f" WHERE opened / {DAY} BETWEEN ? AND ? GROUP BY 1, 2", first, last,
        )
    }  # fmt: skip
    days = Counter(weekday(day) for day in range(first, last + 1))
    came = Counter[int]()
    for (day, _), n in hours.items():
        came[weekday(day)] += n
    means = [came[day] / days[day] if days[day] else 0.0 for day in range(7)]
    seen = [means[day] for day in BUSINESS_DAYS if days[day]]
    per_day = sum(seen) / len(seen) if seen else 0.0
    if not per_day:
        return None
    return Shape(
        first, last, per_day,
        hourly=_hourly(hours, BUSINESS_DAYS),
        weekend=_hourly(hours, WEEKEND),
        weekly=tuple(mean / per_day for mean in means),
        unseen=tuple(day for day in range(7) if not days[day]),
        dispersion=_dispersion(hours, first, last),
        outside=_outside(ledger, count),
    )  # fmt: skip


def _dense_days(counts: dict[int, int]) -> tuple[int, int]:
    """Return the first and the last day that are counted."""
    days = sorted(counts)
    needed = sum(counts.values()) * MOST_OF_THEM // 100
    best, held, start = (days[0], days[-1]), 0, 0
    for day in days:
        held += counts[day]
        while held - counts[days[start]] >= needed:
            held -= counts[days[start]]
            start += 1
        if held >= needed and day - days[start] < best[1] - best[0]:
            best = days[start], day
    first, last = best
    while last - first < WEEK - 1 and (first, last) != (days[0], days[-1]):
        first, last = (first, last + 1) if last < days[-1] else (first - 1, last)
    return first, last


def weekday(day: int) -> int:
    """Return the day of the week of a day's number, Monday 0."""
    return (day + 6) % 7


def _hourly(hours: dict[tuple[int, int], int], days: Sequence[int]) -> tuple[float, ...]:
    """Return the share of each hour on such days, nothing where too few tickets came."""
    counts = [0] * 24
    for (day, hour), n in hours.items():
        if weekday(day) in days:
            counts[hour] += n
    total = sum(counts)
    return tuple(n / total for n in counts) if total >= ENOUGH else ()


def _dispersion(hours: dict[tuple[int, int], int], first: int, last: int) -> float | None:
    """Return variance over mean of the hours of business days, each around the mean of its like."""
    dates = [day for day in range(first, last + 1) if weekday(day) in BUSINESS_DAYS]
    weeks = (last - first + 1) // WEEK
    groups = [[one for one in dates if weekday(one) == day] for day in BUSINESS_DAYS]
    spread = total = 0.0
    for group in groups if weeks >= 2 else [dates]:
        for hour in range(24):
            counts = [hours.get((date, hour), 0) for date in group]
            mean = sum(counts) / max(1, len(counts))
            # Hours in which nearly nothing comes say nothing about bursts.
            if mean >= 1 and len(counts) > 1:
                spread += _variance(counts, mean)
                total += mean
    return spread / total if total else None


def _variance(counts: Iterable[int], mean: float) -> float:
    squares = [(count - mean) ** 2 for count in counts]
    return sum(squares) / (len(squares) - 1)


def _outside(ledger: Ledger, count: int) -> float | None:
    inside = ledger.one(
        f"SELECT count(*) FROM tickets WHERE {WEEKDAY} < 5 AND {HOUR_OF_DAY} BETWEEN 8 AND 17"
    )
    return share(count - inside, count)
