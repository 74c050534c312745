"""Delegation: whether work is given away, how completely, and whose hands are on it."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from scoring.log import bare, whole
from scoring.measures.common import (
    GIVEN,
    OVER,
    cite,
    fits,
    half_up,
    span_of,
    spans,
    waits,
    whole_shift,
    within,
)
from scoring.measures.registry import Figure, measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Scope
    from simulator.engine.log import LogEntry

HANDS_ON = ("ticket.taken", "incident.taken")

FULL = 3
"""Pieces of work, in hand or set aside, beside which nobody has room for another. (J; behaviours
10, 82)"""

BEGINS = (*GIVEN, "ticket.started", "incident.opened")
"""What shows that somebody has a piece of work."""
ENDS = (*OVER, *HANDS_ON, "ticket.resolved", "ticket.passed-on", "ticket.let-go",
        "ticket.put-back", "ticket.linked", "ticket.deferred", "ticket.declined",
        "incident.dropped")  # fmt: skip
"""What shows that whoever had it has it no more."""

LOOP = 30
"""Minutes within which whoever leads an incident comes back to it, at least. (I5, I9)"""


def first_given(log: Log, window: Window, person: str = "") -> LogEntry | None:
    """Return the entry by which the lead first gave the window's task to one who can do it."""
    for entry in log.about(window.subject):
        meant = not person or entry.data.get("to") == person
        if entry.kind in GIVEN and meant and in_reach(entry):
            return entry
    return None


class Charge(NamedTuple):
    """How far the lead led one incident, beside giving it away and looking in."""

    half: int
    """Minute by which half of its time since the opening had passed."""
    first: LogEntry | None
    """The first thing of the lead's about it while it lasted; None where there was none."""
    without: tuple[int, int] | None
    """The longest stretch without anything after that, where it is too long; None otherwise."""

    @property
    def led(self) -> bool:
        """Whether the lead led it for as long as it lasted."""
        early = self.first is not None and self.first.at <= self.half
        return early and self.without is None


def charge(log: Log, window: Window) -> Charge:
    """Return how far the lead led a window's incident.

    Led is: something of the lead's was about it before half of its time since the opening had
    passed, and from then on no stretch without lasts longer than that, or than half an hour.
    Giving it away, the first time or again, and looking in on whoever has it are looked at by
    themselves; hands that do nothing else are away.
    """
    over = span_of(log, window.subject)[1]
    half = max(0, over - window.opens) // 2
    deeds = [entry for entry in _deeds(log, window.subject) if entry.at <= over]
    first = min(deeds, key=attrgetter("at"), default=None)
    stretches = pairwise((*sorted(entry.at for entry in deeds), over))
    low, high = max(stretches, key=lambda row: row[1] - row[0], default=(over, over))
    too_long = high - low > max(half, LOOP)
    return Charge(window.opens + half, first, (low, high) if too_long else None)


def took_charge(log: Log, windows: Sequence[Window]) -> bool:
    """Return whether the lead led one of the windows' incidents for as long as it lasted."""
    return any(charge(log, window).led for window in windows)


def _deeds(log: Log, incident: str) -> Iterator[LogEntry]:
    """Yield what the lead did about an incident beside giving it away: words, requests, orders."""
    for entry in log.about(incident):
        if entry.actor == "lead" and entry.kind not in GIVEN:
            yield entry
    for entry in log.of("message.sent", "desk.told", "task.escalated"):
        if bare(incident) in (entry.data.get("about"), entry.data.get("task")):
            yield entry


def gaps(given: LogEntry) -> int:
    """Return how many of outcome, due time and acknowledgement a giving lacks."""
    data = given.data
    return (
        (not data.get("outcome"))
        + (whole(data.get("due"), -1) < 0)
        + (data.get("acknowledged") is not True)
    )


@measure(
    "delegated-complete", unit="minutes", better="less", takes={"person"},
    needs=("window.opened", *GIVEN), source="incident-practice 1", act_minutes=3,
)  # fmt: skip
def delegated_complete(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window to its task being given to one person who can do it.

    Who can is somebody at most one skill point short of it, and one short only with help.
    """
    return waits(windows, lambda window: first_given(log, window, scope.person))


@measure(
    "delegated-gaps", unit="count", better="less", takes={"person"},
    needs=("window.opened", *GIVEN), source="incident-practice 1; behaviours 9",
)  # fmt: skip
def delegated_gaps(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How many of outcome, due time and acknowledgement are missing when a task is first given.

    That is to one who can do it; the worst of several windows counts.
    """
    rows: list[tuple[int, LogEntry]] = []
    for window in windows:
        entry = first_given(log, window, scope.person)
        if entry is not None and entry.at <= window.closes:
            rows.append((gaps(entry), entry))
    if not rows:
        return Figure(None)
    rows.sort(key=lambda row: -row[0])
    return Figure(rows[0][0], cite(entry for _, entry in rows), len(rows))


@measure(
    "own-hands", unit="minutes", better="less", takes={"during"},
    needs=("window.opened", *HANDS_ON), source="incident-practice 3; behaviours 1, 6",
    act_minutes=1, over_all=True, late_counts=True,
)  # fmt: skip
def own_hands(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes the lead's own hands were on tickets or incident steps while a P1 was open.

    None where the lead had nothing to do with the incident in the first half of its time, or let
    go of it later: hands that do nothing are not off the tools, they are away. Where a house file
    says what share of a lead's time is for such work, only the minutes beyond that share of the
    incident's time count.
    """
    if not whole_shift(windows) and not took_charge(log, windows):
        return Figure(None)
    opens = min((window.opens for window in windows), default=0)
    stretches = spans(log, scope.during)
    rows: list[tuple[int, LogEntry]] = []
    for entry in log.of(*HANDS_ON):
        if entry.data.get("p1_open") is True and within(stretches, entry.at):
            minutes = min(whole(entry.data.get("minutes")), entry.at - opens)
            if minutes > 0:
                rows.append((minutes, entry))
    rows.sort(key=lambda row: -row[0])
    minutes = sum(minutes for minutes, _ in rows) - _left_to_hands(log, windows, scope, opens)
    return Figure(max(0, minutes), cite(e for _, e in rows), len(rows))


def in_reach(entry: LogEntry) -> bool:
    """Return whether who was given work can do it: one skill point short only with help.

    Help is the lead at their side, or somebody beside them who can do it alone.
    """
    data = entry.data
    gap = whole(data.get("gap"))
    beside = bool(data.get("beside")) and whole(data.get("beside_gap")) >= 0
    helped = beside or data.get("style") in ("show", "alongside")
    return gap >= 0 or (gap == -1 and helped)


def given_last(log: Log, scope: Scope, field: str) -> list[LogEntry]:
    """Return the work given away, among what tells a field.

    The same work given to the same person again is one giving, on its last terms.
    """
    last: dict[tuple[str, object], LogEntry] = {}
    for entry in log.of(*GIVEN):
        if field in entry.data and fits(log, entry, scope):
            last[entry.subject, entry.data.get("to")] = entry
    return list(last.values())


def mean_of(rows: Sequence[tuple[int, LogEntry]]) -> Figure:
    """Return the mean of what each giving is worth, in permille; the poorest is cited first."""
    if not rows:
        return Figure(None)
    worst_first = sorted(rows, key=lambda row: row[0])
    total = sum(worth for worth, _ in rows)
    return Figure(half_up(total, len(rows)), cite(entry for _, entry in worst_first), len(rows))


@measure(
    "within-reach", unit="permille", better="more", takes={"person", "priority", "during"},
    needs=GIVEN, source="behaviours 10", over_all=True, late_counts=True,
)  # fmt: skip
def within_reach(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of the work given away that is within reach of who got it, and has room for it.

    Within reach is a skill at most one point short of what the work needs, and one short only
    with somebody beside them. Who has three other pieces in hand or set aside has no room for a
    fourth. None where nothing was given.
    """
    return mean_of([
        (1000 * (in_reach(one) and pile(log, one) < FULL), one)
        for one in given_last(log, scope, "gap")
    ])  # fmt: skip


def pile(log: Log, given: LogEntry) -> int:
    """Return how many other pieces of work somebody had, in hand or set aside, when given one."""
    had: dict[str, object] = {}
    for entry in log.of(*BEGINS, *ENDS):
        if entry.number >= given.number:
            break
        had[entry.subject] = entry.data.get("to") if entry.kind in BEGINS else None
    had.pop(given.subject, None)
    return sum(who == given.data.get("to") for who in had.values())


@measure(
    "fitting-room", unit="permille", better="more", takes={"person", "priority", "during"},
    needs=GIVEN, source="behaviours 8, 92", over_all=True, late_counts=True,
)  # fmt: skip
def fitting_room(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How far the work given away leaves as much room as who got it can use: the mean.

    The steps are show, alongside, on call, hand over. The right one counts whole, and one that is
    a step off half: of four steps, one in the middle is never further off, whoever gets the work.
    How hard a ticket is stands nowhere on the desk; a step too tight for it counts whole. None
    where nothing was given.
    """
    return mean_of([(_room(one), one) for one in given_last(log, scope, "fit")])


def _room(given: LogEntry) -> int:
    """Return what the freedom left with work that was given is worth, in permille."""
    fit = whole(given.data["fit"])
    if given.kind.startswith("ticket.") and fit == 1:
        return 1000
    return max(0, 1000 - 500 * abs(fit))


def _left_to_hands(log: Log, windows: Sequence[Window], scope: Scope, opens: int) -> int:
    """Return the minutes that a house leaves to a lead's own hands while the incidents last."""
    ends = [log.end if w.kind == "shift" else span_of(log, w.subject)[1] for w in windows]
    return scope.hands_on * max(0, max(ends, default=opens) - opens) // 1000
