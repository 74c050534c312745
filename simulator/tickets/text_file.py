"""A text file of any size and encoding, line by line; whatever is no text is refused."""

from __future__ import annotations

import io
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from simulator.errors import NotFound, TicketFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_LINE = 1024 * 1024
"""Bytes of one line; the longest cell that vendors write is some 130,000 characters."""
SHOWN = 200
"""Characters of a path that messages show."""
HEAD = 4096
"""Bytes from which the encoding is told."""
AS_CSV = "Save it as CSV first."
_OTHERS = (
    (b"PK\x03\x04", "a zip archive or an Excel workbook", AS_CSV),
    (b"PK\x05\x06", "an empty zip archive", AS_CSV),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook", AS_CSV),
    (b"%PDF", "a PDF", "Export the tickets as CSV."),
    (b"SQLite format 3\x00", "a database", "Export the tickets as CSV."),
    (b"\xff\xfe\x00\x00", "UTF-32 text", "Save it as UTF-8."),
    (b"\x00\x00\xfe\xff", "UTF-32 text", "Save it as UTF-8."),
)
"""What other files begin with, what they are, and what to do."""
_MARKUP = (
    (b"<", "a web page or XML", "A page to log in, perhaps? Export the tickets as CSV."),
    (b"{", "JSON", "Export the tickets as CSV."),
    (b"[", "JSON", "Export the tickets as CSV."),
)
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\0")
"""Bytes that text hardly ever holds; NUL has a message of its own, with its line."""
MOST_CONTROLS = 20
"""One of them in so many bytes is no text; a file of chance has one in nine."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8 with a mark"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)


class Lines:
    """The lines of a text, ends kept; counts what was not in its encoding."""

    def __init__(self, stream: BinaryIO, name: str, size: int) -> None:
        """Take an open file, what to call it, and its bytes. Refuses what is no text."""
        self.size = size
        self._stream = stream
        self._name = name
        head = stream.read(HEAD)
        self.codec, self.encoding = _encoding(head)
        _refuse_others(head, name, self.codec)
        stream.seek(0)
        self.odd = 0
        """Lines that are not UTF-8 and were read as Windows-1252."""
        self.read = 0
        """Bytes so far."""

    def __iter__(self) -> Iterator[str]:
        """Yield the lines. Raises `TicketFileError` for one that is too long or is no text."""
        lines = self._wide() if self.codec.startswith("utf-16") else self._narrow()
        for number, line in enumerate(lines, 1):
            if len(line) > MOST_LINE:
                raise TicketFileError(
                    f"Line {number} of {self._name} is longer than {MOST_LINE:,} characters.",
                    "An export has one line or a few for each ticket.",
                )
            if "\0" in line:
                raise TicketFileError(
                    f"Line {number} of {self._name} holds NUL bytes: this is not a text file.",
                    "Export the tickets as CSV again.",
                )
            yield line

    def _narrow(self) -> Iterator[str]:
        """Yield lines of one byte a character or so; each is UTF-8, or Windows-1252."""
        while line := self._stream.readline(MOST_LINE + 1):
            self.read += len(line)
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                text = line.decode("cp1252", errors="replace")
                # A line cut at the limit may end inside a character.
                self.odd += len(line) <= MOST_LINE
            if self.read == len(line):
                text = text.removeprefix("\ufeff")
            yield from _split(text)

    def _wide(self) -> Iterator[str]:
        """Yield lines of UTF-16; what is no character becomes one that says so."""
        text = io.TextIOWrapper(self._stream, self.codec, errors="replace", newline="")
        first = True
        while line := text.readline(MOST_LINE + 1):
            self.read += 2 * len(line)
            yield line.removeprefix("\ufeff") if first else line
            first = False
        text.detach()


@contextmanager
def opened(path: Path) -> Iterator[Lines]:
    """Open a regular file. Raises `NotFound`, or `TicketFileError` for what is no text."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise TicketFileError(f"{path} is not a file.", "Name a CSV file.")
        stream = path.open("rb")
    except FileNotFoundError:
        raise NotFound(f"There is no file {str(path)[:SHOWN]}.", "Check the path.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TicketFileError(f"{str(path)[:SHOWN]} cannot be opened: {reason}.") from None
    with stream:
        if not status.st_size:
            raise TicketFileError(f"{path.name} is empty.", "Export the tickets again.")
        try:
            yield Lines(stream, path.name, status.st_size)
        except OSError as error:
            raise TicketFileError(f"{path.name} cannot be read: {error.strerror}.") from None


def _encoding(head: bytes) -> tuple[str, str]:
    """Return the codec of a text by its first bytes, and what to call it."""
    for mark, codec, title in _MARKS:
        if head.startswith(mark):
            return codec, title
    pairs = max(1, len(head) // 2)
    # ASCII in UTF-16 is every other byte NUL.
    if head[1::2].count(0) * 2 > pairs and head[::2].count(0) * 20 < pairs:
        return "utf-16-le", "UTF-16"
    if head[::2].count(0) * 2 > pairs and head[1::2].count(0) * 20 < pairs:
        return "utf-16-be", "UTF-16"
    return "utf-8", "UTF-8"


def _refuse_others(head: bytes, name: str, codec: str) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n") if codec.startswith("utf-8") else b""
    others = [one for one in _OTHERS if head.startswith(one[0])]
    others += [one for one in _MARKUP if start.startswith(one[0])]
    if others:
        _, what, hint = others[0]
        raise TicketFileError(f"{name} is {what}, not a CSV file.", hint)
    if start and (len(start) - len(start.translate(None, CONTROLS))) * MOST_CONTROLS > len(start):
        raise TicketFileError(f"{name} is not a text file.", AS_CSV)


def _split(text: str) -> Iterator[str]:
    """Yield the lines of what was read up to a line feed: old files end lines otherwise."""
    if "\r" not in text[:-2]:
        yield text
        return
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for part in parts[:-1]:
        yield f"{part}\n"
    if parts[-1]:
        yield parts[-1]
