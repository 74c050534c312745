"""The scenarios to begin from: nothing to report, playable, and nobody wins by doing nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.authoring.starters import KINDS, starter
from simulator.authoring.validate import validate
from simulator.cli.main import run
from simulator.runs.calibrate import calibration, shifts_of, trials
from simulator.runs.playable import playable
from simulator.runs.simulate import lead_for, one
from simulator.scenario.library import load
from simulator.strategies.registry import CARELESS, REFERENCE

if TYPE_CHECKING:
    from pathlib import Path

RUNS = 4
BESIDE_THE_POINT = {"B602", "B605", "B607", "B608", "B610", "B612", "B619"}
"""A lucky draw on one competency, a figure of the desk, a state that so few seeds do not bring, an
act, a criterion of every scenario, where a line could be drawn, and a level that is rare."""
MOST_BY_LUCK = 50
"""Of 100 points, in any one shift."""


def score(path: Path, lead: str) -> int:
    made = playable(load(path))
    found = one(made, lead_for(lead, made), 1)
    assert found.score is not None
    return found.score


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_scenario_has_nothing_to_report_and_can_be_played(kind: str, tmp_path: Path) -> None:
    assert run(["new", "my-monday", "--kind", kind, "--to", str(tmp_path / "mine")]) == 0
    path = tmp_path / "mine" / "my-monday.yaml"
    assert (tmp_path / "mine" / ".shiftlead" / "scenario.schema.json").is_file()
    assert validate([path]).diagnostics == []
    assert load(path).world is not None
    assert score(path, "expert") > score(path, "by-the-book") > score(path, "absent")


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_calibrated(kind: str, tmp_path: Path) -> None:
    """Good play pays in more ways than one, careless play does not, and all of it has its use."""
    path = tmp_path / "my-monday.yaml"
    path.write_text(starter(kind, "my-monday"), encoding="utf-8")
    made = playable(load(path))
    found = calibration(made, list(trials(made, shifts_of(range(1, RUNS + 1)))))
    assert {one.code for one in found.findings} <= BESIDE_THE_POINT
    for lead in REFERENCE:
        assert found.of(lead)["acceptable"] == RUNS
    for lead in CARELESS:
        for trial in found.trials.by_lead[lead]:
            assert trial.run.score is not None
            assert trial.run.score < MOST_BY_LUCK


@pytest.mark.parametrize("kind", KINDS)
def test_it_bears_the_name_it_was_given(kind: str) -> None:
    text = starter(kind, "my-monday")
    assert "scenario: my-monday" in text
    assert "title: My monday" in text
    assert "starter" not in text.lower()


@pytest.mark.parametrize("ident", ["My Monday", "../outside", "9-lives", ""])
def test_what_is_no_id_is_said(
    ident: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", ident, "--to", str(tmp_path)]) == 2
    assert "is no id" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("mine", encoding="utf-8")
    assert run(["new", "mine", "--to", str(tmp_path)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine"
