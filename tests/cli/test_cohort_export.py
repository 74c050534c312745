"""What a coordinator does with a cohort: make it, see it, export what was handed in."""

from __future__ import annotations

import csv
import json
import os
import tracemalloc
import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select, update

from simulator.store.assessed import assessment_of
from simulator.store.places import data_folder
from simulator.store.store import Store
from simulator.store.tables import HAND_INS, RUNS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.cohorts import Desk
    from tests.cli.conftest import Said

TODAY = date.today()


def make(desk: Desk, sees: str = "pseudonymous", ident: str = "autumn", *more: str) -> Said:
    return desk("cohort", "new", ident, "--purpose", "Onboarding", "--sees", sees, *more)


def export(desk: Desk, to: Path, form: str = "csv", *more: str, ident: str = "autumn") -> Said:
    return desk("cohort", "export", "--cohort", ident, "--format", form, "--to", to, *more)


def read(path: Path, encoding: str = "utf-8", separator: str = ",") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def hand_in(desk: Desk, run: str, ident: str = "autumn") -> None:
    said = desk("hand-in", run, "--cohort", ident, "--yes")
    assert said.code == 0, said.err


@pytest.fixture
def autumn(own_desk: Desk) -> Desk:
    """Return a desk with a cohort and two shifts of one trainee in it."""
    make(own_desk)
    hand_in(own_desk, own_desk.played())
    hand_in(own_desk, own_desk.play(seed=2))
    return own_desk


def test_a_cohort_is_made_once_and_listed(own_desk: Desk) -> None:
    assert "no cohort yet" in own_desk("cohort", "list").out
    assert make(own_desk, "aggregate", "autumn", "--keep", "3").code == 0
    again = make(own_desk)
    assert (again.code, again.err.count("\n")) == (2, 1)
    (listed,) = json.loads(own_desk("cohort", "list", "--json").out)["cohorts"]
    assert listed == {
        "id": "autumn", "purpose": "Onboarding", "sees": "aggregate", "months": 3,
        "created": TODAY.isoformat(), "assessment": False, "runs": 0,
    }  # fmt: skip
    assert "autumn" in own_desk("cohort", "list").out


@pytest.mark.parametrize("months", ["0", "13"])
def test_nothing_is_kept_longer_than_a_year(own_desk: Desk, months: str) -> None:
    assert make(own_desk, "named", "autumn", "--keep", months).code == 2


@pytest.mark.parametrize("purpose", ["two\nlines", " ", "x" * 201, "\x1b[31m"])
def test_a_purpose_is_one_short_line(own_desk: Desk, purpose: str) -> None:
    said = own_desk("cohort", "new", "autumn", "--purpose", purpose, "--sees", "named")
    assert said.code == 2
    assert "\x1b" not in said.err


def test_a_row_a_run_and_a_row_a_criterion(autumn: Desk, tmp_path: Path) -> None:
    assert export(autumn, tmp_path / "runs.csv").code == 0
    runs = read(tmp_path / "runs.csv")
    assert sorted(row["attempt"] for row in runs) == ["1", "2"]
    assert len({row["person"] for row in runs}) == 1
    assert len({row["run"] for row in runs}) == 2
    export(autumn, tmp_path / "criteria.csv", "csv", "--rows", "criteria")
    criteria = read(tmp_path / "criteria.csv")
    assert len(criteria) == sum(int(row["criteria"]) for row in runs)
    observed = [row for row in criteria if row["level"]]
    assert len(observed) == sum(int(row["observed"]) for row in runs)
    assert all(row["reason"] for row in criteria if not row["level"])


def test_a_row_says_what_the_report_says(autumn: Desk, tmp_path: Path) -> None:
    export(autumn, tmp_path / "x", "jsonl")
    rows = [json.loads(line) for line in (tmp_path / "x").read_text().splitlines()]
    shifts = {run["seed"]: run for run in json.loads(autumn("runs", "list", "--json").out)["runs"]}
    for row in rows:
        assert row["score"] == shifts[row["seed"]]["score"]
        report = json.loads(autumn("report", shifts[row["seed"]]["id"], "--json").out)
        levels = {one["criterion"]: one["level"] for one in report["levels"]}
        assert row["observed"] == sum(level is not None for level in levels.values())


def test_both_forms_hold_the_same(autumn: Desk, tmp_path: Path) -> None:
    for form in ("csv", "jsonl"):
        export(autumn, tmp_path / form, form)
    lines = (tmp_path / "jsonl").read_text(encoding="utf-8").splitlines()

    def cell(value: object) -> str:
        return "" if value is None else str(value).lower() if type(value) is bool else str(value)

    assert [
        {name: cell(value) for name, value in json.loads(line).items()} for line in lines
    ] == read(tmp_path / "csv")


def test_the_same_export_twice_is_the_same_to_the_byte(autumn: Desk, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(autumn, tmp_path / name, "csv", "--rows", "criteria")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_has_a_byte_order_mark_only_where_it_is_for_excel(
    autumn: Desk, tmp_path: Path
) -> None:
    export(autumn, tmp_path / "plain")
    export(autumn, tmp_path / "excel", "csv", "--excel", "--separator", "semicolon")
    export(autumn, tmp_path / "lines", "jsonl", "--excel")
    mark = b"\xef\xbb\xbf"
    assert [(tmp_path / n).read_bytes()[:3] == mark for n in ("plain", "excel", "lines")] == [
        False, True, False,
    ]  # fmt: skip
    assert read(tmp_path / "excel", "utf-8-sig", ";") == read(tmp_path / "plain")


def test_a_purpose_like_a_formula_is_no_formula_in_the_file(own_desk: Desk, tmp_path: Path) -> None:
    own_desk("cohort", "new", "autumn", "--purpose", "=cmd|'/C calc'!A0", "--sees", "named")
    hand_in(own_desk, own_desk.played())
    export(own_desk, tmp_path / "x")
    assert b"\"'=cmd|'/C calc'!A0\"" in (tmp_path / "x").read_bytes()
    export(own_desk, tmp_path / "y", "jsonl")
    assert json.loads((tmp_path / "y").read_text())["purpose"] == "=cmd|'/C calc'!A0"


def test_the_key_stays_in_the_data_folder(autumn: Desk, tmp_path: Path) -> None:
    export(autumn, tmp_path / "one")
    path = data_folder() / "pseudonyms.key"
    assert not (autumn.folder / "pseudonyms.key").exists(), "others may reach a store"
    key = path.read_text().strip()
    assert key not in (tmp_path / "one").read_text(encoding="utf-8")
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0
    path.unlink()
    export(autumn, tmp_path / "two")
    people = [{row["person"] for row in read(tmp_path / name)} for name in ("one", "two")]
    assert people[0].isdisjoint(people[1])


def test_a_damaged_key_is_not_replaced(autumn: Desk, tmp_path: Path) -> None:
    path = data_folder() / "pseudonyms.key"
    path.parent.mkdir(parents=True)
    path.write_text("half a ke")
    said = export(autumn, tmp_path / "x")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert str(path) in said.err
    assert not (tmp_path / "x").exists()
    assert path.read_text() == "half a ke"


def test_one_person_stands_under_another_name_in_another_cohort(
    autumn: Desk, tmp_path: Path
) -> None:
    make(autumn, "pseudonymous", "spring")
    hand_in(autumn, autumn.play(seed=3), "spring")
    export(autumn, tmp_path / "a")
    export(autumn, tmp_path / "s", ident="spring")
    people = [{row["person"] for row in read(tmp_path / name)} for name in "as"]
    assert people[0].isdisjoint(people[1])


def test_ids_stand_where_the_cohort_said_so(own_desk: Desk, tmp_path: Path) -> None:
    make(own_desk, "named")
    run = own_desk.played(trainee="p-77")
    hand_in(own_desk, run)
    export(own_desk, tmp_path / "x")
    assert [(row["person"], row["run"]) for row in read(tmp_path / "x")] == [("p-77", run)]


def test_a_cohort_that_sees_groups_gets_no_single_shift(own_desk: Desk, tmp_path: Path) -> None:
    make(own_desk, "aggregate")
    for number in range(4):
        hand_in(own_desk, own_desk.played(trainee=f"t-{number}", seed=3))
    for rows in ("runs", "criteria"):
        said = export(own_desk, tmp_path / rows, "csv", "--rows", rows)
        assert (said.code, said.err.count("\n")) == (2, 1)
        assert not (tmp_path / rows).exists()
    export(own_desk, tmp_path / "four")
    assert [(row["people"], row["middle"], row["left_out"]) for row in read(tmp_path / "four")] == [
        ("", "", "fewer than 5 people")
    ]
    hand_in(own_desk, own_desk.played(trainee="t-4", seed=3))
    export(own_desk, tmp_path / "five")
    figures = {(row["what"], row["of"]): row for row in read(tmp_path / "five")}
    assert figures["score", ""]["people"] == "5"
    assert figures["competency", "delegation"]["percent_acceptable"] in ("0", "100")


def test_what_is_over_is_let_go_and_in_no_export(autumn: Desk, tmp_path: Path) -> None:
    with Store(f"sqlite:///{autumn.store}") as store, store.writing() as connection:
        one = connection.execute(select(HAND_INS.c.run)).scalars().first()
        yesterday = TODAY - timedelta(days=1)
        connection.execute(update(HAND_INS).where(HAND_INS.c.run == one).values(until=yesterday))
    export(autumn, tmp_path / "x")
    assert [row["attempt"] for row in read(tmp_path / "x")] == ["1"]
    assert json.loads(autumn("cohort", "list", "--json").out)["cohorts"][0]["runs"] == 1


def test_a_file_that_is_there_is_left_alone(autumn: Desk, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine")
    said = export(autumn, tmp_path / "x")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert (tmp_path / "x").read_text() == "mine"
    missing = export(autumn, tmp_path / "no" / "such" / "x.csv")
    assert (missing.code, missing.err.count("\n")) == (1, 1)


def test_an_export_that_breaks_leaves_no_half_file(autumn: Desk, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    with Store(f"sqlite:///{autumn.store}") as store, store.writing() as connection:
        connection.execute(update(RUNS).values(assessment="{}"))
    said = export(autumn, target)
    assert said.code == 1
    assert "damaged" in said.err
    assert list(target.iterdir()) == []


def test_an_unknown_cohort_is_one_line(own_desk: Desk, tmp_path: Path) -> None:
    said = export(own_desk, tmp_path / "x")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "cohort list" in said.err


# Many runs ---------------------------------------------------------------------------------------


def filled(store: Store, run: str, ident: str, count: int) -> None:
    """Hand so many copies of a run in to a cohort, each under an id of its own."""
    with store.writing() as connection:
        row = connection.execute(select(RUNS).where(RUNS.c.id == run)).mappings().one()
        for number in range(count):
            new = str(uuid.uuid4())
            connection.execute(insert(RUNS).values({**row, "id": new}))
            connection.execute(
                insert(HAND_INS).values(
                    run=new, cohort=ident, trainee=f"t-{number}", handed_in=TODAY,
                    until=TODAY, copied=False,
                )
            )  # fmt: skip


def criteria(desk: Desk, run: str) -> int:
    """Return how many criteria a stored run was assessed on."""
    with Store(f"sqlite:///{desk.store}") as store, store.writing() as connection:
        query = select(RUNS.c.assessment).where(RUNS.c.id == run)
        return len(assessment_of(connection.execute(query).scalar_one(), run).fillings)


def peak(desk: Desk, ident: str, rows: str, to: Path) -> int:
    """Return the most bytes that an export held at once."""
    tracemalloc.start()
    try:
        said = export(desk, to, "csv", "--rows", rows, ident=ident)
        assert said.code == 0, said.err
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.deep
@pytest.mark.parametrize("rows", ["runs", "criteria", "groups"])
def test_memory_does_not_grow_with_the_runs(own_desk: Desk, tmp_path: Path, rows: str) -> None:
    run = own_desk.played()
    for ident, count in (("thousand", 1000), ("five-thousand", 5000)):
        make(own_desk, "pseudonymous", ident)
        with Store(f"sqlite:///{own_desk.store}") as store:
            filled(store, run, ident, count)
    peak(own_desk, "thousand", rows, tmp_path / "warm")  # imports and compiled queries
    small = peak(own_desk, "thousand", rows, tmp_path / "small")
    large = peak(own_desk, "five-thousand", rows, tmp_path / "large")
    each = {"runs": 1, "criteria": criteria(own_desk, run)}.get(rows)
    assert each is None or (tmp_path / "large").read_bytes().count(b"\r\n") == 5000 * each + 1
    assert large < small * 1.2 + 100_000, (small, large)
