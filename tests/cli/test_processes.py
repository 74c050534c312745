"""A command as a process: its encoding, a reader that goes away, what it loads."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shiftlead


def test_the_whole_way_under_a_narrow_encoding(process: Shiftlead, tmp_path: Path) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("look\n1\n", encoding="utf-8")
    said = process("play", "tutorial", "--script", script, "--seed", "1", PYTHONIOENCODING="cp1252")
    assert said.code == 0, said.err
    assert "The shift" in said.out
    listed = process("list", "--json", PYTHONIOENCODING="cp1252")
    assert json.loads(listed.out)["scenarios"]


def test_a_reader_that_goes_away_is_no_error(process: Shiftlead) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m simulator.cli.main list --json | head -1',
        shell=True, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == "{\n"
    assert done.stderr == ""


def test_a_report_whose_reader_went_away_is_quiet(finished: str) -> None:
    body = (
        "import sys; from simulator.cli import output; from simulator.cli.main import main\n"
        "sys.stdout.reconfigure(line_buffering=True); main()"
    )
    going = subprocess.Popen(
        [sys.executable, "-c", body, "report", finished, "--all"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert going.stdout is not None
    assert going.stderr is not None
    going.stdout.close()
    assert going.stderr.read() == ""
    assert going.wait() == 141


@pytest.mark.parametrize(
    "call",
    [("list",), ("show", "tutorial"), ("runs", "list"), ("cohort", "list"), ("doctor",),
     ("validate", "tutorial"),
     ("simulate", "tutorial", "--strategy", "absent", "--runs", "1"), ("explain", "R301")],
)  # fmt: skip
def test_no_command_without_a_screen_loads_the_screen_library(
    call: tuple[str, ...], process: Shiftlead
) -> None:
    body = (
        "import sys; from simulator.cli.main import run; code = run(sys.argv[1:]);"
        " sys.exit(code or ('textual' in sys.modules) * 99)"
    )
    done = subprocess.run([sys.executable, "-c", body, *call], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
