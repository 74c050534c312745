"""The table of behaviours: what a lead can show, the entry that shows it, and two scripts.

`docs/behaviours.md` is written from the same table.

**How an entry is asked for.** `kind`, and as needed `subject` (`ticket:batch`), `at` (the minute of
the shift) and fields of its data. A value stands for an equal one, or for one of a list. It can
also be one comparison:

- `{at_least: 2}`, `{at_most: 10}`: a number, or how many things a list holds;
- `{all: [known, unknown]}`: a list that holds them all;
- `{not: ""}`: anything else; in a list: not among the others.

A row can say more of where the entry stands: `after` and `before` ask for another entry, told in
the same way, that is earlier or later in the log; `within` sets the most minutes between the two;
`times` says how many such entries there are at least.

**How a script is written.** In lines of plain mode. `{ticket.resolved reset-1}` stands for the
number of the latest such entry, which a lead reads in the log.
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
    """Kind, subject, minute and values of the entry that the log has with the one script only."""
    does: str
    """Lines of plain mode in whose shift the entry appears."""
    leaves: str
    """Lines of plain mode in whose shift it does not."""
    shows: str = "behaviour"
    """Whether the entry shows the `behaviour` or its `opposite`."""
    after: dict[str, Any] | None = None
    """An entry that is earlier in the log."""
    before: dict[str, Any] | None = None
    """An entry that is later in the log."""
    within: int | None = None
    """The most minutes between the entry and the one it is `after` or `before`."""
    times: int = 1
    """How many such entries there are at least."""
    scenario: str = "payroll-friday"
    """A file beside this one, or a shipped scenario."""
    seed: int = 10


def table() -> dict[str, list[Behaviour]]:
    """Return the rows by competency, in the order of the files."""
    found = {}
    for name in COMPETENCIES:
        text = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
        found[name] = [Behaviour(**row) for row in yaml.safe_load(text) or ()]
    return found
