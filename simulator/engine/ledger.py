"""The ledger of trust: why somebody outside trusts the desk more or less, and what caused it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.engine.state import State

REASONS: Mapping[str, str] = {
    "kept": "a promise was kept",
    "broken": "a promise was broken",
    "first-word": "a first word came",
    "missed": "no word came when one was due",
    "silent": "there was still no word",
    "unanswered": "nobody had time when they asked",
    "straight": "they were asked what they need",
    "untrue": "a statement was not true",
    "contradiction": "somebody else was told something else",
    "second-hand": "they heard it from somebody else first",
    "noise": "an update had nothing new in it",
    "not-theirs": "they were asked about something that is not theirs",
    "worse": "it got worse by the desk's own hands",
    "closed": "they were told that it is over",
    "relapsed": "they were told that it is over, and it was not",
    "lowered": "its severity was lowered while it was down",
    "frozen": "their change was held back without need",
    "not-closed": "nobody told them that it is over",
    "story": "something happened, or was said",
}
"""Why trust changes, in words that complete `because ...`."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the ledger: which way, why and since when, never by how much."""

    at: int
    who: str
    up: bool
    why: str
    """One of `REASONS`."""
    cause: int
    """Number of the entry that brought it about."""


def changes(state: State, who: str) -> Iterator[Change]:
    """Yield what moved somebody's trust as far as the lead could see its cause, oldest first."""
    subject = f"stakeholder:{who}"
    for entry in state.log:
        if entry.kind != "stakeholder.trust-changed" or entry.subject != subject:
            continue
        if entry.because >= 0 and state.log[entry.because].seen:
            up = not str(entry.data["change"]).startswith("-")
            yield Change(entry.at, who, up, str(entry.data["why"]), entry.because)
