"""Where the clock ran until something needs the lead, it is said what it stopped for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine.seen import PromiseView
from simulator.tui import snapshot, stopping
from simulator.tui.pacing import Pacing
from simulator.tui.shown import Stop, StripShown
from simulator.tui.widgets.lines import stop_lines
from tests.tui.driving import app_with, at, shown, until
from tests.tui.fakes import NINE, FakeCounts, FakeDesk, FakeSight, entry, person

if TYPE_CHECKING:
    from simulator.engine.log import LogEntry

SIGN = entry(20, NINE, "analyst.sign", "analyst:priya", "world", sign="stretched")
HALTED = entry(21, NINE, "incident.halted", "incident:portal", "analyst:priya",
               asks="next-step", by="priya")  # fmt: skip
QUIET = person("priya")


def quiet(**more: object) -> FakeSight:
    """Return a desk at which nothing is owed and nothing waits."""
    plain = FakeSight(hand=None, owed=(), people=(QUIET,), happened=(), counts=FakeCounts(0))
    return replace(plain, **more)  # type: ignore[arg-type]


def said(sight: FakeSight, after: int = 10) -> str:
    stop = stopping.reason(sight, after)
    return stop.text if stop else ""


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (NINE + 5, "You owe CFO a word by 09:05, in 5 min"),
        (NINE, "The word you owe CFO is due now"),
        (NINE + 4, "You are free again"),
    ],
)
def test_a_word_that_falls_due_is_named(due: int, words: str) -> None:
    assert said(quiet(owed=(PromiseView("cfo", due, "update"),))) == words


def test_a_look_in_that_was_agreed_is_named() -> None:
    agreed = QUIET._replace(agreed_check_in=NINE)
    assert said(quiet(people=(agreed,))) == "You agreed to look in on Priya now"


@pytest.mark.parametrize(
    ("happened", "words"),
    [
        ((SIGN,), "Priya: looks stretched"),
        ((SIGN, HALTED), "Priya waits for your word"),
    ],
)
def test_what_is_addressed_to_you_comes_before_what_is_worth_a_look(
    happened: tuple[LogEntry, ...], words: str
) -> None:
    assert said(quiet(happened=happened)).startswith(words)


def test_what_is_worth_a_look_gives_way_to_what_falls_due() -> None:
    sight = quiet(happened=(SIGN,), owed=(PromiseView("cfo", NINE, "update"),))
    assert said(sight) == "The word you owe CFO is due now"


def test_what_was_there_before_is_no_reason() -> None:
    assert said(quiet(happened=(SIGN,)), after=20) == "You are free again"


@pytest.mark.parametrize(
    ("waiting", "words"), [(1, "; 1 ticket waits"), (6, "; 6 tickets wait"), (0, "")]
)
def test_being_free_again_says_what_waits(waiting: int, words: str) -> None:
    assert said(quiet(counts=FakeCounts(waiting))) == f"You are free again{words}"


def test_what_stands_before_all_else_already_is_not_said_twice() -> None:
    back = entry(22, NINE, "incident.mitigated", "incident:portal", "world", after=9, by="priya")
    assert stopping.reason(quiet(happened=(back,)), 10) is None


def test_the_reason_stands_first_for_three_minutes_and_only_once() -> None:
    sight = quiet(happened=(SIGN,))
    for later, first in ((0, "stop"), (2, "stop"), (3, "loud")):
        sight.now = NINE + later
        shot = snapshot.take(sight, Pacing(lambda: 0.0), stop=Stop(NINE, "Priya: looks stretched"))
        assert [(one.text, one.sort) for one in shot.strip] == [("Priya: looks stretched", first)]


async def test_the_dot_says_what_it_stopped_for() -> None:
    desk = FakeDesk(FakeSight(hand=None))
    desk.at[64] = lambda sight: None
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("full_stop")
        line = "\n › 09:04 You owe CFO a word by 09:09, in 5 min"
        await until(pilot, lambda: line in shown(pilot))


def test_a_long_reason_is_said_whole_and_takes_the_place_of_a_hint() -> None:
    stop = StripShown("08:12", "one two three four five six seven eight", "stop")
    assert stop_lines((stop,), 80) == 1
    assert stop_lines((stop,), 30) == 2
    assert stop_lines((replace(stop, sort="loud"),), 30) == 0
