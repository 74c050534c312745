"""From version 1 of the store to version 2: cohorts of assessments, first shifts, second scores.

Written out in SQL, so that it stays what it is while the tables of the program move on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

STATEMENTS = (
    "ALTER TABLE cohorts ADD COLUMN assessment BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE hand_ins ADD COLUMN trainee VARCHAR(64) NOT NULL DEFAULT ''",
    "ALTER TABLE hand_ins ADD COLUMN copied BOOLEAN NOT NULL DEFAULT FALSE",
    """
    UPDATE hand_ins SET trainee = (SELECT trainee FROM runs WHERE runs.id = hand_ins.run)
    """,
    """
    CREATE TABLE first_shifts (trainee VARCHAR(64) PRIMARY KEY, run VARCHAR(36) NOT NULL)
    """,
    """
    INSERT INTO first_shifts (trainee, run)
    SELECT trainee, id FROM (
        SELECT trainee, id, row_number() OVER (
            PARTITION BY trainee ORDER BY coalesce(started, ended), id
        ) AS place
        FROM runs WHERE source = 'person' AND scenario <> 'tutorial'
    ) AS played WHERE place = 1
    """,
    """
    CREATE TABLE rescored (
        run VARCHAR(36) NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        rubric_hash VARCHAR(128) NOT NULL,
        score INTEGER,
        assessment TEXT NOT NULL,
        scored DATE NOT NULL,
        PRIMARY KEY (run, rubric_hash)
    )
    """,
)


def raise_it(connection: Connection) -> None:
    """Bring a store of version 1 to version 2.

    Of the shifts that are there already, the earliest that is no tutorial counts as first.
    """
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
