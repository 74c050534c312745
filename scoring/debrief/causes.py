"""What a moment led to: what follows from its acts, and what became of its matter, in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.grammar import count_of, of, sentence_of
from scoring.debrief.phrases import past
from scoring.debrief.saying import back
from scoring.log import bare, figure, listed, whole
from scoring.measures.common import ended_by, span_of
from scoring.unused import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from simulator.engine.log import LogEntry

MOST = 2
"""Sentences that are told as consequences at most."""

WORTH = (
    "story.told", "incident.worsened", "incident.mitigated", "promise.broken", "conflict.row",
    "ticket.refused", "ticket.returned", "update.missed", "analyst.grew", "incident.found",
    "stakeholder.answered", "promise.kept", "ticket.resolved", "ticket.breached",
)  # fmt: skip
"""Consequences worth telling, the weightiest first."""

CHANGES = {
    "stakeholder.trust-changed": "trust",
    "analyst.morale-changed": "morale",
    "analyst.stress-changed": "stress",
    "conflict.changed": "friction",
}

LEAST = 3
"""Points from which a change of stress, friction or trust is told. (J)"""

CALM = {"analyst:": ("stresses", "stress"), "conflict:": ("frictions", "friction"),
        "stakeholder:": ("trusts", "trust")}  # fmt: skip
"""By kind of reference: the reading that shows how it goes, and its name."""


def followers(log: Log, roots: Iterable[int]) -> list[LogEntry]:
    """Return the entries that follow from these, directly or through others, in order."""
    reached = set(roots)
    found: list[LogEntry] = []
    for entry in log.entries:
        if entry.because in reached and entry.number not in reached:
            reached.add(entry.number)
            found.append(entry)
    return found


def let_down(log: Log, act: int) -> bool:
    """Return whether an act, given as its entry, made a promise that was broken: no example."""
    return any(entry.kind == "promise.broken" for entry in followers(log, [act]))


def whose(telling: Telling, ref: str, what: str) -> str:
    """Return what changed and in whom: `Priya's stress`, `friction between Ana and Ben`."""
    if ref.startswith("conflict:"):
        return f"{what} between {telling.thing(ref)}"
    return of(telling.thing(ref), what, ref in telling.groups)


def changes(telling: Telling, entries: Iterable[LogEntry]) -> list[str]:
    """Return the summed changes of trust, morale, stress and friction, the largest first."""
    sums: dict[tuple[str, str], int] = {}
    for entry in entries:
        if entry.kind in CHANGES:
            key = (entry.kind, entry.subject)
            sums[key] = sums.get(key, 0) + whole(entry.data.get("change"))
    rows = sorted(((abs(n), n, key) for key, n in sums.items() if n), key=lambda row: -row[0])
    return [
        f"{whose(telling, subject, CHANGES[kind])} "
        f"{'rose' if number > 0 else 'fell'} by {abs(number)}"
        for _, number, (kind, subject) in rows
    ]


def readings(log: Log, ref: str, low: int, high: int) -> list[tuple[int, int]]:
    """Return what the readings say about a person or conflict from a minute to another."""
    field = next((f for start, (f, _) in CALM.items() if ref.startswith(start)), "")
    found: list[tuple[int, int]] = []
    last: tuple[int, int] | None = None
    for entry in log.of("desk.reading"):
        for text in listed(entry.data.get(field)):
            who, _, number = str(text).rpartition(":")
            if who == bare(ref):
                row = (entry.at, figure(number))
                if entry.at <= low:
                    last = row
                elif entry.at <= high:
                    found.append(row)
    return ([last] if last else []) + found


def moved(log: Log, telling: Telling, ref: str, low: int, high: int) -> str:
    """Return how far stress, friction or trust went for the worse; "" where it did not."""
    rows = readings(log, ref, low, high)
    if len(rows) < 2:
        return ""
    name = next(word for start, (_, word) in CALM.items() if ref.startswith(start))
    first = rows[0][1]
    pick = min if name == "trust" else max
    at, worst = pick(rows, key=lambda row: row[1])
    if abs(worst - first) < LEAST or (worst < first) != (name == "trust"):
        return ""
    text = f"{whose(telling, ref, name)} went from {first} to {worst} by {telling.clock(at)}"
    return sentence_of(text)


def incident_end(log: Log, telling: Telling, incident: str) -> str:
    """Return when an incident was over, how long it took, and what a P1 has."""
    began = next((e.at for e in log.about(incident) if e.kind == "incident.started"), None)
    over = ended_by(log, incident)
    thing = telling.thing(incident)
    if over is None:
        return sentence_of(f"{thing} was not back when the shift ended")
    if began is None or over.data.get("unbroken") is True:
        return sentence_of(f"{thing} {back(over)} at {telling.clock(over.at)}")
    lasted = over.at - began
    target = log.resolve[0] if log.resolve else 0
    against = f" (the target is {target})" if target and lasted > target else ""
    return sentence_of(
        f"{thing} {back(over)} at {telling.clock(over.at)}, {count_of(lasted, 'minute')} after it "
        f"began{against}"
    )


def worsened(log: Log, telling: Telling, incident: str, low: int, high: int) -> str:
    """Return how an incident got worse between two minutes; "" where it did not."""
    for entry in log.about(incident):
        if entry.kind == "incident.worsened" and low <= entry.at <= high:
            return sentence_of(f"at {telling.clock(entry.at)} {past(telling, entry)}")
    return ""


def ticket_end(log: Log, telling: Telling, ticket: str, low: int) -> str:
    """Return who took a ticket and when it was done, with the targets it missed."""
    about = [e for e in log.about(ticket) if e.at >= low]
    done = next((e for e in about if e.kind == "ticket.resolved"), None)
    missed = sum(1 for e in about if e.kind == "ticket.breached")
    if done is None:
        text = f"{telling.thing(ticket)} was still open when the shift ended"
    else:
        text = (
            f"{telling.thing(ticket)} was done at {telling.clock(done.at)}, "
            f"{count_of(whole(done.data.get('minutes')), 'minute')} after it came in"
        )
    return sentence_of(f"{text}; it missed {count_of(missed, 'target')}" if missed else text)


def silence(log: Log, telling: Telling, who: str, low: int, high: int) -> str:
    """Return from when to when somebody waited for a word; "" where they did not."""
    about = [e for e in log.about(who) if low <= e.at <= high]
    missed = [e for e in about if e.kind in ("update.missed", "promise.broken")]
    if not missed:
        return ""
    due = whole(missed[0].data.get("due"), missed[0].at)
    word = next((e.at for e in about if e.kind == "message.sent" and e.at >= due), None)
    clock = telling.clock
    until = f"to {clock(word)}" if word is not None else "on"
    return sentence_of(f"{telling.thing(who)} waited for a word from {clock(due)} {until}")


def outcomes(
    log: Log, telling: Telling, refs: Sequence[str], low: int, high: int
) -> list[str]:  # fmt: skip
    """Return what became of these matters between two minutes, with figures."""
    lines: list[str] = []
    for ref in refs:
        if ref.startswith("incident:"):
            over = span_of(log, ref)[1]
            lines += [worsened(log, telling, ref, low, max(high, over))]
            lines += [incident_end(log, telling, ref)]
        elif ref.startswith("ticket:"):
            lines += [ticket_end(log, telling, ref, low)]
        elif ref.startswith("stakeholder:"):
            lines += [silence(log, telling, ref, low, high), moved(log, telling, ref, low, high)]
        elif ref.startswith(("analyst:", "conflict:")):
            rows = [e for e in log.about(ref) if low < e.at <= high and e.kind == "conflict.row"]
            lines += [sentence_of(f"at {telling.clock(e.at)} {past(telling, e)}") for e in rows[:1]]
            lines += [moved(log, telling, ref, low, high)]
    return list(dict.fromkeys(line for line in lines if line))


def consequences(log: Log, telling: Telling, roots: Sequence[LogEntry]) -> list[str]:
    """Return what followed from these entries, in plain sentences; [] where nothing is logged."""
    found = followers(log, [entry.number for entry in roots])
    lines: list[str] = []
    ranked = sorted(
        (WORTH.index(entry.kind), entry.number)
        for entry in found
        if entry.kind in WORTH and entry.seen and entry.cause != "lead"
    )
    for _, number in ranked[:1]:
        entry = log.entries[number]
        lines.append(sentence_of(f"at {telling.clock(entry.at)} {past(telling, entry)}"))
    shifts = changes(telling, found)
    if shifts:
        lines.append(sentence_of("; ".join(shifts[:2])))
    return lines


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
