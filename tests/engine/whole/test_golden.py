"""Digests of whole shifts, kept by epoch: one that moves without a new epoch is a failing test.

The rich world, its numbers (`rules-1.json`) and the acts (`acts-1.json`) are fixed, so tuning a
default or a scenario moves nothing here, and a changed rule does. A name is added to the file of
the epoch in which it was first run, and no line of it is ever changed or taken away.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts.base import Element, Given, Note
from simulator.engine.acts.registry import ACTS
from tests.engine.whole.conftest import ELSEWHERE, given

if TYPE_CHECKING:
    from tests.engine.whole.conftest import Whole

GOLDEN = Path(__file__).parents[2] / "golden"
EPOCHS = Path(__file__).parents[3] / "docs" / "epochs.md"
WALKS: dict[str, dict[str, Any]] = json.loads((GOLDEN / "acts-1.json").read_text())
"""Seed, luck and acts of every walk, by its name."""
RUNS: dict[str, tuple[int, int]] = {"absent-0": (0, 0), "absent-1": (1, 0), "absent-2": (2, 5)} | {
    name: (walk["seed"], walk["luck"]) for name, walk in WALKS.items()
}
"""Seed and luck of every run by its name; the absent lead gives no acts."""


def kept(epoch: int) -> dict[str, str]:
    """Return the golden digests of an epoch."""
    table: dict[str, str] = json.loads((GOLDEN / f"{epoch}.json").read_text())
    return table


def read(record: dict[str, Any]) -> Given:
    """Return an act as it was kept."""
    fields = {k: tuple(v) if isinstance(v, list) else v for k, v in record["act"].items()}
    shape = ACTS[str(fields.pop("kind"))].shape
    if "elements" in fields:
        fields["elements"] = tuple(Element(*one) for one in fields["elements"])
    if fields.get("note"):
        fields["note"] = Note(*(tuple(part) for part in fields["note"]))
    return Given(record["number"], record["at"], shape(**fields))


def acts_of(name: str) -> list[Given]:
    """Return the acts of a run."""
    return [read(record) for record in WALKS[name]["acts"]] if name in WALKS else []


@pytest.mark.parametrize("name", RUNS)
def test_shift_has_its_golden_digest(whole: Whole, name: str) -> None:
    state = api.replay(whole.world, *RUNS[name], acts_of(name))
    assert state.over
    assert kept(api.EPOCH).get(name) == api.digest(state), (
        "A rule changed. If that was the purpose: raise EPOCH, add a line to docs/epochs.md, "
        "and write the digests into a file of the new epoch."
    )


def test_golden_runs_use_all_that_a_lead_can_do(whole: Whole) -> None:
    runs = (api.replay(whole.world, *RUNS[name], acts_of(name)) for name in RUNS)
    assert set().union(*map(given, runs)) == set(ACTS) - ELSEWHERE, (
        "An act is new or is refused now: write the golden acts anew, as `Whole.walks` gives them."
    )


def test_walks_come_to_all_that_a_lead_can_do(whole: Whole) -> None:
    walks = whole.walks()
    states = (api.replay(whole.world, seed, luck, acts) for seed, luck, acts in walks.values())
    assert set().union(*map(given, states)) == set(ACTS) - ELSEWHERE


def test_every_kept_digest_is_run() -> None:
    assert set(kept(api.EPOCH)) == set(RUNS)


def test_each_epoch_has_its_file_and_its_line() -> None:
    rows = re.findall(r"^\| (\d+) \| .+ \|$", EPOCHS.read_text(), re.MULTILINE)
    assert [int(row) for row in rows] == list(range(1, api.EPOCH + 1))
    for epoch in range(1, api.EPOCH + 1):
        assert all(re.fullmatch(r"[0-9a-f]{32}", digest) for digest in kept(epoch).values())
