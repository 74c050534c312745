"""A shift under a house's own bands: its debrief names that house's figures, on page and screen."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest

from scoring.debrief.text import whole_text
from simulator.runs.debriefing import debrief_of
from simulator.runs.file import read_run
from simulator.runs.keeping import keep
from simulator.runs.page.html import page_of
from simulator.runs.playable import playable
from simulator.scenario.library import load

if TYPE_CHECKING:
    from pathlib import Path

    from scoring.rubric import Rubric

HOUSE = """\
schema: 1
house: slow
thresholds:
  - {criterion: delegation.gives-it-away, bands: [[0, 20], [21, 40], [41, 60], [61, null]]}
  - {criterion: delegation.off-the-tools, bands: [[0, 9], [10, 50], [51, 80], [81, null]]}
  - {criterion: delegation.lets-work-move, bands: [[0, 2], [3, 6], [7, 9], [10, null]]}
  - {criterion: communication.promises-kept, bands: [[600, null], [400, 599], [200, 399], [0, 199]]}
  - {criterion: communication.users-first, bands: [[0, 20], [21, 30], [31, 60], [61, null]]}
  - {criterion: delegation.fitting-room, bands: [[700, null], [500, 699], [200, 499], [0, 199]]}
"""
"""Bands of which none is the rubric's own."""


def rubric_of_payroll_friday() -> Rubric:
    rubric = load("payroll-friday").rubric
    assert rubric is not None
    return rubric


@pytest.mark.parametrize("lead", ["hero", "expert", "absent"])
def test_nothing_is_said_of_a_figure_that_the_house_does_not_ask_for(
    lead: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHIFTLEAD_HOUSE", "")
    shipped = rubric_of_payroll_friday()
    house = tmp_path / "house.yaml"
    house.write_text(HOUSE, encoding="utf-8")
    monkeypatch.setenv("SHIFTLEAD_HOUSE", str(house))
    ours = rubric_of_payroll_friday()
    moved = {one.id for one in ours.criteria if one.level(4).house}
    assert len(moved) == HOUSE.count("criterion:")
    path = tmp_path / "one.run.jsonl"
    keep(playable(load("payroll-friday")), lead, 1, path)
    run = read_run(path)
    debrief = debrief_of(run)
    page = unescape(page_of(run, debrief, "Payroll Friday"))
    text = " ".join(whole_text(debrief).split())
    rows = [row for row in debrief.levels if row.criterion in moved and row.level is not None]
    assert rows
    for row in rows:
        level = next(one for one in ours.criterion(row.criterion).levels if one.value == row.level)
        told = page + text
        assert (row.feedback in page, row.feedback in text) == (True, True)
        if level.house:
            assert "our house's line" in row.feedback, row
            theirs = shipped.criterion(row.criterion).level(level.value)
            assert row.anchor == ""
            assert theirs.feedback not in told
        else:
            assert (row.feedback, row.anchor) == (level.feedback, level.anchor)


def test_on_an_authors_judgement_a_house_s_last_band_earns_marginal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = tmp_path / "house.yaml"
    house.write_text(HOUSE, encoding="utf-8")
    monkeypatch.setenv("SHIFTLEAD_HOUSE", str(house))
    one = rubric_of_payroll_friday().criterion("delegation.fitting-room")
    assert one.basis.kind == "author"
    assert [(level.band, level.house) for level in one.levels] == [
        ((700, None), True), ((500, 699), True), ((0, 499), True), (None, False),
    ]  # fmt: skip
