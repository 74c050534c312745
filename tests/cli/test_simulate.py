"""Shifts that scripts lead, and the order of all leads."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING

from simulator.authoring.starters import starter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shiftlead


def test_simulate_gives_the_same_numbers_with_any_jobs(shiftlead: Shiftlead) -> None:
    call = ("simulate", "tutorial", "--strategy", "absent", "--runs", "3", "--json")
    one, two = shiftlead(*call), shiftlead(*call, "--jobs", "2")
    assert one.code == two.code == 0, one.err + two.err
    assert one.out == two.out
    told = json.loads(one.out)
    assert [run["seed"] for run in told["runs"]] == [1, 2, 3]
    assert {"scenario", "version", "hash", "strategy", "runs", "summary"} <= set(told)
    keys = {"seed", "score", "acceptable", "competencies", "criteria", "outcomes", "digest"}
    assert set(told["runs"][0]) == keys


def test_simulate_keeps_a_shift_that_tells_what_the_lead_did(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    kept, again = tmp_path / "expert.run.jsonl", tmp_path / "again.txt"
    call = ("simulate", "payroll-friday", "--strategy", "expert", "--seed", "3", "--runs", "1")
    found = json.loads(shiftlead(*call, "--to", kept, "--json").out)
    assert shiftlead("verify", kept).code == 0
    assert "You briefed the team" in shiftlead("replay", kept).out
    again.write_text(shiftlead("replay", kept, "--as-script").out, encoding="utf-8")
    assert "brief" in again.read_text(encoding="utf-8")
    assert found["runs"][0]["digest"] in kept.read_text(encoding="utf-8")
    assert shiftlead("play", "payroll-friday", "--seed", "3", "--script", again).code == 0
    said = shiftlead(*call, "--to", again / "beneath-a-file.jsonl")
    assert (said.code, said.err.count("\n")) == (1, 1)


def test_calibrate_tells_the_order_of_all_leads_and_what_it_cannot_show(
    shiftlead: Shiftlead,
) -> None:
    said = shiftlead("calibrate", "tutorial", "--runs", "1")
    assert said.code == 0, said.err
    assert said.err == ""
    for lead in ("expert", "steady", "close", "hero", "box-ticker", "always-first"):
        assert re.search(rf"^{lead} ", said.out, re.MULTILINE)
    assert re.search(r"^B6\d\d ", said.out, re.MULTILINE)
    assert "Fairness to people is not among what they can show" in said.out


def test_calibrate_shows_commands_for_the_file_it_was_given(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    file = tmp_path / "my monday.yaml"
    file.write_text(starter("operations", "tutorial"), encoding="utf-8")
    said = shiftlead("calibrate", file, "--runs", "1").out
    assert "Seen in the shifts that were played, and not proved:" in said
    (command, *_) = [line for line in said.splitlines() if "shiftlead simulate" in line]
    assert shiftlead(*shlex.split(command)[1:], "--json").code == 0
    assert shlex.split(command)[2] == str(file)


def test_calibrate_gives_one_object_for_one_scenario_and_a_list_for_more(
    shiftlead: Shiftlead,
) -> None:
    one = json.loads(shiftlead("calibrate", "tutorial", "--runs", "1", "--json").out)
    assert {"scenario", "strategies", "findings"} <= set(one)
    both = shiftlead("calibrate", "tutorial", "tutorial", "--runs", "1", "--json", "--jobs", "2")
    assert json.loads(both.out) == {"scenarios": [one, one]}


def test_calibrate_wants_a_scenario_that_is_there(shiftlead: Shiftlead) -> None:
    assert shiftlead("calibrate").code == 2
    said = shiftlead("calibrate", "tutoral")
    assert said.code == 2
    assert "tutorial" in said.err


def test_simulate_knows_its_leads(shiftlead: Shiftlead) -> None:
    said = shiftlead("simulate", "tutorial", "--strategy", "nobody")
    assert said.code == 2
    assert "absent" in said.err
