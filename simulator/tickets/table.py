"""The rows of a delimited text, each with the line it begins on; within limits."""

from __future__ import annotations

import csv
from itertools import chain
from typing import TYPE_CHECKING

from simulator.errors import TicketFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MOST_RECORD = 4 * 1024 * 1024
"""Characters of one row over all its lines."""
MOST_COLUMNS = 10_000
"""A Jira export repeats a column for every comment and so can have thousands."""
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
"""What can stand between cells, and what to call it."""
UNCLOSED = "A quotation mark that nothing closes, perhaps?"
Row = tuple[int, list[str]]
"""The line a row begins on, from 1, and its cells."""


class Table:
    """The heading and the rows of a text."""

    def __init__(self, lines: Iterable[str], name: str, known: Callable[[str], bool]) -> None:
        """Take the lines; `known` says whether a heading is one that means something."""
        self._name = name
        self._size = 0
        source = iter(lines)
        first, self._before, self.delimiter = _heading_line(source, known)
        self._reader = csv.reader(self._fed(chain([first], source)), delimiter=self.delimiter)
        _, self.heading = next(self._records(), (0, []))
        if len(self.heading) > MOST_COLUMNS:
            raise TicketFileError(
                f"{name} has {len(self.heading):,} columns; at most {MOST_COLUMNS:,} are read.",
                "Export fewer columns.",
            )
        if not any(cell.strip() for cell in self.heading):
            raise TicketFileError(f"{name} has no heading.", "The first row names the columns.")

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the heading; empty ones are passed over."""
        for line, cells in self._records():
            if any(cells):
                yield line, cells

    def _records(self) -> Iterator[Row]:
        while True:
            self._size = 0
            line = self._before + self._reader.line_num + 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                what = f"a cell is longer than {csv.field_size_limit():,} characters"
                raise TicketFileError(
                    f"The row that begins on line {line} of {self._name} cannot be read:"
                    f" {what if 'limit' in str(error) else error}.",
                    UNCLOSED,
                ) from None
            yield line, cells

    def _fed(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            self._size += len(line)
            if self._size > MOST_RECORD:
                raise TicketFileError(
                    f"A row of {self._name} is longer than {MOST_RECORD:,} characters.", UNCLOSED
                )
            yield line


def _heading_line(lines: Iterator[str], known: Callable[[str], bool]) -> tuple[str, int, str]:
    """Return the first line of the heading, the lines before it, and what stands between cells."""
    before = 0
    for line in lines:
        told = line.strip().casefold()
        # Excel writes and reads a first line that names the delimiter.
        if told.startswith("sep=") and len(told) == len("sep=;"):
            if told[-1] in DELIMITERS:
                return next(lines, ""), before + 1, told[-1]
        elif told:
            return line, before, max(DELIMITERS, key=lambda one: _fit(line, one, known))
        before += 1
    return "", before, ","


def _fit(line: str, delimiter: str, known: Callable[[str], bool]) -> tuple[int, int]:
    """Return how many headings are known, and how many there are, with this between cells."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return 0, 0
    return sum(map(known, cells[:MOST_COLUMNS])), len(cells)
