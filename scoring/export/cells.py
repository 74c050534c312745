"""Cells of a spreadsheet file: text that a spreadsheet would run is made harmless.

A text that begins as a formula does gets an apostrophe in front (OWASP, CSV injection; NUL from
ASVS 1.2.10; full-width forms because some spreadsheets read them alike). Numbers, dates and yes/no
come from their own types and are never touched, so a negative number stays one.
"""

from __future__ import annotations

from datetime import date

Cell = str | int | bool | date | None
"""What a row may hold; None is an empty cell."""

DANGEROUS = tuple("=+-@\t\r\n\0＝＋－＠")
"""First characters of a text that a spreadsheet may run, or that hide one from view."""


def guarded(text: str) -> str:
    """Return a text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def plain(value: Cell) -> str | int | bool | None:
    """Return a cell as JSON has it: a date as 2025-11-21."""
    return value.isoformat() if isinstance(value, date) else value


def written(value: Cell) -> str:
    """Return a cell as a spreadsheet file has it: only text is guarded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guarded(value)
    return str(plain(value))
