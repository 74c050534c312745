"""Watches a scenario's files: checks them when they change, and keeps the last version that played.

Nothing that stands in a file, half-saved or gone, ends the watching.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.authoring.preview.pages import Page, pages
from simulator.authoring.validate import check
from simulator.scenario.files import DiskFiles

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.engine.world import World
    from simulator.scenario.diagnostics import Diagnostic


class Watching:
    """A scenario as it stands on the disk, and as it last could be played."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: tuple[Diagnostic, ...] = ()
        """Of what stands on the disk now."""
        self.texts: dict[str, str] = {}
        """The files that were read, by the path that problems name."""
        self.world: World | None = None
        """The last version that could be played; None while there has been none."""
        self.pages: tuple[Page, ...] = ()
        """Its pages."""
        self.current = False
        """Whether that version is what stands on the disk now."""
        self._seen: tuple[tuple[str, int, int], ...] | None = None

    def look(self) -> bool:
        """Check the files if they changed since the last look; return whether they did."""
        stamp = self._stamp()
        if stamp == self._seen:
            return False
        self._seen = stamp
        reading = check(DiskFiles(self.path))
        self.problems = reading.problems.ordered()
        self.texts = {name: source.text for name, source in reading.problems.sources.items()}
        self.current = reading.world is not None and not reading.problems.failed
        if self.current and reading.world is not None:
            self.world, self.pages = reading.world, pages(reading.world)
        return True

    def _stamp(self) -> tuple[tuple[str, int, int], ...]:
        """Return what tells that a file is another one now: its name, time and size."""
        spots = sorted(self.path.glob("*.yaml")) if self.path.is_dir() else [self.path]
        rows = []
        for spot in spots:
            try:
                status = spot.stat()
            except OSError:
                continue  # Between being taken away and being written again.
            rows.append((spot.name, status.st_mtime_ns, status.st_size))
        return tuple(rows)
