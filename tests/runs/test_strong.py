"""Strong runs of a shift beside it: the same morning, led otherwise, and nobody is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.debrief.two_futures_text import strong_page
from simulator.runs.debriefing import debrief_of
from simulator.runs.file import read_run
from simulator.runs.keeping import keep
from simulator.runs.past import Past
from simulator.runs.playable import scenario_at
from simulator.runs.strong import strong_runs
from simulator.strategies.registry import LEADS

if TYPE_CHECKING:
    from scoring.debrief.two_futures import TwoFutures


def beside(lead: str, folder: pytest.TempPathFactory) -> tuple[TwoFutures, ...]:
    path = folder.mktemp("runs") / "one.run.jsonl"
    keep(scenario_at("payroll-friday"), lead, 7, path)
    run = read_run(path)
    return strong_runs(Past(run), debrief_of(run))


@pytest.fixture(scope="module")
def idle(tmp_path_factory: pytest.TempPathFactory) -> tuple[TwoFutures, ...]:
    """Strong runs beside a shift in which nothing was done."""
    return beside("absent", tmp_path_factory)


def test_two_runs_stronger_than_the_shift_the_stronger_first(idle: tuple[TwoFutures, ...]) -> None:
    first, second = idle
    mine, strongest = first.totals
    assert mine is not None
    assert strongest is not None
    assert second.totals[1] is not None
    assert strongest >= second.totals[1] > mine


def test_they_begin_with_the_first_minute_and_the_same_world(idle: tuple[TwoFutures, ...]) -> None:
    """Until a lead acts, the same tickets come in and the same people take them."""
    for both in idle:
        assert both.at == 0
        acts = [one.again for one in both.happened if not one.turn and one.again is not None]
        turns = [one.at for one in both.happened if one.turn]
        assert min(acts) <= min(turns)


def test_a_strong_shift_beside_itself_differs_in_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    alike = [both for both in beside("expert", tmp_path_factory) if not both.happened]
    assert len(alike) == 1
    assert alike[0].desk == ()
    assert alike[0].totals[0] == alike[0].totals[1]


def test_the_page_tells_acts_with_their_minutes_and_names_no_way_of_leading(
    idle: tuple[TwoFutures, ...],
) -> None:
    text = strong_page(idle)
    assert "Strong run 2 of 2: what was done, and when" in text
    assert "scripts that follow its author's notes" in " ".join(text.split())
    assert "you gave the Payroll portal to" in text
    assert not [lead for lead in LEADS if f" {lead} " in text.casefold()]
