"""Every ticket of an export, on disk: the last row of each counts, whatever their number.

A private temporary database that the system deletes with the program. What does not fit into its
cache is written out, so memory does not grow with the export.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from simulator.errors import TicketFileError
from simulator.tickets.rows import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

CACHE = 4 * 1024
"""KiB of the database that stay in memory."""
BATCH = 2000
"""Rows that are written in one go."""
MOST_VALUES = 500
"""Different values of one column that are told; beyond it is no longer a list of states."""
_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)

_FIELDS = Entry._fields
_FIRST = ("first_level", "first_priority", "rows", "copies", "backwards", "backwards_line",
          "copies_line")  # fmt: skip
_CREATE = f"CREATE TABLE tickets (number TEXT PRIMARY KEY, {', '.join(_FIELDS[1:] + _FIRST)})"
_UPDATES = {
    **{name: f"excluded.{name}" for name in _FIELDS[1:] if name != "event"},
    # A ticket that was closed without a time of resolution has that of its last such row.
    "event": "coalesce(excluded.event, event)",
    "rows": "rows + 1",
    "copies": "copies + (excluded.print = print)",
    "copies_line": "CASE WHEN excluded.print = print AND NOT copies THEN excluded.line"
    " ELSE copies_line END",
    "backwards": "backwards + coalesce(excluded.written < written, 0)",
    "backwards_line": "CASE WHEN excluded.written < written AND NOT backwards THEN excluded.line"
    " ELSE backwards_line END",
}
_INSERT = (
    f"INSERT INTO tickets VALUES ({', '.join('?' * len(_FIELDS))}, ?, ?, 1, 0, 0, 0, 0)"
    " ON CONFLICT (number) DO UPDATE SET "
    + ", ".join(f"{name} = {value}" for name, value in _UPDATES.items())
)
_LEVEL, _PRIORITY = _FIELDS.index("level"), _FIELDS.index("priority")


@contextmanager
def _room() -> Iterator[None]:
    """Say that the disk is full, or that there is no place for temporary files."""
    try:
        yield
    except sqlite3.OperationalError as error:
        # What is more in a code than its lowest byte says where it happened.
        if error.sqlite_errorcode & 0xFF not in _NO_ROOM:
            raise
        raise TicketFileError(
            f"The tickets cannot be counted: {error}.",
            "The system's folder for temporary files needs room for the export.",
        ) from None


class Ledger:
    """The tickets of one export; columns are those of `Entry`, and what the first row said."""

    def __init__(self) -> None:
        """Begin with none."""
        self._database = sqlite3.connect("", isolation_level=None)
        self._waiting: list[tuple[Any, ...]] = []
        for line in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE",
                     f"cache_size = -{CACHE}"):  # fmt: skip
            self._database.execute(f"PRAGMA {line}")
        self._database.execute(_CREATE)

    def __enter__(self) -> Ledger:
        """Return the ledger; it is gone after the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """Delete it."""
        self._database.close()

    def add(self, entry: Entry) -> None:
        """Take a row; the last of a ticket counts, in the order of the file."""
        self._waiting.append((*entry, entry[_LEVEL], entry[_PRIORITY]))
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting. Raises `TicketFileError` where the disk is full."""
        with _room():
            self._database.execute("BEGIN")
            self._database.executemany(_INSERT, self._waiting)
            self._database.execute("COMMIT")
        self._waiting.clear()

    def working(self, function: Any) -> None:
        """Let queries call `working(opened, resolved)`."""
        self._database.create_function("working", 2, function, deterministic=True)

    def query(self, sql: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query over `tickets`. Raises `TicketFileError` as `flush` does."""
        with _room():
            yield from self._database.execute(sql, values)

    def one(self, sql: str, *values: Any) -> Any:
        """Return the first value of a query's first row."""
        return next(self.query(sql, *values))[0]

    def counts(self, column: str, most: int = MOST_VALUES) -> dict[Any, int]:
        """Return how many tickets have each value of a column, by value; None is left out."""
        found: Iterable[tuple[Any, ...]] = self.query(
            f"SELECT {column}, count(*) FROM tickets WHERE {column} IS NOT NULL GROUP BY 1"
            " ORDER BY 1 LIMIT ?", most,
        )  # fmt: skip
        return dict(found)

    def most(self, column: str, most: int) -> dict[Any, int]:
        """Return the most frequent values of a column with their tickets, the first first."""
        return dict(self.query(
            f"SELECT {column}, count(*) AS n FROM tickets WHERE {column} IS NOT NULL"
            " GROUP BY 1 ORDER BY n DESC, min(rowid) LIMIT ?", most,
        ))  # fmt: skip
