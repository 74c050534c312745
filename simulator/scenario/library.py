"""The shelf of scenarios, and the one way to load one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.scenario.diagnostics import Diagnostic, Place
from simulator.scenario.files import DiskFiles, Files, TextFiles, find, paths, shelf_names
from simulator.scenario.houses import in_use
from simulator.scenario.reading import Reading, read
from simulator.scenario.suggest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from scoring.rubric import Rubric
    from simulator.engine.world import Condition, World


@dataclass(frozen=True, slots=True)
class Play:
    """One step of the author's own good play."""

    when: Condition | None
    at: int | None
    """Minute of the shift."""
    do: tuple[str, ...]
    """Lines of plain mode."""
    why: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario that was loaded, or the reasons why it wasn't."""

    world: World | None
    rubric: Rubric | None
    texts: Mapping[str, str]
    """Every text that was read, by the name a run file keeps it under."""
    hash: str
    playbook: tuple[Play, ...]
    forms: Mapping[str, tuple[int, ...]]
    """Sets of seeds with the same opportunities, by name."""
    diagnostics: tuple[Diagnostic, ...]
    left_out: int = 0
    """Problems beyond the hundred that are kept."""

    @property
    def ok(self) -> bool:
        """Whether it can be played and scored."""
        return self.world is not None and self.rubric is not None


@dataclass(frozen=True, slots=True)
class Summary:
    """One scenario on the shelf."""

    id: str
    title: str
    kind: str
    grade: str
    lead_role: str
    minutes: int
    version: str
    hash: str
    path: str
    summary: str = ""
    content_note: str = ""
    """What somebody may not want to meet in it; "" for nothing."""


def load(path_or_id: str | Path) -> Loaded:
    """Load a scenario by its path, or by its id from the library; a bad one has diagnostics.

    The house file in use is laid over it.
    """
    path = find(path_or_id)
    if path is None:
        return _absent(str(path_or_id))
    return loaded(read(DiskFiles(path, str(path), in_use())))


def load_texts(texts: Mapping[str, str]) -> Loaded:
    """Load a scenario from the texts that a run file carries; nothing else is read."""
    return loaded(read(TextFiles(texts)))


def loaded(reading: Reading) -> Loaded:
    """Return what players and scoring need of a reading."""
    problems, model = reading.problems, reading.model
    ok = reading.world is not None and reading.rubric is not None and not problems.failed
    conditions = {id(spot.node): made.condition for spot, made in reading.compiled}
    playbook: tuple[Play, ...] = ()
    if ok and model is not None and reading.shift is not None:
        shift = reading.shift
        playbook = tuple(
            Play(
                conditions.get(id(item.when)) if item.when is not None else None,
                shift.minute(item.at) if item.at else None,
                tuple(item.do),
                item.why,
            )
            for item in model.playbook
        )
    return Loaded(
        world=reading.world if ok else None,
        rubric=reading.rubric if ok else None,
        texts=problems.texts(),
        hash=reading.hash,
        playbook=playbook,
        forms={str(k): tuple(v) for k, v in model.forms.items()} if model else {},
        diagnostics=problems.ordered(),
        left_out=problems.left_out,
    )


def files_of(path: Path) -> Files:
    """Return the files of a path as the author gave it."""
    return DiskFiles(path)


def _absent(name: str) -> Loaded:
    near = nearest(name, shelf_names(""))
    text = did_you_mean(near) or f"the library has: {', '.join(shelf_names(''))}"
    problem = Diagnostic(
        "Y001",
        "error",
        f'there is no scenario or file "{name[:60]}"',
        Place(name, 1, 1, 1, 1),
        text,
    )
    return Loaded(None, None, {}, "", (), {}, (problem,))


def shelf() -> tuple[Summary, ...]:
    """Return what the library holds; a scenario with errors is left out."""
    return tuple(summary for path in paths() if (summary := summary_of(path)) is not None)


def summary_of(path: Path) -> Summary | None:
    """Return one line about a scenario, None if it can't be loaded."""
    world = load(path).world
    if world is None:
        return None
    return Summary(
        world.id, world.title, world.kind, world.grade, world.lead_role, world.length,
        world.version, world.hash, str(path), world.summary, world.content_note,
    )  # fmt: skip
