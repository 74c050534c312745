"""No single entry decides: neither one that is missing, nor one that stands there twice."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runs.laws.shifts import ANY, EVERY, run_of, with_again, without

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.assess import Assessment
    from tests.runs.laws.shifts import Run

ONE_LEVEL = Fraction(1, 3)
"""Of a competency's scale: what a single entry may move it by at most."""

FRAME = ("shift.", "window.", "incident.started", "incident.known", "incident.mitigated",
         "incident.resolved", "ticket.arrived", "scene.opened", "desk.reading")  # fmt: skip
"""Kinds that say what the world is and how long it lasted; without them it is another shift."""


def moved(before: Assessment, after: Assessment) -> dict[str, Fraction]:
    """Return by what share of its scale each competency moved, where both have a score."""
    found: dict[str, Fraction] = {}
    for name, old in before.scores.items():
        new = after.scores[name]
        if old.of and new.of and not old.capped_by and not new.capped_by:
            found[name] = Fraction(new.points, new.of) - Fraction(old.points, old.of)
    return found


def lowered(before: Assessment, after: Assessment) -> list[str]:
    """Return the criteria whose level went down."""
    pairs = zip(before.fillings, after.fillings, strict=True)
    return [
        old.criterion
        for old, new in pairs
        if old.level is not None and new.level is not None and new.level < old.level
    ]


def of_weight(run: Run) -> Iterator[int]:
    """Yield the entries that could move a score: the lead's own, and those that a level cites."""
    cited = {number for filling in run.assessment.fillings for number in filling.evidence}
    for entry in run.log:
        if not entry.kind.startswith(FRAME) and (entry.cause == "lead" or entry.number in cited):
            yield entry.number


@pytest.mark.parametrize("shift", EVERY)
def test_no_entry_that_is_missing_moves_a_competency_by_more_than_a_level(
    shift: tuple[str, str, int],
) -> None:
    run = run_of(*shift)
    for number in of_weight(run):
        after = run.judge(without(run.log, number))
        told = (shift, run.log[number])
        assert all(abs(by) <= ONE_LEVEL for by in moved(run.assessment, after).values()), told
        assert len(lowered(run.assessment, after)) <= 2, told


@settings(max_examples=60, deadline=None)
@given(ANY, st.integers(0, 10**6), st.integers(1, 40))
def test_no_entry_that_stands_there_again_moves_a_competency_by_more_than_a_level(
    shift: tuple[str, str, int], which: int, later: int
) -> None:
    run = run_of(*shift)
    candidates = list(of_weight(run))
    number = candidates[which % len(candidates)]
    place = min(number + later, len(run.log) - 1)
    after = run.judge(with_again(run.log, number, place))
    assert all(abs(by) <= ONE_LEVEL for by in moved(run.assessment, after).values())
    assert len(lowered(run.assessment, after)) <= 2


OWN = frozenset(
    {"message.sent", "promise.kept", "analyst.checked-in", "ticket.triaged", "incident.assigned",
     "incident.declared", "decision.recorded", "analyst.listened-to", "analyst.recognised",
     "analyst.reviewed", "conflict.talked-through", "analyst.sent-on-break", "shift.handed-over",
     "incident.approved", "scene.answered", "task.escalated"}
)  # fmt: skip
"""Kinds of entries that levels give credit for."""


@pytest.mark.parametrize("shift", EVERY)
def test_doing_again_at_once_what_earned_credit_earns_nothing_more(
    shift: tuple[str, str, int],
) -> None:
    """The same act twice in a minute, with the same data: at most it costs."""
    run = run_of(*shift)
    for filling in run.assessment.fillings:
        for number in filling.evidence:
            if run.log[number].kind in OWN:
                after = run.judge(with_again(run.log, number, number + 1))
                by = moved(run.assessment, after)
                assert all(share <= 0 for share in by.values()), (shift, run.log[number], by)
