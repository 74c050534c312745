"""Runs that a store keeps: byte for byte, once, and found again."""

from __future__ import annotations

import re
import sqlite3
from datetime import date
from typing import TYPE_CHECKING

import pytest

from simulator.errors import NotFound, RunExists, StoreUnavailable, WrongUse
from simulator.runs.side import Side
from simulator.store.tables import METADATA

if TYPE_CHECKING:
    from simulator.store.store import Store
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
