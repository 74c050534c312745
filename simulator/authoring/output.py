"""Problems as people and programs want them: in full with the line underlined, short, or JSON."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

from simulator.scenario.diagnostics import Diagnostic, Place, Source, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

WIDTH = 100
"""Columns of source text that are shown around a place."""
FULL_UP_TO = 30
"""Problems up to which `auto` shows them in full on a terminal."""


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def concise(problems: Sequence[Diagnostic]) -> str:
    """Return one line a problem: `FILE:LINE:COLUMN: severity[CODE] message (help)`."""
    return "".join(f"{_one_line(problem)}\n" for problem in problems)


def _one_line(problem: Diagnostic) -> str:
    place = problem.place
    text = problem.help.split("\n")[0]
    tail = f" ({text})" if text else ""
    return (
        f"{clean(place.path)}:{place.line}:{place.column}: "
        f"{problem.severity}[{problem.code}] {problem.message}{tail}"
    )


def full(
    problems: Sequence[Diagnostic],
    texts: Mapping[str, str],
    paint: Callable[[str, str], str] | None = None,
) -> str:
    """Return each problem with its line, the place underlined, and what to write instead.

    `texts` are the sources by path. `paint` colours a part, given the part and what it is (`error`,
    `warning`, `note`, `help`, `gutter`); without it nothing is coloured.
    """
    sources = {path: Source(path, text) for path, text in texts.items()}
    color = paint or (lambda text, role: text)
    return "\n".join(_full(problem, sources, color) for problem in problems)


def _full(
    problem: Diagnostic, sources: Mapping[str, Source], color: Callable[[str, str], str]
) -> str:
    place = problem.place
    shown = [(place, "^", "")]
    apart = []
    for note in problem.notes:
        if note.place.path == place.path and place.path in sources:
            shown.append((note.place, "-", note.message))
        else:
            apart.append(note)
    source = sources.get(place.path)
    gutter = len(str(max(spot.line for spot, _, _ in shown)))
    bar = color(" " * gutter + " |", "gutter")
    rows = [
        f"{color(f'{problem.severity}[{problem.code}]', problem.severity)}: {problem.message}",
        f"{color(' ' * gutter + '-->', 'gutter')} {clean(place.path)}:{place.line}:{place.column}",
    ]
    if source is not None and place.line <= len(source.starts):
        rows.append(bar)
        last = 0
        for spot, sign, said in sorted(shown, key=lambda row: (row[0].line, row[0].column)):
            if spot.line > len(source.starts):
                continue
            if last and spot.line > last + 1:
                rows.append(color(" " * gutter + " :", "gutter"))
            line, offset = _cut(source.line(spot.line), spot)
            if spot.line != last:
                number = color(f"{spot.line:>{gutter}} |", "gutter")
                rows.append(f"{number} {clean_line(line)}".rstrip())
            role = problem.severity if sign == "^" else "note"
            rows.append(f"{bar} {_under(line, spot, offset, sign, said, color, role)}")
            last = spot.line
        rows.append(bar)
    rows += [
        f"{' ' * gutter} = note: {n.message} at {clean(n.place.path)}:{n.place}" for n in apart
    ]
    for row, text in enumerate(problem.help.split("\n") if problem.help else ()):
        lead = f"{' ' * gutter} = {color('help', 'help')}: " if row == 0 else " " * (gutter + 9)
        rows.append(f"{lead}{text}")
    rows.append(f"{' ' * gutter} = more: shiftlead explain {problem.code}")
    return "\n".join(rows) + "\n"


def clean_line(line: str) -> str:
    """Return a source line that can be printed; tabs are shown as an arrow."""
    return "".join(
        "→" if char == "\t" else char if char.isprintable() else f"<U+{ord(char):04X}>"
        for char in line
    )


def _cut(line: str, place: Place) -> tuple[str, int]:
    """Return the part of a line around a place, and where it begins."""
    if len(line) <= WIDTH:
        return line, 0
    start = max(0, min(place.column - 1 - WIDTH // 3, len(line) - WIDTH))
    return line[start : start + WIDTH], start


def _under(
    line: str, place: Place, offset: int, sign: str, said: str,
    color: Callable[[str, str], str], role: str,
) -> str:  # fmt: skip
    start = place.column - 1 - offset
    end = place.end_column - 1 - offset if place.end_line == place.line else len(line)
    lead = cells(clean_line(line[:start]))
    width = max(cells(clean_line(line[start : max(end, start + 1)])), 1)
    mark = sign * min(width, WIDTH)
    return " " * lead + color(f"{mark} {said}".rstrip(), role)


def as_json(problems: Sequence[Diagnostic]) -> str:
    """Return all problems as one JSON object; the keys are stable."""
    return json.dumps(
        {"diagnostics": [record(problem) for problem in problems]}, ensure_ascii=False
    )


def record(problem: Diagnostic) -> dict[str, Any]:
    """Return a problem as plain values."""
    return {
        **_place(problem.place),
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "help": problem.help,
        "notes": [
            {
                "path": note.place.path, "line": note.place.line, "column": note.place.column,
                "message": note.message,
            }
            for note in problem.notes
        ],
    }  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
