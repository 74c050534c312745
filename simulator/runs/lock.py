"""One process at a time: a lock file beside a journal that names the process.

No system locks are used, because they differ between systems and are lost on network drives. A
lock whose process is gone is taken over. Process numbers come round again, so on Linux the file
also holds when the process started.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import uuid
from pathlib import Path
from typing import Any

from simulator.errors import CannotWrite, RunLocked

_held: set[Path] = set()
"""The locks of this very process: a container may give the same number to the next one."""


class Lock:
    """The right to write one journal, held from `take` to `free`."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    def take(self) -> None:
        """Take the lock; raises `RunLocked` while a living process has it."""
        text = json.dumps({"pid": os.getpid(), "began": _began(os.getpid())})
        for _ in range(20):
            if self._made(text):
                _held.add(self.path)
                return
            self._take_over()
        raise RunLocked(f"The lock {self.path} is contended.", "Try again in a moment.")

    def free(self) -> None:
        """Give the lock back; nothing happens where it is not held."""
        if self.path in _held:
            _held.discard(self.path)
            with contextlib.suppress(OSError):
                self.path.unlink()

    def _made(self, text: str) -> bool:
        # Written under another name first, so that nobody ever reads half a lock.
        draft = self.path.with_name(f"{self.path.name}.{uuid.uuid4().hex}")
        try:
            draft.write_text(text, encoding="utf-8")
            return _moved(draft, self.path)
        except OSError as error:
            raise CannotWrite(
                f"Runs cannot be kept in {self.path.parent}: {error.strerror}.",
                "Check its rights and the free space, or name another place with --store.",
            ) from None
        finally:
            draft.unlink(missing_ok=True)

    def living(self) -> bool:
        """Whether a living process, this one included, has the lock."""
        return bool(self._kept_by(self._text()))

    def _text(self) -> str | None:
        """Return what the lock file says, None where there is none."""
        try:
            return self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return None
        except OSError:
            return ""

    def _kept_by(self, text: str | None) -> str:
        """Return in words who keeps the lock, "" for nobody who lives."""
        if self.path in _held:
            return "in this program already"
        owner = _owner(text or "")
        pid = owner.get("pid")
        if type(pid) is int and pid != os.getpid() and _alive(pid, owner.get("began")):
            return f"in another window (process {pid})"
        return ""

    def _take_over(self) -> None:
        """Remove the lock if its process is gone; raises `RunLocked` if it lives."""
        text = self._text()
        if text is None:
            return
        where = self._kept_by(text)
        if where:
            raise RunLocked(
                f"This run is open {where}.", "Close it there first; what you did is safe."
            )
        aside = self.path.with_name(f"{self.path.name}.{uuid.uuid4().hex}")
        with contextlib.suppress(OSError):
            os.replace(self.path, aside)
            # Somebody may have taken it over between the reading and the moving: then it goes back.
            if aside.read_text(encoding="utf-8", errors="replace") != text:
                _moved(aside, self.path)
            aside.unlink(missing_ok=True)


def _moved(draft: Path, path: Path) -> bool:
    """Give a finished file its name, unless something has that name; whether it was done."""
    try:
        if sys.platform == "win32":
            os.rename(draft, path)  # refuses to overwrite on Windows
        else:
            os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:
        return _copied(draft, path)
    return True


def _copied(draft: Path, path: Path) -> bool:
    """Do the same on a drive without links."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(draft.read_text(encoding="utf-8"))
    except FileExistsError:
        return False
    return True


def _owner(text: str) -> dict[str, Any]:
    try:
        owner = json.loads(text)
    except ValueError:
        return {}
    return owner if isinstance(owner, dict) else {}


def _began(pid: int) -> str:
    """Return when a process started, in the system's own count; "" where that is not told."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = text.rpartition(")")[2].split()
    return fields[19] if len(fields) > 19 else ""


def _alive(pid: int, began: object) -> bool:
    """Whether this very process still runs."""
    if pid <= 0 or not _runs(pid):
        return False
    now = _began(pid)
    return not (began and now and began != now)


if sys.platform == "win32":

    def _runs(pid: int) -> bool:
        # os.kill would end the process on Windows.
        import ctypes

        query, still_active = 0x1000, 259
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(query, False, pid)
        if not handle:
            return bool(kernel.GetLastError() == 5)  # access denied: it is there
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return not known or code.value == still_active

else:

    def _runs(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError) as error:
            return isinstance(error, PermissionError)
        return True
