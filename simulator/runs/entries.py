"""Lines of the log, read back and checked against the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from simulator.engine.catalogue import CATALOGUE, Kind
from simulator.engine.log import Cause, Digest, LogEntry, from_record
from simulator.runs.lines import log_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.runs.chain import Raw

_CAUSES = frozenset(get_args(Cause))
_TYPES: Mapping[str, type] = {"int": int, "str": str, "bool": bool, "list": tuple}


def entry_of(raw: Raw) -> LogEntry | None:
    """Return the entry that a line holds, None where the line is not exactly one entry's."""
    try:
        entry = from_record(raw.record)
    except (KeyError, TypeError, ValueError):
        return None
    if not all(_allowed(value) for value in entry.data.values()):
        return None
    return entry if log_text(entry).encode() == raw.text else None


def _allowed(value: object) -> bool:
    if isinstance(value, tuple):
        return all(type(part) in (int, str) for part in value)
    return type(value) in (int, str, bool)


def misfit(entry: LogEntry, before: LogEntry | None, ours: bool) -> str:
    """Return what does not fit about an entry, "" where all is well.

    `ours` says whether the log is of this version's epoch; the catalogue of another one is not
    known, so only the laws that hold in every epoch are checked there.
    """
    if entry.number != (before.number + 1 if before else 0):
        return "its number does not follow"
    if entry.at < (before.at if before else 0):
        return "its minute is before the one above it"
    if not -1 <= entry.because < entry.number:
        return "it names a later entry as its reason"
    if entry.cause not in _CAUSES:
        return "its cause is not known"
    if not ours:
        return ""
    kind = CATALOGUE.get(entry.kind)
    return _unlike(entry, kind) if kind else f'there is no kind "{entry.kind}"'


def _unlike(entry: LogEntry, kind: Kind) -> str:
    for name, field in kind.fields.items():
        if name not in entry.data:
            if not field.optional:
                return f'"{name}" is missing'
        elif type(entry.data[name]) is not _TYPES[field.type]:
            return f'"{name}" has another type'
    return ""


def prefix_digests(log: Sequence[LogEntry], counts: Sequence[int]) -> list[str]:
    """Return the digests of the log's first so many entries, for each count in rising order.

    A count beyond the log gives "".
    """
    running, found, at = Digest(), [], 0
    for count in counts:
        running.update(log[at:count])
        at = max(at, count)
        found.append(running.hexdigest() if running.entries == count else "")
    return found
