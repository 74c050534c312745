"""Whole shifts through `play --plain --script`, judged by what is in the log and the debrief."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.scenario.library import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.runs.contents import RunFile
    from tests.journeys.conftest import House

TUTORIAL = """
# The tutorial, as its hints suggest.
answer ida-rings somebody-now
assign badges lea hand-over outcome twelve-badges due 08:12
@08:06 message ida badges action=1 next=+8
"""

SEED = 10


def played(house: House, scenario: str, script: str, seed: int) -> tuple[RunFile, str]:
    """Play a script to the end of the shift; return its run file and what was shown."""
    done = house.shiftlead("play", scenario, "--plain", "--script", house.script(script),
                           "--seed", str(seed))  # fmt: skip
    assert done.code == 0, done.err
    found = re.search(r"^Run (\S+), seed (\d+)\.", done.out, re.MULTILINE)
    assert found, done.out[-500:]
    assert int(found[2]) == seed
    return house.run_file(found[1]), done.out


def entries(run: RunFile, kind: str, **data: object) -> list[Any]:
    """Return the entries of a kind with these fields."""
    return [
        e for e in run.log if e.kind == kind and all(e.data.get(k) == v for k, v in data.items())
    ]


def test_the_whole_tutorial(house: House) -> None:
    run, shown = played(house, "tutorial", TUTORIAL, 1)

    assert entries(run, "scene.answered", scene="ida-rings", choice="somebody-now")
    assigned = entries(run, "ticket.assigned", to="lea")
    assert [e.subject for e in assigned] == ["ticket:badges"]
    assert assigned[0].data["outcome"] == "twelve-badges"
    assert entries(run, "message.sent")
    assert run.log[-1].kind == "shift.closed"
    assert run.head.by == "script"

    assert "08:00 Ida calls" in shown
    assert "One plan" in shown
    assert "Rung 1" in shown
    listed = json.loads(house.shiftlead("runs", "list", "--json").out)["runs"]
    assert (run.head.run, "finished") in [(row["id"], row["state"]) for row in listed]
    verified = house.shiftlead("verify", run.head.run, "--json")
    assert json.loads(verified.out)["results"][0]["verdict"] == "same"


def morning() -> str:
    """Return the lines of a sound Payroll Friday: what was seen first decides their minutes."""
    world = load("payroll-friday").world
    assert world is not None
    state = api.open_shift(world, SEED)
    api.advance(state, 60)
    tickets = list(api.view(state).all_tickets())
    portal = next(t for t in tickets if t.service == "payroll-portal" and t.id != "batch-44")
    batch = next(t for t in tickets if t.id == "batch-44")

    def at(minute: int) -> str:
        minute += 8 * 60
        return f"@{minute // 60:02}:{minute % 60:02}"

    first = max(portal.arrived + 1, 10)
    quiet = max(first + 12, batch.arrived + 1)
    return f"""
    brief impact why payday
    @08:05 ask cfo needs
    {at(first)} triage {portal.number}
    {at(first + 2)} declare portal 1
    {at(first + 4)} assign portal priya hand-over outcome portal-back check-in +15 may take-node-out
    message users portal impact=one-in-three time=no-time-yet next=+35
    link portal
    {at(quiet)} triage batch-44
    {at(quiet + 2)} assign batch-44 mei hand-over outcome batch-opens due 10:00 check-in +40
    message cfo portal impact=one-in-three risk=pay-may-be-late time=no-time-yet next=+45
    {at(first + 19)} check-in priya
    message users portal impact=one-in-three time=no-time-yet next=+30 -- thank you for waiting
    @10:00 look
    listen tomas
    listen priya
    talk priya-tomas
    @11:15 hand-over all
    """


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, new_house: Callable[[Path], House]) -> House:
    """Return one house for all shifts of this file: none of them changes another."""
    return new_house(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def friday(house: House) -> tuple[RunFile, str]:
    """Play the sound morning."""
    return played(house, "payroll-friday", morning(), SEED)


def test_a_whole_payroll_friday(house: House, friday: tuple[RunFile, str]) -> None:
    run, shown = friday
    given = [entry.data["act"] for entry in entries(run, "act.given")]
    assert given[:4] == ["brief", "ask", "triage", "declare"]
    assert entries(run, "incident.declared", severity=1)
    assert entries(run, "incident.assigned", to="priya", style="hand-over")
    assert entries(run, "incident.linked")
    assert entries(run, "ticket.assigned", to="mei")[0].subject == "ticket:batch-44"
    assert {e.subject for e in entries(run, "message.sent")} == {
        "stakeholder:users", "stakeholder:cfo",
    }  # fmt: skip
    assert entries(run, "promise.kept")
    assert entries(run, "analyst.checked-in")
    assert entries(run, "conflict.talked-through")
    assert entries(run, "shift.handed-over")
    assert [act.words for act in run.acts if act.words] == ["thank you for waiting"]

    absent, _ = played(house, "payroll-friday", "# nothing at all", SEED)
    away = [entries(r, "incident.mitigated")[0].data["after"] for r in (run, absent)]
    assert away[0] < away[1]
    listed = json.loads(house.shiftlead("runs", "list", "--json").out)["runs"]
    scores = {row["id"]: row["score"] for row in listed}
    assert scores[run.head.run] > scores[absent.head.run]

    assert "Moments" in shown
    assert "Known then" in shown


def busy() -> str:
    """Return the sound morning with two scenes answered and two second thoughts."""
    world = load("payroll-friday").world
    assert world is not None
    state = api.open_shift(world, SEED)
    api.advance(state, world.length)
    opened = {e.data["scene"]: e.at for e in state.log if e.kind == "scene.opened"}

    def minute(scene: str) -> str:
        return f"{8 + opened[scene] // 60:02}:{opened[scene] % 60:02}"

    lines = [line.strip() for line in morning().strip().splitlines()]
    lines[0:1] = ["brief oldest", "withdraw", lines[0], "take 201", "withdraw"]
    lines.insert(6, f"@{minute('mei-clean-run')} answer mei-clean-run 3")
    lines.append(f"@{minute('next-lead')} answer next-lead 1")
    return "\n".join(lines)


@pytest.mark.deep
def test_a_busy_shift_follows_from_its_acts(house: House) -> None:
    run, shown = played(house, "payroll-friday", busy(), SEED)
    kinds = [entry.data["act"] for entry in entries(run, "act.given")]
    assert len(kinds) >= 15
    assert set(kinds) >= {"message", "answer", "withdraw", "assign", "ask"}
    assert len(entries(run, "scene.answered")) == 2
    verified = house.shiftlead("verify", run.head.run, "--json")
    assert verified.code == 0
    assert json.loads(verified.out)["results"][0]["verdict"] == "same"
    report = house.shiftlead("report", run.head.run, "--all")
    assert report.code == 0
    assert "{time}" not in report.out + shown


def test_next_stops_when_the_service_works_again(house: House) -> None:
    """A person who only lets the clock run is told of it at its own minute."""
    run, _ = played(house, "payroll-friday", "# nothing at all", SEED)
    back = entries(run, "incident.mitigated")[0].at
    typed = "not-now\n.\n" * 150
    done = house.shiftlead("play", "payroll-friday", "--plain", "--seed", str(SEED), stdin=typed)
    assert done.code == 0, done.err
    clock = f"{8 + back // 60:02}:{back % 60:02}"
    assert re.search(rf"^{clock} .*works again.*\n", done.out, re.MULTILINE), done.out[-300:]


def test_the_same_seed_and_script_are_the_same_shift(
    house: House, friday: tuple[RunFile, str]
) -> None:
    run, _ = friday
    again, _ = played(house, "payroll-friday", morning(), SEED)
    assert again.head.run != run.head.run
    assert again.log == run.log


@pytest.mark.deep
def test_a_run_written_as_a_script_plays_again(house: House, friday: tuple[RunFile, str]) -> None:
    run, _ = friday
    script = house.shiftlead("replay", run.head.run, "--as-script")
    assert script.code == 0, script.err
    again, _ = played(house, "payroll-friday", script.out, SEED)
    assert [given.act for given in again.acts] == [given.act for given in run.acts]
    assert again.log == run.log


def test_a_report_says_where_each_level_comes_from(
    house: House, friday: tuple[RunFile, str]
) -> None:
    run, _ = friday
    told = json.loads(house.shiftlead("report", run.head.run, "--json").out)
    numbers = {entry.number for entry in run.log}
    cited = [one["entry"] for row in told["levels"] for one in row["evidence"]]
    assert cited
    assert set(cited) <= numbers
    pages = house.shiftlead("report", run.head.run, "--all").out
    for heading in ("Levels", "Arithmetic", "The desk", "Curves"):
        assert heading in pages
