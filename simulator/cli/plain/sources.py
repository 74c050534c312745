"""Where the lines of a dialogue come from: a person, a pipe, a script."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from scoring.debrief.build import Own
from simulator.bounded import read_at_most
from simulator.errors import NotFound, WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_SCRIPT = 1024 * 1024
"""Bytes that a script may have."""


class Typed:
    """Lines from a person at a terminal, or from a pipe."""

    scripted = False

    def next(self, prompt: str) -> str | None:
        """Return the next line; the prompt is shown on a terminal only."""
        if not sys.stdin.isatty():
            line = sys.stdin.readline()
            return line.rstrip("\r\n") if line else None
        try:
            return input(prompt)
        except EOFError:
            print()
            return None

    def where(self) -> str:
        """Return nothing: it was just typed."""
        return ""

    def own_words(self) -> Own:
        """Ask for the trainee's own words, before anything is shown; one may be left out."""
        if not sys.stdin.isatty():
            return Own()
        print()
        back = self.next("One minute you would like back: ")
        keep = self.next("One you would keep: ") if back is not None else None
        return Own(back or "", keep or "")


class Script:
    """Lines from a file; after the last one the shift runs on to its end."""

    scripted = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self._number = 0
        self._lines = self._read()

    def _read(self) -> Iterator[str]:
        """Return the lines; raises `NotFound` or `WrongUse` for a file that is no script."""
        try:
            data = read_at_most(self._path, LARGEST_SCRIPT)
            if data is None:
                raise WrongUse(f"{self._path} is larger than a script may be (1 MiB).")
            text = data.decode("utf-8-sig")
        except FileNotFoundError:
            raise NotFound(f"There is no script {self._path}.", "Check the path.") from None
        except (OSError, UnicodeDecodeError) as error:
            raise WrongUse(f"{self._path} cannot be read as text: {error}.") from None
        return iter(text.splitlines())

    def next(self, prompt: str) -> str | None:
        """Return the next line of the file."""
        self._number += 1
        return next(self._lines, None)

    def own_words(self) -> Own:
        """Return none: nobody is there to ask."""
        return Own()

    def where(self) -> str:
        """Return the file and the line's number."""
        return f"{self._path}, line {self._number}"
