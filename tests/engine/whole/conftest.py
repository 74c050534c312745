"""Whole shifts in the rich world of `rich.py`, under the lead of `wander.py`."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api

if TYPE_CHECKING:
    from simulator.engine.acts.base import Given
    from simulator.engine.state import State
    from simulator.engine.world import World
    from tests.engine.whole.wander import Wanderer


def _beside(name: str) -> Any:
    """Return a module of this folder, which is no package."""
    spec = spec_from_file_location(f"whole_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Whole:
    """The rich world, and what is needed to play whole shifts in it."""

    def __init__(self) -> None:
        self.world: World = _beside("rich").rich_world()
        self.wanderer: type[Wanderer] = _beside("wander").Wanderer

    def shift(
        self, seed: int, script: int | None = None, luck: int = 0
    ) -> tuple[State, list[Given]]:
        """Return a whole shift with its acts: those of a wandering lead, or none."""
        state = api.open_shift(self.world, seed, luck)
        if script is None:
            api.advance(state, self.world.length)
            return state, []
        return state, self.wanderer(self.world, script).play(state)


@pytest.fixture(scope="session")
def whole() -> Whole:
    """The rich world."""
    return Whole()
