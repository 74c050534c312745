"""What an import assumes, and what it did not understand: said, with counts and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tickets import exports

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tickets.conftest import Imported

HEAD = "Number,Opened,Resolved,Priority\n"


def rows(*lines: str) -> str:
    return HEAD + "".join(f"INC{n},{line}\n" for n, line in enumerate(lines))


@pytest.mark.parametrize(
    ("lines", "order", "says"),
    [
        (("4/7/2025 10:00,,", "29/7/2025 10:00,,"), "day-first",
         "1 date in the first 2 rows can be nothing else, the first 29/7/2025 on line 3"),
        (("4/7/2025 10:00,,", "7/29/2025 10:00,,"), "month-first", "the first 7/29/2025 on line 3"),
        (("29/7/2025,,", "30/7/2025,,", "7/31/2025,,"), "day-first",
         "1 can only be the other way round"),
        (("1/5/2025,2/4/2025,",), "month-first", "1 ticket would be resolved before opened"),
        (("4.7.2025 10:00,,",), "day-first", "dates with dots are written so"),
        (("4/7/2025 10:00,,",), "day-first", "assumed: no date tells"),
        (("2025-07-04 10:00,,",), "day-first", "told by each date itself"),
    ],
)  # fmt: skip
def test_the_order_of_dates_is_said_with_its_evidence(
    lines: tuple[str, ...], order: str, says: str, imported: Imported
) -> None:
    found = imported(rows(*lines))
    assert found["order_of_dates"] == order
    assert says in found["read_as"]["dates"]


def test_the_user_has_the_last_word_on_dates(imported: Imported) -> None:
    found = imported(rows("4/7/2025 10:00,,"), "--dates", "month-first")
    assert found["opened_first"] == "2025-04-07 10:00:00"
    assert found["read_as"]["dates"] == "month first, as you said"


def test_a_date_far_down_still_tells_the_order(imported: Imported) -> None:
    found = imported(rows(*["4/7/2025 10:00,,"] * 20_500, "7/29/2025 10:00,,"))
    assert found["order_of_dates"] == "month-first"


@pytest.mark.parametrize(
    ("lines", "what", "count", "kept"),
    [
        ((",,",), "no opening time", 1, 0),
        (("soon,,", "45852.6,,", "1/2,,"), "opening time", 3, 0),
        (("2025-01-02 10:00,later,P1",), "resolution time", 1, 1),
        (("2025-01-02 10:00,2025-01-01 10:00,P1",), "resolved before opened", 1, 1),
        (("2025-01-02 10:00,2025-01-03 10:00Z,P1",), "time zone", 1, 1),
        (("2025-01-02 10:00,,whenever",), "priority", 1, 1),
        (("2025-01-02 10:00",), "fewer cells", 1, 1),
        (("2025-01-02 10:00,,,,,,",), "more cells", 1, 1),
    ],
)
def test_a_row_that_is_not_understood_is_counted_with_its_line(
    lines: tuple[str, ...], what: str, count: int, kept: int, imported: Imported
) -> None:
    found = imported(rows("2025-01-01 10:00,2025-01-01 11:00,P3", *lines))
    places = list(range(3, 3 + count))
    assert found["not_understood"]["rows"] == {what: {"rows": count, "first_lines": places}}
    assert found["tickets"] == 1 + kept
    assert found["resolve_hours_calendar_from_resolved_at"]["all"] == {
        "n": 1, "mean": 1, "p25": 1, "median": 1, "p75": 1, "p90": 1, "p95": 1,
    }  # fmt: skip


def test_lines_are_counted_as_an_editor_does_past_quoted_newlines(imported: Imported) -> None:
    text = 'Number,Opened,Text\n1,2025-01-01 10:00,"a\nb\n\nc"\n2,soon,x\n'
    assert imported(text)["not_understood"]["rows"]["opening time"]["first_lines"] == [6]


def test_a_row_that_stands_there_twice_counts_once(imported: Imported) -> None:
    line = "INC1,2025-01-01 10:00,,P3\n"
    found = imported(HEAD + line * 3)
    assert found["tickets"] == 1
    assert found["not_understood"]["rows"] == {"a second time": {"rows": 2, "first_lines": [3]}}


def test_a_history_with_the_newest_row_first_is_said(imported: Imported) -> None:
    text = "Number,Opened,Updated,State\n1,1/1/2025,5/1/2025,Closed\n1,1/1/2025,2/1/2025,New\n"
    found = imported(text)
    assert found["incident_state"] == {"New": 1}
    assert found["not_understood"]["rows"]["newest first"]["first_lines"] == [3]


def test_a_row_before_its_ticket_and_a_state_without_a_word_are_said(imported: Imported) -> None:
    text = "Number,Opened,Updated,State\n1,3/1/2025,2/1/2025,-100\n1,3/1/2025,5/1/2025,7\n"
    found = imported(text)
    assert found["incident_state"] == {"7": 1}
    assert found["open_tickets"] == 0
    assert found["not_understood"]["rows"] == {
        "written before opened": {"rows": 1, "first_lines": [2]},
        "state": {"rows": 1, "first_lines": [2]},
    }


def test_a_clock_without_its_am_and_pm_is_doubted(imported: Imported) -> None:
    lines = [f"2025-01-02 {hour:02}:00,," for hour in range(1, 13)] * 50
    assert "is an AM or PM missing?" in imported(rows(*lines))["read_as"]["clock"]


def test_zones_are_said_and_one_can_be_given(imported: Imported) -> None:
    text = rows("2025-07-14T13:42:00Z,2025-07-14T15:42:00Z,P1")
    assert "hours are UTC's" in imported(text)["read_as"]["time zone"]
    told = imported(text, "--zone", "Europe/Berlin")
    assert told["arrivals_by_hour"] == {"15": 1}
    assert told["read_as"]["time zone"] == "Europe/Berlin, as you said"


def test_a_zone_nobody_knows_is_refused(refused: Callable[..., str]) -> None:
    for zone in ("Middle/Earth", "../../etc/passwd", ""):
        assert "knows no time zone" in refused(rows("2025-01-01,,"), "--zone", zone)


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8 with a mark"), ("utf-16", "UTF-16"),
     ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("cp1252", "UTF-8")],
)  # fmt: skip
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_ends_of_lines(
    encoding: str, told: str, delimiter: str, end: str, imported: Imported
) -> None:
    text = "Number,Opened,Category\nINC1,2025-01-01 10:00,Büro\n"
    found = imported(text.replace(",", delimiter).replace("\n", end), encoding=encoding)
    assert found["category_top5"] == {"Büro": 1}
    assert found["read_as"]["encoding"] == told


def test_words_say_what_json_says(
    written: Callable[..., object], capsys: pytest.CaptureFixture[str]
) -> None:
    from simulator.cli.main import run

    assert run(["import-tickets", str(written(exports.servicenow(history=True)))]) == 0
    out = capsys.readouterr().out
    assert "export.csv: a ServiceNow export, 400 tickets in 800 rows" in out
    assert "columns: u_room" in out
    assert "Not taken for timeliness: made_sla" in out
    assert "THIS DESK" in out
    assert "https://doi.org/10.24432/C57S4H" in out
    assert "Resolver" not in out
    assert "Caller 1" not in out
