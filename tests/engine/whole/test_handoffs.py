"""Laws of tickets that change hands and wait outside by themselves, whatever the lead does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.records import LEAD
from tests.engine.whole.conftest import Whole

if TYPE_CHECKING:
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State

SEEDS = range(12)


@pytest.fixture(scope="module")
def moving(whole: Whole) -> Whole:
    """The rich world with hand-offs and with answers that come within the shift."""
    rules = replace(
        whole.world.rules, hand_offs=True, outside_waits=True, outside_minutes=30,
        outside_sigma=700,
    )  # fmt: skip
    return Whole(replace(whole.world, rules=rules))


def places(state: State, ticket: Ticket) -> int:
    """Return in how many places a ticket is: in hand, on a pile, queued, outside, or put off."""
    held = [
        (one.task == ticket.id) + one.parked.count(ticket.id) for one in state.analysts.values()
    ]
    elsewhere = (
        ticket.id in state.waiting, ticket.hold.outside >= 0, ticket.who == LEAD,
        ticket.state in ("waiting-lead", "deferred"),
    )  # fmt: skip
    return sum(held) + sum(elsewhere)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_open_ticket_is_in_one_place(moving: Whole, seed: int) -> None:
    state, _ = moving.shift(seed, seed)
    kinds = {entry.kind for entry in state.log}
    assert {"ticket.passed-on", "ticket.on-hold"} <= kinds
    for ticket in state.tickets.values():
        open_still = ticket.resolved < 0 and not ticket.linked
        assert places(state, ticket) == open_still


@pytest.mark.parametrize("seed", SEEDS)
def test_a_fork_leaves_its_parent_as_it_was(moving: Whole, seed: int) -> None:
    _, acts = moving.shift(seed, seed)
    half = api.replay(moving.world, seed, 0, [one for one in acts if one.at <= 100], 100)
    before = api.digest(half)
    branch = api.fork(half)
    api.advance(branch, moving.world.length)
    assert api.digest(half) == before
    api.advance(half, moving.world.length)
    assert api.digest(half) == api.digest(branch)


def test_hands_are_counted_as_the_log_tells_them(moving: Whole) -> None:
    state, _ = moving.shift(3, 3)
    moves: dict[str, int] = {}
    for entry in state.log:
        if entry.kind == "ticket.started" and "hands" in entry.data:
            moves[entry.subject] = moves.get(entry.subject, 0) + 1
            assert entry.data["hands"] == moves[entry.subject]
    assert moves == {one.ref: one.moves for one in state.tickets.values() if one.moves}
