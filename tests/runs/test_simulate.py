from __future__ import annotations

import json
import multiprocessing
from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess
from scoring.log import Log
from simulator.engine.api import digest
from simulator.errors import ScenarioUnusable, ShiftleadError, WrongUse
from simulator.runs.outcomes import middle, outcomes
from simulator.runs.playable import playable, scenario_at
from simulator.runs.simulate import lead_for, report, simulate, spread
from simulator.scenario.library import load
from simulator.strategies.expert import Expert
from simulator.strategies.protocol import play
from simulator.strategies.registry import find

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.runs.playable import Playable

OWN = """
from simulator.engine.acts.shapes import Brief, Triage
from simulator.strategies.protocol import Wait

class Opener:
    '''Opens what waits, one ticket every few minutes.'''

    def __init__(self):
        self.last = -10

    def decide(self, view):
        if view.now == 0:
            yield Brief("oldest")
        for ticket in view.waiting():
            if view.now - self.last >= 5 and view.chance("open") < 700:
                self.last = view.now
                yield Triage(ticket.id)
            break
        yield Wait(view.now + 5)

class Silent:
    pass

class Picky:
    def __init__(self, who):
        pass

    def decide(self, view):
        return ()
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.py"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def friday() -> Playable:
    return scenario_at("payroll-friday")


def test_the_numbers_are_the_same_whatever_the_jobs(friday: Playable, own: Path) -> None:
    seeds = range(10, 17)
    alone = [run.record() for run in simulate(friday, f"{own}:Opener", seeds)]
    spread_out = [run.record() for run in simulate(friday, f"{own}:Opener", seeds, jobs=2)]
    assert alone == spread_out
    assert [run["seed"] for run in alone] == list(seeds)
    assert len({str(run["digest"]) for run in alone}) == len(seeds)
    assert multiprocessing.active_children() == []


def test_a_report_has_the_shape_that_others_rely_on(friday: Playable, own: Path) -> None:
    runs = list(simulate(friday, f"{own}:Opener", [3, 4]))
    made = json.loads(json.dumps(report(friday, "opener", runs)))
    assert set(made) == {"scenario", "version", "hash", "strategy", "runs", "summary"}
    first = made["runs"][0]
    assert set(first) == {
        "seed", "score", "acceptable", "competencies", "criteria", "outcomes", "digest",
    }  # fmt: skip
    assert {"delegation", "communication", "prioritisation"} <= set(first["competencies"])
    assert all(set(c) == {"score", "acceptable"} for c in first["competencies"].values())
    assert all(set(c) == {"level", "figure", "reason"} for c in first["criteria"].values())
    assert all((c["level"] is None) == bool(c["reason"]) for c in first["criteria"].values())
    assert all(v is None or type(v) is int for v in first["outcomes"].values())
    summary = made["summary"]
    assert summary["runs"] == 2
    scores = [run["score"] for run in made["runs"]]
    assert summary["score"] == {"median": middle(scores), "low": min(scores), "high": max(scores)}


def test_one_of_many_is_what_playing_it_once_gives(friday: Playable, own: Path) -> None:
    (run,) = simulate(friday, f"{own}:Opener", [21])
    state = play(friday.world, find(f"{own}:Opener")(), 21)
    log = Log(state.log)
    assessment = assess(log, friday.rubric)
    assert run.score == assessment.total()
    assert run.outcomes == outcomes(log)
    assert run.outcomes["resolved"] == sum(e.kind == "ticket.resolved" for e in state.log)
    assert run.outcomes["missed"] == sum(e.kind == "ticket.breached" for e in state.log)


def test_another_luck_gives_another_shift_of_the_same_seed(friday: Playable, own: Path) -> None:
    (one,) = simulate(friday, f"{own}:Opener", [5])
    (other,) = simulate(friday, f"{own}:Opener", [5], luck=3)
    assert one.digest != other.digest


@pytest.mark.parametrize("name", ["nobody", "missing.py:Opener", "{own}:Nobody", "{own}:Silent"])
def test_a_lead_that_is_not_there_is_told_before_anything_is_played(
    friday: Playable, own: Path, name: str
) -> None:
    with pytest.raises(WrongUse):
        simulate(friday, name.format(own=own), [1])


def test_the_expert_follows_the_playbook_of_its_scenario(friday: Playable) -> None:
    lead = lead_for("expert", friday)()
    assert isinstance(lead, Expert)
    assert lead is not lead_for("expert", friday)()
    (with_book,) = simulate(friday, "expert", [10])
    without = play(friday.world, find("expert")(), 10)
    assert len(friday.loaded.playbook) > 0
    assert with_book.digest != digest(without)


def test_an_error_in_a_worker_comes_back_whole(friday: Playable, tmp_path: Path) -> None:
    path = tmp_path / "endless.py"
    path.write_text(
        "from simulator.engine.acts.shapes import Brief\n"
        "class Lead:\n    def decide(self, view):\n"
        "        while True:\n            yield Brief()\n",
        encoding="utf-8",
    )
    with pytest.raises(ShiftleadError, match="200 acts") as caught:
        list(simulate(friday, f"{path}:Lead", range(4), jobs=2))
    assert caught.value.hint
    assert multiprocessing.active_children() == []


def test_a_scenario_with_errors_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("schema: 1\nscenario: broken\ntitel: x\n", encoding="utf-8")
    with pytest.raises(ScenarioUnusable, match=r"broken\.yaml:\d+:\d+"):
        playable(load(path))


def test_a_spread_counts_what_there_is() -> None:
    assert spread([None, 3, 8, 4, None, 6]) == {"median": 5, "low": 3, "high": 8}
    assert spread([None]) == {"median": None, "low": None, "high": None}
    assert middle([1, 2]) == 2
