"""Whole shifts, played as a person would: through the command, in a process of its own."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from simulator.runs.file import read_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from simulator.runs.contents import RunFile

PATIENCE = 60.0
"""Seconds until a terminal that does not answer fails a test."""

ESCAPES = re.compile(
    rb"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1bP.*?\x1b\\|\x1b[()][A-Z0-9]|\x1b[=>78]"
)
"""What a terminal would obey instead of showing."""

COMMAND = (sys.executable, "-m", "simulator.cli.main")


@dataclass(frozen=True, slots=True)
class Played:
    """What a command wrote, and how it ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class House:
    """A data folder of its own, and the command that keeps its runs there."""

    folder: Path

    def environment(self) -> Mapping[str, str]:
        """Return the environment of its processes."""
        own = {name: str(self.folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        clean = {k: v for k, v in os.environ.items() if not k.startswith("SHIFTLEAD")}
        store = str(self.folder / "shiftlead.db")
        return {**clean, **own, "SHIFTLEAD_STORE": store, "PYTHONIOENCODING": "utf-8"}

    def shiftlead(self, *arguments: str | Path, stdin: str = "") -> Played:
        """Run a command to its end."""
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)], input=stdin, env=self.environment(),
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip
        return Played(done.returncode, done.stdout, done.stderr)

    def script(self, text: str) -> Path:
        """Return a script with these lines."""
        path = self.folder / "lines.txt"
        path.write_text(text, encoding="utf-8")
        return path

    def journals(self) -> list[Path]:
        """Return the run files that are not in the store."""
        return sorted((self.folder / "runs").glob("*.run.jsonl"))

    def run_file(self, run: str) -> RunFile:
        """Return a stored run."""
        path = self.folder / f"{run}.run.jsonl"
        done = self.shiftlead("runs", "export", run, "--to", path)
        assert done.code == 0, done.err
        return read_run(path)


@pytest.fixture(scope="session")
def new_house() -> Callable[[Path], House]:
    """Return how a house is made in a folder."""
    return House


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Return a house with nothing in it."""
    return House(tmp_path)


class Terminal:
    """A command in a real terminal of 80 by 24."""

    def __init__(self, house: House, *arguments: str) -> None:
        pty = pytest.importorskip("pty")
        fcntl = pytest.importorskip("fcntl")
        termios = pytest.importorskip("termios")
        environment = {**house.environment(), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        for name in ("COLUMNS", "LINES", "NO_COLOR"):
            environment.pop(name, None)
        self._process, self._end = pty.fork()
        if self._process == 0:
            # Whoever runs the tests may have told its children not to hear Ctrl+C.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execvpe(COMMAND[0], [*COMMAND, *arguments], environment)
        size = (24).to_bytes(2, sys.byteorder) + (80).to_bytes(2, sys.byteorder) + bytes(4)
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, size)
        self._raw = b""
        self._from = 0
        self.code: int | None = None

    @property
    def text(self) -> str:
        """Everything that was shown so far, without what a terminal obeys."""
        return ESCAPES.sub(b"", self._raw).decode("utf-8", "replace")

    def type(self, keys: str) -> None:
        """Press keys; what is expected next has to be shown after them."""
        self._from = len(self.text)
        os.write(self._end, keys.encode())

    def expect(self, pattern: str) -> str:
        """Wait until something is shown that was not shown before the last keys."""
        found = self._seen(pattern, PATIENCE)
        if found is None:
            pytest.fail(f"{pattern!r} did not appear; last seen: {self.text[-1500:]!r}")
        return found

    def interrupt(self, pattern: str) -> str:
        """Press Ctrl+C until something is shown.

        One that arrives between the prompt and the wait for a line is only heard with the next key.
        """
        for _ in range(10):
            self.type("\x03")
            found = self._seen(pattern, PATIENCE / 10)
            if found is not None:
                return found
        pytest.fail(f"{pattern!r} did not appear; last seen: {self.text[-1500:]!r}")

    def _seen(self, pattern: str, seconds: float) -> str | None:
        """Return what is shown after the last keys, None if it does not come in time."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = re.search(pattern, self.text[self._from :])
            if found:
                return found[0]
            if not self._read(0.2):
                break
        return None

    def _read(self, seconds: float) -> bool:
        """Take what the terminal shows; return False once nothing more can come."""
        ready, _, _ = select.select([self._end], [], [], seconds)
        if not ready:
            return True
        try:
            got = os.read(self._end, 65536)
        except OSError:
            return False
        self._raw += got
        return bool(got)

    def ended(self) -> int:
        """Wait for the end of the process and return its exit code."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            process, status = os.waitpid(self._process, os.WNOHANG)
            if process:
                self.code = os.waitstatus_to_exitcode(status)
                return self.code
            self._read(0.1)
        pytest.fail(f"it did not end; last seen: {self.text[-1500:]!r}")

    def kill(self) -> None:
        """Kill the process as a lost connection or a power cut would."""
        os.kill(self._process, signal.SIGKILL)
        self.ended()

    def close(self) -> None:
        """Leave nothing behind."""
        if self.code is None:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        os.close(self._end)


@pytest.fixture
def terminal(house: House) -> Iterator[Callable[..., Terminal]]:
    """Open commands in a terminal; all of them are closed at the end."""
    opened: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        opened.append(Terminal(house, *arguments))
        return opened[-1]

    yield start
    for one in opened:
        one.close()
