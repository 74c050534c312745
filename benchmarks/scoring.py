"""Scoring one shift: a log of 600 entries, its debrief, and what other acts would have changed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.measure import Row, milliseconds
from scoring.assess import assess
from scoring.log import Log
from simulator.runs.costliest import costliest
from simulator.runs.debriefing import debrief_of
from simulator.runs.file import parse_run, read_bytes
from simulator.runs.keeping import keep
from simulator.runs.past import Past
from simulator.runs.playable import scenario_at
from simulator.runs.telling_what_if import table

if TYPE_CHECKING:
    from simulator.runs.contents import RunFile

SCENARIO, SEED = "payroll-friday", 7
ENTRIES = 600
LEADS = ("by-the-book", "expert", "hero")
"""Each has other acts behind the levels that were lost."""


def recorded(lead: str) -> bytes:
    """Return the file of a finished run with a scripted lead's acts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lead.run.jsonl"
        keep(scenario_at(SCENARIO), lead, SEED, path)
        return read_bytes(path)


def played(lead: str) -> RunFile:
    """Return the run itself."""
    return parse_run(recorded(lead))


def whole_debrief(run: RunFile) -> list[str]:
    """Return what a whole debrief takes: all its pages, the spread by chance, and what-if."""
    past = Past(run)
    debrief_of(run, past=past)
    return list(table(past, costliest(past)))


def rows() -> list[Row]:
    """Return all figures of scoring; those of a log are brought to 600 entries."""
    rubric = scenario_at(SCENARIO).rubric
    runs = {lead: played(lead) for lead in LEADS}
    log = runs["expert"].log
    quick = milliseconds({"assess": lambda: [assess(Log(log), rubric) for _ in range(20)]}, per=20)
    slow = milliseconds({
        lead: partial(whole_debrief, run) for lead, run in runs.items()
    }, rounds=3)  # fmt: skip
    return [
        Row(f"assess a log of {ENTRIES} entries", quick["assess"] * ENTRIES / len(log), "ms",
            must=3, goal=1),
        *(Row(f"debrief with what-if, {lead}", taken / 1000, "s", must=2, goal=1)
          for lead, taken in slow.items()),
    ]  # fmt: skip
