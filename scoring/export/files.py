"""Rows into a file, one at a time: memory does not grow with their number."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from scoring.export.cells import plain, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from scoring.export.rows import Row


def write_csv(
    file: TextIO, columns: Sequence[str], rows: Iterable[Row], separator: str = ","
) -> int:
    """Write a head and the rows, every field quoted, lines ended by CR LF; return how many rows.

    The file has to be open with `newline=""`.
    """
    writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 (returned)
        writer.writerow([written(row[name]) for name in columns])
    return count


def write_jsonl(file: TextIO, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Write one JSON object a line, in plain ASCII; return how many."""
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 (returned)
        record = {name: plain(row[name]) for name in columns}
        file.write(json.dumps(record, ensure_ascii=True, allow_nan=False) + "\n")
    return count
