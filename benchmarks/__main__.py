"""The command: `python -m benchmarks NAME [--json]`."""

from __future__ import annotations

import argparse
import json
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.measure import Row

NAMES = ("engine",)
"""Modules of this folder with a function `rows`."""


def _line(row: Row) -> str:
    ours = f"{row.ours:10.4g} {row.unit}"
    if row.ratio is None:
        asked = f"must {row.must:g}, goal {row.goal:g}" if row.must and row.goal else ""
        return f"{row.name:42}{ours:16}{asked}"
    asked = f"must {row.must:g}x, " if row.must else ""
    asked += f"goal {row.goal:g}x" if row.goal else ""
    return f"{row.name:42}{ours:16}{row.ratio:9.3g}x {row.peer:16}{asked}"


def main() -> int:
    """Run the benchmarks that are named; return 1 where one misses what it must reach."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=NAMES, help="what to measure")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    asked = parser.parse_args()
    rows: list[Row] = import_module(f"benchmarks.{asked.name}").rows()
    if asked.json:
        print(json.dumps({"rows": [row.record() for row in rows]}, indent=1))
    else:
        for row in rows:
            print(_line(row) + ("   MISSED" if row.missed() else ""))
    return 1 if any(row.missed() for row in rows) else 0


raise SystemExit(main())
