"""From a file to a checked text: size, encoding, and characters that have no place in one."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.scenario.diagnostics import Problems, Source

MAX_BYTES = 1024 * 1024
"""Largest file: the largest plausible scenario is some 10,000 lines, 300 kB."""

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control, zero-width, direction and tag characters, and lone halves of pairs."""
_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"),
)  # fmt: skip


def read_bytes(path: Path, name: str, problems: Problems) -> bytes | None:
    """Return the bytes of a regular file that is small enough, or report why not."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            _refuse(problems, name, "Y001", "this is not a file that can be read")
            return None
        if status.st_size > MAX_BYTES:
            _too_large(problems, name)
            return None
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        _refuse(problems, name, "Y001", f"the file cannot be read: {reason}")
        return None
    if len(data) > MAX_BYTES:
        _too_large(problems, name)
        return None
    return data


def decode(data: bytes, name: str, problems: Problems) -> Source | None:
    """Return the text of a file's bytes, or report why there is none."""
    if len(data) > MAX_BYTES:
        _too_large(problems, name)
        return None
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            _refuse(
                problems,
                name,
                "Y043",
                f"the file is {encoding}; scenarios are UTF-8",
                "save it again with the encoding UTF-8",
            )
            return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return problems.source(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        source = problems.source(name, data.decode("utf-8", "replace"))
        index = len(data[: error.start].decode("utf-8"))
        problems.add(
            "Y042",
            f"byte {data[error.start]:02X} is not UTF-8 text",
            source.place(index, index + 1),
            help="save the file with the encoding UTF-8",
        )
        return None


def check_characters(source: Source, problems: Problems) -> bool:
    """Report characters that a scenario may not hold; return whether there are none."""
    if source.text.replace("\n", "").isprintable():
        return True  # Nothing that can be printed is refused, and this is soon told.
    good = True
    for count, found in enumerate(REFUSED.finditer(source.text)):
        good = False
        problems.add(
            "X901",
            f"the character U+{ord(found.group()):04X} cannot be seen and is not allowed",
            source.place(found.start(), found.end()),
            help="remove it",
        )
        if count >= 9:
            break
    return good


def _refuse(problems: Problems, name: str, code: str, message: str, help: str = "") -> None:  # noqa: A002
    source = problems.sources.get(name) or problems.source(name, "")
    problems.add(code, message, source.place(0, 0), help=help)


def _too_large(problems: Problems, name: str) -> None:
    _refuse(
        problems,
        name,
        "Y050",
        f"the file is larger than {MAX_BYTES // 1024} KiB",
        "split it into a folder with parts",
    )
