"""What the lead did in a moment, or what happened instead, built from the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.causes import own_acts
from scoring.debrief.grammar import count_of, sentence_of
from scoring.debrief.phrases import past, when
from scoring.log import bare, whole
from scoring.measures.common import GIVEN
from scoring.unused import told
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.catalogue.fields import SPENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from simulator.engine.log import LogEntry

NOBODY = ("delegated-complete", "delegated-gaps", "stands-still", "asked-first")
"""Measures whose unused window means that the lead gave the work to nobody."""

BEFOREHAND = "You decided nothing beforehand for the case that it lasts"

NOTHING = {
    "own-hands": "You had no part in {it} in the first half of its time",
    "check-ins-kept": "You agreed with nobody on a time to look in, and looked in on nobody",
    "executive-words": "You sent {who} no update before {end}",
    "promises-kept": "You named no time for a next word to anybody",
    "first-update": "You sent {who} no first word before {end}",
    "chases": "You asked {who} for nothing between then and {end}",
    "raised": "You asked {who} for nothing before {end}",
    "seen-as-one": "You had no two of them side by side before {end}",
    "seen-and-given": "You did not see {it} for one matter and give it to anybody before {end}",
    "decision-complete": BEFOREHAND,
    "decision-time": BEFOREHAND,
    "relief": "You did not send {who} on a break or take work off them before {end}",
    "both-heard": "You did not hear each of {who} alone before {end}",
    "friction-talk": "You did not bring {who} together before {end}",
    "friction-quality": "You did not bring {who} together before {end}",
    "stretch-work": "You gave {who} no P1 or P2 work to grow on before {end}",
    "stretch-time": "You gave {who} no P1 or P2 work to grow on before {end}",
    "first-triage": "You opened none of its tickets before {end}",
    "capable-owner": "You did not look at {it} and see it in able hands before {end}",
    "remote-share": "You spoke with nobody of the team before {end}",
    "absence-covered": "You gave no answer before {end}",
}
"""What an unused window means, by measure; the rest is "You did nothing about it before ..."."""


def on_their_own(log: Log, telling: Telling, refs: Sequence[str], low: int, high: int) -> list[str]:
    """Return what happened to a matter without the lead's word, or in the lead's own hands."""
    rows: list[tuple[int, str]] = []
    for ref in refs:
        mine = [
            e for e in log.about(ref) if e.kind in ("incident.taken", "ticket.taken")
            and low <= e.at <= high
        ]  # fmt: skip
        if mine:
            spent = sum(whole(e.data.get("minutes")) for e in mine)
            rows.append((mine[0].at, f"You worked on it yourself for {count_of(spent, 'minute')}."))
        for entry in log.about(ref):
            pulled = entry.kind == "ticket.started" and entry.data.get("pulled") is True
            if low <= entry.at <= high and (entry.kind == "incident.opened" or pulled):
                text = f"{telling.thing(entry.actor)} took it unasked at {telling.clock(entry.at)}"
                rows.append((entry.at, sentence_of(text)))
                break
    return [text for _, text in sorted(rows)]


def part_of_it(
    log: Log, telling: Telling, refs: Sequence[str], low: int, high: int
) -> list[str]:  # fmt: skip
    """Return the first things that the lead did about a matter, though not what it asked for."""
    found = [
        entry
        for entry in own_acts(log, low, high)
        if entry.subject in refs or entry.data.get("about") in {bare(ref) for ref in refs}
    ]
    return [when(telling, entry) for entry in found[:1]]


def half_done(
    log: Log, telling: Telling, measure: str, refs: Sequence[str], low: int, high: int
) -> str:
    """Return what was done of a thing that had two parts; "" where nothing was."""
    about = log.about(refs[0]) if refs else ()
    then = [e for e in about if e.cause == "lead" and low <= e.at <= high]
    end = telling.clock(high)
    if measure == "capable-owner":
        opened = next((e for e in then if e.kind in ("ticket.triaged", "ticket.prioritised")), None)
        if opened is not None:
            at = telling.clock(opened.at)
            return f"You looked at it at {at}; nobody who could do it had it before {end}."
    if measure == "first-update":
        wrote = next((e for e in then if e.kind == "message.sent"), None)
        if wrote is not None:
            at = telling.clock(wrote.at)
            return f"You wrote at {at}, and named no time for the next word."
    if measure == "chases" and not any(e.kind == "task.escalated" and e.at <= high for e in about):
        return sentence_of(f"you did not ask {telling.thing(refs[0])} for help before {end}")
    if measure == "promises-kept" and log.of("promise.made"):
        return "No word that you had promised came due."
    return ""


def given_to_nobody(log: Log, telling: Telling, refs: Sequence[str], high: int) -> str:
    """Return that nobody was given it, or not in time, or somebody who could not do it."""
    given = [entry for ref in refs for entry in log.about(ref) if entry.kind in GIVEN]
    for entry in given:
        if entry.at <= high:
            person = telling.thing(f"analyst:{entry.data.get('to')}")
            return f"You gave it to {person}, for whom it was out of reach."
    return "You gave it to nobody in time." if given else "You gave it to nobody."


def nothing(
    log: Log, telling: Telling, measure: str, refs: Sequence[str], low: int, high: int
) -> tuple[str, ...]:  # fmt: skip
    """Return what happened in a window that was left unused, in plain sentences."""
    main = telling.thing(refs[0]) if refs else "it"
    end = telling.clock(high)
    if measure in NOBODY:
        said = given_to_nobody(log, telling, refs, high)
        return (said, *on_their_own(log, telling, refs, low, high)[:2])
    half = half_done(log, telling, measure, refs, low, high)
    if half:
        return (half,)
    text = NOTHING.get(measure, "You did nothing about it before {end}")
    if text == BEFOREHAND and not log.of("incident.started"):
        text = "You wrote down no change before {end}"
    said = sentence_of(text.format(it=main, who=main, end=end))
    if measure.startswith("decision"):
        more = []
    elif refs and refs[0].startswith(("stakeholder:", "analyst:", "conflict:")):
        between = meanwhile(log, telling, low, high, set())
        more = part_of_it(log, telling, refs[:1], low, high) or ([between] if between else [])
    else:
        more = on_their_own(log, telling, refs, low, high)
        more = more or part_of_it(log, telling, refs, low, high)
    return (said, *more[:1])


def late(telling: Telling, entry: LogEntry, since: int) -> str:
    """Return an act that came late as a sentence, with how long after its need it came."""
    minutes = entry.at - since
    text = when(telling, entry).rstrip(".")
    if minutes <= 0:
        return f"{text}."
    return f"{text}. That was {count_of(minutes, 'minute')} after {telling.clock(since)}."


def meanwhile(log: Log, telling: Telling, low: int, high: int, besides: set[int]) -> str:
    """Return where the lead's minutes went between two minutes; "" where there were none."""
    rows = [
        (whole(entry.data.get("minutes")), entry)
        for entry in own_acts(log, low, high)
        if entry.number not in besides
        and CATALOGUE[entry.kind].fields.get("minutes") == SPENT
        and whole(entry.data.get("minutes"))
    ]
    if not rows:
        return ""
    # An act may have begun before the stretch; only the part inside it went there.
    spent = min(sum(minutes for minutes, _ in rows), high - low)
    rows.sort(key=lambda row: -row[0])
    longest, entry = rows[0]
    if spent < 3:
        return ""
    text = past(telling, entry).partition(":")[0].partition(", ")[0]
    if entry.kind in ("ticket.taken", "incident.taken"):
        text = text.rpartition(" for ")[0]
    if len(rows) == 1:
        return f"In between, {text} ({count_of(longest, 'minute')})."
    return (
        f"In between, {spent} of your minutes went elsewhere, the longest when {text} ({longest})."
    )


def acts_of(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """Return the lead's acts among entries that stood on the screen."""
    return [e for e in entries if e.cause == "lead" and told(e)]
