"""From the first minute of a shipped scenario to the shelf: a run on its way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Brief
from simulator.runs.playable import scenario_at
from simulator.runs.score import score_run
from simulator.runs.session import Session
from simulator.runs.verify import verify_bytes
from simulator.store.outbox import deliver
from simulator.store.places import Places
from simulator.store.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2025, 11, 21)


def test_a_played_run_reaches_the_store_with_its_score_and_can_be_checked_there(
    tmp_path: Path, url: str
) -> None:
    with Shelf(found=Places(url, tmp_path / "runs")) as shelf:
        with Session.start(scenario_at("payroll-friday"), shelf.folder, 10, today=DAY) as session:
            session.give(Brief("oldest"))
            session.advance(60)
        (row,) = shelf.rows()
        assert (row.state, row.minute, row.score, row.started) == ("unfinished", 60, None, DAY)
        with Session.resume(shelf.unfinished()[0].path or tmp_path) as session:
            session.advance(1000)
            assessment = session.finish(DAY)
        assert [row.state for row in shelf.local()] == ["waiting"]
        assert len(deliver(shelf.folder, shelf.store).stored) == 1
        assert list(shelf.folder.iterdir()) == []
        (row,) = shelf.rows()
        assert (row.state, row.score, row.ended) == ("finished", assessment.total(), DAY)
        assert row.scores() == {
            name: (score.points, score.of) for name, score in assessment.scores.items()
        }
        assert score_run(shelf.read(row.id[:8])) == assessment
        assert verify_bytes(shelf.data(row.id)).verdict == "same"
