"""Whatever a file holds: one clear line, no traceback, little time and memory."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from simulator.cli.main import run
from simulator.errors import TicketFileError
from simulator.tickets.importing import Asked, Export
from simulator.tickets.ledger import Ledger
from tests.tickets import exports

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tickets.conftest import Imported, Written

Refused = Callable[..., str]
HEAD = b"Number,Opened,Category\n"
ROW = b"INC1,2025-01-01 10:00,x\n"


def zipped() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("export.csv", HEAD + ROW)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\n\n \n", "no heading"),
        (HEAD, "a heading and no rows"),
        (zipped(), "a zip archive or an Excel workbook"),
        (gzip.compress(HEAD), "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xff\xfe\x00\x00N", "UTF-32"),
        (b"\n<!DOCTYPE html><html>", "a web page"),
        (b'{"issues": []}', "JSON"),
        (bytes(range(256)) * 40, "is not a text file"),
        (HEAD + ROW + b"INC2,\0,x\n", "Line 3 of export.csv holds NUL bytes"),
        (HEAD + b"a" * 3_000_000, "Line 2 of export.csv is longer"),
        (b"," * 2_000_000, "Line 1 of export.csv is longer"),
        (b"Opened" + b",a" * 20_000 + b"\n1\n", "has 20,001 columns"),
        (HEAD + b'INC1,2025-01-01 10:00,"' + b"x,y\n" * 100_000, "begins on line 2"),
        (HEAD + (b'"' + b"x\n" * 60_000 + b'",') * 50 + b"\n", "A row of export.csv is longer"),
        (b"1,2,3\n4,5,6\n", "No column of export.csv tells when tickets were opened"),
        (HEAD + b"INC1,soon,x\n", "No row of export.csv can be read as a ticket: 1 row (line 2)"),
        (HEAD + b"INC1,soon,x\n" * 50_000, "10,000 rows (lines 2, 3, 4, ...)"),
        (b'"unclosed', "No column of export.csv"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",  # no time in it
)  # fmt: skip
def test_what_is_no_export_is_refused_in_one_line(
    content: bytes, says: str, refused: Refused
) -> None:
    assert says in refused(content)


@pytest.mark.parametrize("name", ["../export.csv/", "nowhere.csv", "x" * 5000])
def test_a_file_that_is_not_there(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import-tickets", name]) in (1, 2)
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_regular_file_is_never_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    for path in (tmp_path, tmp_path / "pipe.csv", tmp_path / "loop.csv", tmp_path / "zero.csv"):
        assert run(["import-tickets", str(path)]) == 1
        assert capsys.readouterr().err.count("\n") == 1


def test_controls_and_formulas_come_out_harmless(
    written: Written, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        'Number,Opened,Category,\x1b]52;c;x\x07,\u202eevil\n"=HYPERLINK(""http://x"")",'
        "2025-01-01 10:00,\"=cmd|' /C calc'!A0\",1,1\n"
    )
    path = str(written(text))
    assert run(["import-tickets", path]) == 0
    out = capsys.readouterr().out
    assert "<U+001B>]52;c;x<U+0007>" in out
    assert "<U+202E>evil" in out
    assert not set("\x1b\x07\u202e") & set(out)
    assert run(["import-tickets", path, "--json"]) == 0
    assert capsys.readouterr().out.isascii()


@pytest.mark.parametrize(
    "name", ["desk.txt", "Desk.yaml", "my desk.yaml", "..yaml", "-x.yaml", "a/../B.yaml", "x" * 99]
)
def test_a_profile_needs_a_name_that_a_scenario_can_say(
    name: str, refused: Refused, tmp_path: Path
) -> None:
    said = refused(exports.servicenow(), "--out", str(tmp_path / name))
    assert "A profile cannot be called" in said


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_nothing_that_is_there_is_written_over(refused: Refused, tmp_path: Path) -> None:
    kept = tmp_path / "kept.yaml"
    kept.write_text("mine", encoding="utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "elsewhere")
    for path in (kept, link):
        assert "is already there" in refused(exports.servicenow(), "--out", str(path))
    assert kept.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "elsewhere").exists()
    assert "cannot be written" in refused(
        exports.servicenow(), "--out", str(tmp_path / "nowhere" / "a.yaml")
    )


def test_a_full_disk_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(exports.servicenow(), encoding="utf-8")
    with Ledger() as ledger:
        list(ledger.query("PRAGMA max_page_count = 4"))
        export = Export(path, Asked(), ledger)
        with pytest.raises(TicketFileError, match="full"):
            list(export.read())


def test_a_huge_count_and_a_long_text_are_kept_small(imported: Imported) -> None:
    text = "Number,Opened,Reassignment count,Category\n1,2025-01-01 10:00,{},{}\n"
    found = imported(text.format("9" * 400, "x" * 100_000))
    assert found["reassignment_count_distribution"] == {}
    assert found["not_understood"]["rows"] == {"count": {"rows": 1, "first_lines": [2]}}
    assert [len(name) for name in found["category_top5"]] == [120]
