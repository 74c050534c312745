"""Every page of the catalogue: its wrong example has the problem, its right one has none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.catalogue import CATALOGUE, FAMILIES, Page, explain
from simulator.authoring.validate import check_texts
from tests.authoring.conftest import OTHERS, spliced

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Diagnostic

ROOT = Path(__file__).parents[2]
SHOWN = [page for page in CATALOGUE.values() if page.wrong]


def found(example: str) -> list[Diagnostic]:
    reading = check_texts({"small.yaml": spliced(example), **OTHERS})
    return list(reading.problems.ordered())


def test_the_base_is_good() -> None:
    assert found("") == []


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)
def test_the_wrong_example_has_exactly_this_problem(page: Page) -> None:
    problems = found(page.wrong)
    assert [p.code for p in problems] == [page.code], problems
    assert problems[0].severity == page.severity


@pytest.mark.parametrize("page", [p for p in SHOWN if p.right], ids=lambda page: page.code)
def test_the_right_example_has_none(page: Page) -> None:
    assert found(page.right) == []


def test_every_code_in_the_source_has_a_page() -> None:
    used: set[str] = set()
    for folder in ("simulator/scenario", "simulator/authoring", "simulator/runs/balance"):
        for path in (ROOT / folder).rglob("*.py"):
            if "catalogue" not in path.parts:
                used |= set(re.findall(r'"([YKVRXCLB]\d{3})"', path.read_text(encoding="utf-8")))
    assert used <= set(CATALOGUE)


def test_every_page_has_a_family_a_name_and_a_reason() -> None:
    names = [page.name for page in CATALOGUE.values()]
    assert len(set(names)) == len(names)
    for page in CATALOGUE.values():
        assert page.code[0] in FAMILIES
        assert page.why


def test_explain_prints_a_page_and_knows_what_it_does_not_know() -> None:
    text = explain("l510")
    assert text is not None
    assert "Wrong:" in text
    assert "lint: ignore[L510]" in text
    assert explain("Z999") is None
