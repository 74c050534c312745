"""Every behaviour that is scored, shown or followed over shifts can be told from the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.authoring.validate import validate
from simulator.engine.catalogue import CATALOGUE
from tests.behaviours.matching import PLACES
from tests.behaviours.table import COMPETENCIES, HERE, Behaviour, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROWS = [one for rows in table().values() for one in rows]

NUMBERS = {
    "scored": {
        1, 5, 6, 7, 8, 9, 10, 13, 14,
        19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 34, 36, 37, 40, 41, 42, 43,
        50, 51, 52, 53, 54, 56, 57, 58, 60, 61, 62, 63, 65, 67, 68, 69, 70,
        82, 84, 89, 93, 100,
        108, 110, 117, 120, 123, 124, 126, 130,
    },
    "shown": {
        16, 31, 32, 35, 38, 47, 48, 49, 55, 71, 72, 73, 77, 80, 85, 92, 96,
        109, 111, 125, 128, 129,
    },
    "campaign": {
        2, 3, 4, 11, 12, 17, 39, 74, 75, 78, 79, 81, 88, 98, 99,
        112, 113, 114, 115, 116, 118, 119, 122, 131,
    },
}  # fmt: skip
"""Every row that the log has to be able to show, by how it is handled."""

MISSING: dict[int, str] = {}
"""Rows that no entry can show yet, each with what is missing."""

SCENARIOS = sorted(path for path in HERE.glob("*.yaml") if path.stem not in COMPETENCIES)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_nothing_is_to_be_said_about_a_scenario_of_the_table(path: Path) -> None:
    assert validate([path]).diagnostics == []


@pytest.mark.parametrize("one", ROWS, ids=lambda one: str(one.row))
def test_the_entry_is_there_with_the_one_script_and_not_with_the_other(
    one: Behaviour, shows: Callable[..., list[Any]]
) -> None:
    assert shows(one, one.does)
    assert not shows(one, one.leaves)


@pytest.mark.parametrize("one", ROWS, ids=lambda one: str(one.row))
def test_a_row_asks_for_fields_that_the_catalogue_has(one: Behaviour) -> None:
    for wanted in filter(None, (one.entry, one.after, one.before)):
        assert set(wanted) - set(PLACES) <= set(CATALOGUE[wanted["kind"]].fields)


@pytest.mark.parametrize("handled", NUMBERS)
def test_every_row_is_there_once_or_is_said_to_be_missing(handled: str) -> None:
    numbers = [one.row for one in ROWS if one.handled == handled]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) == NUMBERS[handled] - set(MISSING)


def test_a_row_shows_the_behaviour_or_its_opposite() -> None:
    assert {one.shows for one in ROWS} <= {"behaviour", "opposite"}
