"""The moments of a shift that are worth a look: what was known, done, and what it led to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scoring.debrief.causes import MOST, consequences, let_down, outcomes
from scoring.debrief.doing import acts_of, late, meanwhile
from scoring.debrief.grammar import count_of
from scoring.debrief.happened import (
    came_to_pass,
    left_unused,
    loose,
    not_closed,
    queue,
    stood_still,
)
from scoring.debrief.known import known
from scoring.debrief.lacking import beyond_reach, lacking
from scoring.debrief.matters import (
    TAKEN_IN_ORDER,
    concerned,
    measure_of,
    refs_of,
    seen_from,
    window_of,
)
from scoring.debrief.moment import Case, Moment, first_sentence, first_sight
from scoring.debrief.phrases import when
from scoring.debrief.telling import given_minute
from scoring.log import bare, whole
from scoring.measures import MEASURES
from scoring.measures.common import GIVEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Filling
    from simulator.engine.log import LogEntry

__all__ = ["Moment", "moment", "of_the_lead"]


def feedback(telling: Telling, entry: LogEntry) -> str:
    """Return what the scenario says of an answer as things stood; "" for nothing, or silence."""
    data = entry.data
    credit = max(0, whole(data.get("credit")))
    return telling.names.get(f"feedback:{data.get('scene')}/{data.get('choice')}/{credit}", "")


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
    said = feedback(telling, entry)
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
        beyond = " beyond what this house expects" if case.criterion.scope.hands_on else ""
        minutes = count_of(case.filling.figure, "minute")
        did.append(f"In all, {minutes} of yours{beyond} went that way.")
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
    refs = refs_of(log, criterion, window, first)
    agreed = whole(first.data.get("check_in"), -1)
    if criterion.measure == "check-ins-kept" and not case.well and agreed >= 0:
        return look_missed(case, first, refs, agreed)
    given = given_minute(log, first)
    if case.well or window is None or not criterion.windows or window.opens > first.at:
        seen = known(log, telling, refs, given.number)
        low = since = given.at
    else:
        since = seen_from(log, criterion, window) or window.opens
        low, seen = case.sight(refs, min(since, first.at), first.at)
    if not seen:
        seen = known(log, telling, refs, given.number)
    if case.well:
        acts = examples(log, acts)
    did = done(case, acts, since)
    if not case.well:
        between = meanwhile(log, telling, low, given.at, {e.number for e in acts})
        did += [between] if between and since < given.at else []
    ends = outcomes(log, telling, concerned(criterion, refs), low, max(first.at, log.end))
    chain = consequences(log, telling, acts if case.well else acts[:1])
    if case.well:
        moved = criterion.measure in MOVED_BY
        ends = good_ends(log, telling, things(refs)) if moved else []
    led = [*chain, *ends] if case.well else [*ends, *chain]
    return case.moment(
        min(low, first.at), first.at, refs, first, known_=seen, did=did[:3], led_to=led
    )


def look_missed(
    case: Case, given: LogEntry, refs: Sequence[str], agreed: int
) -> Moment | None:  # fmt: skip
    """Return the moment of a look-in that was agreed on with work and not held, or held late.

    What somebody felt all morning does not follow from it; what became of the work is told.
    """
    log, telling = case.log, case.telling
    person = f"analyst:{given.data.get('to')}"
    came = next(
        (e for e in log.of("analyst.checked-in")
         if e.subject == person and e.data.get("agreed") == agreed and e.at > agreed), None,
    )  # fmt: skip
    until = agreed if came is None else came.at
    seen, told = known(log, telling, refs, given.number + 1), when(telling, given)
    between = meanwhile(log, telling, given.at + 1, until, set() if came is None else {came.number})
    end = "did not" if came is None else f"came at {telling.clock(until)}"
    did = [
        f"You agreed to look in on {telling.thing(person)} at {telling.clock(agreed)}, and {end}.",
        *([] if told in seen else [told]),
        *([between] if between else []),
    ]
    return case.moment(
        given.at, until, refs, given, known_=seen, did=did[:3],
        led_to=outcomes(log, telling, things(refs), given.at, log.end),
    )  # fmt: skip


def examples(log: Log, acts: Sequence[LogEntry]) -> list[LogEntry]:
    """Return the acts of a moment that went well: the first, and one more to the same if kept."""
    first, *others = acts[:2]
    return [
        first,
        *(e for e in others if e.subject == first.subject and not let_down(log, e.number)),
    ]


def done(case: Case, acts: Sequence[LogEntry], since: int) -> list[str]:
    """Return what the lead did, the most telling first: late, or with something missing beside."""
    telling, first = case.telling, acts[0]
    if case.well:
        return [when(telling, one) for one in acts]
    if case.criterion.measure == "within-reach" and first.kind in GIVEN:
        return [beyond_reach(case.log, telling, first)]
    missing = lacking(case)
    timed = MEASURES[case.criterion.measure].unit == "minutes"
    return [late(telling, first, since) if timed else when(telling, first), *missing]


MOVED_BY = (
    "delegated-complete",
    "stands-still",
    "capable-owner",
    "stretch-work",
    "chases",
    "raised",
)
"""Measures whose good acts can be seen in how soon a matter was over."""


def good_ends(log: Log, telling: Telling, refs: Sequence[str]) -> list[str]:
    """Return how matters ended that were over within the target, and made no one wait longer."""
    target = log.resolve[0] if log.resolve else 0
    return [
        line
        for ref in refs
        for line in outcomes(log, telling, [ref], 0, 0)[-1:]
        if any(
            entry.kind in ("incident.mitigated", "ticket.resolved")
            and whole(entry.data.get("after", entry.data.get("minutes"))) <= target
            for entry in log.about(ref)
        )
    ]


def things(refs: Sequence[str]) -> list[str]:
    """Return the incidents and tickets among references: what a good act can be seen to end."""
    return [ref for ref in refs if ref.startswith(("incident:", "ticket:"))]


def besides_order(case: Case) -> Filling:
    """Return the filling without what people took from the queue in no order: it is no example."""
    rows = [(number, case.log.entries[number]) for number in case.filling.evidence]
    left = [n for n, entry in rows if measure_of(case.criterion, entry) != TAKEN_IN_ORDER]
    return replace(case.filling, evidence=tuple(left))


def moment(
    log: Log, telling: Telling, criterion: Criterion, filling: Filling, well: bool
) -> Moment | None:
    """Return the moment behind one filling; None where nothing can be shown of it."""
    if not filling.evidence:
        return None
    case = Case(log, telling, criterion, filling, well)
    worst = log.entries[filling.evidence[0]]
    entries = [log.entries[number] for number in filling.evidence]
    # What set work aside is the act that called its person away, not the work that stood.
    acts = acts_of([
        log.entries[e.because] if e.kind == "incident.parked" else e for e in entries
    ])  # fmt: skip
    if measure_of(criterion, worst) == TAKEN_IN_ORDER:
        return moment(log, telling, criterion, besides_order(case), well) if well else loose(case)
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
    if worst.kind == "promise.broken":
        return came_to_pass(case, worst)
    if criterion.measure == "closing-word":
        return not_closed(case, worst)
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
        said = feedback(telling, entry)
        came = [e for e in log.of("scene.opened") if e.data.get("scene") == scene]
        seen = tuple(when(telling, one) for one in came[:1])
        led = [*led[:1], *([first_sentence(said)] if said else [])]
    if not seen or not led:
        return None
    name = telling.thing(ref) if ref not in ("desk", "lead", "") else "at your desk"
    return Moment(
        title=f"{telling.clock(entry.at)}, {name}", at=given.at, criterion="", level=None,
        went_well=True, known=seen, did=(when(telling, entry),),
        led_to=tuple(led)[:MOST], another_way="", entry=entry.number, try_from=given.at,
        about=bare(ref),
    )  # fmt: skip
