"""Assessments as the store keeps them: their canonical JSON, read back."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from scoring.assess import Assessment
from scoring.rubric import Competency, Filling, Score, Value
from simulator.errors import StoreUnavailable

_Reason = Literal["", "no opportunity", "prevented", "set aside"]
_Filling = tuple[str, Value | None, _Reason, int | None, tuple[int, ...], str]


class _Stored(BaseModel):
    """What `Assessment.canonical` writes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rubric: str
    version: str
    structure: str
    fillings: tuple[_Filling, ...]
    scores: dict[Competency, tuple[int, int, str]]


def assessment_of(text: str, run: str) -> Assessment:
    """Return an assessment from its canonical JSON.

    Raises `StoreUnavailable` for a text that is none, naming the run that it stands with.
    """
    try:
        stored = _Stored.model_validate_json(text)
    except ValidationError:
        raise StoreUnavailable(
            f"The stored assessment of run {run} is damaged.", "Restore a backup."
        ) from None
    return Assessment(
        stored.rubric,
        stored.version,
        stored.structure,
        tuple(Filling(*one) for one in stored.fillings),
        {name: Score(*score) for name, score in stored.scores.items()},
    )
