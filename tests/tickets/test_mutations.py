"""Exports with anything done to them: figures or one clear line, within two seconds and 200 MB."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.authoring.validate import validate
from tests.tickets import exports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 2.0
"""Processor time."""
MOST_MEGABYTES = 200
MOST_GROWTH = 10
"""MB by which four times the tickets may need more, once the database's cache is full."""
ROWS = (100_000, 400_000)
"""Tickets of the two long exports."""
MUTATED = 10_000
"""Different exports of the long run; somewhat more are drawn."""
LARGE = 10_000
"""Bytes from which an export may hold enough tickets for a profile."""
ORIGINALS = (
    exports.servicenow(), exports.servicenow(history=True), exports.JIRA, exports.JIRA_IN_SPANISH,
    exports.ZENDESK, exports.FRESHSERVICE, "Number;Opened\nINC1;4/7/2025 10:00\n" * 30,
)  # fmt: skip
PIECES = (
    b'"', b",", b";", b"\t", b"\r", b"\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe",
    b"PK\x03\x04", b"\x1b[2J", "\u202e".encode(), "\U0001f525".encode(), b"=1+1", b"sep=;\n",
    b"9" * 400, b"-1", b"?", b"29/2/2023", b"31.12.9999 25:61", b"2025-07-14T15:42:00+99:99",
    b"14/Jul/25 3:42 PM", b"2025-07-14 10:00:00 BST", b"0000-00-00 00:00:00", b"45852.65", b"NaN",
    b"1e309", b"a" * 200_000, b"," * 30_000, b'"' + b"x\n" * 2000, b"\n" * 5000,
    b"Created,Created,", b"opened_at", b"%s{0}$(x)",
)  # fmt: skip
SHORT = tuple(piece for piece in PIECES if len(piece) < 50 and b"\0" not in piece)
ENCODINGS = (*("utf-8",) * 6, "utf-8-sig", "cp1252", "cp1252", "utf-16", "utf-16-le", "utf-16-be",
             "utf-32")  # fmt: skip
"""Mostly what vendors write."""

place = st.floats(0, 1, allow_nan=False)
change = st.one_of(
    st.tuples(st.just("put"), place, st.sampled_from(PIECES) | st.binary(max_size=40)),
    st.tuples(st.just("over"), place, st.sampled_from(PIECES) | st.binary(min_size=1, max_size=9)),
    st.tuples(st.just("cell"), place, st.sampled_from(SHORT) | st.binary(max_size=20)),
    st.tuples(st.just("cell"), place, st.sampled_from(SHORT) | st.binary(max_size=20)),
    st.tuples(st.just("cut"), place, st.integers(1, 400)),
    st.tuples(st.just("twice"), place, st.integers(1, 4000)),
    st.tuples(st.just("end"), st.floats(0.1, 1), st.none()),
    st.tuples(st.just("swap"), st.sampled_from(PIECES[:6]), st.sampled_from(SHORT)),
)


def changed(data: bytes, how: str, where: Any, what: Any) -> bytes:
    """Return the bytes of an export with one thing done to them."""
    if how == "swap":
        # A piece for each comma or quotation mark of a long text would be another test.
        return data.replace(bytes(where), bytes(what[:20]))
    at = int(where * len(data))
    if how == "cell":
        begin = max(data.rfind(one, 0, at) for one in (b",", b"\n")) + 1
        end = min(found for one in (b",", b"\n", b"") if (found := data.find(one, at)) >= at)
        return data[:begin] + bytes(what) + data[end:]
    if how == "put":
        return data[:at] + bytes(what) + data[at:]
    if how == "over":
        return data[:at] + bytes(what) + data[at + len(what) :]
    if how == "cut":
        return data[:at] + data[at + what :]
    return data[: at + what] + data[at:] if how == "twice" else data[:at]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Draw an export in some encoding, and change it once or several times."""
    text = draw(st.sampled_from(ORIGINALS))
    data = text.encode(draw(st.sampled_from(ENCODINGS)), errors="replace")
    for how, where, what in draw(st.lists(change, min_size=1, max_size=6)):
        data = changed(data, how, where, what)
    return data


@dataclass
class Importer:
    """A process that imports what it is given, and the worst it needed."""

    folder: Path
    process: subprocess.Popen[str]
    seen: set[bytes] = field(default_factory=set)
    """Checksums of what was imported."""
    seconds: float = 0
    megabytes: int = 0
    codes: dict[int, int] = field(default_factory=dict)

    def take(self, data: bytes) -> dict[str, Any]:
        """Import an export, and write the profile of a large one; return what came of it."""
        self.seen.add(blake2b(data, digest_size=16).digest())
        export, profile = self.folder / "export.csv", self.folder / "a-desk.yaml"
        export.write_bytes(data)
        profile.unlink(missing_ok=True)
        assert self.process.stdin
        assert self.process.stdout
        asked = str(profile) if len(data) > LARGE else ""
        self.process.stdin.write(json.dumps([str(export), asked]) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        self.seconds = max(self.seconds, answer["seconds"])
        self.megabytes = max(self.megabytes, answer["megabytes"])
        self.codes[answer["code"]] = self.codes.get(answer["code"], 0) + 1
        return answer

    def check(self, data: bytes) -> None:
        """Import an export; fail where it gives neither figures nor one clear line."""
        answer = self.take(data)
        assert answer["seconds"] < MOST_SECONDS
        assert answer["megabytes"] < MOST_MEGABYTES
        if answer["code"] == 0:
            assert json.loads(answer["out"])["tickets"] > 0
            if len(data) > LARGE:
                assert not validate([self.folder / "a-desk.yaml"]).diagnostics
        else:
            assert answer["code"] in (1, 2), answer["err"]
            assert answer["err"].startswith("shiftlead: ")
            assert answer["err"].count("\n") == 1
            assert len(answer["err"]) < 2000
            assert not answer["out"]


@contextmanager
def running(folder: Path) -> Iterator[Importer]:
    """Start an importer; it ends with the block."""
    command = [sys.executable, "-m", "tests.tickets.worker"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield Importer(folder, process)
        assert process.stdin
        process.stdin.close()


@pytest.fixture
def importer(tmp_path: Path) -> Iterator[Importer]:
    """Return a running importer; it ends with the test."""
    with running(tmp_path) as one:
        yield one


def many(importer: Importer, examples: int) -> None:
    """Import so many mutated exports."""

    @settings(
        max_examples=examples, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(mutated())
    def one(data: bytes) -> None:
        importer.check(data)

    run: Callable[[], None] = one
    run()


def test_originals_are_understood(importer: Importer) -> None:
    for text in ORIGINALS[:2]:
        importer.check(text.encode())
    assert importer.codes == {0: 2}


def test_mutated_exports_end_well(importer: Importer) -> None:
    many(importer, 60)


@pytest.mark.deep
def test_ten_thousand_mutated_exports_end_well(importer: Importer) -> None:
    many(importer, MUTATED * 7 // 5)
    told = f"{importer.seconds:.2f} s at most, {importer.megabytes} MB"
    print(f"{len(importer.seen)} different exports, exit codes {importer.codes}, {told}")
    assert len(importer.seen) >= MUTATED


@pytest.mark.deep
def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    needed = []
    for rows in ROWS:
        with running(tmp_path) as importer:
            answer = importer.take(long_export(rows))
            assert json.loads(answer["out"])["tickets"] == rows
            needed.append(importer.megabytes)
    print(f"{ROWS[0]:,} rows: {needed[0]} MB; {ROWS[1]:,} rows: {needed[1]} MB")
    assert needed[1] - needed[0] < MOST_GROWTH


def long_export(rows: int) -> bytes:
    """Return an export of a thousand days with so many tickets."""
    first = datetime(2022, 1, 3)
    lines = [
        f"INC{n:07},{first + timedelta(minutes=n * 1_440_000 // rows)},Resolver {n % 300},"
        f"{first + timedelta(minutes=n * 1_440_000 // rows + n * n % 9973)},3 - Moderate\n"
        for n in range(rows)
    ]
    return "".join(["Number,Opened,Assigned to,Resolved,Priority\n", *lines]).encode()
