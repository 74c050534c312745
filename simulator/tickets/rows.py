"""From a row of an export to what the ledger keeps of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from simulator.tickets.fields import MISSING, TEXTS
from simulator.tickets.times import MINUTE
from simulator.tickets.vendors.vendor import NO, YES

if TYPE_CHECKING:
    from simulator.tickets.doubts import Doubts
    from simulator.tickets.layout import Layout
    from simulator.tickets.times import Stamp, TimeReader

MOST_TEXT = 120
"""Characters of a group, a category or a name that are kept to tell them apart."""
_COUNT = re.compile(r"\d{1,6}(?:\.0+)?\Z")
_DONE = {"resolved_at": "resolved", "updated_at": "written", "responded_at": "answered"}
RESOLVED_NOT_CLOSED = frozenset(("resolved", "solved", "6"))
"""States whose row tells when a ticket was resolved."""


class Entry(NamedTuple):
    """One row of an export, as it is counted; times in seconds, None where nothing is known."""

    number: str
    line: int
    opened: int
    """On the desk's clock."""
    resolved: int | None
    """On the desk's clock."""
    took: int | None
    """From opening to resolution; None also where that is less than nothing."""
    event: int | None
    """From opening to this row, where the row says that the ticket was resolved."""
    written: int | None
    """When the row was written."""
    response: int | None
    """From opening to the first answer."""
    level: int | None
    """Priority, 1 to 4."""
    priority: str | None
    """Priority as the export writes it; so are the following."""
    impact: str | None
    urgency: str | None
    state: str | None
    channel: str | None
    category: str | None
    group_: str | None
    assignee: str | None
    resolver: str | None
    caller: str | None
    is_open: bool
    reassigned: int | None
    reopened: int | None
    made_sla: bool | None
    print: int
    """A checksum of the row."""


class RowReader:
    """Reads the rows of one export."""

    def __init__(self, layout: Layout, times: TimeReader, doubts: Doubts) -> None:
        """Take where the fields are, how times are read, and where doubts go."""
        self._width = len(layout.heading)
        self._columns = layout.columns
        self._times = times
        self._doubts = doubts
        self._level_of = lru_cache(maxsize=1000)(layout.vendor.level)
        self._is_done = lru_cache(maxsize=1000)(layout.vendor.is_done)
        self._knows = lru_cache(maxsize=1000)(layout.vendor.knows_state)
        self._texts = [layout.columns.get(name, -1) for name in TEXTS]
        self._borrowed = "resolver" not in layout.columns
        """Whether the person who has a resolved ticket stands for who resolved it."""

    def read(self, line: int, cells: list[str]) -> Entry | None:
        """Return what is kept of a row, None for one that cannot be a ticket."""
        if len(cells) != self._width:
            self._doubts.add("more cells" if len(cells) > self._width else "fewer cells", line)
            cells += [""] * (self._width - len(cells))
        number = self._cell(cells, "number") if "number" in self._columns else f"line {line}"
        if not number:
            self._doubts.add("no number", line)
            return None
        opened = self._opened(line, cells)
        return None if opened is None else self._entry(number, opened, line, cells)

    def _opened(self, line: int, cells: list[str]) -> Stamp | None:
        """Return when a ticket was opened, without which it is none."""
        text = self._cell(cells, "opened_at")
        opened = self._times.read(text) if text else None
        if opened is None:
            self._doubts.add("opening time" if text else "no opening time", line)
        return opened

    def _entry(self, number: str, opened: Stamp, line: int, cells: list[str]) -> Entry:
        resolved, took = self._after(cells, "resolved_at", opened, line)
        written, since = self._after(cells, "updated_at", opened, line)
        priority, impact, urgency, state, *others = map(self._text, self._texts_of(cells))
        channel, category, group, assignee, resolver, caller = others
        if state and not self._knows(state):
            self._doubts.add("state", line)
        return Entry(
            number=number[:MOST_TEXT], line=line,
            opened=opened.local,
            resolved=resolved.local if resolved else None,
            took=took,
            event=since if state and state.casefold() in RESOLVED_NOT_CLOSED else None,
            written=written.absolute if written else None,
            response=self._response(cells, opened, line),
            level=self._level(priority, line),
            priority=priority, impact=impact, urgency=urgency, state=state, channel=channel,
            category=category, group_=group, assignee=assignee,
            resolver=assignee if self._borrowed and resolved else resolver,
            caller=caller,
            is_open=resolved is None and not (state and self._is_done(state)),
            reassigned=self._reassigned(cells, line),
            reopened=self._count(cells, "reopens", line),
            made_sla=self._flag(cells),
            print=crc32("\x1f".join(cells).encode("utf-8", "replace")),
        )  # fmt: skip

    def _cell(self, cells: list[str], field: str) -> str:
        """Return the text of a field, "" where there is none."""
        place = self._columns.get(field)
        text = cells[place].strip() if place is not None else ""
        return "" if text.casefold() in MISSING else text

    def _texts_of(self, cells: list[str]) -> list[str]:
        return [cells[place] if place >= 0 else "" for place in self._texts]

    @staticmethod
    def _text(cell: str) -> str | None:
        text = cell.strip()
        return None if text.casefold() in MISSING else text[:MOST_TEXT]

    def _after(
        self, cells: list[str], field: str, opened: Stamp, line: int
    ) -> tuple[Stamp | None, int | None]:
        """Return a moment and the seconds from the opening until it, None for less than none."""
        text = self._cell(cells, field)
        if not text:
            return None, None
        stamp = self._times.read(text)
        if stamp is None:
            self._doubts.add("resolution time" if field == "resolved_at" else "other time", line)
            return None, None
        if stamp.zoned is not opened.zoned:
            self._doubts.add("time zone", line)
            return None, None
        passed = stamp.absolute - opened.absolute
        if passed < 0:
            self._doubts.add(f"{_DONE[field]} before opened", line)
        return stamp, passed if passed >= 0 else None

    def _response(self, cells: list[str], opened: Stamp, line: int) -> int | None:
        """Return the seconds until the first answer."""
        minutes = self._count(cells, "response_minutes", line)
        if minutes is not None:
            return minutes * MINUTE
        return self._after(cells, "responded_at", opened, line)[1]

    def _level(self, priority: str | None, line: int) -> int | None:
        if priority is None:
            return None
        level = self._level_of(priority)
        if level is None:
            self._doubts.add("priority", line)
        return level

    def _reassigned(self, cells: list[str], line: int) -> int | None:
        stations = self._count(cells, "group_stations", line)
        if stations is not None:
            return max(0, stations - 1)
        return self._count(cells, "reassignments", line)

    def _count(self, cells: list[str], field: str, line: int) -> int | None:
        text = self._cell(cells, field)
        if not text:
            return None
        if not _COUNT.match(text):
            self._doubts.add("count", line)
            return None
        return int(text.partition(".")[0])

    def _flag(self, cells: list[str]) -> bool | None:
        word = self._cell(cells, "sla_flag").casefold()
        return True if word in YES else False if word in NO else None
