"""The score of a run, from the log in its file: no replay, no engine, under any epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.assess import Assessment, assess
from scoring.log import Log
from simulator.errors import RunOver
from simulator.runs.playable import scenario_from

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.runs.file import RunFile


def score_run(run: RunFile, rubric: Rubric | None = None) -> Assessment:
    """Return what a rubric says about a finished run; by default the rubric in its own file.

    Raises `RunOver` for an unfinished run, and what the loader raises where the texts in the file
    cannot be read.
    """
    if run.seal is None:
        raise RunOver(
            f"This run is unfinished, at minute {run.minute}; it has no score yet.",
            "Play it to its end with `shiftlead play --resume`.",
        )
    return assess(Log(run.log), rubric or scenario_from(run.texts).rubric)
