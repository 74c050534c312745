"""Where runs are kept, and paths at which nothing can be read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shiftlead


def test_a_place_that_takes_no_runs_is_named(shiftlead: Shiftlead, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    said = shiftlead("--store", tmp_path / "file" / "x.db", "play", "tutorial", "--plain")
    assert said.code == 1
    assert f"Runs cannot be kept in {tmp_path / 'file' / 'runs'}" in said.err
    assert "--store" in said.err
    assert "room" not in said.err


def test_a_store_of_its_own(finished: str, shiftlead: Shiftlead, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "other.db"
    for call in (
        ("--store", elsewhere, "runs", "list", "--json"),
        ("runs", "--store", elsewhere, "list", "--json"),
        ("runs", "list", "--json", "--store", f"sqlite:///{elsewhere}"),
    ):
        assert json.loads(shiftlead(*call).out)["runs"] == []
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] != []


def test_a_store_that_cannot_be_read_is_one_line(shiftlead: Shiftlead, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database, and long enough to be sure of it" * 20)
    said = shiftlead("--store", broken, "runs", "list")
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1


ENDLESS = pytest.param("/dev/zero", marks=pytest.mark.skipif(
    not Path("/dev/zero").exists(), reason="no such device here"))  # fmt: skip


@pytest.mark.parametrize(
    "name", [pytest.param("x" * 5_000, id="long"), "\x1b[31mnone.yaml", ENDLESS]
)
@pytest.mark.parametrize(
    "command",
    ["validate", "play", "show", "verify", "runs import", "replay", "report", "import-tickets",
     "play tutorial --script", "play tutorial --house"],
)  # fmt: skip
def test_a_path_that_is_no_file_gives_one_clear_line(
    shiftlead: Shiftlead, command: str, name: str
) -> None:
    said = shiftlead(*command.split(), name)
    assert said.code in (1, 2), said
    told = said.out if command == "validate" else said.err
    assert "\x1b" not in told
    assert len(told.splitlines()) == (2 if command == "validate" else 1), told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_scenario_is_not_waited_for(shiftlead: Shiftlead, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    said = shiftlead("validate", tmp_path / "pipe.yaml")
    assert "Y001" in said.out
    assert "pipe.yaml: this is not a file" in shiftlead("show", tmp_path / "pipe.yaml").err
