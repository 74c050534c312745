"""All problems of files and folders: what `shiftlead validate` finds."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.authoring.ignore import silence
from simulator.authoring.lint import lint
from simulator.scenario.files import DiskFiles, Files, TextFiles, find
from simulator.scenario.houses import house_problems
from simulator.scenario.library import load
from simulator.scenario.other_files import read_other
from simulator.scenario.reading import Reading, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from simulator.scenario.diagnostics import Diagnostic, Problems


@dataclass(slots=True)
class Found:
    """What was found in all of them together."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """Every text that was read, by the path that messages use."""
    left_out: int = 0
    files: int = 0

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(problem.is_error for problem in self.diagnostics)

    def exit_code(self, strict: bool = False) -> int:
        """Return 1 for an error, or under `strict` for any problem; else 0."""
        return 1 if self.errors or (strict and self.diagnostics) else 0


def validate(paths: Sequence[str | Path]) -> Found:
    """Return all problems of these files, folders and ids of the library."""
    found = Found()
    for path in paths:
        for spot, shown in _spots(path):
            _take(found, check_file(spot, shown))
        if find(path) is None:
            found.diagnostics += load(path).diagnostics
            found.files += 1
    return found


def check_file(path: Path, shown: str = "") -> Problems:
    """Return the problems of one scenario, rubric, profile or house file."""
    kind = _kind(path)
    files = DiskFiles(path, shown or str(path))
    if not kind:
        return check(files).problems
    problems = house_problems(files) if kind == "houses" else read_other(kind, files)
    silence(problems)
    return problems


def readings(paths: Iterable[str | Path]) -> Iterator[Reading]:
    """Yield what can be read of the scenarios in these files, folders and ids of the library."""
    for path in paths:
        for spot, shown in _spots(path):
            if not _kind(spot):
                yield read(DiskFiles(spot, shown))


def check(files: Files) -> Reading:
    """Read a scenario with all its lints, less those that a comment ignores."""
    with _collecting_later():
        reading = read(files)
        lint(reading)
        silence(reading.problems)
    return reading


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Put off Python's search for cycles of garbage.

    Nearly all that is made here lives on in the reading, and each search would look at all of it
    again: a tenth of the time of a long scenario.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def check_texts(texts: Mapping[str, str]) -> Reading:
    """Check texts that are not on disk: what an editor or a preview holds."""
    return check(TextFiles(texts))


def _take(found: Found, problems: Problems) -> None:
    found.files += 1
    found.left_out += problems.left_out
    found.texts.update({name: source.text for name, source in problems.sources.items()})
    known = set(found.diagnostics)
    found.diagnostics += [p for p in problems.ordered() if p not in known]


def _spots(path: str | Path) -> list[tuple[Path, str]]:
    """Return what to check for a path: itself, or every scenario inside a folder of several."""
    spot = find(path)
    if spot is None:
        return []
    if not spot.is_dir() or (spot / "scenario.yaml").is_file():
        return [(spot, str(spot))]
    inner = [p for p in sorted(spot.rglob("*.yaml")) if not p.name.startswith(".")]
    folders = {p.parent for p in inner if p.name == "scenario.yaml"}
    rows = [(folder, str(folder)) for folder in sorted(folders)]
    for file in inner:
        if not any(folder in file.parents for folder in folders):
            rows.append((file, str(file)))
    return rows or [(spot, str(spot))]


DECLARES = re.compile(rb"^(scenario|rubric|profile|house):[ \t]*[^\s{#]", re.MULTILINE)
"""What a file says it is: the first of these keys that has a text. A scenario has keys of the same
names, with a group of keys in them."""


def _kind(path: Path) -> str:
    """Return `rubrics`, `profiles` or `houses` for a file that is one, by its first keys."""
    if not path.is_file():
        return ""  # A folder, or what never ends or never begins to give anything.
    try:
        with path.open("rb") as stream:
            head = stream.read(65536)
    except OSError:
        return ""
    found = DECLARES.search(head)
    return "" if found is None or found[1] == b"scenario" else f"{found[1].decode()}s"
