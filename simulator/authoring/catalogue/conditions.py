"""C: conditions."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page
from simulator.engine.paths import PATHS


def _when(condition: str) -> str:
    return f"storyline:\n  - id: news\n    when: {condition}\n    news: The bank rang.\n"


_TYPES = {"minutes": "15 min", "points": "0 to 100", "count": "3", "yes-no": "alone",
          "word": "a word", "clock": "09:30"}  # fmt: skip


def _paths() -> str:
    width = max(len(pattern) for pattern in PATHS)
    rows = [
        f"  {path.pattern:<{width}}  {_TYPES[path.type]:<8}  {path.says}" for path in PATHS.values()
    ]
    return "\n".join(rows)


PAGES = (
    Page(
        "C401",
        "not-a-comparison",
        "Comparisons are <, <=, >, >=, ==, != and in [A, B].",
        wrong=_when("incident.portal.open_for = 15 min"),
        right=_when("incident.portal.open_for == 15 min"),
    ),
    Page(
        "C402",
        "other-type",
        "A path is compared with a value of its own kind.",
        wrong=_when("incident.portal.open_for >= long"),
        right=_when("incident.portal.open_for >= 15 min"),
    ),
    Page(
        "C403",
        "no-such-path",
        "There is no such path. These are all of them; a star stands for an "
        f"id, and `alone` means that the path needs no comparison.\n\n{_paths()}",
        wrong=_when("incident.portal.opn_for >= 15 min"),
        right=_when("incident.portal.open_for >= 15 min"),
    ),
    Page(
        "C404",
        "no-code",
        "A condition compares one value with another. Nothing is computed or called.",
        wrong=_when("len(desk) == 0"),
        right=_when("desk.waiting == 0"),
    ),
    Page(
        "C405",
        "and-in-a-line",
        "One comparison a line; all, any and not join them.",
        wrong=_when("told.cfo and desk.waiting > 3"),
        right=_when("{all: [told.cfo, desk.waiting > 3]}"),
    ),
    Page(
        "C406",
        "condition-too-long",
        ("A comparison has at most 200 characters, a condition at most 8 levels and 200 parts."),
        wrong=_when("told.cfo" + "o" * 200),
        right=_when("told.cfo"),
    ),
    Page(
        "C407",
        "comparison-missing",
        "Only a yes/no path can stand alone.",
        wrong=_when("desk.waiting"),
        right=_when("desk.waiting > 3"),
    ),
    Page(
        "C408",
        "not-a-joint",
        "Conditions are joined by all and any, which take lists, and by not.",
        wrong=_when("{and: [told.cfo]}"),
        right=_when("{all: [told.cfo]}"),
    ),
    Page(
        "C409",
        "no-arithmetic",
        "Conditions do no arithmetic.",
        wrong=_when("desk.waiting + 3 > 5"),
        right=_when("desk.waiting > 2"),
    ),
    Page(
        "C410",
        "value-missing",
        "A comparison has a value on its right.",
        wrong=_when("desk.waiting >"),
        right=_when("desk.waiting > 3"),
    ),
)
