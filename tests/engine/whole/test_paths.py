"""What a condition can read: right types, and no change that nothing tells of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.paths import PATHS, PathSpec
from simulator.engine.world import Condition, StorySpec
from simulator.scenario.closures import compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.state import State
    from tests.engine.whole.conftest import Whole

TYPES: dict[str, type] = {
    "minutes": int, "points": int, "count": int, "clock": int, "yes-no": bool, "word": str,
}  # fmt: skip


def every(state: State) -> Iterator[tuple[PathSpec, str]]:
    """Yield each path with each id it can be about."""
    world = state.world
    ids: dict[str, list[str]] = {
        "": [""], "incident": list(state.incidents), "stakeholder": list(state.stakeholders),
        "analyst": list(state.analysts), "conflict": list(state.conflicts),
        "change": list(state.changes),
        "fact": [one.id for one in world.facts], "flag": ["cfo-cross", "paper"],
        "decision": [one.id for one in world.decisions],
        "scene": [one.id for one in world.storyline], "form": ["A"],
        "ticket": ["batch", "dock", *(one.id for one in world.profile.backlog)]
        if world.profile else [],
    }  # fmt: skip
    for spec in PATHS.values():
        for ident in ids[spec.names]:
            yield spec, ident


def test_touching_kinds_are_in_the_catalogue() -> None:
    for pattern, spec in PATHS.items():
        assert spec.pattern == pattern
        assert ("*" in pattern) == bool(spec.names)
        assert spec.touched_by <= set(CATALOGUE), pattern
        assert spec.says
        assert spec.touched_by or spec.clocked


@pytest.mark.parametrize("seed", range(10))
def test_values_change_only_when_an_entry_tells_of_it(whole: Whole, seed: int) -> None:
    """Else a storyline item that waits for the change would sleep through it."""
    _, acts = whole.shift(seed, seed + 40)
    state = api.open_shift(whole.world, seed)
    before: dict[tuple[str, str], object] = {}
    while not state.over:
        start = len(state.log)
        api.advance(state, state.now + 1, [g for g in acts if g.at == state.now])
        told = {e.kind for e in state.log[start:]}
        about = {f"{e.kind}@{e.subject}" for e in state.log[start:]}
        for spec, ident in every(state):
            value = spec.read(state, ident)
            assert value is None or type(value) is TYPES[spec.type], (spec.pattern, value)
            old = before.get((spec.pattern, ident), value)
            before[spec.pattern, ident] = value
            if old == value or spec.drifts:
                continue
            if (
                spec.clocked
                and isinstance(old, int)
                and isinstance(value, int)
                and value == old + 1
            ):
                continue
            touched = spec.touches(ident)
            assert touched & (told | about), (spec.pattern, ident, state.now, old, value)


def test_clocked_paths_rise_with_every_minute(whole: Whole) -> None:
    state = api.open_shift(whole.world, 2)
    clocked = [(s, i) for s, i in every(state) if s.clocked]
    rises = 0
    while not state.over:
        old = [spec.read(state, ident) for spec, ident in clocked]
        start = len(state.log)
        api.advance(state, state.now + 1)
        told = {e.kind for e in state.log[start:]}
        for (spec, ident), was in zip(clocked, old, strict=True):
            now = spec.read(state, ident)
            if isinstance(was, int) and isinstance(now, int) and not spec.touched_by & told:
                assert now == was + 1, spec.pattern
                rises += 1
    assert rises > 500


@pytest.mark.parametrize("op", [">=", ">", "<=", "<", "==", "!="])
def test_a_count_that_passes_a_number_is_noticed_at_once(whole: Whole, op: str) -> None:
    """As if the condition were looked at in every single minute."""
    items = []
    for number in range(12):
        holds, wake, touched = compared(PATHS["desk.waiting"], "", op, (number,))
        woken = Condition(holds, wake, touched, "")
        watched = Condition(holds, lambda s: s.now + 1, frozenset(), "")
        items += [StorySpec(f"{sort}-{number}", when=when, again=7)
                  for sort, when in (("woken", woken), ("watched", watched))]  # fmt: skip
    state = api.open_shift(replace(whole.world, storyline=(*whole.world.storyline, *items)), 4)
    api.advance(state, state.world.length)
    told: dict[str, list[tuple[int, str]]] = {"woken": [], "watched": []}
    for entry in state.log:
        sort, _, which = str(entry.data.get("text")).partition("-")
        if entry.kind == "story.told" and sort in told:
            told[sort].append((entry.at, which))
    assert told["woken"] == told["watched"]
    assert len(told["woken"]) > 20
