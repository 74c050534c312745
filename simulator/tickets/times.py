"""Times as exports write them, read as seconds on the desk's clock and on everybody's.

Understood are ISO 8601; three numbers with `/`, `.` or `-` between them, the year first or last;
a day, a month's name and a year in either order; clocks of 12 and of 24 hours; UTC, offsets such as
+02:00, and the abbreviations of one meaning. A spreadsheet's day number is refused: nobody can tell
it from a count.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from simulator.tickets.months import MONTHS
from simulator.tickets.vendors.vendor import plain

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Order = Literal["day-first", "month-first"]
MINUTE = 60
HOUR = 3600
DAY = 86400
MOST_TEXT = 48
"""Characters of the longest time that is tried."""
YEARS = range(1980, 2101)
"""Years in which a desk's tickets can lie; anything else is a mistake in the file."""
PIVOT = 70
"""Two-digit years below it are of this century, as POSIX has it."""
OFFSETS = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
}  # fmt: skip
"""Hours before UTC: the zones of RFC 5322 4.3, and those of Europe."""

_SPLIT = re.compile(r"(\S.*?)(?:T|,?\s(?:at |um |[aà] |- )?)(\d{1,2}[:h.]\d\d(?!\d|\.\d{3}).*)\Z")
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{4}|\d{2})\Z")
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,? )?"
_DAY_NAME = re.compile(
    _WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th|er|\.)?(?:[-/]| (?:de )?|(?<=\.))"
    r"([^\W\d_]{3,12})\.?,?(?:[-/]| (?:de )?)(\d{4}|\d{2})\Z"
)
_NAME_DAY = re.compile(_WEEKDAY + r"([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\Z")
_CLOCK = re.compile(
    r"(\d{1,2})[:h.](\d\d)(?:[:.](\d\d)(?:[.,]\d{1,9})?)?\s?([ap]\.? ?m\.?)?"
    r"\s?\(?(?:(utc|gmt)?([+-]\d{1,2}):?(\d\d)?|([a-z]{1,4}))?\)?\Z"
)


class Clock(NamedTuple):
    """A time of day."""

    seconds: int
    offset: int | None
    """Seconds before UTC, None where nothing is said."""
    half: bool
    """Whether it says AM or PM."""


class Stamp(NamedTuple):
    """A moment."""

    local: int
    """Seconds on the desk's own clock, from the day before 1 January of year 1."""
    absolute: int
    """Seconds on a clock that never jumps; to be compared among moments with a zone, or without."""
    zoned: bool
    """Whether the zone is known."""


def split(text: str) -> tuple[str, str]:
    """Return the text of the day and that of the clock, "" where there is none."""
    if len(text) > MOST_TEXT:
        return "", ""
    found = _SPLIT.match(text)
    return (found[1], found[2]) if found else (text, "")


def numbers_of(day: str) -> tuple[int, int] | None:
    """Return the first two of three numbers whose order is open, None for every other day."""
    found = _NUMERIC.match(day)
    return (int(found[1]), int(found[3])) if found and len(found[1]) < 3 else None


@lru_cache(maxsize=50_000)
def clock_of(text: str) -> Clock | None:
    """Return a time of day, None for one that is not understood."""
    found = _CLOCK.match(plain(text))
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    half = found[4]
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half[0] == "p")
    offset: int | None = None
    if found[6]:
        hours = int(found[6])
        offset = hours * HOUR + (-1 if found[6][0] == "-" else 1) * int(found[7] or 0) * MINUTE
        if abs(offset) > 14 * HOUR:
            return None
    elif found[8]:
        if found[8] not in OFFSETS:
            return None
        offset = OFFSETS[found[8]] * HOUR
    return Clock(hour * HOUR + minute * MINUTE + second, offset, bool(half))


@lru_cache(maxsize=50_000)
def day_of(text: str, order: Order) -> int | None:
    """Return the number of a day, 1 January of year 1 being 1, None for none."""
    if numeric := _NUMERIC.match(text):
        first, second, third = int(numeric[1]), int(numeric[3]), int(numeric[4])
        if len(numeric[1]) == 4:
            return _ordinal(first, second, third)
        if len(numeric[1]) == 3:
            return None
        day, month = (first, second) if order == "day-first" else (second, first)
        return _ordinal(_year(numeric[4]), month, day)
    word = plain(text)
    if named := _DAY_NAME.match(word):
        return _ordinal(_year(named[3]), MONTHS.get(named[2], 0), int(named[1]))
    if named := _NAME_DAY.match(word):
        return _ordinal(_year(named[3]), MONTHS.get(named[1], 0), int(named[2]))
    return None


def _year(digits: str) -> int:
    year = int(digits)
    return year + (2000 if year < PIVOT else 1900) if len(digits) == 2 else year


def _ordinal(year: int, month: int, day: int) -> int | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


class TimeReader:
    """Reads times in one order of day and month, on one desk's clock."""

    def __init__(self, order: Order, zone: ZoneInfo | None = None) -> None:
        """Take the order, and the zone of the desk where it was told."""
        self.order: Order = order
        self.zone = zone
        self.dayless_clock = 0
        """Times without a time of day, taken for midnight."""

    def read(self, text: str) -> Stamp | None:
        """Return the moment, None for a text that is not understood."""
        day_text, clock_text = split(text)
        day = day_of(day_text, self.order)
        if day is None:
            return None
        if not clock_text:
            self.dayless_clock += 1
            clock: Clock | None = Clock(0, None, False)
        else:
            clock = clock_of(clock_text)
        if clock is None:
            return None
        local = day * DAY + clock.seconds
        if self.zone is not None:
            return self._in_zone(local, clock.offset, self.zone)
        if clock.offset is None:
            return Stamp(local, local, False)
        return Stamp(local, local - clock.offset, True)

    @staticmethod
    def _in_zone(local: int, offset: int | None, zone: ZoneInfo) -> Stamp:
        """Return a moment on the clock of a zone; one without an offset is that clock's already."""
        day, seconds = divmod(local, DAY)
        moment = datetime.fromordinal(day) + timedelta(seconds=seconds)
        if offset is None:
            there = moment.replace(tzinfo=zone)
        else:
            there = moment.replace(tzinfo=timezone(timedelta(seconds=offset))).astimezone(zone)
        ahead = there.utcoffset() or timedelta()
        clock = there.hour * HOUR + there.minute * MINUTE + there.second
        own = there.toordinal() * DAY + clock
        return Stamp(own, own - int(ahead.total_seconds()), True)
