"""Second assessments of stored runs, kept beside the first, which nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from simulator.store.assessed import assessment_of
from simulator.store.tables import RESCORED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scoring.assess import Assessment
    from simulator.store.store import Store


def keep_rescored(store: Store, made: Sequence[tuple[str, Assessment]], today: date) -> None:
    """Keep what a newer rubric says about runs; the same rubric's earlier word is replaced."""
    with store.writing() as connection:
        for run, one in made:
            same = (RESCORED.c.run == run) & (RESCORED.c.rubric_hash == one.structure)
            connection.execute(delete(RESCORED).where(same))
            connection.execute(
                insert(RESCORED).values(
                    run=run,
                    rubric_hash=one.structure,
                    score=one.total(),
                    assessment=one.canonical().decode(),
                    scored=today,
                )
            )


def second_assessments(store: Store, run: str) -> list[Assessment]:
    """Return what newer rubrics said about a run, in the order of the days they were asked."""
    query = (
        select(RESCORED.c.assessment)
        .where(RESCORED.c.run == run)
        .order_by(RESCORED.c.scored, RESCORED.c.rubric_hash)
    )
    with store.reading() as connection:
        return [assessment_of(text, run) for text in connection.execute(query).scalars()]
