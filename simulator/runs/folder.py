"""A folder of run files, looked at without reading them whole."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from simulator.runs.chain import LONGEST_LINE
from simulator.runs.lines import RunLine
from simulator.runs.side import Side, read_side

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".run.jsonl"
"""How the names of run files end."""
FIND_IT = "Check the path, or give a run's id; `shiftlead runs list` shows them."

TAIL = 64 * 1024
"""Bytes of a file's end that are looked at for its last line: an act's line is far shorter."""


@dataclass(frozen=True, slots=True)
class Peek:
    """What the two ends of a run file tell, unchecked: reading it whole may still find a fault."""

    path: Path
    head: RunLine
    sealed: bool
    minute: int
    side: Side


def peeked(folder: Path) -> list[Peek]:
    """Return the runs in a folder, the last one written to first; other files are passed over."""
    try:
        paths = [path for path in folder.iterdir() if path.name.endswith(SUFFIX)]
    except OSError:
        return []
    found = [(_written(path), peek.head.run, peek) for path in paths if (peek := peek_at(path))]
    return [peek for _, _, peek in sorted(found, key=lambda item: item[:2], reverse=True)]


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def peek_at(path: Path) -> Peek | None:
    """Return what a file's ends tell, None for what is no run file of this version."""
    try:
        with path.open("rb") as file:
            head = RunLine.model_validate_json(file.readline(LONGEST_LINE))
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - TAIL))
            tail = file.read()
    except (OSError, ValidationError):
        return None
    side = read_side(path)
    last = _last(tail)
    at = last.get("at")
    minute = at if type(at) is int and last.get("line") in ("act", "hour", "seal") else 0
    return Peek(path, head, last.get("line") == "seal", max(minute, side.minute), side)


def _last(tail: bytes) -> dict[str, object]:
    """Return the last whole chained line among a file's last bytes."""
    for text in reversed(tail.split(b"\n")[:-1]):
        try:
            record = json.loads(text)
        except ValueError:
            continue
        if isinstance(record, dict) and record.get("line") != "log":
            return record
    return {}
