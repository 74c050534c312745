"""Text and JSON on the way out: nothing a terminal would obey, nothing an encoding cannot hold."""

from __future__ import annotations

import codecs
import contextlib
import json
import sys
import time
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from simulator.errors import CannotWrite, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SUBSTITUTES = {
    "→": "->", "←": "<-", "▮": "#", "▯": ".", "●": "*", "▶": ">", "↑": "^", "↓": "v",
    "✓": "+", "≤": "<=", "≥": ">=", "−": "-", "─": "-", "│": "|", "’": "'", "‘": "'",
    "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "·": "-", "×": "x",
}  # fmt: skip
"""What stands in for a character that the output's encoding does not have."""

BAR_AFTER = 1.0
"""Seconds of work after which a progress bar appears."""
BAR_EVERY = 0.1
BAR_WIDTH = 30

T = TypeVar("T")


def _substitute(error: UnicodeError) -> tuple[str, int]:
    """Stand in for what an encoding lacks; registered with `codecs`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(SUBSTITUTES.get(char, "?") for char in missing), error.end


def prepare(*streams: TextIO) -> None:
    """Make streams write what their encoding has, and a stand-in for what it has not."""
    codecs.register_error("shiftlead", _substitute)
    for stream in streams or (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="shiftlead")


def say(text: str = "") -> None:
    """Print text for people."""
    print(visible(text))


def warn(text: str) -> None:
    """Print a line for people on stderr."""
    print(visible(text), file=sys.stderr)


def say_json(value: Any) -> None:
    """Print a value as JSON and nothing else; plain ASCII, so any encoding carries it."""
    print(json.dumps(value, indent=2, ensure_ascii=True))


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Name the file that the disk does not take: raises `CannotWrite` for an `OSError` within."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(f"{path} cannot be written: {error.strerror}.") from None


def write_file(path: Path, text: str) -> None:
    """Write a text as a file, in a folder that is made for it if need be.

    Raises `CannotWrite` where the disk does not take it.
    """
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def columns(rows: Iterable[Iterable[object]], gap: int = 2) -> list[str]:
    """Return rows as lines with aligned columns."""
    table = [[visible(str(cell)) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    padded = ([c.ljust(w) for c, w in zip(row, widths, strict=True)] for row in table)
    return [(" " * gap).join(cells).rstrip() for cells in padded]


def progress(steps: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Pass the steps on; show a bar on stderr once they take over a second, on a terminal only."""
    began = drawn = time.monotonic()
    shown = False
    watched = sys.stderr.isatty()
    for done, step in enumerate(steps, 1):
        yield step
        now = time.monotonic()
        if watched and now - began > BAR_AFTER and now - drawn > BAR_EVERY:
            filled = BAR_WIDTH * done // max(total, 1)
            bar = "#" * filled + "." * (BAR_WIDTH - filled)
            print(f"\r{what} [{bar}] {done} of {total}", end="", file=sys.stderr, flush=True)
            drawn, shown = now, True
    if shown:
        print("\r" + " " * (len(what) + BAR_WIDTH + 30) + "\r", end="", file=sys.stderr, flush=True)
