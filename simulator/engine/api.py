"""The engine's front door: what every other room may call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import agenda
from simulator.engine.forking import fork
from simulator.engine.opening import open_shift
from simulator.engine.phases import next_due, run_until
from simulator.engine.state import State, digest
from simulator.engine.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.acts.base import Act, Given, Refusal
    from simulator.engine.log import LogEntry
    from simulator.engine.world import World

EPOCH = 1
"""Order, formulas and the shape of entries; raised whenever a golden digest moves."""


def give(state: State, act: Act, words: str = "") -> Given:
    """Give an act now, on a state we own; the log tells whether it was refused."""
    return agenda.give(state, act, words)


def give_if_possible(state: State, act: Act, words: str = "") -> Refusal | None:
    """Give an act now, on a state we own, unless it is refused; return why it is."""
    return agenda.give_if_possible(state, act, words)


def advance(state: State, until: int, acts: Sequence[Given] = ()) -> Sequence[LogEntry]:
    """Run a state we own up to and including a minute; return the new entries.

    Each act is given at its own minute, once that minute's phases have run. Raises `ValueError`
    for an act that lies in the past or beyond `until`.
    """
    start = len(state.log)
    for given in acts:
        if not state.now <= given.at <= until:
            raise ValueError(f"act {given.number} at minute {given.at} is out of reach")
        if given.at > state.now:
            run_until(state, given.at)
        agenda.give(state, given.act, given.words)
    run_until(state, until)
    return state.log[start:]


def step(state: State, acts: Sequence[Given] = ()) -> tuple[State, Sequence[LogEntry]]:
    """Return the state one minute on, and the new entries; the given state stays as it was."""
    twin = fork(state)
    return twin, advance(twin, state.now + 1, acts)


def possible(state: State, act: Act) -> Refusal | None:
    """Return why an act is not possible now; None when it is."""
    return agenda.possible(state, act)


def view(state: State) -> View:
    """Return what the lead can see, valid until the next step."""
    return View(state)


def replay(
    world: World, seed: int, luck: int, acts: Sequence[Given], until: int | None = None
) -> State:
    """Return the shift that these acts make, run up to `until` or to its end."""
    state = open_shift(world, seed, luck)
    advance(state, world.length if until is None else until, acts)
    return state


__all__ = [
    "EPOCH", "State", "View", "advance", "digest", "fork", "give", "give_if_possible", "next_due",
    "open_shift", "possible", "replay", "run_until", "step", "view",
]  # fmt: skip
