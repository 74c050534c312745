"""The command: `python -m benchmarks NAME [--json]`."""

from __future__ import annotations

import argparse
import json
from importlib import import_module
from typing import Protocol

NAMES = ("authoring", "cohorts", "engine", "handoffs", "many", "profiles", "scoring")
"""Modules of this folder with a function `rows`."""


class Figure(Protocol):
    """A row of a table."""

    def line(self) -> str:
        """Return it as a line of the table."""

    def record(self) -> dict[str, object]:
        """Return it as a JSON object."""

    def missed(self) -> bool:
        """Return whether what must be reached is not."""


def main() -> int:
    """Run the benchmarks that are named; return 1 where one misses what it must reach."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=NAMES, help="what to measure")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    asked = parser.parse_args()
    rows: list[Figure] = import_module(f"benchmarks.{asked.name}").rows()
    if asked.json:
        print(json.dumps({"rows": [row.record() for row in rows]}, indent=1))
    else:
        for row in rows:
            print(row.line() + ("   MISSED" if row.missed() else ""))
    return 1 if any(row.missed() for row in rows) else 0


raise SystemExit(main())
