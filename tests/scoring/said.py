"""One sentence about what was not done, and how to find what would make it false."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.log import bare

if TYPE_CHECKING:
    from scoring.debrief.missed import Missed
    from scoring.log import Log
    from simulator.engine.log import LogEntry


@dataclass(frozen=True)
class Said:
    """One sentence about what was not done, and the stretch of minutes that it names."""

    miss: Missed
    text: str

    @property
    def log(self) -> Log:
        return self.miss.log

    @property
    def matter(self) -> str:
        return self.miss.window.subject

    @property
    def person(self) -> str:
        return self.miss.person

    @property
    def hearers(self) -> tuple[str, ...]:
        return tuple(ref for ref in self.miss.refs if ref.startswith("stakeholder:"))

    def times(self) -> list[int]:
        """Return the minutes that the sentence names, in order."""
        clock = self.miss.telling.clock
        minutes = {clock(minute): minute for minute in range(self.log.end + 1)}
        return [minutes[one] for one in re.findall(r"\d\d:\d\d", self.text) if one in minutes]

    def done(self, *kinds: str, low: int = 0, high: int | None = None) -> list[LogEntry]:
        """Return the lead's entries of these kinds, all of them for none, up to the last time."""
        until = (self.times() or [self.log.end])[-1] if high is None else high
        return [
            entry for entry in self.log.entries
            if entry.cause == "lead" and (not kinds or entry.kind in kinds)
            and low <= entry.at <= until
        ]  # fmt: skip

    def about(self, entry: LogEntry) -> bool:
        """Return whether an act is about the matter, or about one of its tickets."""
        named = (bare(self.matter), self.matter)
        fields = [entry.data.get("about"), entry.data.get("task")]
        return entry.subject == self.matter or any(one in named for one in fields)
