"""All criteria can be met together: no rubric asks for two things that exclude each other."""

from __future__ import annotations

import pytest

from simulator.runs.playable import scenario_at
from simulator.runs.simulate import simulate
from simulator.strategies.registry import REFERENCE
from tests.conftest import one_in
from tests.runs.laws.shifts import SCENARIOS

SEEDS = range(301, 331)


@pytest.mark.deep
@pytest.mark.parametrize("scenario", [*SCENARIOS, "tutorial"])
def test_one_reference_lead_is_acceptable_on_everything_in_four_seeds_of_five(
    scenario: str,
) -> None:
    loaded = scenario_at(scenario)
    shares = {
        lead: sum(run.acceptable for run in simulate(loaded, lead, SEEDS)) for lead in REFERENCE
    }
    assert max(shares.values()) * 5 >= 4 * len(SEEDS), shares


@pytest.mark.parametrize("scenario", one_in(5, [*SCENARIOS, "tutorial"]))
def test_every_criterion_is_met_in_one_and_the_same_shift(scenario: str) -> None:
    """In one shift of six at least, all that came up was acceptable, each criterion by itself."""
    runs = simulate(scenario_at(scenario), "expert", SEEDS[:6])
    assert any(
        all(level is None or level >= 3 for level, _, _ in run.criteria.values()) for run in runs
    )
