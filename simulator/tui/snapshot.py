"""One frozen picture of the desk: built from a view once per repaint, read by every widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from simulator.tui import say
from simulator.tui.crew import people
from simulator.tui.happened import strip
from simulator.tui.picture import agenda_line, known, promises, rows
from simulator.tui.standing_words import standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.acts.base import Act
    from simulator.tui.desk import Sight
    from simulator.tui.pacing import Pacing
    from simulator.tui.shown import PersonShown, PromiseShown, RowShown, Stop, StripShown

Trend = Literal["↑", "↓", ""]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything the shift screen shows."""

    title: str
    day: str
    clock: str
    pace: str
    """`▶2x`, or the word `paused`."""
    waiting: int
    trend: Trend
    calls: int
    """Phones that ring for you."""
    longest_call: int | None
    """Minutes for which the first of those at the telephones has waited; None on a desk without."""
    counter: int
    """People who stand at the counter and wait."""
    call_left: int | None
    """Minutes until the first of who wants a word gives up."""
    talks: int
    """Conversations that wait for your answer, calls among them."""
    first: str
    """What the house calls the highest priority."""
    p1: int
    due_soon: int
    rows: tuple[RowShown, ...]
    hidden: int
    """Rows that are waiting but not shown."""
    people: tuple[PersonShown, ...]
    promises: tuple[PromiseShown, ...]
    standing: tuple[str, ...]
    """The standing orders in force."""
    agenda: tuple[str, str, str]
    """What you are busy with, the action that would answer it ("" for none), what is next."""
    hint: str
    """A line of help in practice, "" for none."""
    strip: tuple[StripShown, ...]
    """What happened, newest first."""
    known: tuple[StripShown, ...]
    """What you know, the newest first."""
    needs: frozenset[str]
    """What is addressed to you and open: `scene:ID`, `word:ANALYST`."""
    busy: bool
    """Whether an act of yours is in hand."""
    over: bool


def stands_still(pacing: Pacing) -> bool:
    """Return whether the shift is stopped, apart from a dialog that is open."""
    return pacing.held_by("pause") or pacing.held_by("need")


def needs(sight: Sight) -> frozenset[str]:
    """Return what is addressed to the lead and open; a new one stops the clock."""
    scenes = frozenset(f"scene:{one.id}" for one in sight.scenes() if not one.put_off)
    return scenes | frozenset(
        f"word:{one.id}" for one in sight.team() if one.waits_since is not None
    )


def take(
    sight: Sight,
    pacing: Pacing,
    over: bool = False,
    find: str = "",
    hint: str = "",
    given: Mapping[int, tuple[Act, str]] | None = None,
    stop: Stop | None = None,
) -> Snapshot:
    """Return the picture of this minute; `find` leaves only the rows that contain it.

    `given` holds the acts ordered so far, to name one that came to nothing; `stop` is what the
    clock stopped for last.
    """
    starts, now = sight.world.starts, sight.now
    labels = say.Labels.of(sight)
    counts = sight.header()
    scenes = tuple(sight.scenes())
    shown, hidden = rows(sight, labels, find)
    team = people(sight, labels)
    return Snapshot(
        title=sight.world.title,
        day=say.day(starts, now),
        clock=say.clock(starts, now),
        pace="paused" if stands_still(pacing) else f"▶{pacing.speed}x",
        waiting=counts.waiting,
        trend="↑" if counts.trend > 0 else "↓" if counts.trend < 0 else "",
        calls=counts.calls,
        longest_call=None if sight.world.phones is None else counts.longest_call,
        counter=sum(one.channel == "walk-up" for one in sight.calls()),
        call_left=min((scene.until - now for scene in scenes), default=None),
        talks=len(scenes),
        first=say.priority(sight.world, 1),
        p1=counts.p1,
        due_soon=counts.due_soon,
        rows=shown,
        hidden=hidden,
        people=team,
        promises=promises(sight, labels),
        standing=tuple(words for _, words in standing(sight)),
        agenda=agenda_line(sight, labels),
        hint=hint,
        strip=strip(sight, labels, given or {}, stop),
        known=known(sight),
        needs=needs(sight),
        busy=sight.agenda().in_hand is not None,
        over=over,
    )
