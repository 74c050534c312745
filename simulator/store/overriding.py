"""A trainer's level for a shift that was handed in: checked, then kept beside the engine's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sqlalchemy import select

from scoring.assess import overridden
from scoring.debrief.lines import points_words
from scoring.judgement import TRAINER
from simulator.errors import NotFound, WrongUse
from simulator.runs.file import parse_run
from simulator.runs.judging import judged
from simulator.runs.playable import scenario_from
from simulator.store.assessed import assessment_of
from simulator.store.cohorts import checked_id
from simulator.store.exporting import codes_of
from simulator.store.judgements import judgements, keep_override
from simulator.store.shelf import SHORTEST
from simulator.store.tables import HAND_INS

if TYPE_CHECKING:
    from datetime import date

    from scoring.rubric import Value
    from simulator.store.cohorts import Cohort
    from simulator.store.store import Store


@dataclass(frozen=True, slots=True)
class Overridden:
    """What an override changes beside the engine's word."""

    engine: int | None
    """The engine's level; None where there was no opportunity."""
    scores: tuple[tuple[str, str, str], ...]
    """Competencies that come out otherwise: the engine's score, and with trainers' levels."""


def override(
    store: Store,
    cohort: Cohort,
    run: str,
    criterion: str,
    level: int,
    because: str,
    trainer: str,
    today: date,
) -> Overridden:
    """Keep a trainer's level; return what it changes.

    `run` is a run's id, the beginning of one, or its pseudonym in the cohort's export. Raises
    `NotFound` for a run that the cohort does not have, `WrongUse` for a cohort whose people see no
    single shift, and what `judged` raises.
    """
    if cohort.sees == "aggregate":
        raise WrongUse(
            f"The people of {cohort.id} see groups only; so it was said before handing in.",
            "A level is set by somebody who may see the shift.",
        )
    codes = codes_of(cohort)
    full = run_in_cohort(store, cohort, run)
    row, file = store.find(full), parse_run(store.file(full))
    who = checked_id(trainer)
    name = who if cohort.sees == "named" else codes.person(f"trainer:{who}")
    said = judged(file, f"{TRAINER}{name}", criterion, cast("Value", level), because)
    keep_override(store, full, cohort.id, said, today)
    assessment = assessment_of(row.assessment, full)
    fillings = [one.filling for one in judgements(store, full)]
    scores = overridden(scenario_from(file.texts).rubric, assessment, fillings)
    return Overridden(
        assessment.filling(criterion).level,
        tuple(
            (name, points_words(assessment.scores[name].printed()), points_words(score.printed()))
            for name, score in scores.items()
            if score != assessment.scores[name]
        ),
    )


def run_in_cohort(store: Store, cohort: Cohort, run: str) -> str:
    """Return the id of a run of a cohort; raises `NotFound` where there is none or several."""
    codes = codes_of(cohort)
    query = select(HAND_INS.c.run).where(HAND_INS.c.cohort == cohort.id)
    with store.reading() as connection:
        ids: list[str] = list(connection.execute(query).scalars())
    found = [
        one
        for one in ids
        if run == codes.run(one) or (len(run) >= SHORTEST and one.startswith(run))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(f'More than one run begins with "{run[:40]}".', "Give more of the id.")
    raise NotFound(
        f'{cohort.id} has no run "{run[:40]}".',
        f"shiftlead cohort export --cohort {cohort.id} --format csv names them.",
    )
