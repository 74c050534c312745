"""The order of work: under what order people take from the queue what nobody gave them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.measures.common import cite, permille
from scoring.measures.registry import Figure, NoNeed, measure, no_need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry

BRIEFED = "order.briefed"
"""What says in which order work is taken."""

EACH_THEIR_OWN = "own"
"""The order that is none: everybody goes on in their own."""

READING = 10
"""Minutes from the start in which nothing counts: the lead reads the desk before saying what comes
first. (J)"""

FEWEST = 5
"""Tickets of which a share says something: where people took fewer from the queue, there was hardly
anything to put in order. (J)"""


class Taken(NamedTuple):
    """A ticket that somebody took from the queue by themselves."""

    entry: LogEntry
    said: LogEntry | None
    """The last order of work that had come to them by then; None for none."""

    @property
    def in_order(self) -> bool:
        """Whether that was an order to go by, said with a reason."""
        return self.said is not None and with_reason(self.said)


def with_reason(said: LogEntry) -> bool:
    """Return whether a briefing names an order to go by, and why."""
    return said.data.get("order") != EACH_THEIR_OWN and bool(said.data.get("why"))


def heard(log: Log, who: str) -> list[tuple[int, LogEntry]]:
    """Return each order of work that somebody heard, after the entry by which it came to them.

    Who is in hears it as it is said; who works from home, when it has come through to them.
    """
    if who not in log.remote:
        return [(said.number, said) for said in log.of(BRIEFED)]
    came = [e for e in log.about(f"analyst:{who}") if e.kind == "analyst.heard" and e.because >= 0]
    rows = [(entry.number, log.entries[entry.because]) for entry in came]
    return [(number, said) for number, said in rows if said.kind == BRIEFED]


def from_the_queue(log: Log) -> list[Taken]:
    """Return what people took from the queue by themselves, once the desk could be read.

    Such a beginning has no entry that it comes of. A call that is answered, what comes in to
    somebody with free hands, what a standing order sends to them, and what they take up again that
    was theirs, all come of one: of these nobody chose what comes first.
    """
    orders = {who: heard(log, who) for who in log.team}
    found: list[Taken] = []
    for entry in log.of("ticket.started"):
        if entry.data.get("pulled") is True and entry.because < 0 and entry.at >= READING:
            known = orders.get(str(entry.data.get("to", "")), [])
            by_then = [said for number, said in known if number < entry.number]
            found.append(Taken(entry, by_then[-1] if by_then else None))
    return found


@no_need("pulled-in-order")
def nothing_taken(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return the opening of a window in a shift in which people took next to nothing themselves."""
    few = len(from_the_queue(log)) < FEWEST
    return NoNeed("no opportunity", window.opened) if few else None


@measure(
    "pulled-in-order", unit="permille", better="more", takes=set(),
    needs=("ticket.started", BRIEFED, "analyst.heard"), source="behaviours 24, 61, 63",
    act_minutes=4, over_all=True, late_counts=True,
)  # fmt: skip
def pulled_in_order(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of the tickets taken from the queue while an order of work stood, said with a reason.

    Of those that people took by themselves, after the first ten minutes. What counts is the last
    order that had come to whoever took it: one that leaves everybody to their own is none, and one
    that is changed without a reason does not count from there on. Which ticket somebody then takes
    is theirs. None where people took fewer than five.
    """
    taken = from_the_queue(log)
    if len(taken) < FEWEST:
        return Figure(None)
    kept = [one for one in taken if one.in_order]
    loose = [one for one in taken if not one.in_order]
    loosened, stood = ([one.said for one in group if one.said] for group in (loose, kept))
    evidence = [*loosened, *(one.entry for one in loose), *stood]
    return Figure(permille(len(kept), len(taken)), cite(evidence), len(taken))
