"""Careless play is acceptable in no shipped scenario, but for luck in one shift of twenty."""

from __future__ import annotations

from collections import Counter

import pytest

from simulator.runs.balance.leads import CORE
from simulator.runs.playable import scenario_at
from simulator.runs.simulate import lead_for, one
from simulator.scenario.files import shelf_names
from simulator.strategies.registry import CARELESS

SHIFTS = range(1, 101)
LUCK = 10
"""Of a hundred: more than this happens once in a hundred where the share is one in twenty."""


@pytest.mark.deep
@pytest.mark.parametrize("scenario", shelf_names(""))
@pytest.mark.parametrize("lead", CARELESS)
def test_careless_play_is_acceptable_by_luck_at_most(scenario: str, lead: str) -> None:
    played = scenario_at(scenario)
    maker = lead_for(lead, played)
    fine = Counter(
        competency
        for seed in SHIFTS
        for competency, (_, acceptable) in one(played, maker, seed).competencies.items()
        if acceptable and competency in CORE
    )
    assert not fine or max(fine.values()) <= LUCK, fine
