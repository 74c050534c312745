"""The state of one shift: what there is, what is due, and what has happened.

Handlers read through `state.tickets[id]` and write through `own_ticket(state, id)`; see `owning`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappush
from typing import TYPE_CHECKING

from simulator.engine.lead import Lead
from simulator.engine.log import Cause, Digest, Entries, Ref, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.calls import Call
    from simulator.engine.plan import Plan
    from simulator.engine.records.incidents import Change, Incident
    from simulator.engine.records.outside import Promise, Stakeholder
    from simulator.engine.records.story import Scene
    from simulator.engine.records.team import Analyst, Conflict
    from simulator.engine.records.tickets import Birth, Ticket
    from simulator.engine.rules import Rules
    from simulator.engine.standing import Standing
    from simulator.engine.world import World

Due = tuple[int, int, str, str, int]
"""(minute times 8 plus phase, sequence, handler, subject, version)."""

LEAD_PHASE, SHIFT_PHASE, WORK_PHASE, ARRIVAL_PHASE, STORY_PHASE, CLOCK_PHASE, PEOPLE_PHASE = range(
    7
)
READING_PHASE = 7


@dataclass(slots=True, eq=False)
class State:
    """Everything about one shift at one minute."""

    plan: Plan
    world: World
    rules: Rules
    seed: int
    luck: int
    owner: object
    now: int = 0
    """Minutes since the shift began; all phases of this minute have run."""
    phase: int = READING_PHASE
    running: bool = False
    """Whether a minute's phases are being run."""
    over: bool = False
    sequence: int = 0
    due: list[Due] = field(default_factory=list)
    log: Entries = field(default_factory=Entries)
    running_digest: Digest = field(default_factory=Digest)
    tickets: dict[str, Ticket] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    """Tickets that wait for somebody, most pressing first."""
    ranks: list[int] = field(default_factory=list)
    """Priority and number of each of these, as one number; see `waiting`."""
    births: tuple[Birth, ...] = ()
    """Tickets that arrive by themselves, in order; drawn once, never changed."""
    woken_by: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """The plan's, kept here too for `note`."""
    next_birth: int = 0
    """Place of the next of them."""
    idle: list[str] = field(default_factory=list)
    """Analysts without work, longest first."""
    analysts: dict[str, Analyst] = field(default_factory=dict)
    stakeholders: dict[str, Stakeholder] = field(default_factory=dict)
    incidents: dict[str, Incident] = field(default_factory=dict)
    changes: dict[str, Change] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    scenes: dict[str, Scene] = field(default_factory=dict)
    reports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Tickets that truly belong to an incident, in order of arrival."""
    promises: dict[int, Promise] = field(default_factory=dict)
    facts: dict[str, int] = field(default_factory=dict)
    """What the lead knows, and since when."""
    found: dict[str, int] = field(default_factory=dict)
    """What anybody on the desk knows."""
    permissions: dict[str, int] = field(default_factory=dict)
    """Powers that somebody allowed the lead, and the last minute for which that stands."""
    flags: dict[str, int] = field(default_factory=dict)
    fired: dict[str, int] = field(default_factory=dict)
    """Storyline items and the minute they last fired."""
    looks: dict[str, int] = field(default_factory=dict)
    """Storyline items and the minute for which a look is planned."""
    stirred: dict[str, None] = field(default_factory=dict)
    """Storyline items that the next story phase looks at."""
    open_windows: dict[str, int] = field(default_factory=dict)
    decisions: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    """Questions asked, `who/question`, and the minute."""
    lead: Lead = field(default_factory=Lead)
    order: str = ""
    order_why: str = ""
    """The reason that was given with the order of work; "" for none."""
    acts: int = 0
    """Acts given so far."""
    next_number: int = 0
    resolved: int = 0
    declined: int = 0
    """Of those resolved, tickets that the lead said no to."""
    closed: int = 0
    """Tickets resolved before the oldest open one, as of the last reading."""
    missed: int = 0
    targets: tuple[list[str], ...] = field(default_factory=lambda: ([], [], [], []))
    """Tickets logged as P1 to P4, in order of arrival; see `clocks`."""
    heads: list[int] = field(default_factory=lambda: [0] * 8)
    """Place in these lines of the next target: respond P1 to P4, then resolve."""
    long_queue: bool = False
    desk_told: tuple[str, ...] = ()
    standing: dict[int, Standing] = field(default_factory=dict)
    """Standing orders that count, by number."""
    orders_given: int = 0
    bound: bool = False
    """Whether an order or a reserve has ever said who may take what."""
    calls: dict[str, Call] = field(default_factory=dict)
    line: list[str] = field(default_factory=list)
    """Callers and visitors nobody attends to yet, longest first."""
    standards: dict[str, tuple[str, str]] = field(default_factory=dict)
    """How each sort of lapse was first answered, and whose it was."""
    lapses: dict[int, str] = field(default_factory=dict)
    """Entries of lapses that were answered, and how."""
    articles: dict[str, int] = field(default_factory=dict)
    """Kinds of tickets with an article, and the speed it gives, percent (100: being written)."""
    reviewers: dict[str, str] = field(default_factory=dict)
    """Who checks the articles that are being written."""
    problems: dict[str, int] = field(default_factory=dict)
    """Problem records, by kind of ticket or incident, and their entries."""
    automations: dict[str, int] = field(default_factory=dict)
    """Kinds of tickets somebody proposed to automate, and the entries."""


def plan_due(
    state: State, minute: int, phase: int, handler: str, subject: str, version: int = 0
) -> int:
    """Put something on the list of what is due; return its sequence number.

    Something planned for a phase that has already run goes into the next minute.
    """
    now = state.now
    if minute <= now and (minute < now or phase < state.phase or not state.running):
        minute = now + 1
    state.sequence = sequence = state.sequence + 1
    heappush(state.due, (minute * 8 + phase, sequence, handler, subject, version))
    return sequence


def note(
    state: State,
    kind: str,
    cause: Cause,
    subject: str,
    actor: str,
    because: int,
    data: Mapping[str, Value],
    seen: bool = True,
) -> int:
    """Write one entry into the log; return its number."""
    rows = state.log.rows
    number = len(rows)
    rows.append((number, state.now, kind, cause, subject, actor, because, seen, data))
    if kind in state.woken_by:
        wake(state, kind, subject)
    return number


def wake(state: State, kind: str, subject: str) -> None:
    """Stir each storyline item whose condition an entry (or what is counted) can change."""
    for ident, about in state.woken_by[kind]:
        if (not about or about == subject) and not _spent(state, ident):
            stir(state, ident)


def stir(state: State, ident: str) -> None:
    """Have a storyline item's condition looked at in the next story phase, with all the others."""
    if not state.stirred:
        plan_due(state, state.now, STORY_PHASE, "stirred", "")
    state.stirred[ident] = None


def _spent(state: State, ident: str) -> bool:
    """Return whether a storyline item has happened, and will not happen once more."""
    return ident in state.fired and state.plan.story[ident].again is None


def look_again(state: State, ident: str, minute: int) -> None:
    """Plan a look at a storyline item's condition at a minute to come, or sooner."""
    if _spent(state, ident):
        return
    planned = state.looks.get(ident)
    if planned is None or not state.now < planned <= minute:
        state.looks[ident] = minute
        plan_due(state, minute, STORY_PHASE, "story", ident, minute)


def ref_of(state: State, who: str) -> Ref:
    """Return who did something, as an entry names them."""
    if who in state.analysts:
        return state.analysts[who].ref
    if who in state.stakeholders:
        return f"stakeholder:{who}"
    return who or "desk"


def digest(state: State) -> str:
    """Return the digest of the log so far."""
    running = state.running_digest
    if running.entries < len(state.log):
        running.update(state.log[running.entries :])
    return running.hexdigest()
