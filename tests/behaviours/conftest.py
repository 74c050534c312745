"""Shifts led by a few lines of plain mode, for the table of behaviours."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.runs.language.desk import Desk
from simulator.runs.language.reading import Order, read, timed
from simulator.runs.playable import Playable, scenario_at
from tests.behaviours.table import HERE, Behaviour

if TYPE_CHECKING:
    from simulator.engine.log import LogEntry
    from simulator.engine.state import State

loaded = cache(scenario_at)


def playable(one: Behaviour) -> Playable:
    """Return the scenario that a row's scripts play."""
    own = HERE / f"{one.on}.yaml"
    return loaded(str(own) if own.exists() else one.on)


def led(world: Any, script: str, seed: int) -> State:
    """Play a script to the end of the shift; a line that is refused fails the test."""
    state = api.open_shift(world, seed)
    for line in script.splitlines():
        at, text = timed(line, Desk(api.view(state)))
        if at is not None:
            api.advance(state, at)
        order = read(text, Desk(api.view(state)))
        if order is None:
            continue
        assert isinstance(order, Order), line
        refusal = api.possible(state, order.act)
        assert refusal is None, f"{line}: {refusal}"
        api.give(state, order.act, order.words)
    api.advance(state, world.length)
    return state


def fits(entry: LogEntry, wanted: dict[str, Any]) -> bool:
    """Return whether an entry is of the kind and has the values that a row asks for."""
    if entry.kind != wanted["kind"] or entry.subject != wanted.get("subject", entry.subject):
        return False
    for field, value in wanted.items():
        if field in ("kind", "subject"):
            continue
        found = entry.data.get(field)
        if isinstance(found, tuple):
            if value not in found:
                return False
        elif found != value:
            return False
    return True


@pytest.fixture
def shows() -> Any:
    """A function: the entries of a led shift that show a row's behaviour."""

    def found(one: Behaviour, script: str) -> list[LogEntry]:
        state = led(playable(one).world, script, one.seed)
        return [entry for entry in state.log if fits(entry, one.entry)]

    return found
