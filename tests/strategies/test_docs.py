"""The leads in docs/strategies.md play as they stand there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from simulator.strategies.registry import LEADS, find

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.engine.world import World

PAGE = Path(__file__).parents[2] / "docs" / "strategies.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize(("number", "name"), [(0, "Reader"), (1, "Calm")])
def test_an_example_of_the_page_plays(
    number: int, name: str, tmp_path: Path, world: World, played: Callable[..., Any]
) -> None:
    path = tmp_path / "example.py"
    path.write_text(EXAMPLES[number], encoding="utf-8")
    state, given = played(world, find(f"{path}:{name}")())
    assert state.over
    assert {act.act.kind for act in given} >= {"brief", "triage", "answer"}


def test_the_page_names_every_shipped_lead() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in LEADS if f"| `{name}` |" not in page] == []
