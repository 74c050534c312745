"""Cohorts and hand-ins: a run reaches a cohort only when its trainee hands it in.

What a cohort is for, who sees what, and how long a run stays are fixed when it is made and shown
before handing in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from simulator.errors import NotFound, WrongUse
from simulator.runs.lines import Name
from simulator.store.tables import COHORTS, HAND_INS

if TYPE_CHECKING:
    from simulator.store.store import Store

Sees = Literal["aggregate", "pseudonymous", "named"]
"""What the trainer sees: groups only, single runs under a pseudonym, or runs with trainee ids."""

LONGEST_RETENTION = 12
"""Months."""

_NAME: TypeAdapter[str] = TypeAdapter(Name)


@dataclass(frozen=True, slots=True)
class Cohort:
    """A group of trainees, as it is shown before a run is handed in to it."""

    id: str
    purpose: str
    sees: Sees
    months: int
    """How long a run handed in is kept for it."""
    created: date
    runs: int = 0
    """Runs handed in and still kept."""


def make_cohort(
    store: Store, ident: str, purpose: str, sees: Sees, months: int, today: date
) -> Cohort:
    """Make a cohort; raises `WrongUse` for what does not fit or an id that is taken."""
    try:
        fits = bool(_NAME.validate_python(ident))
    except ValidationError:
        fits = False
    if not fits:
        raise WrongUse(
            f'"{ident}" is not an id.', "Use letters, digits, dots and dashes, at most 64."
        )
    if sees not in get_args(Sees) or not 1 <= months <= LONGEST_RETENTION or not purpose.strip():
        raise WrongUse(
            "A cohort needs a purpose, who sees what, and 1 to 12 months.",
            "Who sees what is one of aggregate, pseudonymous, named.",
        )
    made = Cohort(ident, purpose.strip(), sees, months, today)
    try:
        with store.writing() as connection:
            connection.execute(
                insert(COHORTS).values(
                    id=ident, purpose=made.purpose, sees=sees, months=months, created=today
                )
            )
    except IntegrityError:
        raise WrongUse(f'There is already a cohort "{ident}".', "Choose another id.") from None
    return made


def cohorts(store: Store) -> list[Cohort]:
    """Return all cohorts with the number of runs in each, by id."""
    count = func.count(HAND_INS.c.run)
    query = (
        select(COHORTS, count.label("runs"))
        .join(HAND_INS, HAND_INS.c.cohort == COHORTS.c.id, isouter=True)
        .group_by(*COHORTS.c)
        .order_by(COHORTS.c.id)
    )
    with store.reading() as connection:
        return [Cohort(**found) for found in connection.execute(query).mappings()]


def cohort(store: Store, ident: str) -> Cohort:
    """Return one cohort; raises `NotFound`."""
    for found in cohorts(store):
        if found.id == ident:
            return found
    raise NotFound(f'There is no cohort "{ident}".', "`shiftlead cohort list` shows them.")


def hand_in(store: Store, run: str, ident: str, today: date) -> date:
    """Hand a stored run in; return the day until which the cohort keeps it.

    Handing it in twice changes nothing. Raises `NotFound` for an unknown run or cohort.
    """
    until = months_later(today, cohort(store, ident).months)
    full = store.find(run).id
    try:
        with store.writing() as connection:
            connection.execute(
                insert(HAND_INS).values(run=full, cohort=ident, handed_in=today, until=until)
            )
    except IntegrityError:
        with store.reading() as connection:
            kept = connection.execute(
                select(HAND_INS.c.until).where(HAND_INS.c.run == full, HAND_INS.c.cohort == ident)
            ).scalar_one()
        return date.fromisoformat(str(kept))
    return until


def take_out(store: Store, run: str, ident: str) -> bool:
    """Take a run back from a cohort; return whether it was there."""
    with store.writing() as connection:
        gone = connection.execute(
            delete(HAND_INS).where(HAND_INS.c.run == run, HAND_INS.c.cohort == ident)
        )
    return bool(gone.rowcount)


def handed_in(store: Store, run: str) -> list[str]:
    """Return the ids of the cohorts that a run was handed in to."""
    query = select(HAND_INS.c.cohort).where(HAND_INS.c.run == run).order_by(HAND_INS.c.cohort)
    with store.reading() as connection:
        return list(connection.execute(query).scalars())


def let_go(store: Store, today: date) -> int:
    """Take out of their cohorts the runs whose time is over; return how many.

    The runs themselves stay with their trainees.
    """
    with store.writing() as connection:
        return int(connection.execute(delete(HAND_INS).where(HAND_INS.c.until < today)).rowcount)


def months_later(day: date, months: int) -> date:
    """Return the same day so many months on, or the month's last."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has a 28th day")
