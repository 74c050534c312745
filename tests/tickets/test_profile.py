"""A written profile validates, loads, makes a shift, and tells nothing about anybody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

from simulator.authoring.validate import validate
from simulator.cli.main import run
from simulator.engine.demand import tickets_of
from simulator.scenario.library import load
from simulator.tickets.callers import again, people_for
from tests.tickets import exports

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tickets.conftest import Written

SCENARIO = """\
schema: 1
scenario: our-desk
version: 1.0.0
title: Our desk
kind: operations
summary: A morning as our own tickets show it.
lesson: Look first.
clock: {starts: Mon 08:00, ends: Mon 12:00}
skills: {desk: Desk work}
team: [{id: ana, name: Ana Lopez, skills: {desk: 3}}, {id: ben, name: Ben Ito, skills: {desk: 3}}]
queue: {profile: our-tickets, mix: [{id: ticket, share: 100%, skill: desk}]}
"""


@pytest.fixture
def profile(written: Written, tmp_path: Path) -> Path:
    """Return the profile of a desk's history."""
    path = tmp_path / "our-tickets.yaml"
    export = written(exports.servicenow(history=True))
    assert run(["import-tickets", str(export), "--out", str(path)]) == 0
    return path


def test_a_scenario_can_name_it_and_a_shift_is_played(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not validate([profile]).diagnostics
    scenario = tmp_path / "our-desk.yaml"
    scenario.write_text(SCENARIO, encoding="utf-8")
    loaded = load(scenario)
    assert loaded.ok, loaded.diagnostics
    capsys.readouterr()
    lead = ["simulate", str(scenario), "--strategy", "first-in-first-out", "--runs", "2", "--json"]
    assert run(lead) == 0
    assert len(json.loads(capsys.readouterr().out)["runs"]) == 2


def test_a_simulated_week_looks_like_the_export(profile: Path, tmp_path: Path) -> None:
    scenario = tmp_path / "our-desk.yaml"
    text = SCENARIO.replace(
        "starts: Mon 08:00, ends: Mon 12:00", "starts: {0} 00:00, ends: {0} 23:59"
    )
    counts = {}
    for day in ("Mon", "Fri", "Sun"):
        scenario.write_text(text.replace("{0}", day), encoding="utf-8")
        world = load(scenario).world
        assert world is not None
        assert world.profile is not None
        counts[day] = [len(tickets_of(world, world.profile, seed)) for seed in range(60)]
    written_ = yaml.safe_load(profile.read_text(encoding="utf-8"))
    monday = sum(counts["Mon"]) / 60
    assert monday == pytest.approx(
        written_["per_day"] * int(written_["weekly"][0][:-1]) / 100, rel=0.1
    )
    assert monday > 2 * sum(counts["Fri"]) / 60
    assert not any(counts["Sun"])


def test_it_holds_shapes_and_no_word_of_a_ticket(profile: Path) -> None:
    text = profile.read_text(encoding="utf-8")
    words = {
        word
        for row in exports.rows_of_a_desk(history=True)
        for key, word in row.items()
        if key in ("number", "caller_id", "category", "assignment_group", "assigned_to",
                   "resolved_by") and word != exports.MISSING
    }  # fmt: skip
    assert not [word for word in words if word in text]
    data = yaml.safe_load(text)
    assert "400 tickets of a ServiceNow export" in data["source"]
    assert data["licence"]
    assert set(data["priorities"]) == {"P1", "P3", "P4"}
    assert data["priorities"]["P1"]["logged"] == {"P3": "100.0%"}
    assert data["weekly"][5:] == ["0%", "0%"]


def test_too_few_tickets_make_no_profile(refused: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "few.yaml"
    assert "too few tickets" in refused(exports.ZENDESK, "--out", str(path))
    assert not path.exists()


def test_days_without_a_clock_make_no_profile(refused: Callable[..., str], tmp_path: Path) -> None:
    text = "Number,Opened\n" + "".join(f"{n},2025-03-{3 + n % 5:02}\n" for n in range(200))
    assert "no time of day" in refused(text, "--out", str(tmp_path / "days.yaml"))


@pytest.mark.parametrize("people", [20, 300, 5000])
def test_the_number_of_callers_is_found_again(people: int) -> None:
    share = again(people, 0.4, 80)
    assert people_for(share, 0.4, 80) == pytest.approx(people, rel=0.02)
