"""A small desk on which a service fails, built in code: enough for every duty of a lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts.base import Given
from simulator.engine.rules import Rules
from simulator.engine.state import State
from simulator.engine.world import (
    AnalystSpec,
    Choice,
    ConflictSpec,
    Contacts,
    DecisionSpec,
    FactSpec,
    IncidentSpec,
    Moment,
    Outcome,
    Permit,
    Reason,
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
from simulator.scenario.library import Loaded, load
from simulator.strategies.protocol import Strategy, play

if TYPE_CHECKING:
    from simulator.engine.log import LogEntry

Played = tuple[State, list[Given]]
Play = Callable[..., Played]


def kind(ident: str, **more: object) -> TicketKind:
    """A kind of ticket that takes a quarter of an hour."""
    fields: dict[str, object] = {
        "subjects": (f"About {ident}",), "skill": "desktop", "effort": 15, "service": "workplace",
    }  # fmt: skip
    return TicketKind(id=ident, **(fields | more))  # type: ignore[arg-type]


def ticket(ident: str, at: int, **more: object) -> TicketSpec:
    """A ticket that comes in at a minute and never comes back."""
    return TicketSpec(ident, kind(ident, **more), Moment("", always(at)), 0)


PORTAL = IncidentSpec(
    id="portal", name="Portal", service="portal", skill="network", starts=Span(20, 20),
    steps=(
        Step("find", "it is node C", 15, reveals=("node",)),
        Step("look", "the certificate has expired", 10, reveals=("why",)),
        Step("fix", "node C is out", 6, reveals=("safe",), asks="take-out", effect="mitigates"),
        Step("renew", "it is new", 10, by="vendor", effect="resolves"),
    ),
    contacts=Contacts(
        kind("contact", service="portal", skill="network", true=1, finds=("down",)), ((0, 400),)
    ),
    permits=(Permit("take-out", "take a node out"),),
    outcomes=(
        Outcome("which", "find which node", "find"), Outcome("back", "bring it back", "fix"),
    ),
)  # fmt: skip

WORLD = World(
    id="small", version="1", hash="", title="Small", starts=480, length=180, rules=Rules(),
    team=(
        AnalystSpec("ana", "Ana X", "Ana", {"network": 4, "desktop": 2}, stress=62,
                    habits=frozenset({"skips-breaks"}), breaks=(40,)),
        AnalystSpec("ben", "Ben X", "Ben", {"network": 2, "desktop": 3, "apps": 3}),
        AnalystSpec("cy", "Cy X", "Cy", {"network": 2, "desktop": 2, "apps": 2}),
        AnalystSpec("dora", "Dora X", "Dora", {"desktop": 3, "apps": 4}),
    ),
    stakeholders=(
        StakeholderSpec("boss", "Boss Y", "Boss", "executive", expects={1: 30}, needs=("limit",)),
        StakeholderSpec("users", "Everybody", "everybody", "users", expects={1: 30}),
        StakeholderSpec("ines", "Ines Y", "Ines", "other-team"),
    ),
    tickets=(
        *(ticket(f"old-{n}", 0) for n in range(6)),
        ticket("quiet", 30, requester="Ines Y, payroll", service="pay", skill="apps", true=1),
    ),
    facts=(
        FactSpec("payday", "today is payday", at_start=True), FactSpec("down", "it is down"),
        FactSpec("node", "it is node C", technical=True), FactSpec("why", "why", technical=True),
        FactSpec("safe", "nothing is lost"), FactSpec("limit", "by eleven"),
    ),
    incidents=(PORTAL,),
    conflicts=(ConflictSpec("ana-ben", ("ana", "ben"), 36, 12, "Fewer words than yesterday."),),
    storyline=(
        StorySpec("call", at=Moment("", always(35)), scene=SceneSpec(
            "boss", "When?", (
                Choice("soon", "It is back by eleven, I promise you that.", 3),
                Choice("ask", "What must you decide today?", 4),
                Choice("short", "No time for you yet.", 1),
            ), 5)),
    ),
    wordings=(
        Wording("out", "impact", "It fails for one in three.", needs=("down",), hidden=True),
        Wording("some", "impact", "There is some trouble.", vague=True),
        Wording("pools", "impact", "The pool times out.", jargon=True),
        Wording("late", "risk", "Pay may be late.", needs=("payday",)),
        Wording("fine", "risk", "Pay is safe, whatever happens.", untrue=True),
        Wording("guess", "known", "It is the network again.", needs=("why",)),
        Wording("open", "time", "I have no time for you yet."),
        Wording("eleven", "time", "It is fixed by eleven.", promises=True),
        Wording("again", "next-update", "You hear from me at {time}."),
        Wording("over", "closing", "It works, nothing is lost.", needs=("safe",), hidden=True),
    ),
    decisions=(
        DecisionSpec("paper", "On paper from {time}.", (Reason("bank", "the bank closes"),),
                     (Reason("tear", "torn up"),), by=120, needs=("limit",)),
    ),
)  # fmt: skip


@pytest.fixture(scope="session")
def world() -> World:
    """The small desk."""
    return WORLD


@pytest.fixture(scope="session")
def payroll() -> Loaded:
    """Payroll Friday, as shipped."""
    loaded = load("payroll-friday")
    assert loaded.ok, loaded.diagnostics
    return loaded


@pytest.fixture(scope="session")
def played() -> Play:
    """Plays a whole shift and returns the end of it with the acts that were given."""

    def run(world: World, lead: Strategy, seed: int = 1, luck: int = 0) -> Played:
        given: list[Given] = []
        return play(world, lead, seed, luck, given), given

    return run


@pytest.fixture(scope="session")
def entries() -> Callable[..., list[LogEntry]]:
    """Finds the entries of a kind with these values."""

    def find(state: State, kind: str, **data: object) -> list[LogEntry]:
        return [
            e for e in state.log
            if e.kind == kind and all(e.data.get(k) == v for k, v in data.items())
        ]  # fmt: skip

    return find
