"""Whole mornings with telephones: the laws of calls, and what adding somebody changes."""

from __future__ import annotations

from random import Random
from statistics import median
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.paths import PATHS
from simulator.engine.rules import Rules
from simulator.engine.world import AnalystSpec, Profile
from tests.engine.whole.monday import TEAM, kind, monday, stormy

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act, Given
    from simulator.engine.state import State

ENDS = {"call": ("call.ended", "call.abandoned"), "visit": ("visit.ended", "visit.left")}


def an_act(state: State, rng: Random) -> Act:
    """Return an act that touches people, calls or the tickets that come of them."""
    who, other = rng.choice(TEAM), rng.choice(TEAM)
    ticket = rng.choice(list(state.tickets) or ["none"])
    on = rng.random() < 0.6
    return rng.choice((
        shapes.Phones(who, on), shapes.Phones(who, on), shapes.Assign(ticket, who),
        shapes.Reassign(ticket, who), shapes.Take(ticket), shapes.Leave(), shapes.CheckIn(who),
        shapes.SendOnBreak(who), shapes.Listen(other), shapes.Assign("mail", who, beside=other),
        shapes.Declare("mail", 1), shapes.Link("mail"), shapes.Triage(ticket),
    ))  # fmt: skip


def wander(seed: int) -> tuple[State, list[Given]]:
    """Return a stormy morning under a lead who acts at random."""
    rng = Random(seed)
    state, acts = api.open_shift(stormy(TEAM[: seed % 5]), seed), []
    while not state.over:
        api.advance(state, min(240, state.now + rng.randint(1, 4)))
        if not state.over:
            acts.append(api.give(state, an_act(state, rng)))
    return state, acts


@pytest.mark.parametrize("seed", range(25))
def test_every_contact_ends_in_one_way_and_nobody_is_in_two(seed: int) -> None:
    state, _ = wander(seed)
    ended: dict[str, str] = {}
    talks: dict[str, str] = {}
    for entry in state.log:
        sort = entry.subject.split(":")[0]
        if entry.kind in ("call.answered", "visit.met"):
            who = str(entry.data["to"])
            assert who not in talks, entry
            talks[who] = entry.subject
        elif entry.kind in ENDS.get(sort, ()):
            assert entry.subject not in ended, entry
            ended[entry.subject] = entry.kind
            if "to" in entry.data:
                assert talks.pop(str(entry.data["to"])) == entry.subject
    still = {f"{one.ref}" for one in state.calls.values() if one.state in ("waiting", "talking")}
    assert set(ended) == {one.ref for one in state.calls.values()} - still
    assert state.line == [i for i, one in state.calls.items() if one.state == "waiting"]
    assert set(talks.values()) <= still


@pytest.mark.parametrize("seed", range(25))
def test_who_is_in_a_call_has_nothing_else_until_it_is_written_up(seed: int) -> None:
    state, _ = wander(seed)
    busy: dict[str, str] = {}
    for entry in state.log:
        who = str(entry.data.get("to", entry.data.get("by", "")))
        if entry.kind in ("call.answered", "visit.met"):
            busy[who] = entry.subject.split(":")[1]
        elif entry.kind in ("ticket.resolved", "ticket.put-back") and who in busy:
            assert entry.subject == f"ticket:{busy.pop(who)}"
        elif entry.kind in ("ticket.started", "incident.opened", "incident.step-begun"):
            assert busy.get(who, entry.subject[7:]) == entry.subject[7:], entry
        elif entry.kind == "analyst.break-began":
            assert entry.subject.split(":")[1] not in busy
        elif entry.kind == "ticket.parked":
            assert entry.subject[7:] != busy.get(who)


@pytest.mark.parametrize("seed", range(8))
def test_jumping_stepping_and_playing_again_give_the_same_shift(seed: int) -> None:
    played, acts = wander(seed)
    world = played.world
    assert api.digest(api.replay(world, seed, 0, acts)) == api.digest(played)
    state = api.open_shift(world, seed)
    while not state.over:
        state, _ = api.step(state, [one for one in acts if one.at == state.now])
    assert state.log == played.log


@pytest.mark.parametrize("seed", range(6))
def test_a_branch_leaves_calls_of_its_parent_alone(seed: int) -> None:
    plain = api.open_shift(stormy(TEAM[:2]), seed)
    api.advance(plain, 70)
    line = [(one, plain.calls[one].state) for one in plain.line]
    branch = api.fork(plain)
    api.give(branch, shapes.Phones("cy"))
    api.advance(branch, 240)
    assert [(one, plain.calls[one].state) for one in plain.line] == line
    assert not plain.analysts["cy"].phones
    api.advance(plain, 240)
    assert api.digest(plain) == api.digest(api.replay(plain.world, seed, 0, ()))


def test_a_condition_is_told_of_every_change_of_the_calls_that_ring() -> None:
    path, state, before = PATHS["desk.calls"], api.open_shift(stormy(TEAM[:2]), 5), 0
    seen = set()
    while not state.over:
        start = len(state.log)
        api.advance(state, state.now + 1)
        now = int(path.read(state, "") or 0)
        if now != before:
            assert path.touched_by & {entry.kind for entry in state.log[start:]}
        before = now
        seen.add(now)
    assert len(seen) > 3


def test_who_rings_first_and_when_does_not_depend_on_the_lead() -> None:
    rang = [
        [(e.at, e.subject) for e in state.log if e.kind == "call.rang" and e.cause == "script"]
        for state in (wander(3)[0], api.replay(stormy(TEAM[:1]), 3, 0, ()))
    ]
    assert rang[0] == rang[1]


# What adding somebody changes -------------------------------------------------------------------


def morning(phones: int, seed: int, extra: bool = False) -> tuple[int, int, list[int]]:
    """Return calls, calls given up and waits; `extra` adds one at 09:00."""
    state = api.open_shift(monday(TEAM[:phones]), seed)
    if extra:
        api.advance(state, 60)
        api.give(state, shapes.Phones(TEAM[phones]))
    api.advance(state, 240)
    waits = [int(str(e.data["waited"])) for e in state.log if e.kind == "call.answered"]
    kinds = [e.kind for e in state.log]
    return kinds.count("call.rang"), kinds.count("call.abandoned"), waits


def share(phones: int, extra: bool = False) -> tuple[float, float]:
    """Return the share of calls given up, and the median wait of the others, over 20 seeds."""
    found = [morning(phones, seed, extra) for seed in range(20)]
    waits = [wait for one in found for wait in one[2]]
    return sum(one[1] for one in found) / sum(one[0] for one in found), median(waits)


def test_monday_at_nine_one_more_on_the_telephones_is_felt() -> None:
    alone, joined, two = share(1), share(1, extra=True), share(2)
    assert alone[0] > 0.5
    assert joined[0] < alone[0] - 0.15
    assert two[0] < joined[0]
    assert two[1] < alone[1]


def erlang_a(servers: int, arrivals: float, service: float, patience: float) -> float:
    """Return the share of calls given up in an M/M/c queue with exponential patience.

    `arrivals` a minute; `service` and `patience` are means in minutes. From the balance equations.
    """
    weights = [1.0]
    for n in range(1, 400):
        gone = min(n, servers) / service + max(0, n - servers) / patience
        weights.append(weights[-1] * arrivals / gone)
    waiting = sum(max(0, n - servers) * w for n, w in enumerate(weights)) / sum(weights)
    return waiting / patience / arrivals


@pytest.mark.parametrize("servers", [2, 3, 4])
def test_the_share_given_up_lies_between_two_known_bounds(servers: int) -> None:
    """Talks vary less than exponential ones: fewer give up than in Erlang's queue with patience.

    More give up than would if work were a steady stream: one minus what the servers can bear.
    """
    rules = Rules(
        first_contact=1000, talk_longest=1000, wrap_up=2, call_patience=20,
        rings_again=0, writes_instead=0, human=False, pace=(100, 100),
    )  # fmt: skip
    team = tuple(AnalystSpec(f"a{n}", "", "", {"desk": 2}, pace=100) for n in range(servers))
    profile = Profile(24 * 15, (417,) * 24, ((kind("call", 10, "phone"), 1000),), 10)
    state = api.replay(
        monday([one.id for one in team], team=team, profile=profile, rules=rules,
                 length=18000, starts=0), 0, 0, (),
    )  # fmt: skip
    talks = [int(str(e.data["minutes"])) + 2 for e in state.log if e.kind == "call.ended"]
    gone = sum(e.kind == "call.abandoned" for e in state.log) / len(state.calls)
    arrivals, service = len(state.calls) / 18000, sum(talks) / len(talks)
    assert 1 - servers / (arrivals * service) <= gone
    assert 0.7 <= gone / erlang_a(servers, arrivals, service, 20) <= 1
