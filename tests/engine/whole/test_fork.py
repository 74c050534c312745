"""A branch never touches its parent, and differs from it only where something reaches."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts.shapes import Brief
from tests.engine.whole.wander import Wanderer

if TYPE_CHECKING:
    from simulator.engine.state import State
    from tests.engine.whole.conftest import Whole

SHARED = {"plan", "world", "rules", "owner", "births"}


def frozen(value: Any) -> Any:
    """Return everything a state holds as one comparable value, whoever owns its records."""
    if isinstance(value, dict):
        return tuple((key, frozen(one)) for key, one in value.items())
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return tuple(frozen(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type) and hasattr(value, "copy"):
        return tuple(
            (f.name, frozen(getattr(value, f.name))) for f in fields(value) if f.name != "owner"
        )
    return value


def picture(state: State) -> Any:
    """Return all of a state except what all forks share."""
    return tuple(
        (f.name, frozen(getattr(state, f.name)))
        for f in fields(state) if f.name not in SHARED and f.name != "running_digest"
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_branches_never_touch_their_parent(whole: Whole, seed: int) -> None:
    parent = api.open_shift(whole.world, seed)
    lead = Wanderer(whole.world, seed)
    view = api.view(parent)
    while not parent.over:
        for _ in range(3):
            api.give(parent, lead.act(view))
        before, digest = picture(parent), api.digest(parent)
        child = api.fork(parent)
        grandchild = api.fork(child, luck=5)
        Wanderer(whole.world, seed + 50).play(child)
        Wanderer(whole.world, seed + 60).play(grandchild)
        api.advance(api.fork(parent), whole.world.length)
        assert picture(parent) == before
        assert api.digest(parent) == digest
        api.advance(parent, parent.now + 45)


@pytest.mark.parametrize("seed", range(12))
def test_parent_running_on_does_not_touch_its_branch(whole: Whole, seed: int) -> None:
    parent = api.open_shift(whole.world, seed)
    api.advance(parent, 40 + seed)
    child = api.fork(parent)
    before = picture(child)
    Wanderer(whole.world, seed).play(parent)
    assert picture(child) == before


@pytest.mark.parametrize("seed", range(12))
def test_fork_and_run_on_is_run_on(whole: Whole, seed: int) -> None:
    plain, acts = whole.shift(seed, script=seed)
    for minute in (0, 1, 30 + seed, 100, whole.world.length):
        state = api.replay(whole.world, seed, 0, [g for g in acts if g.at <= minute], minute)
        branch = api.fork(state)
        api.advance(branch, whole.world.length, [g for g in acts if g.at > minute])
        assert branch.log == plain.log
        assert api.digest(branch) == api.digest(plain)


def test_another_luck_differs_only_after_the_fork(whole: Whole) -> None:
    different = 0
    for seed in range(12):
        state = api.open_shift(whole.world, seed)
        api.advance(state, 60)
        other, same = api.fork(state, luck=9), api.fork(state)
        api.advance(other, whole.world.length)
        api.advance(same, whole.world.length)
        assert other.log[: len(state.log)] == state.log
        different += other.log != same.log
        assert {t.id for t in other.tickets.values() if ".r" not in t.id and not t.source} == {
            t.id for t in same.tickets.values() if ".r" not in t.id and not t.source
        }
    assert different


def test_step_leaves_the_given_state_as_it_was(whole: Whole) -> None:
    state = api.open_shift(whole.world, 3)
    api.advance(state, 30)
    before = picture(state)
    given = api.give(api.fork(state), Brief("impact"))
    after, entries = api.step(state, [given])
    assert picture(state) == before
    assert after.now == 31
    assert [e.kind for e in entries][:2] == ["act.given", "act.begun"]


def test_advance_refuses_acts_out_of_reach(whole: Whole) -> None:
    state = api.open_shift(whole.world, 3)
    api.advance(state, 30)
    given = api.give(api.fork(state), Brief("impact"))
    api.advance(state, 31)
    with pytest.raises(ValueError, match="out of reach"):
        api.advance(state, 40, [given])
