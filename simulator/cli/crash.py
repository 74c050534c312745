"""The report an internal error leaves behind: version, command, run, traceback."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from importlib import metadata
from pathlib import Path

KEPT = 20
"""Reports that are kept; older ones are deleted."""


def reports_folder() -> Path:
    """Return the folder of the reports, in this user's data."""
    from platformdirs import user_data_path

    return user_data_path("shiftlead", appauthor=False) / "reports"


def write_report(error: BaseException, arguments: list[str]) -> Path:
    """Write what happened to a file and return its path.

    Falls back to the system's temporary folder where the data folder cannot be written.
    """
    text = "\n".join(
        [
            f"shiftlead {metadata.version('shiftlead')}",
            f"Python {platform.python_version()} on {platform.system()}",
            f"command: {' '.join(arguments)}",
            "",
            *traceback.format_exception(error),
        ]
    )
    for folder in (reports_folder(), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"shiftlead-report-{_next_number(folder):04}.txt"
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        for old in reports(folder)[:-KEPT]:
            old.unlink(missing_ok=True)
        return path
    print(text, file=sys.stderr)
    return Path("-")


def reports(folder: Path | None = None) -> list[Path]:
    """Return the reports there are, oldest first."""
    return sorted((folder or reports_folder()).glob("shiftlead-report-*.txt"))


def _next_number(folder: Path) -> int:
    """Return the number after the newest report's."""
    numbers = [int(p.stem[-4:]) for p in reports(folder) if p.stem[-4:].isdecimal()]
    return max(numbers, default=0) + 1
