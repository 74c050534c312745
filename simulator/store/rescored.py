"""Second assessments of stored runs, kept beside the first, which nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from simulator.store.assessed import assessment_of
from simulator.store.tables import RESCORED

if TYPE_CHECKING:
    from datetime import date

    from scoring.assess import Assessment
    from simulator.store.store import Store


def keep_rescored(store: Store, run: str, made: Assessment, today: date) -> None:
    """Keep what a newer rubric says about a run; the same rubric's earlier word is replaced."""
    with store.writing() as connection:
        connection.execute(
            delete(RESCORED).where(RESCORED.c.run == run, RESCORED.c.rubric_hash == made.structure)
        )
        connection.execute(
            insert(RESCORED).values(
                run=run,
                rubric_hash=made.structure,
                score=made.total(),
                assessment=made.canonical().decode(),
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
