"""The log as measures read it: the entries, indexes over them, and the windows, built once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.engine.log import LogEntry

NOTHING: tuple[LogEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """An opportunity that the world opened and closed, whatever the lead did."""

    id: str
    kind: str
    subject: str
    """What it is about, as a reference: `incident:portal`."""
    opens: int
    """Minute."""
    closes: int
    """Minute; the end of the log where that came first."""
    opened: int
    """Number of the entry that opened it."""
    prevented: int = -1
    """Number of the entry by which there was no opportunity, -1 for none."""
    over: bool = True
    """Whether it had closed, or the shift had ended, when the log ends."""

    def holds(self, minute: int) -> bool:
        """Return whether the minute lies inside, both ends included."""
        return self.opens <= minute <= self.closes


class Log:
    """A whole log with its indexes. Read-only; never raises on entries of the catalogue."""

    __slots__ = (
        "_by_kind", "_by_subject", "_causes", "audiences", "closed", "end", "entries", "expects",
        "length", "remote", "resolve", "respond", "skills", "team", "windows",
    )  # fmt: skip

    def __init__(self, entries: Iterable[LogEntry]) -> None:
        self.entries: tuple[LogEntry, ...] = tuple(entries)
        self._by_kind: defaultdict[str, list[LogEntry]] = defaultdict(list)
        self._by_subject: defaultdict[str, list[LogEntry]] = defaultdict(list)
        for entry in self.entries:
            self._by_kind[entry.kind].append(entry)
            self._by_subject[entry.subject].append(entry)
        self._read_opening()
        closings = self.of("shift.closed")
        self.closed: bool = bool(closings)
        """Whether the shift was played to its end."""
        last = self.entries[-1].at if self.entries else 0
        self.end: int = closings[0].at if closings else last
        """The last minute of the log."""
        self.windows: tuple[Window, ...] = self._read_windows()

    def _read_opening(self) -> None:
        opening = self.of("shift.opened")
        data = opening[0].data if opening else {}

        def parts(field: str, size: int) -> list[list[str]]:
            rows = [str(text).split(":") for text in listed(data.get(field))]
            return [row for row in rows if len(row) == size]

        self.length: int = whole(data.get("minutes"))
        self.team: tuple[str, ...] = tuple(str(name) for name in listed(data.get("team")))
        self.remote: tuple[str, ...] = tuple(str(name) for name in listed(data.get("remote")))
        """Who of the team works from home."""
        self.audiences: dict[str, str] = dict(parts("stakeholders", 2))
        """Audience by stakeholder's id."""
        self.skills: dict[str, dict[str, int]] = {}
        """Skill points as the shift began, by analyst's id."""
        for who, skill, points in parts("skills", 3):
            self.skills.setdefault(who, {})[skill] = figure(points)
        self.expects: dict[str, dict[int, int]] = {}
        """Minutes between updates by stakeholder's id and priority."""
        for who, priority, minutes in parts("expects", 3):
            self.expects.setdefault(who, {})[figure(priority)] = figure(minutes)
        self.respond: tuple[int, ...] = tuple(whole(n) for n in listed(data.get("respond")))
        self.resolve: tuple[int, ...] = tuple(whole(n) for n in listed(data.get("resolve")))

    def _read_windows(self) -> tuple[Window, ...]:
        closed = {str(e.data.get("window", "")): e.at for e in self.of("window.closed")}
        planned: dict[str, int] = {}
        opening = self.of("shift.opened")
        for text in listed(opening[0].data.get("windows")) if opening else ():
            head, _, minute = str(text).rpartition(":")
            planned[head.split(":")[0]] = figure(minute)
        found: list[Window] = []
        for entry in self.of("window.opened", "window.prevented"):
            name = str(entry.data.get("window", ""))
            prevented = entry.number if entry.kind == "window.prevented" else -1
            if prevented >= 0:
                found = [window for window in found if window.id != name]
            closes = closed.get(name, whole(entry.data.get("closes"), planned.get(name, self.end)))
            found.append(
                Window(
                    id=name,
                    kind=str(entry.data.get("kind", "")),
                    subject=entry.subject,
                    opens=entry.at,
                    closes=max(entry.at, min(closes, self.end)),
                    opened=entry.number,
                    prevented=prevented,
                    over=self.closed or name in closed,
                )
            )
        return tuple(found)

    def of(self, *kinds: str) -> Sequence[LogEntry]:
        """Return the entries of these kinds, in order."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], NOTHING)
        found = [entry for kind in kinds for entry in self._by_kind.get(kind, NOTHING)]
        found.sort()
        return found

    def about(self, subject: str) -> Sequence[LogEntry]:
        """Return the entries with this subject, in order."""
        return self._by_subject.get(subject, NOTHING)

    def windows_of(self, kinds: Sequence[str]) -> list[Window]:
        """Return the windows of these kinds, in order of opening."""
        return [window for window in self.windows if window.kind in kinds]

    def whole_shift(self) -> Window:
        """Return the shift itself as a window."""
        return Window("shift", "shift", "desk", 0, self.end, 0, over=self.closed)

    def audience(self, stakeholder: str) -> str:
        """Return the audience of a stakeholder, given by id or reference; "" if unknown."""
        return self.audiences.get(bare(stakeholder), "")

    def kind_counts(self) -> dict[str, int]:
        """Return how many entries there are of each kind."""
        return {kind: len(found) for kind, found in self._by_kind.items()}


def bare(ref: str) -> str:
    """Return the id in a reference: `portal` of `incident:portal`."""
    return ref.partition(":")[2] or ref


def listed(value: object) -> tuple[int | str, ...]:
    """Return a list field's values; () for anything else."""
    return value if isinstance(value, tuple) else ()


def whole(value: object, otherwise: int = 0) -> int:
    """Return a whole-number field's value, or the other where it is missing."""
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def figure(text: str) -> int:
    """Return the number that a text holds, 0 where it holds none."""
    return int(text) if text.removeprefix("-").isdecimal() and text.isascii() else 0
