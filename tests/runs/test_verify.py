from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts.shapes import Brief, SendOnBreak
from simulator.errors import NotFound, RunFileError, RunOver, ScenarioUnusable
from simulator.runs.file import parse_run, read_run
from simulator.runs.lines import FIRST, link, text_of
from simulator.runs.replay import replay
from simulator.runs.score import score_run
from simulator.runs.session import Session
from simulator.runs.verify import verify, verify_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.runs.playable import Playable


@pytest.fixture
def sealed(desk: Playable, tmp_path: Path) -> Path:
    with Session.start(desk, tmp_path, 5) as session:
        session.give(Brief("oldest"), "as it comes")
        session.advance(70)
        session.give(SendOnBreak("mei"))
        session.advance(1000)
        session.finish()
    return session.path


def relinked(data: bytes, change: Callable[[dict[str, object]], object]) -> bytes:
    """The file after a change to its records, with a chain that holds."""
    last, out = FIRST, b""
    for raw in data.splitlines():
        record = json.loads(raw)
        change(record)
        if record["line"] != "log":
            record["prev"] = last
        text = text_of(record).encode()
        last = link(text) if record["line"] != "log" else last
        out += text + b"\n"
    return out


def test_a_run_as_it_was_played_is_the_same(sealed: Path) -> None:
    verdict = verify(sealed)
    assert verdict.verdict == "same"
    assert set(verdict.record()) >= {"run", "path", "verdict", "minute", "line", "epoch"}
    assert verdict.path == str(sealed)


def missed(data: bytes, count: int) -> list[int]:
    """Places of single changed bytes after which the file still counts as the same."""
    chance, found = random.Random(7), []
    for _ in range(count):
        place = chance.randrange(len(data))
        other = (data[place] + chance.randrange(1, 256)) % 256
        try:
            verdict = verify_bytes(data[:place] + bytes([other]) + data[place + 1 :]).verdict
        except RunFileError:
            continue
        if verdict in ("same", "other-rules"):
            found.append(place)
    return found


def test_no_single_changed_byte_is_missed(sealed: Path) -> None:
    assert missed(sealed.read_bytes(), 150) == []


@pytest.mark.deep
def test_none_of_a_thousand_changed_bytes_is_missed(sealed: Path) -> None:
    assert missed(sealed.read_bytes(), 1000) == []


def test_no_changed_byte_of_the_seal_is_missed(sealed: Path) -> None:
    data = sealed.read_bytes()
    starts = data.rindex(b"\n", 0, -1) + 1
    for place in range(starts, len(data)):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        assert verify_bytes(changed).verdict in ("altered", "differs", "unfinished")


def test_an_altered_act_is_named_with_line_and_minute(sealed: Path) -> None:
    data = sealed.read_bytes().replace(b'"person":"mei"', b'"person":"tomas"', 1)
    verdict = verify_bytes(data)
    assert (verdict.verdict, verdict.minute) == ("altered", 70)
    assert verdict.line == 1 + next(n for n, x in enumerate(data.splitlines()) if b'"tomas"' in x)
    assert "act 1, send-on-break, given at minute 70" in verdict.message


def test_an_act_altered_by_somebody_who_mends_the_chain_differs_from_its_minute(
    sealed: Path,
) -> None:
    def other(record: dict[str, object]) -> None:
        if record.get("number") == 1 and record["line"] == "act":
            record["act"] = {"kind": "send-on-break", "person": "tomas"}

    verdict = verify_bytes(relinked(sealed.read_bytes(), other))
    assert (verdict.verdict, verdict.minute) == ("differs", 70)


def test_an_altered_entry_of_the_log_is_found_by_the_replay(sealed: Path) -> None:
    run = read_run(sealed)
    entry = next(e for e in run.log if e.kind == "ticket.resolved" and e.at > 70)

    def other(record: dict[str, object]) -> None:
        if record["line"] == "log" and record["number"] == entry.number:
            record["data"] = {**dict(entry.data), "satisfaction": 99}

    verdict = verify_bytes(relinked(sealed.read_bytes(), other))
    assert (verdict.verdict, verdict.minute) == ("altered", entry.at)
    assert verdict.line == run.log_place + entry.number


def test_another_score_under_the_same_log_is_not_the_same(sealed: Path) -> None:
    def other(record: dict[str, object]) -> None:
        if record["line"] == "seal":
            record["assessment"] = "0" * 32

    assert verify_bytes(relinked(sealed.read_bytes(), other)).verdict == "differs"


@pytest.mark.parametrize("key", ["scenario", "rubric"])
def test_a_file_that_names_another_scenario_than_its_texts_is_altered(
    sealed: Path, key: str
) -> None:
    def other(record: dict[str, object]) -> None:
        if record["line"] == "run":
            record[key] = {"id": "core", "version": "1.0.0", "hash": "e" * 32}

    verdict = verify_bytes(relinked(sealed.read_bytes(), other))
    assert (verdict.verdict, verdict.line) == ("altered", 1)


def test_rules_changed_in_the_table_only_are_altered(sealed: Path) -> None:
    def other(record: dict[str, object]) -> None:
        if record["line"] == "rules":
            table = record["table"]
            assert isinstance(table, dict)
            table["break_minutes"] = 3

    assert verify_bytes(relinked(sealed.read_bytes(), other)).verdict == "altered"


def test_a_run_carries_its_own_numbers(desk: Playable, tmp_path: Path) -> None:
    world = replace(desk.world, rules=replace(desk.world.rules, break_minutes=25))
    with Session.start(replace(desk, world=world), tmp_path, 5) as session:
        session.give(SendOnBreak("mei"))
        session.advance(1000)
        session.finish()
    # The scenario that is found today has the default again.
    assert verify(session.path).verdict == "same"


def other_epoch(record: dict[str, object]) -> None:
    if record["line"] == "run":
        rules = record["rules"]
        assert isinstance(rules, dict)
        rules["epoch"] = 99


def test_under_other_rules_the_log_is_checked_and_scored(sealed: Path) -> None:
    data = relinked(sealed.read_bytes(), other_epoch)
    verdict = verify_bytes(data)
    assert (verdict.verdict, verdict.epoch) == ("other-rules", 99)
    assert str(score_run(read_run(sealed)).total()) in verdict.message
    assert score_run(parse_run(data)) == score_run(read_run(sealed))


def test_under_other_rules_an_altered_log_is_found_within_its_hour(sealed: Path) -> None:
    run = read_run(sealed)
    entry = next(e for e in run.log if e.kind == "ticket.resolved" and e.at > 70)

    def other(record: dict[str, object]) -> None:
        other_epoch(record)
        if record["line"] == "log" and record["number"] == entry.number:
            record["data"] = {**dict(entry.data), "satisfaction": 99}

    verdict = verify_bytes(relinked(sealed.read_bytes(), other))
    assert verdict.verdict == "altered"
    assert verdict.line is not None
    assert verdict.line <= run.log_place + entry.number
    assert verdict.minute is not None
    assert 60 <= verdict.minute <= entry.at


def test_an_unfinished_run_is_replayed_as_far_as_it_goes(desk: Playable, tmp_path: Path) -> None:
    with Session.start(desk, tmp_path, 5) as session:
        session.give(Brief("oldest"))
        session.advance(64)
        session.give(SendOnBreak("mei"))
    verdict = verify(session.path)
    assert (verdict.verdict, verdict.minute) == ("unfinished", 64)

    def other(record: dict[str, object]) -> None:
        if record["line"] == "act" and record["number"] == 0:
            record["act"] = {"kind": "brief", "order": "impact", "why": ""}

    changed = verify_bytes(relinked(session.path.read_bytes(), other))
    assert (changed.verdict, changed.minute) == ("differs", 0)
    with pytest.raises(RunOver, match="minute 64"):
        score_run(read_run(session.path))


def test_a_file_that_lost_its_end_is_unfinished(sealed: Path) -> None:
    whole = sealed.read_bytes()
    run = read_run(sealed)
    lines = whole.splitlines(keepends=True)
    cuts = {
        "Its last line was cut off": b"".join(lines[: run.log_place - 1]) + lines[-1][:40],
        "no seal under it": whole[:-1],
        "its end is missing": b"".join(lines[:-1]),
        "There is no seal yet": b"".join(lines[: run.log_place - 1]),
    }
    for told, data in cuts.items():
        verdict = verify_bytes(data)
        assert (verdict.verdict, verdict.minute) == ("unfinished", run.steps[-1].at), told
        assert f"Unfinished at minute {verdict.minute}. " in verdict.message
        assert told in verdict.message


def test_no_shortened_file_counts_as_whole(sealed: Path) -> None:
    whole = sealed.read_bytes()
    first = sum(map(len, whole.splitlines(keepends=True)[:3]))
    for end in range(first, len(whole), 997):
        assert verify_bytes(whole[:end]).verdict in ("unfinished", "altered"), end


def test_a_shortened_file_of_other_rules_is_unfinished(sealed: Path) -> None:
    data = relinked(sealed.read_bytes(), other_epoch)
    assert verify_bytes(data).verdict == "other-rules"
    shortened = verify_bytes(data[:-1])
    assert shortened.verdict == "unfinished"
    assert "epoch" in shortened.message


def test_another_file_gets_an_error_and_no_verdict(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,\nthe desk is closed on Monday.\n")
    with pytest.raises(RunFileError, match="not a run file"):
        verify(tmp_path / "letter.txt")
    with pytest.raises(NotFound):
        verify(tmp_path / "none")


def test_texts_that_cannot_be_read_are_told_in_one_line(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(texts: object) -> None:
        raise ScenarioUnusable("small-desk.yaml:3:1: no such key")

    monkeypatch.setattr("simulator.runs.playable.read_once", unreadable)
    verdict = verify(sealed)
    assert verdict.verdict == "altered"
    assert "small-desk.yaml:3:1" in verdict.message


def test_a_replay_stops_before_the_acts_of_a_minute(sealed: Path) -> None:
    run = read_run(sealed)
    state = replay(run, 70)
    assert state.now == 70
    assert [entry.data["number"] for entry in state.log if entry.kind == "act.given"] == [0]
    assert replay(run).log == list(run.log)
