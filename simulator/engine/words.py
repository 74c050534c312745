"""The engine's facts in words: names, clock times, sentences for entries, reasons for refusals.

Every screen, the plain mode, the strip and the debrief tell a thing with the same sentence: the
catalogue's template, filled here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from simulator.engine.acts.registry import ACTS
from simulator.engine.casing import capital
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.knowledge import OWN_WORDS
from simulator.engine.ledger import REASONS
from simulator.engine.reasons import offered_reasons
from simulator.engine.refusals import REFUSALS
from simulator.engine.returns import subject_of
from simulator.engine.vocabulary import (
    CONFLICT_SIGNS,
    HOW,
    IN_THEIR_WORDS,
    NEEDS,
    NOTHING_NEW,
    ORDERS,
    REPLIES,
    ROLES,
    SAID,
    SIGNS,
    STANDING,
    TARGETS,
    TRENDS,
)

if TYPE_CHECKING:
    from simulator.engine.acts.base import Refusal
    from simulator.engine.log import LogEntry, Value
    from simulator.engine.state import State
    from simulator.engine.world import World

Names = Mapping[str, str]
"""What to call things: `analyst:priya`, `fact:payday`, `scene:cfo-calls` ... to words."""

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
Clock = Callable[[int], str]


def clock_of(world: World) -> Clock:
    """Return a function from a minute of the shift to a time of day: `08:41`."""
    return clock_from(world.starts)


def clock_from(starts: int) -> Clock:
    """Return the same for a shift that begins at a minute of the week."""

    def clock(minute: int) -> str:
        of_day = (starts + minute) % 1440
        return f"{of_day // 60:02d}:{of_day % 60:02d}"

    return clock


def day_of(world: World, minute: int = 0) -> str:
    """Return the day of the week: `Fri`."""
    return DAYS[(world.starts + minute) // 1440 % 7]


def names(world: World) -> dict[str, str]:
    """Return what this world's things are called.

    Numbers of tickets are added as they come in, by `names_at`.
    """
    table: dict[str, str] = {"lead": "You", "desk": "the desk"}
    for one in world.team:
        table[f"analyst:{one.id}"] = one.short
        table[f"full:{one.id}"] = one.name
        table[f"said:{one.id}/{OWN_WORDS}"] = f"“{one.says}”"
        for n, saying in enumerate(one.instead, 1):
            table[f"said:{one.id}/{OWN_WORDS}-{n}"] = f"“{saying.says}”"
    for number, called in enumerate(world.priorities, 1):
        table[f"priority:{number}"] = called
    for person in world.stakeholders:
        table[f"stakeholder:{person.id}"] = person.name
        table[f"full:{person.id}"] = person.name
        table[f"short:{person.id}"] = person.short
        if not person.needs:
            table[f"reply-to:needs/{person.id}"] = NOTHING_NEW
        if person.answer is not None:
            table[f"agrees:{person.id}"] = person.answer.says
            table[f"refuses:{person.id}"] = person.answer.refuses
            table[f"not-theirs:{person.id}"] = person.answer.not_theirs
    for incident in world.incidents:
        table[f"incident:{incident.id}"] = incident.name
        for step in incident.steps:
            table[f"step:{incident.id}/{step.id}"] = step.says
            if step.risk is not None:
                table[f"risk:{incident.id}/{step.id}"] = step.risk.says
        for permit in incident.permits:
            table[f"asks:{incident.id}/{permit.id}"] = permit.text
        for way in incident.ways:
            table[f"way:{incident.id}/{way.id}"] = way.text
            if way.risk is not None:
                table[f"risk:{incident.id}/{way.id}"] = way.risk.says
        for theory in incident.theories:
            table[f"theory:{incident.id}/{theory.id}"] = theory.says
        if incident.gone_by is not None:
            table[f"risk:{incident.id}/untouched"] = incident.gone_by[1]
        table |= {f"power:{way.id}": way.text for way in incident.ways}
        table |= {f"power:{permit.id}": permit.text for permit in incident.permits}
    table |= {f"power:{kind}": one.title.lower() for kind, one in ACTS.items()}
    table |= {f"trust-why:{why}": says for why, says in REASONS.items()}
    for change in world.changes:
        table[f"change:{change.id}"] = change.text
        if change.risk is not None:
            for harmed in change.harms:
                table[f"risk:{harmed}/{change.id}"] = change.risk.says
    for fact in world.facts:
        table[f"fact:{fact.id}"] = fact.text
    for decision in world.decisions:
        table[f"decision:{decision.id}"] = decision.text
    for question in world.questions:
        table[f"question:{question.id}"] = question.says
        table[f"reply-to:{question.id}"] = question.answer
    for skill, text in world.skills.items():
        table[f"skill:{skill}"] = text
    for reason, text in offered_reasons(world).items():
        table[f"reason:{reason}"] = text
    for approval, text in world.approvals.items():
        table[f"approval:{approval}"] = text
    for item in world.storyline:
        if item.news:
            table[f"news:{item.id}"] = item.news
        if item.scene is not None:
            nobody = "somebody at your desk" if item.scene.channel == "walk-up" else "somebody"
            table[f"scene:{item.id}"] = table.get(
                f"full:{item.scene.sender}", item.scene.name or nobody
            )
            table[f"says:{item.id}"] = item.scene.says
            for choice in item.scene.choices:
                table[f"choice:{item.id}/{choice.id}"] = choice.say
                for credit in range(4):
                    table[f"feedback:{item.id}/{choice.id}/{credit}"] = choice.said_of(credit)
    for conflict in world.conflicts:
        both = " and ".join(table[f"analyst:{one}"] for one in conflict.between)
        table[f"conflict:{conflict.id}"] = both
        table[f"conflict-sign:{conflict.id}/first"] = conflict.sign
    return table


def names_at(state: State, subjects: bool = True) -> dict[str, str]:
    """Return what things are called at this moment of a shift, tickets included.

    A ticket is its number and, with `subjects`, what it says: `#207 "Batch 44 will not open"`.
    """
    table = names(state.world)
    for ticket in state.tickets.values():
        number = f"#{ticket.number}"
        said = f'{number} "{subject_of(ticket)}"' if subjects else number
        table[f"ticket:{ticket.id}"] = said
    return table


_WORDS = {"order": ORDERS, "sign": SIGNS, "said": SAID, "need": NEEDS,
          "trend": TRENDS, "standing": STANDING, "how": HOW, "role": ROLES,
          "target": TARGETS}  # fmt: skip


def _reply(ident: str, who: str, table: Names) -> str:
    """Return an answer from outside, with their own words where the scenario gives them."""
    plain, own = REPLIES.get(ident, ident), table.get(f"{IN_THEIR_WORDS.get(ident, '')}:{who}", "")
    return f"{plain}. “{own}”" if own else plain


def _counted(found: tuple[int | str, ...]) -> str:
    """Return kinds of tickets with how many there are of each, most first."""
    parts = (str(one).rsplit(":", 1) for one in found)
    return ", ".join(f"{kind.replace('-', ' ')} ({n})" for kind, n in parts) or "none so far"


def _filled(
    entry: LogEntry, field: str, value: Value, refers: str, table: Names, clock: Clock
) -> str:
    ident = str(value)
    if refers == "priority":
        return table.get(f"priority:{ident}", f"P{ident}")
    if refers == "minute" and isinstance(value, int):
        return clock(value) if value >= 0 else "no time"
    if refers == "reply":
        return _reply(ident, entry.subject.split(":", 1)[-1], table)
    if refers == "later" and isinstance(value, int):
        return f"until {clock(value)}" if value >= 0 else "to the next shift"
    if refers == "said" and ident not in SAID:
        return table.get(f"said:{entry.subject.split(':', 1)[-1]}/{ident}", ident)
    if refers == "counted" and isinstance(value, tuple):
        return _counted(value)
    if refers in _WORDS:
        return _WORDS[refers].get(ident, ident)
    if refers == "conflict-sign" and ident in CONFLICT_SIGNS:
        both = table.get(entry.subject, "two of them")
        return f"{both}: {CONFLICT_SIGNS[ident]}"
    if refers in ("step", "asks", "risk", "way", "theory", "conflict-sign"):
        owner = entry.subject.split(":", 1)[-1]
        if ident == "next-step":
            return "what next?"
        if ident == "facts":
            return "more has to be known first"
        return table.get(f"{refers}:{owner}/{ident}", ident)
    if refers == "refusal":
        return _reason(ident, entry.data.get("who"), entry.data.get("at"), table, clock)
    if refers == "act":
        return ACTS[ident].title.lower() if ident in ACTS else ident
    if refers == "decision":
        threshold = entry.data.get("threshold", -1)
        named = isinstance(threshold, int) and threshold >= 0
        when = clock(threshold) if named and isinstance(threshold, int) else "then"
        return table.get(f"decision:{ident}", ident).replace("{time}", when)
    if refers in ("task", "any"):
        sorts = ("incident", "ticket", "analyst", "stakeholder", "decision", "scene")
        return next((table[f"{s}:{ident}"] for s in sorts if f"{s}:{ident}" in table), ident)
    if refers == "kind":
        return table.get(f"incident:{ident}", ident.replace("-", " "))
    if refers == "analyst" and ident == "lead":
        return "you"
    return table.get(f"{refers}:{ident}", ident) if refers else ident


_SPECIAL: Mapping[tuple[str, object], str] = {
    ("conflict.talked-through", "label"): "You told {subject} how difficult they are being",
    ("scene.opened", ""): "{scene}: a word with you",
    ("desk.studied", "case-mix"): "You studied what {person} has closed today: {found}",
    ("incident.known", True): "{subject}: all works so far; untouched, it stops",
    ("incident.mitigated", True): "{subject} is in order, before anything stopped",
    ("role.given", False): "{to} said no: {role} in {subject} stays where it was",
}
"""Sentences for entries that the usual one would tell wrongly."""
_HOW = ("words", "sender", "acknowledged", "what", "unbroken")
"""Fields whose value makes the usual sentence wrong."""
_ASKED = ("analyst.asked", "stakeholder.asked")
"""Entries that tell of a question; where the scenario has it, the answer belongs to them."""


def _answered(entry: LogEntry, table: Names) -> str:
    """Return what somebody said to a question; "" where what is learned tells it."""
    question, who = entry.data["question"], entry.subject.split(":", 1)[-1]
    return table.get(f"reply-to:{question}") or table.get(f"reply-to:{question}/{who}", "")


def sentence(entry: LogEntry, table: Names, clock: Clock) -> str:
    """Return an entry as a sentence; "" for a kind that is never told."""
    kind = CATALOGUE[entry.kind]
    if not kind.sentence or (entry.kind == "incident.found" and entry.actor == "lead"):
        return ""  # what the lead finds is told as what the lead knows now
    words = {
        "subject": table.get(entry.subject, entry.subject.split(":", 1)[-1]),
        "actor": table.get(entry.actor, entry.actor.split(":", 1)[-1]),
    }
    for field, spec in kind.fields.items():
        if field in entry.data:
            words[field] = _filled(entry, field, entry.data[field], spec.refers, table, clock)
    how = next((entry.data[name] for name in _HOW if name in entry.data), None)
    said = _SPECIAL.get((entry.kind, how), kind.sentence)
    for key, word in words.items():
        said = said.replace("{" + key + "}", word)
    if entry.kind in _ASKED and (reply := _answered(entry, table)):
        said += f", who says: “{reply}”"
    if entry.kind == "act.refused" and said.startswith("Not possible: "):
        return said
    return capital(said)


def refusal(reason: Refusal, table: Names, clock: Clock) -> str:
    """Return a refusal as one sentence."""
    named = reason.named
    return _as_sentence(_reason(reason.code, named.get("who"), named.get("at"), table, clock))


def failure(entry: LogEntry, table: Names, clock: Clock) -> str:
    """Return why the act of an `act.failed` entry came to nothing, as one sentence."""
    who, at = entry.data.get("who"), entry.data.get("at")
    return _as_sentence(_reason(str(entry.data.get("code", "")), who, at, table, clock))


def _reason(code: str, who: Value | None, at: Value | None, table: Names, clock: Clock) -> str:
    about = table.get(str(who), str(who)) if who is not None else "somebody"
    minute = clock(at) if isinstance(at, int) else "later"
    return REFUSALS.get(code, code).replace("{about}", about).replace("{minute}", minute)


def _as_sentence(said: str) -> str:
    return f"{capital(said)}."
