"""Comments that silence a warning: what each is about, and what is said of one to no purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.authoring.fix import fix
from simulator.authoring.validate import check_texts, validate
from tests.authoring.conftest import OTHERS

if TYPE_CHECKING:
    from pathlib import Path


HEAD = """schema: 1
scenario: small
title: Small
clock: {starts: Fri 08:00, ends: Fri 11:30}
team: [{id: ana, name: Ana Lopez}]
"""
WHY = "lint: ignore[L503] only the debrief tells of it"
LATE = "    at: 12:40\n    news: The bank rang.\n"
ROWS = f"storyline:\n  - id: one\n{LATE}  - id: two\n{LATE}"
BRACES = (
    "storyline: [\n  {id: one, at: 12:40, news: The bank rang.},\n"
    "  {id: two,\n   at: 12:40,\n   news: The bank rang.}\n]\n"
)
NEVER = "{all: [clock >= 11:00, clock < 09:00]}"


def found(story: str) -> list[str]:
    """Return the codes that are left of a scenario with this storyline, with their lines in it."""
    problems = check_texts({"small.yaml": HEAD + story, **OTHERS}).problems
    ahead = HEAD.count("\n")
    return [f"{one.code} {one.place.line - ahead}" for one in problems.ordered()]


def test_without_a_comment_both_are_reported() -> None:
    assert found(ROWS) == ["L503 3", "L503 6"]
    assert found(BRACES) == ["L503 2", "L503 4"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    at: 12:40\n", f"    at: 12:40  # {WHY}\n"),
        ("    at: 12:40\n", f"    # {WHY}\n    at: 12:40\n"),
        ("    at: 12:40\n", f"    at:  # {WHY}\n      12:40\n"),
        ("    at: 12:40\n", f"    at:\n      12:40  # {WHY}\n"),
        ("    at: 12:40\n", f"    at:\n      # {WHY}\n      12:40\n"),
        ("    at: 12:40\n", f"    at: 12:40  # later than the shift # {WHY}\n"),
        ("  - id: one\n", f"  # {WHY}\n  - id: one\n"),
        ("  - id: one\n", f"  # {WHY}\n\n  # a remark\n  - id: one\n"),
        ("  - id: one\n", f"  - # {WHY}\n    id: one\n"),
    ],
    ids=["at the end", "before the key", "after the key", "at a value below",
         "before a value below", "after a remark", "before the item", "far before the item",
         "after the dash"],
)  # fmt: skip
def test_a_comment_is_about_the_key_or_item_it_stands_at(before: str, after: str) -> None:
    story = ROWS.replace(before, after, 1)
    assert [row.split()[0] for row in found(story)] == ["L503"]
    line = story.rindex("at: 12:40")
    assert found(story) == [f"L503 {story.count(chr(10), 0, line) + 1}"]


def test_before_a_list_it_is_about_all_that_is_in_it() -> None:
    assert found(f"# {WHY}\n{ROWS}") == []
    assert found(ROWS.replace("storyline:", f"storyline:  # {WHY}")) == []
    assert found(BRACES.replace("storyline: [", f"storyline: [  # {WHY}")) == []


def test_at_the_end_of_a_list_in_brackets_it_is_about_the_list() -> None:
    assert found(BRACES.removesuffix("\n") + f"  # {WHY}\n") == []


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("rang.},", f"rang.}},  # {WHY}", ["L503 4"]),
        ("  {id: one", f"  # {WHY}\n  {{id: one", ["L503 5"]),
        ("  {id: two", f"  # {WHY}\n  {{id: two", ["L503 2"]),
        ("   at: 12:40,", f"   at: 12:40,  # {WHY}", ["L503 2"]),
        ("{id: two,", f"{{id: two,  # {WHY}", ["L503 2", "L599 3", "L503 4"]),
        ("rang.}\n]", f"rang.}}  # {WHY}\n]", ["L503 2", "L503 4", "L599 5"]),
    ],
    ids=["a whole item", "before", "before one of several lines", "one key of it",
         "its first line alone", "its last line alone"],
)  # fmt: skip
def test_in_braces_it_is_about_what_begins_on_its_line(
    before: str, after: str, left: list[str]
) -> None:
    assert found(BRACES.replace(before, after, 1)) == left


def test_the_line_of_an_id_is_not_the_whole_item() -> None:
    assert found(ROWS.replace("id: one", f"id: one  # {WHY}")) == ["L599 2", "L503 3", "L503 6"]


def test_a_key_with_a_condition_covers_every_leaf_of_it() -> None:
    why = "  # lint: ignore[L501] waits for the second part"
    rows = (
        "storyline:\n  - id: one\n    when:%s\n      all:\n        - clock >= 11:00\n"
        "        - clock < 09:00\n    news: The bank rang.\n"
    )
    assert found(rows % "") == ["L501 5"]
    assert found(rows % why) == []
    braces = f"storyline:\n  - id: one\n    when: {NEVER}%s\n    news: The bank rang.\n"
    assert found(braces % "") == ["L501 3"]
    assert found(braces % why) == []
    begun = braces.replace("%s", "").replace("[clock >= 11:00, ", f"[clock >= 11:00,{why}\n      ")
    assert found(begun) == []


LONG = (
    "storyline:\n  - id: one\n    at: 08:40\n    scene:\n      says: %s\n      choices:\n"
    "        - {id: ask, say: What is it?, minutes: 5, effects: [{target: ana, morale: 5}]}\n"
    "        - {id: wait, say: Not now.}\n"
)
IDIOM = "lint: ignore[L524] she talks like that"


def test_a_text_over_several_lines_is_one_thing() -> None:
    quoted, plain = (
        '"We have to\n        touch base today."',
        "We have to\n        touch base today.",
    )
    block, why = "|\n        We have to\n        touch base today.", f"  # {IDIOM}"
    assert [found(LONG % text) for text in (quoted, plain, block)] == [["L524 5"]] * 3
    assert found(LONG % f"{quoted}{why}") == []
    assert found(LONG % f"{plain}{why}") == []
    assert found(LONG % block.replace("|", f"|{why}")) == []
    before = LONG.replace("      says", f"      # {IDIOM}\n      says")
    assert [found(before % text) for text in (quoted, plain, block)] == [[]] * 3


@pytest.mark.parametrize(
    "text",
    [f'"We touch base. # {IDIOM}"', f"|\n        We touch base.\n        # {IDIOM}",
     f'"We touch base.\n        # {IDIOM}\n        "'],
    ids=["quoted", "block", "quoted over lines"],
)  # fmt: skip
def test_what_looks_like_a_comment_in_a_text_is_text(text: str) -> None:
    assert [row.split()[0] for row in found(LONG % text)] == ["L524"]


def test_an_item_takes_its_comment_along() -> None:
    one, two = f"  # {WHY}\n  - id: one\n{LATE}", f"  - id: two\n{LATE}"
    assert found(f"storyline:\n{one}{two}") == ["L503 7"]
    assert found(f"storyline:\n{two}{one}") == ["L503 3"]
    assert found(f"\n\n# The story\nstoryline:\n\n{two}\n{one}") == ["L503 7"]


def test_it_is_still_there_when_the_rest_was_put_right(tmp_path: Path) -> None:
    scene = (LONG % f"We touch base.  # {IDIOM}").replace("says:", "prompt:")
    path = tmp_path / "small.yaml"
    path.write_text(HEAD + scene + f"  # {WHY}\n  - id: two\n{LATE}", encoding="utf-8")
    assert [one.code for one in validate([path]).diagnostics] == ["K112"]
    left, changed = fix([path])
    assert len(changed) == 1
    assert left.diagnostics == []


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("lint: ignore[L503]", ["L597"]),
        ("lint: ignore[L503] -", ["L597"]),
        ("lint: ignore[l503] only the debrief", []),
        ("LINT:ignore [ L503 ,L503 ] only the debrief", []),
        ("lint: ignore[L510] it is so", ["L503", "L599"]),
        ("lint: ignore[L503, L510] it is so", ["L599"]),
        ("lint: ignore[L530x] it is so", ["L503", "L598"]),
        ("lint: ignore[L599] it is so", ["L503", "L598"]),
        ("lint: ignore[B601] it is so", ["L503", "L598"]),
        ("lint: ignore[] it is so", ["L503", "L596"]),
        ("lint: disable=L503", ["L503", "L596"]),
        ("lint: ignore[L503", ["L503", "L596"]),
        ("lint: ignore[L503] one # lint: ignore[L510] two", ["L599"]),
        ("linted by hand", ["L503"]),
    ],
)
def test_a_comment_to_no_purpose_is_reported(comment: str, codes: list[str]) -> None:
    story = f"storyline:\n  - id: one\n    at: 12:40  # {comment}\n    news: The bank rang.\n"
    assert sorted(row.split()[0] for row in found(story)) == codes


def test_what_follows_nothing_is_reported() -> None:
    assert found(f"{ROWS}# {WHY}\n") == ["L503 3", "L503 6", "L599 8"]


def test_an_error_is_never_silenced_and_then_nothing_is_called_unused() -> None:
    wrong = "storyline:\n  - id: one\n    at: 08:40\n    effects: [{target: anna, morale: -1}]%s\n"
    assert found(wrong % "  # lint: ignore[R301] she is new") == ["R301 4", "L598 4"]
    assert found(wrong % "  # lint: ignore[L510] it is so") == ["R301 4"]


def test_a_warning_that_is_no_lint_can_be_silenced() -> None:
    facts = "facts:\n  - {id: backup, text: It works}\n"
    asks = "storyline:\n  - id: one\n    when: known.backup%s\n    news: The bank rang.\n"
    assert found(facts + asks % "") == ["R310 5"]
    assert found(facts + asks % "  # lint: ignore[R310] a trainer sets it") == []


def test_comments_in_parts_and_other_files_are_about_their_own_text(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(f"{HEAD}# {WHY}\n", encoding="utf-8")
    (tmp_path / "story.yaml").write_text(ROWS, encoding="utf-8")
    codes = [one.code for one in validate([tmp_path]).diagnostics]
    assert codes == ["L599", "L503", "L503"]
    (tmp_path / "scenario.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "story.yaml").write_text(f"# {WHY}\n{ROWS}", encoding="utf-8")
    assert validate([tmp_path]).diagnostics == []
    rubric = tmp_path / "ours.yaml"
    rubric.write_text("schema: 1\nrubric: ours  # lint: ignore[L599] no\n", encoding="utf-8")
    assert "L598" in [one.code for one in validate([rubric]).diagnostics]
