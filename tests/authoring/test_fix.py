"""`--fix` writes what is certain, keeps all else, and says what it did."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.fix import apply, fix
from simulator.authoring.validate import validate
from simulator.cli.main import run
from simulator.errors import CannotWrite
from simulator.scenario.diagnostics import Edit, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

WRONG = """schema: 1
scenario: small
title:Small shift  # the title
clock: {starts: Fri 08:00, ends: Fri 11:30}
team: [{id: “ana”, name: Ana Lopez}]  # one person
storyline:
  - id: news
    at: 08:40
\t# a comment behind a tab
    effects: [{target: ana, morale: -10}]
  - id: call
    at: 08:50
    scene:
      from: ana
      prompt: Escalate: call the lead
      within: 5 mins
      choices: [{id: a, say: b}]
"""
RIGHT = """schema: 1
scenario: small
title: Small shift  # the title
clock: {starts: Fri 08:00, ends: Fri 11:30}
team: [{id: ana, name: Ana Lopez}]  # one person
storyline:
  - id: news
    at: 08:40
  # a comment behind a tab
    effects: [{target: ana, morale: -10}]
  - id: call
    at: 08:50
    scene:
      from: ana
      says: "Escalate: call the lead"
      within: 5 min
      choices: [{id: a, say: b}]
"""


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_one_run_puts_right_what_is_certain_and_nothing_else(
    tmp_path: Path, mark: bytes, end: str
) -> None:
    path = tmp_path / "small.yaml"
    path.write_bytes(mark + WRONG.replace("\n", end).encode())
    found, (mended,) = fix([path])
    assert path.read_bytes() == mark + RIGHT.replace("\n", end).encode()
    assert found.diagnostics == []
    assert mended.edits == 6
    assert sum(row.startswith("+") for row in mended.diff().splitlines()[2:]) == 5


def test_what_is_right_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(RIGHT, encoding="utf-8")
    before = path.stat().st_mtime_ns
    assert fix([path])[1] == []
    assert path.stat().st_mtime_ns == before


def test_it_never_makes_a_file_worse(bad_files: Sequence[Path]) -> None:
    """No wrong example of the catalogue gains a problem; a second run finds nothing to do."""
    before = {path: validate([path]).diagnostics for path in bad_files}
    assert sum(one.edit is not None for found in before.values() for one in found) >= 6
    fix(bad_files)
    for path, problems in before.items():
        after = validate([path]).diagnostics
        assert len(after) <= len(problems), path
        assert all(one.edit is None for one in after), path


@pytest.mark.parametrize(
    "line",
    [
        "says: *urgent* [really] please",
        "says: *urgent* please  # or not",
        'says: *urgent* "now" please',
    ],
)
def test_what_may_be_meant_otherwise_is_left(tmp_path: Path, line: str) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(RIGHT.replace('says: "Escalate: call the lead"', line), encoding="utf-8")
    assert fix([path])[1] == []
    assert validate([path]).errors


def test_of_two_edits_that_overlap_the_first_counts() -> None:
    edits = [Edit(Place("", 1, 1, 1, 4), "one"), Edit(Place("", 1, 3, 1, 6), "two")]
    assert apply("abcdef\n", edits) == ("onedef\n", 1)


def test_the_command_shows_the_difference_and_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(WRONG.replace("target: ana", "target: anna"), encoding="utf-8")
    assert run(["validate", str(path), "--fix", "--format", "concise"]) == 1
    told = capsys.readouterr().out
    assert "-title:Small shift  # the title\n+title: Small shift  # the title\n" in told
    assert f"{path}: 6 places put right" in told
    assert 'error[R301] there is no team member "anna"' in told


def test_a_file_that_cannot_be_written_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(WRONG, encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotWrite, match="No space left"):
        fix([path])
    assert path.read_text(encoding="utf-8") == WRONG
