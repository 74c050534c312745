"""A large cohort: the memory that verify and export take does not grow with the runs."""

from __future__ import annotations

import tracemalloc
import uuid
from contextlib import chdir, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert, select

from benchmarks.measure import Row
from benchmarks.scoring import recorded
from simulator.cli.main import run as shiftlead
from simulator.runs.file import parse_run
from simulator.store.cohorts import make_cohort
from simulator.store.store import Store
from simulator.store.tables import HAND_INS, RUNS

FLAT = 0.8
"""Least share of the smaller cohort's memory by that of the larger one: 1.25 times as much."""
EXPORTED = (1_000, 10_000)
VERIFIED = (80, 400)
"""Each is played again, so there are fewer; the engine keeps what it made of the last 64 worlds."""


def filled(store: Store, run: str, ident: str, count: int, files: bool) -> None:
    """Hand so many copies of a run in to a new cohort, each under an id of its own.

    Only `verify` reads their files; without them ten thousand fit on any disk.
    """
    today = date.today()
    make_cohort(store, ident, "Benchmark", "pseudonymous", 1, today)
    with store.writing() as connection:
        row = dict(connection.execute(select(RUNS).where(RUNS.c.id == run)).mappings().one())
        row["file"] = row["file"] if files else b""
        for number in range(count):
            new = str(uuid.uuid4())
            connection.execute(insert(RUNS).values({**row, "id": new}))
            connection.execute(
                insert(HAND_INS).values(
                    run=new, cohort=ident, trainee=f"t-{number}", handed_in=today,
                    until=today, copied=False,
                )
            )  # fmt: skip


def peak(store: Path, *words: str) -> float:
    """Return the most megabytes that a command held at once, what it loaded left out."""
    tracemalloc.start()
    try:
        with TemporaryDirectory() as folder, chdir(folder), redirect_stdout(StringIO()):
            code = shiftlead(["--store", str(store), *words])
        if code:
            raise SystemExit(f"shiftlead {' '.join(words)} ended with {code}")
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def flat(store: Path, sizes: tuple[int, int], name: str, *words: str) -> Row:
    """Return a command's memory over the larger cohort against the smaller one."""
    small, large = sizes
    peak(store, *words, "--cohort", str(small))  # imports, and queries that are compiled once
    peaks = [peak(store, *words, "--cohort", str(size)) for size in sizes]
    return Row(
        f"{name}, {large:,} runs", peaks[1], "MB", f"{small:,} runs", peaks[0], must=FLAT, goal=1
    )


def rows() -> list[Row]:
    """Return the memory of each command over a small cohort and one ten times as large."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cohorts.db"
        with Store(f"sqlite:///{path}") as store:
            data = recorded("expert")
            store.add(data)
            run = parse_run(data).head.run
            for size in (*EXPORTED, *VERIFIED):
                filled(store, run, str(size), size, files=size in VERIFIED)
        return [
            flat(path, EXPORTED, "export", "cohort", "export", "--format", "jsonl"),
            flat(path, VERIFIED, "verify", "verify"),
        ]  # fmt: skip
