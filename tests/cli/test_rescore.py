"""`runs rescore`: a stored shift under a newer rubric; the assessment of the day stays."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from simulator.scenario.files import shipped
from simulator.store.rescored import second_assessments
from simulator.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.cohorts import Desk

OFF = "  - id: delegation.off-the-tools\n    competency: delegation\n"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Return a newer rubric of delegation, in which one criterion weighs five times as much."""
    text = (shipped() / "rubrics" / "delegation.yaml").read_text(encoding="utf-8")
    head, found, tail = text.partition(OFF)
    assert found
    text = head + found + tail.replace("    weight: 1\n", "    weight: 5\n", 1)
    path = tmp_path / "newer.yaml"
    text = re.sub(r"(?m)^version: .*$", "version: 9.0.0", text)
    path.write_bytes(text.replace("\n", "\r\n").encode())
    return path


def kept(desk: Desk, run: str) -> list[str]:
    with Store(f"sqlite:///{desk.store}") as store:
        return [one.version for one in second_assessments(store, run)]


def rescored(desk: Desk, *more: str | Path) -> dict[str, Any]:
    said = desk("runs", "rescore", *more, "--json")
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_under_the_librarys_rubric_of_the_day_nothing_moves(own_desk: Desk) -> None:
    run = own_desk.play()
    made = rescored(own_desk, run)
    assert made["moved"] == []
    assert made["before"] == made["after"]
    assert kept(own_desk, run) == []


def test_what_moved_is_told_and_the_assessment_of_the_day_stays(
    own_desk: Desk, newer: Path
) -> None:
    run = own_desk.play()
    stored = own_desk("runs", "list", "--json").out
    made = rescored(own_desk, run[:8], "--rubric", newer)
    (moved,) = made["moved"]
    assert moved["criterion"] == "delegation.off-the-tools"
    assert moved["why"] == ["It weighs 5; it weighed 1."]
    assert set(moved["before"]) >= {"level", "figure", "reason", "band"}
    assert "+delegation.9.0.0+" in made["after"]["version"]
    assert made["unmoved"] > 10
    assert own_desk("runs", "list", "--json").out == stored
    assert kept(own_desk, run) == [made["after"]["version"]]
    rescored(own_desk, run, "--rubric", newer)
    assert len(kept(own_desk, run)) == 1, "asked twice, kept once"
    own_desk("runs", "delete", run, "--yes")
    assert kept(own_desk, run) == []


def test_in_words_it_says_the_same(own_desk: Desk, newer: Path) -> None:
    said = own_desk("runs", "rescore", own_desk.play(), "--rubric", newer)
    assert said.code == 0, said.err
    for told in ("9.0.0", "delegation.off-the-tools", "before:", "It weighs 5; it weighed 1.",
                 "criteria are as before"):  # fmt: skip
        assert told in said.out


def test_a_level_that_a_second_look_made_is_given_no_other_reason(
    own_desk: Desk, tmp_path: Path
) -> None:
    by_name_alone = tmp_path / "by-name.txt"
    by_name_alone.write_text(
        "@08:35 triage 218\n@08:39 declare portal 1\n@08:40 assign portal priya on-call\n",
        encoding="utf-8",
    )
    played = own_desk("play", "payroll-friday", "--seed", "7", "--script", by_name_alone)
    found = re.search(r"shiftlead report (\S+)", played.out)
    assert found is not None
    text = (shipped() / "rubrics" / "delegation.yaml").read_text(encoding="utf-8")
    stricter = tmp_path / "stricter.yaml"
    stricter.write_text(
        text.replace("band: [0, 8]", "band: [0, 3]", 1).replace(
            "band: [9, 15]", "band: [4, 15]", 1
        ),
        encoding="utf-8",
    )
    said = own_desk("runs", "rescore", found[1], "--rubric", stricter)
    assert said.code == 0, said.err
    told = (
        "9 minutes: level 3 by itself; the second look (delegated-gaps: 2 things missing or more) "
        "makes it level 1"
    )
    assert said.out.count(told) == 2, said.out
    assert "26 minutes or more" not in said.out


def test_a_newer_version_of_the_scenario_brings_its_rubric(own_desk: Desk, tmp_path: Path) -> None:
    text = (shipped() / "payroll-friday.yaml").read_text(encoding="utf-8")
    path = tmp_path / "payroll-friday.yaml"
    path.write_text(text, encoding="utf-8")
    assert rescored(own_desk, own_desk.play(), "--rubric", path)["moved"] == []


def test_a_file_that_does_not_fit_is_one_line(own_desk: Desk, tmp_path: Path) -> None:
    run = own_desk.play()
    other, broken, binary = (tmp_path / name for name in ("other.yaml", "broken.yaml", "x.bin"))
    other.write_text("schema: 1\nrubric: another\nversion: 1.0.0\n", encoding="utf-8")
    broken.write_text("schema: 1\nrubric: team-lead-core\nversion: 1.0.0\n", encoding="utf-8")
    binary.write_bytes(b"\xff\xfe\x00")
    for file in (other, broken, binary, tmp_path / "none.yaml", tmp_path, "tutorial"):
        said = own_desk("runs", "rescore", run, "--rubric", file)
        assert said.code in (1, 2), file
        assert said.out == ""
        assert said.err.count("\n") == 1
    assert kept(own_desk, run) == []
