"""A trial beside the shift it began in: both futures from the minute of the fork."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.two_futures import Future, two_futures
from scoring.log import Log
from simulator.engine import words
from simulator.runs.debriefing import debrief_of
from simulator.runs.playable import scenario_from

if TYPE_CHECKING:
    from scoring.debrief.two_futures import TwoFutures
    from simulator.runs.contents import RunFile


def is_trial(run: RunFile) -> bool:
    """Return whether a run was played on from a moment of another."""
    return run.head.parent is not None


def origin(run: RunFile) -> str:
    """Return of which run a trial is, and from when; "" for a run that is none."""
    parent = run.head.parent
    return "" if parent is None else f"{from_when(run)} of the shift {parent.run[:8]}."


def from_when(run: RunFile) -> str:
    """Return that a run is a trial, and from when; "" for a run that is none."""
    parent = run.head.parent
    if parent is None:
        return ""
    return f"A trial from {words.clock_of(scenario_from(run.texts).world)(parent.at)}"


def both_futures(parent: RunFile, trial: RunFile) -> TwoFutures:
    """Return a shift and a trial of it side by side; raises `RunOver` while one is unfinished."""
    assert trial.head.parent is not None
    return two_futures(_future(parent), _future(trial), trial.head.parent.at)


def _future(run: RunFile) -> Future:
    return Future(Log(run.log), debrief_of(run))
