"""Whole shifts in the rich world of `rich.py`, under the lead of `wander.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from simulator.engine import api
from simulator.engine.acts.registry import ACTS
from tests.engine.whole.rich import rich_world
from tests.engine.whole.wander import Wanderer

if TYPE_CHECKING:
    from simulator.engine.acts.base import Given
    from simulator.engine.state import State
    from simulator.engine.world import World


FEWEST_WALKS, MOST_WALKS = 20, 200
ELSEWHERE = frozenset({"phones"})
"""Acts for which this world has no use; `test_telephones.py` gives them."""


class Walk(NamedTuple):
    """A shift by its seed, its luck and its acts."""

    seed: int
    luck: int
    acts: list[Given]


def given(state: State) -> set[str]:
    """Return the acts that were given, and not refused, in a shift."""
    return {str(entry.data["act"]) for entry in state.log if entry.kind == "act.given"}


class Whole:
    """The rich world, and what is needed to play whole shifts in it."""

    def __init__(self, world: World | None = None) -> None:
        self.world = world or rich_world()

    def shift(
        self, seed: int, script: int | None = None, luck: int = 0
    ) -> tuple[State, list[Given]]:
        """Return a whole shift with its acts: those of a wandering lead, or none."""
        state = api.open_shift(self.world, seed, luck)
        if script is None:
            api.advance(state, self.world.length)
            return state, []
        return state, Wanderer(self.world, script).play(state)

    def walks(self) -> dict[str, Walk]:
        """Return the walks that golden runs are made of, by name.

        They are those of the first seeds: as many as it takes until each act was given in one,
        so no rule can change without a digest that meets it.
        """
        walks: dict[str, Walk] = {}
        missing = set(ACTS) - ELSEWHERE
        for seed in range(MOST_WALKS):
            if not missing and seed >= FEWEST_WALKS:
                return walks
            state, acts = self.shift(seed, seed + 100, luck=seed % 3)
            walks[f"wander-{seed}"] = Walk(seed, seed % 3, acts)
            missing -= given(state)
        raise AssertionError(f"in {MOST_WALKS} walks nobody came to: {sorted(missing)}")


@pytest.fixture(scope="session")
def whole() -> Whole:
    """The rich world."""
    return Whole()
