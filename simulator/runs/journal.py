"""The journal: a run file that grows while the run is played.

Each line is on disk before anything is done about it. What was not written whole is cut off, so
the file always ends with a whole line or with one that a reader drops.
"""

from __future__ import annotations

import contextlib
import errno
import os
import uuid
from typing import TYPE_CHECKING, cast

from simulator.errors import CannotWrite, RunOver
from simulator.runs.file import RunFile, parse_run, read_bytes
from simulator.runs.lines import (
    FIRST,
    ActLine,
    Chained,
    HourLine,
    RulesLine,
    RunLine,
    SealLine,
    TextLine,
    line_text,
    link,
    log_text,
)
from simulator.runs.lock import Lock
from simulator.runs.parsing import MOST_ACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from io import FileIO
    from pathlib import Path

    from simulator.engine.acts.base import Given
    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.log import LogEntry


FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What a system says when there is no room left, for everybody or for this user."""


class Journal:
    """A run file that is open for writing, with its lock held. Close it, or use it in a `with`."""

    def __init__(self, path: Path, file: FileIO, lock: Lock, last: str, acts: int) -> None:
        self.path = path
        self._file = file
        self._lock = lock
        self._last = last
        self.acts = acts
        """Acts written so far: the number of the next one."""

    @classmethod
    def begin(
        cls, path: Path, head: RunLine, texts: Sequence[TextLine], rules: RulesLine
    ) -> Journal:
        """Write the start of a run whole, then open it. `prev` of the lines given is filled in.

        Raises `CannotWrite` where the folder does not allow it and `RunOver` where the file exists.
        """
        lock = Lock(_lock_path(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot(path, error) from None
        with _kept(lock, path):
            if path.exists():
                raise RunOver(f"There is already a run in {path}.")
            data, last = _chain(FIRST, [head, *texts, rules])
            draft = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}")
            try:
                with draft.open("xb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(draft, path)
            finally:
                draft.unlink(missing_ok=True)
            return cls(path, path.open("r+b", buffering=0), lock, last, 0)._at_end()

    @classmethod
    def reopen(cls, path: Path) -> tuple[Journal, RunFile]:
        """Open an unfinished run in order to go on; a torn end is cut off.

        Raises `RunLocked`, `RunOver` for a finished run, and what `read_run` raises.
        """
        lock = Lock(_lock_path(path))
        if not path.exists():
            read_bytes(path)
        with _kept(lock, path):
            run = parse_run(read_bytes(path))
            if run.seal:
                raise RunOver("This run is finished.", "Look at its debrief, or start a new one.")
            file = path.open("r+b", buffering=0)
            file.truncate(run.kept)
            journal = cls(path, file, lock, run.last, len(run.acts))
            return journal._at_end(), run

    def _at_end(self) -> Journal:
        self._file.seek(0, os.SEEK_END)
        return self

    def act(self, given: Given) -> None:
        """Put an act on disk. Only when this returns may the act be taken up."""
        if self.acts >= MOST_ACTS:
            raise RunOver(
                f"A run holds at most {MOST_ACTS:,} acts.", "Finish it, then start another."
            )
        if given.number != self.acts:
            raise ValueError(f"act {given.number} written as number {self.acts}")
        line = ActLine(
            number=given.number,
            at=given.at,
            act=cast("AnyAct", given.act),
            words=given.words,
            prev=FIRST,
        )
        self._append([line])
        self.acts += 1

    def hour(self, at: int, entries: int, digest: str) -> None:
        """Note where the log stood when the clock reached a full hour."""
        self._append([HourLine(at=at, entries=entries, digest=digest, prev=FIRST)])

    def seal(self, log: Sequence[LogEntry], at: int, log_digest: str, assessment: str) -> None:
        """Write the log and the seal in one go; the run is finished."""
        seal = SealLine(
            at=at,
            acts=self.acts,
            entries=len(log),
            log=log_digest,
            assessment=assessment,
            prev=FIRST,
        )
        self._append([seal], "".join(log_text(entry) + "\n" for entry in log).encode())

    def _append(self, lines: Iterable[Chained], before: bytes = b"") -> None:
        data, last = _chain(self._last, lines)
        start = self._file.tell()
        try:
            _write(self._file, before + data)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._file.truncate(start)
                self._file.seek(start)
            raise _cannot(self.path, error) from None
        self._last = last

    def close(self) -> None:
        """Close the file and give the lock back; may be called twice."""
        self._file.close()
        self._lock.free()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()


@contextlib.contextmanager
def _kept(lock: Lock, path: Path) -> Iterator[None]:
    """Take a lock that stays taken, but where what is done under it does not end well."""
    lock.take()
    try:
        yield
    except OSError as error:
        lock.free()
        raise _cannot(path, error) from None
    except BaseException:
        lock.free()
        raise


def _lock_path(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def is_open(path: Path) -> bool:
    """Whether a living process is playing this run."""
    return Lock(_lock_path(path)).living()


def _chain(last: str, lines: Iterable[Chained]) -> tuple[bytes, str]:
    """Return the lines as bytes, each linked to the one before, and the link that comes next."""
    data = bytearray()
    for line in lines:
        text = line_text(line.model_copy(update={"prev": last})).encode()
        data += text + b"\n"
        last = link(text)
    return bytes(data), last


def _write(file: FileIO, data: bytes) -> None:
    """Write all of it and wait until it is on the disk."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    file.flush()
    os.fsync(file.fileno())


def _cannot(path: Path, error: OSError) -> CannotWrite:
    if error.errno in FULL:
        return CannotWrite(
            f"{path} cannot be written: {error.strerror}.",
            "Make room on the disk; nothing that was confirmed is lost.",
        )
    return CannotWrite(
        f"Runs cannot be kept in {path.parent}: {error.strerror or error}.",
        "Check the rights of that folder, or name another place with --store or SHIFTLEAD_STORE.",
    )
