"""A shift reaches a cohort only when its trainee hands it in, after seeing what leaves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from simulator.runs.session import Session
from simulator.store.notes import write_note
from simulator.store.store import Store
from tests.cli.cohorts import DAY, Desk, scenario
from tests.runs.test_verify import relinked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shiftlead


@pytest.fixture
def autumn(own_desk: Desk) -> Desk:
    """Return a desk beside a cohort `autumn`."""
    made = own_desk("cohort", "new", "autumn", "--purpose", "Onboarding", "--sees",
                    "pseudonymous", "--keep", "6")  # fmt: skip
    assert made.code == 0, made.err
    return own_desk


def cohorts(desk: Desk) -> dict[str, int]:
    listed = json.loads(desk("cohort", "list", "--json").out)["cohorts"]
    return {one["id"]: one["runs"] for one in listed}


def exported(desk: Desk, to: Path, rows: str = "runs") -> list[dict[str, Any]]:
    said = desk("cohort", "export", "--cohort", "autumn", "--format", "jsonl", "--rows", rows,
                "--to", to)  # fmt: skip
    assert said.code == 0, said.err
    return [json.loads(line) for line in to.read_text(encoding="utf-8").splitlines()]


def test_a_shift_stays_until_it_is_handed_in(autumn: Desk, tmp_path: Path) -> None:
    run = autumn.played()
    assert exported(autumn, tmp_path / "before") == []
    said = autumn("hand-in", run[:8], "--cohort", "autumn", "--yes")
    assert said.code == 0, said.err
    (row,) = exported(autumn, tmp_path / "after")
    assert (row["scenario"], row["by"], row["attempt"]) == ("payroll-friday", "person", 1)
    assert cohorts(autumn) == {"autumn": 1}


def test_what_leaves_to_whom_and_for_how_long_is_shown_first(autumn: Desk) -> None:
    run = autumn.played(words="Morning all, oldest first")
    said = autumn("hand-in", run, "--cohort", "autumn", "--yes")
    for told in (
        "Onboarding", "under a pseudonym", "1 act with", "the words you typed beside 1 act",
        "ratings, plans and contests", "your id t-1", "from a person", "own.db", "Until:",
        "not for hiring, promotion, pay, discipline or dismissal",
    ):  # fmt: skip
        assert told in said.out
    assert said.out.index("What leaves") < said.out.index("Handed in.")


def test_nothing_leaves_without_a_yes(autumn: Desk, process: Shiftlead) -> None:
    run = autumn.played()
    call = ("--store", autumn.store, "hand-in", run, "--cohort", "autumn")
    said = process(*call, stdin="n\n")
    assert said.code == 0
    assert "Nothing was handed in" in said.out
    assert process(*call, stdin="").code == 130
    assert cohorts(autumn) == {"autumn": 0}
    assert "Handed in." in process(*call, stdin="y\n").out
    assert cohorts(autumn) == {"autumn": 1}


def test_as_json_it_is_an_offer_until_it_says_yes(autumn: Desk) -> None:
    run = autumn.played()
    offer = json.loads(autumn("hand-in", run, "--cohort", "autumn", "--json").out)
    assert (offer["run"], offer["handed_in"], offer["sees"]) == (run, False, "pseudonymous")
    assert cohorts(autumn) == {"autumn": 0}
    done = json.loads(autumn("hand-in", run, "--cohort", "autumn", "--json", "--yes").out)
    assert done == {**offer, "handed_in": True}
    assert cohorts(autumn) == {"autumn": 1}


def test_what_somebody_wrote_beside_a_shift_is_in_no_export(autumn: Desk, tmp_path: Path) -> None:
    run = autumn.played(words="said-in-the-shift")
    with Store(f"sqlite:///{autumn.store}") as store:
        for kind in ("words", "rating", "plan", "contest"):
            write_note(store, run, kind, {"text": "only-for-me"}, DAY)
    autumn("hand-in", run, "--cohort", "autumn", "--yes")
    for rows in ("runs", "criteria", "groups"):
        text = json.dumps(exported(autumn, tmp_path / rows, rows))
        assert "only-for-me" not in text
        assert "said-in-the-shift" not in text
        assert run not in text
        assert "t-1" not in text


@pytest.mark.parametrize("ident", ["tutorial", "payroll-friday"])
def test_the_tutorial_and_a_first_shift_are_never_handed_in(autumn: Desk, ident: str) -> None:
    run = autumn.play(ident)
    said = autumn("hand-in", run, "--cohort", "autumn", "--yes")
    assert said.code == 2
    assert "never handed in" in said.err
    assert said.err.count("\n") == 1
    assert cohorts(autumn) == {"autumn": 0}


def test_a_tutorial_is_nobodys_first_shift_and_deleting_the_first_makes_no_other_one(
    autumn: Desk,
) -> None:
    autumn.play("tutorial")
    first, second = autumn.play(), autumn.play(seed=2)
    assert autumn("hand-in", first, "--cohort", "autumn", "--yes").code == 2
    autumn("runs", "delete", first, "--yes")
    assert autumn("hand-in", second, "--cohort", "autumn", "--yes").code == 0


def test_shifts_that_waited_for_the_store_come_in_the_order_they_were_played(
    autumn: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as away:
        away.setattr("tests.cli.cohorts.deliver", lambda *_: None)
        first, second = autumn.play(), autumn.play(seed=2)
    assert autumn("hand-in", first, "--cohort", "autumn", "--yes").code == 2
    assert autumn("hand-in", second, "--cohort", "autumn", "--yes").code == 0


def test_a_shift_by_a_script_is_marked_and_no_assessment(autumn: Desk, tmp_path: Path) -> None:
    run = autumn.played(by="script")
    autumn("hand-in", run, "--cohort", "autumn", "--yes")
    assert [row["by"] for row in exported(autumn, tmp_path / "x")] == ["script"]
    autumn("cohort", "new", "exam", "--purpose", "Exam", "--sees", "named", "--assessment")
    refused = autumn("hand-in", run, "--cohort", "exam", "--yes")
    assert refused.code == 2
    assert "script" in refused.err


def test_an_assessment_takes_no_practice(autumn: Desk) -> None:
    autumn("cohort", "new", "exam", "--purpose", "Exam", "--sees", "named", "--assessment")
    practice, real = autumn.played(), autumn.play(mode="assessment", seed=2)
    assert "practice" in autumn("hand-in", practice, "--cohort", "exam", "--yes").err
    assert autumn("hand-in", real, "--cohort", "exam", "--yes").code == 0
    assert cohorts(autumn) == {"autumn": 0, "exam": 1}


def test_an_id_is_asked_for_where_a_shift_has_none(autumn: Desk, tmp_path: Path) -> None:
    run = autumn.played(trainee="")
    call = ("hand-in", run, "--cohort", "autumn", "--yes")
    assert "--trainee" in autumn(*call).err
    assert autumn(*call, "--trainee", "Ann Lee").code == 2
    assert autumn(*call, "--trainee", "p-9").code == 0
    assert len(exported(autumn, tmp_path / "x")) == 1


def test_a_shift_whose_score_was_changed_is_not_handed_in(autumn: Desk, tmp_path: Path) -> None:
    def other_score(record: dict[str, object]) -> None:
        if record["line"] == "seal":
            record["assessment"] = "0" * 32

    run, file = autumn.played(), tmp_path / "mine.run.jsonl"
    autumn("runs", "export", run, "--to", file)
    autumn("runs", "delete", run, "--yes")
    file.write_bytes(relinked(file.read_bytes(), other_score))
    assert autumn("runs", "import", file).code == 0
    said = autumn("hand-in", run, "--cohort", "autumn", "--yes")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "score is not" in said.err
    assert cohorts(autumn) == {"autumn": 0}


def test_a_shift_still_being_played_and_unknown_names_are_one_line(autumn: Desk) -> None:
    with Session.start(scenario("tutorial"), autumn.folder / "runs", 3) as session:
        session.advance(2)
    for call in (
        ("hand-in", session.run, "--cohort", "autumn"),
        ("hand-in", "zzzzzzzz", "--cohort", "autumn"),
        ("hand-in", "zzzzzzzz", "--cohort", "winter"),
    ):
        said = autumn(*call)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1), call


def test_who_deletes_a_shift_hears_that_its_cohort_loses_it(
    autumn: Desk, process: Shiftlead
) -> None:
    run = autumn.played()
    autumn("hand-in", run, "--cohort", "autumn", "--yes")
    said = process("--store", autumn.store, "runs", "delete", run, stdin="n\n")
    assert "autumn will no longer have it" in said.err
    autumn("runs", "delete", run, "--yes")
    assert cohorts(autumn) == {"autumn": 0}


def test_a_folder_of_run_files_is_taken_in_but_for_those_that_cannot_be(
    own_desk: Desk, tmp_path: Path
) -> None:
    run, folder = own_desk.play(), tmp_path / "backup"
    folder.mkdir()
    assert own_desk("runs", "export", run, "--to", folder).code == 0
    own_desk("runs", "delete", run, "--yes")
    (folder / "broken.run.jsonl").write_text("{}\n", encoding="utf-8")
    (folder / "letter.txt").write_text("Dear all", encoding="utf-8")
    said = own_desk("runs", "import", folder)
    assert (said.code, said.out) == (1, "1 taken in\n")
    assert said.err.startswith("shiftlead: broken.run.jsonl: ")
    assert said.err.count("\n") == 1


def test_a_whole_cohort_is_verified(autumn: Desk) -> None:
    runs = {autumn.played(), autumn.play(seed=2)}
    for run in runs:
        autumn("hand-in", run, "--cohort", "autumn", "--yes")
    found = json.loads(autumn("verify", "--cohort", "autumn", "--json").out)["results"]
    assert {one["run"]: one["verdict"] for one in found} == dict.fromkeys(runs, "same")
    assert autumn("verify", "--cohort", "winter").code == 2
    assert autumn("verify").code == 2


# Taken back, and the store of somebody else ------------------------------------------------------


def test_a_shift_is_taken_back(autumn: Desk, tmp_path: Path) -> None:
    run = autumn.played()
    autumn("hand-in", run, "--cohort", "autumn", "--yes")
    assert "no longer has it" in autumn("hand-in", run, "--cohort", "autumn", "--back").out
    assert "does not have it" in autumn("hand-in", run, "--cohort", "autumn", "--back").out
    assert exported(autumn, tmp_path / "x") == []
    assert autumn("report", run).code == 0, "it is still the trainee's"


def test_a_cohort_in_another_store_gets_a_copy_that_goes_when_it_is_taken_back(
    own_desk: Desk, shiftlead: Shiftlead, tmp_path: Path
) -> None:
    shared = tmp_path / "shared" / "shared.db"
    for ident in ("autumn", "spring"):
        shiftlead("--store", shared, "cohort", "new", ident, "--purpose", "x", "--sees", "named")
    run = own_desk.played()
    for ident in ("autumn", "spring"):
        said = own_desk("hand-in", run, "--cohort", ident, "--to", shared, "--yes")
        assert said.code == 0, said.err
    listed = json.loads(shiftlead("--store", shared, "runs", "list", "--json").out)["runs"]
    assert [(row["id"], row["started"]) for row in listed] == [(run, DAY.isoformat())]
    for ident in ("autumn", "spring"):
        own_desk("hand-in", run, "--cohort", ident, "--to", shared, "--back")
    assert json.loads(shiftlead("--store", shared, "runs", "list", "--json").out)["runs"] == []
    assert own_desk("report", run).code == 0
