"""A shift played from a file of lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shiftlead


def test_an_assessment_refuses_a_script(shiftlead: Shiftlead, tmp_path: Path) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("next\n", encoding="utf-8")
    said = shiftlead("play", "tutorial", "--script", script, "--mode", "assessment")
    assert said.code == 2
    assert "assessment" in said.err
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] == []


def test_a_script_stops_at_a_line_nobody_understands(shiftlead: Shiftlead, tmp_path: Path) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("# one\n\nasign badges lea\n", encoding="utf-8")
    said = shiftlead("play", "tutorial", "--script", script, "--seed", "1")
    assert said.code == 2
    assert "line 3" in said.err
    assert "“assign”" in said.err
    assert said.err.count("\n") == 1


def test_a_script_with_windows_line_ends_and_a_byte_order_mark(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    script = tmp_path / "lines.txt"
    script.write_bytes(b"\xef\xbb\xbf# one\r\n1\r\n")
    said = shiftlead("play", "tutorial", "--script", script, "--seed", "1")
    assert said.code == 0, said.err
    assert "You answered Ida" in said.out


def test_a_script_that_is_not_there_leaves_no_run(shiftlead: Shiftlead, tmp_path: Path) -> None:
    said = shiftlead("play", "tutorial", "--script", tmp_path / "nope")
    assert said.code == 2
    assert "There is no script" in said.err
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] == []
