"""A desk at nine o'clock on payday, as the playthrough tells it, and a shelf that holds it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from simulator.engine.acts import shapes
from simulator.engine.log import LogEntry
from simulator.engine.rules import Rules
from simulator.engine.seen import (
    Agenda,
    AnalystView,
    ChoiceView,
    ConflictView,
    DecisionView,
    FactView,
    IncidentView,
    InHand,
    PromiseView,
    QuestionView,
    SceneView,
    StakeholderView,
    TicketView,
    WordingView,
)
from simulator.engine.world import (
    AnalystSpec,
    Choice,
    IncidentSpec,
    SceneSpec,
    Span,
    StakeholderSpec,
    Step,
    StorySpec,
    Way,
    World,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulator.engine.acts.base import Act, Refusal
    from simulator.engine.standing import Standing

NINE = 60
"""Minutes since 08:00."""

TEAM = ("priya Priya Nair", "tomas Tomas Reyes", "aisha Aisha Rahman", "jonas Jonas Weber",
        "mei Mei Chen", "sam Sam Okafor")  # fmt: skip
SKILLS = {
    "priya": {"network": 4}, "tomas": {"identity": 4, "network": 2}, "aisha": {"network": 2},
    "jonas": {"desktop": 3, "network": 1}, "mei": {"apps": 4, "network": 2}, "sam": {"desktop": 3},
}  # fmt: skip
OTHERS = (
    ("cfo", "Marta Lind", "CFO", "executive", "CFO"),
    ("users", "All users", "users", "users", ""),
    ("paylane", "Paylane", "Paylane", "vendor", "payroll vendor"),
)
CFO_SAYS = "I have four hundred people asking me whether they get paid. When is it fixed?"
CHOICES = (
    ("promise", "I'm sorry, Marta. Priya is on it. Back by eleven, you can say so.", 3),
    ("next-word", "I'm sorry, Marta. Priya is on it. No time yet; I ring at 09:09.", 3),
    ("ask-need", "I'm sorry, Marta. What must you decide today, and by what time?", 4),
    ("bring-priya", "I'm sorry, Marta. I'll bring Priya in, she knows it best by now.", 2),
)


def payday() -> World:
    """Return as much of a world as screens read."""
    return World(
        id="payroll-friday",
        version="1.0.0",
        hash="0" * 32,
        title="Payroll Friday",
        starts=4 * 1440 + 8 * 60,
        length=210,
        rules=Rules(),
        summary="The payroll portal slows down on payday, and your best networking analyst is "
        "also your most tired.",
        briefing=(
            "You were this desk's network specialist until last month; your hands remember.",
            "You may declare and allow a workaround; a restart needs the duty manager.",
        ),
        team=tuple(
            AnalystSpec(
                id=line.split()[0],
                name=" ".join(line.split()[1:]),
                short=line.split()[1],
                skills=SKILLS[line.split()[0]],
                arrives=60 if line.startswith("sam") else 0,
            )
            for line in TEAM
        ),
        stakeholders=tuple(
            StakeholderSpec(ident, name, short, audience, role)  # type: ignore[arg-type]
            for ident, name, short, audience, role in OTHERS
        ),
        incidents=(
            IncidentSpec(
                id="portal", name="Payroll portal", service="payroll", skill="network",
                starts=Span(20, 20), steps=(Step("cause", "Expired cert on C. And now?", 13),),
                ways=(Way("status-page", "workaround", "Put a note on the login page"),),
            ),
        ),
        storyline=(
            StorySpec(
                "cfo-calls",
                scene=SceneSpec(
                    sender="cfo", says=CFO_SAYS, within=5,
                    choices=tuple(
                        Choice(ident, say, minutes, feedback=f"About {ident}.")
                        for ident, say, minutes in CHOICES
                    ),
                ),
            ),
        ),
        skills={"network": "network", "identity": "identity"},
    )  # fmt: skip


def ticket(
    ident: str, number: int, priority: int, subject: str, who: str, left: int, parked: str = "",
    **more: object,
) -> TicketView:  # fmt: skip
    """Return a ticket of the nine o'clock queue."""
    plain = TicketView(
        id=ident, number=number, subject=subject, body=f"{subject}. Please help.",
        requester="Ines Duarte", channel="portal", skill="network", service="", priority=priority,
        triaged=False, arrived=30, state="in-progress" if who else "new", who=who,
        parked_by=parked, respond_by=None if who else NINE + left, resolve_by=NINE + left,
        left=left, incident="", returned=0, outcomes=(),
    )  # fmt: skip
    return plain._replace(**more)  # type: ignore[arg-type]


def queue() -> tuple[TicketView, ...]:
    """Return the queue of the playthrough's sketch."""
    return (
        ticket("dock", 216, 2, "Dock, director", "lead", 110),
        ticket("desk.5", 194, 3, "Expense form blank", "aisha", 31),
        ticket("desk.3", 191, 3, "Report won't save", "tomas", 82),
        ticket("desk.2", 190, 3, "Warehouse Wi-Fi", "", 99, parked="priya"),
        ticket("batch-44", 207, 3, "Batch 44 won't open", "jonas", 217),
        ticket("desk.9", 210, 3, "Depot link slow", "mei", 225),
        ticket("desk.10", 212, 3, "Monitor flickers", "", 46),
        ticket("desk.12", 214, 3, "Label printer", "", 48),
        ticket("desk.13", 215, 3, "Headset silent", "", 50),
        ticket("desk.14", 217, 3, "Account locked", "", 51),
        ticket("desk.15", 219, 3, "New starter, login", "", 54),
        ticket("desk.4", 192, 4, "Laptop swap", "", 305),
    )


def person(ident: str, on: str = "", load: int = 1, **more: object) -> AnalystView:
    """Return somebody at the desk."""
    line = next(line for line in TEAM if line.startswith(ident))
    plain = AnalystView(
        id=ident, name=" ".join(line.split()[1:]), short=line.split()[1],
        skills=tuple(SKILLS[ident].items()), place="desk", until=None, on=on, since=40, parked=(),
        load=load, signs=(), waits_since=None, asks="", agreed_check_in=None, idle=0,
    )  # fmt: skip
    return plain._replace(**more)  # type: ignore[arg-type]


def team() -> tuple[AnalystView, ...]:
    """Return the team at nine."""
    return (
        person("priya", "portal", 3, signs=("no-break",), waits_since=52, parked=("desk.2",),
               asks="Expired cert on C. And now?"),
        person("tomas", "desk.3"),
        person("aisha", "desk.5"),
        person("jonas", "batch-44"),
        person("mei", "desk.9"),
        person("sam", load=0, since=60),
    )  # fmt: skip


PORTAL = IncidentView(
    id="portal", name="Payroll portal", service="payroll", skill="network", difficulty=3,
    declared=True, severity=1, known_since=20, state="open", who="priya", beside="", style="show",
    unasked=False, halted_since=52, asks="take-node-out", question="Expired cert on C. And now?",
    due=55, left=20,
    linked=11, unlinked=2,
    permits=(("take-node-out", "take a node out"), ("call-vendor", "call Paylane")),
    outcomes=(("node-and-why", "find which node, and why"), ("back", "bring the portal back")),
    ways=(("status-page", "Put a note on the login page"),), worse_until=None,
)  # fmt: skip

CFO = SceneView(
    "cfo-calls", "cfo", CFO_SAYS, "phone", NINE + 5, False,
    tuple(ChoiceView(ident, say, minutes, "") for ident, say, minutes in CHOICES),
)  # fmt: skip

WORDINGS = (
    WordingView("impact-1", "impact", "Some people cannot log in", True),
    WordingView(
        "impact-2", "impact", "One in three still cannot log in to the payroll portal", True
    ),
    WordingView("known-1", "known", "One of three servers turns people away", True),
    WordingView("action-1", "action", "Priya Nair has found why", True),
    WordingView("action-2", "action", "We are working very hard on it", True),
    WordingView("time-1", "time", "I have no time for you yet and would rather not guess", True),
    WordingView("time-2", "time", "It will be back by eleven", False),
    WordingView("next-1", "next-update", "You hear from me again at {time}", True),
)

FACTS = (
    FactView("payday", "salaries are paid today", 0, False),
    FactView("third", "a third of logins time out", 25, False),
    FactView("only-node-c", "one of three servers turns people away", 43, True),
)


def entry(number: int, at: int, kind: str, subject: str, actor: str, /, **data: object) -> LogEntry:
    """Return something that happened."""
    return LogEntry(number, at, kind, "world", subject, actor, -1, True, data)  # type: ignore[arg-type]


LOG = (
    entry(4, 54, "ticket.started", "ticket:batch-44", "analyst:jonas", to="jonas", waited=17,
          pulled=True, first=True),
    entry(3, 52, "incident.found", "incident:portal", "analyst:priya", step="cause", by="priya"),
    entry(2, 47, "analyst.checked-in", "analyst:priya", "lead", agreed=47, minutes=2),
    entry(1, 45, "incident.approved", "incident:portal", "lead", to="priya", waited=2, minutes=1),
)  # fmt: skip


DOCK = InHand(7, shapes.Take("dock"), 51, 64, 13)
"""The lead repairs a dock."""


@dataclass(frozen=True)
class FakeCounts:
    """The header's figures."""

    waiting: int = 6
    trend: int = 2
    calls: int = 0
    longest_call: int = 0
    p1: int = 1
    due_soon: int = 2


@dataclass
class FakeSight:
    """What the lead sees, as plain values that a test can change."""

    now: int = NINE
    world: World = field(default_factory=payday)
    length: int = 210
    queue: tuple[TicketView, ...] = field(default_factory=queue)
    people: tuple[AnalystView, ...] = field(default_factory=team)
    known: tuple[FactView, ...] = FACTS
    open_incidents: tuple[IncidentView, ...] = (PORTAL,)
    owed: tuple[PromiseView, ...] = (
        PromiseView("cfo", 69, "update"),
        PromiseView("users", 72, "update"),
    )
    open_scenes: tuple[SceneView, ...] = ()
    counts: FakeCounts = FakeCounts()
    happened: tuple[LogEntry, ...] = LOG
    hand: InHand | None = DOCK
    standing: tuple[Standing, ...] = ()
    refused: tuple[TicketView, ...] = ()
    friction: tuple[ConflictView, ...] = ()
    to_decide: tuple[DecisionView, ...] = (
        DecisionView(
            "paper-fallback", "If the portal is not back by {time}, the paper file starts",
            (("bank-cut-off", "the bank takes the file until 11:00"),),
            (("manual", "Ines sends last month's file"),), 135, False,
        ),
    )  # fmt: skip
    to_say: tuple[WordingView, ...] = WORDINGS
    refusals: dict[str, Refusal] = field(default_factory=dict)

    def tickets(self) -> tuple[TicketView, ...]:
        return self.queue

    def ticket(self, ident: str) -> TicketView:
        return {one.id: one for one in (*queue(), *self.queue, *self.refused)}[ident]

    def all_tickets(self) -> tuple[TicketView, ...]:
        return self.queue

    def declined(self) -> tuple[TicketView, ...]:
        return self.refused

    def powers(self) -> tuple[()]:
        return ()

    def calls(self) -> tuple[()]:
        return ()

    def changes(self) -> tuple[()]:
        return ()

    def standing_orders(self) -> tuple[Standing, ...]:
        return self.standing

    def reasons(self) -> tuple[tuple[str, str], ...]:
        return (("urgent-first", "something urgent comes first"),)

    def team(self) -> tuple[AnalystView, ...]:
        return self.people

    def stakeholders(self) -> tuple[StakeholderView, ...]:
        return tuple(
            StakeholderView(ident, name, short, audience, role, None, None)
            for ident, name, short, audience, role in OTHERS
        )

    def incidents(self) -> tuple[IncidentView, ...]:
        return self.open_incidents

    def agenda(self) -> Agenda:
        free_at = self.hand.until if self.hand and self.hand.until else self.now
        return Agenda(self.hand, (), free_at)

    def promises(self) -> tuple[PromiseView, ...]:
        return self.owed

    def check_ins(self) -> tuple[tuple[str, int], ...]:
        return tuple(
            (one.id, one.agreed_check_in) for one in self.people if one.agreed_check_in is not None
        )

    def facts(self) -> tuple[FactView, ...]:
        return self.known

    def scenes(self) -> tuple[SceneView, ...]:
        return self.open_scenes

    def questions(self, who: str) -> tuple[QuestionView, ...]:
        return (
            (QuestionView("why-easy", who, "Why the easy ones first?"),) if who == "jonas" else ()
        )

    def wordings(self, to: str, about: str, element: str) -> tuple[WordingView, ...]:
        return tuple(one for one in self.to_say if one.element == element)

    def decisions(self) -> tuple[DecisionView, ...]:
        return self.to_decide

    def conflicts(self) -> tuple[ConflictView, ...]:
        return self.friction

    def header(self) -> FakeCounts:
        return self.counts

    def strip(self, count: int) -> Sequence[LogEntry]:
        return self.happened[:count]

    def possible(self, act: Act) -> Refusal | None:
        return self.refusals.get(act.kind)

    def cost(self, act: Act) -> int:
        alongside = isinstance(act, shapes.Assign | shapes.Reassign) and act.style == "alongside"
        if isinstance(act, shapes.Message):
            return 4
        return 5 if alongside else 3

    def done_at(self, act: Act) -> int:
        return self.agenda().free_at + self.cost(act)


class FakeDesk:
    """A shift whose minutes do what a test says: `at[minute]` changes the sight."""

    mode = "practice"
    run = "r-1"
    drill = False

    def __init__(self, sight: FakeSight | None = None) -> None:
        self.sight = sight or FakeSight()
        self.given: list[Act] = []
        self.words: list[str] = []
        self.taken_back = 0
        self.at: dict[int, Callable[[FakeSight], None]] = {}
        self.closed = False
        self.hints: dict[str, str] = {}
        self.numbered = -1
        """The number the next act gets in the agenda; -1 leaves the agenda alone."""

    def acts(self) -> tuple[()]:
        return ()

    def hint(self, scene: str = "") -> str:
        return self.hints.get(scene, "")

    @property
    def over(self) -> bool:
        return self.sight.now >= self.sight.length

    def view(self) -> FakeSight:
        return self.sight

    def give(self, act: Act, words: str = "") -> Refusal | None:
        refusal = self.sight.possible(act)
        if refusal is None:
            self.given.append(act)
            self.words.append(words)
            if self.numbered >= 0:
                now = self.sight.now
                self.sight.hand = InHand(self.numbered, act, now, now + 4, 4)
            if isinstance(act, shapes.Answer):
                self.sight.open_scenes = ()
                self._answered(act)
            elif isinstance(act, shapes.NotNow):
                self.sight.open_scenes = tuple(
                    replace(one, put_off=True) for one in self.sight.open_scenes
                )
            elif isinstance(act, shapes.GoAhead):
                self.sight.people = tuple(
                    one._replace(waits_since=None) for one in self.sight.people
                )
        return refusal

    def _answered(self, act: shapes.Answer) -> None:
        """Let an answer take effect when its minutes are over, unless it was taken back."""
        minute = self.sight.now + {ident: cost for ident, _, cost in CHOICES}[act.choice]

        def takes_effect(sight: FakeSight) -> None:
            if act in self.given:
                answered = entry(90 + minute, minute, "scene.answered", "", "lead",
                                 scene=act.scene, choice=act.choice)  # fmt: skip
                sight.happened = (answered, *sight.happened)

        self.at[minute] = takes_effect

    def advance(self, minutes: int = 1) -> None:
        for _ in range(minutes):
            self.sight.now += 1
            if change := self.at.get(self.sight.now):
                change(self.sight)

    def advance_until_needed(self) -> None:
        while not self.over and self.sight.now + 1 not in self.at:
            self.advance()
        if not self.over:
            self.advance()

    def take_back(self) -> bool:
        self.taken_back += 1
        return bool(self.given and self.given.pop())

    def close(self) -> None:
        self.closed = True
