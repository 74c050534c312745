"""The table of behaviours: what a lead can show, the entry that shows it, and two scripts.

`docs/behaviours.md` is written from the same table.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
COMPETENCIES = ("delegation", "communication", "prioritisation", "people", "process")


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One row."""

    row: int
    """Its number, by which rules and criteria cite it."""
    says: str
    """What the lead does, or leaves undone, in one sentence."""
    handled: str
    """scored, shown or campaign."""
    entry: dict[str, Any]
    """Kind, subject and values of the entry that is in the log with the one script only."""
    does: str
    """Lines of plain mode in whose shift the entry appears."""
    leaves: str
    """Lines of plain mode in whose shift it does not."""
    shows: str = "behaviour"
    """Whether the entry shows the `behaviour` or its `opposite`."""
    on: str = "payroll-friday"
    """A file beside this one, or a shipped scenario."""
    seed: int = 10


def table() -> dict[str, list[Behaviour]]:
    """Return the rows by competency, in the order of the files."""
    found = {}
    for name in COMPETENCIES:
        text = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
        found[name] = [Behaviour(**row) for row in yaml.safe_load(text) or ()]
    return found
