"""Each command: what it prints, its JSON, its exit code."""

from __future__ import annotations

import json
import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.starters import starter

if TYPE_CHECKING:
    from tests.cli.conftest import Shiftlead

BAD = """\
schema: 1
scenario: bad
version: 1.0.0
title: Bad
kind: outagge
"""


@pytest.fixture
def finished(shiftlead: Shiftlead, tmp_path: Path) -> str:
    """Play the tutorial by a script and return the run's id."""
    script = tmp_path / "lines.txt"
    script.write_text("1\n", encoding="utf-8")
    said = shiftlead("play", "tutorial", "--script", script, "--seed", "1")
    assert said.code == 0, said.err
    return said.out.rpartition("shiftlead report ")[2].strip()


def test_list(shiftlead: Shiftlead) -> None:
    said = shiftlead("list")
    assert said.code == 0
    assert "payroll-friday" in said.out
    listed = json.loads(shiftlead("list", "--json").out)["scenarios"]
    keys = {"id", "title", "kind", "grade", "lead_role", "minutes", "version", "hash", "path",
            "content_note"}  # fmt: skip
    assert all(set(one) == keys for one in listed)
    assert {"tutorial", "payroll-friday"} <= {one["id"] for one in listed}


def test_show_keeps_its_secrets_unless_asked(shiftlead: Shiftlead) -> None:
    plain, spoilt = (
        shiftlead("show", "payroll-friday"),
        shiftlead("show", "payroll-friday", "--spoilers"),
    )
    assert plain.code == spoilt.code == 0
    assert "Priya Nair" in plain.out
    assert "certificate" not in plain.out
    assert "certificate" in spoilt.out


@pytest.mark.parametrize(
    "command", [("show",), ("play", "--plain"), ("simulate", "--strategy=absent")]
)
def test_a_near_miss_of_a_scenario_gets_a_suggestion(
    command: tuple[str, ...], shiftlead: Shiftlead
) -> None:
    said = shiftlead(command[0], "payrol-friday", *command[1:])
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert "payroll-friday" in said.err


def test_a_scenario_with_errors_is_not_played(shiftlead: Shiftlead, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    said = shiftlead("play", path, "--plain")
    assert said.code == 1
    assert f"{path}:" in said.err
    assert "shiftlead validate" in said.err
    assert said.err.count("\n") == 1


def test_validate_lists_all_problems_with_their_places(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    said = shiftlead("validate", path, "--format", "concise")
    assert said.code == 1
    assert f"{path}:5:7: error[" in said.out
    assert "outage" in said.out
    full = shiftlead("validate", path, "--format", "full").out
    assert "kind: outagge" in full
    assert "^^^^^^^" in full
    found = json.loads(shiftlead("validate", path, "--format", "json").out)["diagnostics"]
    kind = next(one for one in found if one["line"] == 5)
    assert (kind["column"], kind["end_column"], kind["severity"]) == (7, 14, "error")
    assert set(kind) >= {"path", "end_line", "code", "message", "help", "notes"}


def test_warnings_count_as_errors_where_one_is_strict(shiftlead: Shiftlead, tmp_path: Path) -> None:
    from simulator.scenario.files import shipped

    text = (shipped() / "tutorial.yaml").read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    unread = text.replace("effects: [", "effects: [{set: flag.never-read}, ", 1)
    assert unread != text
    path.write_text(unread, encoding="utf-8")
    said = shiftlead("validate", path)
    assert said.code == 0, said.out
    assert "never-read" in said.out
    assert shiftlead("validate", path, "--strict").code == 1


def test_the_shipped_scenarios_have_no_errors(shiftlead: Shiftlead) -> None:
    said = shiftlead("validate", "tutorial", "payroll-friday")
    assert said.code == 0, said.out


def test_explain(shiftlead: Shiftlead) -> None:
    said = shiftlead("explain", "R301")
    assert said.code == 0
    assert "R301" in said.out
    missing = shiftlead("explain", "R999")
    assert missing.code == 2
    assert missing.err.count("\n") == 1


def test_simulate_gives_the_same_numbers_with_any_jobs(shiftlead: Shiftlead) -> None:
    call = ("simulate", "tutorial", "--strategy", "absent", "--runs", "3", "--json")
    one, two = shiftlead(*call), shiftlead(*call, "--jobs", "2")
    assert one.code == two.code == 0, one.err + two.err
    assert one.out == two.out
    told = json.loads(one.out)
    assert [run["seed"] for run in told["runs"]] == [1, 2, 3]
    assert {"scenario", "version", "hash", "strategy", "runs", "summary"} <= set(told)
    keys = {"seed", "score", "acceptable", "competencies", "criteria", "outcomes", "digest"}
    assert set(told["runs"][0]) == keys


def test_simulate_keeps_a_shift_that_tells_what_the_lead_did(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    kept, again = tmp_path / "expert.run.jsonl", tmp_path / "again.txt"
    call = ("simulate", "payroll-friday", "--strategy", "expert", "--seed", "3", "--runs", "1")
    found = json.loads(shiftlead(*call, "--to", kept, "--json").out)
    assert shiftlead("verify", kept).code == 0
    assert "You briefed the team" in shiftlead("replay", kept).out
    again.write_text(shiftlead("replay", kept, "--as-script").out, encoding="utf-8")
    assert "brief" in again.read_text(encoding="utf-8")
    assert found["runs"][0]["digest"] in kept.read_text(encoding="utf-8")
    assert shiftlead("play", "payroll-friday", "--seed", "3", "--script", again).code == 0
    said = shiftlead(*call, "--to", again / "beneath-a-file.jsonl")
    assert (said.code, said.err.count("\n")) == (1, 1)


def test_calibrate_tells_the_order_of_all_leads_and_what_it_cannot_show(
    shiftlead: Shiftlead,
) -> None:
    said = shiftlead("calibrate", "tutorial", "--runs", "1")
    assert said.code == 0, said.err
    assert said.err == ""
    for lead in ("expert", "steady", "close", "hero", "box-ticker", "always-first"):
        assert re.search(rf"^{lead} ", said.out, re.MULTILINE)
    assert re.search(r"^B6\d\d ", said.out, re.MULTILINE)
    assert "Fairness to people is not among what they can show" in said.out


def test_calibrate_shows_commands_for_the_file_it_was_given(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    file = tmp_path / "my monday.yaml"
    file.write_text(starter("operations", "tutorial"), encoding="utf-8")
    said = shiftlead("calibrate", file, "--runs", "1").out
    assert "Seen in the shifts that were played, and not proved:" in said
    (command, *_) = [line for line in said.splitlines() if "shiftlead simulate" in line]
    assert shiftlead(*shlex.split(command)[1:], "--json").code == 0
    assert shlex.split(command)[2] == str(file)


def test_calibrate_gives_one_object_for_one_scenario_and_a_list_for_more(
    shiftlead: Shiftlead,
) -> None:
    one = json.loads(shiftlead("calibrate", "tutorial", "--runs", "1", "--json").out)
    assert {"scenario", "strategies", "findings"} <= set(one)
    both = shiftlead("calibrate", "tutorial", "tutorial", "--runs", "1", "--json", "--jobs", "2")
    assert json.loads(both.out) == {"scenarios": [one, one]}


def test_calibrate_wants_a_scenario_that_is_there(shiftlead: Shiftlead) -> None:
    assert shiftlead("calibrate").code == 2
    said = shiftlead("calibrate", "tutoral")
    assert said.code == 2
    assert "tutorial" in said.err


def test_simulate_knows_its_leads(shiftlead: Shiftlead) -> None:
    said = shiftlead("simulate", "tutorial", "--strategy", "nobody")
    assert said.code == 2
    assert "absent" in said.err


def test_an_assessment_refuses_a_script(shiftlead: Shiftlead, tmp_path: Path) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("next\n", encoding="utf-8")
    said = shiftlead("play", "tutorial", "--script", script, "--mode", "assessment")
    assert said.code == 2
    assert "assessment" in said.err
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] == []


def test_a_script_stops_at_a_line_nobody_understands(shiftlead: Shiftlead, tmp_path: Path) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("# one\n\nasign badges lea\n", encoding="utf-8")
    said = shiftlead("play", "tutorial", "--script", script, "--seed", "1")
    assert said.code == 2
    assert "line 3" in said.err
    assert "“assign”" in said.err
    assert said.err.count("\n") == 1


def test_a_script_with_windows_line_ends_and_a_byte_order_mark(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    script = tmp_path / "lines.txt"
    script.write_bytes(b"\xef\xbb\xbf# one\r\n1\r\n")
    said = shiftlead("play", "tutorial", "--script", script, "--seed", "1")
    assert said.code == 0, said.err
    assert "You answered Ida" in said.out


def test_a_run_through_all_commands_that_take_one(
    finished: str, shiftlead: Shiftlead, tmp_path: Path
) -> None:
    (row,) = json.loads(shiftlead("runs", "list", "--json").out)["runs"]
    assert (row["id"], row["scenario"], row["state"]) == (finished, "tutorial", "finished")
    assert finished[:8] in shiftlead("runs", "list").out

    file = tmp_path / "mine.run.jsonl"
    assert shiftlead("runs", "export", finished[:8], "--to", file).code == 0
    assert shiftlead("runs", "export", finished, "--to", file).code == 2

    for name in (finished, str(file)):
        verdict = json.loads(shiftlead("verify", name, "--json").out)["results"][0]
        assert verdict["verdict"] == "same"
        assert re.search("08:0[12] You answered", shiftlead("replay", name).out)
        assert "Rung 1" in shiftlead("report", name).out

    page = tmp_path / "debrief.md"
    assert shiftlead("report", finished, "--markdown", page).code == 0
    assert page.read_text(encoding="utf-8").startswith("## ")

    assert shiftlead("runs", "delete", finished, "--yes").code == 0
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] == []
    assert shiftlead("report", finished).code == 2
    assert "1 taken in" in shiftlead("runs", "import", file).out
    assert "1 already there" in shiftlead("runs", "import", file).out
    assert shiftlead("report", finished).code == 0


@pytest.mark.parametrize(("seed", "told"), [("1", "Nadia's desk"), ("2", "A sheet from spring")])
def test_a_run_is_told_again_in_its_own_form(
    seed: str, told: str, shiftlead: Shiftlead, tmp_path: Path
) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("wait until 11:00\n", encoding="utf-8")
    said = shiftlead("play", "terse-notes", "--script", script, "--seed", seed)
    assert said.code == 0, said.err
    run = said.out.rpartition("shiftlead report ")[2].strip()
    for line in (said.out, shiftlead("replay", run).out, shiftlead("report", run, "--all").out):
        assert "Nadia" in line
    assert told in shiftlead("replay", run).out


def test_an_altered_run_is_found_out(finished: str, shiftlead: Shiftlead, tmp_path: Path) -> None:
    file = tmp_path / "mine.run.jsonl"
    shiftlead("runs", "export", finished, "--to", file)
    file.write_text(
        file.read_text(encoding="utf-8").replace("somebody-now", "write-a-ticket"), encoding="utf-8"
    )
    said = shiftlead("verify", file, "--json")
    assert said.code == 1
    assert json.loads(said.out)["results"][0]["verdict"] == "altered"


def test_only_a_whole_run_passes(finished: str, shiftlead: Shiftlead, tmp_path: Path) -> None:
    file = tmp_path / "mine.run.jsonl"
    shiftlead("runs", "export", finished, "--to", file)
    assert shiftlead("verify", file).code == 0
    whole = file.read_bytes()
    for data in (whole[:-9], whole[: whole.rindex(b"\n", 0, -1) + 1]):
        file.write_bytes(data)
        said = shiftlead("verify", file)
        assert said.code == 1
        assert "unfinished at minute" in said.out.casefold()


def test_a_script_that_is_not_there_leaves_no_run(shiftlead: Shiftlead, tmp_path: Path) -> None:
    said = shiftlead("play", "tutorial", "--script", tmp_path / "nope")
    assert said.code == 2
    assert "There is no script" in said.err
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] == []


def test_a_place_that_takes_no_runs_is_named(shiftlead: Shiftlead, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    said = shiftlead("--store", tmp_path / "file" / "x.db", "play", "tutorial", "--plain")
    assert said.code == 1
    assert f"Runs cannot be kept in {tmp_path / 'file' / 'runs'}" in said.err
    assert "--store" in said.err
    assert "room" not in said.err


def test_a_store_of_its_own(finished: str, shiftlead: Shiftlead, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "other.db"
    for call in (
        ("--store", elsewhere, "runs", "list", "--json"),
        ("runs", "--store", elsewhere, "list", "--json"),
        ("runs", "list", "--json", "--store", f"sqlite:///{elsewhere}"),
    ):
        assert json.loads(shiftlead(*call).out)["runs"] == []
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] != []


def test_a_store_that_cannot_be_read_is_one_line(shiftlead: Shiftlead, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database, and long enough to be sure of it" * 20)
    said = shiftlead("--store", broken, "runs", "list")
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1


def test_nothing_to_resume(shiftlead: Shiftlead) -> None:
    said = shiftlead("play", "--resume", "--plain")
    assert said.code == 2
    assert "shiftlead play" in said.err


def test_doctor_is_well_in_a_fresh_house(shiftlead: Shiftlead) -> None:
    said = shiftlead("doctor")
    assert said.code == 0, said.out
    for word in ("shiftlead", "python", "textual", "terminal", "data", "store"):
        assert word in said.out


def test_doctor_points_at_the_last_report(
    shiftlead: Shiftlead, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simulator.cli.crash import write_report

    path = write_report(ValueError("half a desk"), ["list"])
    said = shiftlead("doctor")
    assert said.code == 1
    assert str(path) in said.out


def test_the_whole_way_under_a_narrow_encoding(process: Shiftlead, tmp_path: Path) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("look\n1\n", encoding="utf-8")
    said = process("play", "tutorial", "--script", script, "--seed", "1", PYTHONIOENCODING="cp1252")
    assert said.code == 0, said.err
    assert "The shift" in said.out
    listed = process("list", "--json", PYTHONIOENCODING="cp1252")
    assert json.loads(listed.out)["scenarios"]


def test_a_reader_that_goes_away_is_no_error(process: Shiftlead) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        f'"{sys.executable}" -m simulator.cli.main list --json | head -1',
        shell=True, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == "{\n"
    assert done.stderr == ""


def test_a_report_whose_reader_went_away_is_quiet(finished: str) -> None:
    import subprocess
    import sys

    body = (
        "import sys; from simulator.cli import output; from simulator.cli.main import main\n"
        "sys.stdout.reconfigure(line_buffering=True); main()"
    )
    going = subprocess.Popen(
        [sys.executable, "-c", body, "report", finished, "--all"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert going.stdout is not None
    assert going.stderr is not None
    going.stdout.close()
    assert going.stderr.read() == ""
    assert going.wait() == 141


@pytest.mark.parametrize(
    "call",
    [("list",), ("show", "tutorial"), ("runs", "list"), ("cohort", "list"), ("doctor",),
     ("validate", "tutorial"),
     ("simulate", "tutorial", "--strategy", "absent", "--runs", "1"), ("explain", "R301")],
)  # fmt: skip
def test_no_command_without_a_screen_loads_the_screen_library(
    call: tuple[str, ...], process: Shiftlead
) -> None:
    import subprocess
    import sys

    body = (
        "import sys; from simulator.cli.main import run; code = run(sys.argv[1:]);"
        " sys.exit(code or ('textual' in sys.modules) * 99)"
    )
    done = subprocess.run([sys.executable, "-c", body, *call], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_house_file_in_use_is_said(process: Shiftlead, tmp_path: Path) -> None:
    house = tmp_path / "house.yaml"
    house.write_text("schema: 1\nhouse: northwind\nnames: {P1: Sev-1}\n", encoding="utf-8")
    told = process("show", "payroll-friday", "--house", house)
    assert "As played at northwind." in told.out
    assert "In this house P1 is Sev-1." in told.out
    assert str(house) in process("doctor", "--house", house).out
    assert process("validate", house).code == 0


# A content note ---------------------------------------------------------------------------------


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Return a scenario with a content note."""
    from simulator.scenario.files import shipped

    path = tmp_path / "noted.yaml"
    text = (shipped() / "tutorial.yaml").read_text(encoding="utf-8")
    path.write_text(text + "\ncontent_note: Some calls are about fire.\n", encoding="utf-8")
    return path


def test_whoever_turns_back_at_a_content_note_leaves_nothing_behind(
    shiftlead: Shiftlead, process: Shiftlead, noted: Path
) -> None:
    said = process("play", noted, "--plain", stdin="back\n")
    assert said.code == 0
    assert "about fire" in said.out
    assert json.loads(shiftlead("runs", "list", "--json").out)["runs"] == []
    assert shiftlead("play", "--resume", "--plain").code == 2


def test_whoever_goes_on_plays_the_shift(process: Shiftlead, noted: Path) -> None:
    said = process("play", noted, "--plain", stdin="\nquit\n")
    assert said.out.index("about fire") < said.out.index("This shift is kept")


def test_a_content_note_stands_in_what_is_shown_of_a_shift(
    shiftlead: Shiftlead, noted: Path
) -> None:
    assert "about fire" in shiftlead("show", noted).out
    assert "about fire" not in shiftlead("show", "tutorial").out


ENDLESS = pytest.param("/dev/zero", marks=pytest.mark.skipif(
    not Path("/dev/zero").exists(), reason="no such device here"))  # fmt: skip


@pytest.mark.parametrize(
    "name", [pytest.param("x" * 5_000, id="long"), "\x1b[31mnone.yaml", ENDLESS]
)
@pytest.mark.parametrize(
    "command",
    ["validate", "play", "show", "verify", "runs import", "replay", "report", "import-tickets",
     "play tutorial --script", "play tutorial --house"],
)  # fmt: skip
def test_a_path_that_is_no_file_gives_one_clear_line(
    shiftlead: Shiftlead, command: str, name: str
) -> None:
    said = shiftlead(*command.split(), name)
    assert said.code in (1, 2), said
    told = said.out if command == "validate" else said.err
    assert "\x1b" not in told
    assert len(told.splitlines()) == (2 if command == "validate" else 1), told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_scenario_is_not_waited_for(shiftlead: Shiftlead, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    said = shiftlead("validate", tmp_path / "pipe.yaml")
    assert "Y001" in said.out
    assert "pipe.yaml: this is not a file" in shiftlead("show", tmp_path / "pipe.yaml").err
