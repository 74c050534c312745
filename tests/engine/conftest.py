"""Small worlds built in code, and a hand on the engine, for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api, feelings
from simulator.engine.acts.base import Element
from simulator.engine.rules import Rules
from simulator.engine.world import (
    AnalystSpec,
    Answer,
    Choice,
    Condition,
    Effect,
    FactSpec,
    IncidentSpec,
    Moment,
    Outcome,
    Permit,
    SceneSpec,
    Span,
    StakeholderSpec,
    Step,
    StorySpec,
    TicketKind,
    TicketSpec,
    Wording,
    World,
    always,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from simulator.engine.acts.base import Act
    from simulator.engine.log import LogEntry
    from simulator.engine.state import State

POINT = feelings.POINT
RULES = replace(Rules(), step_sigma=0, return_base=0)
"""Without the chances that small worlds are better off without."""


class Desk:
    """One shift, played by hand."""

    def __init__(self, world: World, seed: int = 0, luck: int = 0) -> None:
        self.state: State = api.open_shift(world, seed, luck)

    def to(self, minute: int) -> Desk:
        """Run up to and including a minute."""
        api.advance(self.state, minute)
        return self

    def give(self, act: Act) -> str:
        """Give an act now; return the code of its refusal, "" where it was taken up."""
        refusal = api.possible(self.state, act)
        before = len(self.state.log)
        api.give(self.state, act)
        entry = self.state.log[before]
        assert entry.kind == ("act.refused" if refusal else "act.given")
        if refusal is None:
            return ""
        assert entry.data["code"] == refusal.code
        return refusal.code

    def do(self, act: Act) -> list[LogEntry]:
        """Give an act and run until nothing of the lead's is in hand; return what was written."""
        before = len(self.state.log)
        assert self.give(act) == ""
        while self.state.lead.hand is not None or self.state.lead.queue:
            self.to(self.state.now + 1)
        return list(self.state.log[before:])

    def all(self, kind: str, subject: str = "", **data: Any) -> list[LogEntry]:
        """Return the entries of a kind, about a subject, with these values."""
        return [
            e for e in self.state.log
            if e.kind == kind and (not subject or e.subject == subject)
            and all(e.data.get(key.rstrip("_")) == value for key, value in data.items())
        ]  # fmt: skip

    def one(self, kind: str, subject: str = "", **data: Any) -> LogEntry:
        """Return the only such entry."""
        (entry,) = self.all(kind, subject, **data)
        return entry

    @staticmethod
    def element(kind: str, wording: str = "", minute: int | None = None) -> Element:
        """Return an element of a message."""
        return Element(kind, wording, minute)

    def gains(self) -> list[tuple[str, object]]:
        """Return what morale changed for, and by how many points."""
        found = self.all("analyst.morale-changed")
        return [(str(e.data["why"]), e.data["change"]) for e in found]

    def stress(self, who: str) -> int:
        """Return somebody's stress in thousandths of a point."""
        return feelings.stress(self.state.analysts[who], self.state.now)

    def morale(self, who: str) -> int:
        """Return somebody's morale in thousandths of a point."""
        return feelings.morale(self.state.analysts[who], self.state.now)


class Kit:
    """What small worlds are made of; every builder takes the fields of the real thing."""

    desk = Desk
    rules = RULES

    @staticmethod
    def with_rules(**numbers: Any) -> Rules:
        """Return the small worlds' rules with other numbers."""
        return replace(RULES, **numbers)

    @staticmethod
    def condition(
        holds: Callable[[State], bool], touched: Iterable[str] = (), wake: int | None = None
    ) -> Condition:
        """Return a condition; `wake` is a minute at which it may change by itself."""
        return Condition(
            holds, lambda s: wake if wake is not None and wake > s.now else None, frozenset(touched)
        )

    @staticmethod
    def analyst(ident: str, **more: Any) -> AnalystSpec:
        """Return an analyst with a pace of 100 %."""
        fields: dict[str, Any] = {
            "name": ident.title() + " X", "short": ident.title(), "skills": {}, "pace": 100,
        }  # fmt: skip
        return AnalystSpec(id=ident, **(fields | more))

    @staticmethod
    def kind(ident: str = "kind", **more: Any) -> TicketKind:
        """Return a kind of ticket with an exact effort; net 4 does it at 100 %."""
        fields: dict[str, Any] = {
            "subjects": ("It does not work",), "skill": "net", "difficulty": 4, "effort": 20,
            "spread": 0,
        }  # fmt: skip
        return TicketKind(id=ident, **(fields | more))

    @classmethod
    def ticket(cls, ident: str, at: int = 0, returns: int | None = 0, **more: Any) -> TicketSpec:
        """Return a ticket that arrives at a minute and, unless told, never comes back."""
        return TicketSpec(ident, cls.kind(f"{ident}-kind", **more), Moment("", always(at)), returns)

    @staticmethod
    def incident(ident: str = "portal", starts: int = 10, **more: Any) -> IncidentSpec:
        """Return an incident of three steps: find, look (reveals why), fix (asks first)."""
        fields: dict[str, Any] = {
            "name": "Portal", "service": "portal", "skill": "net", "difficulty": 4,
            "starts": Span(starts, starts),
            "steps": (
                Step("find", "it is node C", 10, reveals=("node",)),
                Step("look", "the certificate has expired", 10, reveals=("why",)),
                Step("fix", "node C is out", 5, asks="take-out", effect="mitigates"),
            ),
            "permits": (Permit("take-out", "take a node out"),),
            "outcomes": (Outcome("know-why", "know why", "look"),),
            "known_by": "down",
        }  # fmt: skip
        return IncidentSpec(id=ident, **(fields | more))

    @staticmethod
    def person(ident: str, audience: Any = "executive", **more: Any) -> StakeholderSpec:
        """Return a stakeholder with trust 60."""
        fields: dict[str, Any] = {
            "name": ident.title() + " Y", "short": ident.title(), "trust": 60,
        }  # fmt: skip
        return StakeholderSpec(id=ident, audience=audience, **(fields | more))

    @staticmethod
    def scene(ident: str, at: int, *choices: Choice, **more: Any) -> StorySpec:
        """Return a storyline item with a scene, at a minute."""
        fields: dict[str, Any] = {"sender": "", "says": "A word?", "within": 10} | more
        when = fields.pop("when", None)
        return StorySpec(
            ident, when=when, at=None if when else Moment("", always(at)),
            scene=SceneSpec(choices=choices, **fields),
        )  # fmt: skip

    @staticmethod
    def learn(*facts: str, at: int = 0) -> StorySpec:
        """Return a storyline item by which the lead learns facts."""
        effects = tuple(Effect("learn", fact) for fact in facts)
        return StorySpec("learn-" + "-".join(facts), at=Moment("", always(at)), effects=effects)

    @classmethod
    def world(cls, *team: AnalystSpec, **more: Any) -> World:
        """Return a world; without anything else, ana (net 4) has the desk to herself."""
        fields: dict[str, Any] = {
            "id": "small", "version": "1", "hash": "", "title": "Small", "starts": 480,
            "length": 240, "rules": cls.rules, "first_number": 1,
            "team": team or (cls.analyst("ana", skills={"net": 4}),),
        }  # fmt: skip
        fields |= more
        named = {one.id for one in fields.get("facts", ())}
        facts = ("down", "node", "why", "shots")
        fields.setdefault("wordings", (Wording("bad", "impact", "it is bad"),))
        fields["facts"] = (
            *fields.get("facts", ()), *(FactSpec(f, f) for f in facts if f not in named)
        )  # fmt: skip
        return World(**fields)

    # Desks that several files play on -------------------------------------------------------------

    @classmethod
    def alone(cls, *tickets: TicketSpec, **ana: Any) -> Desk:
        """Return a desk with ana alone; hours without a word do not count."""
        fields: dict[str, Any] = {"skills": {"net": 4}} | ana
        rules = cls.with_rules(no_word_minutes=1000)
        return Desk(cls.world(cls.analyst("ana", **fields), tickets=tickets, rules=rules))

    @classmethod
    def pair(cls, *tickets: TicketSpec, net: int = 4, sure: int = 3, **more: Any) -> Desk:
        """Return a desk where ana can do networks and ben applications."""
        ana = cls.analyst("ana", skills={"net": net}, confidence={"net": sure}, stress=20)
        ben = cls.analyst("ben", skills={"net": 2, "app": 4}, stress=20)
        return Desk(cls.world(ana, ben, tickets=tickets, **more))

    @classmethod
    def outage(cls, *known: str, ana: Any = None, **incident: Any) -> Desk:
        """Return a desk at minute 12, where the portal fails at 10 and is known at 12.

        Its steps are find (10 minutes), look (10) and fix (5), which has to be allowed.
        """
        fields: dict[str, Any] = {"skills": {"net": 4}, "stress": 20} | (ana or {})
        team = (cls.analyst("ana", **fields), cls.analyst("ben", skills={"net": 4, "app": 4}))
        answer = Answer(Span(20, 20), needs=("node",), done="portal/renew")
        world = cls.world(
            *team, incidents=(cls.incident(**incident),),
            storyline=(cls.learn("down", *known, at=12),),
            stakeholders=(cls.person("vendor", "vendor", answer=answer),),
        )  # fmt: skip
        return Desk(world).to(12)


@pytest.fixture(scope="session")
def kit() -> Kit:
    """The builders of small worlds."""
    return Kit()
