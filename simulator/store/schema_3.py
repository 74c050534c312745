"""From version 2 of the store to version 3: what people say about levels of runs handed in.

Written out in SQL, so that it stays what it is while the tables of the program move on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

STATEMENT = """
    CREATE TABLE judgements (
        run VARCHAR(36) NOT NULL,
        cohort VARCHAR(64) NOT NULL,
        place INTEGER NOT NULL,
        rater VARCHAR(80) NOT NULL,
        criterion VARCHAR(200) NOT NULL,
        level INTEGER,
        because TEXT NOT NULL,
        written DATE NOT NULL,
        PRIMARY KEY (run, cohort, place),
        FOREIGN KEY (run, cohort) REFERENCES hand_ins (run, cohort) ON DELETE CASCADE
    )
"""


def raise_it(connection: Connection) -> None:
    """Bring a store of version 2 to version 3."""
    connection.exec_driver_sql(STATEMENT)
