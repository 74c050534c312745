"""Conditions that can never hold or always do: what is proved, and what is left alone."""

from __future__ import annotations

import pytest

from simulator.authoring.validate import check_texts
from tests.authoring.conftest import OTHERS, spliced

STORY = "storyline:\n  - id: news\n    when: {}\n    news: The bank rang.\n"


def found(condition: str) -> list[tuple[str, str]]:
    """Return codes and messages of a scenario with this condition; its shift is 08:00 to 11:30."""
    texts = {"small.yaml": spliced(STORY.format(condition)), **OTHERS}
    return [(one.code, one.message) for one in check_texts(texts).problems.ordered()]


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        (
            "clock > 11:30",
            "never above 11:30: that is Fri 11:30, and the shift goes from Fri 08:00",
        ),
        ("clock >= 07:00", "that is Sat 07:00"),
        ("not: clock <= 11:30", "clock is always 11:30 or less"),
        ("{all: [{any: [clock < 09:00]}, clock > 10:00]}", "below 09:00 and above 10:00"),
        ("{not: {any: [told.cfo, desk.waiting < 3, desk.waiting >= 0]}}", "waiting is always"),
        ("{not: {not: {all: [told.cfo, {not: told.cfo}]}}}", "cannot hold and not hold"),
        ("{not: {any: [desk.waiting < 3, desk.waiting > 2]}}", "waiting cannot be"),
        ("team.ana.stress > 100", "stress is never above 100"),
    ],
)
def test_what_can_never_be_true_is_told_with_its_reason(condition: str, why: str) -> None:
    (code, message), *_ = found(condition if condition[0] != "n" else f"{{{condition}}}")
    assert code == "L501"
    assert why in message


@pytest.mark.parametrize(
    "condition",
    ["clock <= 11:30", "clock >= 08:00", "desk.waiting >= 0", "team.ana.stress <= 100",
     "{any: [told.cfo, {not: told.cfo}]}", "{any: [clock < 10:00, clock >= 10:00]}",
     "{any: [desk.waiting > 4, told.cfo, desk.waiting <= 6]}",
     "{not: {all: [told.cfo, {not: told.cfo}]}}"],
)  # fmt: skip
def test_what_is_always_true_is_told(condition: str) -> None:
    assert [code for code, _ in found(condition)] == ["L502"]


@pytest.mark.parametrize(
    "condition",
    ["clock >= 11:30", "clock < 08:01", "incident.portal.open_for >= 0 min",
     "{any: [incident.portal.open_for < 5 min, incident.portal.open_for >= 5 min]}",
     "{any: [told.cfo, clock >= 09:00]}", "{any: [clock < 09:00, clock > 09:00]}",
     "{all: [clock >= 09:00, clock < 10:00]}", "{not: {all: [told.cfo, clock < 09:00]}}"],
)  # fmt: skip
def test_what_depends_on_the_shift_is_left_alone(condition: str) -> None:
    """An incident is open for no time at all before it begins, so neither half need hold."""
    assert found(condition) == []


def test_a_choice_is_asked_of_a_scene_alone() -> None:
    (one,) = found("scene.news.choice == ask")
    assert one == ("R318", '"news" has no scene, so nothing is ever chosen in it')


def test_a_condition_without_a_value_is_one_problem() -> None:
    assert [code for code, _ in found("~")] == ["V211"]
