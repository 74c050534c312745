"""Freedom: whether work that was given away can move without the lead's word."""

from __future__ import annotations

from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING

from scoring.log import bare, whole
from scoring.measures.common import GIVEN, OVER, cite, span_of, whole_shift
from scoring.measures.registry import Figure, measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Scope
    from simulator.engine.log import LogEntry

LOOK_IN = 5
"""Minutes of work that a look-in nobody agreed on costs. (B7, the rules' default)"""

ON_AGAIN = (
    "incident.resumed", "incident.assigned", "incident.reassigned", "incident.picked-up",
    "incident.opened", "incident.dropped",
)  # fmt: skip
"""What ends a stretch in which an incident's person was on something else."""

BEGUN = ("incident.step-begun", "incident.theory-begun")
"""What shows that somebody is at work on an incident."""


ON = (
    "incident.approved", "incident.assigned", "incident.reassigned", "incident.went-on",
    "incident.taken", *BEGUN, *OVER,
)  # fmt: skip
"""What ends a wait for somebody's word."""


GRACE = 15
"""Minutes from the opening within which an incident may well be nobody's: it is seen, opened, and
given away. (I1, the quarter of an hour of the core rubric)"""


UNANSWERED = 3
"""What a stop counts that no word ended: asked, waited, and decided without the lead. (J)"""


def halts(log: Log, incident: str) -> list[tuple[int, LogEntry, LogEntry | None]]:
    """Return each stretch in which an incident stood still for the lead.

    Minutes, the entry that began it, the one that ended it (None: it stood to the end). Where the
    word is somebody else's to give, it stands still for the lead until they are asked for it, and
    again from an answer that is not yet a yes.
    """
    found: list[tuple[int, LogEntry, LogEntry | None]] = []
    halted: LogEntry | None = None
    since = -1
    for entry in _course(log, incident):
        if entry.kind == "incident.halted":
            if halted is None:
                halted, since = entry, entry.at
        elif halted is None:
            continue
        elif entry.kind in ON:
            if since >= 0:
                found.append((entry.at - since, halted, entry))
            halted, since = None, -1
        elif entry.subject == f"stakeholder:{halted.data.get('word_of', '')}":
            if entry.kind == "task.escalated" and since >= 0:
                found.append((entry.at - since, halted, entry))
                since = -1
            elif entry.kind == "stakeholder.answered" and entry.data.get("reply") != "yes":
                since = entry.at
    if halted is not None and since >= 0:
        found.append((log.end - since, halted, None))
    return found


def _course(log: Log, incident: str) -> Iterator[LogEntry]:
    """Yield what is about an incident, requests and answers about it in their places."""
    task = bare(incident)
    asked = (
        e for e in log.of("task.escalated", "stakeholder.answered") if e.data.get("task") == task
    )
    return merge(log.about(incident), asked, key=attrgetter("number"))


def set_asides(log: Log, incident: str) -> list[tuple[int, LogEntry]]:
    """Return each stretch in which an incident stood because the lead called its person away.

    Minutes and the entry that began it. It ends when somebody goes on with it, has it, or nobody
    has; minutes in which it also waited for the lead's word are those of `halts`.
    """
    waits = [(began.at, began.at + minutes) for minutes, began, _ in halts(log, incident)]
    found: list[tuple[int, LogEntry]] = []
    parked: LogEntry | None = None
    for entry in log.about(incident):
        if entry.kind == "incident.parked" and _called_away(log, entry):
            parked = entry
        elif parked is not None and entry.kind in (*ON_AGAIN, *OVER):
            found.append((_alone(parked.at, entry.at, waits), parked))
            parked = None
    if parked is not None:
        found.append((_alone(parked.at, log.end, waits), parked))
    return [(minutes, began) for minutes, began in found if minutes]


def _called_away(log: Log, parked: LogEntry) -> bool:
    """Return whether the lead gave its person something else; a break is not that."""
    return parked.cause == "lead" and log.entries[parked.because].kind != "analyst.sent-on-break"


def _alone(low: int, high: int, others: Sequence[tuple[int, int]]) -> int:
    """Return the minutes of a stretch that lie in none of the others."""
    return high - low - sum(max(0, min(high, end) - max(low, at)) for at, end in others)


def incidents_in(log: Log, windows: Sequence[Window]) -> list[str]:
    """Return the incidents that windows are about; for a whole shift, all there were."""
    if whole_shift(windows):
        return list(dict.fromkeys(entry.subject for entry in log.of("incident.started")))
    return [ref for ref in dict.fromkeys(w.subject for w in windows) if ref[:9] == "incident:"]


def idle(log: Log, window: Window) -> list[tuple[int, LogEntry]]:
    """Return the stretches in which nobody of the team had an incident in hand.

    Minutes and the entry that began each: the opening, from which a quarter of an hour is left
    for seeing it and giving it away, or the lead's taking it. One that somebody of the team once
    began is theirs until the lead takes it or they drop it.
    """
    over = span_of(log, window.subject)[1]
    found: list[tuple[int, LogEntry]] = []
    since: LogEntry | None = log.entries[window.opened]
    low = window.opens + GRACE
    for entry in log.about(window.subject):
        if since is not None and (entry.kind in HAD or _by_team(entry)):
            found.append((entry.at - low, since))
            since = None
        elif since is None and entry.kind in ("incident.picked-up", "incident.dropped"):
            since, low = entry, max(entry.at, window.opens + GRACE)
    if since is not None:
        found.append((over - low, since))
    return [(minutes, began) for minutes, began in found if minutes > 0]


HAD = (*GIVEN, "incident.opened", "incident.resumed")
"""What shows that somebody of the team has an incident."""


def _by_team(entry: LogEntry) -> bool:
    return entry.kind in BEGUN and entry.actor.startswith("analyst:")


@measure(
    "stands-still", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "incident.halted", "incident.approved", "incident.went-on",
           "incident.parked", "incident.resumed", "incident.picked-up", "incident.dropped",
           "analyst.checked-in", *BEGUN, *HAD),
    source="incident-practice 2, 6; behaviours 7, 8", act_minutes=1, over_all=True,
    late_counts=True,
)  # fmt: skip
def stands_still(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes an incident stood still for the lead, and five for each look-in not agreed on.

    It stands still from the moment somebody waits for a word until the lead gives it, moves the
    work, or the person goes on alone; set aside, from the moment the lead gives its person
    something else until somebody goes on with it; and, past the first quarter of an hour, while
    nobody of the team has it: work in the lead's own hands, or in nobody's, is not work that the
    lead lets move. A break or a shift that ends is nobody's order and does not count; a minute in
    which it waited and was set aside counts once.
    """
    incidents = incidents_in(log, windows)
    rows: list[tuple[int, LogEntry]] = []
    for window in windows:
        if window.subject.startswith("incident:"):
            rows += idle(log, window)
    for incident in incidents:
        owners = {
            str(entry.data.get("to", ""))
            for entry in log.about(incident)
            if entry.kind in GIVEN or entry.kind == "incident.opened"
        }
        rows += [(minutes, began) for minutes, began, _ in halts(log, incident)]
        rows += set_asides(log, incident)
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


def unanswered(ended: LogEntry | None) -> bool:
    """Return whether what ended a wait for the lead's word was not that word."""
    return ended is None or ended.kind == "incident.went-on"


@measure(
    "asked-first", unit="count", better="less", takes=set(),
    needs=("window.opened", "incident.halted", "incident.approved", "incident.taken", *GIVEN),
    source="behaviours 8; incident-practice 2", act_minutes=1, over_all=True, late_counts=True,
)  # fmt: skip
def asked_first(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How many decisions about an incident stayed with the lead: stops to ask, and steps taken.

    Each time its work stopped for the lead's word counts, however soon that came, and three times
    where no word came at all; so does each step that the lead took. A word that is somebody else's
    to give the lead could not give beforehand: it counts where the lead never asked for it. None
    where nobody of the team ever had the work, or the lead no part in it: whoever helped themselves
    to it was given no right.
    """
    incidents = incidents_in(log, windows)
    about = [e for one in incidents for e in log.about(one)]
    had = any(e.kind in HAD or _by_team(e) for e in about)
    if not had or not any(e.actor == "lead" for e in about):
        return Figure(None)
    rows: list[tuple[int, LogEntry]] = []
    for one in incidents:
        rows += [
            (UNANSWERED if unanswered(ended) else 1, began)
            for _, began, ended in halts(log, one)
            if "word_of" not in began.data or unanswered(ended)
        ]
        rows += [(1, e) for e in log.about(one) if e.kind == "incident.taken"]
    rows.sort(key=lambda row: (-row[0], row[1].number))
    return Figure(sum(count for count, _ in rows), cite(e for _, e in rows), len(incidents))
