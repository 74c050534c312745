"""Why the clock stopped where it ran until something needs the lead: in one line, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.strategies.protocol import ADDRESSED, AHEAD, NOTABLE
from simulator.tui import say
from simulator.tui.happened import LOOK_BACK, PINNED_KINDS
from simulator.tui.shown import Stop
from simulator.tui.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.log import LogEntry
    from simulator.tui.desk import Sight
    from simulator.tui.say import Labels


def newest(sight: Sight) -> int:
    """Return the number of the newest entry that the lead saw; -1 for none."""
    return max((entry.number for entry in sight.strip(1)), default=-1)


def reason(sight: Sight, after: int) -> Stop | None:
    """Return what the clock stopped for now, with what came after an entry.

    What is addressed to the lead comes first, then what falls due, what is worth a look, and at
    last that nothing is in hand. None where it stands before all else in the strip already.
    """
    labels = say.Labels.of(sight)
    fresh = [entry for entry in sight.strip(LOOK_BACK) if entry.number > after]
    if any(entry.kind in PINNED_KINDS for entry in fresh):
        return None
    lines = (
        *_told(sight, fresh, ADDRESSED),
        *_due(sight, labels),
        *_told(sight, fresh, NOTABLE),
        *_free(sight),
    )
    text = next(iter(lines), "")
    return Stop(sight.now, text) if text else None


def _told(sight: Sight, fresh: list[LogEntry], kinds: frozenset[str]) -> Iterator[str]:
    return (text for entry in fresh if entry.kind in kinds and (text := told(sight, entry)))


def _due(sight: Sight, labels: Labels) -> Iterator[str]:
    """Yield what time alone makes need the lead in this minute: a word owed, a look in."""
    for promise in sight.promises():
        whom, when = labels.who(promise.to), say.clock(sight.world.starts, promise.due)
        if promise.due == sight.now:
            yield f"The word you owe {whom} is due now"
        elif promise.due - AHEAD == sight.now:
            yield f"You owe {whom} a word by {when}, in {say.span(AHEAD)}"
    for who, minute in sight.check_ins():
        if minute == sight.now:
            yield f"You agreed to look in on {labels.who(who)} now"


def _free(sight: Sight) -> Iterator[str]:
    """Yield that nothing is in hand any more, and how much waits."""
    agenda = sight.agenda()
    if agenda.in_hand is None and not agenda.queued:
        many = sight.header().waiting
        waits = f"; {say.count(many, 'ticket')} {'waits' if many == 1 else 'wait'}" if many else ""
        yield f"You are free again{waits}"
