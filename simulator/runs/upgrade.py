"""Older formats of the run file, raised one step at a time.

A step is a pure function from the records of one format to those of the next. The chain is checked
on the bytes as they were written, before any step, so raising a file never hides a change to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from simulator.errors import RunFileError, RunTooNew
from simulator.runs.lines import FORMAT, Record

Step = Callable[[Record], Record]
"""Raises one record (a line) by one format; returns a new record."""

STEPS: Mapping[int, Step] = {}
"""The step that leads from a format to the one after it. Format 1 is the first."""


def raised(
    records: Sequence[Record], steps: Mapping[int, Step] = STEPS, target: int = FORMAT
) -> Sequence[Record]:
    """Return the records in the target format.

    Raises `RunTooNew` for a format above it and `RunFileError` for one that no step leads from.
    """
    have = records[0].get("format") if records else None
    if type(have) is not int or have < 1:
        raise RunFileError("The first line names no format.", _WHOLE, line=1)
    if have > target:
        raise RunTooNew(
            f"The file has format {have}; this version reads up to format {target}.",
            "Update Shiftlead to read it.",
            line=1,
        )
    for step in range(have, target):
        if step not in steps:
            raise RunFileError(f"Format {step} can no longer be read.", line=1)
        records = [steps[step](record) for record in records]
    return records


_WHOLE = "Check that it is a run file and that it was copied whole."
