"""Every behaviour that is scored, shown or followed over shifts can be told from the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine.catalogue import CATALOGUE
from tests.behaviours.table import Behaviour, table

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = [one for rows in table().values() for one in rows]


@pytest.mark.parametrize("one", ROWS, ids=lambda one: str(one.row))
def test_the_entry_is_there_with_the_one_script_and_not_with_the_other(
    one: Behaviour, shows: Callable[..., list[Any]]
) -> None:
    kind = CATALOGUE[one.entry["kind"]]
    assert set(one.entry) - {"kind", "subject"} <= set(kind.fields)
    assert shows(one, one.does)
    assert not shows(one, one.leaves)


def test_no_row_stands_twice_and_each_says_how_it_is_handled() -> None:
    numbers = [one.row for one in ROWS]
    assert len(numbers) == len(set(numbers))
    assert {one.handled for one in ROWS} <= {"scored", "shown", "campaign"}
    assert {one.shows for one in ROWS} <= {"behaviour", "opposite"}
