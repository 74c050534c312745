from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from io import FileIO
from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts.base import Given
from simulator.engine.acts.shapes import Triage
from simulator.engine.log import digest_of
from simulator.errors import CannotWrite, RunLocked, RunOver
from simulator.runs.file import parse_run, read_run
from simulator.runs.journal import Journal, is_open
from simulator.runs.lock import Lock
from simulator.runs.side import Side, read_side, side_path, write_side

if TYPE_CHECKING:
    from pathlib import Path

    from tests.runs.conftest import Handmade


def test_an_act_is_on_disk_when_it_is_acknowledged(handmade: Handmade) -> None:
    with handmade.journal(acts=1) as journal:
        journal.act(Given(1, 20, Triage("desk.9"), "now"))
        seen = parse_run(journal.path.read_bytes())
        assert seen.acts[-1] == Given(1, 20, Triage("desk.9"), "now")


def test_a_journal_goes_on_where_it_was(handmade: Handmade) -> None:
    handmade.journal(acts=2).close()
    path = handmade.path.parent / "open.run.jsonl"
    with path.open("ab") as file:
        file.write(b'{"act":{"kind":"tri')
    journal, run = Journal.reopen(path)
    assert len(run.acts) == 2
    journal.act(Given(2, 30, Triage("desk.3")))
    journal.seal(handmade.log, 110, digest_of(handmade.log), "b" * 32)
    journal.close()
    whole = read_run(path)
    assert len(whole.acts) == 3
    assert whole.seal is not None


def test_a_log_cut_off_before_its_seal_is_cleared_away_on_reopening(handmade: Handmade) -> None:
    data = handmade.path.read_bytes()
    handmade.path.write_bytes(data[:-1])
    journal, _ = Journal.reopen(handmade.path)
    journal.seal(handmade.log, 110, digest_of(handmade.log), "a" * 32)
    journal.close()
    assert handmade.path.read_bytes() == data


def test_a_finished_run_is_not_written_on(handmade: Handmade) -> None:
    with pytest.raises(RunOver):
        Journal.reopen(handmade.path)
    assert not is_open(handmade.path)


def test_a_run_is_never_begun_over_another(handmade: Handmade) -> None:
    before = handmade.path.read_bytes()
    with pytest.raises(RunOver):
        Journal.begin(handmade.path, *handmade.start())
    assert handmade.path.read_bytes() == before


def test_a_full_disk_leaves_a_whole_file_and_says_so(
    handmade: Handmade, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = handmade.journal(acts=2)
    before = journal.path.read_bytes()

    class Full(FileIO):
        def write(self, data: object) -> int:
            if self.tell() > len(before) + 40:
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().write(bytes(data)[:50])  # type: ignore[call-overload]

    file = Full(journal.path, "r+b")
    file.seek(0, os.SEEK_END)
    with monkeypatch.context() as patch:
        patch.setattr(journal, "_file", file)
        with pytest.raises(CannotWrite, match="No space left"):
            journal.act(Given(2, 30, Triage("desk.3")))
    file.close()
    assert journal.path.read_bytes() == before
    journal.act(Given(2, 31, Triage("desk.4")))
    journal.close()
    assert read_run(journal.path).acts[-1].at == 31


def test_a_second_window_is_turned_away_while_the_first_lives(handmade: Handmade) -> None:
    journal = handmade.journal()
    assert is_open(journal.path)
    with pytest.raises(RunLocked, match="already"):
        Journal.reopen(journal.path)
    code = (
        "import sys; from pathlib import Path; from simulator.runs.journal import Journal\n"
        "from simulator.errors import RunLocked\n"
        "try:\n    Journal.reopen(Path(sys.argv[1]))\n"
        "except RunLocked as e:\n    print(e.message)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(journal.path)], capture_output=True, text=True, check=True
    )
    assert f"process {os.getpid()}" in told.stdout
    journal.close()
    assert not is_open(journal.path)
    Journal.reopen(journal.path)[0].close()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"pid": "12"}',
        '{"pid": -1}',
        '{"pid": 99999999999999}',
        "GONE",
        "OWN NUMBER, ANOTHER PROCESS",
    ],
)
def test_the_lock_of_a_process_that_is_gone_is_taken_over(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.lock"
    if text == "GONE":
        gone = subprocess.Popen([sys.executable, "-c", ""])
        gone.wait()
        text = json.dumps({"pid": gone.pid, "began": ""})
    elif text.startswith("OWN"):
        text = json.dumps({"pid": os.getpid(), "began": "1"})
    path.write_text(text, encoding="utf-8")
    lock = Lock(path)
    assert not lock.living()
    lock.take()
    assert json.loads(path.read_text(encoding="utf-8"))["pid"] == os.getpid()
    lock.free()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells it by a file")
def test_a_number_that_came_round_again_is_not_taken_for_the_process(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    path.write_text(json.dumps({"pid": os.getppid(), "began": "1"}), encoding="utf-8")
    lock = Lock(path)
    lock.take()
    lock.free()


WRITER = """
import sys
from pathlib import Path
from simulator.engine.acts.base import Given
from simulator.engine.acts.shapes import Triage
from simulator.runs.journal import Journal
journal, run = Journal.reopen(Path(sys.argv[1]))
for number in range(len(run.acts), 20_000):
    journal.act(Given(number, 100, Triage(f"desk.{number}"), "x" * (number % 700)))
    print(number, flush=True)
"""


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(handmade: Handmade) -> None:
    handmade.journal().close()
    path = handmade.path.parent / "open.run.jsonl"
    acknowledged = len(handmade.acts) - 1
    for few in (3, 17):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            for _ in range(few):
                acknowledged = int(writer.stdout.readline())
            writer.kill()
            # What it had said before it died was acknowledged too.
            rest = writer.stdout.read().split()
            acknowledged = max([acknowledged, *map(int, rest)])
        journal, run = Journal.reopen(path)
        journal.close()
        assert [given.number for given in run.acts] == list(range(len(run.acts)))
        assert len(run.acts) - 1 >= acknowledged


def test_the_side_file_keeps_dates_and_the_minute_only(tmp_path: Path) -> None:
    run = tmp_path / "a.run.jsonl"
    assert read_side(run) == Side()
    write_side(run, Side(minute=41))
    assert read_side(run).minute == 41
    assert set(json.loads(side_path(run).read_text(encoding="utf-8"))) == {
        "started",
        "ended",
        "minute",
    }
    side_path(run).write_text('{"minute": "soon"', encoding="utf-8")
    assert read_side(run) == Side()
    assert [path.name for path in tmp_path.iterdir()] == ["a.side.json"]
