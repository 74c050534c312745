"""Problems as a SARIF 2.1.0 log, which code hosts and editors read."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from simulator.authoring.catalogue import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.authoring.catalogue import Page
    from simulator.scenario.diagnostics import Diagnostic, Edit, Place

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(problems: Sequence[Diagnostic], left_out: int = 0) -> dict[str, Any]:
    """Return all problems as one run of the tool, with the pages of the codes that occur."""
    codes = sorted({problem.code for problem in problems})
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "shiftlead",
                "version": version("shiftlead"),
                "rules": [_rule(CATALOGUE[code]) for code in codes],
            }
        },
        # The default counts UTF-16 units; ours are characters.
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    if left_out:
        more = {"level": "note", "message": {"text": f"{left_out} more problems are not listed."}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [more]}]
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(page: Page) -> dict[str, Any]:
    return {
        "id": page.code,
        "name": "".join(word.capitalize() for word in page.name.split("-")),
        "shortDescription": {"text": page.name.replace("-", " ")},
        "fullDescription": {"text": page.why},
        "help": {"text": page.text()},
        "defaultConfiguration": {"level": page.severity},
    }


def _result(problem: Diagnostic, rule: int) -> dict[str, Any]:
    text = ". ".join(filter(None, (problem.message, problem.help)))
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": _physical(problem.place)}],
    }
    if problem.notes:
        result["relatedLocations"] = [
            {"physicalLocation": _physical(note.place), "message": {"text": note.message}}
            for note in problem.notes
        ]
    if problem.edit is not None:
        result["fixes"] = [_fix(problem.edit)]
    return result


def _fix(edit: Edit) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
    change = {"artifactLocation": _artifact(edit.place.path), "replacements": [replacement]}
    return {"description": {"text": f"write {edit.text!r}"}, "artifactChanges": [change]}


def _physical(place: Place) -> dict[str, Any]:
    return {"artifactLocation": _artifact(place.path), "region": _region(place)}


def _artifact(path: str) -> dict[str, Any]:
    """Return where a file is: below the checked folder, or absolute."""
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    return {"uri": quote(pure.as_posix()), "uriBaseId": "%SRCROOT%"}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
