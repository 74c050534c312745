from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.acts.shapes import Answer, Brief, SendOnBreak, Triage, Withdraw
from simulator.errors import CannotWrite, RunDiffers, RunLocked, RunOver, WrongUse
from simulator.runs.acts_json import clean
from simulator.runs.file import read_run
from simulator.runs.session import Session
from simulator.runs.side import read_side, side_path

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.runs.playable import Playable


def played(desk: Playable, folder: Path, until: int | None = None, seed: int = 5) -> Session:
    """A run with a few acts, up to a minute or to its end."""
    session = Session.start(desk, folder, seed, trainee="p-1", today=date(2025, 11, 21))
    end = desk.world.length if until is None else until
    for at, act in (
        (0, Brief("oldest")),
        (7, SendOnBreak("mei")),
        (7, Triage("nobody.99")),
        (66, Answer("call", "later")),
        (121, Brief("impact")),
    ):
        if at > end:
            break
        session.advance(at - session.now)
        session.give(act, f"at {at}")
    session.advance(end - session.now)
    return session


def test_a_session_plays_what_the_engine_plays(desk: Playable, tmp_path: Path) -> None:
    session = played(desk, tmp_path)
    assert session.over
    run = read_run(session.path)
    again = api.replay(desk.world, 5, 0, run.acts)
    assert again.log == session.state.log
    session.close()


def test_every_act_given_is_in_the_journal_refused_ones_too(desk: Playable, tmp_path: Path) -> None:
    with played(desk, tmp_path) as session:
        acts = read_run(session.path).acts
    assert [(given.number, given.at, given.words) for given in acts] == [
        (0, 0, "at 0"), (1, 7, "at 7"), (2, 7, "at 7"), (3, 66, "at 66"), (4, 121, "at 121"),
    ]  # fmt: skip
    refused = [entry for entry in session.state.log if entry.kind == "act.refused"]
    assert [entry.data["number"] for entry in refused] == [2]


def test_an_answer_tells_what_came_of_an_act(desk: Playable, tmp_path: Path) -> None:
    with Session.start(desk, tmp_path, 5) as session:
        fine = session.give(Brief("oldest"))
        assert fine.refusal is None
        assert [entry.kind for entry in fine.entries] == ["act.given", "act.begun"]
        wrong = session.give(Triage("nobody.99"))
        assert wrong.refusal is not None
        assert [entry.kind for entry in wrong.entries] == ["act.refused"]


def test_full_hours_are_noted_once(desk: Playable, tmp_path: Path) -> None:
    with played(desk, tmp_path) as session:
        hours = read_run(session.path).hours
    assert [hour.at for hour in hours] == [60, 120]
    for hour in hours:
        again = api.replay(desk.world, 5, 0, read_run(session.path).acts[:3], 60)
        if hour.at == 60:
            assert (hour.entries, hour.digest) == (len(again.log), api.digest(again))


@pytest.mark.parametrize("minute", [0, 5, 7, 59, 60, 61, 66, 68, 149])
def test_a_run_resumes_at_the_very_minute(desk: Playable, tmp_path: Path, minute: int) -> None:
    session = played(desk, tmp_path / "a", minute)
    log, path = list(session.state.log), session.path
    session.close()
    with Session.resume(path) as again:
        assert again.now == minute
        assert again.state.log == log
        assert again.run == session.run
        again.advance(desk.world.length)
        later = list(again.state.log)
        hours = [hour.at for hour in read_run(path).hours]
    whole = played(desk, tmp_path / "b", minute)
    whole.advance(desk.world.length)
    assert later == whole.state.log
    assert hours == [hour.at for hour in read_run(whole.path).hours]
    whole.close()


def test_without_the_side_file_a_run_resumes_at_its_last_line(
    desk: Playable, tmp_path: Path
) -> None:
    session = played(desk, tmp_path, 40)
    session.close()
    side_path(session.path).unlink()
    with Session.resume(session.path) as again:
        assert again.now == 7


def test_a_finished_run_is_sealed_with_log_and_score(desk: Playable, tmp_path: Path) -> None:
    session = played(desk, tmp_path)
    assessment = session.finish(date(2025, 11, 22))
    run = read_run(session.path)
    assert run.seal is not None
    assert list(run.log) == session.state.log
    assert run.seal.log == api.digest(session.state)
    assert run.seal.assessment == assessment.digest()
    assert run.seal.at == run.log[-1].at
    assert (run.head.mode, run.head.by, run.head.trainee) == ("practice", "person", "p-1")
    side = read_side(session.path)
    assert (side.started, side.ended) == (date(2025, 11, 21), date(2025, 11, 22))
    with pytest.raises(RunOver):
        Session.resume(session.path)


def test_a_shift_that_goes_on_is_not_finished_and_a_finished_one_takes_no_acts(
    desk: Playable, tmp_path: Path
) -> None:
    with played(desk, tmp_path, 30) as session:
        with pytest.raises(RunOver, match="minute 30"):
            session.finish()
        session.advance(1000)
        with pytest.raises(RunOver, match="over"):
            session.give(Brief())


def test_no_clock_time_is_in_a_run_file(desk: Playable, tmp_path: Path) -> None:
    session = played(desk, tmp_path)
    session.finish()
    text = session.path.read_text(encoding="utf-8")
    assert "2025" not in text.replace(session.run, "")
    assert str(date.today().year) not in text.replace(session.run, "")


def test_an_act_can_be_taken_back_until_the_clock_moves(desk: Playable, tmp_path: Path) -> None:
    with Session.start(desk, tmp_path, 5) as session:
        session.give(Brief("oldest"))
        answer = session.take_back()
        assert answer.given.act == Withdraw(0)
        assert [entry.kind for entry in answer.entries] == ["act.given", "act.withdrawn"]
        with pytest.raises(RunOver):
            session.take_back()
        session.give(Brief("oldest"))
        session.advance()
        with pytest.raises(RunOver, match="moved on"):
            session.take_back()
        assert [given.act.kind for given in read_run(session.path).acts] == [
            "brief", "withdraw", "brief",
        ]  # fmt: skip


def test_the_shift_runs_until_somebody_needs_the_lead(desk: Playable, tmp_path: Path) -> None:
    with Session.start(desk, tmp_path, 5) as session:
        entries = session.advance_until_needed()
        assert session.now == 65
        assert entries[-1].at == 65
        assert "scene.opened" in [entry.kind for entry in entries]
        assert [hour.at for hour in read_run(session.path).hours] == [60]
        session.give(Answer("call", "later"))
        session.advance_until_needed(most=2)
        assert session.now == 67


def test_waiting_ends_with_the_shift(desk: Playable, tmp_path: Path) -> None:
    with Session.start(desk, tmp_path, 5) as session:
        for _ in range(1000):
            if session.over:
                break
            session.advance_until_needed()
        assert session.over
        assert session.now == desk.world.length
        assert session.advance(5) == ()


def test_an_act_that_the_disk_does_not_take_is_not_taken_up(
    desk: Playable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Session.start(desk, tmp_path, 5) as session:
        before = list(session.state.log)

        def full(*args: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr("simulator.runs.journal._write", full)
            with pytest.raises(CannotWrite, match="No space left"):
                session.give(Brief())
        assert session.state.log == before
        assert session.give(Brief()).given.number == 0


def test_a_journal_that_does_not_add_up_is_not_played_on(desk: Playable, tmp_path: Path) -> None:
    session = played(desk, tmp_path, 70)
    session.close()
    raw = session.path.read_bytes()
    digest = read_run(session.path).hours[0].digest
    lines = raw.replace(digest.encode(), b"0" * 32).splitlines()
    from simulator.runs.lines import FIRST, link, text_of

    last, out = FIRST, b""
    for line in lines:
        text = text_of({**json.loads(line), "prev": last}).encode()
        last, out = link(text), out + text + b"\n"
    session.path.write_bytes(out)
    with pytest.raises(RunDiffers, match="minute 60"):
        Session.resume(session.path)
    with pytest.raises(RunDiffers):  # The lock was given back.
        Session.resume(session.path)


def test_a_run_is_played_in_one_window_at_a_time(desk: Playable, tmp_path: Path) -> None:
    with played(desk, tmp_path, 10) as session, pytest.raises(RunLocked):
        Session.resume(session.path)


def test_a_fork_shares_the_past_and_nothing_of_the_file(desk: Playable, tmp_path: Path) -> None:
    session = played(desk, tmp_path)
    session.finish()
    run = read_run(session.path)
    with Session.fork(run, 66, tmp_path) as fork:
        assert fork.now == 66
        assert fork.run != session.run
        past = [entry for entry in session.state.log if entry.at <= 66]
        given = next(e for e in past if e.kind == "act.given" and e.data["number"] == 3)
        assert fork.state.log == past[: given.number]
        fork.give(Answer("call", "soon"))
        fork.advance(1000)
        fork.finish()
    head = read_run(fork.path).head
    assert head.parent is not None
    assert (head.parent.run, head.parent.at) == (session.run, 66)
    for wrong in (-1, 10_000):
        with pytest.raises(WrongUse):
            Session.fork(run, wrong, tmp_path)


def test_an_assessment_is_played_by_a_person(desk: Playable, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="person"):
        Session.start(desk, tmp_path, 1, mode="assessment", by="script")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("trainee", ["ann@example.org", "Ann Lee", "x" * 65, "-a", "a\n"])
def test_a_trainee_has_an_id_and_no_name(desk: Playable, tmp_path: Path, trainee: str) -> None:
    with pytest.raises(WrongUse, match="trainee"):
        Session.start(desk, tmp_path, 1, trainee=trainee)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Danke, bis später 🙂", "Danke, bis später 🙂"),
        ("two\nlines\tand \x1b[31mred", "two lines and [31mred"),
        ("right\u202eleft\u2066", "rightleft"),
        ("lone \ud800 half", "lone half"),
        ("x" * 5000, "x" * 2000),
        ("  ", ""),
    ],
)
def test_free_words_are_kept_without_what_a_terminal_would_obey(words: str, kept: str) -> None:
    assert clean(words) == kept


def test_free_words_of_any_kind_survive_the_disk(desk: Playable, tmp_path: Path) -> None:
    with Session.start(desk, tmp_path, 5) as session:
        session.give(Brief(), "lone \ud800 half, \x00 zero, \u2028 line")
        session.close()
        with Session.resume(session.path) as again:
            assert again.now == 0
