"""What became of the desk: figures beside the score, never part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.grammar import capital
from scoring.debrief.picture import Curve, curves
from scoring.debrief.saying import back
from scoring.log import bare, whole
from scoring.measures.common import ended_by, half_up, own_minutes
from scoring.measures.freedom import halts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from simulator.engine.log import LogEntry


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the desk."""

    name: str
    text: str


def median(values: Sequence[int]) -> int | None:
    """Return the middle value, rounded half up between two; None without values."""
    ordered = sorted(values)
    if not ordered:
        return None
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return half_up(ordered[middle - 1] + ordered[middle], 2)


def minutes(value: int | None) -> str:
    """Return minutes in words, "none" where there are none to tell."""
    if value is None:
        return "none"
    return f"{value} minute" if value == 1 else f"{value} minutes"


def waited(log: Log) -> int:
    """Return the minutes that work on incidents stood still for the lead."""
    incidents = dict.fromkeys(entry.subject for entry in log.of("incident.halted"))
    return sum(minutes for one in incidents for minutes, _, _ in halts(log, one))


def call_waits(log: Log) -> list[int]:
    """Return the minutes that each answered call rang."""
    return [whole(entry.data.get("waited")) for entry in log.of("call.answered")]


def satisfied(log: Log) -> list[int]:
    """Return what each finished contact earned, points: resolved, or given up unanswered (B107)."""
    ends = log.of("ticket.resolved", "call.abandoned", "visit.left")
    return [whole(entry.data.get("satisfaction")) for entry in ends]


def telephones(log: Log) -> list[Row]:
    """Return the figures of the telephones; none where nobody rang (B102)."""
    rang = log.of("call.rang")
    if not rang:
        return []
    return [
        Row("Calls given up", f"{len(log.of('call.abandoned'))} of {len(rang)}"),
        Row("Wait of an answered call, median", minutes(median(call_waits(log)))),
    ]


def work(log: Log) -> list[Row]:
    """Return the figures of the tickets."""
    first = {
        entry.subject: whole(entry.data.get("waited"))
        for entry in reversed(log.of("ticket.started", "ticket.acknowledged"))
        if entry.kind == "ticket.acknowledged" or entry.data.get("first") is True
    }
    first |= {
        f"ticket:{bare(entry.subject)}": whole(entry.data.get("waited"))
        for entry in log.of("call.answered", "visit.met")
    }  # who rang waited before there was a ticket
    resolved = log.of("ticket.resolved")
    arrived = {entry.subject for entry in log.of("ticket.arrived")}
    missed = log.of("ticket.breached")
    slow = {entry.subject for entry in missed}
    kept = len(arrived - slow)
    by_target = [
        f"{name} {sum(1 for e in missed if e.data.get('target') == target)}"
        for target, name in (("respond", "first answer"), ("resolve", "done"))
    ]
    moves = log.of("ticket.reassigned", "incident.reassigned")
    without = sum(1 for entry in moves if not entry.data.get("note"))
    pleased = satisfied(log)
    readings = log.of("desk.reading")
    closing = log.of("shift.closed")
    last = {**(readings[-1].data if readings else {}), **(closing[-1].data if closing else {})}
    asked = log.of("task.escalated")
    mean = f"{half_up(sum(pleased), len(pleased))} of 100" if pleased else "nothing resolved"
    return [
        Row("First response, median", minutes(median(list(first.values())))),
        Row(
            "Resolution, median", minutes(median([whole(e.data.get("minutes")) for e in resolved]))
        ),
        Row("Resolved and still open", f"{len(resolved)} and {whole(last.get('open'))}"),
        Row("Tickets with no target missed", f"{kept} of {len(arrived)}"),
        Row("Ticket targets missed", f"{len(missed)} ({', '.join(by_target)})"),
        Row("Oldest open ticket at the end", minutes(whole(last.get("oldest")) if last else None)),
        Row("Returned", str(len(log.of("ticket.returned")))),
        Row("Hand-offs", f"{len(moves)}, {without} without a note" if moves else "none"),
        Row("Requests to others", str(len(asked))),
        Row("Conversations left unanswered", str(len(log.of("scene.lapsed")))),
        Row("Satisfaction, mean", mean),
        Row("Minutes that work waited for you", str(waited(log))),
        Row("Your own minutes on tickets and steps", str(own_minutes(log))),
    ]


def incidents(log: Log, telling: Telling) -> list[Row]:
    """Return how long each incident lasted."""
    rows: list[Row] = []
    clock = telling.clock
    for started in log.of("incident.started"):
        name = telling.name(started.subject)
        over = ended_by(log, started.subject)
        text = (
            f"{minutes(over.at - started.at)} from {clock(started.at)} until it {back(over)}"
            if over is not None
            else "not over when the shift ended"
        )
        rows.append(Row(capital(name), text))
    return rows


def doer(entry: LogEntry) -> str:
    """Return the id of whose work an entry shows; "" where it does not say."""
    if entry.kind == "incident.taken":
        return "lead"
    return str(entry.data.get("by", ""))


def person(telling: Telling, ident: str) -> str:
    """Return the name of an analyst or stakeholder; "you" for the lead."""
    if ident == "lead":
        return "you"
    sorts = (f"analyst:{ident}", f"stakeholder:{ident}")
    return telling.name(next((ref for ref in sorts if ref in telling.names), sorts[0]))


def able(log: Log, telling: Telling) -> list[Row]:
    """Return who worked on each incident, who brought it back, and who learned.

    The lead is among them, as "you".
    """
    rows: list[Row] = []
    for started in log.of("incident.started"):
        about = log.about(started.subject)
        did = [e for e in about if e.kind in ("incident.found", "incident.taken")]
        who = dict.fromkeys(doer(e) for e in did)
        names = ", ".join(person(telling, one) for one in who if one)
        if names:
            rows.append(Row(f"Worked on {telling.name(started.subject)}", names))
        over = ended_by(log, started.subject)
        if over is not None and doer(over):
            name = telling.name(started.subject)
            kept = over.data.get("unbroken") is True
            did_it = f"Put {name} in order" if kept else f"Brought {name} back"
            rows.append(Row(did_it, person(telling, doer(over))))
    for entry in log.of("analyst.grew"):
        skill = telling.name(str(entry.data.get("skill", "")), "skill")
        rows.append(
            Row(
                f"{telling.name(entry.subject)} has learned", f"{skill}, now {entry.data.get('to')}"
            )
        )
    return rows


def change(curve: Curve) -> Row:
    """Return how a curve went from the first reading to the last."""
    text = f"{curve.first()} to {curve.last()}"
    if curve.peak() > max(curve.first(), curve.last()):
        text += f" (highest {curve.peak()})"
    return Row(capital(curve.name), text)


def desk_figures(log: Log, telling: Telling) -> tuple[Row, ...]:
    """Return the desk's figures: incidents, tickets, and what changed in people."""
    told = ("tickets waiting", "targets missed")
    people = [curve for curve in curves(log, telling) if curve.name not in told]
    return (
        *incidents(log, telling),
        *telephones(log),
        *work(log),
        *able(log, telling),
        *(
            change(one)
            for one in people
            if one.name != "targets missed" and len(set(one.values)) > 1
        ),
    )
