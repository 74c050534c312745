"""Rows into files: what comes back is what went in, and no spreadsheet runs any of it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from scoring.cohort.handed import Terms
from scoring.cohort.pseudonyms import Pseudonyms
from scoring.export.cells import Cell, guarded, written
from scoring.export.files import write_csv, write_jsonl
from scoring.export.rows import COLUMNS, Row, Rows, rows_of
from tests.scoring.handed import TERMS, handed

CODES = Pseudonyms.of("autumn", bytes(32))
GOLDEN = (
    '"cohort","person","run","scenario","scenario_version","rubric","rubric_version",'
    '"rubric_hash","attempt","mode","by","forked","criterion","level","reason","figure",'
    '"entries","rater","because","purpose","sees","keep_months","claim"\r\n'
    '"autumn","t-1","run-1","a-shift","1.0.0","core","1.0.0",'
    '"ffffffffffffffffffffffffffffffff","1","practice","person","false","people.listens","3","",'
    '"-4","3 17","engine","","\'=Onboarding","named","6","Rung 1 of 5: recomputable. Practice '
    'feedback; not for hiring, promotion, pay, discipline or dismissal."\r\n'
)


def as_csv(rows: list[Row], separator: str = ",") -> str:
    file = io.StringIO(newline="")
    write_csv(file, list(rows[0]), rows, separator)
    return file.getvalue()


def cell(value: Cell, separator: str = ",") -> str:
    """Write a row with one cell and return the cell as the file has it."""
    return as_csv([{"x": value}], separator).removeprefix('"x"\r\n').removesuffix("\r\n")


def test_the_file_is_this_one_to_the_byte() -> None:
    terms = Terms("autumn", "=Onboarding", "named", 6)
    rows = list(rows_of("criteria", [handed()], terms, CODES))
    file = io.StringIO(newline="")
    assert write_csv(file, COLUMNS["criteria"], rows) == 1
    assert file.getvalue() == GOLDEN


@pytest.mark.parametrize(
    "text",
    ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1",
     "－1", "＠x"],
)  # fmt: skip
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert next(csv.DictReader(io.StringIO(as_csv([{"x": text}]), newline="")))["x"] == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "p-7Q2K", "O'Hara", "’=1", "Zoë"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize(
    ("text", "file"),
    [('=1+2";=1+2', '"\'=1+2"";=1+2"'), ("=1+2'\" ;,=1+2", '"\'=1+2\'"" ;,=1+2"')],
)
def test_the_two_worked_examples_of_owasp(text: str, file: str) -> None:
    assert cell(text) == cell(text, ";") == file


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("text", ["a,=1", "a;=1", "a\t=1", 'a";=1', "a\n=1", "a\r\n=1", "|x"])
def test_a_text_with_separators_quotes_or_line_ends_stays_one_cell(
    text: str, separator: str
) -> None:
    file = as_csv([{"x": text, "y": 1}], separator)
    rows = list(csv.reader(io.StringIO(file, newline=""), delimiter=separator))
    assert rows == [["x", "y"], [text, "1"]]


@pytest.mark.parametrize(
    ("value", "text"),
    [(-45, "-45"), (0, "0"), (True, "true"), (False, "false"), (None, ""),
     (date(2025, 1, 2), "2025-01-02")],
)  # fmt: skip
def test_numbers_dates_and_yes_or_no_are_never_guarded(value: Cell, text: str) -> None:
    assert written(value) == text


def test_a_line_of_json_keeps_types_and_needs_no_encoding() -> None:
    row: Row = {"a": "=Zoë\u2028", "b": -4, "c": None, "d": True, "e": date(2025, 1, 2)}
    file = io.StringIO()
    assert write_jsonl(file, list(row), [row, row]) == 2
    lines = file.getvalue().splitlines()
    assert len(lines) == 2
    assert lines[0].isascii()
    assert json.loads(lines[0]) == {**row, "e": "2025-01-02"}


@pytest.mark.parametrize("kind", ["runs", "criteria", "groups"])
def test_every_row_has_all_columns_and_says_what_it_is_for(kind: Rows) -> None:
    rows = list(rows_of(kind, [handed(n) for n in range(5)], TERMS, CODES))
    assert rows
    for row in rows:
        assert set(row) == set(COLUMNS[kind])
        assert (row["purpose"], row["sees"], row["keep_months"]) == (
            "Onboarding", "pseudonymous", 6,
        )  # fmt: skip
        assert str(row["claim"]).startswith("Rung 1 of 5: recomputable.")
        assert "not for hiring, promotion, pay, discipline or dismissal" in str(row["claim"])
        assert "still personal data" in str(row["claim"])


def test_ids_stand_in_a_row_only_where_the_cohort_sees_them() -> None:
    named = Terms("autumn", "Onboarding", "named", 6)
    for kind in ("runs", "criteria"):
        (with_ids,) = rows_of(kind, [handed()], named, CODES)
        (without,) = rows_of(kind, [handed()], TERMS, CODES)
        assert (with_ids["person"], with_ids["run"]) == ("t-1", "run-1")
        assert not {"t-1", "run-1"} & set(map(str, without.values()))


def test_a_group_that_is_too_small_has_a_row_without_figures() -> None:
    (row,) = rows_of("groups", [handed(n) for n in range(4)], TERMS, CODES)
    assert (row["people"], row["middle"], row["percent_acceptable"]) == (None, None, None)
    assert row["left_out"] == "fewer than 5 people"
