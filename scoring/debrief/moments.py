"""The moments of a shift that are worth a look: what was known, done, and what it led to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.causes import MOST, consequences, outcomes
from scoring.debrief.doing import acts_of, late, meanwhile, nothing
from scoring.debrief.known import TELLING, known, waiting_then
from scoring.debrief.matters import (
    around,
    end_of,
    number_after,
    refs_of,
    seen_from,
    window_of,
)
from scoring.debrief.phrases import count_of, past, sentence_of, when
from scoring.debrief.telling import given_minute
from scoring.debrief.ways import Then, another_way
from scoring.log import bare, whole
from scoring.measures import MEASURES
from scoring.measures.delegation import halts
from scoring.unused import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Filling
    from simulator.engine.log import LogEntry


ROOM = {True: 19, False: 20}
"""Words that each part of a moment has, by whether it went well; its first sentence always
stands. Three moments then leave room for the rest of a screen of 400 words. (J)"""


def fitting(lines: Sequence[str], room: int) -> tuple[str, ...]:
    """Return as many of the sentences, the first always, as fit into so many words."""
    kept: list[str] = []
    for line in lines:
        room -= len(line.split())
        if kept and room < 0:
            continue
        kept.append(line)
    return tuple(kept)


def after_title(line: str, main: str, many: bool) -> str:
    """Return a line with what the title named in full said shorter.

    A ticket is its number from there on, and many people are "they".
    """
    if many:
        line = line.replace(f"he trust of {main}", "heir trust")
        return line.replace(f"{main[:1].upper()}{main[1:]}", "They").replace(main, "them")
    return line.replace(main, main.partition(' "')[0]) if main.startswith("#") else line


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    head, dot, _ = text.partition(". ")
    return f"{head}." if dot else text


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of the shift, told from the log."""

    title: str
    """Time and place: `08:52-09:27, the Payroll portal`."""
    at: int
    """Minute at which it begins."""
    criterion: str
    """The criterion it shows; "" for one that no criterion looks at."""
    level: int | None
    went_well: bool
    known: tuple[str, ...]
    """What could be seen by then about this matter, the most telling first; never empty."""
    did: tuple[str, ...]
    """What the lead did, or what happened instead."""
    led_to: tuple[str, ...]
    another_way: str
    """One sentence for this desk, with its basis; "" for a moment that went well."""
    entry: int
    """Number of the entry to look at in the replay."""
    try_from: int
    """Minute from which to play it differently."""
    until: int = 0
    """Minute at which it ends."""
    cost: int = 0
    """Minutes that it cost, for choosing between moments."""
    about: str = ""
    """Reference of what it is about."""
    link: str = ""
    """Where the basis was published, "" for none."""


@dataclass(frozen=True, slots=True)
class Case:
    """One filling on its way to a moment."""

    log: Log
    telling: Telling
    criterion: Criterion
    filling: Filling
    well: bool

    def moment(
        self, low: int, high: int, refs: Sequence[str], entry: LogEntry, *,
        known_: Sequence[str], did: Sequence[str], led_to: Sequence[str], name: str = "",
        cost: int | None = None,
    ) -> Moment | None:  # fmt: skip
        """Return the moment; None where nothing about it had been visible.

        `cost` is how many minutes it cost, where that is not all of its time.
        """
        if not known_:
            return None
        then = Then(
            self.log, self.telling, self.criterion,
            around(self.log, self.criterion, refs, low), low, entry,
        )  # fmt: skip
        main = name or (self.telling.thing(refs[0]) if refs else "the desk")
        basis = self.criterion.basis
        many = bool(refs) and refs[0] in self.telling.groups

        def short(lines: Sequence[str]) -> tuple[str, ...]:
            return fitting([after_title(line, main, many) for line in lines], ROOM[self.well])

        return Moment(
            title=f"{span(self.telling, self.log, low, high)}, {main}",
            at=low,
            criterion=self.criterion.id,
            level=self.filling.level,
            went_well=self.well,
            known=short(known_),
            did=short(did),
            led_to=short(list(dict.fromkeys(led_to))[:MOST]),
            another_way="" if self.well else after_title(another_way(then), main, many),
            entry=entry.number,
            try_from=low,
            cost=high - low if cost is None else cost,
            until=high,
            about=refs[0] if refs else "desk",
            link="" if self.well else basis.link,
        )


def span(telling: Telling, log: Log, low: int, high: int) -> str:
    """Return a stretch of time; one time where both ends are the same or it never ended."""
    clock = telling.clock
    if high >= log.end and high > low:
        return f"From {clock(low)}"
    return clock(low) if low >= high else f"{clock(low)}–{clock(high)}"


def first_sight(
    log: Log, telling: Telling, refs: Sequence[str], low: int, high: int
) -> tuple[int, tuple[str, ...]]:
    """Return from when something about a matter could be seen, and what; () where nothing was."""
    found = known(log, telling, refs, number_after(log, low))
    if found:
        return low, found
    for ref in refs:
        for entry in log.about(ref):
            if low < entry.at < high and entry.kind in TELLING and told(entry):
                seen = known(log, telling, refs, entry.number + 1)
                if seen:
                    return entry.at, seen
    return low, ()


def left_unused(case: Case, window: Window) -> Moment | None:
    """Return the moment of a window in which nothing was done."""
    log, telling, criterion = case.log, case.telling, case.criterion
    refs = refs_of(log, criterion, window, None)
    start = seen_from(log, criterion, window)
    if start is None:
        return None
    end = end_of(log, criterion, window, refs, start)
    start, seen = first_sight(log, telling, refs, start, end)
    did = nothing(log, telling, criterion.measure, refs, start, end)
    return case.moment(
        start, end, refs, log.entries[window.opened],
        known_=seen, did=did, led_to=outcomes(log, telling, refs, start, end),
        cost=0 if criterion.measure.startswith("decision") else None,
    )  # fmt: skip


def stood_still(case: Case, halted: LogEntry) -> Moment | None:
    """Return the moment of the longest wait for the lead; None where it is no wait."""
    log, telling = case.log, case.telling
    for minutes, began, ended in halts(log, halted.subject):
        if began.number != halted.number:
            continue
        until = log.end if ended is None else ended.at
        beside = {-1 if ended is None else ended.number}
        between = meanwhile(log, telling, began.at + 1, until, beside)
        did = ["No word from you came in that time."]
        if ended is not None and ended.cause == "lead":
            did = [f"Your word came {count_of(minutes, 'minute')} later."]
        led = [f"The work stood still for {count_of(minutes, 'minute')}, waiting for you."]
        return case.moment(
            began.at, until, [halted.subject], halted,
            known_=known(log, telling, [halted.subject], halted.number + 1),
            did=[*did, *([between] if between else [])],
            led_to=[*led, *outcomes(log, telling, [halted.subject], began.at, until)[-1:]],
        )  # fmt: skip
    return None


def conversation(case: Case, entry: LogEntry) -> Moment | None:
    """Return the moment of an answer in a conversation, or of silence."""
    log, telling = case.log, case.telling
    scene = entry.data.get("scene")
    came = next((e for e in log.of("scene.opened") if e.data.get("scene") == scene), None)
    if came is None:
        return None
    refs = [entry.subject] if entry.subject not in ("desk", "lead", "") else []
    asker = telling.asker(came)
    did = when(telling, entry)
    led = consequences(log, telling, [entry])
    said = telling.names.get(f"feedback:{scene}/{entry.data.get('choice')}", "")
    beside = known(log, telling, refs, came.number)[:1] if refs else ()
    return case.moment(
        came.at, entry.at, refs, entry, name=asker if asker != "somebody" else "at your desk",
        known_=(when(telling, came), *beside), did=[did], cost=0,
        led_to=[*led[:1], first_sentence(said)] if said else led,
    )  # fmt: skip


def hands_on(case: Case, acts: Sequence[LogEntry], window: Window) -> Moment | None:
    """Return the moment of the lead's own hands on tickets or steps."""
    log, telling = case.log, case.telling
    first = min(acts)
    low = max(window.opens, first.at - whole(first.data.get("minutes")))
    high = max(entry.at for entry in acts)
    refs = refs_of(log, case.criterion, window, None)
    low, seen = first_sight(log, telling, refs, low, high)
    did = [when(telling, acts[0])]
    if len(acts) > 1 and case.filling.figure:
        did.append(f"In all, {count_of(case.filling.figure, 'minute')} of yours went that way.")
    ends = outcomes(log, telling, refs, low, high)
    return case.moment(
        low, high, refs, acts[0], known_=seen, did=did,
        led_to=[*consequences(log, telling, acts)[:1], *ends],
    )  # fmt: skip


def acted(case: Case, acts: Sequence[LogEntry]) -> Moment | None:
    """Return the moment of what the lead did, late or well."""
    log, telling, criterion = case.log, case.telling, case.criterion
    first = acts[0]
    window = window_of(log, criterion, first)
    if criterion.measure == "own-hands" and window is not None:
        return hands_on(case, acts, window)
    given = given_minute(log, first)
    refs = refs_of(log, criterion, window, first)
    if case.well or window is None or not criterion.windows or window.opens > first.at:
        seen = known(log, telling, refs, given.number)
        low = since = given.at
    else:
        since = seen_from(log, criterion, window) or window.opens
        low, seen = first_sight(log, telling, refs, min(since, first.at), first.at)
    if not seen:
        seen = known(log, telling, refs, given.number)
    did = [when(telling, first) if case.well else late(telling, first, since)]
    if case.well:
        did += [when(telling, other) for other in acts[1:2] if other.subject == first.subject]
    else:
        did += unkept(case, first, refs)
        between = meanwhile(log, telling, low, given.at, {e.number for e in acts})
        did += [between] if between and since < given.at else []
    shown = acts[:2] if case.well else acts[:1]
    ends = outcomes(log, telling, refs, low, max(first.at, log.end))
    chain = consequences(log, telling, shown)
    if case.well:
        moved = criterion.measure in MOVED_BY
        ends = good_ends(log, telling, things(refs)) if moved else []
    led = [*chain, *ends] if case.well else [*ends, *chain]
    return case.moment(
        min(low, first.at), first.at, refs, first, known_=seen, did=did[:3], led_to=led
    )


MOVED_BY = ("delegated-complete", "stands-still", "capable-owner", "stretch-work", "chases")
"""Measures whose good acts can be seen in how soon a matter was over."""


def good_ends(log: Log, telling: Telling, refs: Sequence[str]) -> list[str]:
    """Return how matters ended that were over within the target, and made no one wait longer."""
    target = log.resolve[0] if log.resolve else 0
    return [
        line
        for ref in refs
        for line in outcomes(log, telling, [ref], log.end, log.end)
        if any(
            entry.kind in ("incident.mitigated", "ticket.resolved")
            and whole(entry.data.get("after", entry.data.get("minutes"))) <= target
            for entry in log.about(ref)
        )
    ]


def things(refs: Sequence[str]) -> list[str]:
    """Return the incidents and tickets among references: what a good act can be seen to end."""
    return [ref for ref in refs if ref.startswith(("incident:", "ticket:"))]


def unkept(case: Case, first: LogEntry, refs: Sequence[str]) -> list[str]:
    """Return what was missing beside an act: a look-in that was agreed, updates that were due."""
    log, telling, criterion = case.log, case.telling, case.criterion
    minute = whole(first.data.get("check_in"), -1)
    if criterion.measure == "check-ins-kept" and minute >= 0:
        return [f"At {telling.clock(minute)} nobody looked in."]
    if criterion.measure == "executive-words":
        windows = [w for w in log.windows_of(criterion.windows) if w.prevented < 0]
        figure = MEASURES["executive-words"].figure(log, windows, criterion)
        sent = sum(1 for n in figure.evidence if log.entries[n].kind == "message.sent")
        if sent < figure.counted:
            return [f"You sent {sent} of the {figure.counted} updates that came due."]
    return []


def came_to_pass(case: Case, worst: LogEntry) -> Moment | None:
    """Return the moment of something that happened without an act, such as a broken promise."""
    log, telling, criterion = case.log, case.telling, case.criterion
    window = window_of(log, criterion, worst) if criterion.windows else None
    refs = refs_of(log, criterion, window, worst)
    if worst.kind == "promise.broken":
        due = worst.data.get("due")
        made = next(
            (e for e in log.about(worst.subject) if e.kind == "promise.made"
             and e.data.get("due") == due), None,
        )  # fmt: skip
        low = made.at if made is not None else whole(due)
        seen = known(log, telling, [worst.subject], worst.number)
        next_word = next(
            (e for e in log.about(worst.subject)
             if e.kind == "message.sent" and e.number > worst.number), None,
        )  # fmt: skip
        did = "No further word from you came." if next_word is None else late(
            telling, next_word, whole(due)
        )  # fmt: skip
        between = meanwhile(log, telling, max(low, whole(due) - 20), worst.at, set())
        return case.moment(
            low, worst.at, [worst.subject], worst, known_=seen,
            did=[did, *([between] if between else [])],
            cost=20 if next_word is None else next_word.at - whole(due),
            led_to=[*consequences(log, telling, [worst]),
                    *outcomes(log, telling, [worst.subject], low, log.end)],
        )  # fmt: skip
    if window is not None:
        low = seen_from(log, criterion, window) or window.opens
        low, seen = first_sight(log, telling, refs, min(low, worst.at), worst.at)
        alone = nothing(log, telling, criterion.measure, refs, low, worst.at)[1:]
        return case.moment(
            low, worst.at, refs, worst, known_=seen, did=alone or [when(telling, worst)],
            led_to=outcomes(log, telling, refs, low, worst.at),
        )  # fmt: skip
    seen = known(log, telling, refs, worst.number)
    return case.moment(
        worst.at, worst.at, refs, worst, known_=seen, did=[when(telling, worst)],
        led_to=consequences(log, telling, [worst]),
    )  # fmt: skip


def queue(case: Case) -> Moment | None:
    """Return the moment of a queue in which many targets were missed."""
    log, telling = case.log, case.telling
    missed = sorted(log.entries[number] for number in case.filling.evidence)
    low = max(0, missed[0].at - 15)
    high = missed[-1].at
    first = waiting_then(log, low)
    answers = sum(1 for e in missed if e.data.get("target") == "respond")
    total = case.filling.figure or len(missed)
    between = meanwhile(log, telling, low, high, set())
    led = f"{count_of(total, 'target')} were missed on tickets beside the incident"
    some = f"; {answers} of the {len(missed)} worst for a first answer" if answers else ""
    if answers == total:
        some = ", all for a first answer"
    return case.moment(
        low, high, [], missed[0], name="the queue", known_=[first] if first else [],
        did=[between.replace("In between, ", "").strip() or "You gave the queue no order."],
        led_to=[sentence_of(led + some)], cost=3 * total,
    )  # fmt: skip


def moment(
    log: Log, telling: Telling, criterion: Criterion, filling: Filling, well: bool
) -> Moment | None:
    """Return the moment behind one filling; None where nothing can be shown of it."""
    if not filling.evidence:
        return None
    case = Case(log, telling, criterion, filling, well)
    worst = log.entries[filling.evidence[0]]
    entries = [log.entries[number] for number in filling.evidence]
    acts = acts_of(entries)
    if worst.kind in ("scene.answered", "scene.lapsed"):
        shown = max(acts, key=lambda e: (whole(e.data.get("credit")), -e.number)) if well else worst
        return conversation(case, shown)
    if well:
        return acted(case, acts) if acts else None
    if worst.kind == "window.opened":
        window = next((w for w in log.windows if w.opened == worst.number), None)
        return None if window is None else left_unused(case, window)
    if worst.kind == "incident.halted":
        return stood_still(case, worst)
    if criterion.measure == "targets-missed":
        return queue(case)
    return acted(case, acts) if acts else came_to_pass(case, worst)


def of_the_lead(log: Log, telling: Telling, entry: LogEntry) -> Moment | None:
    """Return the moment of an act that went well though no criterion looks at it."""
    given = given_minute(log, entry)
    ref = entry.subject
    seen = known(log, telling, [ref], given.number)
    if entry.kind == "analyst.recognised":
        event = whole(entry.data.get("event"), -1)
        if not 0 <= event < entry.number:
            return None
        seen = (when(telling, log.entries[event]),)
    led = consequences(log, telling, [entry])
    if entry.kind == "scene.answered":
        scene = entry.data.get("scene")
        said = telling.names.get(f"feedback:{scene}/{entry.data.get('choice')}", "")
        came = [e for e in log.of("scene.opened") if e.data.get("scene") == scene]
        seen = tuple(when(telling, one) for one in came[:1])
        led = [*led[:1], *([first_sentence(said)] if said else [])]
    if not seen or not led:
        return None
    name = telling.thing(ref) if ref not in ("desk", "lead", "") else "at your desk"
    return Moment(
        title=f"{telling.clock(entry.at)}, {name}", at=given.at, criterion="", level=None,
        went_well=True, known=seen, did=(sentence_of(past(telling, entry)),),
        led_to=tuple(led)[:MOST], another_way="", entry=entry.number, try_from=given.at,
        about=bare(ref),
    )  # fmt: skip
