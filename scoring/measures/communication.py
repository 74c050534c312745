"""Communication: what audiences hear, how soon, and whether promised words come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import listed, whole
from scoring.measures.common import (
    OVER,
    cite,
    concerning,
    ended_by,
    named,
    permille,
    span_of,
    to_audience,
    waits,
    within,
)
from scoring.measures.registry import Figure, NoNeed, measure, no_need

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry


NEEDLESS = 8
"""Minutes after a word within which another one that says nothing new is noise. (I9)"""


CLOSING = 30
"""Minutes after the recovery within which the closing word is expected. (the rules' default)"""


@measure(
    "promises-kept", unit="permille", better="more", takes={"audience", "person", "during"},
    needs=("promise.kept", "promise.broken"), source="incident-practice 8; behaviours 28",
    act_minutes=3, over_all=True,
)  # fmt: skip
def promises_kept(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of promised words that came by the minute named; None where none was promised.

    A promise is whom it was made to and its minute: said twice, it is still one.
    """
    broken = once(to_audience(log, scope, log.of("promise.broken")))
    kept = once(to_audience(log, scope, log.of("promise.kept")))
    counted = len(broken) + len(kept)
    if not counted:
        return Figure(None)
    return Figure(permille(len(kept), counted), cite([*broken, *kept]), counted)


def once(promises: Iterable[LogEntry]) -> list[LogEntry]:
    """Return the first entry of each promise."""
    found: dict[tuple[str, object], LogEntry] = {}
    for entry in promises:
        found.setdefault((entry.subject, entry.data.get("due")), entry)
    return list(found.values())


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
    """Return the first word to the audience that says what is so and the time of the next one.

    A promise counts by itself where it was spoken; one that a message made is part of it.
    """
    for entry in to_audience(log, scope, log.of("message.sent", "promise.made")):
        if entry.kind == "promise.made":
            if entry.cause == "lead" and not _written(log, entry):
                return entry
        elif (
            concerning(entry, window)
            and entry.data.get("untrue") is not True
            and (tells_enough(entry) or entry.data.get("closing") is True)
        ):
            return entry
    return None


def tells_enough(message: LogEntry) -> bool:
    """Return whether a message says what it does to people, or what is not known, and what next."""
    told = {"impact", "unknown"} & {str(one) for one in listed(message.data.get("elements"))}
    return bool(told) and whole(message.data.get("next"), -1) >= 0


def _written(log: Log, promise: LogEntry) -> bool:
    return promise.because >= 0 and log.entries[promise.because].kind == "message.sent"


@measure(
    "first-update", unit="minutes", better="less", takes={"audience", "person", "during"},
    needs=("window.opened", "message.sent", "promise.made"),
    source="incident-practice 8; behaviours 42", act_minutes=3,
)  # fmt: skip
def first_update(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window to the first word that names the next one's time.

    A message counts once it says, beside that time, what it does to people or what is not known.
    """
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


@no_need("untrue")
def nothing_said(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return a window's opening where nothing was said to anybody: nothing could be untrue."""
    if statements(log, criterion.scope):
        return None
    return NoNeed("no opportunity", window.opened)


@measure(
    "untrue", unit="count", better="less", takes={"audience", "person", "during"},
    needs=("message.sent", "scene.answered"), source="incident-practice 12; behaviours 29",
    late_counts=True,
)  # fmt: skip
def untrue(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How many messages and answers invented a fact or hid one.

    No opportunity where no message went out, and no answer was given to what could have been
    answered with something untrue.
    """
    said = statements(log, scope)
    found = [entry for entry in said if entry.data.get("untrue") is True]
    return Figure(len(found), cite(found), len(said))


def statements(log: Log, scope: Scope) -> list[LogEntry]:
    """Return what the lead said that is told to be true or not, to anybody in the scope."""
    said = to_audience(log, scope, log.of("message.sent", "scene.answered"))
    return [entry for entry in said if "untrue" in entry.data]


@no_need("closing-word")
def over_too_late(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return the end that came too late in the shift to tell, or the opening where none came."""
    over = ended_by(log, window.subject)
    if over is not None and over.at + CLOSING <= log.end:
        return None
    return NoNeed("no opportunity", window.opened if over is None else over.number)


@measure(
    "closing-word", unit="permille", better="more", takes={"audience", "person"},
    needs=(*OVER, "message.sent"),
    source="incident-practice 12; behaviours 43", act_minutes=3, over_all=True, late_counts=True,
)  # fmt: skip
def closing_word(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of the people written to about it that heard, within half an hour, it is over.

    None where nobody had been written to. No opportunity where it was over only in the last half
    hour of the shift, or not at all.
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
        before = {e.subject: e for e in sent if e.at <= over and named(e, window)}
        for who, last in before.items():
            told += 1
            word = next(
                (
                    e
                    for e in sent
                    if e.subject == who
                    and e.data.get("closing") is True
                    and concerning(e, window)
                    and within([(over, over + CLOSING)], e.at)
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
