"""Windows and criteria that miss each other are told once, with the kinds that would fit."""

from __future__ import annotations

import pytest

from simulator.authoring.validate import check_texts
from tests.authoring.conftest import OTHERS, spliced

WINDOW = (
    "windows:\n  - {{id: w, kind: {}, subject: incident.portal, opens: 08:10, closes: 09:00}}\n"
)
OWN = (
    "rubric:\n  criteria:\n    - id: calm\n      competency: people\n      prompt: Is it calm?\n"
    "      weight: 1\n      measure: capable-owner\n      windows: [{}]\n      levels:\n"
    "        - {{value: 4, band: [0, 5], anchor: a}}\n"
    "        - {{value: 3, band: [6, 10], anchor: b}}\n"
    "        - {{value: 2, band: [11, 20], anchor: c}}\n"
    "        - {{value: 1, band: [21, null], anchor: d}}\n"
    "      basis: {{kind: published, link: 'https://example.org/'}}\n"
)
NO_P1 = "incidents: []\n"


def told(example: str) -> list[tuple[str, str]]:
    """Return the code and the help of each problem."""
    problems = check_texts({"small.yaml": spliced(example), **OTHERS}).problems
    return [(one.code, one.help) for one in problems.ordered()]


def test_a_kind_that_no_criterion_names_is_told_with_those_that_are_known() -> None:
    """And so is, in the same file, what inherited criteria wait for."""
    helps = dict(told(WINDOW.format("incident")))
    assert set(helps) == {"R336", "R337"}
    assert "p1-knowable (" in helps["R336"]


def test_a_misspelt_kind_is_told_with_the_right_one() -> None:
    assert told(WINDOW.format("p1-knowabel")) == [("R336", 'did you mean "p1-knowable"?')]


def test_two_spellings_of_ones_own_are_one_problem_and_neither_is_called_wrong() -> None:
    both = WINDOW.format("hall-flor") + "  - {id: v, kind: p1-knowable, subject: incident.portal, "
    both += "opens: 08:10, closes: 09:00}\n" + OWN.format("hall-floor")
    assert told(both) == [("R328", "write both alike")]


@pytest.mark.parametrize(
    ("example", "codes"),
    [
        ("", []),
        ("rubric: {extends: team-lead-core}\n", []),
        ("rubric: {extends: [team-lead-core, people]}\n", ["R337"]),
        (WINDOW.format("mine") + OWN.format("mine"), ["R337"]),
        (WINDOW.format("mine").replace("incident.portal", "desk") + OWN.format("mine") + NO_P1, []),
    ],
    ids=["no windows", "the usual rubric", "a rubric by name", "a shift with a P1", "none"],
)
def test_what_is_inherited_is_told_where_the_author_counts_on_it(
    example: str, codes: list[str]
) -> None:
    assert [code for code, _ in told(example)] == codes
