"""The runs of a cohort on their way out: one in memory at a time, and never one whose time is over.

They come in the order of their ids, which are random: an order by trainee would tell who is who.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from scoring.cohort.handed import Handed, Terms
from scoring.judgement import latest
from simulator.store.assessed import assessment_of
from simulator.store.judgements import COLUMNS as SAID
from simulator.store.judgements import judgement_of
from simulator.store.tables import HAND_INS, JUDGEMENTS, RUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Subquery

    from scoring.judgement import Judgement
    from simulator.store.cohorts import Cohort
    from simulator.store.store import Store

AT_ONCE = 64
"""Rows that are fetched together; an assessment is a few kilobytes."""

COLUMNS = [
    RUNS.c[name]
    for name in (
        "id", "scenario", "scenario_version", "scenario_hash", "epoch", "seed", "mode", "source",
        "parent", "minute", "started", "ended", "assessment",
    )
]  # fmt: skip


def terms_of(cohort: Cohort) -> Terms:
    """Return the terms that every export of a cohort repeats."""
    return Terms(cohort.id, cohort.purpose, cohort.sees, cohort.months)


def handed_runs(
    store: Store, cohort: str, today: date, among: Sequence[str] | None = None
) -> Iterator[Handed]:
    """Yield what was handed in to a cohort and is still kept; `among` are ids to be looked at.

    A first attempt is the earliest by a person, or by a script, of one scenario under one id.
    """
    attempts = _attempts(cohort, today)
    query = (
        select(
            *COLUMNS, HAND_INS.c.trainee, HAND_INS.c.handed_in, HAND_INS.c.until, attempts, *SAID
        )
        .join(HAND_INS, HAND_INS.c.run == RUNS.c.id)
        .join(attempts, attempts.c.handed == RUNS.c.id)
        .join(
            JUDGEMENTS,
            (JUDGEMENTS.c.run == RUNS.c.id) & (JUDGEMENTS.c.cohort == cohort),
            isouter=True,
        )
        .where(HAND_INS.c.cohort == cohort)
        .order_by(RUNS.c.id, JUDGEMENTS.c.place)
    )
    if among is not None:
        query = query.where(RUNS.c.id.in_(among))
    with store.reading() as connection:
        result = connection.execution_options(yield_per=AT_ONCE).execute(query)
        for _, same in groupby(result.mappings(), key=itemgetter("id")):
            found = list(same)
            said = [judgement_of(one) for one in found if one["rater"] is not None]
            yield _handed(found[0], latest(tuple(said)))


def pages_of_runs(store: Store, cohort: str, today: date) -> Iterator[list[Handed]]:
    """Yield the same a page at a time; nothing is read while the caller has one, so it may write.

    SQLite lets nobody write while somebody reads.
    """
    last = ""
    while True:
        query = (
            select(HAND_INS.c.run)
            .where(HAND_INS.c.cohort == cohort, HAND_INS.c.until >= today, HAND_INS.c.run > last)
            .order_by(HAND_INS.c.run)
            .limit(AT_ONCE)
        )
        with store.reading() as connection:
            ids = list(connection.execute(query).scalars())
        if not ids:
            return
        yield list(handed_runs(store, cohort, today, ids))
        last = ids[-1]


def _attempts(cohort: str, today: date) -> Subquery:
    """Return which attempt each kept run is, by its id: all that has to be sorted by trainee."""
    began = func.coalesce(RUNS.c.started, HAND_INS.c.handed_in)
    attempt = func.row_number().over(
        partition_by=(HAND_INS.c.trainee, RUNS.c.scenario, RUNS.c.source),
        order_by=(began, HAND_INS.c.handed_in, RUNS.c.id),
    )
    return (
        select(RUNS.c.id.label("handed"), attempt.label("attempt"))
        .join(HAND_INS, HAND_INS.c.run == RUNS.c.id)
        .where(HAND_INS.c.cohort == cohort, HAND_INS.c.until >= today)
        .subquery()
    )


def _handed(found: Mapping[Any, Any], said: tuple[Judgement, ...]) -> Handed:
    return Handed(
        run=found["id"],
        trainee=found["trainee"],
        scenario=found["scenario"],
        scenario_version=found["scenario_version"],
        scenario_hash=found["scenario_hash"],
        epoch=found["epoch"],
        seed=found["seed"],
        mode=found["mode"],
        by=found["source"],
        forked=bool(found["parent"]),
        minutes=found["minute"],
        started=found["started"],
        ended=found["ended"],
        handed_in=found["handed_in"],
        until=found["until"],
        attempt=found["attempt"],
        assessment=assessment_of(found["assessment"], found["id"]),
        judgements=said,
    )
