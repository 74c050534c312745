"""Files with one problem each: the wrong examples of the catalogue."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.catalogue import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
OTHERS = {
    f"{kind}/{path.stem}": path.read_text(encoding="utf-8")
    for kind in ("profiles", "rubrics")
    for path in (ROOT / "scenarios" / kind).glob("*.yaml")
}
"""The shipped profiles and rubrics."""
BASE = """schema: 1
scenario: small
title: Small
clock: {starts: Fri 08:00, ends: Fri 11:30}
team:
  - {id: ana, name: Ana Lopez}
  - {id: ben, name: Ben Okafor}
stakeholders:
  - {id: cfo, name: Marta Lind, audience: executive}
facts:
  - {id: month-end, text: the month ends today, known: at start}
incidents:
  - id: portal
    name: Portal
    service: portal
    skill: network
    starts: 08:20
    steps: [{id: look, minutes: 5, says: Seen., effect: resolves}]
"""


def spliced(example: str) -> str:
    """Return a scenario with these blocks; beside them it has what it needs."""
    keys = set(re.findall(r"^([a-z_]+):", example, re.M))
    blocks = re.split(r"^(?=[a-z_]+:)", BASE, flags=re.M)
    return "".join(block for block in blocks if block.partition(":")[0] not in keys) + example


@pytest.fixture
def bad_files(tmp_path: Path) -> Sequence[Path]:
    """Return a file for each wrong example."""
    paths = []
    for page in CATALOGUE.values():
        if page.wrong:
            paths.append(tmp_path / f"{page.code}.yaml")
            paths[-1].write_text(spliced(page.wrong), encoding="utf-8")
    return paths
