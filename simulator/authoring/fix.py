"""Puts right what is certain, as spans of the author's own text: comments and layout stay.

Only problems whose diagnostic carries an edit are touched: tabs, renamed keys, spelled-out units,
quotes that are missing or typographic. All else is for the author to decide.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.validate import validate
from simulator.errors import CannotWrite
from simulator.scenario.diagnostics import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.authoring.validate import Found
    from simulator.scenario.diagnostics import Edit

ROUNDS = 100
"""Rounds at most: an error of form hides those behind it, so that one is mended at a time."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after."""

    path: str
    before: str
    after: str
    edits: int

    def diff(self) -> str:
        """Return what was changed as a unified diff."""
        rows = unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True),
            f"{self.path} (before)", f"{self.path} (after)",
        )  # fmt: skip
        return "".join(row if row.endswith("\n") else f"{row}\n" for row in rows)


def fix(paths: Sequence[str | Path]) -> tuple[Found, list[Mended]]:
    """Write what is certain into these files; return what is left to do, and what was changed.

    Raises `CannotWrite` where a file cannot be written; each is written whole or not at all.
    """
    before: dict[str, str] = {}
    edits: dict[str, int] = {}
    found = validate(paths)
    for _ in range(ROUNDS):
        changed = False
        for path, some in _by_file(found).items():
            text = found.texts[path]
            mended, many = apply(text, some)
            if mended != text:
                before.setdefault(path, text)
                edits[path] = edits.get(path, 0) + many
                _write(Path(path), mended)
                changed = True
        if not changed:
            break
        found = validate(paths)
    return found, [
        Mended(path, text, found.texts[path], edits[path]) for path, text in before.items()
    ]


def _by_file(found: Found) -> dict[str, list[Edit]]:
    """Return the edits of the files on disk; what is shipped stays as it is."""
    files: dict[str, list[Edit]] = {}
    for problem in found.diagnostics:
        edit = problem.edit
        if edit is not None and edit.place.path in found.texts and Path(edit.place.path).is_file():
            files.setdefault(edit.place.path, []).append(edit)
    return files


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """Return a text with edits, and how many: of two that overlap, only the first."""
    source = Source("", text)
    parts: list[str] = []
    done = many = 0
    for start, end, new in sorted(_spans(source, edits)):
        if start >= done:
            parts += (text[done:start], new)
            done, many = end, many + 1
    return "".join((*parts, text[done:])), many


def _spans(source: Source, edits: Iterable[Edit]) -> Iterator[tuple[int, int, str]]:
    for edit in edits:
        place = edit.place
        start = source.offset(place.line, place.column)
        yield start, source.offset(place.end_line, place.end_column), edit.text


def _write(path: Path, text: str) -> None:
    """Write a text in the place of a file's, with the mark at its beginning if it had one."""
    try:
        mark = path.read_bytes().startswith(b"\xef\xbb\xbf")
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        beside.write_bytes((b"\xef\xbb\xbf" if mark else b"") + text.encode("utf-8"))
        beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path.resolve())
    except OSError as error:
        raise CannotWrite(f"{path} cannot be written: {error.strerror}.") from None
