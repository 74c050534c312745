"""What stood open where nothing was done in a run, as one would say it to a colleague.

Each is a clause in the past tense about what could be seen by then, chosen so that the act which is
set beside it reads as an answer to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.debrief.grammar import timeless
from scoring.debrief.phrases import past
from scoring.log import Log
from simulator.engine import api, words
from simulator.engine.acts.shapes import (
    Ask,
    Assign,
    Decide,
    Declare,
    Escalate,
    GoAhead,
    HandOver,
    Message,
    Reassign,
    Triage,
)
from simulator.runs.debriefing import telling_of

if TYPE_CHECKING:
    from scoring.debrief.telling import Telling
    from simulator.engine.log import LogEntry
    from simulator.engine.state import State
    from simulator.runs.put_off import Other

SIGNS = ("analyst.sign", "analyst.break-skipped")


class Words(NamedTuple):
    """How it is told when something last went to somebody outside."""

    kinds: tuple[str, ...]
    never: str
    last: str


WRITTEN = Words(
    ("message.sent",), "you had not written to {} yet", "you had last written to {} at {}"
)
ASKED = Words(
    ("stakeholder.asked", "task.escalated"),
    "you had not asked {} for anything yet", "you had last asked {} at {}",
)  # fmt: skip


def what_waited(state: State, subject: str, instead: Other, opened: LogEntry) -> str:
    """Return what stood open about a subject, given as a reference, in a shift as it stands.

    `instead` is the act set beside it, `opened` the entry by which it came up.
    """
    log = Log(state.log)
    told = telling_of(log, state.world, words.names_at(state))
    sort = subject.partition(":")[0]
    if sort == "scene":
        return f"{told.asker(opened)} waited for an answer, and got none"
    if sort == "analyst":
        return _person(log, told, subject, instead)
    if sort == "conflict":
        return f"it was tense between {told.thing(subject)}"
    return _matter(state, log, told, subject, instead)


def _matter(state: State, log: Log, told: Telling, subject: str, instead: Other) -> str:
    """Return what was open about work, a decision, somebody outside, or the shift itself."""
    thing = told.thing(subject)
    match instead:
        case Message(to=to):
            return _last(log, told, to, WRITTEN)
        case Ask(who=to) | Escalate(to=to):
            return _last(log, told, to, ASKED)
        case Triage():
            return f"nobody had opened {thing} yet"
        case Declare():
            return f"{thing} was not declared yet"
        case GoAhead():
            return f"work on {thing} stood still and waited for your word"
        case Assign(task=task) | Reassign(task=task):
            return _holder(state, told, task, thing)
        case Decide():
            return f"this was still yours to decide: “{timeless(thing)}”"
        case HandOver():
            return "the shift was not handed over yet"
    return f"{thing} stood open"


def _last(log: Log, told: Telling, to: str, words: Words) -> str:
    """Return when the lead last wrote to somebody outside, or asked them; or that nobody had."""
    ref = f"stakeholder:{to}"
    name = told.thing(ref)
    sent = [entry for entry in log.of(*words.kinds) if entry.subject == ref]
    if not sent:
        return words.never.format(name)
    return words.last.format(name, told.clock(sent[-1].at))


def _holder(state: State, told: Telling, task: str, thing: str) -> str:
    """Return who had a task by then."""
    view = api.view(state)
    incident = next((one for one in view.incidents() if one.id == task), None)
    who = incident.who if incident is not None else view.ticket(task).who
    if not who:
        return f"nobody had {thing} yet"
    if who == "lead":
        return f"you had {thing} in your own hands"
    unasked = incident is not None and incident.unasked
    return f"{told.thing(f'analyst:{who}')} had {'taken ' * unasked}{thing}{' unasked' * unasked}"


def _person(log: Log, told: Telling, subject: str, instead: Other) -> str:
    """Return what could be seen of somebody; or that nothing to learn from had come to them."""
    if isinstance(instead, Assign):
        return f"{told.thing(subject)} had no work from you yet to learn from"
    shown = [
        entry
        for entry in log.of(*SIGNS)
        if entry.subject == subject and entry.seen and entry.data.get("sign") != "none"
    ]
    if not shown:
        return f"{told.thing(subject)} showed signs of strain"
    if shown[-1].kind == "analyst.break-skipped":
        return f"{told.thing(subject)} had worked through the break"
    return past(told, shown[-1])
