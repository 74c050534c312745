"""A scenario that can be played and scored, with everything that a run needs of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from simulator.errors import ScenarioUnusable
from simulator.scenario.library import Loaded, load, load_texts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from scoring.rubric import Rubric
    from simulator.engine.world import World

MOST_KEPT = 8
"""Scenarios out of run files that are kept once they are read."""


@dataclass(frozen=True, slots=True)
class Playable:
    """A scenario without errors."""

    world: World
    rubric: Rubric
    texts: Mapping[str, str]
    """The sources, by the name under which a run file keeps them."""
    loaded: Loaded
    """All that the loader found, the author's playbook and the forms among it."""


def playable(loaded: Loaded | Playable) -> Playable:
    """Return a scenario if it can be played; raises `ScenarioUnusable` with its first fault."""
    if isinstance(loaded, Playable):
        return loaded
    if loaded.world is not None and loaded.rubric is not None:
        return Playable(loaded.world, loaded.rubric, loaded.texts, loaded)
    errors = [problem for problem in loaded.diagnostics if problem.is_error]
    first = errors[0]
    more = f" ({len(errors) - 1} more)" if len(errors) > 1 else ""
    raise ScenarioUnusable(
        f"{first.place.path}:{first.place}: {first.message}{more}.",
        "`shiftlead validate` shows all of it.",
    )


def scenario_at(path_or_id: str | Path) -> Playable:
    """Return a scenario by its path or its id; raises `ScenarioUnusable`."""
    return playable(load(path_or_id))


def scenario_from(texts: Mapping[str, str]) -> Playable:
    """Return the scenario that a run file carries; raises `ScenarioUnusable`.

    The last few are kept: a cohort's runs carry the same texts, and reading them takes longer than
    playing the shift.
    """
    return read_once(tuple(texts.items()))


@lru_cache(maxsize=MOST_KEPT)
def read_once(texts: tuple[tuple[str, str], ...]) -> Playable:
    """Return the scenario of these texts, by their names; raises `ScenarioUnusable`."""
    return playable(load_texts(dict(texts)))
