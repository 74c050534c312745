"""The desks that the engine is measured on: the parity shift, and one with all its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.parity import SHIFT, SPEEDS, Outcome, Ticket
from simulator.engine import api
from simulator.engine.acts.shapes import Assign, Brief, Declare, Link, Listen, Triage
from simulator.engine.rules import TEXTBOOK, Rules
from simulator.engine.world import (
    AnalystSpec,
    Contacts,
    IncidentSpec,
    Moment,
    Profile,
    Span,
    StakeholderSpec,
    Step,
    TicketKind,
    TicketSpec,
    World,
    always,
)

if TYPE_CHECKING:
    from simulator.engine.state import State

SKILLS = ("a", "b", "c")
HOURLY = (0,) * 8 + (1500, 1700, 1500, 1100, 800, 1200, 1200, 1000) + (0,) * 8
"""Share of the day's tickets by hour, hundredths of a percent."""


def parity_world(tickets: list[Ticket]) -> World:
    """Return the parity shift as a world."""
    return World(
        id="parity", version="1", hash="", title="", starts=0, length=SHIFT - 1, rules=TEXTBOOK,
        team=tuple(
            AnalystSpec(f"a{who}", "", "", {},
                        speeds={SKILLS[skill]: s for skill, s in enumerate(speeds) if s})
            for who, speeds in enumerate(SPEEDS)
        ),
        tickets=tuple(
            TicketSpec(
                f"t{number}",
                TicketKind("k", ("x",), SKILLS[skill], effort, spread=0, logged=rank, true=rank),
                Moment("", always(at)),
            )
            for number, (at, rank, skill, effort) in enumerate(tickets)
        ),
        first_number=1,
    )  # fmt: skip


def play_out(world: World) -> State:
    """Return the parity shift, run to its end."""
    state = api.open_shift(world, 0)
    api.advance(state, world.length)
    return state


def parity_run(tickets: list[Ticket]) -> list[Outcome]:
    """Return the outcome of each ticket."""
    return outcomes(play_out(parity_world(tickets)))


def outcomes(state: State) -> list[Outcome]:
    """Return the outcome of each ticket of a parity shift, read from the log."""
    rows = [[-1, -1, -1, -1, -1, ticket.kind.logged] for ticket in state.tickets.values()]
    for entry in state.log:
        if not entry.subject.startswith("ticket:t"):
            continue
        row = rows[int(entry.subject[8:])]
        if entry.kind == "ticket.started":
            row[0], row[1] = entry.at, int(str(entry.data["to"])[1:])
        elif entry.kind == "ticket.resolved":
            row[2] = entry.at
        elif entry.kind == "ticket.breached":
            row[3 if entry.data["target"] == "respond" else 4] = entry.at
        elif entry.kind == "ticket.prioritised":
            row[5] = int(str(entry.data["priority"]))
    return rows


def full_world(per_day: int = 135) -> World:
    """Return eight hours, eight analysts, about 150 tickets, an outage, and all rules on."""
    kinds = tuple(
        TicketKind(f"k{n}", ("x",), skill, effort, logged=3, true=true)
        for n, (skill, effort, true) in enumerate((("a", 15, 3), ("b", 22, 2), ("c", 26, 3)))
    )
    portal = IncidentSpec(
        "portal", "Portal", "portal", "a", Span(30, 60),
        steps=(Step("find", "found", 17), Step("why", "why", 13),
               Step("fix", "fixed", 6, effect="mitigates")),
        contacts=Contacts(TicketKind("login", ("x",), "b", 8, true=1), ((0, 300), (45, 0))),
    )  # fmt: skip
    habits = ("oldest-first", "easiest-first", "own-skill-first", "full-notes")
    return World(
        id="full", version="1", hash="", title="", starts=480, length=SHIFT, rules=Rules(),
        team=tuple(
            AnalystSpec(
                f"a{n}", "", "", {SKILLS[n % 3]: 4, SKILLS[(n + 1) % 3]: 2},
                habits=frozenset({habits[n % 4]}), breaks=(120 + 10 * n, 300 + 10 * n),  # type: ignore[arg-type]
            )
            for n in range(8)
        ),
        stakeholders=(StakeholderSpec("boss", "", "", "executive", expects={1: 30}),),
        profile=Profile(per_day, HOURLY, tuple(zip(kinds, (400, 350, 250), strict=True))),
        incidents=(portal,),
    )  # fmt: skip


def led_shift(world: World, seed: int) -> State:
    """Return a whole shift under a plain lead, who looks at the desk whenever there is time."""
    state = api.open_shift(world, seed)
    view = api.view(state)
    api.give(state, Brief("impact"))
    heard = 0
    while not state.over:
        if view.agenda().in_hand is None and view.new():
            for incident in view.incidents():
                if not incident.declared:
                    api.give(state, Declare(incident.id))
                    api.give(state, Assign(incident.id, "a0", "hand-over"))
                    api.give(state, Link(incident.id))
            ticket = next((one for one in view.waiting() if not one.triaged), None)
            if ticket is not None:
                api.give(state, Triage(ticket.id))
            elif heard < len(world.team):
                api.give(state, Listen(f"a{heard}"))
                heard += 1
        api.advance(state, state.now + 3)
    return state
