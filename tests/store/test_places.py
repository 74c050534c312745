"""Where a store is: locked, of something else, not to be made, not to be read."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from simulator.errors import StoreUnavailable, WrongUse
from simulator.store.connect import engine_for, shown
from simulator.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import Maker


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


@pytest.mark.parametrize(
    "url", ["mysql://localhost/x", "nonsense", "sqlite", "postgresql+nodriver://h/x"]
)
def test_an_address_that_cannot_be_used_is_wrong_use(url: str) -> None:
    with pytest.raises(WrongUse):
        engine_for(url)


def test_a_password_is_never_shown() -> None:
    assert "secret" not in shown("postgresql://ann:secret@db.example.org/runs")
