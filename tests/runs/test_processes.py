"""A shipped scenario, played in processes of their own: killed, resumed, and compared."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine.acts.base import Given
from simulator.engine.acts.shapes import SHAPES
from simulator.runs.file import read_run
from simulator.runs.playable import scenario_at
from simulator.runs.session import Session
from simulator.runs.verify import verify
from tests.runs.filling import filled

if TYPE_CHECKING:
    from pathlib import Path

PLAYER = """
import sys
from pathlib import Path
from simulator.engine.acts.shapes import Triage
from simulator.runs.file import read_run
from simulator.runs.playable import scenario_at
from simulator.runs.session import Session

folder, end = Path(sys.argv[1]), int(sys.argv[2])
if list(folder.glob("*.run.jsonl")):
    session = Session.resume(next(folder.glob("*.run.jsonl")))
else:
    session = Session.start(scenario_at("payroll-friday"), folder, 11)
acted = {given.at for given in read_run(session.path).acts}
while not session.over and session.now < end:
    waiting = [ticket.id for ticket in session.view.waiting()]
    if session.now % 3 == 0 and waiting and session.now not in acted:
        answer = session.give(Triage(waiting[0]), "look")
        print("act", answer.given.number, session.now, flush=True)
    session.advance()
    print("minute", session.now, flush=True)
    if "in-step" in sys.argv:
        sys.stdin.readline()
if session.over:
    session.finish()
    print("digest", session.state.running_digest.hexdigest())
    print("score", session.assessment.digest())
session.close()
"""


def run(folder: Path, end: int, hashseed: str = "random", *how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PLAYER, str(folder), str(end), *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": hashseed},
    )


def told(folder: Path, hashseed: str) -> list[str]:
    out, _ = run(folder, 10_000, hashseed).communicate(timeout=120)
    return out.splitlines()


def test_two_processes_with_other_hash_seeds_play_the_same(tmp_path: Path) -> None:
    one, two = told(tmp_path / "a", "1"), told(tmp_path / "b", "4242")
    assert one == two
    assert one[-2].startswith("digest ")
    assert one[-1].startswith("score ")


def test_a_killed_process_is_resumed_at_the_same_minute_and_ends_the_same(tmp_path: Path) -> None:
    whole = told(tmp_path / "whole", "1")
    folder = tmp_path / "killed"
    for wanted in ("minute 25", "minute 71", "minute 72"):
        # In step with its reader, so that a slow reader does not let it run to the end.
        with run(folder, 10_000, "random", "in-step") as process:
            assert process.stdin is not None
            assert process.stdout is not None
            lines: list[str] = []
            while wanted not in lines:
                if lines and lines[-1].startswith("minute"):
                    process.stdin.write("\n")
                    process.stdin.flush()
                lines.append(process.stdout.readline().strip())
                assert lines[-1], "the player ended early"
            process.kill()
            lines += process.stdout.read().splitlines()
        path = next(folder.glob("*.run.jsonl"))
        reached = max(int(line.split()[1]) for line in lines if line.startswith("minute"))
        with Session.resume(path) as session:
            # The kill may have come between the minute's end and the line that tells of it.
            assert reached <= session.now <= reached + 1
            acts = [given.number for given in read_run(path).acts]
        acknowledged = [int(line.split()[1]) for line in lines if line.startswith("act")]
        assert set(acknowledged) <= set(acts)
    assert told(folder, "7")[-2:] == whole[-2:]
    assert verify(path).verdict == "same"


def test_a_finished_run_of_a_shipped_scenario_is_the_same_elsewhere(tmp_path: Path) -> None:
    told(tmp_path, "3")
    path = next(tmp_path.glob("*.run.jsonl"))
    assert verify(path).verdict == "same"
    size = path.stat().st_size
    assert size < 1024 * 1024
    code = (
        "import sys; from pathlib import Path; from simulator.runs.verify import verify\n"
        "print(verify(Path(sys.argv[1])).verdict)"
    )
    out = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "99"},
    )
    assert out.stdout.strip() == "same"


@pytest.mark.parametrize("seed", range(4))
def test_acts_about_things_that_are_not_there_are_refused_and_never_break_a_replay(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    ids = ["priya", "nobody", "portal", "desk.1", "first", "", "lead", "desk", "cfo", "x" * 2000]

    def act(shape: Any) -> Any:
        return filled(
            shape, lambda: chance.choice(ids), lambda: chance.choice((-1, 0, 1, 4, 2**31 - 1))
        )

    with Session.start(scenario_at("payroll-friday"), tmp_path, seed) as session:
        while not session.over:
            for shape in chance.sample(SHAPES, 3):
                session.give(act(shape))
            session.advance(chance.randrange(1, 6))
        session.finish()
    run = read_run(session.path)
    assert all(isinstance(given, Given) for given in run.acts)
    assert verify(session.path).verdict == "same"
