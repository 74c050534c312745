"""What a person says about a level: kept beside what the engine says, never in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.rubric import Filling

if TYPE_CHECKING:
    from scoring.rubric import Value

TRAINEE = "trainee"
"""The rater of a contest."""
TRAINER = "trainer:"
"""What the rater of an override begins with; the trainer's pseudonym follows."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A second filling of one criterion of one run, with its reason."""

    filling: Filling
    because: str
    """In the rater's own words."""

    @property
    def by_trainer(self) -> bool:
        """Whether it is an override; else it is a contest."""
        return self.filling.rater.startswith(TRAINER)


def judgement(rater: str, criterion: str, level: Value | None, because: str) -> Judgement:
    """Return what a rater says; no level says that there was no opportunity."""
    filling = Filling(criterion, level, "" if level else "no opportunity", None, (), rater)
    return Judgement(filling, because)


def latest(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """Return what each rater said last about each criterion, in the order it was said first."""
    found = {(one.filling.rater, one.filling.criterion): one for one in judgements}
    return tuple(found.values())
