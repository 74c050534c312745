"""All that a lead could come to see in some run of a scenario, at one moment or another.

The lines of a playbook are read against it: what is not even here can be named in no run. What only
a run shows, such as the number of a ticket, is taken for right.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.engine.acts.messages import written_for
from simulator.engine.births import written
from simulator.engine.opening import unopened
from simulator.engine.seen import (
    ChangeView,
    ChoiceView,
    ConflictView,
    DecisionView,
    FactView,
    IncidentView,
    QuestionView,
    SceneView,
    TicketView,
    WordingView,
)
from simulator.engine.view import View
from simulator.engine.world import TicketKind
from simulator.runs.language.desk import Desk, Name
from simulator.runs.language.errors import LineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.engine.world import Effect, IncidentSpec, World

DRAWN = re.compile(r"(?<![^\s,=#])(?:\d+|[a-z][a-z0-9-]*\.[\d.r]+)(?![^\s,=])", re.IGNORECASE)
"""How a ticket is named that no scenario names: by its number, or by an id that it is given."""


def drawn_names(line: str) -> tuple[str, ...]:
    """Return the words of a line that may name a ticket in some run."""
    return tuple(DRAWN.findall(line))


class OutsideShift(LineError):  # noqa: N818 - named for what is the matter, as all of them
    """A time of day at which the shift has not begun, or is over."""


class AnyMoment(View):
    """A view in which everything has come and is known."""

    def __init__(self, world: World) -> None:
        super().__init__(unopened(replace(world, forms=()), 1))
        self.drawn: tuple[str, ...] = ()
        """Words of the line that is read which may name a ticket in some run."""

    # Work -----------------------------------------------------------------------------------------

    def tickets(self) -> Iterator[TicketView]:
        """Yield the tickets that the scenario names, and those that a line names by number."""
        yield from self._written
        yield from self._unnamed
        for name in self.drawn:
            yield self._any._replace(id=name)

    def all_tickets(self) -> Iterator[TicketView]:
        """Yield the same: each may be open, and resolved."""
        return self.tickets()

    def incidents(self) -> Iterator[IncidentView]:
        """Yield every incident, with all that was found out about it."""
        return iter(self._incidents)

    def changes(self) -> Iterator[ChangeView]:
        """Yield every planned change."""
        for one in self.world.changes:
            yield ChangeView(one.id, one.text, 0, one.by, False, False, one.allowed_by)

    @cached_property
    def _written(self) -> tuple[TicketView, ...]:
        specs = [*written(self.world)]
        specs += [one.ticket for one in _effects(self.world) if one.ticket is not None]
        return tuple(_ticket(one.id, one.kind, self.world.approvals) for one in specs)

    @cached_property
    def _unnamed(self) -> tuple[TicketView, ...]:
        """One ticket of every kind, which only its number could name."""
        profile, incidents = self.world.profile, self.world.incidents
        kinds = [kind for kind, _ in profile.mix] if profile is not None else []
        kinds += [one.contacts.kind for one in incidents if one.contacts is not None]
        return tuple(_ticket("", kind, self.world.approvals) for kind in kinds)

    @cached_property
    def _any(self) -> TicketView:
        """What a ticket could be of which nothing is known: all of them together."""
        outcomes = {o: None for one in (*self._written, *self._unnamed) for o in one.outcomes}
        kind = TicketKind("", (), "", 0, outcomes=tuple(outcomes))
        permits = tuple(self.world.approvals.items())
        return _ticket("", kind, {})._replace(permits=permits)

    @cached_property
    def _incidents(self) -> tuple[IncidentView, ...]:
        return tuple(_incident(one) for one in self.world.incidents)

    # People and words -----------------------------------------------------------------------------

    def conflicts(self) -> Iterator[ConflictView]:
        """Yield every conflict, as if it had shown."""
        for one in self.world.conflicts:
            yield ConflictView(one.id, one.between, one.sign, 0, (), talked=False)

    def facts(self) -> Iterator[FactView]:
        """Yield every fact."""
        return (FactView(one.id, one.text, 0, one.technical) for one in self.world.facts)

    def knows(self, fact: str) -> bool:
        """Return that it is known."""
        return True

    def decisions(self) -> Iterator[DecisionView]:
        """Yield every decision."""
        for one in self.world.decisions:
            reasons, fallbacks = (
                tuple((part.id, part.text) for part in parts)
                for parts in (one.reasons, one.fallbacks)
            )
            yield DecisionView(one.id, one.text, reasons, fallbacks, one.by, made=False)

    def questions(self, who: str) -> Iterator[QuestionView]:
        """Yield every question to somebody."""
        for one in self.world.questions:
            if one.to == who:
                yield QuestionView(one.id, who, one.says)

    def wordings(self, to: str, about: str, element: str = "") -> Iterator[WordingView]:
        """Yield every wording for an audience and a topic."""
        for one in written_for(self._state, to, about):
            if not element or one.element == element:
                yield WordingView(one.id, one.element, one.text, known=True)

    def scenes(self) -> Iterator[SceneView]:
        """Yield every scene, and the one without a name that an answer alone is about."""
        return iter((*self._scenes, self._any_scene))

    def scene(self) -> SceneView:
        """Return a scene with the choices of all: which one stands open, only a run shows."""
        return self._any_scene

    @cached_property
    def _any_scene(self) -> SceneView:
        choices = tuple(choice for one in self._scenes for choice in one.choices)
        return SceneView("", "", "", "", 0, False, choices)

    @cached_property
    def _scenes(self) -> tuple[SceneView, ...]:
        return tuple(
            SceneView(item.id, item.scene.sender, item.scene.says, item.scene.channel, 0, False,
                      tuple(ChoiceView(c.id, c.say, c.minutes, "") for c in item.scene.choices))
            for item in self.world.storyline if item.scene is not None
        )  # fmt: skip

    def withdrawable(self) -> int:
        """Return a number, as if something could be taken back."""
        return 0


class AnyDesk(Desk):
    """The names at hand at any moment of a shift; most are the same for every line."""

    def analysts(self) -> list[Name]:
        """Return the team."""
        return self._analysts

    def stakeholders(self) -> list[Name]:
        """Return the people outside the team."""
        return self._stakeholders

    def incidents(self) -> list[Name]:
        """Return every incident."""
        return self._incidents

    def facts(self) -> list[Name]:
        """Return every fact."""
        return self._facts

    def scenes(self) -> list[Name]:
        """Return every scene."""
        return self._scenes

    @cached_property
    def _analysts(self) -> list[Name]:
        return super().analysts()

    @cached_property
    def _stakeholders(self) -> list[Name]:
        return super().stakeholders()

    @cached_property
    def _incidents(self) -> list[Name]:
        return super().incidents()

    @cached_property
    def _facts(self) -> list[Name]:
        return super().facts()

    @cached_property
    def _scenes(self) -> list[Name]:
        return super().scenes()

    def minute(self, text: str) -> int:
        """Return a minute of the shift; raises `OutsideShift` for one that lies outside it."""
        minute = super().minute(text)
        if minute > self.world.length:
            raise OutsideShift(f"“{text}” lies outside the shift.", word=text)
        return minute

    def all_tasks(self) -> list[Name]:
        """Return the tasks: what was resolved is among them."""
        return self.tasks()

    def _numbered(self, tickets: Iterable[TicketView]) -> list[Name]:
        """Return how tickets can be named: here by their ids alone."""
        return [Name(one.id, one.id, (), one.subject, "whole") for one in tickets if one.id]

    def waiting_for_word(self) -> list[Name]:
        """Return the tasks, and everybody who may have one."""
        return [*self.tasks(), *self.analysts()]


def _effects(world: World) -> Iterator[Effect]:
    for item in world.storyline:
        yield from item.effects
        if item.scene is not None:
            yield from item.scene.unanswered
            for choice in item.scene.choices:
                yield from choice.effects
    for decision in world.decisions:
        yield from decision.effects


def _ticket(ident: str, kind: TicketKind, approvals: Mapping[str, str]) -> TicketView:
    """Return a ticket as it looks once it was opened."""
    needs = (kind.approval,) if kind.approval else ()
    return TicketView(
        ident, -1, "", kind.body, kind.requester, kind.channel, kind.skill, kind.service,
        kind.true, True, 0, "new", "", "", None, 0, 0, "", 0, kind.outcomes, of=kind.id,
        permits=tuple((one, approvals.get(one, one)) for one in needs),
    )  # fmt: skip


def _incident(spec: IncidentSpec) -> IncidentView:
    return IncidentView(
        spec.id, spec.name, spec.service, spec.skill, spec.difficulty, True, spec.severity, 0,
        "open", "", "", "", False, None, "", "", None, 0, 0, 0,
        tuple((one.id, one.text) for one in spec.permits),
        tuple((one.id, one.text) for one in spec.outcomes),
        tuple((one.id, one.text) for one in spec.ways), None,
        tuple((one.id, one.says, "open") for one in spec.theories),
        tuple(one.id for one in spec.ways),
    )  # fmt: skip
