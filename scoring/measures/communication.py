"""Communication: what audiences hear, how soon, and whether promised words come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.log import bare, listed, whole
from scoring.measures.common import cite, permille, span_of, to_audience, waits, within
from scoring.measures.registry import Figure, NoNeed, measure, no_need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry

WORDS = 4
"""What an executive needs in each update: impact, risk, time, next update. (B19, I9)"""

CADENCE = 30
"""Minutes between updates where the scenario names none. (I9, 20 to 30)"""

NEEDLESS = 8
"""Minutes after a word within which another one that says nothing new is noise. (I9)"""

GRACE = 5
"""Minutes by which an update may come after its time before it counts as missing. (J)"""

TALKS = ("scene.answered", "stakeholder.asked")
"""What counts as having spoken with somebody in person."""

CLOSING = 30
"""Minutes after the recovery within which the closing word is expected. (the rules' default)"""


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


def concerning(entry: LogEntry, window: Window) -> bool:
    """Return whether a message is about the window's incident or ticket, or about no other."""
    about = str(entry.data.get("about", ""))
    return not window.subject.startswith(("incident:", "ticket:")) or about in (
        "", bare(window.subject), window.subject,
    )  # fmt: skip


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
        e
        for e in about
        if e.kind in TALKS or (e.kind == "message.sent" and concerning(e, window))
    ]
    every = log.expects.get(who, {}).get(priority, CADENCE) or CADENCE
    missing = 0 if words else 1
    last = low
    for minute in [*(e.at for e in words), high]:
        missing += max(0, minute - max(last, low) - 1 - GRACE) // every
        last = minute
    return Heard(
        [e for e in words if e.at >= low and e.kind == "message.sent"
         and e.data.get("closing") is not True],
        [e for e in words if e.at >= low and e.kind != "message.sent"],
        missing,
    )  # fmt: skip


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
    return NoNeed("no opportunity", talks[0].number)


@measure(
    "executive-words", unit="permille", better="more", takes={"audience", "person", "priority"},
    needs=("window.opened", "message.sent", *TALKS, "incident.mitigated"),
    source="incident-practice 9, 29; behaviours 19", act_minutes=4, over_all=True,
)  # fmt: skip
def executive_words(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of impact, risk, time or plainly unknown, and next update, over the updates due.

    Due is every update that was sent, and one more for each time that the cadence ran out, counted
    from the last word, written or spoken, up to the recovery. A conversation answered in person
    starts the cadence anew. None where nothing was said.
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


@measure(
    "promises-kept", unit="permille", better="more", takes={"audience", "person", "during"},
    needs=("promise.kept", "promise.broken"), source="incident-practice 8; behaviours 28",
    act_minutes=3, over_all=True,
)  # fmt: skip
def promises_kept(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of promised words that came by the minute named; None where none was promised."""
    broken = list(to_audience(log, scope, log.of("promise.broken")))
    kept = list(to_audience(log, scope, log.of("promise.kept")))
    counted = len(broken) + len(kept)
    if not counted:
        return Figure(None)
    return Figure(permille(len(kept), counted), cite([*broken, *kept]), counted)


@measure(
    "needless-updates", unit="count", better="less", takes={"audience", "person", "during"},
    needs=("message.sent",), source="incident-practice 9", over_all=True, late_counts=True,
)  # fmt: skip
def needless_updates(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How many updates said nothing new within eight minutes of the one before."""
    found = [
        entry
        for entry in to_audience(log, scope, log.of("message.sent"))
        if entry.data.get("new") is False
        and entry.data.get("closing") is not True
        and 0 <= whole(entry.data.get("since"), -1) <= NEEDLESS
    ]
    return Figure(len(found), cite(found), len(log.of("message.sent")))


def first_word(log: Log, window: Window, scope: Scope) -> LogEntry | None:
    """Return the first word to the audience that names the time of the next one."""
    for entry in to_audience(log, scope, log.of("message.sent", "promise.made")):
        if entry.kind == "promise.made":
            if entry.cause == "lead":
                return entry
        elif (
            concerning(entry, window)
            and entry.data.get("untrue") is not True
            and (whole(entry.data.get("next"), -1) >= 0 or entry.data.get("closing") is True)
        ):
            return entry
    return None


@measure(
    "first-update", unit="minutes", better="less", takes={"audience", "person", "during"},
    needs=("window.opened", "message.sent", "promise.made"),
    source="incident-practice 8; behaviours 42", act_minutes=3,
)  # fmt: skip
def first_update(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window to the first word that names the next one's time."""
    return waits(windows, lambda window: first_word(log, window, scope))


@measure(
    "first-jargon", unit="count", better="less", takes={"audience", "person", "during"},
    needs=("window.opened", "message.sent"), source="incident-practice 11; behaviours 20, 23",
)  # fmt: skip
def first_jargon(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Technical and vague wordings in the first word to the audience."""
    found = [first_word(log, window, scope) for window in windows]
    rows = [
        (whole(entry.data.get("jargon")) + whole(entry.data.get("vague")), entry)
        for entry in found
        if entry is not None and entry.kind == "message.sent"
    ]
    if not rows:
        return Figure(None)
    rows.sort(key=lambda row: -row[0])
    return Figure(rows[0][0], cite(e for _, e in rows), len(rows))


def asks(entry: LogEntry) -> bool:
    """Return whether an entry about a stakeholder asks them for something."""
    return entry.kind in ("task.escalated", "stakeholder.asked") or (
        entry.kind == "message.sent" and "ask" in listed(entry.data.get("elements"))
    )


def asked_again(log: Log, window: Window, scope: Scope) -> LogEntry | None:
    """Return the first time that a window's stakeholder was asked after its opening."""
    who = f"stakeholder:{scope.person}" if scope.person else window.subject
    for entry in log.about(who):
        if entry.at >= window.opens and entry.number > window.opened and asks(entry):
            return entry
    return None


@no_need("chases")
def answered_in_time(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return the answer that came before a chase was due, to a request that lacked nothing.

    In time is within the band of level 3, counted from the opening of the window.
    """
    who = f"stakeholder:{criterion.scope.person}" if criterion.scope.person else window.subject
    band = criterion.level(3).band
    latest = window.opens + (band[1] if band is not None and band[1] is not None else 0)
    complete = False
    for entry in log.about(who):
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
    """Minutes from the opening of the window to asking the stakeholder it is about (again).

    No opportunity where a complete request from before the opening is answered first, within the
    minutes that earn level 3.
    """
    return waits(windows, lambda window: asked_again(log, window, scope))


@measure(
    "untrue", unit="count", better="less", takes={"audience", "person", "during"},
    needs=("message.sent",), source="incident-practice 12; behaviours 29", late_counts=True,
)  # fmt: skip
def untrue(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How many messages invented a fact or hid one."""
    found = [
        entry
        for entry in to_audience(log, scope, log.of("message.sent"))
        if entry.data.get("untrue") is True
    ]
    return Figure(len(found), cite(found), len(log.of("message.sent")))


@measure(
    "closing-word", unit="permille", better="more", takes={"audience", "person"},
    needs=("incident.mitigated", "incident.resolved", "message.sent"),
    source="incident-practice 12; behaviours 43", act_minutes=3, over_all=True, late_counts=True,
)  # fmt: skip
def closing_word(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of the people who had been written to that heard, within half an hour, it is over.

    None where it was not over half an hour before the log ends, or nobody had been written to.
    """
    spans_ = [
        (window, span_of(log, window.subject)[1])
        for window in windows
        if window.subject.startswith("incident:")
    ]
    told = kept = 0
    missing: list[LogEntry] = []
    found: list[LogEntry] = []
    for window, over in spans_:
        if over + CLOSING > log.end:
            continue
        sent = list(to_audience(log, scope, log.of("message.sent")))
        before = {e.subject: e for e in sent if e.at <= over and concerning(e, window)}
        for who, last in before.items():
            told += 1
            word = next(
                (
                    e
                    for e in sent
                    if e.subject == who
                    and e.data.get("closing") is True
                    and within([(window.opens, over + CLOSING)], e.at)
                ),
                None,
            )
            if word is None:
                missing.append(last)
            else:
                kept += 1
                found.append(word)
    if not told:
        return Figure(None)
    return Figure(permille(kept, told), cite([*missing, *found]), told)
