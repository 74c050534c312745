"""Communication: asking others for help, and asking again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import bare, listed
from scoring.measures.common import cite, concerning, in_time, of_incident, waits
from scoring.measures.registry import Figure, NoNeed, measure, no_need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry


def asks(entry: LogEntry) -> bool:
    """Return whether an entry about a stakeholder asks them for something."""
    return entry.kind in ("task.escalated", "stakeholder.asked") or (
        entry.kind == "message.sent" and "ask" in listed(entry.data.get("elements"))
    )


def _whom(window: Window, scope: Scope) -> str:
    """Return the stakeholder who is to be asked: the scope's, or the window's."""
    return f"stakeholder:{scope.person}" if scope.person else window.subject


def asked_since(log: Log, window: Window, scope: Scope) -> LogEntry | None:
    """Return the first time that a window's stakeholder was asked after its opening."""
    for entry in log.about(_whom(window, scope)):
        if entry.at >= window.opens and entry.number > window.opened and asks(entry):
            return entry
    return None


@no_need("chases")
def answered_in_time(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return the answer that came before a chase was due, to a request that lacked nothing.

    In time is within the band of level 3, counted from the opening of the window.
    """
    latest, complete = in_time(window, criterion), False
    for entry in log.about(_whom(window, criterion.scope)):
        if entry.at > latest:
            break
        if entry.number < window.opened and entry.kind == "task.escalated":
            complete = entry.data.get("complete") is True
        elif entry.number > window.opened and asks(entry):
            break
        elif entry.number > window.opened and entry.kind == "stakeholder.answered" and complete:
            return NoNeed("prevented", entry.number)
    return None


@measure(
    "chases", unit="minutes", better="less", takes={"person"},
    needs=("window.opened", "task.escalated", "stakeholder.asked", "stakeholder.answered",
           "message.sent"),
    source="behaviours 126; incident-practice 15", act_minutes=4,
)  # fmt: skip
def chases(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window to asking the stakeholder it is about.

    For the first time or again; what a request lacks is `requests-complete`'s to say.

    No opportunity where a complete request from before the opening is answered first, within the
    minutes that earn level 3.
    """
    return waits(windows, lambda window: asked_since(log, window, scope))


def raises(log: Log, window: Window, entry: LogEntry) -> bool:
    """Return whether an entry asks somebody for help with the matter of a window."""
    if entry.kind == "message.sent":
        return asks(entry) and concerning(entry, window)
    return entry.kind == "task.escalated" and _about(log, window, entry)


@measure(
    "raised", unit="minutes", better="less", takes={"person"},
    needs=("window.opened", "task.escalated", "message.sent"),
    source="incident-practice 15; behaviours 52", act_minutes=4,
)  # fmt: skip
def raised(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window until one person is asked for help with its matter.

    The window opens when enough could be known to ask; whoever asked before took no time.
    """
    about = log.about(f"stakeholder:{scope.person}")
    return waits(
        windows,
        lambda window: next((entry for entry in about if raises(log, window, entry)), None),
    )


@measure(
    "wrong-doors", unit="count", better="less", takes={"person"},
    needs=("window.opened", "stakeholder.answered"), source="incident-practice 15; behaviours 40",
    over_all=True, late_counts=True,
)  # fmt: skip
def wrong_doors(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How many requests around the windows' matter went to somebody whose matter it was not.

    Of anybody about that matter, and of the person about any other: whoever asks everybody, or one
    person about everything, has not said where help is needed.
    """
    found = [
        entry
        for entry in log.of("stakeholder.answered")
        if entry.data.get("reply") == "not-theirs"
        and (bare(entry.subject) == scope.person or any(_about(log, w, entry) for w in windows))
    ]
    return Figure(len(found), cite(found), len(log.of("task.escalated")))


def _about(log: Log, window: Window, entry: LogEntry) -> bool:
    """Return whether what was asked, or answered, is a window's matter."""
    task = str(entry.data.get("task", ""))
    return window.subject in (f"incident:{task}", f"ticket:{task}", of_incident(log, task))
