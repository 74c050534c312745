"""Shifts led by a few lines of plain mode, for the table of behaviours."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.runs.language.desk import Desk
from simulator.runs.language.reading import Order, read, timed
from simulator.runs.playable import Playable, scenario_at
from tests.behaviours.matching import showing
from tests.behaviours.table import HERE, Behaviour

if TYPE_CHECKING:
    from simulator.engine.log import LogEntry
    from simulator.engine.state import State

loaded = cache(scenario_at)

NUMBERED = re.compile(r"\{(\S+) (\S+)\}")
"""`{ticket.resolved reset-1}` in a script: the number of the latest such entry."""


def playable(one: Behaviour) -> Playable:
    """Return the scenario that a row's scripts play."""
    own = HERE / f"{one.scenario}.yaml"
    return loaded(str(own) if own.exists() else one.scenario)


def number(state: State, place: re.Match[str]) -> str:
    """Return the number of the latest entry of a kind about an id, as `log` shows it."""
    kind, ident = place.groups()
    found = [e for e in state.log if e.kind == kind and e.subject.partition(":")[2] == ident]
    return str(found[-1].number)


def led(world: Any, script: str, seed: int) -> State:
    """Play a script to the end of the shift; a line that comes to nothing fails the test."""
    state = api.open_shift(world, seed)
    for line in script.splitlines():
        at, text = timed(line, Desk(api.view(state)))
        if at is not None:
            api.advance(state, at)
        order = read(NUMBERED.sub(partial(number, state), text), Desk(api.view(state)))
        if order is None:
            continue
        assert isinstance(order, Order), f"{line}: {order}"
        refusal = api.possible(state, order.act)
        assert refusal is None, f"{line}: {refusal}"
        api.give(state, order.act, order.words)
    api.advance(state, world.length)
    vain = [entry.data for entry in state.log if entry.kind == "act.failed"]
    assert not vain, vain
    return state


@pytest.fixture
def shows() -> Any:
    """A function: the entries of a led shift that show a row."""

    def found(one: Behaviour, script: str) -> list[LogEntry]:
        return showing(led(playable(one).world, script, one.seed).log, one)

    return found
