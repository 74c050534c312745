"""Rubrics that extend several others, and the versions that scores carry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scoring.rubric import COMPETENCIES
from simulator.scenario.diagnostics import Problems
from simulator.scenario.files import TextFiles, shelf_names, shipped
from simulator.scenario.inheriting import Base, Inheritance, RubricText
from simulator.scenario.models.rubric import RubricFile
from simulator.scenario.other_files import file_of
from simulator.scenario.reading import read
from simulator.scenario.rubrics import finish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.rubric import Rubric
    from simulator.scenario.nodes import Placed

KNOWN = Path(__file__).parents[1] / "golden/rubrics.json"


def text(name: str, *criteria: str, extends: str = "", version: str = "1.0.0") -> str:
    """Return a rubric file with criteria of a weight each: `id weight`."""
    lines = [f"schema: 1\nrubric: {name}\nversion: {version}\nvalidated: true\n"]
    if extends:
        lines.append(f"extends: {extends}\n")
    if criteria:
        lines.append("criteria:\n")
    for one in criteria:
        ident, weight = one.split()
        levels = "".join(
            f"      - {{value: {value}, band: [{low}, {high}]}}\n"
            for value, low, high in ((4, 0, 1), (3, 2, 3), (2, 4, 5), (1, 6, "null"))
        )
        lines.append(
            f"  - id: {ident}\n    competency: delegation\n    prompt: How many?\n"
            f"    weight: {weight}\n    measure: targets-missed\n    levels:\n{levels}"
            "    basis: {kind: published, link: 'https://example.org'}\n"
        )
    return "".join(lines)


def under(extends: Sequence[str], *rubrics: str) -> tuple[Rubric | None, list[str]]:
    """Return what a scenario that extends these rubrics has, and the codes of the problems."""
    problems = Problems()
    files = TextFiles({f"rubrics/{one.split('rubric: ')[1].split()[0]}": one for one in rubrics})

    def fetch(name: str, place: Placed | None) -> RubricText | None:
        source = files.other("rubrics", name, place, problems)
        made = file_of(RubricFile, source, problems, False) if source else None
        return RubricText(*made) if made else None

    above = Inheritance(fetch, problems)
    bases = [above.take(name, None) for name in extends]
    found = None
    if None not in bases:
        found = finish(above.drafts, Base.of([base for base in bases if base]), problems)
    return found, [problem.code for problem in problems.ordered()]


def rubric(extends: Sequence[str], *rubrics: str) -> Rubric:
    found, codes = under(extends, *rubrics)
    assert found is not None, codes
    return found


def weights(found: Rubric) -> dict[str, int]:
    return {one.id: one.weight for one in found.criteria}


def test_a_rubric_rests_on_several_and_the_first_ones_criterion_counts() -> None:
    found = rubric(["one", "two"], text("one", "a 1", "b 2"), text("two", "b 9", "c 3"))
    assert weights(found) == {"a": 1, "b": 2, "c": 3}
    assert (found.id, found.version) == ("one+two", "1.0.0+1.0.0")


def test_what_comes_on_two_ways_comes_once() -> None:
    above, core = text("above", "a 1"), text("core", "b 2", extends="above")
    assert weights(rubric(["core", "above"], above, core)) == {"a": 1, "b": 2}


def test_another_version_beneath_is_told_and_validated_needs_all_of_them() -> None:
    above = text("above", "a 1", version="1.2.0").replace("validated: true", "validated: false")
    found = rubric(["core"], above, text("core", extends="[above]"))
    assert found.version == "1.0.0+above.1.2.0"
    assert not found.validated
    assert rubric(["above"], text("above", "a 1")).validated


@pytest.mark.parametrize("extends", [["a"], ["b", "a"]])
def test_rubrics_that_extend_one_another_in_a_circle_are_told(extends: list[str]) -> None:
    _, codes = under(extends, text("a", "x 1", extends="[b]"), text("b", "y 1", extends="[a]"))
    assert "R325" in codes


def test_a_rubric_of_nothing_is_told() -> None:
    assert under(["a"], text("a"))[1] == ["K103"]


def test_a_rubric_that_many_extend_is_read_once() -> None:
    wide = text("wide", "a 1", extends=f"[{', '.join(['deep'] * 500)}]")
    assert weights(rubric(["wide"] * 500, wide, text("deep", "b 1"))) == {"b": 1, "a": 1}


def shipped_one(name: str) -> Rubric:
    paths = [shipped() / "rubrics" / f"{one}.yaml" for one in shelf_names("rubrics")]
    return rubric([name], *(path.read_text(encoding="utf-8") for path in paths))


def test_the_core_and_each_competency_are_shipped_and_nobody_validated_them() -> None:
    assert set(shelf_names("rubrics")) == {"team-lead-core", *COMPETENCIES}
    for name in COMPETENCIES:
        found = shipped_one(name)
        assert {one.competency for one in found.criteria} == {name}
        assert not found.validated
    core = shipped_one("team-lead-core")
    assert not core.validated
    assert {one.competency for one in core.criteria} == set(COMPETENCIES[:3])


def test_a_shipped_rubric_scores_as_its_version_always_did() -> None:
    """A structure that moves needs a version of its own: add a line to the table, change none."""
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    for name in shelf_names("rubrics"):
        found = shipped_one(name)
        assert known[name].get(found.version) == found.structure_hash, name


ALONE = """schema: 1
scenario: small
version: 2.0.0
title: Small
clock: {starts: Fri 08:00, ends: Fri 10:00}
team: [{id: ana, name: Ana Lopez}]
rubric:
  extends: []
"""


def test_a_scenario_can_do_without_any_shipped_criterion() -> None:
    own = text("own", "a 1").partition("criteria:\n")[2].replace("\n", "\n    ")
    made = read(TextFiles({"small.yaml": ALONE + "  criteria:\n    " + own}))
    assert [one.code for one in made.problems.ordered()] == []
    assert made.rubric is not None
    assert weights(made.rubric) == {"a": 1}
    assert (made.rubric.id, made.rubric.version, made.rubric.validated) == ("small", "2.0.0", False)
    empty = read(TextFiles({"small.yaml": ALONE}))
    assert [one.code for one in empty.problems.ordered()] == ["K103"]
