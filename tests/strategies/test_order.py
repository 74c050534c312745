"""On Payroll Friday careless play does not pay, and good play does, in more than one way.

The order of the leads is a finding about scenario, rules and rubric; the scripts are not made to
fit it. `calibrate` shows the figures behind it. How often luck makes a careless lead acceptable,
over many shifts of every scenario, is the law of `test_careless_everywhere.py`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess
from scoring.log import Log
from simulator.runs.balance.leads import CORE
from simulator.runs.playable import playable
from simulator.runs.simulate import lead_for
from simulator.strategies.protocol import play
from simulator.strategies.registry import CARELESS, REFERENCE

if TYPE_CHECKING:
    from scoring.rubric import Competency, Score
    from simulator.scenario.library import Loaded

FEW = range(1, 11)
"""Ten, so that nine of ten can be told."""
MANY = range(1, 51)


Table = dict[str, dict[int, dict["Competency", "Score"]]]
"""Scores by lead and seed."""


def played(loaded: Loaded, seeds: range) -> Table:
    """What the leads score that are held against each other."""
    scenario = playable(loaded)

    def scores(name: str, seed: int) -> dict[Competency, Score]:
        state = play(scenario.world, lead_for(name, scenario)(), seed)
        return dict(assess(Log(state.log), scenario.rubric).scores)

    names = (*CARELESS, *REFERENCE, "by-the-book")
    return {name: {seed: scores(name, seed) for seed in seeds} for name in names}


@pytest.fixture(scope="module")
def few(payroll: Loaded) -> Table:
    """A few shifts of each lead."""
    return played(payroll, FEW)


@pytest.fixture(scope="module")
def many(payroll: Loaded) -> Table:
    """Many shifts of each lead."""
    return played(payroll, MANY)


def share(score: Score) -> Fraction:
    """The exact share of the points."""
    return Fraction(score.points, score.of) if score.of else Fraction(0)


def check_reference(table: Table, lead: str) -> None:
    """The lead is acceptable, and ahead of each careless lead, in nine of ten seeds."""
    best = table[lead]
    for competency in next(iter(best.values())):
        for name in CARELESS:
            ahead = sum(
                share(best[seed][competency]) > share(table[name][seed][competency])
                for seed in best
            )
            assert ahead * 10 >= len(best) * 9, (name, competency, ahead)
        fine = sum(scores[competency].acceptable() for scores in best.values())
        assert fine * 10 >= len(best) * 9, (competency, fine)


@pytest.mark.parametrize("lead", CARELESS)
def test_a_careless_lead_is_acceptable_in_none_of_a_few_shifts(few: Table, lead: str) -> None:
    shifts = few[lead]
    for competency in CORE:
        assert not [seed for seed in FEW if shifts[seed][competency].acceptable()], competency


@pytest.mark.parametrize("lead", REFERENCE)
def test_a_reference_lead_is_ahead_of_careless_leads(few: Table, lead: str) -> None:
    check_reference(few, lead)


@pytest.mark.deep
@pytest.mark.parametrize("lead", REFERENCE)
def test_a_reference_lead_is_ahead_of_careless_leads_over_many_seeds(
    many: Table, lead: str
) -> None:
    check_reference(many, lead)


@pytest.mark.parametrize("competency", ["prioritisation", "people"])
def test_the_book_alone_is_not_enough(few: Table, competency: Competency) -> None:
    for seed in FEW:
        mine, book = (few[name][seed][competency] for name in ("expert", "by-the-book"))
        assert share(mine) > share(book)
