"""Where a scenario's texts come from: a file, a folder, the shipped library, or a run file."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from simulator.bounded import is_there
from simulator.scenario.text import decode, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.scenario.diagnostics import Problems, Source
    from simulator.scenario.nodes import Placed, Scalar

MOST_FILES = 16
"""Files of one scenario."""
MOST_BYTES = 4 * 1024 * 1024
"""All of them together."""
HOUSE = "house/house"
"""The name under which a run file keeps the house file."""
DECLARES = re.compile(r"^(?:profile|rubric|house): *[a-z0-9-]+ *$", re.MULTILINE)
"""What a profile, a rubric or a house file says of itself, and nothing else does."""
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\Z")


class Files(Protocol):
    """Reads the texts of one scenario."""

    def main(self, problems: Problems) -> list[Source]:
        """Return the texts of the scenario itself: one, or the parts of a folder."""
        ...

    def other(
        self, kind: str, name: str, place: Placed | None, problems: Problems
    ) -> Source | None:
        """Return a profile's (`profiles`) or a rubric's (`rubrics`) text; None reports nothing."""
        ...

    def house(self, problems: Problems) -> Source | None:
        """Return the text of the house file that counts here, None for none."""
        ...


def shipped() -> Path:
    """Return the folder of the shipped scenarios."""
    return Path(str(files("scenarios")))


class DiskFiles:
    """A file, or a folder with parts."""

    def __init__(self, path: Path, shown: str = "", house: Path | None = None) -> None:
        self.path = path
        self.shown = shown or str(path)
        self.folder = path if path.is_dir() else path.parent
        self.house_file = house
        self.bytes = 0
        self.count = 0

    def main(self, problems: Problems) -> list[Source]:
        """Return the file, or all YAML files of the folder that are no profile and no rubric."""
        if not self.path.is_dir():
            source = self._read(self.path, self.path.name, self.shown, problems)
            return [source] if source else []
        names = sorted(p for p in self.path.glob("*.yaml") if not p.name.startswith("."))
        if not names:
            problems.source(self.shown, "")
            problems.add(
                "Y001",
                "this folder holds no scenario",
                None,
                help="a folder scenario has a scenario.yaml",
            )
            return []
        names.sort(key=lambda p: (p.name != "scenario.yaml", p.name))
        sources: list[Source] = []
        for path in names[:MOST_FILES]:
            shown = f"{self.shown.rstrip('/')}/{path.name}"
            source = self._read(path, path.name, shown, problems)
            if source is None:
                continue
            if path.name != "scenario.yaml" and DECLARES.search(source.text):
                del problems.sources[shown]
                continue
            sources.append(source)
        return sources

    def other(
        self, kind: str, name: str, place: Placed | None, problems: Problems
    ) -> Source | None:
        """Look beside the scenario first, then among the shipped ones."""
        plain = name.removesuffix(".yaml")
        inside = self._inside(name if name.endswith(".yaml") else f"{kind}/{name}.yaml")
        spots = [inside] if inside else []
        if NAME.match(plain):
            beside = self._inside(f"{plain}.yaml")
            spots += [beside] if beside else []
            spots.append(shipped() / kind / f"{plain}.yaml")
        for spot in spots:
            if spot == self.path or not spot.is_file():
                continue
            source = self._read(spot, f"{kind}/{plain}", str(spot), problems)
            if source is not None and spot != inside and not DECLARES.search(source.text):
                del problems.sources[str(spot)]  # a scenario of that name, say
                continue
            return source
        return None

    def house(self, problems: Problems) -> Source | None:
        """Return the house file that was named, or report that it is not there."""
        path = self.house_file
        return None if path is None else self._read(path, HOUSE, str(path), problems)

    def _inside(self, name: str) -> Path | None:
        try:
            path = (self.folder / name).resolve()
            return path if path.is_relative_to(self.folder.resolve()) else None
        except (OSError, ValueError, RuntimeError):
            return None

    def _read(self, path: Path, key: str, shown: str, problems: Problems) -> Source | None:
        self.count += 1
        data = read_bytes(path, shown, problems)
        if data is None:
            return None
        self.bytes += len(data)
        if self.count > MOST_FILES or self.bytes > MOST_BYTES:
            source = problems.source(shown, "")
            problems.add(
                "Y055",
                f"a scenario has at most {MOST_FILES} files and {MOST_BYTES // 1024 // 1024} MiB",
                source.place(0, 0),
            )
            return None
        source_ = decode(data, shown, problems)
        if source_ is not None:
            source_.key = key
        return source_


class TextFiles:
    """The texts that a run file carries; the first ones are the scenario."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def main(self, problems: Problems) -> list[Source]:
        """Return every text that is no profile and no rubric."""
        names = [n for n in self.texts if not n.startswith(("profiles/", "rubrics/", HOUSE))]
        return [problems.source(name, self.texts[name]) for name in names]

    def other(
        self, kind: str, name: str, place: Placed | None, problems: Problems
    ) -> Source | None:
        """Return the text under the name that it was stored with."""
        key = f"{kind}/{name.removesuffix('.yaml')}"
        text = self.texts.get(key)
        return None if text is None else problems.source(key, text)

    def house(self, problems: Problems) -> Source | None:
        """Return the house file that the run was played under."""
        text = self.texts.get(HOUSE)
        return None if text is None else problems.source(HOUSE, text)


def leaves_folder(name: Scalar | str) -> bool:
    """Return whether a name points out of the scenario's folder."""
    parts = re.split(r"[/\\]", str(name))
    return ".." in parts or str(name).startswith(("/", "\\", "~")) or ":" in parts[0]


def find(path_or_id: str | Path) -> Path | None:
    """Return the file or folder of a path, or of a scenario of the library."""
    text = str(path_or_id)
    if NAME.match(text):
        for name in (f"{text}.yaml", text):
            spot = shipped() / name
            if spot.is_file() or (spot / "scenario.yaml").is_file():
                return spot
    path = Path(path_or_id)
    return path if is_there(path) else None


def paths() -> tuple[Path, ...]:
    """Return the shipped scenarios, files and folders, by name."""
    root = shipped()
    found = [path for path in root.glob("*.yaml") if not path.name.startswith(".")]
    found += [path.parent for path in root.glob("*/scenario.yaml")]
    return tuple(sorted(found, key=lambda path: path.stem))


def shelf_names(kind: str) -> tuple[str, ...]:
    """Return the names of shipped scenarios (""), `profiles` or `rubrics`."""
    if not kind:
        return tuple(path.stem for path in paths())
    return tuple(sorted(path.stem for path in (shipped() / kind).glob("*.yaml")))
