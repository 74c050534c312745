"""A first look at an export's times: the order of day and month, the clock, the zone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, get_args

from simulator.tickets.doubts import many
from simulator.tickets.fields import MISSING, TIMES
from simulator.tickets.times import HOUR, Order, clock_of, day_of, numbers_of, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.tickets.table import Row

LOOKED_AT = 20_000
"""Rows that are looked at where they tell the order; where they don't, all of them are."""
ORDERS: tuple[Order, ...] = get_args(Order)
TELLING = 12
"""The greatest number of a month: a greater one is a day."""
MANY = 500
"""Clock times after which hours above 12 would have shown."""


@dataclass(slots=True)
class Seen:
    """How many dates can be only one thing, and the first of them."""

    count: int = 0
    text: str = ""
    line: int = 0

    def add(self, line: int, text: str) -> None:
        """Count one more."""
        if not self.count:
            self.line, self.text = line, text
        self.count += 1


class Survey:
    """What the times of an export look like."""

    def __init__(self, columns: Mapping[str, int]) -> None:
        """Take the places of the fields."""
        self._places = [columns[field] for field in TIMES if field in columns]
        self._spans = [columns.get(field, -1) for field in ("opened_at", "resolved_at")]
        self.rows = 0
        self.only: dict[Order, Seen] = {order: Seen() for order in ORDERS}
        """Dates that are a date in one order only."""
        self.either = 0
        """Dates that are one in both orders, with another meaning."""
        self.backwards: dict[Order, int] = dict.fromkeys(ORDERS, 0)
        """Rows resolved before the day they were opened on, read in each order."""
        self.dotted = 0
        self.halves = self.clocks = 0
        """Clock times with AM or PM, and all of them."""
        self.latest = 0
        """The latest hour that was seen."""
        self.offsets: set[int | None] = set()

    def look(self, rows: Iterable[Row]) -> None:
        """Look at rows until they tell."""
        source = iter(rows)
        for row in islice(source, LOOKED_AT):
            self._row(*row)
        if self.either and not any(seen.count for seen in self.only.values()):
            for row in source:
                self._row(*row)
                if any(seen.count for seen in self.only.values()):
                    return

    def order(self) -> Order:
        """Return the order of day and month that the dates are read in."""
        day, month = (self.only[order].count for order in ORDERS)
        if day == month and self.backwards["day-first"] != self.backwards["month-first"]:
            return min(ORDERS, key=lambda order: self.backwards[order])
        return "month-first" if month > day else "day-first"

    def evidence(self) -> str:
        """Return the order and what it rests on, as a sentence without its full stop."""
        order = self.order()
        title = order.replace("-", " ")
        mine = self.only[order]
        other = self.only[ORDERS[1 - ORDERS.index(order)]]
        if mine.count:
            against = f"; {other.count:,} can only be the other way round" if other.count else ""
            return (
                f"{title}: {many(mine.count, 'date')} in {self.looked_at()} can be nothing else"
                f", the first {mine.text} on line {mine.line}{against}"
            )
        if not self.either:
            return "told by each date itself: the year or the month's name shows which is which"
        if self.backwards["day-first"] != self.backwards["month-first"]:
            return (
                f"{title}: no date tells, but the other way round"
                f" {many(max(self.backwards.values()), 'ticket')} would be resolved before opened"
            )
        if self.dotted:
            return f"{title}: no date tells; dates with dots are written so"
        return f"{title}, assumed: no date tells; --dates month-first reads them the other way"

    def looked_at(self) -> str:
        """Return which rows were looked at."""
        return "the one row" if self.rows == 1 else f"the first {self.rows:,} rows"

    def clock(self) -> str:
        """Return which clock is used."""
        if self.halves:
            return "12 hours, with AM and PM"
        if self.clocks >= MANY and self.latest <= TELLING:
            return "24 hours, though no hour above 12 was seen: is an AM or PM missing?"
        return "24 hours" if self.clocks else "none"

    def zones(self) -> str:
        """Return what is said about time zones."""
        offsets = self.offsets - {None}
        if not offsets:
            return "none is stated: the clock is taken as it is"
        told = ", ".join(_offset(one) for one in sorted(one for one in offsets if one is not None))
        if self.offsets == {0}:
            return "UTC: hours are UTC's; --zone tells them on a desk's own clock"
        mixed = "; some times state none" if None in self.offsets else ""
        return f"{told}{mixed}: hours are those of the times as written"

    def _row(self, line: int, cells: list[str]) -> None:
        self.rows += 1
        for place in self._places:
            text = cells[place].strip() if place < len(cells) else ""
            if text.casefold() not in MISSING:
                self._time(line, *split(text))
        self._order_of_days([cells[p] if 0 <= p < len(cells) else "" for p in self._spans])

    def _time(self, line: int, day: str, clock: str) -> None:
        if numbers := numbers_of(day):
            possible = [order for order in ORDERS if day_of(day, order) is not None]
            if len(possible) == 1:
                self.only[possible[0]].add(line, day)
            elif possible and numbers[0] != numbers[1]:
                self.either += 1
                self.dotted += "." in day
        if clock and (found := clock_of(clock)):
            self.clocks += 1
            self.halves += found.half
            self.latest = max(self.latest, found.seconds // HOUR)
            self.offsets.add(found.offset)

    def _order_of_days(self, texts: list[str]) -> None:
        first, last = (split(text.strip())[0] for text in texts)
        for order in ORDERS:
            began, ended = day_of(first, order), day_of(last, order)
            if began is not None and ended is not None:
                self.backwards[order] += ended < began


def _offset(seconds: int) -> str:
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"UTC{'-' if seconds < 0 else '+'}{hours:02}:{minutes:02}" if seconds else "UTC"
