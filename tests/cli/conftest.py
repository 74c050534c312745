"""Every test of a command has a data folder of its own; one run, and one made-up desk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from unittest.mock import patch

import pytest

from simulator.cli.main import run
from simulator.runs.language.desk import Desk
from tests.cli.cohorts import Desk as OwnDesk
from tests.cli.made_up import Sight

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.engine.view import View


@dataclass(frozen=True, slots=True)
class Said:
    """What a command wrote, and how it ended."""

    code: int
    out: str
    err: str


Shiftlead = Callable[..., Said]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep runs, store and reports of a test away from those of the machine."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("SHIFTLEAD_STORE", raising=False)
    return home


@pytest.fixture
def shiftlead(capsys: pytest.CaptureFixture[str]) -> Shiftlead:
    """Run a command in this process; what it names in the environment ends with it."""

    def call(*arguments: str | Path) -> Said:
        capsys.readouterr()
        with patch.dict(os.environ):
            code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture
def process() -> Shiftlead:
    """Run a command in a process of its own, as a shell would."""

    def call(*arguments: str | Path, stdin: str = "", **environment: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "simulator.cli.main", *map(str, arguments)],
            input=stdin.encode(), capture_output=True, check=False,
            env={**os.environ, **environment},
        )  # fmt: skip
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        return Said(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    return call


@pytest.fixture
def own_desk(shiftlead: Shiftlead, tmp_path: Path) -> OwnDesk:
    """Return somebody's desk with a store of its own."""
    return OwnDesk(shiftlead, tmp_path / "own")


@pytest.fixture
def finished(shiftlead: Shiftlead, tmp_path: Path) -> str:
    """Play the tutorial by a script and return the run's id."""
    script = tmp_path / "lines.txt"
    script.write_text("1\n", encoding="utf-8")
    said = shiftlead("play", "tutorial", "--script", script, "--seed", "1")
    assert said.code == 0, said.err
    return said.out.rpartition("shiftlead report ")[2].strip()


@pytest.fixture
def desk() -> Desk:
    """Return the names of the made-up desk."""
    return Desk(cast("View", Sight()))
