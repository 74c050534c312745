"""What a change of a scenario changed in play."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.starters import starter
from simulator.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RUNS = 3


@pytest.fixture
def version(tmp_path: Path) -> Callable[..., Path]:
    """Write a version of a scenario, with words replaced."""

    def write(name: str, *changes: tuple[str, str]) -> Path:
        text = starter("conflict", "our-team")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / name / "our-team.yaml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        return path

    return write


def compared(before: Path, after: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list]:  # type: ignore[type-arg]
    capsys.readouterr()
    arguments = ["calibrate", str(after), "--against", str(before), "--runs", str(RUNS), "--json"]
    assert run(arguments) == 0
    found: dict[str, list] = json.loads(capsys.readouterr().out)  # type: ignore[type-arg]
    return found


def test_a_version_against_itself_shows_nothing(
    version: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    found = compared(version("a"), version("b", ("Two colleagues", "Two people")), capsys)
    assert found["scores"] == found["figures"] == found["scenes"] == []
    assert found["unmoved"]
    assert found["before"] != found["after"]


def test_an_answer_worth_less_moves_the_scores_of_who_gives_it(
    version: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    worse = ("{value: 3, band: [2, 2]", "{value: 3, band: [3, 3]")
    other = ("{value: 4, band: [3, 3]", "{value: 4, band: [4, 4]")
    found = compared(version("a"), version("b", other, worse, ("[0, 1]", "[0, 2]")), capsys)
    moved = {(row["lead"], row["figure"]): row for row in found["scores"]}
    expert = moved["expert", "people"]
    assert expert["before"] > expert["after"]
    assert expert["moved"] == expert["shifts"]
    assert found["figures"] == found["scenes"] == []


def test_a_scene_that_is_gone_is_named(
    version: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = version("a")
    after = version("b", ("ana-comes", "ana-is-here"))
    rows = {row["scene"]: row for row in compared(before, after, capsys)["scenes"]}
    assert rows["ana-comes"]["after"] is None
    assert rows["ana-is-here"]["before"] is None
    assert rows["ana-comes"]["before"] == rows["ana-is-here"]["after"] > 0
    assert run(["calibrate", str(after), "--against", str(before), "--runs", "1"]) == 0
    told = capsys.readouterr().out
    assert "ana-comes is gone; it opened in" in told
    assert "ana-is-here is new, and opens in" in told


def test_two_looks_at_once_are_refused(
    version: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(version("a"))
    assert run(["calibrate", path, "--against", path, "--search", "5"]) == 2
    assert "one at a time" in capsys.readouterr().err
