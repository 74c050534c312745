"""Plain mode in a real terminal: a dialogue with a person, and one that is cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.runs.file import read_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.conftest import House, Terminal

PROMPT = r"\d\d:\d\d> $"


def test_a_dialogue_at_a_terminal(house: House, terminal: Callable[..., Terminal]) -> None:
    shift = terminal("play", "tutorial", "--plain", "--seed", "1")
    shift.expect(PROMPT)
    shift.type("next\r")
    shift.expect("Answer with a number")
    shift.expect(PROMPT)
    shift.type("2\r")
    shift.expect(PROMPT)
    shift.type("assing badges lea\r")
    shift.expect("Did you mean “assign”")
    shift.expect(PROMPT)
    shift.type("assign badges lea hand-over outcome twelve-badges due 08:12\r")
    shift.expect("min of yours")
    shift.expect(PROMPT)
    for _ in range(40):
        shift.type("next\r")
        seen = shift.expect(rf"{PROMPT}|One minute you would like back: ")
        if "minute" in seen:
            break
        if "Answer with a number" in shift.text[-400:]:
            shift.type("1\r")
            shift.expect(PROMPT)
    shift.type("08:04, the printer\r")
    shift.expect("One you would keep: ")
    shift.type("the answer to Ida\r")
    shift.expect("Your own words")
    found = re.search(r"Run (\S+), seed 1", shift.expect(r"Run \S+, seed 1"))
    assert found
    assert shift.ended() == 0
    report = house.shiftlead("report", found[1])
    assert "08:04, the printer" in report.out
    assert house.run_file(found[1]).head.by == "person"


def test_a_killed_dialogue_goes_on_at_the_same_minute(
    house: House, terminal: Callable[..., Terminal]
) -> None:
    shift = terminal("play", "payroll-friday", "--plain", "--seed", "10")
    shift.expect(PROMPT)
    shift.type("brief impact why payday\r")
    shift.expect(PROMPT)
    shift.type("wait 9\r")
    shift.expect("08:09> $")
    shift.type("ask tomas -- how are you?\r")
    shift.expect("min of yours")
    shift.expect(PROMPT)
    shift.kill()

    (journal,) = house.journals()
    before = read_run(journal)
    assert before.seal is None
    assert [given.act.kind for given in before.acts] == ["brief", "ask"]

    again = terminal("play", "--resume", "--plain")
    again.expect("It goes on at 08:09")
    again.expect("08:09> $")
    again.type("agenda\r")
    again.expect("You are busy until 08:11: ask tomas how-far")
    again.type("quit\r")
    assert again.ended() == 0
    assert [given.act for given in read_run(journal).acts] == [given.act for given in before.acts]

    verdict = house.shiftlead("verify", before.head.run)
    assert "unfinished" in verdict.out


def test_two_at_once_do_not_spoil_a_run(house: House, terminal: Callable[..., Terminal]) -> None:
    shift = terminal("play", "tutorial", "--plain", "--seed", "1")
    shift.expect(PROMPT)
    other = house.shiftlead("play", "--resume", "--plain")
    assert other.code == 1
    assert other.err.count("\n") == 1
    shift.type("quit\r")
    assert shift.ended() == 0


def test_ctrl_c_leaves_a_run_that_can_be_resumed(
    house: House, terminal: Callable[..., Terminal]
) -> None:
    shift = terminal("play", "tutorial", "--plain", "--seed", "1")
    shift.expect(PROMPT)
    shift.type("2\r")
    shift.expect(PROMPT)
    shift.interrupt("interrupted")
    assert shift.ended() == 130
    (journal,) = house.journals()
    assert len(read_run(journal).acts) == 1
