"""What happened, in the past tense, as a person would say it: one clause for each kind of entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.grammar import count_of, sentence_of, timeless, together
from scoring.debrief.saying import (
    ailed,
    answered,
    asked,
    back,
    escalated,
    kept,
    messaged,
    opened,
    replied,
)
from scoring.log import bare, listed, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.debrief.telling import Telling
    from simulator.engine.log import LogEntry

STYLES = {
    "show": "to report each step and wait",
    "alongside": "with you working alongside",
    "on-call": "to decide, with you there for doubts",
    "hand-over": "to decide and act alone",
}
"""What each style of giving work away means, in words."""

SIGNS = {
    "no-break": "had not had a break yet", "stretched": "looked stretched",
    "short-notes": "wrote shorter and shorter notes",
    "late-replies": "replied late", "none": "looked calmer again",
}  # fmt: skip
TARGETS = {"respond": "the target for a first answer", "resolve": "the target for being done"}
ORDERS = {
    "impact": "what hurts most goes first", "oldest": "the oldest goes first",
    "own": "everyone in their own order",
}  # fmt: skip
CONFLICT_SIGNS = {
    "terse": "wrote each other terse notes", "refuses": "would not take over from one another",
}  # fmt: skip


def terms(t: Telling, e: LogEntry) -> str:
    """Return on what terms work was given away, beginning with a comma; "" for none."""
    data = e.data
    parts = [STYLES.get(str(data.get("style", "")), "")]
    if data.get("beside"):
        parts.append(f"{t.thing('analyst:' + str(data['beside']))} as a second pair of eyes")
    if whole(data.get("check_in"), -1) >= 0:
        parts.append(f"a look-in agreed for {t.clock(whole(data['check_in']))}")
    if "note" in data:
        parts.append("with a note" if data["note"] else "without a note")
    return "".join(f", {part}" for part in parts if part)


def who(t: Telling, e: LogEntry, field: str) -> str:
    """Return the analyst that a field names; "you" for the lead."""
    found = str(e.data.get(field, ""))
    return "you" if found == "lead" else t.thing(f"analyst:{found}")


def halted(t: Telling, e: LogEntry) -> str:
    """Return what somebody asked before they waited."""
    asks = str(e.data.get("asks", ""))
    person = t.thing(e.actor)
    if asks == "next-step":
        return f"{person} had a result, asked what next, and waited for your word"
    if asks == "facts":
        return f"{person} waited for you: more had to be known first"
    return f"{person} asked to {t.owned(e, 'asks', asks)}, and waited for your word"


def decided(t: Telling, e: LogEntry) -> str:
    """Return a decision with what it said and what it left out."""
    what = t.names.get(f"decision:{e.data.get('what')}", bare(str(e.data.get("what", ""))))
    at = whole(e.data.get("threshold"), -1)
    what = what.replace("{time}", t.clock(at)) if at >= 0 else timeless(what)
    left = [
        name
        for name, there in (
            ("a reason", bool(listed(e.data.get("why")))),
            ("a time", at >= 0),
            ("what happens if that does not work", e.data.get("if_fails") is True),
        )
        if not there
    ]
    text = f"you decided: “{what}”"
    return text + (f" It left out {together(left)}" if left else "")


def talked(t: Telling, e: LogEntry) -> str:
    """Return how a conflict was talked through."""
    heard = [t.thing(f"analyst:{one}") for one in listed(e.data.get("heard"))]
    first = f"after hearing {together(heard)} alone" if heard else "with nobody heard alone first"
    label = ", and in words for what somebody is like" if e.data.get("words") == "label" else ""
    return f"you talked it through with {t.thing(e.subject)}, {first}{label}"


def checked(t: Telling, e: LogEntry) -> str:
    """Return a look-in, and whether it had been agreed on."""
    agreed = whole(e.data.get("agreed"), -1)
    how = "which had not been agreed"
    if agreed >= 0:
        how = f"as agreed for {t.clock(agreed)}"
    if late := whole(e.data.get("late")):
        how = f"agreed for {t.clock(agreed)}, {count_of(late, 'minute')} late"
    return f"you looked in on {t.thing(e.subject)}, {how}"


def briefed(t: Telling, e: LogEntry) -> str:
    """Return the order of work that was said, and whether no reason went with one to go by."""
    order = str(e.data.get("order"))
    alone = "" if e.data.get("why") or order == "own" else ", with no reason given"
    return f"you briefed the team: {ORDERS.get(order, 'an order of work')}{alone}"


def found(t: Telling, e: LogEntry) -> str:
    """Return a result of the work on an incident."""
    step = t.owned(e, "step", str(e.data.get("step", "")))
    if bare(e.actor) == "lead" or e.data.get("by") == "lead":
        return f"you found: “{step}”"
    return f"{t.thing(e.actor)} told you: “{step}”"


def sign(t: Telling, e: LogEntry) -> str:
    """Return what could be seen between two people."""
    kind = str(e.data.get("sign", ""))
    if kind in CONFLICT_SIGNS:
        return f"{t.thing(e.subject)} {CONFLICT_SIGNS[kind]}"
    return f"this stood on the screen: {t.owned(e, 'conflict-sign', kind)}"


CLAUSES: dict[str, Callable[[Telling, LogEntry], str]] = {
    "ticket.arrived": lambda t, e: (
        f"{t.thing(e.subject)} came in, logged as {t.priority(e.data.get('logged'))}"
    ),
    "ticket.started": lambda t, e: f"{t.thing(e.actor)} took {t.thing(e.subject)}",
    "ticket.triaged": lambda t, e: (
        f"you opened {t.thing(e.subject)} and saw a {t.priority(e.data.get('priority'))}"
    ),
    "ticket.prioritised": lambda t, e: (
        f"{t.thing(e.subject)} became a {t.priority(e.data.get('priority'))}"
    ),
    "ticket.assigned": lambda t, e: (
        f"you gave {t.thing(e.subject)} to {who(t, e, 'to')}{terms(t, e)}"
    ),
    "ticket.reassigned": lambda t, e: (
        f"you moved {t.thing(e.subject)} from {who(t, e, 'from')} to {who(t, e, 'to')}{terms(t, e)}"
    ),
    "ticket.acknowledged": lambda t, e: f"you told the sender of {t.thing(e.subject)} it was seen",
    "ticket.taken": lambda t, e: (
        f"you worked on {t.thing(e.subject)} yourself for "
        f"{count_of(whole(e.data.get('minutes')), 'minute')}"
    ),
    "ticket.breached": lambda t, e: (
        f"{t.thing(e.subject)} missed {TARGETS.get(str(e.data.get('target')), 'its target')}"
    ),
    "ticket.resolved": lambda t, e: (
        f"{t.thing(e.subject)} was done, {count_of(whole(e.data.get('minutes')), 'minute')} "
        "after it came in"
    ),
    "ticket.returned": lambda t, e: f"{t.thing(e.subject)} came back",
    "ticket.refused": lambda t, e: (
        f"{who(t, e, 'to')} would not take {t.thing(e.subject)} from {who(t, e, 'from')}"
    ),
    "incident.known": lambda t, e: f"it was clear that something {ailed(e)}: {t.thing(e.subject)}",
    "incident.declared": lambda t, e: (
        f"you declared {t.thing(e.subject)}, severity {whole(e.data.get('severity'))}"
    ),
    "incident.linked": lambda t, e: (
        f"you linked {count_of(whole(e.data.get('linked')), 'ticket')} to {t.thing(e.subject)}"
    ),
    "incident.opened": lambda t, e: f"{t.thing(e.actor)} started on {t.thing(e.subject)} unasked",
    "incident.assigned": lambda t, e: (
        f"you gave {t.thing(e.subject)} to {who(t, e, 'to')}{terms(t, e)}"
    ),
    "incident.reassigned": lambda t, e: (
        f"you moved {t.thing(e.subject)} from {who(t, e, 'from')} to {who(t, e, 'to')}{terms(t, e)}"
    ),
    "incident.found": found,
    "incident.halted": halted,
    "incident.approved": lambda t, e: f"you told {who(t, e, 'to')} to go ahead",
    "incident.went-on": lambda t, e: f"{t.thing(e.actor)} went on alone",
    "incident.taken": lambda t, e: (
        f"you worked on {t.thing(e.subject)} yourself for "
        f"{count_of(whole(e.data.get('minutes')), 'minute')}"
    ),
    "incident.worsened": lambda t, e: (
        f"it got worse: {t.owned(e, 'risk', str(e.data.get('what', '')))}"
    ),
    "incident.workaround": lambda t, e: f"you put a workaround in place for {t.thing(e.subject)}",
    "incident.mitigated": lambda t, e: f"{t.thing(e.subject)} {back(e)}",
    "incident.resolved": lambda t, e: f"{t.thing(e.subject)} was mended for good",
    "fact.learned": lambda t, e: f"you learned that {t.name(str(e.data.get('fact')), 'fact')}",
    "message.sent": messaged,
    "desk.told": lambda t, e: "you told the whole desk how things stood",
    "promise.made": lambda t, e: (
        f"you promised {t.thing(e.subject)} a word by {t.clock(whole(e.data.get('due')))}"
    ),
    "promise.kept": kept,
    "promise.broken": lambda t, e: (
        f"{t.thing(e.subject)} waited for the word promised for "
        f"{t.clock(whole(e.data.get('due')))}, and none came"
    ),
    "update.missed": lambda t, e: f"{t.thing(e.subject)} had heard nothing for a while",
    "stakeholder.answered": replied,
    "stakeholder.asked": asked,
    "task.escalated": escalated,
    "scene.opened": opened,
    "scene.answered": answered,
    "story.told": lambda t, e: f"word came: “{t.sentence(e)}”",
    "scene.lapsed": lambda t, e: f"{t.asker(e)} got no answer",
    "order.briefed": briefed,
    "decision.recorded": decided,
    "shift.handed-over": lambda t, e: "you handed the shift over",
    "analyst.arrived": lambda t, e: f"{t.thing(e.subject)} came in",
    "analyst.absent": lambda t, e: f"{t.thing(e.subject)} called in sick",
    "analyst.break-began": lambda t, e: f"{t.thing(e.subject)} went on a break",
    "analyst.break-skipped": lambda t, e: f"{t.thing(e.subject)} worked through the break",
    "analyst.sign": lambda t, e: (
        f"{t.thing(e.subject)} {SIGNS.get(str(e.data.get('sign')), 'looked different')}"
    ),
    "analyst.checked-in": checked,
    "analyst.asked": asked,
    "analyst.listened-to": lambda t, e: f"you listened to {t.thing(e.subject)}",
    "analyst.recognised": lambda t, e: f"you thanked {t.thing(e.subject)}",
    "analyst.sent-on-break": lambda t, e: f"you sent {t.thing(e.subject)} on a break",
    "analyst.reviewed": lambda t, e: (
        f"you went through {t.task(e)} with {t.thing(e.subject)} afterwards"
    ),
    "analyst.grew": lambda t, e: (
        f"{t.thing(e.subject)} learned something: "
        f"{t.name(str(e.data.get('skill')), 'skill').lower()} is now {whole(e.data.get('to'))} of 5"
    ),
    "conflict.sign": sign,
    "conflict.row": lambda t, e: f"{t.thing(e.subject)} shouted at each other",
    "conflict.talked-through": talked,
}
"""By kind; what is missing is told with the catalogue's sentence."""


def past(t: Telling, e: LogEntry) -> str:
    """Return an entry as a clause in the past tense, without its time."""
    clause = CLAUSES.get(e.kind)
    return clause(t, e) if clause is not None else f"this was told: {t.sentence(e)}"


def when(t: Telling, e: LogEntry) -> str:
    """Return an entry as a sentence in the past tense, its time first."""
    return sentence_of(f"at {t.clock(e.at)} {past(t, e)}")
