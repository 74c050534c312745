"""The way into a database, with its errors turned into plain words."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, NoSuchModuleError, SQLAlchemyError

from simulator.errors import StoreUnavailable, WrongUse

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

PATIENCE = 2.0
"""Seconds to wait for a database that another process is writing to."""


def shown(url: str) -> str:
    """Return a database's address without its password."""
    return make_url(url).render_as_string(hide_password=True)


def engine_for(url: str) -> Engine:
    """Return an engine; nothing is opened yet.

    Raises `WrongUse` for an address that cannot be read and for a missing driver.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            if parsed.database:
                _folder(Path(parsed.database).parent)
            engine = create_engine(parsed, connect_args={"timeout": PATIENCE})
            event.listen(engine, "connect", _set_up)
            return engine
        return create_engine(parsed, pool_pre_ping=True, connect_args={"connect_timeout": 5})
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise WrongUse(
            f"The driver for this database is not installed: {error}.",
            "For PostgreSQL: pip install 'psycopg[binary]'.",
        ) from None
    except SQLAlchemyError as error:
        raise WrongUse(f"The store's address cannot be read: {error}.") from None


def _folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"The folder {path} cannot be made: {error.strerror}.",
            "Name another place with --store or SHIFTLEAD_STORE.",
        ) from None


def _set_up(connection: sqlite3.Connection, record: Any) -> None:
    connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def plain_errors(url: str) -> Iterator[None]:
    """Turn what a database complains about into `StoreUnavailable`."""
    try:
        yield
    except IntegrityError:
        raise  # It is about what was written; whoever wrote knows what it means.
    except DBAPIError as error:
        text = str(error.orig).strip().splitlines()[0] if error.orig else "no answer"
        raise StoreUnavailable(
            f"The store {shown(url)} does not answer: {text}.", _hint(text)
        ) from None


def _hint(text: str) -> str:
    if "locked" in text:
        return "Another program is writing to it; your run is safe and is delivered later."
    if "not a database" in text or "malformed" in text:
        return "Move that file away, or name another store with --store."
    if "readonly" in text or "unable to open" in text:
        return "Check the rights of the file and its folder, or name another store with --store."
    if "full" in text:
        return "Make room on the disk; your run is safe and is delivered later."
    return "Your run is safe and is delivered later."
