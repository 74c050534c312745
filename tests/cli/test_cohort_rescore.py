"""`cohort rescore`: what a newer rubric moves over all shifts, and why; memory stays flat."""

from __future__ import annotations

import json
import re
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from simulator.scenario.files import shipped
from simulator.store.rescored import second_assessments
from simulator.store.store import Store
from tests.cli.test_cohort_export import export, filled, hand_in, make, read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.cohorts import Desk

SEVERAL = 5
"""People who are a group."""
QUEUE = "prioritisation.keeps-the-queue"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Return a newer rubric in which the queue weighs twice, and no number of misses is good."""
    text = (shipped() / "rubrics" / "prioritisation.yaml").read_text(encoding="utf-8")
    path = tmp_path / "prioritisation.yaml"
    changed = (
        re.sub(r"(?m)^version: .*$", "version: 9.0.0", text)
        .replace("weight: 1", "weight: 2")
        .replace("band: [0, 6]", "band: [0, 0]")
        .replace("band: [7, 9]", "band: [1, 1]")
        .replace("band: [10, null]", "band: [2, null]")
    )
    path.write_text(changed, encoding="utf-8")
    return path


def group(desk: Desk, people: int) -> None:
    make(desk)
    for number in range(people):
        hand_in(desk, desk.played(trainee=f"t-{number}", seed=2 + number % 2))


def rescored(desk: Desk, *more: str | Path) -> dict[str, Any]:
    said = desk("cohort", "rescore", "--cohort", "autumn", *more, "--json")
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_what_moved_is_counted_and_told_why(own_desk: Desk, newer: Path, tmp_path: Path) -> None:
    group(own_desk, SEVERAL)
    export(own_desk, tmp_path / "before")
    made = rescored(own_desk, "--rubric", newer)
    (one,) = made["groups"]
    assert (one["shifts"], one["people"]) == (SEVERAL, SEVERAL)
    assert "prioritisation.9.0.0" in one["after"]
    (moved,) = one["criteria"]
    assert moved["criterion"] == QUEUE
    assert "It weighs 2; it weighed 1." in moved["why"]
    assert any(why.startswith("Level 4 takes") for why in moved["why"])
    assert sum(level["shifts"] for level in moved["levels"]) == moved["moved"]
    export(own_desk, tmp_path / "after")
    assert read(tmp_path / "before") == read(tmp_path / "after"), "the day's stays"
    with Store(f"sqlite:///{own_desk.store}") as store:
        for row in store.runs(cohort="autumn"):
            (second,) = second_assessments(store, row.id)
            assert second.version == one["after"].split()[-1]
    text = own_desk("cohort", "rescore", "--cohort", "autumn", "--rubric", newer).out
    for told in (QUEUE, f"judged otherwise in {moved['moved']} shifts", "It weighs 2"):
        assert told in text


def test_of_four_people_only_the_rubrics_difference_is_told(own_desk: Desk, newer: Path) -> None:
    group(own_desk, SEVERAL - 1)
    (one,) = rescored(own_desk, "--rubric", newer)["groups"]
    assert (one["shifts"], one["people"], one["scores_moved"]) == (None, None, None)
    assert one["acceptable"] == {}
    (moved,) = one["criteria"]
    assert (moved["moved"], moved["levels"]) == (None, [])
    assert "It weighs 2; it weighed 1." in moved["why"]
    text = own_desk("cohort", "rescore", "--cohort", "autumn", "--rubric", newer).out
    assert "fewer than 5 people" in text
    assert "judged otherwise" not in text


def test_under_the_librarys_rubric_of_the_day_nothing_moves(own_desk: Desk) -> None:
    group(own_desk, 1)
    (one,) = rescored(own_desk)["groups"]
    assert one["criteria"] == []
    with Store(f"sqlite:///{own_desk.store}") as store:
        assert all(not second_assessments(store, row.id) for row in store.runs(cohort="autumn"))


def test_shifts_that_the_file_does_not_fit_are_counted(
    own_desk: Desk, newer: Path, tmp_path: Path
) -> None:
    group(own_desk, 1)
    other = tmp_path / "other.yaml"
    other.write_text("schema: 1\nrubric: another\nversion: 1.0.0\n", encoding="utf-8")
    for file in (other, tmp_path / "none.yaml"):
        said = own_desk("cohort", "rescore", "--cohort", "autumn", "--rubric", file)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1), file
    hand_in(own_desk, own_desk.play("machine-by-machine", trainee="t-0"))
    process = tmp_path / "process.yaml"
    text = (shipped() / "rubrics" / "process.yaml").read_text(encoding="utf-8")
    process.write_text(text, encoding="utf-8")
    made = rescored(own_desk, "--rubric", process)
    assert [one["scenario"] for one in made["groups"]] == ["machine-by-machine"]
    (left_out,) = made["left_out"]
    assert left_out["shifts"] == 1


def test_an_empty_cohort_says_so(own_desk: Desk) -> None:
    make(own_desk)
    assert "No shift was handed in." in own_desk("cohort", "rescore", "--cohort", "autumn").out


@pytest.mark.deep
def test_memory_does_not_grow_with_the_runs(own_desk: Desk, newer: Path) -> None:
    run = own_desk.played()
    peaks = []
    for ident, count in (("warm", 3), ("small", 80), ("large", 160)):
        make(own_desk, "pseudonymous", ident)
        with Store(f"sqlite:///{own_desk.store}") as store:
            filled(store, run, ident, count)
        tracemalloc.start()
        try:
            said = own_desk("cohort", "rescore", "--cohort", ident, "--rubric", newer)
            assert said.code == 0, said.err
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[2] < peaks[1] * 1.2 + 100_000, peaks
