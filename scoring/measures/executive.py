"""Communication: what an executive hears, how often, and how much of what they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.log import listed, whole
from scoring.measures.common import cite, concerning, permille, span_of
from scoring.measures.registry import Figure, NoNeed, measure, no_need

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry

WORDS = 4
"""What an executive needs in each update: impact, risk, time, next update. (B19, I9)"""


CADENCE = 30
"""Minutes between updates where the scenario names none. (I9, 20 to 30)"""


NEEDLESS = 8
"""Minutes after a word within which the same parts of it again are no update. (I9)"""


GRACE = 5
"""Minutes by which an update may come after its time before it counts as missing. (J)"""


TALKS = ("scene.answered", "stakeholder.asked")
"""What counts as having spoken with somebody in person."""


def said(entry: LogEntry) -> int:
    """Return how many of the four things an executive needs a message says, 0 to 4.

    A vague time is no time, a claim that nobody can know yet takes one away, and an untruth all.
    """
    if entry.data.get("untrue") is True:
        return 0
    elements = {str(element) for element in listed(entry.data.get("elements"))}
    time = bool(elements & {"time", "time-unknown"}) and not whole(entry.data.get("vague"))
    after = "next-update" in elements or whole(entry.data.get("next"), -1) >= 0
    told = ("impact" in elements) + ("risk" in elements) + time + after
    return max(0, told - whole(entry.data.get("speculation")))


def stretch(log: Log, window: Window) -> tuple[int, int]:
    """Return the minutes in which a window asks for updates: to its incident's recovery."""
    if window.subject.startswith("incident:"):
        return window.opens, max(window.opens, span_of(log, window.subject)[1])
    return window.opens, window.closes


class Heard(NamedTuple):
    """What one person heard in one window."""

    sent: list[LogEntry]
    """Messages in the stretch."""
    talks: list[LogEntry]
    """Conversations in the stretch."""
    missing: int
    """Updates that were due, counted from the last word, and did not come."""


def heard(log: Log, window: Window, who: str, priority: int) -> Heard:
    """Return what one person heard from the opening of a window to its incident's recovery.

    Each word, written or spoken, starts the cadence anew; without any the first is due at once.
    """
    low, high = stretch(log, window)
    began = span_of(log, window.subject)[0] if window.subject.startswith("incident:") else low
    about = [e for e in log.about(f"stakeholder:{who}") if min(began, low) <= e.at <= high]
    words = [
        e for e in about if e.kind in TALKS or (e.kind == "message.sent" and concerning(e, window))
    ]
    every = log.expects.get(who, {}).get(priority, CADENCE) or CADENCE
    missing = 0 if words else 1
    last = low
    for minute in [*(e.at for e in words), high]:
        missing += max(0, minute - max(last, low) - 1 - GRACE) // every
        last = minute
    return Heard(
        unrepeated(e for e in words if e.at >= low and e.kind == "message.sent"
                   and e.data.get("closing") is not True),
        [e for e in words if e.at >= low and e.kind != "message.sent"],
        missing,
    )  # fmt: skip


def unrepeated(messages: Iterable[LogEntry]) -> list[LogEntry]:
    """Return messages without those that only say again what was said within eight minutes."""
    found: list[LogEntry] = []
    for entry in messages:
        told = set(listed(entry.data.get("elements")))
        last = found[-1] if found else None
        if (
            last is None
            or entry.at - last.at > NEEDLESS
            or not told <= set(listed(last.data.get("elements")))
            or said(entry) < said(last)
        ):
            found.append(entry)
    return found


def listeners(log: Log, scope: Scope) -> list[str]:
    """Return the stakeholders that a scope names, in the roster's order."""
    return [
        who
        for who, audience in log.audiences.items()
        if (not scope.audience or audience in scope.audience)
        and (not scope.person or who == scope.person)
    ]


@no_need("executive-words")
def spoken_with(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return the conversation after which no update came due before it was over."""
    scope = criterion.scope
    found = [heard(log, window, who, min(scope.priority, default=1))
             for who in listeners(log, scope)]  # fmt: skip
    talks = [talk for one in found for talk in one.talks]
    if not talks or any(one.sent or one.missing for one in found):
        return None
    return NoNeed("prevented", talks[0].number)


@measure(
    "executive-words", unit="permille", better="more", takes={"audience", "person", "priority"},
    needs=("window.opened", "message.sent", *TALKS, "incident.mitigated"),
    source="incident-practice 9, 29; behaviours 19", act_minutes=4, over_all=True,
)  # fmt: skip
def executive_words(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of impact, risk, time or plainly unknown, and next update, over the updates due.

    Due is every update that was sent, and one more for each time that the cadence ran out, counted
    from the last word, written or spoken, up to the recovery. A conversation answered in person
    starts the cadence anew; the same parts again within eight minutes are no update. None where
    nothing was said.
    """
    earned = due = 0
    rows: list[tuple[int, LogEntry]] = []
    spoken: list[LogEntry] = []
    for window in windows:
        for who in listeners(log, scope):
            one = heard(log, window, who, min(scope.priority, default=1))
            rows += [(said(entry), entry) for entry in one.sent]
            spoken += one.talks
            due += len(one.sent) + one.missing
    if not rows and not spoken:
        return Figure(None)
    rows.sort(key=lambda row: row[0])
    earned = sum(words for words, _ in rows)
    evidence = cite([entry for _, entry in rows] or spoken)
    return Figure(permille(earned, WORDS * max(1, due)), evidence, due)
