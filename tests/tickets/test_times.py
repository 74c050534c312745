"""What is understood as a time, and what is not."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from simulator.tickets.figures import moment
from simulator.tickets.months import MONTHS
from simulator.tickets.times import HOUR, Order, TimeReader
from simulator.tickets.workload import working


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025-07-04 15:42", "2025-07-04 15:42:00"),
        ("2025-07-04T15:42:07.123Z", "2025-07-04 15:42:07"),
        ("2025/07/04 15:42:07", "2025-07-04 15:42:07"),
        ("4/7/2025 15:42", "2025-07-04 15:42:00"),
        ("04.07.2025 15.42", "2025-07-04 15:42:00"),
        ("4-7-25 3:42 PM", "2025-07-04 15:42:00"),
        ("4/7/2025, 12:05 a.m.", "2025-07-04 00:05:00"),
        ("4/7/2025 12:05 p. m.", "2025-07-04 12:05:00"),
        ("4/7/2025 3:42\u202fPM", "2025-07-04 15:42:00"),
        ("14/Jul/25 3:42 PM", "2025-07-14 15:42:00"),
        ("14/juil./25 15h42", "2025-07-14 15:42:00"),
        ("14. Juli 2025 um 15:42", "2025-07-14 15:42:00"),
        ("1er août 2025 à 15:42", "2025-08-01 15:42:00"),
        ("14 de diciembre de 2025 15:42", "2025-12-14 15:42:00"),
        ("Jul 14, 2025 3:42 PM", "2025-07-14 15:42:00"),
        ("Mon, 14 Jul 2025 15:42:00 +0200", "2025-07-14 15:42:00"),
        ("2025-07-04 15:42 CEST", "2025-07-04 15:42:00"),
        ("2025-07-04", "2025-07-04 00:00:00"),
        ("1/1/69", "2069-01-01 00:00:00"),
        ("1/1/99", "1999-01-01 00:00:00"),
    ],
)
def test_a_time_is_understood(text: str, told: str) -> None:
    stamp = TimeReader("day-first").read(text)
    assert stamp is not None
    assert str(moment(stamp.local)) == told


@pytest.mark.parametrize(
    "text",
    ["", "soon", "45852.65", "31/2/2025", "31/31/2025", "2025-07-04 25:00", "2025-07-04 10:61",
     "4/7/2025 10:00 BST", "4/7/3025 10:00", "4/7/1825", "14/Foo/25", "123/1/2025", "10:00",
     "2025-07-04 10:00 +9900", "2025-07-04 10:00 and more", "9" * 5000, "4/7.2025"],
)  # fmt: skip
def test_a_time_is_refused(text: str) -> None:
    assert TimeReader("day-first").read(text) is None


@pytest.mark.parametrize(("order", "month"), [("day-first", 7), ("month-first", 4)])
def test_the_order_decides_what_two_numbers_mean(order: Order, month: int) -> None:
    stamp = TimeReader(order).read("4/7/2025")
    assert stamp is not None
    assert moment(stamp.local).month == month


def test_every_name_of_a_month_is_read() -> None:
    for name, number in MONTHS.items():
        stamp = TimeReader("day-first").read(f"3 {name} 2025")
        assert stamp is not None, name
        assert moment(stamp.local).month == number


def test_hours_are_those_that_passed_when_clocks_are_changed() -> None:
    reader = TimeReader("day-first")
    before, after = (
        reader.read(f"2025-10-{text}") for text in ("25 12:00 +0200", "26 12:00 +0100")
    )
    assert before is not None
    assert after is not None
    assert after.absolute - before.absolute == 25 * HOUR
    assert after.local - before.local == 24 * HOUR


@pytest.mark.parametrize("text", ["2025-07-14T13:42:00Z", "2025-07-14 15:42", "14/7/25 9:42 EDT"])
def test_times_are_told_on_the_clock_of_a_zone(text: str) -> None:
    stamp = TimeReader("day-first", ZoneInfo("Europe/Berlin")).read(text)
    assert stamp is not None
    assert stamp.zoned
    assert str(moment(stamp.local)) == "2025-07-14 15:42:00"
    assert str(moment(stamp.absolute)) == "2025-07-14 13:42:00"


@pytest.mark.parametrize(
    ("opened", "resolved", "hours"),
    [
        ("2025-07-14 10:00", "2025-07-14 12:30", 2.5),
        ("2025-07-14 08:00", "2025-07-14 18:00", 8),
        ("2025-07-11 16:00", "2025-07-14 10:00", 2),
        ("2025-07-12 10:00", "2025-07-13 10:00", 0),
        ("2025-07-01 09:00", "2025-07-15 09:00", 80),
    ],
)
def test_working_hours_are_nine_to_five_on_business_days(
    opened: str, resolved: str, hours: float
) -> None:
    reader = TimeReader("day-first")
    stamps = [reader.read(text) for text in (opened, resolved)]
    assert working(*(stamp.local for stamp in stamps if stamp)) == hours * HOUR


def test_working_hours_are_counted_minute_by_minute() -> None:
    start = datetime(2025, 7, 11, 15, 37)
    first = start.toordinal() * 24 * HOUR + 15 * HOUR + 37 * 60
    for minutes in range(0, 6000, 113):
        counted = sum(
            1 for one in range(minutes)
            if (m := first + one * 60) // (24 * HOUR) % 7 in (1, 2, 3, 4, 5)
            and 9 <= m // HOUR % 24 < 17
        )  # fmt: skip
        assert working(first, first + minutes * 60) == counted * 60
