"""What a scripted lead is, how one plays a shift, and the test for "does something need you?".

A lead of your own is a class with `decide`: it gets the view that a trainee has, and answers with
acts. `shiftlead simulate SCENARIO --strategy my_lead.py:MyLead` plays it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from simulator.engine.acts.shapes import SHAPES, AnyAct
from simulator.engine.api import advance, give, next_due, open_shift, view
from simulator.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.engine.acts.base import Given
    from simulator.engine.log import LogEntry
    from simulator.engine.state import State
    from simulator.engine.view import View
    from simulator.engine.world import World

MOST_AT_ONCE = 200
"""Acts that a lead may give in one minute: far beyond any sense, short of an endless loop."""

AHEAD = 5
"""Minutes before a promise is due at which it needs the lead: time for the longest message."""

ADDRESSED = frozenset(
    {"scene.opened", "incident.halted", "incident.known", "incident.worsened", "ticket.refused",
     "stakeholder.answered", "analyst.asked-help", "act.failed", "shift.closed"}
)  # fmt: skip
"""Kinds of entries that are addressed to the lead: somebody waits, asks, answers or refuses."""

NOTABLE = frozenset(
    {"analyst.sign", "conflict.sign", "conflict.row", "incident.mitigated", "incident.resolved",
     "promise.broken", "story.told", "ticket.breached", "update.missed"}
)  # fmt: skip
"""Kinds of entries that are not addressed to the lead and yet worth a look."""

ENDED = frozenset({"act.done", "act.failed", "act.left"})
"""Kinds of entries after which the lead may be free."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Ask me again at this minute, if nothing happens before."""

    until: int
    """Minute of the shift."""


class Strategy(Protocol):
    """A scripted lead. A new one is made for every run; what it remembers is its own affair."""

    def decide(self, view: View) -> Iterable[AnyAct | Wait]:
        """Return what to do now.

        Asked at minute 0, when there is something new to see, when the lead became free, and at
        the minute of the last `Wait`. Each act is given before the next one is taken, so a
        generator sees what its last act changed.
        """
        ...


def something_waits(view: View) -> bool:
    """Whether anything stands still for the lead: a ticket, a person, a scene."""
    return (
        next(view.waiting(), None) is not None
        or view.scene() is not None
        or any(person.waits_since is not None for person in view.team())
    )


def needs_lead(entries: Sequence[LogEntry], view: View) -> bool:
    """Whether something needs the lead, after these new entries and at this minute.

    Something does when an entry is addressed to the lead, when the lead became free while
    something waits, when a promise is due now or in five minutes, or an agreed check-in now.
    The screen pauses for it.
    """
    if any(entry.seen and entry.kind in ADDRESSED for entry in entries):
        return True
    if any(entry.kind in ENDED for entry in entries):
        agenda = view.agenda()
        if agenda.in_hand is None and not agenda.queued and something_waits(view):
            return True
    return next_need(view, view.now - 1) == view.now


def worth_a_look(entries: Sequence[LogEntry]) -> bool:
    """Whether these entries hold something that the lead would look up for, asked or not."""
    return any(entry.seen and entry.kind in NOTABLE for entry in entries)


def next_need(view: View, after: int) -> int | None:
    """Return the first minute past `after` at which time alone makes something need the lead."""
    minutes = [due for one in view.promises() for due in (one.due - AHEAD, one.due)]
    minutes += [minute for _, minute in view.check_ins()]
    return min((minute for minute in minutes if minute > after), default=None)


def play(
    world: World, strategy: Strategy, seed: int, luck: int = 0, given: list[Given] | None = None
) -> State:
    """Play a whole shift with a scripted lead and return how it ended.

    The lead is asked at every entry that can be seen, which includes all that `needs_lead` finds
    in entries; for a promise or a check-in of its own it has to `Wait`. The acts are added to
    `given` where a list is passed. Raises `WrongUse` where the lead answers with something that is
    neither an act nor a `Wait`, or never stops.
    """
    state = open_shift(world, seed, luck)
    play_on(state, strategy, given)
    return state


def play_on(state: State, strategy: Strategy, given: list[Given] | None = None) -> None:
    """Play the rest of a shift, a state we own, with a scripted lead; see `play`."""
    world, seen = state.world, view(state)
    wait = _decided(state, seen, strategy, given)
    while not state.over:
        awake = wait if wait is not None and wait > state.now else world.length
        entries = advance(state, max(state.now + 1, min(next_due(state), awake)))
        if not state.over and (state.now == wait or any(entry.seen for entry in entries)):
            wait = _decided(state, seen, strategy, given)


def _decided(state: State, seen: View, strategy: Strategy, given: list[Given] | None) -> int | None:
    """Give what the lead decides now; return the minute it waits for."""
    wait: int | None = None
    for count, answer in enumerate(strategy.decide(seen)):
        if count >= MOST_AT_ONCE:
            raise WrongUse(
                f"The lead gave more than {MOST_AT_ONCE} acts in minute {state.now}.",
                "Let `decide` stop once nothing is left to do.",
            )
        if isinstance(answer, Wait):
            wait = answer.until if wait is None else min(wait, answer.until)
        elif isinstance(answer, SHAPES):
            act = give(state, answer)
            if given is not None:
                given.append(act)
        else:
            raise WrongUse(
                f"The lead answered with {type(answer).__name__} in minute {state.now}.",
                "Let `decide` return acts of `simulator.engine.acts.shapes`, or `Wait`.",
            )
    return wait
