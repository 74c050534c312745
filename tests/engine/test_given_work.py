"""What being given work does to somebody's morale, however much of it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.acts import shapes
from simulator.engine.acts.giving import STYLES
from tests.engine.conftest import Kit

if TYPE_CHECKING:
    from tests.engine.conftest import Desk

SKILL = 3
GIVEN = st.lists(st.tuples(st.integers(1, 5), st.sampled_from(STYLES)), min_size=1, max_size=8)
"""Work given one after the other: how difficult it is, and with how much freedom."""


def given_all(gives: list[tuple[int, shapes.Style]]) -> Desk:
    """Return a desk where ana, who works on something else, was given all of it."""
    tickets = [
        Kit.ticket(f"t{n}", effort=200, difficulty=difficulty)
        for n, (difficulty, _) in enumerate(gives)
    ]
    desk = Kit.alone(Kit.ticket("first", effort=200), *tickets, skills={"net": SKILL})
    for n, (_, style) in enumerate(gives):
        desk.do(shapes.Assign(f"t{n}", "ana", style))
    return desk


def changes(desk: Desk, why: str) -> list[Any]:
    """Return by how many points morale changed for a reason."""
    return [points for told, points in desk.gains() if told == why]


@settings(max_examples=60, deadline=None)
@given(GIVEN)
def test_work_that_fits_lifts_once_however_much_is_given(
    gives: list[tuple[int, shapes.Style]],
) -> None:
    desk = given_all(gives)
    fits = [e for e in desk.all("ticket.assigned") if e.data["fit"] == 0]
    assert changes(desk, "fit") == [2] * bool(fits)
    assert all(int(str(points)) < 0 for why, points in desk.gains() if why != "fit")


@settings(max_examples=60, deadline=None)
@given(GIVEN)
def test_work_far_beyond_somebody_without_help_costs_each_time(
    gives: list[tuple[int, shapes.Style]],
) -> None:
    desk = given_all(gives)
    beyond = [
        e.number for e in desk.all("ticket.assigned")
        if int(str(e.data["gap"])) <= -2 and e.data["style"] in ("on-call", "hand-over")
    ]  # fmt: skip
    found = [e.because for e in desk.all("analyst.morale-changed", why="beyond")]
    assert found == beyond


@pytest.mark.parametrize("beside", [True, False])
def test_a_senior_at_the_side_is_help(kit: Kit, beside: bool) -> None:
    desk = kit.pair(kit.ticket("a", difficulty=4))
    desk.do(shapes.SendOnBreak("ana")) if not beside else None
    if beside:
        desk.do(shapes.Pair("ben", "ana", 100))
    desk.do(shapes.Reassign("a", "ben", "on-call"))
    assert changes(desk, "beyond") == ([] if beside else [-3])
