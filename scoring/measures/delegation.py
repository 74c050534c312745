"""Delegation: whether work is given away, how completely, and whether it then moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.log import bare, whole
from scoring.measures.common import (
    GIVEN,
    cite,
    concerns,
    permille,
    span_of,
    spans,
    waits,
    whole_shift,
    within,
)
from scoring.measures.registry import Figure, NoNeed, measure, no_need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry

LOOK_IN = 5
"""Minutes of work that a look-in nobody agreed on costs. (B7, the rules' default)"""

IN_TIME = 25
"""Minutes from the opening within which giving work away always counts as leading it. (J)"""

OVER = ("incident.mitigated", "incident.resolved")
HANDS_ON = ("ticket.taken", "incident.taken")


def first_given(log: Log, window: Window, person: str = "") -> LogEntry | None:
    """Return the entry by which the lead first gave the window's task to one person."""
    for entry in log.about(window.subject):
        if entry.kind in GIVEN and (not person or entry.data.get("to") == person):
            return entry
    return None


def took_charge(log: Log, windows: Sequence[Window]) -> bool:
    """Return whether the lead had something to do with one of the windows' incidents in time.

    In time is while it lasts, and before half of its time since the opening has passed.
    """
    for window in windows:
        over = span_of(log, window.subject)[1]
        first = min(
            [e.at for e in log.about(window.subject) if e.cause == "lead"][:1]
            + [
                entry.at
                for entry in log.of("message.sent", "desk.told")
                if entry.data.get("about") == bare(window.subject)
            ][:1],
            default=None,
        )
        if first is not None and 2 * (first - window.opens) <= max(0, over - window.opens):
            return True
    return False


@measure(
    "delegated-complete", unit="minutes", better="less", takes={"person"},
    needs=("window.opened", *GIVEN), source="incident-practice 1", act_minutes=3,
)  # fmt: skip
def delegated_complete(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window to its task being given to one named person."""
    return waits(windows, lambda window: first_given(log, window, scope.person))


@measure(
    "delegated-gaps", unit="count", better="less", takes={"person"},
    needs=("window.opened", *GIVEN), source="incident-practice 1; behaviours 9",
)  # fmt: skip
def delegated_gaps(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How many of outcome, due time and acknowledgement are missing when a task is first given.

    The worst of several windows counts.
    """
    rows: list[tuple[int, LogEntry]] = []
    for window in windows:
        entry = first_given(log, window, scope.person)
        if entry is not None and entry.at <= window.closes:
            data = entry.data
            missing = (
                (not data.get("outcome"))
                + (whole(data.get("due"), -1) < 0)
                + (data.get("acknowledged") is not True)
            )
            rows.append((missing, entry))
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

    None where the lead had nothing to do with the incident in the first half of its time: hands
    that do nothing are not off the tools, they are away.
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
    return Figure(sum(minutes for minutes, _ in rows), cite(e for _, e in rows), len(rows))


def halts(log: Log, incident: str) -> list[tuple[int, LogEntry, LogEntry | None]]:
    """Return each stretch in which an incident stood still for the lead.

    Minutes, the entry that began it, the one that ended it (None: it stood to the end).
    """
    found: list[tuple[int, LogEntry, LogEntry | None]] = []
    halted: LogEntry | None = None
    for entry in log.about(incident):
        if entry.kind == "incident.halted":
            halted = halted or entry
        elif halted is not None and entry.kind in (
            "incident.approved", "incident.assigned", "incident.reassigned", "incident.went-on",
            "incident.taken", *OVER,
        ):  # fmt: skip
            found.append((entry.at - halted.at, halted, entry))
            halted = None
    if halted is not None:
        found.append((log.end - halted.at, halted, None))
    return found


def incidents_in(log: Log, windows: Sequence[Window]) -> list[str]:
    """Return the incidents that windows are about; for a whole shift, all there were."""
    if whole_shift(windows):
        return list(dict.fromkeys(entry.subject for entry in log.of("incident.started")))
    return [ref for ref in dict.fromkeys(w.subject for w in windows) if ref[:9] == "incident:"]


def given_in_time(log: Log, window: Window) -> bool:
    """Return whether the lead gave an incident to somebody, or the right to go on, in time.

    In time is within twenty-five minutes of the opening, or before half of the time from there to
    its recovery has passed; what is given away once it is nearly over has moved nothing.
    """
    over = span_of(log, window.subject)[1]
    return any(
        entry.kind in (*GIVEN, "incident.approved")
        and entry.at <= over
        and (
            entry.at <= window.opens + IN_TIME
            or 2 * (entry.at - window.opens) <= max(0, over - window.opens)
        )
        for entry in log.about(window.subject)
    )


@measure(
    "stands-still", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "incident.halted", "incident.approved", "incident.went-on",
           "analyst.checked-in", *GIVEN),
    source="incident-practice 2, 6; behaviours 7, 8", act_minutes=1, over_all=True,
    late_counts=True,
)  # fmt: skip
def stands_still(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes an incident stood still for the lead, and five for each look-in not agreed on.

    It stands still from the moment somebody waits for a word until the lead gives it, moves the
    work, or the person goes on alone. None where the lead gave it to nobody in time, nor told
    anybody to go ahead: work in the lead's own hands, or in nobody's, is not work that the lead
    lets move.
    """
    incidents = incidents_in(log, windows)
    if whole_shift(windows):
        given = [
            entry
            for one in incidents
            for entry in log.about(one)
            if entry.kind in (*GIVEN, "incident.approved")
        ]
        if not given:
            return Figure(None)
    elif not any(given_in_time(log, window) for window in windows):
        return Figure(None)
    rows: list[tuple[int, LogEntry]] = []
    for incident in incidents:
        owners = {
            str(entry.data.get("to", ""))
            for entry in log.about(incident)
            if entry.kind in GIVEN or entry.kind == "incident.opened"
        }
        rows += [(minutes, began) for minutes, began, _ in halts(log, incident)]
        low, high = span_of(log, incident)
        rows += [
            (LOOK_IN, entry)
            for entry in log.of("analyst.checked-in")
            if whole(entry.data.get("agreed"), -1) < 0
            and low <= entry.at <= high
            and (
                entry.data.get("task") == bare(incident)
                or ("task" not in entry.data and bare(entry.subject) in owners)
            )
        ]
    rows.sort(key=lambda row: -row[0])
    return Figure(sum(minutes for minutes, _ in rows), cite(e for _, e in rows), len(rows))


class Agreed(NamedTuple):
    """One agreed check-in."""

    given: LogEntry
    kept: LogEntry | None
    """The look-in that held it."""
    moot: bool
    """Whether the work was done, or had moved on, before its minute."""


def agreed(log: Log, scope: Scope) -> list[Agreed]:
    """Return each check-in that was agreed on, in order."""
    held = log.of("analyst.checked-in")
    found: list[Agreed] = []
    for given in log.of(*GIVEN):
        minute = whole(given.data.get("check_in"), -1)
        person = str(given.data.get("to", ""))
        if minute < 0 or (scope.person and person != scope.person):
            continue
        kept = next(
            (
                look
                for look in held
                if bare(look.subject) == person
                and look.at >= given.at
                and whole(look.data.get("agreed"), -1) == minute
            ),
            None,
        )
        moot = minute >= log.end or any(
            entry.kind in (*GIVEN, *OVER, "ticket.resolved") and given.number < entry.number
            for entry in log.about(given.subject)
            if entry.at <= minute
        )
        found.append(Agreed(given, kept, moot and kept is None))
    return found


def unasked_looks(log: Log, scope: Scope) -> list[LogEntry]:
    """Return the look-ins that nobody had agreed on."""
    stretches = spans(log, scope.during)
    return [
        entry
        for entry in log.of("analyst.checked-in")
        if whole(entry.data.get("agreed"), -1) < 0
        and within(stretches, entry.at)
        and (not scope.person or concerns(entry, scope.person))
    ]


@no_need("check-ins-kept")
def done_before(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return why no look was needed: nothing was given away, or it was done before that."""
    found = agreed(log, criterion.scope)
    if unasked_looks(log, criterion.scope):
        return None
    if not found and not given_away(log, window, criterion.scope):
        return NoNeed("no opportunity", window.opened)
    if not found or any(not one.moot for one in found):
        return None
    return NoNeed("prevented", found[0].given.number)


def given_away(log: Log, window: Window, scope: Scope) -> bool:
    """Return whether the lead gave a window's work to somebody while the window was open.

    Work that nobody was given asks for no look; that it was not given is another criterion's.
    """
    return any(
        entry.at <= window.closes and (not scope.person or entry.data.get("to") == scope.person)
        for entry in (log.about(window.subject) if window.subject != "desk" else log.of(*GIVEN))
        if entry.kind in GIVEN
    )


@measure(
    "check-ins-kept", unit="permille", better="more", takes={"person", "during"},
    needs=("analyst.checked-in", *GIVEN), source="incident-practice 2; behaviours 7",
    act_minutes=5, over_all=True,
)  # fmt: skip
def check_ins_kept(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of agreed check-ins that were held, each look-in not agreed on counting against it.

    None where none was agreed and nobody was looked in on.
    """
    stretches = spans(log, scope.during)
    due = [one for one in agreed(log, scope) if not one.moot and within(stretches, one.given.at)]
    unasked = unasked_looks(log, scope)
    if not due and not unasked:
        return Figure(None)
    kept = [one.kept for one in due if one.kept is not None]
    missed = [one.given for one in due if one.kept is None]
    counted = len(due) + len(unasked)
    return Figure(permille(len(kept), counted), cite([*missed, *unasked, *kept]), counted)
