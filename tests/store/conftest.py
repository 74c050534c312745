"""Sealed runs that no engine has played, and a store to keep them in."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from scoring.assess import Assessment
from simulator.engine.acts.base import Given
from simulator.engine.acts.shapes import Triage
from simulator.engine.log import LogEntry, Value, digest_of
from simulator.engine.rules import Rules
from simulator.runs.acts_json import rules_table
from simulator.runs.journal import Journal
from simulator.runs.lines import FIRST, Named, RulesLine, RulesRef, RunLine, TextLine, table_hash
from simulator.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASSESSED = Assessment("core", "1.0.0", "1" * 32, (), {})
DATA: dict[str, Value] = {"act": "triage", "number": 0, "minutes": 2}
LOG = tuple(
    LogEntry(n, 5 * n, "act.given", "lead", "lead", "lead", -1, True, DATA) for n in range(4)
)


@dataclass
class Maker:
    """Makes run files in a folder of its own."""

    folder: Path
    assessed: Assessment = ASSESSED

    def run(self, sealed: bool = True, seed: int = 7, trainee: str = "p-1") -> Path:
        """One run file, finished or not."""
        run = str(uuid.uuid4())
        table = rules_table(Rules())
        head = RunLine(
            run=run,
            scenario=Named(id="a-shift", version="1.0.0", hash="0" * 16),
            rubric=Named(id="core", version="1.0.0", hash="1" * 32),
            rules=RulesRef(epoch=1, hash=table_hash(table)),
            seed=seed,
            luck=0,
            mode="practice",
            by="person",
            trainee=trainee,
            cohort="",
            parent=None,
            program="0.1.0",
            prev=FIRST,
        )
        texts = [TextLine(name="a.yaml", text="title: x\n", prev=FIRST)]
        path = self.folder / f"{run}.run.jsonl"
        with Journal.begin(path, head, texts, RulesLine(table=table, prev=FIRST)) as journal:
            journal.act(Given(0, 3, Triage("desk.1")))
            if sealed:
                journal.seal(LOG, LOG[-1].at, digest_of(LOG), ASSESSED.digest())
        return path


@pytest.fixture
def maker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Maker:
    # The texts of these runs are no scenario; what the score is does not matter to the store.
    monkeypatch.setattr("simulator.store.store.score_run", lambda run: ASSESSED)
    monkeypatch.setattr("simulator.store.firsts.is_tutorial", lambda run: False)
    return Maker(tmp_path / "runs")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'shiftlead.db'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as opened:
        yield opened
