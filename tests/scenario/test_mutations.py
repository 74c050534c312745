"""Scenarios with anything done to them: diagnostics, within two seconds and 200 MB each.

The long run checks some thousands; `MUTATED` in the environment asks for more, such as 50000.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 2.0
"""Processor time of one."""
MOST_MEGABYTES = 200
"""Of the whole process, which checks one after the other."""
MUTATED = int(os.environ.get("MUTATED", "4000"))


def after(count: int, first: int) -> dict[str, Any]:
    """Check so many mutations in a process of its own; fail where one ends badly."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.scenario.mutation_worker", str(count), str(first)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(ran.stdout)
    assert "traceback" not in told["ended"], ran.stderr
    assert sum(told["ended"].values()) == count
    assert told["slowest"] < MOST_SECONDS, told
    assert told["megabytes"] < MOST_MEGABYTES, told
    return told


def test_mutated_scenarios_end_well() -> None:
    assert set(after(150, 1_000_000)["ended"]) == {"error", "warning", "valid"}


@pytest.mark.deep
def test_thousands_of_mutated_scenarios_end_well() -> None:
    print(after(MUTATED, 0))
