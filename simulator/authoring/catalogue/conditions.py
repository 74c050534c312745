"""C: conditions."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page
from simulator.authoring.catalogue.samples import news
from simulator.engine.paths import PATHS

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
        wrong=news("incident.portal.open_for = 15 min"),
        right=news("incident.portal.open_for == 15 min"),
    ),
    Page(
        "C402",
        "other-type",
        "A path is compared with a value of its own kind.",
        wrong=news("incident.portal.open_for >= long"),
        right=news("incident.portal.open_for >= 15 min"),
    ),
    Page(
        "C403",
        "no-such-path",
        "There is no such path. These are all of them; a star stands for an "
        f"id, and `alone` means that the path needs no comparison.\n\n{_paths()}",
        wrong=news("incident.portal.opn_for >= 15 min"),
        right=news("incident.portal.open_for >= 15 min"),
    ),
    Page(
        "C404",
        "no-code",
        "A condition compares one value with another. Nothing is computed or called.",
        wrong=news("len(desk) == 0"),
        right=news("desk.waiting == 0"),
    ),
    Page(
        "C405",
        "and-in-a-line",
        "One comparison a line; all, any and not join them.",
        wrong=news("told.cfo and desk.waiting > 3"),
        right=news("{all: [told.cfo, desk.waiting > 3]}"),
    ),
    Page(
        "C406",
        "condition-too-long",
        ("A comparison has at most 200 characters, a condition at most 8 levels and 200 parts."),
        wrong=news("told.cfo" + "o" * 200),
        right=news("told.cfo"),
    ),
    Page(
        "C407",
        "comparison-missing",
        "Only a yes/no path can stand alone.",
        wrong=news("desk.waiting"),
        right=news("desk.waiting > 3"),
    ),
    Page(
        "C408",
        "not-a-joint",
        "Conditions are joined by all and any, which take lists, and by not.",
        wrong=news("{and: [told.cfo]}"),
        right=news("{all: [told.cfo]}"),
    ),
    Page(
        "C409",
        "no-arithmetic",
        "Conditions do no arithmetic.",
        wrong=news("desk.waiting + 3 > 5"),
        right=news("desk.waiting > 2"),
    ),
    Page(
        "C410",
        "value-missing",
        "A comparison has a value on its right.",
        wrong=news("desk.waiting >"),
        right=news("desk.waiting > 3"),
    ),
)
