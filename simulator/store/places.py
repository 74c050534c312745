"""Where runs are kept: the database of finished ones, and the folder of those being played.

By default both are in the user's own data folder. `SHIFTLEAD_STORE`, or `--store`, names another
database, as a URL or as the path of a file; the folder then lies beside that file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from simulator.errors import WrongUse

VARIABLE = "SHIFTLEAD_STORE"
DRIVER = "postgresql+psycopg"
"""The one driver for PostgreSQL that is tested."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where one person's runs are."""

    url: str
    """The database, as SQLAlchemy takes it."""
    runs: Path
    """The folder of journals, and of finished runs that wait for the database."""


def data_folder() -> Path:
    """Return this user's own folder for Shiftlead; it may not be there yet."""
    return user_data_path("shiftlead", appauthor=False)


def places(store: str | None = None) -> Places:
    """Return the places for a `--store` value, for `SHIFTLEAD_STORE`, or the default ones.

    Raises `WrongUse` for a URL of a kind of database that is not supported.
    """
    wanted = store or os.environ.get(VARIABLE) or ""
    data = data_folder()
    if not wanted:
        return _beside(data / "shiftlead.db")
    if "://" not in wanted:
        return _beside(Path(wanted).expanduser().absolute())
    kind, _, rest = wanted.partition("://")
    if kind.partition("+")[0] == "sqlite":
        file = rest.removeprefix("/")
        if file in ("", ":memory:"):
            raise WrongUse("A store in memory would be gone at once.", "Name a file instead.")
        return _beside(Path(file).absolute())
    if kind in ("postgresql", "postgres", DRIVER):
        return Places(f"{DRIVER}://{rest}", data / "runs")
    raise WrongUse(
        f'"{kind}" is not a database Shiftlead can use.',
        "Give the path of a file, sqlite:///FILE or postgresql://HOST/NAME.",
    )


def _beside(file: Path) -> Places:
    return Places(f"sqlite:///{file}", file.parent / "runs")
