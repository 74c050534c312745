"""What people say about levels, on the arithmetic page: beside the engine's, which stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.assess import overridden
from scoring.judgement import TRAINER, latest

if TYPE_CHECKING:
    from scoring.assess import Assessment
    from scoring.judgement import Judgement
    from scoring.rubric import Competency, Rubric, Score


@dataclass(frozen=True, slots=True)
class Said:
    """One level that somebody else sees otherwise, or the same."""

    criterion: str
    engine: int | None
    level: int | None
    """None: there was no opportunity."""
    trainer: str
    """The trainer's pseudonym, "" for the trainee."""
    because: str


@dataclass(frozen=True, slots=True)
class Beside:
    """All that people say about one run."""

    said: tuple[Said, ...] = ()
    with_trainers: tuple[tuple[Competency, Score], ...] = ()
    """Competencies that come out otherwise with the levels that trainers set."""


NOBODY = Beside()
"""Where nobody says anything."""


def beside(rubric: Rubric, assessment: Assessment, judgements: tuple[Judgement, ...]) -> Beside:
    """Return what people say about the levels of a run; of unknown criteria nothing is told."""
    levels = {filling.criterion: filling.level for filling in assessment.fillings}
    known = [one for one in latest(judgements) if one.filling.criterion in levels]
    scores = overridden(rubric, assessment, [one.filling for one in known])
    return Beside(
        tuple(
            Said(
                criterion=one.filling.criterion,
                engine=levels[one.filling.criterion],
                level=one.filling.level,
                trainer=one.filling.rater.removeprefix(TRAINER) if one.by_trainer else "",
                because=one.because,
            )
            for one in known
        ),
        tuple(
            (name, score) for name, score in scores.items() if score != assessment.scores.get(name)
        ),
    )


def said_words(one: Said) -> str:
    """Return one of them in words."""
    who = f"trainer {one.trainer} says" if one.trainer else "you say"
    return f"the engine says {_level(one.engine)}, {who} {_level(one.level)}: {one.because}"


def score_words(score: Score) -> str:
    """Return a score with a trainer's levels in words."""
    return f"{score.printed()} of 100 ({score.points} of {score.of} points)"


def _level(level: int | None) -> str:
    return "no opportunity" if level is None else str(level)
