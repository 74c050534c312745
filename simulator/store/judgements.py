"""What people say about levels: contests with the run, and beside it in the cohorts that have it.

A trainee's contest is a note beside their own run and stays there; handed in along, a copy stands
in the cohort. A trainer's override stands in the cohort only, and goes when the run leaves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from scoring.judgement import TRAINEE, Judgement, judgement, latest
from simulator.store.notes import notes, write_note
from simulator.store.tables import JUDGEMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection

    from simulator.store.store import Store

COLUMNS = [JUDGEMENTS.c[name] for name in ("rater", "criterion", "level", "because")]


def keep_contest(store: Store, run: str, contest: Judgement, today: date) -> None:
    """Keep a contest beside a stored run; raises `NotFound` for an unknown one."""
    said = contest.filling
    content = {"criterion": said.criterion, "level": said.level, "because": contest.because}
    write_note(store, run, "contest", content, today)


def contests(store: Store, run: str) -> tuple[Judgement, ...]:
    """Return what a run's trainee last said about each criterion that they contest."""
    said: list[Any] = [note.content for note in notes(store, run, "contest")]
    return latest(
        tuple(judgement(TRAINEE, one["criterion"], one["level"], one["because"]) for one in said)
    )


def keep_override(store: Store, run: str, cohort: str, said: Judgement, today: date) -> None:
    """Keep what a trainer says about a run that was handed in to a cohort."""
    with store.writing() as connection:
        _add(connection, run, cohort, said, today)


def hand_in_contests(
    store: Store, run: str, cohort: str, said: tuple[Judgement, ...], today: date
) -> None:
    """Put a trainee's contests beside a run that was handed in, in place of those before."""
    with store.writing() as connection:
        connection.execute(
            delete(JUDGEMENTS).where(
                JUDGEMENTS.c.run == run,
                JUDGEMENTS.c.cohort == cohort,
                JUDGEMENTS.c.rater == TRAINEE,
            )
        )
        for one in said:
            _add(connection, run, cohort, one, today)


def _add(connection: Connection, run: str, cohort: str, said: Judgement, today: date) -> None:
    here = (JUDGEMENTS.c.run == run) & (JUDGEMENTS.c.cohort == cohort)
    last = connection.execute(select(func.max(JUDGEMENTS.c.place)).where(here)).scalar()
    connection.execute(
        insert(JUDGEMENTS).values(
            run=run,
            cohort=cohort,
            place=0 if last is None else last + 1,
            rater=said.filling.rater,
            criterion=said.filling.criterion,
            level=said.filling.level,
            because=said.because,
            written=today,
        )
    )


def judgements(store: Store, run: str) -> tuple[Judgement, ...]:
    """Return all that people say about a stored run: its trainee, then its cohorts' people."""
    query = (
        select(*COLUMNS)
        .where(JUDGEMENTS.c.run == run)
        .order_by(JUDGEMENTS.c.cohort, JUDGEMENTS.c.place)
    )
    with store.reading() as connection:
        said = [judgement_of(found) for found in connection.execute(query).mappings()]
    return latest((*said, *contests(store, run)))


def judgement_of(found: Mapping[Any, Any]) -> Judgement:
    """Return a judgement from its row."""
    return judgement(found["rater"], found["criterion"], found["level"], found["because"])
