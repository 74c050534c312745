"""The schema for editors agrees with the models: what one takes the other takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from simulator.authoring.catalogue import CATALOGUE
from simulator.authoring.schema.names import ids_of, with_names
from simulator.authoring.schema.whole import whole_schema
from simulator.cli.main import run
from simulator.scenario.diagnostics import Problems
from simulator.scenario.nodes import NUMBER, Block, Items, Node, Scalar
from simulator.scenario.other_files import tree_of
from tests.authoring.conftest import spliced

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(
    path
    for folder in ("", "rubrics", "profiles")
    for path in (ROOT / "scenarios" / folder).glob("*.yaml")
)
GOOD = (*SHIPPED, *sorted((ROOT / "tests" / "scenario").glob("*.yaml")))

BEYOND = {
    "K114": "which keys of an effect belong together",
    "V219": "which of two times is the later one",
    "V221": "whether two bands share a figure",
    "V222": "whether the bands hold every figure",
    "V223": "whether a band ends before it begins",
    "V224": "what shares add up to",
    "V225": "how long a shift is",
    "V226": "whether each of four levels is there once",
    "V229": "which keys of a queue exclude each other",
    "V231": "how many tickets come in all together",
}
"""Codes that the schema does not find, each with what it would have to know."""
TWICE = {"K112": "the old key is unknown, and the new one is missing"}
"""Codes of one mistake that an editor shows as two problems, and which."""


def as_editor(node: Node) -> Any:
    """Return what an editor makes of a tree: YAML 1.2, core schema."""
    if isinstance(node, Block):
        return {str(key): as_editor(value) for key, value in node.items()}
    if isinstance(node, Items):
        return [as_editor(item) for item in node]
    if not isinstance(node, Scalar):
        return None
    if not node.plain:
        return str(node)
    if node in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return node.lower() == "true"
    if NUMBER.match(node):
        whole = node.number()
        return float(node) if whole is None else whole
    return str(node)


def in_editor(text: str) -> Any:
    problems = Problems()
    return as_editor(tree_of(problems.source("a", text), problems, pure=False))


@pytest.fixture(scope="module")
def judge() -> jsonschema.Draft7Validator:
    schema = with_names(whole_schema())
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def faults(judge: jsonschema.Draft7Validator, text: str) -> list[str]:
    return [
        f"{'/'.join(map(str, one.absolute_path))}: {one.message[:90]}"
        for one in judge.iter_errors(in_editor(text))
    ]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_is_good_in_an_editor(path: Path, judge: jsonschema.Draft7Validator) -> None:
    assert faults(judge, path.read_text(encoding="utf-8")) == []


def test_with_the_ids_of_the_folder_it_is_still_good() -> None:
    schema = with_names(whole_schema(), ids_of([ROOT / "scenarios"]))
    judge = jsonschema.Draft7Validator(schema)
    for path in SHIPPED:
        assert faults(judge, path.read_text(encoding="utf-8")) == [], path


SHOWN = [page for page in CATALOGUE.values() if page.wrong and page.code[0] in "KV"]


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)
def test_a_bad_key_or_value_is_bad_in_an_editor(
    page: Any, judge: jsonschema.Draft7Validator
) -> None:
    found = faults(judge, spliced(page.wrong))
    assert bool(found) == (page.code not in BEYOND)
    # One mistake is one problem.
    assert len(found) <= (2 if page.code in TWICE else 1), found


def schemas(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for one in schema.values():
            yield from schemas(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from schemas(one)


def test_nothing_of_the_inside_is_in_it() -> None:
    schema = with_names(whole_schema())
    for one in schemas(schema):
        assert "x-names" not in one or one["x-names"] is None or isinstance(one["x-names"], dict)
        assert "x-shape" not in one
        if "pattern" in one and isinstance(one["pattern"], str):
            assert one["patternErrorMessage"]


def test_the_ids_of_a_folder_are_listed_and_others_are_refused(tmp_path: Path) -> None:
    text = spliced("")
    (tmp_path / "small.yaml").write_text(text, encoding="utf-8")
    out = tmp_path / ".shiftlead" / "scenario.schema.json"
    assert run(["schema", "--with-ids", str(tmp_path), "--out", str(out)]) == 0
    judge = jsonschema.Draft7Validator(json.loads(out.read_text(encoding="utf-8")))
    effect = "storyline: [{id: a, at: 08:40, effects: [{target: %s, morale: -10}]}]\n"
    assert faults(judge, text + effect % "ana") == []
    (found,) = faults(judge, text + effect % "anna")
    assert "'anna' is not one of ['ana', 'ben', 'cfo'" in found


def test_a_faulty_scenario_still_gives_its_ids(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(spliced("").replace("title: Small", "titel: Small"), encoding="utf-8")
    assert {"ana", "ben"} <= ids_of([path])["analyst"]
