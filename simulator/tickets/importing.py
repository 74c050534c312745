"""The whole way of an export: from a file to its figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors import TicketFileError
from simulator.tickets.doubts import Doubt, Doubts
from simulator.tickets.layout import Layout, known_anywhere, layout_of
from simulator.tickets.rows import RowReader
from simulator.tickets.survey import Survey
from simulator.tickets.table import Table
from simulator.tickets.text_file import Lines, opened
from simulator.tickets.times import Order, TimeReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from simulator.tickets.ledger import Ledger

GIVE_UP = 10_000
"""Rows after which a file without a single ticket is no export."""
STEP = 1024 * 1024
"""Bytes between two signs of progress."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How an export is to be read."""

    vendor: str = "auto"
    mapping: Sequence[str] = ()
    order: Order | None = None
    """The order of day and month where the user says it."""
    zone: ZoneInfo | None = None
    """The desk's time zone where the user says it."""


class Export:
    """A ticket export that is being read."""

    def __init__(self, path: Path, asked: Asked, ledger: Ledger) -> None:
        """Look at the heading and at the times of the first rows.

        Raises `NotFound`, `WrongUse`, or `TicketFileError` for what is no export.
        """
        self.path = path
        self.asked = asked
        self.ledger = ledger
        self.doubts = Doubts()
        self.rows = 0
        """Rows below the heading."""
        self.odd_lines = 0
        """Lines that were not in the encoding of the others."""
        with opened(path) as lines:
            self.size = lines.size
            self.encoding = lines.encoding
            table = self._table(lines)
            self.delimiter = table.delimiter
            self.layout: Layout = layout_of(table.heading, asked.vendor, asked.mapping, path.name)
            self.survey = Survey(self.layout.columns)
            self.survey.look(table.rows())
        self.times = TimeReader(asked.order or self.survey.order(), asked.zone)

    def steps(self) -> int:
        """Return how many signs of progress there will be."""
        return 1 + self.size // STEP

    def read(self) -> Iterator[int]:
        """Read all rows into the ledger, with the bytes so far as a sign of progress.

        Raises `TicketFileError` where the file turns out to be none, or holds no ticket.
        """
        reader = RowReader(self.layout, self.times, self.doubts)
        due = STEP
        with opened(self.path) as lines:
            for line, cells in self._table(lines).rows():
                self.rows += 1
                entry = reader.read(line, cells)
                if entry is not None:
                    self.ledger.add(entry)
                elif self.rows >= GIVE_UP and self.doubts.left_out() == self.rows:
                    break
                if lines.read >= due:
                    due += STEP
                    yield lines.read
            self.odd_lines = lines.odd
        self.ledger.flush()
        if self.doubts.left_out() == self.rows:
            raise self._nothing()
        self._rows_of_one_ticket()

    def _table(self, lines: Lines) -> Table:
        return Table(lines, self.path.name, known_anywhere)

    def _nothing(self) -> TicketFileError:
        name = self.path.name
        if not self.rows:
            return TicketFileError(
                f"{name} has a heading and no rows.", "Export the tickets again."
            )
        told = "; ".join(self.doubts.sentences())
        return TicketFileError(
            f"No row of {name} can be read as a ticket: {told}.", "Is --map or --dates needed?"
        )

    def _rows_of_one_ticket(self) -> None:
        """Tell of rows that repeat the one before, or are older than it."""
        for what, column in (("a second time", "copies"), ("newest first", "backwards")):
            count = self.ledger.one(f"SELECT sum({column}) FROM tickets")
            if count:
                first = self.ledger.query(
                    f"SELECT {column}_line FROM tickets WHERE {column} ORDER BY 1 LIMIT 3"
                )
                self.doubts.found[what] = Doubt(count, [row[0] for row in first])
