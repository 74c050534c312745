"""The one place where the app asks the engine's words for a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from simulator.engine import words

if TYPE_CHECKING:
    from simulator.engine.acts.base import Refusal
    from simulator.engine.log import LogEntry
    from simulator.engine.world import World
    from simulator.tui.desk import Sight


class SeenNames(Mapping[str, str]):
    """What things are called in one view; tickets are looked up only when a sentence names one."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._names = _names_of(sight.world)

    def __getitem__(self, key: str) -> str:
        """Return a name; raises `KeyError` for what has none."""
        found = self._names.get(key)
        if found is not None:
            return found
        sort, _, ident = key.partition(":")
        if sort != "ticket":
            raise KeyError(key)
        return f"#{self._sight.ticket(ident).number}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


_kept: tuple[World, Mapping[str, str]] | None = None
"""The names of the world asked for last: one shift is on screen at a time."""


def _names_of(world: World) -> Mapping[str, str]:
    global _kept
    if _kept is None or _kept[0] is not world:
        _kept = (world, words.names(world))
    return _kept[1]


def told(sight: Sight, entry: LogEntry) -> str:
    """Return an entry as a sentence, "" for one that is never told."""
    return words.sentence(entry, SeenNames(sight), words.clock_of(sight.world))


def why_not(sight: Sight, refusal: Refusal) -> str:
    """Return in words why an act is not possible now."""
    return words.refusal(refusal, SeenNames(sight), words.clock_of(sight.world))
