"""Digests of whole shifts, kept by epoch: one that moves without a new epoch is a failing test.

The rich world, its numbers (`tests/golden/rules-1.json`) and the wandering lead are fixed, so
tuning a default or a scenario moves nothing here, and a changed rule does. A name is added to the
file of the epoch in which it was first run, and no line of it is ever changed or taken away.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api

if TYPE_CHECKING:
    from tests.engine.whole.conftest import Whole

GOLDEN = Path(__file__).parents[2] / "golden"
EPOCHS = Path(__file__).parents[3] / "docs" / "epochs.md"
RUNS = {
    "absent-0": (0, None, 0), "absent-1": (1, None, 0), "absent-2-luck-5": (2, None, 5),
    "wander-0": (0, 100, 0), "wander-1": (1, 101, 0), "wander-2": (2, 102, 0),
    "wander-3-luck-1": (3, 103, 1), "wander-4-luck-2": (4, 104, 2),
}  # fmt: skip
"""Name: seed, script of the lead (None for nobody), luck."""


def kept(epoch: int) -> dict[str, str]:
    """Return the golden digests of an epoch."""
    table: dict[str, str] = json.loads((GOLDEN / f"{epoch}.json").read_text())
    return table


@pytest.mark.parametrize("name", RUNS)
def test_shift_has_its_golden_digest(whole: Whole, name: str) -> None:
    digest = api.digest(whole.shift(*RUNS[name])[0])
    assert kept(api.EPOCH).get(name) == digest, (
        "A rule changed. If that was the purpose: raise EPOCH, add a line to docs/epochs.md, "
        "and write the digests into a file of the new epoch."
    )


def test_every_kept_digest_is_run() -> None:
    assert set(kept(api.EPOCH)) == set(RUNS)


def test_each_epoch_has_its_file_and_its_line() -> None:
    rows = re.findall(r"^\| (\d+) \| .+ \|$", EPOCHS.read_text(), re.MULTILINE)
    assert [int(row) for row in rows] == list(range(1, api.EPOCH + 1))
    for epoch in range(1, api.EPOCH + 1):
        assert all(re.fullmatch(r"[0-9a-f]{32}", digest) for digest in kept(epoch).values())
