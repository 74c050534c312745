"""Cohorts: what each is for, who sees what of it, and how long a run stays.

All three are fixed when it is made, shown before handing in, and repeated in every export.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, get_args

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from scoring.cohort.handed import LONGEST_RETENTION, Sees
from simulator.errors import NotFound, WrongUse
from simulator.runs.lines import Name
from simulator.store.tables import COHORTS, HAND_INS

if TYPE_CHECKING:
    from simulator.store.store import Store

LONGEST_PURPOSE = 200
"""Characters."""

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
    assessment: bool = False
    """Whether it takes only shifts that were played as an assessment, by a person."""
    runs: int = 0
    """Runs handed in and still kept."""

    def record(self) -> dict[str, object]:
        """Return the cohort as a JSON object."""
        return {**asdict(self), "created": self.created.isoformat()}


def checked_id(ident: str) -> str:
    """Return the id of a cohort or a trainee; raises `WrongUse` for what is none."""
    try:
        if _NAME.validate_python(ident):
            return ident
    except ValidationError:
        pass
    raise WrongUse(f'"{ident}" is not an id.', "Use letters, digits, dots and dashes, at most 64.")


def make_cohort(
    store: Store,
    ident: str,
    purpose: str,
    sees: Sees,
    months: int,
    today: date,
    assessment: bool = False,
) -> Cohort:
    """Make a cohort; raises `WrongUse` for what does not fit or an id that is taken."""
    checked_id(ident)
    if sees not in get_args(Sees) or not 1 <= months <= LONGEST_RETENTION or not purpose.strip():
        raise WrongUse(
            "A cohort needs a purpose, who sees what, and 1 to 12 months.",
            "Who sees what is one of aggregate, pseudonymous, named.",
        )
    if len(purpose) > LONGEST_PURPOSE or not purpose.isprintable():
        raise WrongUse(
            f"A purpose is one line of at most {LONGEST_PURPOSE} characters.", "Say it in short."
        )
    made = Cohort(ident, purpose.strip(), sees, months, today, assessment)
    try:
        with store.writing() as connection:
            connection.execute(
                insert(COHORTS).values(
                    id=ident,
                    purpose=made.purpose,
                    sees=sees,
                    months=months,
                    assessment=assessment,
                    created=today,
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
