"""What a seed brings: demand by the hour, bursts, kinds, efforts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts.shapes import Triage
from simulator.engine.world import Callers, PriorityShare, Profile

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


@pytest.mark.parametrize("dispersion", [10, 30])
def test_a_storm_adds_tickets_and_changes_none(kit: Kit, dispersion: int) -> None:
    """Two hours are four times as busy, past any other: every ticket there was stays as it was."""
    calm = queue(kit, dispersion=dispersion)
    assert calm.profile is not None
    busy = (*HOURLY[:8], 4000, 2000, 2000, 0, *HOURLY[12:])
    storm = replace(calm, profile=replace(calm.profile, hourly=busy))
    for seed in range(20):
        usual, stormy = arrivals(calm, seed), arrivals(storm, seed)
        assert usual.items() < stormy.items()
        added = [at for i, (at, _, _) in stormy.items() if i not in usual]
        assert not [at for at in added if 60 <= at < 120]


def test_each_weekday_has_its_share(kit: Kit) -> None:
    week = (150, 50, 100, 100, 100, 20, 10)
    usual = queue(kit)
    assert usual.profile is not None
    weekend = (0,) * 20 + (2500,) * 4
    profile = replace(usual.profile, weekly=week, weekend=weekend)
    for day, hour, expected in ((0, 8, 52.5), (1, 8, 17.5), (5, 8, 0), (5, 20, 20), (6, 20, 10)):
        world = replace(usual, profile=profile, starts=(day * 24 + hour) * 60)
        came = [len(arrivals(world, seed)) for seed in range(100)]
        assert abs(mean(came) - expected) <= 4 * (expected / 100) ** 0.5


def test_a_shift_past_midnight_meets_the_next_day(kit: Kit) -> None:
    usual = queue(kit)
    assert usual.profile is not None
    profile = replace(usual.profile, hourly=(1000,) * 24, weekly=(100, 0) * 3 + (0,))
    world = replace(usual, profile=profile, starts=22 * 60)
    minutes = [at for seed in range(20) for at, _, _ in arrivals(world, seed).values()]
    assert minutes
    assert max(minutes) < 120


def test_kinds_and_efforts_have_their_shares(kit: Kit) -> None:
    found = [one for seed in SEEDS for one in arrivals(queue(kit), seed).values()]
    easy = sorted(effort for _, kind, effort in found if kind == "easy")
    assert abs(len(easy) / len(found) - 0.7) < 4 * (0.21 / len(found)) ** 0.5
    assert {effort for _, kind, effort in found if kind == "hard"} == {300_000}
    middle = easy[len(easy) // 2]
    assert abs(middle - 100_000) < 3_000
    assert abs(easy[len(easy) * 84 // 100] / middle - 1.4918) < 0.05  # exp(0.4), one sigma up


def test_quick_and_slow_work_are_two_sorts(kit: Kit) -> None:
    kind = kit.kind(effort=60, spread=200, quick=700, quick_effort=5)
    world = queue(kit)
    assert world.profile is not None
    world = replace(world, profile=replace(world.profile, mix=((kind, 1000),)))
    efforts = sorted(e for seed in SEEDS for _, _, e in arrivals(world, seed).values())
    # Five sigmas of either sort end between the two.
    quick = [e for e in efforts if e < 170_000]
    slow = efforts[len(quick) :]
    assert abs(len(quick) / len(efforts) - 0.7) < 4 * (0.21 / len(efforts)) ** 0.5
    assert abs(quick[len(quick) // 2] - 50_000) < 1_000
    assert abs(slow[len(slow) // 2] - 600_000) < 12_000


def test_logged_priority_hides_the_true_one_at_its_odds(kit: Kit) -> None:
    rows = (
        PriorityShare(1, 200, (470, 60, 470, 0)),
        PriorityShare(3, 800, (0, 0, 1000, 0)),
    )
    mix = (
        (kit.kind("open", drawn="both"), 500), (kit.kind("told", drawn="logged", true=1), 300),
        (kit.kind("fixed", logged=2, true=4), 200),
    )  # fmt: skip
    world = queue(kit)
    assert world.profile is not None
    world = replace(world, profile=replace(world.profile, mix=mix, priorities=rows))
    found: Counter[tuple[str, int, int]] = Counter()
    for seed in SEEDS:
        for birth in api.open_shift(world, seed).births:
            found[birth.kind.id, birth.kind.true, birth.kind.logged] += 1
    total = found.total()
    expected = {
        ("open", 1, 1): 0.047, ("open", 1, 2): 0.006, ("open", 1, 3): 0.047, ("open", 3, 3): 0.4,
        ("told", 1, 1): 0.141, ("told", 1, 2): 0.018, ("told", 1, 3): 0.141, ("fixed", 4, 2): 0.2,
    }  # fmt: skip
    assert set(found) == set(expected)
    for key, share in expected.items():
        assert abs(found[key] / total - share) < 4 * (share * (1 - share) / total) ** 0.5


def test_triage_finds_what_was_logged_lower(kit: Kit) -> None:
    rows = (PriorityShare(1, 1000, (0, 0, 1000, 0)),)
    world = queue(kit, dispersion=10)
    assert world.profile is not None
    mix = ((kit.kind(effort=200, drawn="both"), 1000),)
    desk = kit.desk(replace(world, profile=replace(world.profile, mix=mix, priorities=rows)))
    ident = desk.to(30).state.births[0].id
    assert desk.one("ticket.arrived", f"ticket:{ident}").data["logged"] == 3
    api.give(desk.state, Triage(ident))
    desk.to(60)
    assert desk.one("ticket.triaged", f"ticket:{ident}").data["priority"] == 1


def test_people_who_call_again_name_their_earlier_ticket(kit: Kit) -> None:
    world = queue(kit)
    assert world.profile is not None
    world = replace(world, profile=replace(world.profile, callers=Callers(100, 380)))
    came = called = 0
    for seed in range(100):
        state = api.open_shift(world, seed)
        api.advance(state, world.length)
        view = api.view(state)
        for entry in (e for e in state.log if e.kind == "ticket.arrived"):
            came += 1
            ticket = view.ticket(entry.subject[7:])
            earlier = entry.data.get("earlier")
            assert (ticket.earlier > 0) is (earlier is not None)
            if earlier is not None:
                called += 1
                before = view.ticket(str(earlier))
                assert before.number == ticket.earlier
                assert before.arrived <= ticket.arrived
    # Of 35 tickets, 38% from ten people and 62% from ninety: those that are not a person's first.
    people = 10 * (1 - (1 - 0.038) ** 35) + 90 * (1 - (1 - 0.62 / 90) ** 35)
    assert abs(called / came - (1 - people / 35)) < 0.03


def test_ids_say_where_a_ticket_comes_from(kit: Kit) -> None:
    world = queue(kit, tickets=(kit.ticket("batch", at=5),))
    assert {i.split(".")[0] for i in arrivals(world, 3)} == {"desk", "batch"}


def test_somebody_whose_earlier_call_was_lost_names_no_ticket(kit: Kit) -> None:
    world = queue(kit)
    assert world.profile is not None
    calls = tuple((replace(kind, channel="phone"), share) for kind, share in world.profile.mix)
    profile = replace(world.profile, mix=calls, callers=Callers(20, 380))
    state = api.open_shift(replace(world, profile=profile, phones=()), 1)
    api.advance(state, world.length)
    assert any(e.kind == "call.abandoned" for e in state.log)
    for ticket in api.view(state).all_tickets():
        record = state.tickets[ticket.id]
        assert bool(ticket.earlier) is (record.born.earlier in state.tickets)
