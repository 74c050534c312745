"""What scripted leads can show about a scenario: every shipped lead, over seeds and over lucks.

The reference leads play the first seed again under other lucks, so that what chance alone moves
stands beside what the seeds do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from simulator.runs.asking import asked
from simulator.runs.balance.choices import about_choices
from simulator.runs.balance.criteria import Threshold, about_criteria, thresholds
from simulator.runs.balance.forms import about_forms
from simulator.runs.balance.leads import about_leads
from simulator.runs.balance.pace import about_pace
from simulator.runs.balance.trials import Finding, Trial, Trials, role_of
from simulator.runs.outcomes import middle
from simulator.runs.pool import spread_out
from simulator.runs.prose import prose
from simulator.runs.simulate import Shift, Stage, judged, spread, stage, summary
from simulator.runs.watched import Watched
from simulator.strategies.protocol import play
from simulator.strategies.registry import LEADS, REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.engine.acts.base import Given
    from simulator.runs.playable import Playable

LUCKS = 8
"""Other lucks under which the reference leads play the first seed again, at most."""

NOT_SHOWN = (
    "Scripted leads show that scenario, rules and rubric fit together. Fairness to people is not "
    "among what they can show, nor that a figure means anything about a person: that takes people."
)
"""What no calibration says."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the shifts of one scenario showed."""

    trials: Trials
    findings: tuple[Finding, ...]
    thresholds: tuple[Threshold, ...]

    def order(self) -> dict[str, int]:
        """Return the leads' median scores, the highest first."""
        return self.trials.medians(self.trials.by_lead)

    def record(self) -> dict[str, object]:
        """Return it as the JSON object of `calibrate --json`."""
        return {
            "scenario": self.trials.world.id,
            "strategies": {lead: self.of(lead) for lead in self.order()},
            "thresholds": [one.record() for one in self.thresholds],
            "findings": [one.record() for one in self.findings],
            "not_shown": NOT_SHOWN,
        }

    def of(self, lead: str) -> dict[str, object]:
        """Return what one lead's shifts come to.

        `behind` is in points, from the best reference lead; `lucks` has the scores of the first
        seed alone, and `words` is the median of the words read (see `prose`).
        """
        runs = [trial.run for trial in self.trials.by_lead[lead]]
        all_of_it = summary(runs)
        best = next(iter(self.trials.medians(REFERENCE).values()), None)
        median = self.trials.median(lead)
        return {
            **spread([run.score for run in runs]),
            "role": role_of(lead),
            "runs": len(runs),
            "acceptable": all_of_it["acceptable"],
            "behind": None if best is None or median is None else best - median,
            "lucks": self.lucks(lead),
            "words": middle([trial.words for trial in self.trials.by_lead[lead]]),
            "competencies": all_of_it["competencies"],
        }

    def lucks(self, lead: str) -> dict[str, int | None] | None:
        """Return how a lead's score on the first seed moved with luck alone; None if not tried."""
        first = self.trials.by_lead[lead][0].seed
        own = [one for one in self.trials.all if one.lead == lead and one.seed == first]
        return spread([one.run.score for one in own]) if len(own) > 1 else None


def shifts_of(seeds: Sequence[int]) -> list[Shift]:
    """Return what a calibration over these seeds plays."""
    over_seeds = [Shift(lead, seed) for lead in LEADS for seed in seeds]
    lucks = range(1, min(LUCKS, len(seeds)))
    return over_seeds + [Shift(lead, seeds[0], luck) for lead in REFERENCE for luck in lucks]


def trials(scenario: Playable, shifts: Sequence[Shift], jobs: int = 1) -> Iterator[Trial]:
    """Yield one trial for each shift, in their order, whatever the number of jobs.

    Raises `WrongUse` for less than one job.
    """
    return spread_out(scenario, partial(stage, tuple(LEADS)), _trial, shifts, jobs)


def _trial(on: Stage, shift: Shift) -> Trial:
    watched, given = Watched(on.makers[shift.strategy]()), list["Given"]()
    state = play(on.scenario.world, watched, shift.seed, shift.luck, given)
    kinds = sorted({one.act.kind for one in given})
    run = judged(on.scenario, shift.seed, state)
    answers, words = tuple(watched.answers), prose(state).read
    scenes = {str(e.data["scene"]): None for e in state.log if e.kind == "scene.opened"}
    opened = tuple(scenes)
    return Trial(
        shift.strategy, shift.luck, run, tuple(kinds), answers, words, opened, asked(state.log)
    )


def calibration(scenario: Playable, played: Sequence[Trial]) -> Calibration:
    """Return what these trials show, findings in the order of their codes."""
    all_of_them = Trials(scenario.world, scenario.rubric, played)
    found = [
        finding
        for about in (about_leads, about_choices, about_criteria, about_forms, about_pace)
        for finding in about(all_of_them)
    ]
    found.sort(key=lambda one: one.code)
    return Calibration(all_of_them, tuple(found), tuple(thresholds(all_of_them)))
