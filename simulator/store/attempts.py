"""One person's shifts of the same scenario, as far as they are kept here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.attempts import Attempt
from scoring.rubric import Score

if TYPE_CHECKING:
    from simulator.runs.contents import RunFile
    from simulator.store.rows import Row
    from simulator.store.shelf import Shelf


def attempts(runs: Shelf, run: RunFile) -> tuple[Attempt, ...]:
    """Return the shifts of a run's scenario that its trainee played to their ends, it among them.

    Trials of a moment are none of them, nor are a script's shifts among a person's. Empty where the
    run itself is not kept here.
    """
    head = run.head
    rows = [
        row
        for row in runs.store().runs(scenario=head.scenario.id, trainee=head.trainee)
        if row.source == head.by and not row.parent
    ]
    if all(row.id != head.run for row in rows):
        return ()
    return tuple(_attempt(row, head.run) for row in rows)


def _attempt(row: Row, here: str) -> Attempt:
    scores = {name: Score(*exact).printed() for name, exact in row.scores().items()}
    day = row.ended.isoformat() if row.ended else ""
    return Attempt(day, row.seed, scores, row.score, row.id == here)
