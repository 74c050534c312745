"""From bytes to records: lines, their canonical text, and the chain that ties them together.

Nothing here knows what a line means. A line that is not its own canonical text is refused, so two
files that say the same are the same bytes; a chained line that does not follow from the one before
it tells which line was changed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors import RunAltered, RunFileError
from simulator.runs.lines import FIRST, Record, link, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes."""
LONGEST_LINE = 2 * 1024 * 1024
"""Bytes."""
COPY_AGAIN = "Copy the file again from where it was made, as it is."


@dataclass(frozen=True, slots=True)
class Raw:
    """One line as it stands in the file."""

    place: int
    """Its line number, from 1."""
    text: bytes
    """Without the line end."""
    record: Record
    ends: int
    """Bytes of the file up to here, the line end included."""

    @property
    def chained(self) -> bool:
        """Whether it is part of the chain."""
        return self.record.get("line") != "log"


def raw_lines(data: bytes) -> list[Raw]:
    """Return the lines of a file; a last one without its line end is dropped.

    Raises `RunFileError` for what is not a run file at all or is beyond the limits, `RunAltered`
    for a line that is not its own canonical text.
    """
    if len(data) > LARGEST_FILE:
        raise RunFileError(f"The file is larger than {LARGEST_FILE // 2**20} MiB.", _NOT_OURS)
    pieces = data.split(b"\n")[:-1]
    if not pieces:
        raise RunFileError("The file holds no whole line.", _NOT_OURS)
    lines: list[Raw] = []
    ends = 0
    for place, text in enumerate(pieces, 1):
        ends += len(text) + 1
        if len(text) > LONGEST_LINE:
            raise RunFileError(
                f"Line {place} is longer than {LONGEST_LINE // 2**20} MiB.", _NOT_OURS, place
            )
        record = _record(text)
        if record is None:
            if place == 1 and not _looks_like_one(pieces):
                raise RunFileError("This is not a run file.", _NOT_OURS, 1)
            what = f"Line {place} is not as it was written{_why(text)}"
            raise RunAltered(what, COPY_AGAIN, place)
        lines.append(Raw(place, text, record, ends))
    return lines


_NOT_OURS = "Give a file that Shiftlead wrote, or the id of a run."


def _record(text: bytes) -> Record | None:
    """Return the object that a line holds, None where the line is not its canonical text."""
    try:
        record = json.loads(text)
        if isinstance(record, dict) and text_of(record).encode() == text:
            return record
    except (ValueError, RecursionError):
        pass
    return None


def _looks_like_one(pieces: Sequence[bytes]) -> bool:
    """Whether a file with an unreadable first line may still be a run file that was changed."""
    second = _record(pieces[1]) if len(pieces) > 1 and len(pieces[1]) <= LONGEST_LINE else None
    return pieces[0].startswith(b"{") or bool(second and "prev" in second)


def _why(text: bytes) -> str:
    if text.endswith(b"\r"):
        return ": the line ends were changed to those of Windows."
    if text.startswith(b"\xef\xbb\xbf"):
        return ": a byte order mark was put before it."
    return "."


def broken_link(lines: Sequence[Raw]) -> tuple[Raw, Raw] | None:
    """Return the first line that was changed and the one that shows it; None for a whole chain.

    The line after a changed one does not follow from it. Where the line after that does not follow
    either, it was the `prev` between the two that was changed.
    """
    chained = [line for line in lines if line.chained]
    follows = [
        line.record.get("prev") == (link(before.text) if before else FIRST)
        for before, line in zip([None, *chained], chained, strict=False)
    ]
    for number, fits in enumerate(follows):
        if fits:
            continue
        last = number + 1 == len(chained)
        if number == 0 or (not last and not follows[number + 1]):
            return chained[number], chained[min(number + 1, len(chained) - 1)]
        return chained[number - 1], chained[number]
    return None
