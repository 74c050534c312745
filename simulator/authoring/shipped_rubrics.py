"""The shipped rubrics with what their criteria look for, as an author needs to know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.measures import MEASURES
from simulator.scenario.files import TextFiles, shelf_names, shipped
from simulator.scenario.reading import read

if TYPE_CHECKING:
    from scoring.rubric import Criterion, Rubric

OPENED_FOR = {
    "p1-knowable": "`incident.ID`, from the minute in which a P1 can be known, for about an hour",
    "relief": "`analyst.ID`, from the minute in which who carries most should have a break",
    "growth": "`analyst.ID`, as long as there is a piece of work that stretches this person",
    "friction": "`conflict.ID`, from its first sign on",
    "handover": "`desk`, over the last half hour or so",
}
"""What a window of each kind that a shipped rubric names is about, and when it opens."""

EXTENDING = """schema: 1
scenario: page
title: Page
clock: {{starts: Mon 08:00, ends: Mon 10:00}}
team: [{{id: ana, name: Ana Lopez}}]
rubric: {{extends: [{name}]}}
"""
"""The smallest scenario that inherits a rubric."""


def shipped_rubrics() -> dict[str, Rubric]:
    """Return them by name, each with all that it extends; raises `LookupError` for a broken one."""
    shelf = shipped() / "rubrics"
    names = shelf_names("rubrics")
    texts = {f"rubrics/{one}": (shelf / f"{one}.yaml").read_text(encoding="utf-8") for one in names}
    found: dict[str, Rubric] = {}
    for name in names:
        rubric = read(TextFiles({"page.yaml": EXTENDING.format(name=name), **texts})).rubric
        if rubric is None:
            raise LookupError(name)
        found[name] = rubric
    return found


def measures_of(criterion: Criterion) -> list[str]:
    """Return the names of the measures that a criterion takes."""
    return [criterion.measure, *([criterion.also.measure] if criterion.also else [])]


def entries_of(criterion: Criterion) -> list[str]:
    """Return the kinds of entries that a criterion reads besides the opening of its windows."""
    kinds = dict.fromkeys(kind for one in measures_of(criterion) for kind in MEASURES[one].needs)
    return [kind for kind in kinds if kind != "window.opened"]
