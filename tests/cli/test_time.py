"""Time in plain mode: what is past, what stops the clock, what a hint waits for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.runs.language import controls as c
from simulator.runs.language.errors import LineError
from simulator.runs.language.reading import read, timed

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.runs.language.desk import Desk
    from tests.cli.conftest import Said, Shiftlead

FRIDAY = ("play", "payroll-friday", "--plain", "--seed", "21")


@pytest.fixture
def friday(process: Shiftlead, own_folders: Path) -> Shiftlead:
    """Type lines into a Payroll Friday of seed 21."""

    def typed(*lines: str) -> Said:
        return process(*FRIDAY, stdin="".join(f"{line}\n" for line in lines))

    return typed


@pytest.mark.parametrize("time", ["07:00", "08:10", "00:00", "23:59"])
def test_a_time_that_is_past_is_refused(time: str, desk: Desk) -> None:
    with pytest.raises(LineError, match=f"{time} is past; it is 08:25. Nothing happened."):
        read(f"wait until {time}", desk)
    with pytest.raises(LineError, match="is past"):
        timed(f"@{time} look", desk)


@pytest.mark.parametrize("time", ["11:31", "12:00", "17:00"])
def test_a_time_after_the_shift_is_refused(time: str, desk: Desk) -> None:
    with pytest.raises(LineError, match="The shift ends at 11:30"):
        read(f"wait until {time}", desk)


def test_the_last_minute_can_be_waited_for(desk: Desk) -> None:
    assert read("wait until 11:30", desk) == c.Wait(210)
    assert read("wait 9999999", desk) == c.Wait(210)


def test_a_past_time_leaves_the_clock_where_it_is(friday: Shiftlead) -> None:
    said = friday("wait 3", "wait until 07:00", "wait 2", "save")
    assert said.code == 0, said.err
    assert "07:00 is past; it is 08:03. Nothing happened." in said.out
    assert "The shift ends" not in said.out


def test_waiting_stops_where_somebody_wants_the_lead(friday: Shiftlead) -> None:
    said = friday("wait until 08:45", "log 1", "not-now", "wait until 08:22", "log 1")
    assert said.code == 0, said.err
    opened = re.search(r"^(08:\d\d) Mei writes", said.out, re.MULTILINE)
    assert opened
    stopped = f"You are wanted: the clock stopped at {opened[1]}, before 08:45."
    assert said.out.count("You are wanted") == 1
    assert stopped in said.out
    assert f"] {opened[1]} Mei: a word with you" in said.out


def test_a_script_waits_as_long_as_it_says(shiftlead: Shiftlead, tmp_path: Path) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("wait until 08:45\nlook\n", encoding="utf-8")
    said = shiftlead(*FRIDAY, "--script", script)
    assert said.code == 0, said.err
    assert "\n08:45, " in said.out
    assert "You are wanted" not in said.out


def test_a_ticket_is_told_once(friday: Shiftlead) -> None:
    lines = [line for line in friday("quit").out.splitlines() if "came in" in line]
    assert lines
    for line in lines:
        subject = re.search(r'"(.+)"', line)
        assert subject
        assert line.count(subject[1]) == 1
        assert re.search(r"came in \(P[1-4]\)$", line)


def test_a_hint_waits_until_nobody_waits_for_an_answer(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    """In a whole shift without an answer, no hint of another matter comes while a scene is open."""
    script = tmp_path / "lines.txt"
    script.write_text("".join(f"wait until {m // 60 + 8:02}:{m % 60:02}\n" for m in range(1, 211)))
    said = shiftlead(*FRIDAY, "--script", script)
    assert said.code == 0, said.err
    waits, told = False, 0
    for line in said.out.splitlines():
        if line.startswith("Answer with a number"):
            waits = True
        elif "went unanswered" in line:
            waits = False
        elif line.startswith("Hint: "):
            told += 1
            assert not waits, line
    assert told >= 3


def test_a_person_without_a_name_is_told_by_where_they_are() -> None:
    from simulator.engine import words
    from simulator.runs.sentences import named
    from simulator.scenario.library import load

    world = load("payroll-friday").world
    assert world is not None
    storyline = tuple(
        replace(item, scene=replace(item.scene, sender="", name="", channel="phone"))
        if item.scene is not None
        else item
        for item in world.storyline
    )
    nobody = replace(world, storyline=storyline)
    names = named(nobody, words.names(nobody))
    assert names["scene:cfo-calls"] == "somebody on the phone"


def test_nothing_is_told_with_a_blank_or_without_a_name(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("wait until 10:00\ndecisions\nlog 400\n", encoding="utf-8")
    said = shiftlead(*FRIDAY, "--script", script)
    assert said.code == 0, said.err
    run = said.out.rpartition("shiftlead report ")[2].strip()
    report = shiftlead("report", run, "--all").out
    replay = shiftlead("replay", run).out
    assert "by the time you name, " in said.out
    assert "Henrik Brandt: a word with you" in replay
    assert "Henrik Brandt went unanswered" in replay
    for text in (said.out, replay, report, shiftlead("report", run, "--json").out):
        assert "{" not in text.replace("{\n", "").replace("{}", "")
        assert not re.search(r"^\[?.*\d\d:\d\d :", text, re.MULTILINE)
