"""The moments of a shift that are worth a look: what was known, done, and what it led to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.causes import behind, consequences, known, meanwhile, own_acts
from scoring.debrief.telling import basis_words, given_minute, subject_of
from scoring.log import whole
from scoring.measures.delegation import halts
from scoring.unused import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Filling
    from simulator.engine.log import LogEntry


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of the shift, told from the log."""

    title: str
    """Time and place: `08:52-09:27, payroll portal`."""
    at: int
    """Minute at which it begins."""
    criterion: str
    """The criterion it shows; "" for one that no criterion looks at."""
    level: int | None
    went_well: bool
    known: tuple[str, ...]
    """What could be seen by then."""
    did: tuple[str, ...]
    led_to: tuple[str, ...]
    another_way: str
    """What another way looks like, with its basis; "" for a moment that went well."""
    entry: int
    """Number of the entry to look at in the replay."""
    try_from: int
    """Minute from which to play it differently."""


def another(criterion: Criterion) -> str:
    """Return what the best level looks like, with the basis."""
    return f"{criterion.level(4).anchor.rstrip('.')} ({basis_words(criterion.basis)})"


def window_of(log: Log, criterion: Criterion, entry: LogEntry) -> Window | None:
    """Return the criterion's window that an entry belongs to: the last one open by then."""
    live = [w for w in log.windows_of(criterion.windows) if w.prevented < 0]
    same = [w for w in live if w.subject == entry.subject and w.opens <= entry.at]
    before = same or [w for w in live if w.opens <= entry.at] or live
    return before[-1] if before else None


def span(telling: Telling, low: int, high: int) -> str:
    """Return a stretch of time, or one time where both ends are the same."""
    return telling.clock(low) if low == high else f"{telling.clock(low)}–{telling.clock(high)}"


def who(log: Log, telling: Telling, criterion: Criterion, window: Window) -> str:
    """Return whom or what an unused window was about: its audience where it has one."""
    wanted = criterion.scope.audience
    hearers = [
        f"stakeholder:{one}" for one, audience in log.audiences.items() if audience in wanted
    ]
    names = [telling.name(one) for one in hearers[:2]]
    return " and ".join(names) or subject_of(window, telling)


def left_unused(
    log: Log, telling: Telling, criterion: Criterion, filling: Filling, window: Window
) -> Moment:
    """Return the moment of a window in which nothing was done."""
    after = meanwhile(log, window.subject, window.opens + 1, window.closes)
    later = next((e.number for e in log.entries if e.at > window.opens), len(log.entries))
    time, name = span(telling, window.opens, window.closes), who(log, telling, criterion, window)
    return Moment(
        title=f"{time}, {name}",
        at=window.opens,
        criterion=criterion.id,
        level=filling.level,
        went_well=False,
        known=known(log, telling, [window.subject], later),
        did=(f"The log holds no act of yours here that answers: {criterion.prompt}",),
        led_to=tuple(telling.at(entry) for entry in after),
        another_way=another(criterion),
        entry=window.opened,
        try_from=window.opens,
    )


def stood_still(
    log: Log, telling: Telling, criterion: Criterion, filling: Filling, halted: LogEntry
) -> Moment | None:
    """Return the moment of the longest wait for the lead; None where it is no wait."""
    for minutes, began, ended in halts(log, halted.subject):
        if began.number != halted.number:
            continue
        until = log.end if ended is None else ended.at
        before = [
            e for e in log.about(halted.subject) if e.number < halted.number and e.cause == "lead"
        ]
        acts = own_acts(log, began.at + 1, max(began.at, until - 1))
        did = [telling.fully(e) for e in before if told(e)][-1:]
        if acts:
            did.append(others(telling, acts))
        led = f"It stood still for {minutes} minutes"
        end = "to the end of the shift" if ended is None else f"then {telling.at(ended)}"
        return Moment(
            title=f"{span(telling, began.at, until)}, {telling.name(halted.subject)}",
            at=began.at,
            criterion=criterion.id,
            level=filling.level,
            went_well=False,
            known=known(log, telling, [halted.subject], halted.number + 1),
            did=tuple(did) or ("No word from you came in that time",),
            led_to=(f"{led}, {end}",),
            another_way=another(criterion),
            entry=halted.number,
            try_from=began.at,
        )
    return None


def moment(
    log: Log, telling: Telling, criterion: Criterion, filling: Filling, well: bool
) -> Moment | None:
    """Return the moment behind one filling; None where no entry stands behind it."""
    if not filling.evidence:
        return None
    worst = log.entries[filling.evidence[0]]
    if worst.kind == "window.opened":
        window = next((w for w in log.windows if w.opened == worst.number), None)
        return None if window is None else left_unused(log, telling, criterion, filling, window)
    if worst.kind == "incident.halted" and not well:
        return stood_still(log, telling, criterion, filling, worst)
    entries = [log.entries[number] for number in filling.evidence]
    acts = [e for e in entries if e.cause == "lead" and told(e)]
    if well and not acts:
        return None
    if not acts:
        return came_to_pass(log, telling, criterion, filling, worst)
    shown = acts[:2]
    first = shown[0]
    given = given_minute(log, first)
    window = window_of(log, criterion, first)
    opens = window.opens if window is not None and window.opens <= first.at else given.at
    start = opens if not well and criterion.windows else given.at
    subjects = list(dict.fromkeys([first.subject, *([window.subject] if window else [])]))
    return Moment(
        title=f"{span(telling, min(start, first.at), first.at)}, {telling.name(first.subject)}",
        at=min(start, first.at),
        criterion=criterion.id,
        level=filling.level,
        went_well=well,
        known=known(log, telling, subjects, given.number),
        did=tuple(telling.fully(entry) for entry in shown),
        led_to=consequences(log, telling, shown),
        another_way="" if well else another(criterion),
        entry=first.number,
        try_from=min(start, given.at),
    )


def came_to_pass(
    log: Log, telling: Telling, criterion: Criterion, filling: Filling, worst: LogEntry
) -> Moment:
    """Return the moment of something that happened without an act, such as a broken promise."""
    root = behind(log, worst)
    about = log.about(worst.subject)
    start = root.at if root is not None else about[0].at if about else worst.at
    acts = own_acts(log, start + 1, worst.at)
    did = [telling.fully(root)] if root is not None else []
    if acts:
        did.append(others(telling, acts))
    return Moment(
        title=f"{span(telling, start, worst.at)}, {telling.name(worst.subject)}",
        at=start,
        criterion=criterion.id,
        level=filling.level,
        went_well=False,
        known=known(log, telling, [worst.subject], worst.number),
        did=tuple(did) or ("No act of yours is in the log in that time",),
        led_to=(telling.at(worst), *consequences(log, telling, [worst])[:2]),
        another_way=another(criterion),
        entry=worst.number,
        try_from=start,
    )


def others(telling: Telling, acts: Sequence[LogEntry]) -> str:
    """Return what the lead did meanwhile: the minutes it took, and the longest of it."""
    rows = sorted(((whole(e.data.get("minutes")), e) for e in acts), key=lambda row: -row[0])
    spent = sum(minutes for minutes, _ in rows)
    longest = sorted(entry for _, entry in rows[:2])
    told_ = "; ".join(telling.at(entry) for entry in longest)
    return f"Meanwhile, in {spent} of your minutes: {told_}"
