"""What may leave a cohort's store, as rows under its terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.cohort.pseudonyms import Pseudonyms
from scoring.export.rows import COLUMNS, Rows, rows_of
from simulator.errors import WrongUse
from simulator.store.exported import handed_runs, terms_of
from simulator.store.key import key_in
from simulator.store.places import data_folder

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import date

    from scoring.export.rows import Row
    from simulator.store.cohorts import Cohort
    from simulator.store.store import Store


@dataclass(frozen=True, slots=True)
class Export:
    """Rows on their way out."""

    kind: Rows
    columns: tuple[str, ...]
    rows: Generator[Row, None, None]
    """Read from the store as they are taken; close it where not all are."""


def codes_of(cohort: Cohort) -> Pseudonyms:
    """Return the pseudonyms of a cohort, made with this user's key."""
    return Pseudonyms.of(cohort.id, key_in(data_folder()))


def rows_for(
    store: Store, cohort: Cohort, kind: Rows | None, today: date, words: bool = False
) -> Export:
    """Return the rows of an export; `words` takes along the reasons that people gave for levels.

    A kind of None is the most that the cohort's people see. Raises `WrongUse` for more than that.
    """
    grouped = cohort.sees == "aggregate"
    wanted = kind or ("groups" if grouped else "runs")
    if grouped and wanted != "groups":
        raise WrongUse(
            f"The people of {cohort.id} see groups only; so it was said before handing in.",
            "Leave --rows out, or make it groups.",
        )
    handed = handed_runs(store, cohort.id, today)
    rows = rows_of(wanted, handed, terms_of(cohort), codes_of(cohort), words)
    return Export(wanted, COLUMNS[wanted], rows)
