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
from tests.authoring.conftest import spliced

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


ITEM = "storyline:\n  - id: news\n    at: 08:40\n"
SCENE = f"{ITEM}    scene:\n"
WINDOW = "windows: [{id: w, kind: p1-knowable, subject: desk, opens: 08:10, closes: 9:00, "


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (f"{ITEM}\tnews: Hello.\n", f"{ITEM}    news: Hello.\n"),
        (
            f"{SCENE}\t\t\tsays: Hm?\n\t\t\tchoices: [{{id: a, say: b}}]\n",
            f"{SCENE}      says: Hm?\n      choices: [{{id: a, say: b}}]\n",
        ),
        (
            "storyline:\n\t- id: news\n\t  at: 08:40\n\t  news: Hello.\n",
            f"{ITEM}    news: Hello.\n",
        ),
        (
            "storyline:\n\t- id: news\n\t\tat: 08:40\n\t\tnews: Hello.\n",
            f"{ITEM}    news: Hello.\n",
        ),
        ("facts: [{id: a, text: b, technical: yes}]\n",
         "facts: [{id: a, text: b, technical: true}]\n"),
        ("facts: [{id: a, text: b, technical: Off}]\n",
         "facts: [{id: a, text: b, technical: false}]\n"),
        ("stakeholders: [{id: cfo, name: M, audience: Executive, expects: {p1: every 30 min}}]\n",
         "stakeholders: [{id: cfo, name: M, audience: executive, expects: {P1: every 30 min}}]\n"),
        ("tickets: [{id: d, at: 08:40, subject: A, effort: 5 min, logged: p2, skill: x}]\n",
         "tickets: [{id: d, at: 08:40, subject: A, effort: 5 min, logged: P2, skill: x}]\n"),
        (f"{WINDOW}chance: 50}}]\n", f"{WINDOW}chance: 50%}}]\n"),
    ],
)  # fmt: skip
def test_depths_and_spellings_that_are_certain_are_put_right(
    tmp_path: Path, wrong: str, right: str
) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(spliced(wrong), encoding="utf-8")
    left, _ = fix([path])
    assert path.read_text(encoding="utf-8") == spliced(right)
    assert left.errors == 0


@pytest.mark.parametrize(
    "lines",
    [
        f"{SCENE}\tsays: Hm?\n\tchoices: [{{id: a, say: b}}]\n",
        f"{ITEM}    effects:\n\t- {{target: ana, morale: 1}}\n",
        f"{ITEM}      news: Hello.\n".replace("      news", "     \tnews"),
    ],
    ids=["as deep as its block or deeper", "an item at a column of two", "at no column"],
)
def test_a_tab_of_which_nothing_shows_the_depth_is_left_and_said(
    tmp_path: Path, lines: str
) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(spliced(lines), encoding="utf-8")
    left, mended = fix([path])
    assert mended == []
    assert {one.code for one in left.diagnostics} == {"Y002"}
    assert all("--fix leaves it" in one.help for one in left.diagnostics)


def test_what_may_be_meant_otherwise_has_no_certain_spelling(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    for chance in ("chance: 1", "chance: 0.5"):
        path.write_text(spliced(f"{WINDOW}{chance}}}]\n"), encoding="utf-8")
        assert fix([path])[1] == []


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
