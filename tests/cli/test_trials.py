"""A trial at the command line: it names its shift; and a moment that is practised in lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Brief
from simulator.runs.file import parse_run
from simulator.runs.session import Session
from simulator.store.outbox import deliver
from simulator.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.cohorts import Desk
    from tests.cli.conftest import Shiftlead

AT = 30


def trial_of(desk: Desk, run: str) -> str:
    """Play a trial from half an hour into a run, to its end; return its id."""
    folder = desk.folder / "runs"
    with Store(f"sqlite:///{desk.store}") as store:
        run_file = parse_run(store.file(run))
    with Session.fork(run_file, AT, folder) as session:
        session.give(Brief("impact"))
        session.advance(1000)
        session.finish()
    deliver(folder, lambda: Store(f"sqlite:///{desk.store}"))
    return session.run


def test_report_and_replay_of_a_trial_name_its_shift(own_desk: Desk) -> None:
    run = own_desk.play()
    trial = trial_of(own_desk, run)
    named = f"A trial from 08:30 of the shift {run[:8]}."
    for command in (("report", trial), ("replay", trial)):
        assert own_desk(*command).out.startswith(named)
        assert named not in own_desk(command[0], run).out
    assert f"# {named}" in own_desk("replay", trial, "--as-script").out
    record = json.loads(own_desk("report", trial, "--json").out)
    assert record["parent"] == {"run": run, "at": AT}
    assert json.loads(own_desk("report", run, "--json").out)["parent"] is None


def test_a_trial_is_no_attempt_and_never_handed_in(own_desk: Desk) -> None:
    own_desk("cohort", "new", "autumn", "--purpose", "Onboarding", "--sees", "named")
    run = own_desk.played()
    trial = trial_of(own_desk, run)
    said = own_desk("hand-in", trial, "--cohort", "autumn", "--yes")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "A trial from a moment of a shift is no attempt" in said.err
    assert own_desk("hand-in", run, "--cohort", "autumn", "--yes").code == 0


def test_all_pages_of_a_trial_hold_both_futures(own_desk: Desk, tmp_path: Path) -> None:
    run = own_desk.play()
    trial = trial_of(own_desk, run)
    assert "Two futures from 08:30" in own_desk("report", trial, "--all").out
    assert "Two futures" not in own_desk("report", run, "--all").out
    own_desk("report", trial, "--html", tmp_path / "page.html")
    assert "Two futures from 08:30" in (tmp_path / "page.html").read_text(encoding="utf-8")
    # A trial whose shift is gone is told as any other shift.
    assert own_desk("runs", "delete", run, "--yes").code == 0
    said = own_desk("report", trial, "--all")
    assert said.code == 0
    assert "Two futures" not in said.out


def test_a_moment_is_practised_in_lines_and_nothing_of_it_is_kept(
    own_desk: Desk, process: Shiftlead
) -> None:
    run = own_desk.play()
    call = ("--store", own_desk.store, "what-if", run, "--at", "08:10", "--until", "08:14")
    said = process(*call, "--plain", stdin="brief impact\nwait 08:30\n")
    assert said.code == 0, said.err
    assert "It goes on at 08:10." in said.out
    assert "The moment once more, 08:10 to 08:14" in said.out
    assert "you briefed the team: what hurts most goes first" in said.out
    left = process(*call, "--plain", stdin="quit\n")
    assert "Nothing of a moment that is practised is kept." in left.out
    listed = json.loads(own_desk("runs", "list", "--json").out)["runs"]
    assert [one["id"] for one in listed] == [run]


def test_a_stretch_to_practise_has_a_beginning_and_is_played_in_lines(own_desk: Desk) -> None:
    run = own_desk.play()
    for options in (("--until", "08:30"), ("--at", "08:10", "--until", "08:30")):
        said = own_desk("what-if", run, *options)
        assert said.code == 2
        assert "--at and --plain" in said.err
