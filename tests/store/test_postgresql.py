"""The same store in a real PostgreSQL, where one can be started and its driver is installed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.errors import StoreUnavailable
from simulator.runs.side import Side
from simulator.store.cohorts import cohorts, make_cohort
from simulator.store.hand_ins import hand_in, let_go
from simulator.store.notes import notes, write_note
from simulator.store.places import places
from simulator.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.store.conftest import Maker

pytestmark = pytest.mark.deep

pytest.importorskip("psycopg", reason="needs psycopg")


def _program(name: str) -> str:
    found = shutil.which(name)
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        found = found or shutil.which(name, path=str(folder))
    if found is None:
        pytest.skip(f"needs {name} of PostgreSQL")
    return found


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of our own, gone afterwards."""
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if user:
            shutil.chown(folder, user)
        data = folder / "data"

        def call(*command: str) -> None:
            subprocess.run(
                command, user=user, cwd=folder, check=True, timeout=120, stdout=subprocess.DEVNULL
            )

        call(initdb, "-D", str(data), "-U", "ann", "--auth", "trust", "-E", "UTF8")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
        call(pg_ctl, "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://ann@127.0.0.1:{port}/postgres"
        finally:
            call(pg_ctl, "-D", str(data), "-m", "immediate", "stop")


def test_a_store_in_postgresql_does_what_one_in_a_file_does(server: str, maker: Maker) -> None:
    today = date(2025, 11, 21)
    url = places(server).url
    paths = [maker.run() for _ in range(20)]
    with Store(url) as store:
        for path in paths:
            assert store.add(path.read_bytes(), Side(ended=today))
        assert not store.add(paths[0].read_bytes())
        assert dict(store.files()) == {p.name[:36]: p.read_bytes() for p in paths}
        run = paths[3].name[:36]
        assert store.find(run[:13]).ended == today
        make_cohort(store, "autumn", "Onboarding", "named", 1, today)
        assert hand_in(store, run, "autumn", today) == date(2025, 12, 21)
        assert hand_in(store, run, "autumn", date(2025, 12, 1)) == date(2025, 12, 21)
        assert [row.id for row in store.runs(cohort="autumn")] == [run]
        assert cohorts(store)[0].runs == 1
        write_note(store, run, "plan", {"when": "später"}, today)
        assert notes(store, run)[0].content == {"when": "später"}
        assert let_go(store, date(2026, 1, 1)) == 1
        store.delete(run)
        assert notes(store) == []
    with Store(url) as again:
        assert len(again.runs()) == 19


def test_a_server_that_is_away_says_so(server: str) -> None:
    with pytest.raises(StoreUnavailable, match="does not answer") as caught:
        Store(places("postgresql://ann:secret@127.0.0.1:9/none").url)
    assert "secret" not in caught.value.one_line()
