"""What `validate` finds, and how it is shown."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from simulator.authoring.output import as_json, concise, full
from simulator.authoring.validate import check_texts, validate
from simulator.authoring.wording import IDIOMS, JUDGING
from simulator.scenario.diagnostics import Diagnostic, Place, Remark
from tests.authoring.conftest import OTHERS

ROOT = Path(__file__).parents[2]
SMALL = """schema: 1
scenario: small
title: Small
clock: {starts: Fri 08:00, ends: Fri 11:30}
team: [{id: ana, name: Ana Lopez}]
storyline:
  - id: news
    at: 08:40
    effects: [{target: anna, morale: -10}]
"""
LATE = SMALL.replace("08:40", "12:40").replace("anna", "ana")


def written(folder: Path, text: str, name: str = "small.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_full_shows_both_lines_and_underlines_the_places(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL)
    found = validate([path])
    assert full(found.diagnostics, found.texts) == (
        f"""error[R301]: there is no team member "anna"
 --> {path}:9:24
  |
5 | team: [{{id: ana, name: Ana Lopez}}]
  |             --- did you mean this one?
  :
9 |     effects: [{{target: anna, morale: -10}}]
  |                        ^^^^
  |
  = help: did you mean "ana" (defined at 5:13)?
  = more: shiftlead explain R301
"""
    )


def test_concise_is_one_line_a_problem_that_begins_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL)
    assert concise(validate([path]).diagnostics) == (
        f'{path}:9:24: error[R301] there is no team member "anna" '
        '(did you mean "ana" (defined at 5:13)?)\n'
    )


def test_json_has_the_documented_keys(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL)
    rows = json.loads(as_json(validate([path]).diagnostics))["diagnostics"]
    assert set(rows[0]) == {
        "path", "line", "column", "end_line", "end_column", "severity", "code", "message", "help",
        "notes",
    }  # fmt: skip
    assert (rows[0]["line"], rows[0]["column"], rows[0]["end_column"]) == (9, 24, 28)
    assert set(rows[0]["notes"][0]) == {"path", "line", "column", "message"}


def test_wide_characters_are_underlined_by_cells() -> None:
    problem = Diagnostic("V206", "error", "m", Place("a", 1, 4, 1, 6))
    lines = full([problem], {"a": "世界 ab\n"}).split("\n")
    assert lines[4] == "  |      ^^"


def test_control_characters_are_named_and_long_lines_cut() -> None:
    text = "x" * 300 + "\x1b[31m" + "y" * 300 + "\n"
    problem = Diagnostic("X901", "error", "m", Place("a\nb", 1, 301, 1, 302))
    shown = full([problem], {"a\nb": text})
    assert "\x1b" not in shown
    assert "<U+001B>" in shown
    assert "a<U+000A>b:1:301" in shown
    assert max(len(line) for line in shown.split("\n")) < 130


def test_a_note_in_another_file_is_told_with_its_place() -> None:
    note = Remark(Place("b", 3, 4, 3, 5), "first used here")
    problem = Diagnostic("Y011", "error", "m", Place("a", 1, 1, 1, 2), "", (note,))
    assert "= note: first used here at b:3:4" in full([problem], {"a": "x\n", "b": "y\n"})


def test_errors_and_strict_decide_the_exit_code(tmp_path: Path) -> None:
    assert validate([written(tmp_path, SMALL)]).exit_code() == 1
    late = validate([written(tmp_path, LATE)])
    assert [p.code for p in late.diagnostics] == ["L503"]
    assert (late.exit_code(), late.exit_code(strict=True)) == (0, 1)
    assert validate(["nowhere.yaml"]).exit_code() == 1


def test_all_problems_come_in_one_run_up_to_a_hundred() -> None:
    facts = "".join(f"  - {{id: f{n}, text: x, tecnical: true}}\n" for n in range(150))
    problems = check_texts({"small.yaml": f"{SMALL}facts:\n{facts}"}).problems
    assert len(problems.found) == 100
    assert problems.left_out >= 50


def test_a_folder_of_scenarios_rubrics_and_profiles_is_checked_file_by_file() -> None:
    found = validate([ROOT / "scenarios"])
    assert found.files >= 4
    assert found.errors == 0


def test_a_rubric_alone_is_checked(tmp_path: Path) -> None:
    path = written(
        tmp_path, "schema: 1\nrubric: ours\ncriteria:\n  - {id: a, weigt: 2}\n", "ours.yaml"
    )
    assert [p.code for p in validate([path]).diagnostics] == ["K101"]
    path = written(
        tmp_path, "schema: 1\nrubric: ours\ncriteria:\n  - {id: a, weight: 2}\n", "ours.yaml"
    )
    assert [p.code for p in validate([path]).diagnostics] == ["K103"]


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("L523", ["Scientifically sound", "A psychometrically sound shift", "It was validated here",
                  "For Born Leaders only", "A personality type for you",
                  "It proves that you are calm", "That means that you will be a lead",
                  "Here you are a poor manager at heart"]),
        ("L524", [f"We say {word} here" for word in IDIOMS]),
        ("L525", [f"They say {word} here" for word in JUDGING]),
    ],
)  # fmt: skip
def test_each_word_that_stands_in_the_way_is_found_in_any_text(code: str, texts: list[str]) -> None:
    facts = "".join(f'  - {{id: f{n}, text: "{text}"}}\n' for n, text in enumerate(texts))
    text = SMALL.replace("anna", "ana") + f"facts:\n{facts}"
    found = check_texts({"small.yaml": text, **OTHERS}).problems.ordered()
    assert [one.code for one in found] == [code] * len(texts)


def test_the_search_for_cycles_goes_on_as_before() -> None:
    check_texts({"small.yaml": SMALL})
    assert gc.isenabled()
    gc.disable()
    try:
        check_texts({"small.yaml": SMALL})
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("begins", ["rubric:\n  extends: team-lead-core\n", "rubric: {}\n",
                                    "rubric: # ours\n  extends: team-lead-core\n"])  # fmt: skip
def test_a_scenario_may_begin_with_its_rubric(tmp_path: Path, begins: str) -> None:
    path = written(tmp_path, begins + SMALL.replace("anna", "ana"))
    assert validate([path]).diagnostics == []
