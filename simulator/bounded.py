"""Looking at a path that may be anything: too long, too large, or without an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def read_at_most(path: Path, most: int) -> bytes | None:
    """Return a file's bytes, None for one of more than `most`; raises `OSError`.

    What it holds is counted and not what the system says of it: a device has no size.
    """
    with path.open("rb") as file:
        data = file.read(most + 1)
    return data if len(data) <= most else None


def is_there(path: Path) -> bool:
    """Return whether a path leads to anything; one that is too long leads nowhere."""
    try:
        return path.exists()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Return whether a path leads to a file."""
    return is_there(path) and path.is_file()


def is_folder(path: Path) -> bool:
    """Return whether a path leads to a folder."""
    return is_there(path) and path.is_dir()
