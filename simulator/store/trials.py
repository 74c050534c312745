"""The trials of a run, and the run of a trial, among the runs of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors import ShiftleadError

if TYPE_CHECKING:
    from simulator.runs.contents import RunFile
    from simulator.store.rows import Row
    from simulator.store.shelf import Shelf


def parent_of(runs: Shelf, run: RunFile) -> RunFile | None:
    """Return the run that a trial began in.

    None for a run that is no trial, and where the other is not here any more, is still being
    played, or cannot be read.
    """
    if run.head.parent is None:
        return None
    try:
        found = runs.read(run.head.parent.run)
    except ShiftleadError:
        return None
    return None if found.seal is None else found


def trials_of(runs: Shelf, run: str) -> list[Row]:
    """Return the trials of a run that were played to their ends, the latest first."""
    return [row for row in runs.rows() if row.parent == run and row.state != "unfinished"]
