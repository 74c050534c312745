"""On Payroll Friday careless play does not pay, and good play does.

The order of the leads is a finding about scenario, rules and rubric; the scripts are not made to
fit it. `calibrate` shows the figures behind it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess
from scoring.log import Log
from simulator.runs.playable import playable
from simulator.runs.simulate import lead_for
from simulator.strategies.protocol import play
from simulator.strategies.registry import CARELESS

if TYPE_CHECKING:
    from scoring.rubric import Competency, Score
    from simulator.scenario.library import Loaded

CORE: tuple[Competency, ...] = ("delegation", "communication", "prioritisation")
FEW = range(1, 7)
MANY = range(1, 51)


def scores(loaded: Loaded, name: str, seed: int) -> dict[Competency, Score]:
    """The scores of one shift."""
    assert loaded.world is not None
    assert loaded.rubric is not None
    make = lead_for(name, playable(loaded))
    return dict(assess(Log(play(loaded.world, make(), seed).log), loaded.rubric).scores)


def share(score: Score) -> Fraction:
    """The exact share of the points."""
    return Fraction(score.points, score.of) if score.of else Fraction(0)


def check_careless(loaded: Loaded, seeds: range) -> None:
    """No careless lead is acceptable on the three core competencies in 95 of 100 seeds."""
    for name in CARELESS:
        for competency in CORE:
            fine = [s for s in seeds if scores(loaded, name, s)[competency].acceptable()]
            assert len(fine) * 20 <= len(seeds), (name, competency, fine)


def check_expert(loaded: Loaded, seeds: range) -> None:
    """The expert is acceptable, and ahead of each careless lead, in nine of ten seeds."""
    best = {seed: scores(loaded, "expert", seed) for seed in seeds}
    for name in CARELESS:
        for competency in best[seeds[0]]:
            ahead = sum(
                share(best[seed][competency]) > share(scores(loaded, name, seed)[competency])
                for seed in seeds
            )
            assert ahead * 10 >= len(seeds) * 9, (name, competency, ahead)
    for competency in best[seeds[0]]:
        fine = sum(best[seed][competency].acceptable() for seed in seeds)
        assert fine * 10 >= len(seeds) * 9, (competency, fine)


def test_careless_leads_are_not_acceptable(payroll: Loaded) -> None:
    check_careless(payroll, FEW)


def test_the_expert_is_ahead_of_careless_leads(payroll: Loaded) -> None:
    check_expert(payroll, FEW)


@pytest.mark.deep
def test_careless_leads_are_not_acceptable_over_many_seeds(payroll: Loaded) -> None:
    check_careless(payroll, MANY)


@pytest.mark.deep
def test_the_expert_is_ahead_of_careless_leads_over_many_seeds(payroll: Loaded) -> None:
    check_expert(payroll, MANY)


@pytest.mark.parametrize("competency", ["prioritisation", "people"])
def test_the_book_alone_is_not_enough(payroll: Loaded, competency: Competency) -> None:
    for seed in FEW:
        mine, book = (scores(payroll, name, seed)[competency] for name in ("expert", "by-the-book"))
        assert share(mine) > share(book)
