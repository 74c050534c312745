"""Everybody outside the team, from their models to what the engine plays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.world import (
    Answer,
    Clause,
    Contract,
    Patience,
    Span,
    StakeholderSpec,
    TakeOver,
)
from simulator.scenario.build_texts import Texts, first_name, ids
from simulator.scenario.times import Shift, span_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.engine.world import Condition
    from simulator.scenario.models.outside import ContractPart, Reply, Stakeholder

    When = Callable[[Any], Condition | None]


def stakeholder(person: Stakeholder, shift: Shift, text: Texts, when: When) -> StakeholderSpec:
    """Return one of them; `when` returns the compiled condition of a node."""
    waiting, limit = person.kept_waiting, person.takes_over
    return StakeholderSpec(
        id=str(person.id),
        name=person.name,
        short=person.short or first_name(person.name),
        audience=person.audience,
        role=text(person.role),
        trust=person.trust,
        expects={int(priority[1]): every for priority, every in person.expects.items()},
        soonest=person.soonest,
        needs=ids(person.needs),
        answer=_answer(person.answer, text, when) if person.answer else None,
        unread=person.unread,
        grants=frozenset(ids(person.grants)),
        gives=frozenset(person.gives),
        called_from=person.called_from,
        contract=_contract(person.contract, shift, text) if person.contract else None,
        hears_from={str(who): span_of(after) for who, after in person.hears_from.items()},
        heard=str(person.heard_first or ""),
        patience=Patience(span_of(waiting.after), str(waiting.scene)) if waiting else None,
        takes_over=TakeOver(limit.below, str(limit.scene or "")) if limit else None,
    )


def _contract(part: ContractPart, shift: Shift, text: Texts) -> Contract:
    hours = None
    if part.opens is not None and part.closes is not None:
        opens = shift.minute(part.opens)
        # Open already when the shift begins: the next opening is tomorrow's.
        hours = (opens if opens <= shift.length else 0, shift.minute(part.closes))
    return Contract(
        clauses=tuple(
            Clause(str(c.id), text(c.text), c.within, c.severity, c.always) for c in part.clauses
        ),
        luck=Span(part.fastest, max(part.fastest, part.slowest)),
        hours=hours,
        late=part.late,
        late_by=span_of(part.late_by) if part.late_by is not None else None,
    )


def _answer(reply: Reply, text: Texts, when: When) -> Answer:
    return Answer(
        after=span_of(reply.after),
        needs=ids(reply.needs),
        asks_back=reply.asks_back,
        works=reply.works,
        done=str(reply.done or ""),
        says=text(reply.says),
        refuses=text(reply.refuses),
        unless=when(reply.unless),
        about=ids(reply.about),
        not_theirs=text(reply.not_theirs),
    )
