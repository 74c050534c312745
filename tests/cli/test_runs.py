"""A run that was played: through all commands that take one, and found out if altered."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shiftlead


def test_a_run_through_all_commands_that_take_one(
    finished: str, shiftlead: Shiftlead, tmp_path: Path
) -> None:
    (row,) = json.loads(shiftlead("runs", "list", "--json").out)["runs"]
    assert (row["id"], row["scenario"], row["state"]) == (finished, "tutorial", "finished")
    assert finished[:8] in shiftlead("runs", "list").out

    file = tmp_path / "mine.run.jsonl"
    assert shiftlead("runs", "export", finished[:8], "--to", file).code == 0
    assert shiftlead("runs", "export", finished, "--to", file).code == 2

    for name in (finished, str(file)):
        verdict = json.loads(shiftlead("verify", name, "--json").out)["results"][0]
        assert verdict["verdict"] == "same"
        assert re.search("08:0[12] You answered", shiftlead("replay", name).out)
        assert "Rung 1" in shiftlead("report", name).out

    page = tmp_path / "debrief.md"
    assert shiftlead("report", finished, "--markdown", page).code == 0
    assert page.read_text(encoding="utf-8").startswith("## ")

    assert shiftlead("runs", "delete", finished, "--yes").code == 0
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] == []
    assert shiftlead("report", finished).code == 2
    assert "1 taken in" in shiftlead("runs", "import", file).out
    assert "1 already there" in shiftlead("runs", "import", file).out
    assert shiftlead("report", finished).code == 0


@pytest.mark.parametrize(("seed", "told"), [("1", "Nadia's desk"), ("2", "A sheet from spring")])
def test_a_run_is_told_again_in_its_own_form(
    seed: str, told: str, shiftlead: Shiftlead, tmp_path: Path
) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("wait until 11:00\n", encoding="utf-8")
    said = shiftlead("play", "terse-notes", "--script", script, "--seed", seed)
    assert said.code == 0, said.err
    run = said.out.rpartition("shiftlead report ")[2].strip()
    for line in (said.out, shiftlead("replay", run).out, shiftlead("report", run, "--all").out):
        assert "Nadia" in line
    assert told in shiftlead("replay", run).out


def test_an_altered_run_is_found_out(finished: str, shiftlead: Shiftlead, tmp_path: Path) -> None:
    file = tmp_path / "mine.run.jsonl"
    shiftlead("runs", "export", finished, "--to", file)
    file.write_text(
        file.read_text(encoding="utf-8").replace("somebody-now", "write-a-ticket"), encoding="utf-8"
    )
    said = shiftlead("verify", file, "--json")
    assert said.code == 1
    assert json.loads(said.out)["results"][0]["verdict"] == "altered"


def test_only_a_whole_run_passes(finished: str, shiftlead: Shiftlead, tmp_path: Path) -> None:
    file = tmp_path / "mine.run.jsonl"
    shiftlead("runs", "export", finished, "--to", file)
    assert shiftlead("verify", file).code == 0
    whole = file.read_bytes()
    for data in (whole[:-9], whole[: whole.rindex(b"\n", 0, -1) + 1]):
        file.write_bytes(data)
        said = shiftlead("verify", file)
        assert said.code == 1
        assert "unfinished at minute" in said.out.casefold()


def test_nothing_to_resume(shiftlead: Shiftlead) -> None:
    said = shiftlead("play", "--resume", "--plain")
    assert said.code == 2
    assert "shiftlead play" in said.err
