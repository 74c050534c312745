"""The one place where the app asks the engine's words for a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from simulator.engine import words
from simulator.engine.casing import capital
from simulator.runs.sentences import somebody

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


def _of_nobody(sight: Sight, entry: LogEntry) -> str:
    """Return the sentence of a conversation whose sender has no name; "" for any other."""
    if entry.kind not in {"scene.opened", "scene.answered", "scene.lapsed"}:
        return ""
    for item in sight.world.storyline:
        if item.id == entry.data.get("scene") and item.scene and not item.scene.sender:
            who = somebody(item.scene.channel)
            return {
                "scene.opened": f"{capital(who)}: a word with you",
                "scene.answered": f"You answered {who}",
                "scene.lapsed": f"{capital(who)} went unanswered",
            }[entry.kind]
    return ""


def _of_quiet(sight: Sight, entry: LogEntry) -> str:
    """Return what is known of an incident that nobody notices yet; "" for any other entry."""
    if entry.kind != "incident.known":
        return ""
    facts = {one.id: one.text for one in sight.facts()}
    for one in sight.world.incidents:
        if entry.subject == f"incident:{one.id}" and one.quiet and one.known_by in facts:
            return f"{one.name}: {facts[one.known_by]}"
    return ""


def why_failed(sight: Sight, entry: LogEntry) -> str:
    """Return in words why the act of an `act.failed` entry came to nothing."""
    return words.failure(entry, SeenNames(sight), words.clock_of(sight.world))


def told(sight: Sight, entry: LogEntry) -> str:
    """Return an entry as a sentence, "" for one that is never told."""
    if special := _of_nobody(sight, entry) or _of_quiet(sight, entry):
        return special
    return words.sentence(entry, SeenNames(sight), words.clock_of(sight.world))


def why_not(sight: Sight, refusal: Refusal) -> str:
    """Return in words why an act is not possible now."""
    return words.refusal(refusal, SeenNames(sight), words.clock_of(sight.world))
