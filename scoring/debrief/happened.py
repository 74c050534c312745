"""Moments of what happened without an act of the lead's, or before one came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.causes import consequences, outcomes
from scoring.debrief.doing import acts_of, late, meanwhile
from scoring.debrief.grammar import count_of, sentence_of
from scoring.debrief.known import known, waiting_then
from scoring.debrief.matters import concerned, end_of, number_after, refs_of, seen_from, window_of
from scoring.debrief.missed import Missed
from scoring.debrief.misses import unused_words
from scoring.debrief.moment import first_sight
from scoring.debrief.phrases import when
from scoring.log import whole
from scoring.measures import MEASURES
from scoring.measures.common import ended_by
from scoring.measures.communication import CLOSING
from scoring.measures.executive import TALKS
from scoring.measures.freedom import halts
from scoring.measures.order_of_work import BRIEFED, READING, Taken, from_the_queue

if TYPE_CHECKING:
    from scoring.debrief.moment import Case, Moment
    from scoring.log import Window
    from simulator.engine.log import LogEntry


def late_acts(case: Case, window: Window) -> list[LogEntry]:
    """Return the acts that came only in the shift's last tenth, too late to use a window."""
    figure = MEASURES[case.criterion.measure].figure(case.log, [window], case.criterion)
    if figure.value is None:
        return []
    return acts_of(sorted(case.log.entries[number] for number in figure.evidence))


def missed_in(case: Case, window: Window) -> tuple[Missed, tuple[str, ...]] | None:
    """Return what was left unused in a window, and what was known of it then.

    None where it never stood on the screen.
    """
    log, criterion = case.log, case.criterion
    refs = refs_of(log, criterion, window, None)
    start = seen_from(log, criterion, window)
    if start is None:
        return None
    after = late_acts(case, window)
    end = after[0].at if after else end_of(log, criterion, window, refs, start)
    start, seen = case.sight(refs, start, end)
    return Missed(log, case.telling, criterion, window, refs, start, end), seen


def left_unused(case: Case, window: Window) -> Moment | None:
    """Return the moment of a window in which nothing was done, or only at the very end."""
    log, telling, criterion = case.log, case.telling, case.criterion
    found = missed_in(case, window)
    if found is None:
        return None
    miss, seen = found
    after = late_acts(case, window)
    did = (late(telling, after[0], miss.start),) if after else unused_words(miss)
    return case.moment(
        miss.start, miss.end, miss.refs, log.entries[window.opened],
        known_=seen, did=did,
        led_to=outcomes(log, telling, concerned(criterion, miss.refs), miss.start, miss.end),
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
        did = ["Your go-ahead did not come in that time."]
        if halted.data.get("word_of"):
            other = telling.thing(f"stakeholder:{halted.data['word_of']}")
            did = [f"You did not ask {other} for it in that time."]
        if ended is not None and ended.kind == "task.escalated":
            did = [f"You asked {telling.thing(ended.subject)} {count_of(minutes, 'minute')} later."]
        elif ended is not None and ended.cause == "lead":
            did = [f"Your word came {count_of(minutes, 'minute')} later."]
        led = [f"The work stood still for {count_of(minutes, 'minute')}, waiting for you."]
        return case.moment(
            began.at, until, [halted.subject], halted,
            known_=known(log, telling, [halted.subject], halted.number + 1),
            did=[*did, *([between] if between else [])],
            led_to=[*led, *outcomes(log, telling, [halted.subject], began.at, until)[-1:]],
        )  # fmt: skip
    return None


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
        seen = known(log, telling, [worst.subject], number_after(log, low))
        next_word = next(
            (e for e in log.about(worst.subject)
             if e.kind in ("message.sent", *TALKS) and e.number > worst.number), None,
        )  # fmt: skip
        did = sentence_of(f"{telling.thing(worst.subject)} had no further word from you")
        if next_word is not None:
            did = late(telling, next_word, whole(due))
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
        alone = Missed(log, telling, criterion, window, refs, low, worst.at).on_its_own()
        return case.moment(
            low, worst.at, refs, worst, known_=seen, did=alone or [when(telling, worst)],
            led_to=outcomes(log, telling, refs, low, worst.at),
        )  # fmt: skip
    seen = known(log, telling, refs, worst.number)
    return case.moment(
        worst.at, worst.at, refs, worst, known_=seen, did=[when(telling, worst)],
        led_to=consequences(log, telling, [worst]),
    )  # fmt: skip


def not_closed(case: Case, last: LogEntry) -> Moment | None:
    """Return the moment of an end that somebody who had been written to did not hear of in time.

    `last` is the last word that they had while it lasted.
    """
    log, telling = case.log, case.telling
    window = window_of(log, case.criterion, last)
    ended = None if window is None else ended_by(log, window.subject)
    if ended is None:
        return None
    clock, due, who = telling.clock, ended.at + CLOSING, telling.thing(last.subject)
    did = f"From {clock(ended.at)} to {clock(due)} you did not write to {who} that it was over."
    after = next(
        (e for e in log.about(last.subject)
         if e.kind == "message.sent" and e.data.get("closing") is True and e.at > due), None,
    )  # fmt: skip
    if after is not None:
        did = late(telling, after, ended.at)
    between = meanwhile(log, telling, ended.at, due, set())
    heard = f"{who} had last heard of it from you at {clock(last.at)}"
    return case.moment(
        ended.at, due, [last.subject], last, known_=[when(telling, ended), sentence_of(heard)],
        did=[did, *([between] if between else [])],
        led_to=outcomes(log, telling, [last.subject], ended.at, log.end),
    )  # fmt: skip


def ordered(case: Case, high: int) -> str:
    """Return the last order of work that the lead named by a minute, or that there was none."""
    named = [entry for entry in case.log.of("order.briefed") if entry.at <= high]
    return when(case.telling, named[-1]) if named else "You briefed the team on no order of work."


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
        did=[between.replace("In between, ", "").strip() or ordered(case, high)],
        led_to=[sentence_of(led + some)], cost=3 * total,
    )  # fmt: skip


def order_gone_by(case: Case, last: Taken) -> str:
    """Return under what order somebody took the last ticket that was taken under none to go by."""
    said = last.said or next(iter(case.log.of(BRIEFED)), None)
    if said is None:
        return "You briefed the team on no order of work."
    if said.at > last.entry.at:
        return f"You briefed the team on no order of work before {case.telling.clock(said.at)}."
    return when(case.telling, said)


def loose(case: Case) -> Moment | None:
    """Return the moment of what people took from the queue under no order with a reason."""
    taken = from_the_queue(case.log)
    free = [one for one in taken if not one.in_order]
    if not free:
        return None
    low, high = free[0].entry.at, free[-1].entry.at
    waiting = waiting_then(case.log, low)
    many = count_of(len(taken), "ticket")
    part = "all" if len(free) == len(taken) else str(len(free))
    led = (
        f"After the first {READING} minutes people took {many} from the queue by themselves, "
        f"{part} of them without an order of yours, and its reason, to go by."
    )
    return case.moment(
        low, high, [], free[0].entry, name="the queue", known_=[waiting] if waiting else [],
        did=[order_gone_by(case, free[-1])], led_to=[led], cost=0,
    )  # fmt: skip
