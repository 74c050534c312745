"""Checks mutated scenarios in a process of its own: `python mutation_worker.py COUNT FIRST`.

The answer on stdout is one JSON object: how many ended how, the slowest in seconds of processor
time with its number, and the greatest memory of the process in MB with the number that raised it
last. Tracebacks go to stderr.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from simulator.authoring.fix import apply
from simulator.authoring.output import as_json, concise, full
from simulator.authoring.validate import validate
from tests.measuring import peak
from tests.scenario.mutated import mutated

if TYPE_CHECKING:
    from simulator.authoring.validate import Found


def checked(path: Path) -> str:
    """Return how a file ends: `error`, `warning` or `valid`; it is shown in every format."""
    found = validate([path])
    for place in (one.place for one in found.diagnostics):
        assert place.line >= 1
        assert place.column >= 1
    assert full(found.diagnostics, found.texts) or not found.diagnostics
    assert concise(found.diagnostics).count("\n") == len(found.diagnostics)
    json.loads(as_json(found.diagnostics))
    _mended(found)
    return "error" if found.errors else "warning" if found.diagnostics else "valid"


def _mended(found: Found) -> None:
    """Write what is certain, as `--fix` would in its first round."""
    for name, text in found.texts.items():
        edits = [one.edit for one in found.diagnostics if one.edit is not None]
        here = [edit for edit in edits if edit.place.path == name]
        after, many = apply(text, here)
        assert many <= len(here)
        assert here or after == text


def main(count: int, first: int) -> None:
    """Check as many mutations, from a number on."""
    ended: Counter[str] = Counter()
    slowest, slow, largest, large = 0.0, 0, peak(), 0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mutated.yaml"
        for number in range(first, first + count):
            path.write_bytes(mutated(Random(number)))
            began = time.process_time()
            try:
                how = checked(path)
            except Exception:
                how = "traceback"
                print(f"mutation {number}\n{traceback.format_exc()}", file=sys.stderr, flush=True)
            ended[how] += 1
            if (taken := time.process_time() - began) > slowest:
                slowest, slow = taken, number
            if (needed := peak()) > largest:
                largest, large = needed, number
    print(json.dumps({
        "ended": ended, "slowest": round(slowest, 3), "slow": slow, "megabytes": largest,
        "large": large,
    }))  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
