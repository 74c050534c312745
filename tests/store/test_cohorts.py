from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from simulator.errors import NotFound, WrongUse
from simulator.store.cohorts import cohort, cohorts, make_cohort, months_later
from simulator.store.hand_ins import hand_in, handed_in, let_go, take_out
from simulator.store.notes import notes, write_note

if TYPE_CHECKING:
    from scoring.cohort.handed import Sees
    from simulator.store.store import Store
    from tests.store.conftest import Maker

TODAY = date(2025, 11, 21)


def stored(store: Store, maker: Maker) -> str:
    path = maker.run()
    store.add(path.read_bytes())
    return path.name[:36]


def test_a_run_reaches_a_cohort_only_when_it_is_handed_in(store: Store, maker: Maker) -> None:
    make_cohort(store, "autumn", "Onboarding of new leads", "pseudonymous", 6, TODAY)
    mine, other = stored(store, maker), stored(store, maker)
    assert store.runs(cohort="autumn") == []
    until = hand_in(store, mine[:10], "autumn", TODAY)
    assert until == date(2026, 5, 21)
    assert [row.id for row in store.runs(cohort="autumn")] == [mine]
    assert [run for run, _ in store.files(cohort="autumn")] == [mine]
    assert handed_in(store, mine) == ["autumn"]
    assert handed_in(store, other) == []
    assert cohort(store, "autumn").runs == 1


def test_handing_in_twice_keeps_the_first_day(store: Store, maker: Maker) -> None:
    make_cohort(store, "autumn", "Onboarding", "aggregate", 1, TODAY)
    run = stored(store, maker)
    first = hand_in(store, run, "autumn", TODAY)
    assert hand_in(store, run, "autumn", date(2025, 12, 1)) == first
    assert cohort(store, "autumn").runs == 1


def test_a_run_leaves_the_cohort_when_its_time_is_over_and_stays_with_its_trainee(
    store: Store, maker: Maker
) -> None:
    make_cohort(store, "autumn", "Onboarding", "named", 1, TODAY)
    run = stored(store, maker)
    until = hand_in(store, run, "autumn", TODAY)
    assert let_go(store, until) == 0
    assert let_go(store, date(2025, 12, 22)) == 1
    assert store.runs(cohort="autumn") == []
    assert store.find(run).id == run


def test_a_run_can_be_taken_back_or_deleted(store: Store, maker: Maker) -> None:
    make_cohort(store, "autumn", "Onboarding", "named", 12, TODAY)
    one, two = stored(store, maker), stored(store, maker)
    for run in (one, two):
        hand_in(store, run, "autumn", TODAY)
    assert take_out(store, one, "autumn")
    assert not take_out(store, one, "autumn")
    store.delete(two)
    assert cohort(store, "autumn").runs == 0


@pytest.mark.parametrize(
    ("ident", "purpose", "sees", "months"),
    [
        ("", "x", "named", 3),
        ("ann@example.org", "x", "named", 3),
        ("autumn", " ", "named", 3),
        ("autumn", "x", "all", 3),
        ("autumn", "x", "named", 13),
        ("autumn", "x", "named", 0),
    ],
)
def test_a_cohort_needs_an_id_a_purpose_who_sees_what_and_an_end(
    store: Store, ident: str, purpose: str, sees: Sees, months: int
) -> None:
    with pytest.raises(WrongUse):
        make_cohort(store, ident, purpose, sees, months, TODAY)
    assert cohorts(store) == []


def test_an_id_is_taken_once_and_unknown_ones_are_told(store: Store, maker: Maker) -> None:
    make_cohort(store, "autumn", "Onboarding", "named", 3, TODAY)
    with pytest.raises(WrongUse, match="already"):
        make_cohort(store, "autumn", "Another", "named", 3, TODAY)
    with pytest.raises(NotFound):
        hand_in(store, stored(store, maker), "winter", TODAY)
    with pytest.raises(NotFound):
        hand_in(store, "zzzzzz", "autumn", TODAY)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 10, 31), 1, date(2025, 11, 30)),
        (date(2025, 12, 5), 12, date(2026, 12, 5)),
    ],
)
def test_months_end_where_months_end(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def test_notes_stand_beside_a_run_and_go_with_it(store: Store, maker: Maker) -> None:
    run = stored(store, maker)
    write_note(store, run, "plan", {"when": "payroll writes", "then": "I open it"}, TODAY)
    write_note(store, run, "plan", {"when": "später", "then": "…"}, TODAY)
    write_note(store, run, "rating", {"delegation": 60}, TODAY)
    assert [note.content["when"] for note in notes(store, run, "plan")] == [
        "payroll writes",
        "später",
    ]
    assert len(notes(store)) == 3
    store.delete(run)
    assert notes(store) == []
