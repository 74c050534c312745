"""What is shown of a scenario, and what is said of one that has errors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from simulator.scenario.files import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shiftlead


BAD = """\
schema: 1
scenario: bad
version: 1.0.0
title: Bad
kind: outagge
"""


def test_list(shiftlead: Shiftlead) -> None:
    said = shiftlead("list")
    assert said.code == 0
    assert "payroll-friday" in said.out
    listed = json.loads(shiftlead("list", "--json").out)["scenarios"]
    keys = {"id", "title", "kind", "grade", "lead_role", "minutes", "version", "hash", "path",
            "content_note"}  # fmt: skip
    assert all(set(one) == keys for one in listed)
    assert {"tutorial", "payroll-friday"} <= {one["id"] for one in listed}


def test_show_keeps_its_secrets_unless_asked(shiftlead: Shiftlead) -> None:
    plain, spoilt = (
        shiftlead("show", "payroll-friday"),
        shiftlead("show", "payroll-friday", "--spoilers"),
    )
    assert plain.code == spoilt.code == 0
    assert "Priya Nair" in plain.out
    assert "certificate" not in plain.out
    assert "certificate" in spoilt.out


@pytest.mark.parametrize(
    "command", [("show",), ("play", "--plain"), ("simulate", "--strategy=absent")]
)
def test_a_near_miss_of_a_scenario_gets_a_suggestion(
    command: tuple[str, ...], shiftlead: Shiftlead
) -> None:
    said = shiftlead(command[0], "payrol-friday", *command[1:])
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert "payroll-friday" in said.err


def test_a_scenario_with_errors_is_not_played(shiftlead: Shiftlead, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    said = shiftlead("play", path, "--plain")
    assert said.code == 1
    assert f"{path}:" in said.err
    assert "shiftlead validate" in said.err
    assert said.err.count("\n") == 1


def test_validate_lists_all_problems_with_their_places(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    said = shiftlead("validate", path, "--format", "concise")
    assert said.code == 1
    assert f"{path}:5:7: error[" in said.out
    assert "outage" in said.out
    full = shiftlead("validate", path, "--format", "full").out
    assert "kind: outagge" in full
    assert "^^^^^^^" in full
    found = json.loads(shiftlead("validate", path, "--format", "json").out)["diagnostics"]
    kind = next(one for one in found if one["line"] == 5)
    assert (kind["column"], kind["end_column"], kind["severity"]) == (7, 14, "error")
    assert set(kind) >= {"path", "end_line", "code", "message", "help", "notes"}


def test_warnings_count_as_errors_where_one_is_strict(shiftlead: Shiftlead, tmp_path: Path) -> None:
    text = (shipped() / "tutorial.yaml").read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    unread = text.replace("effects: [", "effects: [{set: flag.never-read}, ", 1)
    assert unread != text
    path.write_text(unread, encoding="utf-8")
    said = shiftlead("validate", path)
    assert said.code == 0, said.out
    assert "never-read" in said.out
    assert shiftlead("validate", path, "--strict").code == 1


def test_explain(shiftlead: Shiftlead) -> None:
    said = shiftlead("explain", "R301")
    assert said.code == 0
    assert "R301" in said.out
    missing = shiftlead("explain", "R999")
    assert missing.code == 2
    assert missing.err.count("\n") == 1
    assert 'Did you mean "R301" or' in shiftlead("explain", "R30l").err


def test_the_house_file_in_use_is_said(process: Shiftlead, tmp_path: Path) -> None:
    house = tmp_path / "house.yaml"
    house.write_text("schema: 1\nhouse: northwind\nnames: {P1: Sev-1}\n", encoding="utf-8")
    told = process("show", "payroll-friday", "--house", house)
    assert "As played at northwind." in told.out
    assert "In this house P1 is Sev-1." in told.out
    assert str(house) in process("doctor", "--house", house).out
    assert process("validate", house).code == 0
