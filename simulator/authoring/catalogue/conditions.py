"""C and L: conditions, lints."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page
from simulator.engine.paths import PATHS


def _when(condition: str) -> str:
    return f"storyline:\n  - id: news\n    when: {condition}\n    news: The bank rang.\n"


def _choices(first: str, second: str) -> str:
    return (
        "storyline:\n  - id: call\n    at: 08:40\n    scene:\n      says: When?\n      choices:\n"
        f"        - {{id: ask, say: What do you need?, {first}}}\n"
        f"        - {{id: shout, say: Not now!, {second}}}\n"
    )


def _pattern(count: int) -> str:
    return (
        "rubric:\n  criteria:\n    - id: calm\n      competency: people\n"
        "      prompt: Is it calm?\n"
        "      weight: 1\n      measure: pattern\n"
        f"      pattern: {{entry: message.sent, at_least: {count}}}\n      levels:\n"
        "        - {value: 4, band: [1000, 1000], anchor: a}\n"
        "        - {value: 3, band: [600, 999], anchor: b}\n"
        "        - {value: 2, band: [1, 599], anchor: c}\n"
        "        - {value: 1, band: [0, 0], anchor: d}\n"
        '      basis: {kind: published, link: "https://example.org/"}\n'
    )


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
    Page(
        "L501",
        "never-true",
        "The condition can never be true, so what depends on it never happens.",
        wrong=_when("{all: [desk.waiting > 9, desk.waiting < 3]}"),
        right=_when("{any: [desk.waiting > 9, desk.waiting < 3]}"),
    ),
    Page(
        "L502",
        "always-true",
        "The comparison holds whatever happens.",
        wrong=_when("desk.waiting >= 0"),
        right=_when("desk.waiting >= 1"),
    ),
    Page(
        "L503",
        "after-the-end",
        "It would happen when the shift is over.",
        wrong=("storyline:\n  - {id: late, at: Fri 12:15, news: The bank rang.}\n"),
        right=("storyline:\n  - {id: late, at: Fri 11:15, news: The bank rang.}\n"),
    ),
    Page(
        "L510",
        "dominated-choice",
        (
            "A choice is never better than another, in no effect, in no credit and in no "
            "state of best_when. Nobody who looks at both has a reason to take it."
        ),
        wrong=_choices(
            "effects: [{target: ana, morale: 2}]", "effects: [{target: ana, morale: -2}]"
        ),
        right=_choices(
            "effects: [{target: ana, morale: 2}]",
            "effects: [{target: ana, morale: -2}], minutes: 1",
        ),
    ),
    Page(
        "L511",
        "same-choice",
        "Nothing tells two choices apart.",
        wrong=_choices("credit: 1", "credit: 1"),
        right=_choices("credit: 1, minutes: 4", "credit: 0, minutes: 1"),
    ),
    Page(
        "L512",
        "always-or-never-met",
        "A pattern counts to zero: it holds whatever the lead does.",
        wrong=_pattern(0),
        right=_pattern(1),
    ),
    Page(
        "L599",
        "nothing-to-ignore",
        ("A comment ignores a lint that is not there, or a code that cannot be ignored."),
        wrong="kind: outage  # lint: ignore[L510] no reason\n",
        right="kind: outage\n",
    ),
)
