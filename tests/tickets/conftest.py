"""An export as a file, and what an import makes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

Imported = Callable[..., dict[str, Any]]
Written = Callable[..., "Path"]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep reports of a test away from those of the machine."""
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write a text or bytes to a file and return its path."""

    def write(content: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / "export.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


@pytest.fixture
def imported(written: Written, capsys: pytest.CaptureFixture[str]) -> Imported:
    """Import a text and return the JSON."""

    def read(content: str | bytes, *options: str, encoding: str = "utf-8") -> dict[str, Any]:
        capsys.readouterr()
        code = run(["import-tickets", str(written(content, encoding)), "--json", *options])
        out, err = capsys.readouterr()
        assert code == 0, err
        found: dict[str, Any] = json.loads(out)
        return found

    return read


@pytest.fixture
def refused(written: Written, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Import what is no export and return the one line that says so."""

    def read(content: str | bytes, *options: str, encoding: str = "utf-8") -> str:
        capsys.readouterr()
        code = run(["import-tickets", str(written(content, encoding)), *options])
        out, err = capsys.readouterr()
        assert code in (1, 2)
        assert not out
        assert err.count("\n") == 1
        return err

    return read
