"""What people say about levels: a trainee contests, a trainer overrides, the engine's stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from simulator.store.judgements import contests, judgements
from simulator.store.store import Store
from tests.cli.test_cohort_export import export, hand_in, make, read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.cohorts import Desk
    from tests.cli.conftest import Said

RELIEVES = "people.relieves"
TRUE = "communication.nothing-untrue"


def contest(desk: Desk, run: str, level: str = "3", because: str = "I sent her home") -> Said:
    return desk("report", run, "--contest", RELIEVES, "--level", level, "--because", because)


def override(desk: Desk, run: str, level: int = 4, *more: str, criterion: str = RELIEVES) -> Said:
    because = () if "--because" in more else ("--because", "seen on the floor")
    return desk("cohort", "override", "--cohort", "autumn", run, criterion, str(level),
                *because, *more)  # fmt: skip


def arithmetic(desk: Desk, run: str) -> dict[str, Any]:
    said = desk("report", run, "--json")
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)["arithmetic"]
    return found


def rows(desk: Desk, to: Path, kind: str, *more: str) -> list[dict[str, str]]:
    said = export(desk, to, "csv", "--rows", kind, *more)
    assert said.code == 0, said.err
    return read(to)


@pytest.fixture
def run(own_desk: Desk) -> str:
    """Return a shift of one trainee that may be handed in."""
    return own_desk.played()


@pytest.fixture
def handed(own_desk: Desk, run: str) -> str:
    """Return the same, handed in."""
    make(own_desk)
    hand_in(own_desk, run)
    return run


def test_a_contest_stands_beside_the_level_and_moves_nothing(own_desk: Desk, run: str) -> None:
    before = arithmetic(own_desk, run)
    assert contest(own_desk, run[:8]).code == 0
    after = arithmetic(own_desk, run)
    (said,) = after["beside"]["said"]
    assert (said["criterion"], said["level"], said["trainer"]) == (RELIEVES, 3, "")
    assert after["beside"]["with_trainers"] == []
    assert {**after, "beside": before["beside"]} == before
    text = own_desk("report", run, "--all").out
    assert "Beside the engine's levels" in text
    assert "you say 3: I sent her home" in " ".join(text.split())


def test_both_contests_are_kept_and_the_last_is_told(own_desk: Desk, run: str) -> None:
    contest(own_desk, run, "4")
    contest(own_desk, run, "none", "she was on her break")
    (said,) = arithmetic(own_desk, run)["beside"]["said"]
    assert (said["level"], said["because"]) == (None, "she was on her break")
    with Store(f"sqlite:///{own_desk.store}") as store:
        assert len(contests(store, run)) == 1
        with store.reading() as connection:
            kept = connection.exec_driver_sql("SELECT count(*) FROM notes WHERE kind = 'contest'")
            assert kept.scalar_one() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        ("--contest", "people.relieve", "--level", "3", "--because", "x"),
        ("--contest", RELIEVES, "--level", "3"),
        ("--contest", RELIEVES, "--level", "3", "--because", "a\nb"),
        ("--contest", RELIEVES, "--level", "3", "--because", "x" * 501),
        ("--contest", TRUE, "--level", "3", "--because", "x"),
        ("--contest", RELIEVES, "--because", "x"),
        ("--level", "3"),
    ],
)
def test_what_is_no_contest_is_one_line(own_desk: Desk, run: str, wrong: tuple[str, ...]) -> None:
    said = own_desk("report", run, *wrong)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert arithmetic(own_desk, run)["beside"]["said"] == []


def test_a_near_miss_is_answered_with_the_right_name(own_desk: Desk, run: str) -> None:
    wrong = own_desk("report", run, "--contest", "people.relieve", "--level", "3", "--because", "x")
    assert "Did you mean people.relieves?" in wrong.err


def test_a_contest_stays_with_the_trainee_unless_it_is_handed_in(
    own_desk: Desk, run: str, tmp_path: Path
) -> None:
    make(own_desk)
    contest(own_desk, run)
    said = own_desk("hand-in", run, "--cohort", "autumn", "--yes")
    assert "ratings, plans and contests" in said.out
    assert {row["rater"] for row in rows(own_desk, tmp_path / "a", "criteria")} == {"engine"}
    said = own_desk("hand-in", run, "--cohort", "autumn", "--yes", "--with-contests")
    assert "1 level that you contest, and why" in said.out
    assert "ratings and plans" in said.out
    (one,) = [r for r in rows(own_desk, tmp_path / "b", "criteria") if r["rater"] == "trainee"]
    assert (one["criterion"], one["level"], one["because"]) == (RELIEVES, "3", "")
    assert [row["contested"] for row in rows(own_desk, tmp_path / "c", "runs")] == ["1"]
    with_words = rows(own_desk, tmp_path / "d", "criteria", "--words")
    assert {row["because"] for row in with_words} == {"", "I sent her home"}


def test_handed_in_again_the_contests_are_those_of_now(
    own_desk: Desk, run: str, tmp_path: Path
) -> None:
    make(own_desk)
    for level in "34":
        contest(own_desk, run, level)
        own_desk("hand-in", run, "--cohort", "autumn", "--yes", "--with-contests")
    found = [r["level"] for r in rows(own_desk, tmp_path / "a", "criteria")
             if r["rater"] == "trainee"]  # fmt: skip
    assert found == ["4"]


def test_an_override_stands_beside_the_engines_level(
    own_desk: Desk, handed: str, tmp_path: Path
) -> None:
    before = rows(own_desk, tmp_path / "before", "criteria")
    said = override(own_desk, handed, 4, "--trainer", "t-2")
    assert said.code == 0, said.err
    assert "Both are kept" in said.out
    after = rows(own_desk, tmp_path / "after", "criteria")
    (new,) = [row for row in after if row not in before]
    assert [row for row in after if row != new] == before
    assert new["rater"].startswith("trainer:p-")
    assert (new["criterion"], new["level"]) == (RELIEVES, "4")
    (row,) = rows(own_desk, tmp_path / "runs", "runs")
    assert row["overridden"] == "1"
    stands = arithmetic(own_desk, handed)
    (one,) = stands["beside"]["said"]
    assert f"trainer:{one['trainer']}" == new["rater"]
    ((name, score),) = stands["beside"]["with_trainers"]
    (sum_,) = [s for s in stands["sums"] if s["competency"] == name]
    assert name == "people"
    assert score["points"] > sum_["points"]
    page = own_desk("report", handed, "--all").out
    assert "The score above is the engine's and stays." in page


def test_a_run_is_named_as_it_stands_in_the_export(
    own_desk: Desk, handed: str, tmp_path: Path
) -> None:
    (row,) = rows(own_desk, tmp_path / "runs", "runs")
    assert row["run"].startswith("r-")
    assert override(own_desk, row["run"]).code == 0
    with Store(f"sqlite:///{own_desk.store}") as store:
        assert len(judgements(store, handed)) == 1


@pytest.mark.parametrize("level", ["0", "5", "good"])
def test_a_level_is_one_to_four(own_desk: Desk, handed: str, level: str) -> None:
    said = own_desk("cohort", "override", "--cohort", "autumn", handed, RELIEVES, level,
                    "--because", "x")  # fmt: skip
    assert (said.code, said.err.count("\n")) == (2, 1)


def test_only_a_run_of_the_cohort_is_overridden(own_desk: Desk, handed: str) -> None:
    other = own_desk.play(seed=3)
    for run in (other, "r-NOBODY", handed[:2]):
        said = override(own_desk, run)
        assert (said.code, said.err.count("\n")) == (2, 1), run
    assert override(own_desk, handed, 2, criterion=TRUE).code == 2


def test_who_sees_groups_sets_no_level(own_desk: Desk, run: str) -> None:
    make(own_desk, "aggregate")
    hand_in(own_desk, run)
    said = override(own_desk, run)
    assert said.code == 2
    assert "groups only" in said.err


def test_an_override_goes_when_the_run_leaves_the_cohort(own_desk: Desk, handed: str) -> None:
    override(own_desk, handed)
    contest(own_desk, handed)
    own_desk("hand-in", handed, "--cohort", "autumn", "--yes", "--with-contests")
    own_desk("hand-in", handed, "--cohort", "autumn", "--back")
    (said,) = arithmetic(own_desk, handed)["beside"]["said"]
    assert said["trainer"] == "", "the contest is the trainee's own and stays"


def test_a_file_that_is_not_stored_cannot_be_contested(
    own_desk: Desk, run: str, tmp_path: Path
) -> None:
    own_desk("runs", "export", run, "--to", tmp_path / "x.run.jsonl")
    said = contest(own_desk, str(tmp_path / "x.run.jsonl"))
    assert (said.code, said.err.count("\n")) == (2, 1)


def test_named_trainers_stand_where_the_cohort_sees_ids(
    own_desk: Desk, run: str, tmp_path: Path
) -> None:
    make(own_desk, "named")
    hand_in(own_desk, run)
    override(own_desk, run, 2, "--trainer", "t-2")
    assert "trainer:t-2" in {row["rater"] for row in rows(own_desk, tmp_path / "x", "criteria")}


def test_a_page_shows_what_people_say_as_text(own_desk: Desk, handed: str, tmp_path: Path) -> None:
    contest(own_desk, handed, "4", "<b>no</b> & {{ 7 * 7 }}")
    own_desk("report", handed, "--html", tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "you say 4: &lt;b&gt;no&lt;/b&gt; &amp; {{ 7 * 7 }}" in page
