"""The log: what happened in a shift, one entry after the other.

The log is the only thing that scoring, debrief and histories read. Its shape is final: a kind of
entry is never given a new meaning, only new kinds are added.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal, NamedTuple, overload

Cause = Literal["script", "world", "lead", "default"]
"""script: stands in every run of this scenario and seed · world: follows from the state ·
lead: an act of the lead's took this effect · default: a limit passed unanswered."""

Ref = str
"""`ticket:desk.17`, `analyst:priya`, `stakeholder:cfo`, `incident:portal`, `lead`, `desk`."""

Value = int | str | bool | tuple[int | str, ...]
"""What a field of an entry may hold: no float, no nesting."""


class LogEntry(NamedTuple):
    """One thing that happened."""

    number: int
    """Place in the log, from 0: the id that evidence cites."""
    at: int
    """Minutes since the shift began."""
    kind: str
    """What happened: the subject, then the past tense (`ticket.assigned`)."""
    cause: Cause
    subject: Ref
    actor: Ref
    because: int
    """Number of the entry that led here, -1 for none."""
    seen: bool
    """Whether the lead could know it at `at`; later knowledge is an entry of its own."""
    data: Mapping[str, Value]
    """Exactly the fields that the catalogue declares for the kind."""


Row = tuple[int, int, str, Cause, Ref, Ref, int, bool, Mapping[str, Value]]
"""An entry without the names of its fields."""

_SEEN = LogEntry._fields.index("seen")

_entry: Callable[[Row], LogEntry] = partial(tuple.__new__, LogEntry)
"""Names a row, without the counting of its fields that comes first in `LogEntry._make`."""


class Entries(Sequence[LogEntry]):
    """Entries in order, kept as plain rows and named when somebody reads them.

    Most entries of a branch are never read, and a plain row takes half the time to make and
    nothing of the garbage collector's.
    """

    __slots__ = ("rows",)

    def __init__(self, rows: list[Row] | None = None) -> None:
        self.rows: list[Row] = [] if rows is None else rows

    def copy(self) -> Entries:
        """Return a twin that goes its own way from here."""
        return Entries(self.rows.copy())

    def seen_since(self, number: int) -> Entries:
        """Return the entries from a number on that the lead could see."""
        return Entries([row for row in self.rows[number:] if row[_SEEN]])

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> LogEntry: ...
    @overload
    def __getitem__(self, index: slice) -> Entries: ...
    def __getitem__(self, index: int | slice) -> LogEntry | Entries:
        if isinstance(index, slice):
            return Entries(self.rows[index])
        return _entry(self.rows[index])

    def __iter__(self) -> Iterator[LogEntry]:
        return map(_entry, self.rows)

    def __reversed__(self) -> Iterator[LogEntry]:
        return map(_entry, reversed(self.rows))

    def __eq__(self, other: object) -> bool:
        """Return whether the other is a sequence of the same entries."""
        if isinstance(other, Entries):
            return self.rows == other.rows
        return self.rows == list(other) if isinstance(other, (list, tuple)) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # a log grows

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"


def canonical(entry: LogEntry) -> str:
    """Return the entry as its one canonical line, without the line end.

    JSON with sorted keys and no spaces; a `because` of -1 and a `seen` of true are left out.
    """
    record: dict[str, object] = {
        "number": entry.number,
        "at": entry.at,
        "kind": entry.kind,
        "cause": entry.cause,
        "subject": entry.subject,
        "actor": entry.actor,
        "data": entry.data,
    }
    if entry.because >= 0:
        record["because"] = entry.because
    if not entry.seen:
        record["seen"] = False
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def from_record(record: Mapping[str, object]) -> LogEntry:
    """Return the entry that a canonical line's JSON object describes.

    Raises `KeyError` for a missing field and `TypeError` for one of the wrong type.
    """
    data = record["data"]
    if not isinstance(data, Mapping):
        raise TypeError("data is not an object")
    number, at, because = record["number"], record["at"], record.get("because", -1)
    if type(number) is not int or type(at) is not int or type(because) is not int:
        raise TypeError("number, at and because are whole numbers")
    return LogEntry(
        number=number,
        at=at,
        kind=str(record["kind"]),
        cause=record["cause"],  # type: ignore[arg-type]
        subject=str(record["subject"]),
        actor=str(record["actor"]),
        because=because,
        seen=bool(record.get("seen", True)),
        data={key: tuple(v) if isinstance(v, list) else v for key, v in data.items()},
    )


class Digest:
    """A running BLAKE2b-128 over canonical lines, each with its line end."""

    __slots__ = ("_hash", "entries")

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=16)
        self.entries = 0

    def update(self, entries: Iterable[LogEntry]) -> None:
        """Take up further entries, in order."""
        for entry in entries:
            self._hash.update(canonical(entry).encode())
            self._hash.update(b"\n")
            self.entries += 1

    def copy(self) -> Digest:
        """Return a digest that goes its own way from here."""
        twin = Digest.__new__(Digest)
        twin._hash = self._hash.copy()
        twin.entries = self.entries
        return twin

    def hexdigest(self) -> str:
        """Return the 32 hexadecimal figures of what was taken up so far."""
        return self._hash.hexdigest()


def digest_of(entries: Iterable[LogEntry]) -> str:
    """Return the digest of a whole log."""
    running = Digest()
    running.update(entries)
    return running.hexdigest()
