"""The schema's version, and the steps that raise an older one.

A step is a function from a connection to nothing that leads from one version to the next; all of
them that are needed run in one transaction. A released step is never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError

from simulator.errors import StoreTooNew, StoreUnavailable
from simulator.store import schema_2, schema_3
from simulator.store.tables import METADATA, VERSION

if TYPE_CHECKING:
    from sqlalchemy import Engine

SCHEMA = 3
"""The version that this program reads and writes."""

Step = Callable[[Connection], None]

STEPS: Mapping[int, Step] = {1: schema_2.raise_it, 2: schema_3.raise_it}
"""The step that leads from a version to the one after it. Version 1 is the first."""


def migrate(engine: Engine, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA) -> int:
    """Bring the store to the target version, making it where it is new; return what it had.

    A new store counts as the target version. Raises `StoreTooNew` for a store of a newer program,
    `StoreUnavailable` for a database that holds something else.
    """
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    if VERSION.name not in tables:
        if tables & set(METADATA.tables):
            raise StoreUnavailable(
                "The database has tables of the same names that are not Shiftlead's.",
                "Name another database with --store.",
            )
        _create(engine, target)
        return target
    with engine.begin() as connection:
        have = connection.execute(select(VERSION.c.version)).scalar_one_or_none() or 0
        if have > target:
            raise StoreTooNew(
                f"The store has version {have}; this program reads up to {target}.",
                "Update Shiftlead, or name another store with --store.",
            )
        if any(version not in steps for version in range(have, target)):
            raise StoreUnavailable(f"There is no way up from version {have} of the store.")
        if have < target and _claimed(connection, have, target):
            for version in range(have, target):
                steps[version](connection)
    return have


def _claimed(connection: Connection, have: int, target: int) -> bool:
    """Write the new version down and return whether another process was not quicker.

    Written before the steps: it keeps others out, and SQLite begins a transaction with it, which
    it would not for a change of a table.
    """
    written = update(VERSION).where(VERSION.c.version == have).values(version=target)
    return bool(connection.execute(written).rowcount)


def _create(engine: Engine, target: int) -> None:
    METADATA.create_all(engine)
    try:
        with engine.begin() as connection:
            connection.execute(insert(VERSION).values(id=1, version=target))
    except IntegrityError:
        pass  # Another process made the store in the same moment.
