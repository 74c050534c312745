"""A typical shift is read in a few minutes: at most a thousand words of the scenario's prose."""

from __future__ import annotations

import pytest

from simulator.runs.outcomes import middle
from simulator.runs.playable import scenario_at
from simulator.runs.prose import prose
from simulator.runs.simulate import lead_for
from simulator.strategies.protocol import play
from simulator.strategies.registry import REFERENCE

WITHIN = ("tutorial", "not-the-handset", "machine-by-machine", "terse-notes")
"""Shipped scenarios that keep to the limit."""
MOST = 1_000
"""Words in a typical run: the median over seeds (see `simulator.runs.prose` for what counts)."""
SEEDS = range(1, 9)
"""As many of each form where a scenario has two."""


@pytest.mark.parametrize("ident", WITHIN)
@pytest.mark.parametrize("lead", [*REFERENCE, "by-the-book", "hero"])
def test_a_typical_run_holds_a_thousand_words_at_most(ident: str, lead: str) -> None:
    scenario = scenario_at(ident)
    make = lead_for(lead, scenario)
    read = [prose(play(scenario.world, make(), seed)).read for seed in SEEDS]
    typical = middle(read)
    assert typical is not None
    assert 0 < typical <= MOST
