"""All scripted leads on one scenario: the same whatever the jobs, and what they show is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine.world import Choice
from simulator.errors import WrongUse
from simulator.runs.calibrate import LUCKS, NOT_SHOWN, calibration, shifts_of, trials
from simulator.runs.playable import Playable, scenario_at
from simulator.strategies.registry import CARELESS, LEADS, REFERENCE

if TYPE_CHECKING:
    from simulator.runs.calibrate import Calibration


def calibrated(scenario: Playable, runs: int, jobs: int = 1) -> Calibration:
    shifts = shifts_of(range(1, runs + 1))
    return calibration(scenario, list(trials(scenario, shifts, jobs)))


@pytest.fixture(scope="module")
def tutorial() -> Playable:
    return scenario_at("tutorial")


@pytest.fixture(scope="module")
def found(tutorial: Playable) -> Calibration:
    return calibrated(tutorial, 2)


def with_choices(desk: Playable, *choices: Choice) -> Playable:
    """A desk whose one call has these answers."""
    (call,) = desk.world.storyline
    assert call.scene is not None
    story = (replace(call, scene=replace(call.scene, choices=choices)),)
    return replace(desk, world=replace(desk.world, storyline=story))


def test_the_numbers_are_the_same_whatever_the_jobs(tutorial: Playable, found: Calibration) -> None:
    assert calibrated(tutorial, 2, jobs=2).record() == found.record()


def test_less_than_one_job_is_refused(tutorial: Playable) -> None:
    with pytest.raises(WrongUse):
        list(trials(tutorial, shifts_of([1]), 0))


def test_a_record_has_the_shape_that_others_rely_on(found: Calibration) -> None:
    record = found.record()
    assert record["scenario"] == "tutorial"
    strategies = record["strategies"]
    assert isinstance(strategies, dict)
    assert set(strategies) == set(LEADS)
    for lead in strategies.values():
        assert lead["low"] <= lead["median"] <= lead["high"]
        assert set(lead["competencies"]) == {"delegation", "communication", "prioritisation"}
    medians = [lead["median"] for lead in strategies.values()]
    assert medians == sorted(medians, reverse=True)
    findings = record["findings"]
    assert isinstance(findings, list)
    for one in findings:
        assert set(one) == {"code", "message", "certainty", "seed"}
    assert record["not_shown"] == NOT_SHOWN
    assert "Fairness to people is not among" in NOT_SHOWN


def test_the_reference_leads_play_the_first_seed_under_other_lucks_too() -> None:
    shifts = shifts_of(range(5, 25))
    assert len(shifts) == len(LEADS) * 20 + len(REFERENCE) * (LUCKS - 1)
    lucky = [one for one in shifts if one.luck]
    assert {one.seed for one in lucky} == {5}
    assert {one.strategy for one in lucky} == set(REFERENCE)


def test_luck_alone_is_told_beside_the_spread_over_seeds(found: Calibration) -> None:
    lucks = found.lucks("expert")
    assert lucks is not None
    assert lucks["low"] is not None
    assert found.lucks("hero") is None


def test_how_far_a_lead_is_behind_counts_from_the_best_reference_lead(found: Calibration) -> None:
    medians = found.order()
    best = max(medians[lead] for lead in REFERENCE)
    for lead in (*REFERENCE, *CARELESS):
        assert found.of(lead)["behind"] == best - medians[lead]


def test_a_choice_that_is_never_better_is_found(desk: Playable) -> None:
    scenario = with_choices(
        desk, Choice("soon", "Soon, thank you.", 4, 1), Choice("later", "At ten.", 3, 2)
    )
    dominated = [one for one in calibrated(scenario, 1).findings if one.code == "B606"]
    assert len(dominated) == 1
    assert '"soon" of the scene "call" was never better than "later"' in dominated[0].message
    assert dominated[0].seed == 1


def test_a_choice_that_costs_less_is_not_found_though_it_earns_less(desk: Playable) -> None:
    scenario = with_choices(
        desk, Choice("soon", "Soon, thank you.", 1, 1), Choice("later", "At ten.", 3, 2)
    )
    assert not [one for one in calibrated(scenario, 1).findings if one.code == "B606"]


def test_a_lead_that_is_watched_plays_as_it_does_alone(desk: Playable) -> None:
    from simulator.runs.simulate import simulate

    (alone,) = simulate(desk, "by-the-book", [3])
    watched = next(one for one in trials(desk, shifts_of([3])) if one.lead == "by-the-book")
    assert watched.run.digest == alone.digest
