"""All shifts of a cohort under a newer rubric, one file in memory at a time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scoring.cohort.moves import Between, Moves
from simulator.errors import NotFound, ScenarioUnusable, WrongUse
from simulator.runs.file import parse_run
from simulator.runs.rescore import Rescorer
from simulator.store.exported import pages_of_runs
from simulator.store.rescored import keep_rescored

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from scoring.assess import Assessment
    from scoring.cohort.handed import Handed
    from simulator.store.store import Store


class CohortRescored:
    """What a newer rubric moves in a cohort.

    New assessments are kept beside those of the day, which stay.
    """

    def __init__(self, store: Store, cohort: str, today: date, file: Path | None = None) -> None:
        self.store, self.cohort, self.today = store, cohort, today
        self.rescorer = Rescorer(file)
        self.moves: dict[Between, Moves] = {}
        self.left_out: Counter[str] = Counter()
        """Shifts that the newer rubric does not fit, by why."""

    def steps(self) -> Iterator[str]:
        """Score every shift that was handed in and is still kept; yield its id.

        Raises `NotFound` for a file that is not there, and `WrongUse` where it fits no shift.
        """
        for page in pages_of_runs(self.store, self.cohort, self.today):
            made = []
            for handed in page:
                after = self._rescored(handed)
                if after is not None and after != handed.assessment:
                    made.append((handed.run, after))
                yield handed.run
            keep_rescored(self.store, made, self.today)
        if self.left_out and not self.moves:
            raise WrongUse(next(iter(self.left_out)), "No shift of the cohort fits that file.")

    def _rescored(self, handed: Handed) -> Assessment | None:
        run = parse_run(self.store.file(handed.run))
        try:
            found = self.rescorer.rescored(run, handed.assessment)
        except NotFound:
            raise
        except (WrongUse, ScenarioUnusable) as error:
            self.left_out[error.message] += 1
            return None
        before, after = found.before, found.after
        between = Between(
            handed.scenario,
            handed.scenario_version,
            f"{before.rubric} {before.version}",
            f"{after.rubric} {after.version}",
            after.structure,
        )
        self.moves.setdefault(between, Moves(between)).add(handed, after, found.moved)
        return after
