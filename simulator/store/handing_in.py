"""Handing a run in: first what leaves, to whom and for how long; then, if the trainee agrees, it.

What may not leave is refused here, before anything is shown: a run that is unfinished or does not
follow from its acts, a tutorial, a trial, a trainee's first shift, and a script's run for an
assessment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.build import RUNG
from scoring.debrief.lines import points_words
from simulator.errors import RunDiffers, WrongUse
from simulator.runs.file import parse_run
from simulator.runs.side import Side
from simulator.runs.trials import is_trial
from simulator.runs.verify import verify_bytes
from simulator.store.cohorts import Cohort, checked_id, cohort, months_later
from simulator.store.connect import shown
from simulator.store.firsts import is_first, is_tutorial
from simulator.store.hand_ins import hand_in
from simulator.store.judgements import contests, hand_in_contests

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from scoring.judgement import Judgement
    from simulator.runs.contents import RunFile
    from simulator.store.rows import Row
    from simulator.store.store import Store

SEES: Mapping[str, str] = {
    "aggregate": "figures of groups of at least five people; no single shift",
    "pseudonymous": "single shifts under a pseudonym, which stands for you in this cohort only",
    "named": "single shifts with your id",
}
"""What each word for who sees what means to a trainee."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A run that may be handed in, and everything its trainee is told before it is."""

    row: Row
    data: bytes
    """The run file, as it would leave."""
    run: RunFile
    cohort: Cohort
    trainee: str
    """The id it would be handed in under."""
    until: date
    """The last day on which the cohort has it."""
    where: str
    """The store that it would be in."""
    contests: tuple[Judgement, ...] = ()
    """What the trainee contests and hands in along."""

    @property
    def words(self) -> int:
        """How many acts have words beside them that the trainee typed."""
        return sum(bool(act.words) for act in self.run.acts)

    def leaves(self) -> list[str]:
        """Return what leaves, a line each."""
        acts, words = len(self.run.acts), self.words
        return [
            f"the run file: scenario, rules, seed, {_count(acts, 'act')} with their minutes, log",
            f"the words you typed beside {_count(words, 'act')}"
            if words
            else "no words of yours: you typed none beside an act",
            "its score and levels, and the dates on which you began and ended it",
            *self._contested(),
            f"your id {self.trainee}, and that the acts came from a {self.row.source}",
        ]

    def _contested(self) -> list[str]:
        many = len(self.contests)
        return [f"{_count(many, 'level')} that you contest, and why"] if many else []

    def stays(self) -> list[str]:
        """Return what stays with the trainee, a line each."""
        contests = "" if self.contests else " and contests"
        return [
            "your other shifts, and what you tried again from a moment of this one",
            f"your own words, ratings{',' if contests else ' and'} plans{contests}",
            "no time of day, no pause, no key pressed and no machine was ever kept",
        ]

    def shift(self) -> str:
        """Return which shift it is, in words."""
        row = self.row
        score = points_words(row.score, "score {}")
        mode = "an assessment" if row.mode == "assessment" else "practice"
        return f"{row.scenario} {row.scenario_version}, seed {row.seed}, {mode}, {score}"

    def lines(self) -> list[str]:
        """Return everything the trainee is told, for people."""
        return [
            f"Shift:     {self.shift()}",
            f"Cohort:    {self.cohort.id}",
            f"Purpose:   {self.cohort.purpose}",
            f"They see:  {SEES[self.cohort.sees]}",
            f"Until:     {self.until.isoformat()}, then the cohort lets it go",
            f"Store:     {self.where}; whoever keeps it can open the run file itself",
            "",
            "What leaves:",
            *(f"- {line}" for line in self.leaves()),
            "What stays with you:",
            *(f"- {line}" for line in self.stays()),
            "",
            RUNG,
        ]

    def record(self, done: bool) -> dict[str, object]:
        """Return the same as a JSON object; `done` says whether it was handed in."""
        return {
            "run": self.row.id,
            "cohort": self.cohort.id,
            "purpose": self.cohort.purpose,
            "sees": self.cohort.sees,
            "until": self.until.isoformat(),
            "trainee": self.trainee,
            "store": self.where,
            "leaves": self.leaves(),
            "stays": self.stays(),
            "claim": RUNG,
            "handed_in": done,
        }


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def offer(
    own: Store,
    run: str,
    kept: Store,
    ident: str,
    trainee: str,
    today: date,
    with_contests: bool = False,
) -> Offer:
    """Return what handing in would mean; `kept` is the store that the cohort is in.

    `trainee` is the id to hand it in under, "" for the one it was played under. Contests stay
    with the trainee unless they are asked for. Raises `NotFound`
    for an unknown run or cohort, `WrongUse` for a run that may not leave or has no id, and
    `RunDiffers` for one that does not follow from its acts.
    """
    group = cohort(kept, ident)
    row = own.find(run)
    data = own.file(row.id)
    found = parse_run(data)
    may_leave(own, row, found)
    _fits(row, group)
    name = checked_id(trainee) if trainee else row.trainee
    if not name:
        raise WrongUse("This shift was played without an id.", "Name yours with --trainee ID.")
    verdict = verify_bytes(data)
    if verdict.verdict not in ("same", "other-rules"):
        raise RunDiffers(verdict.message, f"shiftlead verify {row.id} says more.")
    until = months_later(today, group.months)
    said = contests(own, row.id) if with_contests else ()
    return Offer(row, data, found, group, name, until, shown(kept.url), said)


def may_leave(own: Store, row: Row, run: RunFile) -> None:
    """Raise `WrongUse` for a run that stays with its trainee, whatever they say."""
    if is_tutorial(run):
        raise WrongUse("A tutorial is never handed in.", "It stays with you.")
    if is_trial(run):
        raise WrongUse(
            "A trial from a moment of a shift is no attempt, so it is never handed in.",
            "Hand in a shift that you played from its beginning.",
        )
    if is_first(own, row.id):
        raise WrongUse(
            "A first shift never counts, so it is never handed in.", "Hand in a later one."
        )


def _fits(row: Row, group: Cohort) -> None:
    """Raise `WrongUse` for a run that is not of the kind which a cohort takes."""
    if group.assessment and row.source == "script":
        raise WrongUse(
            f"{group.id} is an assessment, and a script played this shift.",
            "Play it yourself with --mode assessment.",
        )
    if group.assessment and row.mode != "assessment":
        raise WrongUse(
            f"{group.id} is an assessment, and this shift was practice.",
            "Practice stays with you; play with --mode assessment.",
        )


def accept(made: Offer, kept: Store, today: date) -> date:
    """Hand it in; return the last day on which the cohort has it.

    Where the cohort's store is not the trainee's own, the run is copied there first.
    """
    side = Side(started=made.row.started, ended=made.row.ended)
    copied = kept.add(made.data, side)
    until = hand_in(kept, made.row.id, made.cohort.id, today, made.trainee, copied)
    if made.contests:
        hand_in_contests(kept, made.row.id, made.cohort.id, made.contests, today)
    return until
