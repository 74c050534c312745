from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest

from simulator.errors import NotFound, RunAltered, RunFileError, RunTooNew, ShiftleadError
from simulator.runs.file import parse_run, read_run
from simulator.runs.lines import FIRST, link, text_of
from simulator.runs.upgrade import raised

if TYPE_CHECKING:
    from pathlib import Path

    from tests.runs.conftest import Handmade


def relinked(lines: list[bytes]) -> bytes:
    """The lines with a chain that holds, as somebody would write it who knows how."""
    last, out = FIRST, []
    for raw in lines:
        record = json.loads(raw)
        if record["line"] != "log":
            record["prev"] = last
            raw = text_of(record).encode()
            last = link(raw)
        out.append(raw)
    return b"\n".join(out) + b"\n"


def test_a_run_is_read_as_it_was_written(handmade: Handmade) -> None:
    run = read_run(handmade.path)
    assert run.head.run == handmade.id
    assert [(g.at, g.act, g.words) for g in run.acts] == list(handmade.acts)
    assert [h.at for h in run.hours] == [60]
    assert run.log == handmade.log
    assert run.texts == {"a-shift.yaml": "title: Ein früher Tag\nline: two\n"}
    assert run.seal is not None
    assert (run.seal.at, run.seal.acts, run.seal.entries) == (110, 5, 7)
    assert run.minute == 110


def test_every_line_is_its_own_canonical_text(handmade: Handmade) -> None:
    data = handmade.path.read_bytes()
    for line in data.decode().splitlines():
        assert line == json.dumps(
            json.loads(line), sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
    assert data.endswith(b"\n")
    assert b"\r" not in data


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"at":12,', b'"at": 12,'),
        (b'"at":12,', b'"at":1.2e1,'),
        ("ü".encode(), b"\\u00fc"),
        (b'"words":""', b'"words":"","words":""'),
        (b"\n", b"\r\n"),
        (b'"at":12,', b'"at":NaN,'),
    ],
)
def test_a_line_that_is_not_its_canonical_text_is_refused(
    handmade: Handmade, old: bytes, new: bytes
) -> None:
    with pytest.raises(RunAltered) as caught:
        parse_run(handmade.path.read_bytes().replace(old, new, 1))
    assert caught.value.line


def test_what_a_field_has_to_match_is_told_to_the_letter(handmade: Handmade) -> None:
    lines = handmade.path.read_bytes().splitlines()
    lines[0] = text_of(json.loads(lines[0]) | {"trainee": "Ann Lee"}).encode()
    with pytest.raises(RunFileError, match=r"trainee: string should match .*A-Za-z0-9"):
        parse_run(relinked(lines))


def changes(data: bytes, count: int) -> list[tuple[int, bytes]]:
    """So many files that differ from the first in one byte."""
    chance = random.Random(20)
    found = []
    for _ in range(count):
        place = chance.randrange(len(data))
        other = (data[place] + chance.randrange(1, 256)) % 256
        found.append((place, data[:place] + bytes([other]) + data[place + 1 :]))
    return found


def seal_starts(data: bytes) -> int:
    """The first byte of the seal, which nothing after it covers: `verify` recomputes it."""
    return data.rindex(b"\n", 0, -1) + 1


def missed(data: bytes, count: int) -> list[int]:
    """Where a changed byte before the seal went unnoticed."""
    found = []
    for place, changed in changes(data[: seal_starts(data)], count):
        try:
            parse_run(changed + data[seal_starts(data) :])
        except RunFileError:
            continue
        found.append(place)
    return found


def test_no_single_changed_byte_before_the_seal_is_missed(handmade: Handmade) -> None:
    assert missed(handmade.path.read_bytes(), 150) == []


@pytest.mark.deep
def test_none_of_a_thousand_changed_bytes_is_missed(handmade: Handmade) -> None:
    assert missed(handmade.path.read_bytes(), 1000) == []


@pytest.mark.parametrize("number", range(5))
def test_an_altered_act_is_named_with_its_minute(handmade: Handmade, number: int) -> None:
    lines = handmade.path.read_bytes().splitlines()
    place = next(n for n, raw in enumerate(lines) if f'"number":{number},'.encode() in raw
                 and b'"line":"act"' in raw)  # fmt: skip
    record = json.loads(lines[place])
    record["words"] = "something else"
    lines[place] = text_of(record).encode()
    with pytest.raises(RunAltered) as caught:
        parse_run(b"\n".join(lines) + b"\n")
    at, act, _ = handmade.acts[number]
    assert (caught.value.line, caught.value.minute) == (place + 1, at)
    assert f"act {number}, {act.kind}, given at minute {at}" in caught.value.message


def test_a_changed_link_is_told_from_a_changed_line(handmade: Handmade) -> None:
    lines = handmade.path.read_bytes().splitlines()
    record = json.loads(lines[4])
    record["prev"] = "f" * 32
    lines[4] = text_of(record).encode()
    with pytest.raises(RunAltered) as caught:
        parse_run(b"\n".join(lines) + b"\n")
    assert caught.value.line == 5


@pytest.mark.parametrize("gone", [1, 3, 4, 6])
def test_a_line_taken_out_breaks_the_chain(handmade: Handmade, gone: int) -> None:
    lines = handmade.path.read_bytes().splitlines()
    del lines[gone]
    with pytest.raises(RunFileError):
        parse_run(b"\n".join(lines) + b"\n")


def test_two_lines_in_another_order_break_the_chain(handmade: Handmade) -> None:
    lines = handmade.path.read_bytes().splitlines()
    lines[3], lines[4] = lines[4], lines[3]
    with pytest.raises(RunFileError):
        parse_run(b"\n".join(lines) + b"\n")


def test_a_changed_entry_of_the_log_does_not_fit_its_seal(handmade: Handmade) -> None:
    data = handmade.path.read_bytes()
    changed = data.replace(b'"minutes":2,"number":5', b'"minutes":1,"number":5')
    assert changed != data
    with pytest.raises(RunAltered, match="sealed"):
        parse_run(changed)


def test_a_torn_last_line_is_dropped(handmade: Handmade) -> None:
    handmade.journal().close()
    data = (handmade.path.parent / "open.run.jsonl").read_bytes()
    last = data.rindex(b"\n", 0, -1) + 1
    for cut in (last + 1, (last + len(data)) // 2, len(data) - 1):
        run = parse_run(data[:cut])
        assert run.seal is None
        assert len(run.acts) == len(handmade.acts) - 1
        assert run.kept == last


def test_a_log_without_its_seal_is_an_unfinished_run(handmade: Handmade) -> None:
    data = handmade.path.read_bytes()
    run = parse_run(data[:-10])
    assert run.seal is None
    assert run.log == ()
    assert data[: run.kept].endswith(b"\n")
    assert b'"line":"log"' not in data[: run.kept]
    assert run.minute == 95


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("format", 2, "format 2"),
        ("seed", -1, "seed"),
        ("seed", True, "seed"),
        ("mode", "exam", "mode"),
        ("trainee", "ann@example.org", "trainee"),
        ("run", "not-a-run", "run"),
        ("host", "workstation", "host"),
    ],
)
def test_a_first_line_that_says_something_else_is_refused(
    handmade: Handmade, key: str, value: object, says: str
) -> None:
    lines = handmade.path.read_bytes().splitlines()
    lines[0] = text_of(json.loads(lines[0]) | {key: value}).encode()
    with pytest.raises(RunFileError, match=says) as caught:
        parse_run(relinked(lines))
    assert caught.value.line == 1
    assert "\n" not in caught.value.one_line()


def test_lines_out_of_their_order_are_refused_even_with_a_chain_that_holds(
    handmade: Handmade,
) -> None:
    lines = handmade.path.read_bytes().splitlines()
    for wrong in (
        [*lines[:2], lines[1], *lines[2:]],
        [*lines[:3], lines[2], *lines[3:]],
        [lines[0], *lines[2:4], lines[1], *lines[4:]],
        [*lines[:4], lines[3], *lines[4:]],
        [*lines, lines[-1]],
        lines[:2],
    ):
        with pytest.raises(RunFileError):
            parse_run(relinked(wrong))


def test_numbers_beyond_the_limits_are_refused(
    handmade: Handmade, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = handmade.path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("simulator.runs.chain.LONGEST_LINE", 1000)
        with pytest.raises(RunFileError, match="longer than"):
            parse_run(data)
    with monkeypatch.context() as patch:
        patch.setattr("simulator.runs.chain.LARGEST_FILE", len(data) - 1)
        with pytest.raises(RunFileError, match="larger than"):
            parse_run(data)
    with monkeypatch.context() as patch:
        patch.setattr("simulator.runs.parsing.MOST_ACTS", 4)
        with pytest.raises(RunFileError, match="acts"):
            parse_run(data)
    with monkeypatch.context() as patch:
        patch.setattr("simulator.runs.parsing.LONGEST_TEXT", 10)
        with pytest.raises(RunFileError, match="text is longer"):
            parse_run(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\x00\xff\n",
        b"hello\nworld\n",
        b"[1,2]\n",
        b"[" * 100_000 + b"\n",
        b"{}\n",
        b"null\n",
    ],
)
def test_another_file_gets_one_clear_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes(data)
    with pytest.raises(RunFileError) as caught:
        read_run(path)
    assert 0 < len(caught.value.one_line()) < 200


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_run(tmp_path / "none.run.jsonl")
    with pytest.raises(ShiftleadError, match="cannot be read"):
        read_run(tmp_path)


def test_an_older_format_is_raised_step_by_step() -> None:
    old = [{"line": "run", "format": 1, "who": "p-1"}, {"line": "act", "at": 3}]
    steps = {
        1: lambda r: {**r, "format": 2} if r["line"] == "run" else r,
        2: lambda r: {("trainee" if k == "who" else k): v for k, v in r.items()} | (
            {"format": 3} if r["line"] == "run" else {}),
    }  # fmt: skip
    new = raised(old, steps, 3)
    assert new == [{"line": "run", "format": 3, "trainee": "p-1"}, {"line": "act", "at": 3}]
    assert old[0]["format"] == 1
    with pytest.raises(RunTooNew, match="reads up to format 2"):
        raised([{"format": 3}], steps, 2)
