"""A store of another version of the program: raised whole, or left as it was."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect

from simulator.errors import StoreTooNew
from simulator.store.cohorts import cohort
from simulator.store.connect import engine_for
from simulator.store.firsts import is_first
from simulator.store.migrations import SCHEMA, _claimed, migrate
from simulator.store.store import Store
from simulator.store.tables import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.store.conftest import Maker


def test_a_store_of_a_newer_program_is_refused(store: Store, url: str) -> None:
    with sqlite3.connect(url.removeprefix("sqlite:///")) as db:
        db.execute("UPDATE schema_version SET version = ?", (SCHEMA + 1,))
    db.close()
    with pytest.raises(StoreTooNew, match=f"version {SCHEMA + 1}"):
        Store(url)


def test_an_older_store_is_raised_step_by_step(store: Store, maker: Maker, url: str) -> None:
    store.add(maker.run().read_bytes())
    done: list[int] = []

    def first(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE runs ADD COLUMN form TEXT DEFAULT ''")
        done.append(SCHEMA)

    def second(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE runs SET form = 'A'")
        done.append(SCHEMA + 1)

    engine = engine_for(url)
    steps = {SCHEMA: first, SCHEMA + 1: second}
    assert migrate(engine, steps, SCHEMA + 2) == SCHEMA
    assert migrate(engine, steps, SCHEMA + 2) == SCHEMA + 2
    assert done == [SCHEMA, SCHEMA + 1]
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT form FROM runs").scalar_one() == "A"
    engine.dispose()


def test_a_step_that_breaks_leaves_the_store_as_it_was(store: Store, url: str) -> None:
    def broken(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE runs ADD COLUMN form TEXT")
        connection.exec_driver_sql("UPDATE schema_version SET version = 99")
        raise RuntimeError("power cut")

    engine = engine_for(url)
    with pytest.raises(RuntimeError):
        migrate(engine, {SCHEMA: broken}, SCHEMA + 1)
    assert migrate(engine) == SCHEMA
    assert "form" not in {column["name"] for column in inspect(engine).get_columns("runs")}
    engine.dispose()


def test_a_store_that_two_processes_raise_is_raised_once(store: Store, url: str) -> None:
    done: list[str] = []

    def raise_it(connection: Connection) -> None:
        done.append("raised")

    def too_late(connection: Connection) -> None:
        raise AssertionError("another process was quicker")

    one, other = engine_for(url), engine_for(url)
    with other.connect() as connection:
        assert migrate(one, {SCHEMA: raise_it}, SCHEMA + 1) == SCHEMA
        assert not _claimed(connection, SCHEMA, SCHEMA + 1)
    assert migrate(other, {SCHEMA: too_late}, SCHEMA + 1) == SCHEMA + 1
    assert done == ["raised"]
    for engine in (one, other):
        engine.dispose()


VERSION_1 = """
CREATE TABLE schema_version (id INTEGER PRIMARY KEY, version INTEGER NOT NULL);
INSERT INTO schema_version VALUES (1, 1);
CREATE TABLE runs (
    id VARCHAR(36) PRIMARY KEY, scenario VARCHAR(200) NOT NULL, scenario_version VARCHAR(200) NOT
    NULL, scenario_hash VARCHAR(128) NOT NULL, rubric VARCHAR(200) NOT NULL, rubric_version
    VARCHAR(200) NOT NULL, rubric_hash VARCHAR(128) NOT NULL, epoch INTEGER NOT NULL, seed BIGINT
    NOT NULL, luck BIGINT NOT NULL, mode VARCHAR(20) NOT NULL, source VARCHAR(20) NOT NULL, trainee
    VARCHAR(64) NOT NULL, cohort VARCHAR(64) NOT NULL, parent VARCHAR(36) NOT NULL, minute INTEGER
    NOT NULL, score INTEGER, assessment TEXT NOT NULL, started DATE, ended DATE, file BLOB NOT NULL
);
CREATE TABLE cohorts (
    id VARCHAR(64) PRIMARY KEY, purpose TEXT NOT NULL, sees VARCHAR(20) NOT NULL,
    months INTEGER NOT NULL, created DATE NOT NULL
);
CREATE TABLE hand_ins (
    run VARCHAR(36) NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    cohort VARCHAR(64) NOT NULL REFERENCES cohorts (id), handed_in DATE NOT NULL,
    until DATE NOT NULL, PRIMARY KEY (run, cohort)
);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY, run VARCHAR(36) NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    kind VARCHAR(20) NOT NULL, content TEXT NOT NULL, written DATE NOT NULL
);
INSERT INTO cohorts VALUES ('autumn', 'Onboarding', 'named', 3, '2025-11-01');
"""


def test_a_store_of_version_1_keeps_its_runs_and_notes_who_began_with_what(
    maker: Maker, url: str
) -> None:
    path = url.removeprefix("sqlite:///")
    db = sqlite3.connect(path)
    db.executescript(VERSION_1)
    days = (("b", 20, "person", "p-1"), ("a", 21, "person", "p-1"), ("c", 1, "script", "p-2"))
    for run, day, source, trainee in days:
        db.execute(
            "INSERT INTO runs VALUES (?, 's', '1', 'h', 'r', '1', 'h', 1, 7, 0, 'practice', ?, ?,"
            " '', '', 9, NULL, '{}', ?, NULL, x'00')",
            (run, source, trainee, f"2025-11-{day:02}"),
        )
    db.execute("INSERT INTO hand_ins VALUES ('a', 'autumn', '2025-11-21', '2026-02-21')")
    db.commit()
    db.close()
    with Store(url) as store:
        assert [is_first(store, run) for run in "abc"] == [False, True, False]
        assert (cohort(store, "autumn").runs, cohort(store, "autumn").assessment) == (1, False)
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT trainee FROM hand_ins").scalar() == "p-1"
        assert store.add(maker.run().read_bytes())
        with store.reading() as connection:
            fresh = Store(f"sqlite:///{path}.new")
            for table in METADATA.tables:
                have = {c["name"] for c in inspect(connection).get_columns(table)}
                with fresh.reading() as other:
                    assert have == {c["name"] for c in inspect(other).get_columns(table)}, table
            fresh.close()
