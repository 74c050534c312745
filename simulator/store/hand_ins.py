"""Hand-ins: which runs are in which cohort, under whose id, and until when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from simulator.store.cohorts import cohort, months_later
from simulator.store.tables import HAND_INS, RUNS

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from simulator.store.store import Store


def hand_in(
    store: Store, run: str, ident: str, today: date, trainee: str = "", copied: bool = False
) -> date:
    """Hand a stored run in; return the day until which the cohort keeps it.

    `trainee` is the id it goes in under, by default the one it was played under. `copied` says
    that the run was brought to this store for its cohorts, and goes with the last of them.
    Handing it in twice changes nothing. Raises `NotFound` for an unknown run or cohort.
    """
    until = months_later(today, cohort(store, ident).months)
    row = store.find(run)
    values = {"run": row.id, "cohort": ident, "trainee": trainee or row.trainee,
              "handed_in": today, "until": until,
              "copied": copied or is_copy(store, row.id)}  # fmt: skip
    try:
        with store.writing() as connection:
            connection.execute(insert(HAND_INS).values(values))
    except IntegrityError:
        with store.reading() as connection:
            kept = connection.execute(
                select(HAND_INS.c.until).where(HAND_INS.c.run == row.id, HAND_INS.c.cohort == ident)
            ).scalar_one()
        return date.fromisoformat(str(kept))
    return until


def is_copy(store: Store, run: str) -> bool:
    """Return whether a run is in this store for its cohorts only."""
    query = select(HAND_INS.c.run).where(HAND_INS.c.run == run, HAND_INS.c.copied)
    with store.reading() as connection:
        return connection.execute(query).first() is not None


def take_out(store: Store, run: str, ident: str) -> bool:
    """Take a run back from a cohort; return whether it was there."""
    return bool(_remove(store, (HAND_INS.c.run == run) & (HAND_INS.c.cohort == ident)))


def handed_in(store: Store, run: str) -> list[str]:
    """Return the ids of the cohorts that a run was handed in to."""
    query = select(HAND_INS.c.cohort).where(HAND_INS.c.run == run).order_by(HAND_INS.c.cohort)
    with store.reading() as connection:
        return list(connection.execute(query).scalars())


def let_go(store: Store, today: date) -> int:
    """Take out of their cohorts the runs whose time is over; return how many.

    The runs themselves stay with their trainees; copies that were made for a cohort go.
    """
    return _remove(store, HAND_INS.c.until < today)


def _remove(store: Store, which: ColumnElement[bool]) -> int:
    """Remove hand-ins, and the copies that no cohort holds any more; return how many hand-ins."""
    with store.writing() as connection:
        copies = list(
            connection.execute(select(HAND_INS.c.run).where(which & HAND_INS.c.copied)).scalars()
        )
        gone = connection.execute(delete(HAND_INS).where(which)).rowcount
        kept = select(HAND_INS.c.run)
        for run in copies:
            connection.execute(delete(RUNS).where(RUNS.c.id == run, RUNS.c.id.not_in(kept)))
    return int(gone)
