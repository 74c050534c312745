"""What the benchmarks compare does the same work, and their report has its shape."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEYS = {"name", "ours", "peer", "peer_value", "ratio", "must", "goal", "unit"}


def run(*words: str) -> str:
    """Return what Python prints, run in the project's folder."""
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_three_programs_have_the_same_outcomes() -> None:
    said = run("-c", "from benchmarks.engine import check_outcomes as c; c(); print('the same')")
    assert said == "the same\n"


@pytest.mark.deep
def test_the_report_has_its_shape() -> None:
    rows = json.loads(run("-m", "benchmarks", "engine", "--json"))["rows"]
    assert len(rows) >= 7
    for row in rows:
        assert set(row) == KEYS
        assert row["ours"] > 0
        assert (row["ratio"] is None) == (row["peer_value"] is None) == (row["peer"] == "")


@pytest.mark.deep
@pytest.mark.parametrize(("name", "least"), [("scoring", 4), ("many", 2)])
def test_other_reports_have_it_too(name: str, least: int) -> None:
    rows = json.loads(run("-m", "benchmarks", name, "--json"))["rows"]
    assert len(rows) >= least
    assert all(set(row) == KEYS and row["ours"] > 0 for row in rows)


@pytest.mark.deep
def test_profiles_are_like_the_desks_they_come_from() -> None:
    rows = json.loads(run("-m", "benchmarks", "profiles", "--json"))["rows"]
    assert len({row["name"].partition(":")[0] for row in rows}) == 3
    for row in rows:
        assert row["most"] is None or abs(row["differs"]) <= row["most"], row


@pytest.mark.deep
def test_hand_offs_are_like_the_real_logs() -> None:
    rows = json.loads(run("-m", "benchmarks", "handoffs", "--json"))["rows"]
    assert sum(row["most"] is not None for row in rows) >= 16
    for row in rows:
        assert row["most"] is None or abs(row["differs"]) <= row["most"], row
    # No shift is as long as the log's waits, but every hand-off costs time here as it does there.
    times = [row["ours"] for row in rows if "times that with none" in row["name"]]
    assert [1, *times] == sorted([1, *times])
    assert times[0] > 1.2
