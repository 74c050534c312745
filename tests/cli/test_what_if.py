"""`what-if` at the command line: the acts of a run, one of them swapped, and a trial to play."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING

import pytest

from simulator.runs import costliest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shiftlead

LINES = """\
brief impact why payday
@08:35 triage 218
@08:39 declare portal 1
@08:42 assign portal priya on-call outcome which-node
@08:46 listen mei
"""


@pytest.fixture
def run(shiftlead: Shiftlead, tmp_path: Path) -> str:
    """Play a few lines of Payroll Friday and return the run's id."""
    script = tmp_path / "lines.txt"
    script.write_text(LINES, encoding="utf-8")
    said = shiftlead("play", "payroll-friday", "--script", script, "--seed", "7")
    assert said.code == 0, said.err
    return said.out.rpartition("shiftlead report ")[2].strip()


def entry_of(shiftlead: Shiftlead, run: str, act: str) -> str:
    lines = shiftlead("what-if", run, "--futures", "1").out.partition("All acts")[2].splitlines()
    return next(line.split()[0] for line in lines if act in line)


def test_one_act_is_swapped_and_compared(run: str, shiftlead: Shiftlead) -> None:
    entry = entry_of(shiftlead, run, "assign portal priya on-call")
    swap = f"{entry}=assign portal priya hand-over may take-node-out"
    told = shiftlead("what-if", run, "--swap", swap, "--futures", "4").out
    assert "At 08:42, instead of: assign portal priya on-call" in told
    assert "4 futures" in told
    assert "work stood still for you: −" in told
    record = json.loads(shiftlead("what-if", run, "--swap", swap, "--futures", "4", "--json").out)
    (moment,) = record["moments"]
    assert (record["at"], moment["entry"], moment["futures"]) == (42, int(entry), 4)
    waited = moment["difference"]["waited"]
    assert waited["low"] <= waited["mean"] <= waited["high"]
    assert waited["mean"] < 0


def test_a_swap_that_makes_no_sense_says_why(run: str, shiftlead: Shiftlead) -> None:
    entry = entry_of(shiftlead, run, "listen mei")
    for swap, why in (
        ("portal", "ENTRY=ACT"),
        ("3=listen mei", "no act that was given"),
        (f"{entry}=assing portal", "Did you mean “assign”"),
        (f"{entry}=go-ahead portal", "not possible at 08:46"),
        (f"{entry}=look", "no act"),
    ):
        said = shiftlead("what-if", run, "--swap", swap)
        assert said.code == 2
        assert why in said.err


def test_without_a_moment_it_tells_what_cost_the_most(run: str, shiftlead: Shiftlead) -> None:
    said = shiftlead("what-if", run, "--futures", "3")
    assert said.out.startswith("What if? One act swapped")
    assert "All acts, each with the number of its entry:" in said.out
    record = json.loads(shiftlead("what-if", run, "--futures", "3", "--json").out)
    futures = {one["futures"] for one in record["moments"]}
    assert futures <= {2, 3}, "what did worse in both of the first two is left"
    assert 3 in futures


def test_a_trial_begins_at_the_minute_that_was_named(run: str, shiftlead: Shiftlead) -> None:
    for at in ("40", "08:40"):
        said = shiftlead("what-if", run, "--at", at, "--plain")
        assert "It goes on at 08:40." in said.out
    listed = json.loads(shiftlead("runs", "list", "--json").out)["runs"]
    assert sorted(one["state"] for one in listed) == ["finished", "unfinished", "unfinished"]
    assert shiftlead("what-if", run, "--at", "noon").code == 2
    assert shiftlead("what-if", run, "--at", "40", "--swap", "1=look").code == 2


def test_a_whole_report_ends_with_what_other_acts_would_have_changed(
    run: str, shiftlead: Shiftlead, tmp_path: Path
) -> None:
    """Act by act as the command tells it, in text and in the page."""
    told = shiftlead("what-if", run).out.partition("\n\nAll acts")[0].splitlines()
    report = shiftlead("report", run, "--all").out
    page = tmp_path / "page.html"
    assert shiftlead("report", run, "--html", page).code == 0
    shown = unescape(page.read_text(encoding="utf-8"))
    last = report.rpartition("What if\n-------\n")[2]
    assert len(told) > 3
    for line in filter(None, told):
        assert line.strip() in " ".join(last.split())
        assert line.strip() in shown


def test_bad_luck_is_no_moment_of_a_report(
    run: str, shiftlead: Shiftlead, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moments() -> list[int]:
        first = json.loads(shiftlead("report", run, "--json").out)["first"]
        return [one["entry"] for one in first["moments"] if not one["went_well"]]

    (entry, *_) = before = moments()
    monkeypatch.setattr(costliest, "unlucky", lambda past, found: frozenset([entry]))
    assert entry not in moments()
    assert before
