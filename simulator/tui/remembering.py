"""What a desk knows again of the acts of earlier sittings: messages to repeat, drafts that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Message
from simulator.tui.dialogs.reading import ALL
from simulator.tui.dialogs.sent import Sent, state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.acts.base import Given
    from simulator.engine.log import LogEntry
    from simulator.tui import happened
    from simulator.tui.desk import Sight

TURNS = frozenset({"incident.mitigated", "incident.resolved"})
"""Kinds of entries after which an incident is in another state than before."""


def failed(sight: Sight) -> set[int]:
    """Return the numbers of the acts that came to nothing so far."""
    return _numbers(sight, "act.failed")


def in_force(acts: Sequence[Given], sight: Sight) -> happened.Given:
    """Return the acts that were neither refused nor taken back, by number, with their words."""
    undone = _numbers(sight, "act.refused", "act.withdrawn")
    return {one.number: (one.act, one.words) for one in acts if one.number not in undone}


def messages(acts: Sequence[Given], sight: Sight) -> dict[tuple[str, str], Sent]:
    """Return the last message to each audience about each matter; one that was lost is a draft."""
    kept, lost = in_force(acts, sight), failed(sight)
    return {
        (one.act.to, one.act.about): Sent(
            one.act, one.at, one.words, one.number in lost, _state_then(sight, one.act, one.at)
        )
        for one in acts
        if isinstance(one.act, Message) and one.number in kept
    }


def _state_then(sight: Sight, message: Message, at: int) -> str:
    """Return the state that the incident has since before a message was given; else "".

    A message is offered again only while its matter stands as it stood then.
    """
    about = f"incident:{message.about}"
    turned = any(
        entry.subject == about and entry.kind in TURNS and entry.at > at
        for entry in sight.strip(ALL)
    )
    return "" if turned else state_of(sight, message.about)


def _numbers(sight: Sight, *kinds: str) -> set[int]:
    return {_number(entry) for entry in sight.strip(ALL) if entry.kind in kinds}


def _number(entry: LogEntry) -> int:
    return int(str(entry.data.get("number", -1)))
