"""Which entries of a log show a row of the table, in the notation that `table` describes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.engine.log import LogEntry
    from tests.behaviours.table import Behaviour

PLACES = ("kind", "subject", "at")
"""What is asked of an entry besides its data."""


def _amount(found: Any) -> int:
    """Return a number, or how many things a list holds."""
    return len(found) if isinstance(found, tuple) else int(found)


def _is(found: Any, wanted: Any) -> bool:
    """Return whether a value is the wanted one, or a list holds it."""
    return wanted in found if isinstance(found, tuple) else bool(found == wanted)


COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "at_least": lambda found, least: _amount(found) >= least,
    "at_most": lambda found, most: _amount(found) <= most,
    "all": lambda found, wanted: all(one in found for one in wanted),
    "not": lambda found, other: not _is(found, other),
}


def _holds(found: Any, wanted: Any) -> bool:
    """Return whether a value is as asked; one that is not there is never compared."""
    if not isinstance(wanted, dict):
        return _is(found, wanted)
    return found is not None and all(
        COMPARISONS[name](found, value) for name, value in wanted.items()
    )


def fits(entry: LogEntry, wanted: dict[str, Any]) -> bool:
    """Return whether an entry is of the kind and has the values that are asked for."""
    places = {"kind": entry.kind, "subject": entry.subject, "at": entry.at}
    return all(
        _holds(places[name] if name in PLACES else entry.data.get(name), value)
        for name, value in wanted.items()
    )


def _near(one: LogEntry, others: Iterator[LogEntry], within: int | None) -> bool:
    """Return whether any of the others is near enough in time."""
    return any(within is None or abs(one.at - other.at) <= within for other in others)


def showing(log: Sequence[LogEntry], row: Behaviour) -> list[LogEntry]:
    """Return the entries that show a row; none if there are fewer than it asks for."""
    found = [
        entry
        for number, entry in enumerate(log)
        if fits(entry, row.entry)
        and (row.after is None or _near(
            entry, (e for e in log[:number] if fits(e, row.after)), row.within))
        and (row.before is None or _near(
            entry, (e for e in log[number + 1:] if fits(e, row.before)), row.within))
    ]  # fmt: skip
    return found if len(found) >= row.times else []
