"""What a name on the command line stands for: a scenario, a run, somebody's runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.errors import NotFound, RunOver
from simulator.store.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.runs.playable import Playable
    from simulator.store.store import Store

NOT_THERE = "Y001"
"""Code of the problem that a scenario is not there at all."""


def shelf() -> Shelf:
    """Return the runs of this person, in the store that the command line or the system names."""
    context = click.get_current_context(silent=True)
    store = context.find_root().obj["store"] if context is not None else None
    return Shelf(store)


def stored(runs: Shelf, run: str) -> Store:
    """Return the trainee's own store, once all that waits is in it, to find a run in.

    Raises `RunOver` for a shift that is still being played, `NotFound` for a file.
    """
    from simulator.cli.debriefing import keep

    keep(runs)
    path = runs.path(run)
    if path is not None and path.parent == runs.folder:
        raise RunOver("This shift is unfinished.", "Play it to its end with play --resume.")
    if path is not None:
        raise NotFound(f"{path} is a file.", "Take it in with shiftlead runs import; name its id.")
    return runs.store()


def scenario_named(name: str) -> Playable:
    """Return a scenario by its id in the library or by its path.

    Raises `NotFound`, or `ScenarioUnusable` with the first problem of one that cannot be played.
    """
    from simulator.engine.casing import capital
    from simulator.runs.playable import playable
    from simulator.scenario.library import load

    loaded = load(name)
    for problem in loaded.diagnostics:
        if problem.code == NOT_THERE:
            message = capital(problem.message)
            if loaded.texts:  # It was found, and cannot be read.
                message = f"{problem.place.path}: {problem.message}"
            raise NotFound(f"{message}.", capital(problem.help))
    return playable(loaded)


def latest_unfinished(scenario: str | None) -> Path:
    """Return the file of the run to go on with: the latest one, of this scenario where named.

    `scenario` may also be a run's id or file. Raises `NotFound` where there is none.
    """
    runs = shelf().unfinished()
    for row in runs:
        if row.path is not None and (
            scenario is None
            or scenario in (row.scenario, str(row.path))
            or (len(scenario) >= 4 and row.id.startswith(scenario))
        ):
            return row.path
    which = f" of {scenario}" if scenario else ""
    raise NotFound(f"There is no unfinished shift{which}.", "Start one with shiftlead play.")
