"""What the lead could see about one matter by a certain entry: the most telling first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.grammar import count_of, sentence_of
from scoring.debrief.phrases import past, when
from scoring.log import bare, whole
from scoring.measures.common import GIVEN, OVER
from scoring.unused import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from simulator.engine.log import LogEntry

MOST = 3
"""Sentences that are told as known at most."""

TELLING = {
    "incident.halted": 95, "incident.worsened": 92, "conflict.row": 90, "scene.opened": 88,
    "analyst.sign": 86, "analyst.break-skipped": 84, "incident.found": 82, "promise.broken": 80,
    "promise.made": 78, "conflict.sign": 76, "task.escalated": 74, "analyst.absent": 73,
    "story.told": 72, "fact.learned": 70, "ticket.arrived": 68, "stakeholder.answered": 66,
    "update.missed": 64, "incident.opened": 60, "incident.assigned": 58, "incident.reassigned": 58,
    "ticket.assigned": 56, "ticket.reassigned": 56, "ticket.breached": 54, "ticket.started": 40,
    "incident.known": 30,
}  # fmt: skip
"""How much each kind of entry tells about what is needed; the rest is left out. (J)"""

HALT_ENDS: tuple[str, ...] = (
    "incident.approved", "incident.went-on", "incident.taken", *GIVEN,
)  # fmt: skip

OWN = frozenset({"promise.made", "task.escalated", *GIVEN})
"""Acts of the lead's that are part of what is known: debts, requests, and who has the work."""


def was_known(log: Log, incident: str, before: int) -> bool:
    """Return whether an incident was known before an entry."""
    return any(e.kind == "incident.known" and e.number < before for e in log.about(incident))


def tickets_of(log: Log, incident: str, before: int) -> list[LogEntry]:
    """Return the arrivals of an incident's tickets before an entry.

    That a named ticket is one of them could be seen only once the incident was known.
    """
    head = f"{bare(incident)}."
    known = was_known(log, incident, before)
    return [
        entry
        for entry in log.of("ticket.arrived")
        if entry.number < before
        and (
            bare(entry.subject).startswith(head)
            or (known and entry.data.get("part_of") == bare(incident))
        )
    ]


def stems_from(log: Log, entry: LogEntry, refs: Sequence[str]) -> bool:
    """Return whether an entry follows, within five steps, from one about these references."""
    heads = tuple(f"ticket:{bare(ref)}." for ref in refs if ref.startswith("incident:"))
    one = entry
    for _ in range(5):
        if one.because < 0:
            return False
        one = log.entries[one.because]
        if one.subject in refs or (heads and one.subject.startswith(heads)):
            return True
    return False


def settled(log: Log, entry: LogEntry, before: int) -> bool:
    """Return whether a debt or a sign was over by then, so that it tells nothing any more."""
    later = [e for e in log.about(entry.subject) if entry.number < e.number < before]
    if entry.kind == "promise.made":
        ends = ("promise.kept", "promise.broken")
        return any(e.kind in ends and e.data.get("due") == entry.data.get("due") for e in later)
    if entry.kind == "task.escalated":
        return any(e.kind in ("stakeholder.answered", "task.escalated") for e in later)
    if entry.kind == "analyst.sign":
        return entry.data.get("sign") == "none" or any(e.kind == "analyst.sign" for e in later)
    if entry.kind == "scene.opened":
        scene = entry.data.get("scene")
        return any(
            e.kind in ("scene.answered", "scene.lapsed") and e.data.get("scene") == scene
            for e in log.entries[entry.number + 1 : before]
        )
    if entry.kind == "incident.halted":
        return any(e.kind in HALT_ENDS for e in later)
    if entry.kind == "conflict.sign":
        # The scenario's own words say more than the general ones that may follow them.
        return entry.data.get("sign") != "first" and any(
            e.kind == "conflict.sign" and e.number < entry.number for e in log.about(entry.subject)
        )
    return False


def holds_work(log: Log, telling: Telling, person: str, before: int) -> list[tuple[int, str]]:
    """Return which incident a person had in hand by then, as a ranked sentence."""
    for entry in reversed(log.of(*GIVEN, "incident.opened")):
        if entry.number >= before or not entry.subject.startswith("incident:"):
            continue
        mine = entry.data.get("to") == bare(person)
        over = any(e.number < before and e.kind in OVER for e in log.about(entry.subject))
        if mine and not over:
            text = f"{telling.thing(person)} had {telling.thing(entry.subject)} from"
            return [(75, sentence_of(f"{text} {telling.clock(entry.at)} on"))]
    return []


def ranked(
    log: Log, telling: Telling, entries: Iterable[LogEntry], before: int
) -> list[tuple[int, str]]:
    """Return the latest of each kind of entry as a sentence, with how much it tells."""
    latest: dict[str, LogEntry] = {}
    for entry in entries:
        if told(entry) and entry.kind in TELLING and not settled(log, entry, before):
            latest[entry.kind] = entry
    rows: list[tuple[int, str]] = []
    for kind, entry in latest.items():
        text = when(telling, entry)
        if kind == "fact.learned":
            text = sentence_of(f"you knew {past(telling, entry).partition('learned ')[2]}")
        elif kind == "task.escalated":
            text = f"{text.rstrip('.')}; no answer had come."
        elif kind == "promise.made":
            text = sentence_of(past(telling, entry).replace("you promised", "you had promised", 1))
        rows.append((TELLING[kind], text))
    return rows


def incident_rows(
    log: Log, telling: Telling, incident: str, before: int
) -> list[tuple[int, str]]:  # fmt: skip
    """Return how many tickets an incident had brought by then, as a ranked sentence."""
    found = tickets_of(log, incident, before)
    if not found:
        return []
    first = found[0]
    if len(found) == 1:
        return [(72, when(telling, first))]
    text = f"{count_of(len(found), 'ticket')} about {telling.thing(incident)} had come in since"
    return [(72, sentence_of(f"{text} {telling.clock(first.at)}"))]


def known(log: Log, telling: Telling, refs: Sequence[str], before: int) -> tuple[str, ...]:
    """Return what could be seen about these references before an entry, at most three sentences.

    A fact counts where it was learned through one of them. Nothing that came later is in it, and
    nothing about any other matter; () where nothing was to be seen.
    """
    rows: list[tuple[int, str]] = []
    for ref in refs:
        about = [
            e for e in log.about(ref) if e.number < before and (e.cause != "lead" or e.kind in OWN)
        ]
        rows += ranked(log, telling, about, before)
        if ref.startswith("incident:"):
            rows += incident_rows(log, telling, ref, before)
        if ref.startswith("analyst:"):
            rows += holds_work(log, telling, ref, before)
    facts = [e for e in log.of("fact.learned") if e.number < before and stems_from(log, e, refs)]
    rows += ranked(log, telling, facts, before)
    rows.sort(key=lambda row: -row[0])
    return tuple(dict.fromkeys(text for _, text in rows))[:MOST]


def waiting_then(log: Log, minute: int) -> str:
    """Return how many tickets waited at the last reading by a minute; "" without one."""
    last = next((e for e in reversed(log.of("desk.reading")) if e.at <= minute), None)
    if last is None or not whole(last.data.get("waiting")):
        return ""
    return (
        f"{count_of(whole(last.data.get('waiting')), 'ticket')} waited, the oldest for "
        f"{count_of(whole(last.data.get('oldest')), 'minute')}."
    )
