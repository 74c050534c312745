"""A content note stands before the shift, and whoever turns back leaves nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from simulator.scenario.files import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shiftlead


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Return a scenario with a content note."""
    path = tmp_path / "noted.yaml"
    text = (shipped() / "tutorial.yaml").read_text(encoding="utf-8")
    path.write_text(text + "\ncontent_note: Some calls are about fire.\n", encoding="utf-8")
    return path


def test_whoever_turns_back_at_a_content_note_leaves_nothing_behind(
    shiftlead: Shiftlead, process: Shiftlead, noted: Path
) -> None:
    said = process("play", noted, "--plain", stdin="back\n")
    assert said.code == 0
    assert "about fire" in said.out
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] == []
    assert shiftlead("play", "--resume", "--plain").code == 2


def test_whoever_goes_on_plays_the_shift(process: Shiftlead, noted: Path) -> None:
    said = process("play", noted, "--plain", stdin="\nquit\n")
    assert said.out.index("about fire") < said.out.index("This shift is kept")


def test_a_content_note_stands_in_what_is_shown_of_a_shift(
    shiftlead: Shiftlead, noted: Path
) -> None:
    assert "about fire" in shiftlead("show", noted).out
    assert "about fire" not in shiftlead("show", "tutorial").out
