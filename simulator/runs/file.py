"""The run file: one play of one shift, with everything that is needed to check it.

It is at once the journal of a run being played, the form in which a run is exported and kept, a
test fixture and a bug report. Its lines are in `lines.py`, what they mean together in `parsing.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.bounded import read_at_most
from simulator.engine.log import digest_of
from simulator.errors import NotFound, RunAltered, RunFileError
from simulator.runs.chain import COPY_AGAIN, LARGEST_FILE, broken_link, raw_lines
from simulator.runs.contents import RunFile
from simulator.runs.folder import FIND_IT, SUFFIX
from simulator.runs.lines import table_hash
from simulator.runs.parsing import understood

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.runs.chain import Raw


def read_bytes(path: Path) -> bytes:
    """Return a run file's bytes; raises `NotFound` or `RunFileError` in plain words."""
    try:
        data = read_at_most(path, LARGEST_FILE)
    except FileNotFoundError:
        raise NotFound(f"There is no run file {path}.", FIND_IT) from None
    except OSError as error:
        raise RunFileError(f"{path} cannot be read: {error.strerror}.") from None
    if data is None:
        raise RunFileError(f"{path} is larger than {LARGEST_FILE // 2**20} MiB.")
    return data


def read_run(path: Path) -> RunFile:
    """Return the run in a file, checked but not replayed.

    Raises `NotFound`, `RunFileError` or one of its kinds: `RunAltered` names the line.
    """
    return parse_run(read_bytes(path))


def parse_run(data: bytes, check_log: bool = True) -> RunFile:
    """Return the run that the bytes of a file hold.

    `check_log` compares the log with its seal; `verify` leaves it out in order to say more.
    """
    lines = raw_lines(data)
    broken = broken_link(lines)
    if broken:
        raise _altered(*broken)
    run = understood(lines)
    if run.head.rules.hash != table_hash(run.table):
        raise RunAltered("The rules are not the ones that line 1 names.", COPY_AGAIN, 1)
    if check_log and run.seal and digest_of(run.log) != run.seal.log:
        raise RunAltered("The log is not the one that was sealed.", COPY_AGAIN, run.log_place)
    return run


def _altered(line: Raw, witness: Raw) -> RunAltered:
    """Return the error for a changed line, naming the act and its minute where it is one."""
    what, minute = told(line)
    seen = f"when line {witness.place} was written" if witness is not line else "at first"
    text = f"Line {line.place}{what} is not what it was {seen}."
    return RunAltered(text, COPY_AGAIN, line.place, minute)


def told(line: Raw) -> tuple[str, int | None]:
    """Return in words what a line holds, and its minute, as far as they can still be told."""
    record = line.record
    at = record.get("at")
    minute = at if type(at) is int else None
    act = record.get("act")
    if record.get("line") == "act" and isinstance(act, dict):
        return f" (act {record.get('number')}, {act.get('kind')}, given at minute {at})", minute
    if record.get("line") == "hour":
        return f" (the full hour at minute {at})", minute
    return "", minute


__all__ = ["SUFFIX", "RunFile", "parse_run", "read_bytes", "read_run", "told"]
