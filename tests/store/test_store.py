from __future__ import annotations

import re
import sqlite3
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect

from simulator.errors import NotFound, RunExists, StoreTooNew, StoreUnavailable, WrongUse
from simulator.runs.side import Side
from simulator.store.cohorts import cohort
from simulator.store.connect import engine_for, shown
from simulator.store.firsts import is_first
from simulator.store.migrations import SCHEMA, _claimed, migrate
from simulator.store.store import Store
from simulator.store.tables import METADATA

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.store.conftest import Maker


def test_a_run_comes_back_byte_for_byte(store: Store, maker: Maker) -> None:
    path = maker.run()
    side = Side(started=date(2025, 11, 20), ended=date(2025, 11, 21), minute=15)
    assert store.add(path.read_bytes(), side)
    (row,) = store.runs()
    assert store.file(row.id) == path.read_bytes()
    assert (row.scenario, row.seed, row.trainee, row.mode, row.state) == (
        "a-shift", 7, "p-1", "practice", "finished",
    )  # fmt: skip
    assert (row.minute, row.score, row.started, row.ended) == (15, None, side.started, side.ended)
    assert list(row.record())[:9] == [
        "id", "scenario", "seed", "trainee", "cohort", "mode", "state", "minute", "score",
    ]  # fmt: skip


def test_the_same_run_twice_is_one_run(store: Store, maker: Maker) -> None:
    data = maker.run().read_bytes()
    assert store.add(data)
    assert not store.add(data)
    assert len(store.runs()) == 1


@pytest.mark.parametrize("stored", ["x'00'", "x'789c'", "substr(file, 1, 200)"])
def test_a_damaged_file_in_the_store_is_told(store: Store, maker: Maker, stored: str) -> None:
    store.add(maker.run().read_bytes())
    (row,) = store.runs()
    with sqlite3.connect(store.url.removeprefix("sqlite:///")) as db:
        db.execute(f"UPDATE runs SET file = {stored}")
    db.close()
    with pytest.raises(StoreUnavailable, match="damaged"):
        store.file(row.id)


def test_a_second_file_with_an_id_that_is_taken_is_refused(store: Store, maker: Maker) -> None:
    from simulator.runs.chain import raw_lines
    from simulator.runs.lines import FIRST, link, text_of

    data = maker.run().read_bytes()
    store.add(data)
    last, out = FIRST, b""
    for line in raw_lines(data):
        record = dict(line.record)
        if line.chained:
            record["prev"] = last
            if record["line"] == "run":
                record["seed"] = 8
        text = text_of(record).encode()
        last = link(text) if line.chained else last
        out += text + b"\n"
    with pytest.raises(RunExists):
        store.add(out)
    assert store.runs()[0].seed == 7


def test_an_unfinished_run_is_not_stored(store: Store, maker: Maker) -> None:
    with pytest.raises(WrongUse, match="finished"):
        store.add(maker.run(sealed=False).read_bytes())


def test_a_run_is_found_by_the_beginning_of_its_id(store: Store, maker: Maker) -> None:
    for _ in range(3):
        store.add(maker.run().read_bytes())
    ids = [row.id for row in store.runs()]
    assert store.find(ids[1][:12]).id == ids[1]
    for wrong in ("", "%", "zzzz"):
        with pytest.raises(NotFound):
            store.find(wrong)
    with pytest.raises(NotFound):
        store.file("zzzz")


def test_runs_are_listed_by_scenario_and_trainee_latest_first(store: Store, maker: Maker) -> None:
    for day, trainee in ((3, "p-1"), (9, "p-2"), (5, "p-1")):
        store.add(maker.run(trainee=trainee).read_bytes(), Side(ended=date(2025, 11, day)))
    assert [row.ended for row in store.runs()] == [date(2025, 11, d) for d in (9, 5, 3)]
    assert [row.trainee for row in store.runs(trainee="p-1")] == ["p-1", "p-1"]
    assert store.runs(scenario="another") == []


def test_all_files_are_read_one_after_the_other(store: Store, maker: Maker) -> None:
    wanted = dict(sorted((p.name[:36], p.read_bytes()) for p in (maker.run() for _ in range(20))))
    for data in wanted.values():
        store.add(data)
    assert dict(store.files()) == wanted
    assert [run for run, _ in store.files()] == list(wanted)


def test_a_deleted_run_is_gone(store: Store, maker: Maker) -> None:
    store.add(maker.run().read_bytes())
    (row,) = store.runs()
    store.delete(row.id)
    assert store.runs() == []
    with pytest.raises(NotFound):
        store.delete(row.id)


def test_what_is_not_to_be_stored_has_no_column() -> None:
    names = {column.name for table in METADATA.tables.values() for column in table.columns}
    unwanted = ("host", "address", "user", "email", "time", "clock", "idle", "screen", "key")
    assert [n for n in names if any(word in n for word in unwanted)] == []
    kinds = {str(c.type) for table in METADATA.tables.values() for c in table.columns}
    assert "DATETIME" not in kinds
    assert "TIMESTAMP" not in kinds


def test_nothing_of_the_machine_is_in_the_database(store: Store, maker: Maker, url: str) -> None:
    import getpass
    import platform

    path = maker.run()
    store.add(path.read_bytes())
    with sqlite3.connect(url.removeprefix("sqlite:///")) as db:
        # Compressed bytes hold any short name by chance; what they mean is in the run file.
        content = "\n".join(db.iterdump()) + store.file(path.name[:36]).decode()
    db.close()
    assert not re.search(rf"\b{re.escape(platform.node())}\b", content)
    assert f"/{getpass.getuser()}/" not in content


def test_a_locked_store_says_so_in_plain_words(
    store: Store, maker: Maker, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.store.connect.PATIENCE", 0.05)
    db = sqlite3.connect(url.removeprefix("sqlite:///"))
    db.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreUnavailable, match="locked") as caught:
        Store(url).add(maker.run().read_bytes())
    assert "delivered later" in caught.value.hint
    db.close()


def test_another_file_is_not_taken_for_a_store(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Sir or Madam, this is not a database at all. " * 50)
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="not a database"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE runs (distance INTEGER)")
    db.close()
    with pytest.raises(StoreUnavailable, match="same names"):
        Store(f"sqlite:///{path}")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreUnavailable, match="cannot be made"):
        Store(f"sqlite:///{tmp_path / 'file' / 'deeper' / 'a.db'}")


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


@pytest.mark.parametrize(
    "url", ["mysql://localhost/x", "nonsense", "sqlite", "postgresql+nodriver://h/x"]
)
def test_an_address_that_cannot_be_used_is_wrong_use(url: str) -> None:
    with pytest.raises(WrongUse):
        engine_for(url)


def test_a_password_is_never_shown() -> None:
    assert "secret" not in shown("postgresql://ann:secret@db.example.org/runs")


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
