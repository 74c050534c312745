"""The first shift of a trainee: it never counts, and never reaches a cohort.

It is noted when it comes from the desk it was played at, not when a run file is imported. The
note outlives the run, so that deleting the first shift does not make the second one the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from simulator.runs.playable import scenario_from
from simulator.store.tables import FIRST_SHIFTS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from simulator.runs.contents import RunFile
    from simulator.store.store import Store

TUTORIAL = "tutorial"
"""The kind of scenario that is never anybody's first shift, and is never handed in."""


def is_tutorial(run: RunFile) -> bool:
    """Return whether a run was played in a tutorial; raises what the loader raises."""
    return scenario_from(run.texts).world.kind == TUTORIAL


def note_first(connection: Connection, run: RunFile) -> None:
    """Note a run as its trainee's first shift where it is: by a person, and no tutorial."""
    known = select(FIRST_SHIFTS.c.run).where(FIRST_SHIFTS.c.trainee == run.head.trainee)
    if run.head.by != "person" or connection.execute(known).first() or is_tutorial(run):
        return
    connection.execute(insert(FIRST_SHIFTS).values(trainee=run.head.trainee, run=run.head.run))


def is_first(store: Store, run: str) -> bool:
    """Return whether a run is somebody's first shift."""
    with store.reading() as connection:
        found = select(FIRST_SHIFTS.c.run).where(FIRST_SHIFTS.c.run == run)
        return connection.execute(found).first() is not None
