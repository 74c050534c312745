"""Rows into a file of the trainer's choice, whole or not at all."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scoring.export.files import write_csv, write_jsonl
from simulator.cli.output import writing
from simulator.errors import WrongUse

if TYPE_CHECKING:
    from typing import TextIO

    from simulator.store.exporting import Export


@dataclass(frozen=True, slots=True)
class Form:
    """How a file of rows is written."""

    name: str
    """csv or jsonl."""
    separator: str = ","
    excel: bool = False
    """Whether a csv begins with a byte order mark: Excel takes it for another encoding without."""

    @property
    def encoding(self) -> str:
        """UTF-8, with the mark where it was asked for."""
        return "utf-8-sig" if self.excel and self.name == "csv" else "utf-8"


def write_rows(target: Path | None, name: str, made: Export, form: Form) -> tuple[Path, int]:
    """Write the rows to a file or into a folder; return the file and how many there are.

    Raises `WrongUse` for a file that is there already, `CannotWrite` where the disk refuses.
    """
    path = target or Path()
    if path.is_dir():
        path = path / f"{name}.{form.name}"
    if path.exists():
        raise WrongUse(f"{path} is already there.", "Name another file with --to.")
    draft = path.with_name(f"{path.name}.part")
    try:
        with writing(path):
            with draft.open("w", encoding=form.encoding, newline="") as file:
                count = _write(file, made, form)
            os.replace(draft, path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return path, count


def _write(file: TextIO, made: Export, form: Form) -> int:
    if form.name == "csv":
        return write_csv(file, made.columns, made.rows, form.separator)
    return write_jsonl(file, made.columns, made.rows)
