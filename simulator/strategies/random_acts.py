"""What a random lead may do: one maker for each kind of act, the rest of the act drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from simulator.engine.acts import shapes as a
from simulator.engine.acts.base import Element
from simulator.engine.acts.coaching import STEPS
from simulator.engine.acts.giving import STYLES
from simulator.engine.standards import RESPONSES
from simulator.strategies import drawing as drawn
from simulator.strategies.drawing import draw, one_of

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import AnyAct, team
    from simulator.engine.view import View

ORDERS: tuple[Literal["impact", "oldest", "own"], ...] = ("impact", "oldest", "own")
HOW: tuple[Literal["users", "monitoring"], ...] = ("users", "monitoring")
TOPICS: tuple[team.Topic, ...] = ("workload", "growth", "morale", "concern")
NEEDS: tuple[team.Need, ...] = ("person", "authority", "time")
STANDING: tuple[a.Rule, ...] = ("route", "only", "allow", "escalate", "tell")
ROLES: tuple[a.Role, ...] = ("lead", "operations", "communications", "scribe")
WORDS: tuple[Literal["behaviour-and-impact", "label"], ...] = ("behaviour-and-impact", "label")

Maker = Callable[["View", str], "AnyAct | None"]
"""Makes an act of one kind, the rest of it drawn; the text keeps its draws apart."""


def _assign(view: View, key: str) -> AnyAct | None:
    task, to = drawn.task(view, key), drawn.person(view, key)
    style = STYLES[draw(view, f"style {key}", len(STYLES))]
    due, look_in = drawn.minute(view, f"due {key}"), drawn.minute(view, f"look in {key}")
    if not task:
        return None
    shape = (a.Assign, a.Reassign)[draw(view, f"move {key}", 2)]
    return shape(task, to, style, due=due, check_in=look_in)


def _message(view: View, key: str) -> AnyAct | None:
    to, about = drawn.outside(view, key), drawn.incident(view, key)
    parts: dict[str, Element] = {}
    for number in range(1 + draw(view, f"parts {key}", 4)):
        offered = [(one.element, one.id) for one in view.wordings(to, about)]
        if not offered:
            return None
        element, wording = offered[draw(view, f"wording {number} {key}", len(offered))]
        minute = drawn.minute(view, f"next {key}") if element == "next-update" else None
        parts[element] = Element(element, wording, minute)
    return a.Message(to, about, tuple(parts.values()))


def _ask(view: View, key: str) -> AnyAct | None:
    who = (drawn.person, drawn.outside)[draw(view, f"asked {key}", 2)](view, key)
    questions = ["how-far", "needs", "stop", "lead-it", *(one.id for one in view.questions(who))]
    return a.Ask(who, one_of(view, f"question {key}", questions))


def _escalate(view: View, key: str) -> AnyAct:
    to = drawn.outside(view, key)
    asks = ["", *(one.id for one in view.powers() if one.who == to)]
    return a.Escalate(drawn.task(view, key), to, one_of(view, f"asks {key}", asks))


def _workaround(view: View, key: str) -> AnyAct | None:
    incident = drawn.incident(view, key)
    if not incident:
        return None
    return a.Workaround(
        incident, one_of(view, f"way {key}", [way for way, _ in view.incident(incident).ways])
    )


def _investigate(view: View, key: str) -> AnyAct | None:
    incident = drawn.incident(view, key)
    if not incident:
        return None
    open_ones = [one for one, _, stands in view.incident(incident).theories if stands == "open"]
    return a.Investigate(incident, one_of(view, f"theory {key}", ["", *open_ones]))


def _rollback(view: View, key: str) -> AnyAct | None:
    incident = drawn.incident(view, key)
    if not incident:
        return None
    ways = [way for way, _ in view.incident(incident).ways]
    return a.Rollback(
        incident, one_of(view, f"rollback {key}", ways),
        if_fails=one_of(view, f"fallback {key}", ["", *ways]),
        knowing=draw(view, f"knowing {key}", 2) == 1,
    )  # fmt: skip


def _reverse(view: View, key: str) -> AnyAct | None:
    incident = drawn.incident(view, key)
    if not incident:
        return None
    return a.Reverse(incident, one_of(view, f"back {key}", view.incident(incident).in_place))


def _change(view: View, key: str) -> AnyAct:
    change = one_of(view, f"change {key}", [one.id for one in view.changes()])
    return (a.FreezeChange, a.UnfreezeChange)[draw(view, f"hold {key}", 2)](change)


def _call(view: View, key: str) -> AnyAct | None:
    clauses = [
        (who.id, clause.id)
        for who in view.world.stakeholders if who.contract is not None
        for clause in who.contract.clauses
    ]  # fmt: skip
    if not clauses:
        return None
    to, clause = clauses[draw(view, f"clause {key}", len(clauses))]
    return a.CallVendor(
        to, drawn.incident(view, key), clause, tuple(one.id for one in view.facts())
    )


def _review(view: View, key: str) -> AnyAct | None:
    incident, person = drawn.incident(view, key), drawn.person(view, key)
    spec = next((one.review for one in view.world.incidents if one.id == incident), None)
    if spec is None:
        return None
    factor = one_of(view, f"factor {key}", [one.id for one in spec.factors])
    remedies = tuple(one.id for one in spec.remedies[:1])
    return a.HoldReview(incident, (person,), (factor,), remedies, (person,) * len(remedies), (14,))


def _decide(view: View, key: str) -> AnyAct | None:
    open_ones = [one for one in view.decisions() if not one.made]
    if not open_ones:
        return None
    one = open_ones[draw(view, f"decision {key}", len(open_ones))]
    reasons = [reason for reason, _ in one.reasons]
    return a.Decide(one.id, (one_of(view, f"reason {key}", reasons),), drawn.minute(view, key))


def _talk(view: View, key: str) -> AnyAct | None:
    conflicts = [one.id for one in view.conflicts()]
    words = draw(view, f"words {key}", len(WORDS))
    if not conflicts:
        return None
    return a.TalkThrough(one_of(view, f"conflict {key}", conflicts), WORDS[words])


def _order(view: View, key: str) -> AnyAct:
    return a.Brief(ORDERS[draw(view, f"order {key}", len(ORDERS))])


def _coach(view: View, key: str) -> AnyAct | None:
    skill = one_of(view, f"skill {key}", [skill for one in view.team() for skill, _ in one.skills])
    ticket = one_of(view, f"example {key}", ["", *(one.id for one in view.all_tickets())])
    step = STEPS[draw(view, f"step {key}", len(STEPS))]
    return a.Coach(drawn.person(view, key), skill, step, ticket)


def _feedback(view: View, key: str) -> AnyAct:
    number = draw(view, f"number {key}", 2) > 0
    sort = draw(view, f"feedback {key}", 4)
    return a.GiveFeedback(
        drawn.person(view, key), ("positive", "corrective")[sort % 2], drawn.entry(view, key),
        "user", "keep-on", ("private", "public")[sort // 2], number,
    )  # fmt: skip


def _standard(view: View, key: str) -> AnyAct:
    response = RESPONSES[draw(view, f"response {key}", len(RESPONSES))]
    return a.ApplyStandard(drawn.person(view, key), drawn.entry(view, key), response)


def _manager(view: View, key: str) -> AnyAct:
    need = NEEDS[draw(view, f"need {key}", len(NEEDS))]
    incident = drawn.incident(view, key)
    ways = [way for way, _ in view.incident(incident).ways] if incident else []
    return a.AskManager(drawn.outside(view, key), need, incident, one_of(view, f"way {key}", ways))


def _put_off(view: View, key: str) -> AnyAct:
    ticket, why = (
        drawn.ticket(view, key),
        one_of(view, f"why {key}", [r for r, _ in view.reasons()]),
    )
    if draw(view, f"no {key}", 4) == 0:
        return a.Decline(ticket, why)
    return a.Defer(ticket, drawn.minute(view, f"until {key}"), why)


def _go_ahead(view: View, key: str) -> AnyAct:
    tickets = [one.id for one in view.tickets() if one.halted_since is not None]
    incidents = [one.id for one in view.incidents()]
    return a.GoAhead(one_of(view, f"waits {key}", tickets + incidents))


def _reserve(view: View, key: str) -> AnyAct:
    skills = dict.fromkeys(skill for one in view.team() for skill, _ in one.skills)
    work = one_of(view, f"purpose {key}", ["p1", "planning", *skills])
    return a.Reserve(drawn.person(view, key), work, drawn.minute(view, f"free {key}"))


def _order_standing(view: View, key: str) -> AnyAct:
    rule = STANDING[draw(view, f"rule {key}", len(STANDING))]
    if rule in ("escalate", "tell"):
        who = one_of(view, f"told {key}", ["", *(one.id for one in view.stakeholders())])
        return a.StandingOrder(rule, "", who, 5 + draw(view, f"after {key}", 40))
    asks = [permit for one in view.incidents() for permit, _ in one.permits]
    matters = asks if rule == "allow" else [one.skill for one in view.tickets()]
    return a.StandingOrder(rule, one_of(view, f"matter {key}", matters), drawn.person(view, key))


def _lift(view: View, key: str) -> AnyAct:
    return a.LiftOrder(next((one.number for one in view.standing_orders()), 0))


def _role(view: View, key: str) -> AnyAct:
    role = ROLES[draw(view, f"role {key}", len(ROLES))]
    return a.GiveRole(drawn.incident(view, key), role, drawn.person(view, key))


def _pair(view: View, key: str) -> AnyAct:
    return a.Pair(
        drawn.person(view, key),
        drawn.person(view, f"senior {key}"),
        drawn.minute(view, f"till {key}"),
    )


KINDS: tuple[Maker, ...] = (
    _order,
    lambda view, key: a.Triage(drawn.ticket(view, key)),
    lambda view, key: a.SetPriority(drawn.ticket(view, key), 1 + draw(view, f"priority {key}", 4)),
    lambda view, key: a.Link(drawn.incident(view, key)),
    lambda view, key: a.Phones(drawn.person(view, key), bool(draw(view, f"on {key}", 2))),
    _assign,
    _put_off,
    _reserve,
    _order_standing,
    _lift,
    _role,
    _pair,
    _go_ahead,
    lambda view, key: a.CheckIn(drawn.person(view, key)),
    lambda view, key: a.Take(drawn.task(view, key)),
    _message,
    drawn.answer,
    lambda view, key: a.Acknowledge(drawn.ticket(view, key)),
    _ask,
    _escalate,
    lambda view, key: a.Declare(drawn.incident(view, key), 1 + draw(view, f"severity {key}", 4)),
    _workaround,
    _investigate,
    lambda view, key: a.SetSeverity(
        drawn.incident(view, key), 1 + draw(view, f"severity {key}", 4)
    ),
    _rollback,
    _reverse,
    lambda view, key: a.Verify(drawn.incident(view, key), HOW[draw(view, f"how {key}", len(HOW))]),
    _change,
    _call,
    lambda view, key: a.Join(drawn.incident(view, key), drawn.person(view, key)),
    lambda view, key: a.Release(drawn.incident(view, key), drawn.person(view, key)),
    _review,
    _decide,
    lambda view, key: a.SendOnBreak(drawn.person(view, key)),
    lambda view, key: a.Listen(drawn.person(view, key)),
    _talk,
    lambda view, key: a.Recognise(drawn.person(view, key)),
    lambda view, key: a.OneOnOne(
        drawn.person(view, key), (TOPICS[draw(view, f"topic {key}", len(TOPICS))],)
    ),
    _coach,
    _feedback,
    _standard,
    lambda view, key: a.AskOvertime(drawn.person(view, key), 15 + draw(view, f"stay {key}", 60)),
    lambda view, key: a.Protect(drawn.person(view, key), drawn.minute(view, f"until {key}")),
    _manager,
    lambda view, key: a.WriteArticle(
        drawn.kind(view, key), drawn.person(view, key), drawn.person(view, f"second {key}")
    ),
    lambda view, key: a.OpenProblem(drawn.kind(view, key)),
    lambda view, key: a.ProposeAutomation(drawn.kind(view, key)),
    lambda view, key: a.Study("case-mix", drawn.person(view, key)),
    lambda view, key: a.SampleTickets(drawn.person(view, key)),
)
"""One maker for each kind of act that means something by itself."""
