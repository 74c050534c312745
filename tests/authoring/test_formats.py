"""Problems for other programs: annotations on GitHub, and SARIF against its official schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from simulator.authoring.catalogue import CATALOGUE
from simulator.authoring.github import SHOWN, commands
from simulator.authoring.sarif import as_sarif
from simulator.authoring.validate import validate
from simulator.cli.main import run
from simulator.scenario.diagnostics import Diagnostic, Edit, Place, Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")
"""The schema of the standard (OASIS, errata 01)."""


@pytest.fixture(scope="module")
def judge() -> jsonschema.Draft4Validator:
    """Return what judges a SARIF log."""
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def problem(code: str = "K101", path: str = "desk/small.yaml") -> Diagnostic:
    place = Place(path, 3, 5, 3, 9)
    note = Remark(Place(path, 1, 1, 1, 2), "first used here")
    return Diagnostic(code, "error", "m", place, "h", (note,), Edit(place, "x"))


def errors(judge: jsonschema.Draft4Validator, log: dict[str, Any]) -> list[str]:
    return [error.message for error in judge.iter_errors(log)]


def test_every_code_can_stand_in_a_sarif_log(judge: jsonschema.Draft4Validator) -> None:
    log = as_sarif([problem(code) for code in CATALOGUE], left_out=3)
    assert errors(judge, log) == []
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(CATALOGUE)
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_judge_refuses_what_is_no_sarif(judge: jsonschema.Draft4Validator) -> None:
    log = as_sarif([problem()])
    log["runs"][0]["results"][0]["locations"] = "here"
    assert errors(judge, log)


def test_a_sarif_log_of_bad_files_has_their_places_and_fixes(
    judge: jsonschema.Draft4Validator, bad_files: Sequence[Path]
) -> None:
    found = validate(bad_files)
    log = json.loads(json.dumps(as_sarif(found.diagnostics, found.left_out)))
    assert errors(judge, log) == []
    results = log["runs"][0]["results"]
    assert len(results) == len(found.diagnostics)
    for told, one in zip(results, found.diagnostics, strict=True):
        region = told["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (one.place.line, one.place.column)
        assert ("fixes" in told) == (one.edit is not None)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("my desk/a.yaml", {"uri": "my%20desk/a.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/tmp/ä.yaml", {"uri": "file:///tmp/%C3%A4.yaml"}),
    ],
)
def test_a_path_is_an_address(path: str, uri: dict[str, str]) -> None:
    (result,) = as_sarif([problem(path=path)])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == uri


def test_an_annotation_is_one_line_whatever_stands_in_it() -> None:
    one = Diagnostic("K101", "warning", "100% wrong", Place("a,b:c", 1, 2, 1, 4), "x:\n  - y")
    assert list(commands([one])) == [
        "::warning file=a%2Cb%3Ac,line=1,endLine=1,col=2,endColumn=4,title=K101"
        "::100%25 wrong%0Ax:%0A  - y"
    ]


def test_a_problem_over_several_lines_has_no_columns() -> None:
    (line,) = commands([Diagnostic("K101", "error", "m", Place("a", 1, 2, 3, 4))])
    assert line == "::error file=a,line=1,endLine=3,title=K101::m"


@pytest.mark.parametrize(
    ("many", "left_out", "unseen"), [(SHOWN, 0, 0), (SHOWN + 2, 0, 2), (SHOWN, 5, 5)]
)
def test_what_github_cuts_off_is_counted(many: int, left_out: int, unseen: int) -> None:
    told = list(commands([problem()] * many, left_out))
    notices = [line for line in told if line.startswith("::notice")]
    assert len(told) - len(notices) == many
    said = [f"::notice::{unseen} of {many + left_out} problems are in the log only"]
    assert notices == (said if unseen else [])


def test_the_command_prints_sarif_alone_and_github_with_its_text(
    bad_files: Sequence[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(path) for path in bad_files]
    assert run(["validate", "--format", "sarif", *paths]) == 1
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"
    assert run(["validate", "--format", "github", *paths]) == 1
    told = capsys.readouterr().out
    assert told.startswith("::error file=")
    assert f"\n{paths[0]}:" in told
