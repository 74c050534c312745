"""From checked models to the World that the engine plays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.world import (
    AnalystSpec,
    Authority,
    ConflictSpec,
    DecisionSpec,
    FactSpec,
    Hint,
    Question,
    Reason,
    Saying,
    WindowSpec,
    Wording,
    World,
)
from simulator.scenario.build_forms import forms
from simulator.scenario.build_incidents import IncidentBuilder
from simulator.scenario.build_outside import stakeholder
from simulator.scenario.build_queue import QueueBuilder
from simulator.scenario.build_rules import build_rules
from simulator.scenario.build_story import StoryBuilder
from simulator.scenario.build_texts import Texts, first_name, ids
from simulator.scenario.build_tickets import TicketBuilder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.engine.world import Condition
    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.houses import Matrix
    from simulator.scenario.models.people import Member
    from simulator.scenario.models.story import Decision
    from simulator.scenario.models.tickets import ProfileFile
    from simulator.scenario.models.whole import Scenario
    from simulator.scenario.nodes import Block
    from simulator.scenario.times import Shift


def build(
    scenario: Scenario,
    root: Block,
    shift: Shift,
    conditions: Mapping[int, Condition],
    profile: ProfileFile | None,
    hash: str,  # noqa: A002
    problems: Problems,
    matrix: Matrix,
) -> World | None:
    """Return the World; None where something is missing after all, which is then reported."""
    text = Texts(scenario)
    tickets = TicketBuilder(scenario.queue, profile, shift, text, problems, matrix)
    story = StoryBuilder(shift, conditions, tickets, text)
    incidents = IncidentBuilder(shift, tickets, text)
    rules = build_rules(scenario.rules, root, problems)
    world_tickets = tuple(tickets.written(ticket) for ticket in scenario.tickets)
    world_incidents = tuple(incidents.incident(spec) for spec in scenario.incidents)
    storyline = tuple(story.item(item) for item in scenario.storyline)
    decisions = tuple(_decision(decision, shift, story, text) for decision in scenario.decisions)
    queue = QueueBuilder(tickets, root.get("queue"), scenario.skills).profile()
    sets = forms(scenario, problems)
    if problems.failed or rules is None:
        return None

    def when(node: Any) -> Condition | None:
        return conditions.get(id(node)) if node is not None else None

    return World(
        id=str(scenario.scenario),
        version=scenario.version,
        hash=hash,
        title=text(scenario.title),
        starts=shift.starts,
        length=shift.length,
        rules=rules,
        team=tuple(_member(member, shift, text, when) for member in scenario.team),
        kind=scenario.kind,
        grade=scenario.grade,
        summary=text(scenario.summary),
        lesson=text(scenario.lesson),
        lead_role=scenario.lead_role,
        briefing=tuple(text(part) for part in scenario.briefing),
        content_note=text(scenario.content_note),
        stakeholders=tuple(
            stakeholder(person, shift, text, when) for person in scenario.stakeholders
        ),
        phones=None if scenario.phones is None else ids(scenario.phones),
        profile=queue,
        tickets=world_tickets,
        facts=tuple(
            FactSpec(str(fact.id), text(fact.text), fact.technical, fact.known == "at start")
            for fact in scenario.facts
        ),
        questions=tuple(
            Question(str(q.id), str(q.to), text(q.says), text(q.answer), ids(q.learns), given)
            for q in scenario.questions
            for given in (when(q.when),)
        ),
        incidents=world_incidents,
        changes=tuple(incidents.change(spec) for spec in scenario.changes),
        conflicts=tuple(
            ConflictSpec(
                id=str(conflict.id),
                between=(str(conflict.between[0]), str(conflict.between[1])),
                friction=conflict.friction,
                sign_at=shift.minute(conflict.sign_at),
                sign=text(conflict.sign),
                issue=text(conflict.issue),
            )
            for conflict in scenario.conflicts
        ),
        storyline=(*storyline, *story.notes),
        wordings=tuple(
            Wording(
                id=str(part.id), element=part.element, text=text(part.text),
                audiences=frozenset(part.audiences), about=str(part.about or ""),
                needs=ids(part.needs), hidden=part.hidden, fact=str(part.fact or ""),
                jargon=part.jargon, vague=part.vague, promises=part.promises,
                no_time=part.no_time, way=str(part.way or ""), untrue=part.untrue,
                contradicts=ids(part.contradicts), when=when(part.when),
            )
            for part in scenario.messages
        ),
        decisions=decisions,
        windows=tuple(
            WindowSpec(
                id=str(window.id),
                kind=window.kind,
                subject=subject(str(window.subject)),
                opens=shift.moment(window.opens),
                closes=shift.moment(window.closes),
                prevented_by=when(window.prevented_by),
                chance=window.chance,
                only_if_absent=str(window.only_if_absent or ""),
            )
            for window in scenario.windows
        ),
        acts=frozenset(str(act) for act in scenario.acts),
        authority=Authority(
            frozenset(ids(scenario.authority.may)),
            {str(power): str(who) for power, who in scenario.authority.ask.items()},
            {str(power): str(who) for power, who in scenario.authority.request.items()},
            {str(power): minutes for power, minutes in scenario.authority.lasts.items()},
        ),
        services={str(key): text(name) for key, name in scenario.services.items()},
        skills={str(key): text(name) for key, name in scenario.skills.items()},
        reasons={str(key): text(says) for key, says in scenario.reasons.items()},
        approvals={str(key): text(name) for key, name in scenario.approvals.items()},
        first_number=scenario.first_number,
        hints=tuple(
            Hint(str(hint.for_), text(hint.says), when(hint.when)) for hint in scenario.hints
        ),
        forms=sets,
    )  # fmt: skip


def _decision(decision: Decision, shift: Shift, story: StoryBuilder, text: Texts) -> DecisionSpec:
    return DecisionSpec(
        id=str(decision.id),
        text=text(decision.text),
        reasons=tuple(Reason(str(r.id), text(r.text), r.bears) for r in decision.reasons),
        fallbacks=tuple(Reason(str(r.id), text(r.text)) for r in decision.fallbacks),
        by=shift.minute(decision.by) if decision.by else None,
        needs=ids(decision.needs),
        effects=story.effects(decision.effects),
    )


def subject(dotted: str) -> str:
    """Return `incident.portal` as the Ref `incident:portal`."""
    kind, _, name = dotted.partition(".")
    return f"{'analyst' if kind == 'team' else kind}:{name}" if name else kind


def _points(table: Mapping[str, int]) -> dict[str, int]:
    return {str(key): value for key, value in table.items()}


def _member(
    member: Member, shift: Shift, text: Texts, when: Callable[[Any], Condition | None]
) -> AnalystSpec:
    arrives = shift.minute(member.arrives) if member.arrives else 0
    return AnalystSpec(
        id=str(member.id),
        name=member.name,
        short=member.short or first_name(member.name),
        skills=_points(member.skills),
        role=text(member.role),
        wants=text(member.wants),
        confidence=_points(member.confidence),
        speeds=_points(member.speeds),
        pace=member.pace,
        limit=member.limit,
        habits=frozenset(member.habits),
        # Whoever came before the shift began is there when it does.
        arrives=arrives if arrives <= shift.length else 0,
        leaves=shift.minute(member.leaves) if member.leaves else None,
        breaks=tuple(shift.minute(time) for time in member.breaks),
        stress=member.stress,
        morale=member.morale,
        trust=member.trust,
        absent=member.absent,
        must_leave=member.must_leave,
        spare=member.spare,
        remote=member.works == "from home",
        hears=ids(member.hears),
        says=text(member.says),
        instead=tuple(
            Saying(condition, text(one.says), ids(one.hears))
            for one in member.instead
            if (condition := when(one.when)) is not None
        ),
    )
