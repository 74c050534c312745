"""The key that pseudonyms are made with: a file in the coordinator's own data folder.

It never leaves that folder: it lies in no store, which others may reach, and in no export.
Without it the same people get other pseudonyms; with it, and a list of ids, anybody can tell who
is who.
"""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from simulator.errors import CannotWrite, StoreUnavailable

if TYPE_CHECKING:
    from pathlib import Path

NAME = "pseudonyms.key"
BYTES = 32
"""As long as what HMAC-SHA256 gives."""


def key_in(folder: Path) -> bytes:
    """Return the key that is kept in a folder, making it where there is none.

    Only its owner may read the file. Raises `CannotWrite`, or `StoreUnavailable` for a damaged one.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _make(path)
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except ValueError:
        key = b""
    except OSError as error:
        raise CannotWrite(f"The key {path} cannot be kept: {error.strerror}.") from None
    if len(key) != BYTES:
        raise StoreUnavailable(
            f"The key {path} is damaged.",
            "Restore it from a backup; without it everybody gets another pseudonym.",
        )
    return key


def _make(path: Path) -> None:
    """Write a new key whole or not at all; one that is there stays."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_hex(BYTES) + "\n")
    try:
        if not path.exists():
            os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
