"""When a shift is: clock times as minutes since its start."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.world import Moment, Span
from simulator.scenario.spans import After, Between, Minutes
from simulator.scenario.values import DAYS, Clock

DAY = 24 * 60
WEEK = 7 * DAY


@dataclass(frozen=True, slots=True)
class Shift:
    """The clock of a scenario."""

    starts: int
    """Minute of the week, Monday 00:00 being 0."""
    length: int
    """Minutes."""

    def minute(self, clock: Clock) -> int:
        """Return minutes since the start; without a day, of the first such time from then on."""
        if clock.day is None:
            return (clock.minute - self.starts) % DAY
        return (clock.day * DAY + clock.minute - self.starts) % WEEK

    def clock(self, minute: int) -> str:
        """Return a minute as `Fri 08:20`."""
        at = (self.starts + minute) % WEEK
        return f"{DAYS[at // DAY]} {at % DAY // 60:02}:{at % 60:02}"

    def span(self, between: Between) -> Span:
        """Return a span of clock times in minutes."""
        low = self.minute(between.low)
        return Span(low, max(low, self.minute(between.high)))

    def moment(self, when: Between | After) -> Moment:
        """Return a moment as the engine keeps it."""
        if isinstance(when, After):
            kind, _, name = when.anchor.partition(".")
            return Moment(f"{kind}:{name}", span_of(when.by))
        return Moment("", self.span(when))


def span_of(minutes: Minutes) -> Span:
    """Return minutes as the engine's span."""
    return Span(minutes.low, minutes.high)


def shift_of(starts: Clock, ends: Clock) -> Shift:
    """Return the clock; a start without a day is on Monday."""
    begin = (starts.day or 0) * DAY + starts.minute
    if ends.day is None:
        length = (ends.minute - starts.minute) % DAY
    else:
        length = (ends.day * DAY + ends.minute - begin) % WEEK
    return Shift(begin, length)
