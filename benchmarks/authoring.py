"""What an author waits for: `python -m benchmarks authoring`.

Load and check is what `shiftlead play` does to a text after it was read from disk: characters, YAML
to a tree with places, shapes, names, conditions, the world and the rubric, with every error there
is. `shiftlead validate`, and a preview on every save, add the lints (work is drawn for two seeds at
least) and the comments that silence. The rubrics that a scenario builds on are read once in a
process and then kept. `yaml.load` with `CSafeLoader` only makes lists and dictionaries of the text.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from benchmarks.long_scenario import long_scenario
from benchmarks.measure import Row, milliseconds
from simulator.authoring.validate import check_texts
from simulator.scenario.files import TextFiles
from simulator.scenario.reading import read

SHELF = Path(__file__).parents[1] / "scenarios"
TIMES = 5
"""Checks of each round."""


def rows() -> list[Row]:
    """Return what a long scenario takes, without and with lints, against `yaml.load` of it."""
    text = long_scenario()
    others = {
        f"rubrics/{path.stem}": path.read_text(encoding="utf-8")
        for path in (SHELF / "rubrics").glob("*.yaml")
    }
    texts = {"long.yaml": text, **others}
    if problems := check_texts(texts).problems.found:
        raise SystemExit(f"the long scenario has problems: {problems[:3]}")

    def read_whole() -> None:
        for _ in range(TIMES):
            read(TextFiles(texts))

    def validated() -> None:
        for _ in range(TIMES):
            check_texts(texts)

    def loaded() -> None:
        for _ in range(TIMES):
            yaml.load(text, Loader=yaml.CSafeLoader)

    taken = milliseconds({"read": read_whole, "validate": validated, "yaml": loaded}, per=TIMES)
    lines = f"a scenario of {text.count(chr(10)):,} lines"
    # A ratio of 1.5 in time is two thirds of the speed.
    return [
        Row(f"load and check of {lines}", taken["read"], "ms", "yaml.load", taken["yaml"],
            must=1 / 1.5, goal=1 / 1.2),
        Row(f"validate, lints too, {lines}", taken["validate"], "ms", "yaml.load", taken["yaml"]),
    ]  # fmt: skip
