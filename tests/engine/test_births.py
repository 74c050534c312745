"""What a seed brings: demand by the hour, bursts, kinds, efforts, starts, windows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api, chance
from simulator.engine.world import Moment, Profile, Span, WindowSpec, always

if TYPE_CHECKING:
    from simulator.engine.world import World
    from tests.engine.conftest import Kit

SEEDS = range(400)
HOURLY = (0,) * 8 + (1000, 2000, 500, 0) + (0,) * 12
"""Ten, twenty, five percent of the day, and nothing after eleven."""


def queue(kit: Kit, per_day: int = 100, dispersion: int = 10, **more: Any) -> World:
    """Return a desk of four hours from eight o'clock with a profile of two kinds."""
    mix = ((kit.kind("easy", effort=10, spread=400), 700), (kit.kind("hard", effort=30), 300))
    profile = Profile(per_day, HOURLY, mix, dispersion=dispersion)
    fields: dict[str, Any] = {"profile": profile, "length": 240, "starts": 8 * 60} | more
    return kit.world(**fields)


def arrivals(world: World, seed: int) -> dict[str, tuple[int, str, int]]:
    """Return minute, kind and effort of each ticket of a seed."""
    state = api.open_shift(world, seed)
    api.advance(state, world.length)
    return {t.id: (t.arrived, t.kind.id, t.effort) for t in state.tickets.values()}


def by_hour(world: World) -> list[list[int]]:
    """Return the tickets of each hour, seed by seed."""
    rows = [Counter(at // 60 for at, _, _ in arrivals(world, seed).values()) for seed in SEEDS]
    return [[row[hour] for row in rows] for hour in range(4)]


def mean(values: list[int]) -> float:
    return sum(values) / len(values)


def spread(values: list[int]) -> float:
    """Return the variance over the mean."""
    centre = mean(values)
    return sum((v - centre) ** 2 for v in values) / len(values) / centre


def test_demand_follows_the_hours_of_the_profile(kit: Kit) -> None:
    hours = by_hour(queue(kit))
    for values, expected in zip(hours, (10, 20, 5, 0), strict=True):
        assert abs(mean(values) - expected) <= 4 * (expected / len(SEEDS)) ** 0.5
        if expected:
            assert 0.75 < spread(values) < 1.3  # Poisson


def test_bursts_widen_the_hours_and_keep_their_mean(kit: Kit) -> None:
    calm, bursty = by_hour(queue(kit)), by_hour(queue(kit, dispersion=30))
    for hour in (0, 1):
        assert abs(mean(bursty[hour]) / mean(calm[hour]) - 1) < 0.08
        assert 2 < spread(bursty[hour]) < 4


def test_a_shift_that_begins_within_an_hour_meets_its_part_of_the_profile(kit: Kit) -> None:
    world = queue(kit, starts=8 * 60 + 30, length=60)
    first, second = [], []
    for seed in SEEDS:
        minutes = [at for at, _, _ in arrivals(world, seed).values()]
        first.append(sum(at < 30 for at in minutes))
        second.append(sum(at >= 30 for at in minutes))
    assert abs(mean(first) - 5) < 4 * (5 / len(SEEDS)) ** 0.5
    assert abs(mean(second) - 10) < 4 * (10 / len(SEEDS)) ** 0.5


def test_a_storm_adds_tickets_and_changes_none(kit: Kit) -> None:
    """Two hours twice as busy, below the busiest: every other ticket stays as it was."""
    calm = queue(kit)
    assert calm.profile is not None
    quiet = (*HOURLY[:8], 500, 2000, 250, 0, *HOURLY[12:])
    before = replace(calm, profile=replace(calm.profile, hourly=quiet))
    for seed in range(20):
        usual, stormy = arrivals(before, seed), arrivals(calm, seed)
        assert usual.items() < stormy.items()
        added = [at for i, (at, _, _) in stormy.items() if i not in usual]
        assert not [at for at in added if 60 <= at < 120]


def test_kinds_and_efforts_have_their_shares(kit: Kit) -> None:
    found = [one for seed in SEEDS for one in arrivals(queue(kit), seed).values()]
    easy = sorted(effort for _, kind, effort in found if kind == "easy")
    assert abs(len(easy) / len(found) - 0.7) < 4 * (0.21 / len(found)) ** 0.5
    assert {effort for _, kind, effort in found if kind == "hard"} == {300_000}
    middle = easy[len(easy) // 2]
    assert abs(middle - 100_000) < 3_000
    assert abs(easy[len(easy) * 84 // 100] / middle - 1.4918) < 0.05  # exp(0.4), one sigma up


def test_ids_say_where_a_ticket_comes_from(kit: Kit) -> None:
    world = queue(kit, tickets=(kit.ticket("batch", at=5),))
    assert {i.split(".")[0] for i in arrivals(world, 3)} == {"desk", "batch"}


# Moments, starts, windows ---------------------------------------------------------------------


@pytest.mark.parametrize("anchor", ["", "incident:portal", "ticket:batch"])
def test_a_moment_is_told_from_its_anchor(kit: Kit, anchor: str) -> None:
    base = {"": {0}, "incident:portal": {30, 31, 32}, "ticket:batch": {70}}[anchor]
    window = WindowSpec("w", "k", "desk", Moment(anchor, Span(4, 6)), Moment(anchor, always(20)))
    world = kit.world(
        tickets=(kit.ticket("batch", at=70),), windows=(window,),
        incidents=(replace(kit.incident(), starts=Span(30, 32)),),
    )  # fmt: skip
    seen = set()
    for seed in range(60):
        desk = kit.desk(world, seed).to(240)
        opened, closed = desk.one("window.opened"), desk.one("window.closed")
        assert opened.data["closes"] == closed.at
        start = closed.at - 20
        assert start in base
        if anchor == "incident:portal":
            assert desk.one("incident.started").at == start
        seen.add(opened.at - start)
    assert seen == {4, 5, 6}


def test_a_window_exists_in_its_share_of_seeds(kit: Kit) -> None:
    moments = (Moment("", always(5)), Moment("", always(20)))
    some = WindowSpec("some", "k", "desk", *moments, chance=250)
    absent = WindowSpec("cover", "k", "desk", *moments, only_if_absent="ana")
    world = kit.world(kit.analyst("ana", absent=500), windows=(some, absent))
    found = 0
    for seed in SEEDS:
        desk = kit.desk(world, seed).to(30)
        ids = [str(e.data["window"]) for e in desk.all("window.opened")]
        found += "some" in ids
        assert ("cover" in ids) is bool(desk.all("analyst.absent"))
        told = desk.state.log[0].data["windows"]
        assert isinstance(told, tuple)
        assert sorted(told) == sorted(f"{one}:k:5:20" for one in ids)
    assert abs(found - len(SEEDS) / 4) < 4 * (len(SEEDS) * 3 / 16) ** 0.5


def test_own_pace_is_drawn_between_its_ends(kit: Kit) -> None:
    world = kit.world(kit.analyst("ana", pace=0))
    paces = {kit.desk(world, seed).state.analysts["ana"].pace for seed in range(300)}
    assert paces == set(range(92, 111))


# Coming back ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ana", "ticket", "odds"),
    [
        ({}, {}, 40), ({"habits": {"full-notes"}}, {}, 20), ({"skills": {"net": 3}}, {}, 100),
        ({"stress": 100}, {}, 100), ({}, {"returns": 500}, 500), ({}, {"returns": 0}, 0),
    ],
)  # fmt: skip
def test_a_ticket_comes_back_at_its_odds(
    kit: Kit, ana: dict[str, Any], ticket: dict[str, Any], odds: int
) -> None:
    fields = {"returns": None, "effort": 5} | ticket
    person = kit.analyst("ana", **({"skills": {"net": 4}, "stress": 20} | ana))
    tickets = (kit.ticket("a", **fields),)
    world = kit.world(person, tickets=tickets, rules=kit.with_rules(return_base=40), length=100)
    back, lucks = 0, 500
    for luck in range(lucks):
        desk = kit.desk(world, luck=luck).to(100)
        word = chance.drawn(0, luck, "return", "a", 0)[0]
        assert bool(desk.all("ticket.returned", "ticket:a")) is (chance.permille(word) < odds)
        done = desk.all("ticket.resolved", "ticket:a")[0].at
        for entry in desk.all("ticket.returned", "ticket:a"):
            back += 1
            assert 35 <= entry.at - done <= 74
            arrived = desk.one("ticket.arrived", "ticket:a.r1")
            assert (arrived.at, arrived.because) == (entry.at, entry.number)
            assert arrived.data["again"] == 1
    expected = lucks * odds / 1000
    assert abs(back - expected) <= 4 * (expected * (1 - odds / 1000)) ** 0.5


def test_a_return_is_worth_less(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=5, returns=1000)).to(240)
    points = [e.data["satisfaction"] for e in desk.all("ticket.resolved")]
    assert points[:3] == [90, 65, 40]
    assert [t.again for t in desk.state.tickets.values()][:3] == [0, 1, 2]


def test_satisfaction_falls_with_waiting_and_missed_targets(kit: Kit) -> None:
    tickets = (kit.ticket("a", effort=60), kit.ticket("b", effort=45, logged=2))
    desk = kit.alone(*tickets, stress=10).to(240)
    points = {e.subject[7:]: e.data["satisfaction"] for e in desk.all("ticket.resolved")}
    # b: its response target missed, 105 minutes: three quarters past the first hour.
    assert points == {"a": 90, "b": 90 - 15 - 9}
