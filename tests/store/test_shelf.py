from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from simulator.errors import NotFound, WrongUse
from simulator.runs.side import Side, side_path, write_side
from simulator.store.outbox import deliver, waiting
from simulator.store.places import Places, places
from simulator.store.shelf import Shelf
from simulator.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import Maker


def test_finished_runs_are_delivered_and_cleared_away(maker: Maker, url: str) -> None:
    done, going = maker.run(), maker.run(sealed=False)
    write_side(done, Side(minute=15))
    data = done.read_bytes()
    result = deliver(maker.folder, lambda: Store(url))
    assert (result.stored, result.waiting, result.problems) == ([done], [], [])
    assert not done.exists()
    assert not side_path(done).exists()
    assert going.exists()
    with Store(url) as store:
        assert store.file(done.name[:36]) == data


def test_a_store_that_is_locked_lets_runs_wait_and_takes_them_later(
    maker: Maker, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.store.connect.PATIENCE", 0.05)
    Store(url).close()
    paths = {maker.run(), maker.run()}
    db = sqlite3.connect(url.removeprefix("sqlite:///"))
    db.execute("BEGIN EXCLUSIVE")
    result = deliver(maker.folder, lambda: Store(url))
    assert set(result.waiting) == paths
    assert result.stored == []
    assert ["locked" in problem.message for problem in result.problems] == [True]
    db.close()
    assert all(path.exists() for path in paths)
    assert set(deliver(maker.folder, lambda: Store(url)).stored) == paths
    assert waiting(maker.folder) == []


def test_a_run_that_was_stored_just_before_a_crash_is_cleared_away(maker: Maker, url: str) -> None:
    path = maker.run()
    with Store(url) as store:
        store.add(path.read_bytes())
    assert deliver(maker.folder, lambda: Store(url)).stored == [path]
    with Store(url) as store:
        assert len(store.runs()) == 1


def test_a_damaged_file_waits_and_does_not_hold_up_the_others(maker: Maker, url: str) -> None:
    bad, good = maker.run(), maker.run()
    bad.write_bytes(bad.read_bytes().replace(b'"at":3,', b'"at":4,', 1))
    result = deliver(maker.folder, lambda: Store(url))
    assert (result.stored, result.waiting) == ([good], [bad])
    assert bad.name in result.problems[0].message


def test_where_nothing_waits_the_store_is_not_opened(tmp_path: Path) -> None:
    def never() -> Store:
        raise AssertionError

    assert deliver(tmp_path / "none", never).stored == []


def test_all_runs_are_on_one_shelf(maker: Maker, url: str) -> None:
    stored, done, going = maker.run(), maker.run(), maker.run(sealed=False)
    with Shelf(found=Places(url, maker.folder)) as shelf:
        shelf.store().add(stored.read_bytes())
        rows = {row.id: row for row in shelf.rows()}
        assert {row.state for row in rows.values()} == {"finished", "waiting", "unfinished"} - {
            "finished"
        }
        stored.unlink()
        states = {row.id: row.state for row in shelf.rows()}
        assert states == {
            stored.name[:36]: "finished",
            done.name[:36]: "waiting",
            going.name[:36]: "unfinished",
        }
        assert [row.path for row in shelf.unfinished()] == [going]
        assert shelf.unfinished()[0].minute == 3
        for path in (stored, done, going):
            assert shelf.read(path.name[:13]).head.run == path.name[:36]
        assert shelf.read(str(going)).seal is None
        assert shelf.path(stored.name[:36]) is None
        for wrong in ("", "abc", "zzzzzz", str(maker.folder / "no.run.jsonl")):
            with pytest.raises(NotFound):
                shelf.data(wrong)


def test_local_runs_need_no_database(maker: Maker, tmp_path: Path) -> None:
    maker.run(sealed=False)
    database = tmp_path / "never.db"
    shelf = Shelf(found=Places(f"sqlite:///{database}", maker.folder))
    assert len(shelf.unfinished()) == 1
    assert not database.exists()


def test_other_files_in_the_folder_are_passed_over(maker: Maker) -> None:
    maker.folder.mkdir()
    (maker.folder / "notes.txt").write_text("x")
    (maker.folder / "broken.run.jsonl").write_bytes(b"\xff\x00\n")
    (maker.folder / "empty.run.jsonl").write_bytes(b"")
    (maker.folder / "folder.run.jsonl").mkdir()
    assert Shelf(found=Places("sqlite://", maker.folder)).local() == []


def test_places_follow_the_option_then_the_variable_then_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SHIFTLEAD_STORE", raising=False)
    default = places()
    assert default.url.endswith("shiftlead.db")
    assert default.runs.name == "runs"
    monkeypatch.setenv("SHIFTLEAD_STORE", str(tmp_path / "a.db"))
    assert places() == Places(f"sqlite:///{tmp_path / 'a.db'}", tmp_path / "runs")
    assert places(f"sqlite:///{tmp_path / 'b' / 'c.db'}").runs == tmp_path / "b" / "runs"
    server = places("postgresql://ann@db.example.org/runs")
    assert server.url == "postgresql+psycopg://ann@db.example.org/runs"
    assert server.runs == default.runs
    assert places("postgres://db/x").url == "postgresql+psycopg://db/x"


@pytest.mark.parametrize(
    "wanted", ["sqlite://", "sqlite:///:memory:", "oracle://db/x", "postgresql+other://db/x"]
)
def test_a_place_that_keeps_nothing_is_refused(wanted: str) -> None:
    with pytest.raises(WrongUse):
        places(wanted)
