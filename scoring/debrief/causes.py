"""What was known at a moment, and what a moment led to: both read from entries alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import bare, whole
from scoring.measures.delegation import halts
from scoring.unused import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from simulator.engine.log import LogEntry

MOST = 3
"""Sentences that one part of a moment holds at most."""

WORTH = (
    "incident.worsened", "incident.mitigated", "incident.found", "promise.broken",
    "update.missed", "ticket.returned", "ticket.refused", "conflict.row", "analyst.grew",
    "promise.kept", "ticket.resolved", "stakeholder.answered", "incident.halted",
    "ticket.breached", "ticket.started",
)  # fmt: skip
"""Consequences worth telling, the weightiest first."""

CHANGES = {
    "stakeholder.trust-changed": "trust of {name}",
    "analyst.morale-changed": "morale of {name}",
    "analyst.stress-changed": "stress of {name}",
    "conflict.changed": "friction, {name}",
}


def known(log: Log, telling: Telling, subjects: Sequence[str], before: int) -> tuple[str, ...]:
    """Return what the lead could see by an entry about these subjects, the latest last.

    Facts found out by then count whatever they are about; nothing found out later is in it.
    """
    rows: dict[int, LogEntry] = {}
    for subject in subjects:
        found = [
            entry
            for entry in log.about(subject)
            if entry.number < before and entry.cause != "lead" and told(entry)
        ]
        if subject.startswith("incident:"):
            found += [
                entry
                for entry in log.of("ticket.arrived")
                if entry.number < before and bare(entry.subject).startswith(bare(subject) + ".")
            ]
            found.sort()
        rows.update({entry.number: entry for entry in found[-2:]})
    facts = [e for e in log.of("fact.learned") if e.number < before and e.seen]
    rows.update({entry.number: entry for entry in facts[-2:]})
    latest = sorted(rows.values())[-MOST:]
    return tuple(telling.at(entry) for entry in latest)


def followers(log: Log, roots: Iterable[int]) -> list[LogEntry]:
    """Return the entries that follow from these, directly or through others, in order."""
    reached = set(roots)
    found: list[LogEntry] = []
    for entry in log.entries:
        if entry.because in reached and entry.number not in reached:
            reached.add(entry.number)
            found.append(entry)
    return found


def changes(telling: Telling, entries: Iterable[LogEntry]) -> list[str]:
    """Return the summed changes of trust, morale, stress and friction, the largest first."""
    sums: dict[tuple[str, str], int] = {}
    for entry in entries:
        if entry.kind in CHANGES:
            key = (entry.kind, entry.subject)
            sums[key] = sums.get(key, 0) + whole(entry.data.get("change"))
    rows = sorted(((abs(n), n, key) for key, n in sums.items() if n), key=lambda row: -row[0])
    return [
        f"{CHANGES[kind].format(name=telling.name(subject))} "
        f"{'up' if number > 0 else 'down'} {abs(number)}"
        for _, number, (kind, subject) in rows
    ]


def consequences(log: Log, telling: Telling, roots: Sequence[LogEntry]) -> tuple[str, ...]:
    """Return what followed from these entries, in plain sentences; () where nothing is logged."""
    found = followers(log, [entry.number for entry in roots])
    lines: list[str] = []
    stood = sum(
        minutes
        for incident in dict.fromkeys(e.subject for e in found if e.kind == "incident.halted")
        for minutes, began, _ in halts(log, incident)
        if any(began.number == entry.number for entry in found)
    )
    if stood:
        lines.append(f"The work then stood still for {stood} minutes, waiting for you")
    ranked = sorted(
        (WORTH.index(entry.kind), entry.number)
        for entry in found
        if entry.kind in WORTH and entry.seen
    )
    for _, number in ranked[:2]:
        lines.append(telling.at(log.entries[number]))
    moved = changes(telling, found)
    if moved:
        text = "; ".join(moved[:2])
        lines.append(text[:1].upper() + text[1:])
    return tuple(lines[:MOST])


def behind(log: Log, entry: LogEntry) -> LogEntry | None:
    """Return the act of the lead's that an entry follows from; None where there is none."""
    one = entry
    while one.because >= 0:
        one = log.entries[one.because]
        if one.cause == "lead" and told(one):
            return one
    return None


def own_acts(log: Log, low: int, high: int) -> list[LogEntry]:
    """Return the acts of the lead's that took effect between two minutes, both included."""
    return [e for e in log.entries if e.cause == "lead" and low <= e.at <= high and told(e)]


def meanwhile(log: Log, subject: str, low: int, high: int) -> list[LogEntry]:
    """Return the two weightiest things seen about a subject between two minutes, in order.

    The lead's own acts are left out.
    """
    found = [
        entry
        for entry in log.about(subject)
        if low <= entry.at <= high and entry.cause != "lead" and told(entry)
    ]
    found.sort(key=lambda e: (WORTH.index(e.kind) if e.kind in WORTH else len(WORTH), e.number))
    return sorted(found[:2])
