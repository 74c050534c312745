"""What can stand in one place of a line, given what stood before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.runs.language.desk import Desk, Name, pairs
from simulator.runs.language.slots import Got, Named

if TYPE_CHECKING:
    from collections.abc import Sequence

HOW_FAR = "how-far"
NEEDS = "needs"
ORDERS = [
    ("stop", "Please let me lead this, and come to me instead of the team."),
    ("lead-it", "Do you want to take command?"),
]
"""What can be put to somebody who gives the team orders."""


def _offered(desk: Desk, got: Got, what: str) -> list[Name]:
    """Return the outcomes, permits or ways that the task read before offers."""
    task = got.get("task", got.get("incident"))
    for incident in desk.view.incidents():
        if incident.id == task:
            return pairs(getattr(incident, what))
    for ticket in desk.view.tickets():
        if ticket.id == task:
            return pairs(getattr(ticket, what, ()))
    return []


def outcomes(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the outcomes that can be asked for."""
    return _offered(desk, got, "outcomes")


def permits(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the steps that can be allowed beforehand."""
    return _offered(desk, got, "permits")


def ways(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the workarounds and rollbacks."""
    return _offered(desk, got, "ways")


def rollbacks(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the ways out that are rollbacks."""
    kinds = {
        way.id: way.kind for one in desk.world.incidents if one.id == got.get("incident")
        for way in one.ways
    }  # fmt: skip
    return [name for name in ways(desk, got) if kinds[name.id] == "rollback"]


def in_place(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the ways out that are in place."""
    put = {way for i in desk.view.incidents() if i.id == got.get("incident") for way in i.in_place}
    return [name for name in ways(desk, got) if name.id in put]


def theories(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the theories that the lead can think of, by id or by number."""
    known = [t for i in desk.view.incidents() if i.id == got.get("incident") for t in i.theories]
    return [Name(ident, ident, (str(n),), says) for n, (ident, says, _) in enumerate(known, 1)]


def changes(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the planned changes that the lead knows of."""
    return [Name(one.id, one.id, (), one.text) for one in desk.view.changes()]


def clauses(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the clauses of somebody's contract."""
    return [
        Name(one.id, one.id, (), one.text)
        for who in desk.world.stakeholders if who.id == got.get("to") and who.contract is not None
        for one in who.contract.clauses
    ]  # fmt: skip


def _review(desk: Desk, got: Got, what: str) -> list[Name]:
    """Return what a review of the incident read before can name, as far as it was found."""
    return [
        Name(one.id, one.id, (), one.text)
        for spec in desk.world.incidents
        if spec.id == got.get("incident") and spec.review is not None
        for one in getattr(spec.review, what)
        if all(desk.view.knows(fact) for fact in one.needs)
    ]  # fmt: skip


def factors(desk: Desk, got: Got) -> Sequence[Name]:
    """Return what contributed, as far as it was found."""
    return _review(desk, got, "factors")


def remedies(desk: Desk, got: Got) -> Sequence[Name]:
    """Return what can be done about it."""
    return _review(desk, got, "remedies")


def asks(desk: Desk, got: Got) -> Sequence[Name]:
    """Return what can be asked for in an escalation: a way, a permit, a freeze, a power."""
    here = [*ways(desk, got), *permits(desk, got), *changes(desk, got)]
    known = {one.id for one in here}
    others = [one.id for one in desk.view.powers() if one.who and one.id not in known]
    return [*here, *(Name(power, power) for power in others)]


def usual_question(desk: Desk, got: Got) -> str:
    """Return what is asked where nothing is said: an analyst how far, others what they need."""
    return HOW_FAR if any(a.id == got.get("who") for a in desk.view.team()) else NEEDS


def questions(desk: Desk, got: Got) -> Sequence[Name]:
    """Return what this person can be asked, by id or by its number in the list."""
    who = str(got.get("who", ""))
    usual = usual_question(desk, got)
    offered = [(q.id, q.says) for q in desk.view.questions(who)]
    if usual not in (key for key, _ in offered):
        offered.append((usual, "How far are you?" if usual == HOW_FAR else "What do you need?"))
    if any(one.id == who and one.orders for one in desk.view.stakeholders()):
        offered += ORDERS
    return [Name(key, key, (str(n),), says) for n, (key, says) in enumerate(offered, 1)]


def choices(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the answers to the scene, by id or by number."""
    for scene in desk.view.scenes():
        if scene.id == got.get("scene"):
            return [Name(c.id, c.id, (str(n),), c.say) for n, c in enumerate(scene.choices, 1)]
    return []


def reasons(desk: Desk, got: Got) -> Sequence[Name]:
    """Return the reasons that the decision offers."""
    return [n for d in desk.view.decisions() if d.id == got.get("what") for n in pairs(d.reasons)]


def fallbacks(desk: Desk, got: Got) -> Sequence[Name]:
    """Return what can be said about the decision failing."""
    return [n for d in desk.view.decisions() if d.id == got.get("what") for n in pairs(d.fallbacks)]


REASON = Named("WHY", "a reason on offer", lambda desk, _: pairs(desk.view.reasons()))
PURPOSE = Named("WORK", "a purpose", lambda desk, _: desk.purposes())
MATTER = Named("MATTER", "something the desk works on", lambda desk, _: desk.matters())
ANY_HANDS = Named("PERSON", "somebody on your team, or lead", lambda desk, _: desk.hands())
TICKET = Named("TICKET", "an open ticket", lambda desk, _: desk.tickets())
EVERY_TICKET = Named("TICKET", "a ticket", lambda desk, _: desk.every_ticket())
EVERY_TICKETS = Named("TICKETS", "a ticket", lambda desk, _: desk.every_ticket(), many=True)
KIND = Named("KIND", "a kind of ticket", lambda desk, _: desk.kinds())
KIND_OR_INCIDENT = Named(
    "KIND", "a kind of ticket or an incident", lambda desk, _: [*desk.kinds(), *desk.incidents()]
)
SKILL = Named("SKILL", "a skill", lambda desk, _: desk.skills())
TASK = Named("TASK", "an open ticket or incident", lambda desk, _: desk.tasks())
TASKS = Named("TASKS", "an open ticket or incident", lambda desk, _: desk.tasks(), many=True)
DONE = Named("TASK", "a ticket or incident", lambda desk, _: desk.all_tasks())
WAITING = Named("TASK", "a task, or somebody who waits", lambda desk, _: desk.waiting_for_word())
INCIDENT = Named("INCIDENT", "a known incident", lambda desk, _: desk.incidents())
ABOUT = Named("TASK", "a known incident or a ticket", lambda desk, _: desk.all_tasks())
PERSON = Named("PERSON", "somebody on your team", lambda desk, _: desk.analysts())
ANYBODY = Named("WHO", "somebody you can ask", lambda desk, _: desk.people())
OUTSIDE = Named("WHO", "somebody outside the team", lambda desk, _: desk.stakeholders())
AUDIENCE = Named("WHO", "an audience", lambda desk, _: desk.audiences())
FACT = Named("FACT", "something you know", lambda desk, _: desk.facts())
FACTS = Named("FACTS", "something you know", lambda desk, _: desk.facts(), many=True)
SCENE = Named("SCENE", "a scene that waits", lambda desk, _: desk.scenes())
CONFLICT = Named("CONFLICT", "a conflict that has shown", lambda desk, _: desk.conflicts())
DECISION = Named("DECISION", "a decision to record", lambda desk, _: desk.decisions())
OUTCOME = Named("OUTCOME", "an outcome of this task", outcomes)
PERMITS = Named("STEPS", "a step of this task", permits, many=True)
WAY = Named("WAY", "a way out of this incident", ways)
ROLLBACK = Named("WAY", "a rollback of this incident", rollbacks)
IN_PLACE = Named("WAY", "a way out that is in place", in_place)
THEORY = Named("THEORY", "a theory about this incident", theories)
CLAUSE = Named("CLAUSE", "a clause of the contract", clauses)
FACTORS = Named("FACTORS", "something that contributed", factors, many=True)
REMEDIES = Named("REMEDIES", "something to do about it", remedies, many=True)
PEOPLE = Named("PEOPLE", "somebody on your team", lambda desk, _: desk.analysts(), many=True)
CHANGE = Named("CHANGE", "a planned change", changes)
ASKS = Named("WHAT", "a way or a step of this task", asks)
QUESTION = Named("QUESTION", "a question for them", questions)
CHOICE = Named("CHOICE", "a choice of this scene", choices)
REASONS = Named("REASONS", "a reason for this decision", reasons, many=True)
FALLBACK = Named("FALLBACK", "a fallback of this decision", fallbacks)
