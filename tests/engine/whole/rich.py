"""One rich world that has everything the engine knows.

Golden digests are taken from it: leave it as it is, and build a new one beside it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.engine.rules import Rules
from simulator.engine.world import (
    Alert,
    AnalystSpec,
    Answer,
    Authority,
    Choice,
    Clause,
    Condition,
    ConflictSpec,
    Contacts,
    Contract,
    DecisionSpec,
    Effect,
    Factor,
    FactSpec,
    Follows,
    IncidentSpec,
    Moment,
    Outcome,
    Patience,
    Permit,
    PlannedChange,
    Profile,
    Question,
    Reason,
    Recovery,
    Remedy,
    ReviewSpec,
    Risk,
    SceneSpec,
    Span,
    StakeholderSpec,
    Step,
    StorySpec,
    TakeOver,
    Theory,
    TicketKind,
    TicketSpec,
    Way,
    WindowSpec,
    Wording,
    World,
    always,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.engine.state import State

GOLDEN = Path(__file__).parents[2] / "golden"


def _rules() -> Rules:
    """Return the numbers that the golden runs were made with, whatever the defaults are now."""
    table: dict[str, Any] = json.loads((GOLDEN / "rules-1.json").read_text())
    frozen: dict[str, Any] = {
        key: tuple(v) if isinstance(v, list) else v for key, v in table.items()
    }
    frozen["costs"] = tuple((name, minutes) for name, minutes in table["costs"])
    return Rules(**frozen)


def _when(holds: Callable[[State], bool], *touched: str, every: int = 0) -> Condition:
    wake = (lambda s: s.now + every) if every else (lambda s: None)
    return Condition(holds, wake, frozenset(touched))


def _after(minutes: int, *touched: str) -> Condition:
    """Return the condition that the portal has been open for so long."""

    def holds(s: State) -> bool:
        one = s.incidents["portal"]
        return one.state == "open" and s.now - one.starts >= minutes

    def wake(s: State) -> int | None:
        one = s.incidents["portal"]
        due = one.starts + minutes
        return due if one.state == "open" and due > s.now else None

    return Condition(holds, wake, frozenset({"incident.started", *touched}))


def _kind(ident: str, skill: str, effort: int, **more: Any) -> TicketKind:
    subjects = (f"{ident} does not work", f"Help with {ident}", f"{ident}?")
    return TicketKind(ident, subjects, skill, effort, **more)


_TEAM = (
    AnalystSpec(
        "ana", "Anouk Veldhuizen", "Nookie", {"net": 4, "app": 2}, stress=62, morale=60,
        habits=frozenset(
            {"own-skill-first", "takes-every-p1", "keeps-own-order", "skips-breaks", "acts-alone"}
        ),
        breaks=(45, 130), hears=("on-call",), confidence={"net": 4},
    ),
    AnalystSpec(
        "bo", "Boguslaw Zielinski", "Boguś", {"app": 4, "net": 2, "desk": 2}, stress=40,
        habits=frozenset({"oldest-first", "full-notes", "thorough"}), breaks=(80,),
        hears=("tests",), confidence={"app": 5},
    ),
    AnalystSpec(
        "cy", "Cyprian Oyelaran", "Cyp", {"net": 2, "app": 2, "desk": 2}, stress=30,
        habits=frozenset({"waits-to-be-asked"}), breaks=(110,), hears=("shots",),
        confidence={"net": 1},
    ),
    AnalystSpec(
        "dee", "Deirdre Quill", "Deedee", {"desk": 3, "app": 3}, stress=33,
        habits=frozenset({"easiest-first"}), breaks=(60,), leaves=150,
        must_leave=True,
    ),
    AnalystSpec(
        "eli", "Elian Moreau", "Ellie", {"desk": 3, "app": 2, "net": 1}, arrives=60, absent=250,
        remote=True, habits=frozenset({"stays-past-shift"}), leaves=170, limit=2,
    ),
    AnalystSpec("fio", "Fionnuala Brack", "Fifi", {"desk": 3}, spare=True),
)  # fmt: skip

_OUTSIDE = (
    StakeholderSpec("cfo", "Ottoline Marsh", "Otto", "executive", expects={1: 30, 2: 120},
                    needs=("deadline",), hears_from={"users": Span(5, 15)}, soonest=10,
                    patience=Patience(Span(4, 9), "cfo-comes"),
                    takes_over=TakeOver(58, "cfo-orders")),
    StakeholderSpec("users", "Everybody", "everybody", "users", trust=70, expects={1: 25}),
    StakeholderSpec(
        "vendor", "Paylane", "Paylane", "vendor",
        answer=Answer(Span(10, 30), needs=("node", "why"), works=12, done="portal/renew"),
        contract=Contract((Clause("fast", "in half an hour", 30, severity=1),
                           Clause("slow", "in two hours", 60)),
                          Span(40, 100), late=400, late_by=Span(5, 30)),
    ),
    StakeholderSpec("boss", "Rufus Adeyemi", "Rufus", "manager",
                    grants=frozenset({"restart", "move"}),
                    gives=frozenset({"person", "time"}),
                    expects={1: 60}, hears_from={"cfo": Span(10, 20)}, heard="boss-hears",
                    answer=Answer(Span(3, 8), needs=("down",), asks_back=4, refuses="Not now.",
                                  unless=_when(lambda s: len(s.waiting) >= 12))),
)  # fmt: skip

_PORTAL = IncidentSpec(
    "portal", "Payroll portal", "portal", "net", Span(14, 34),
    steps=(
        Step("find", "it is one node", 14, reveals=("node",), halved_by="shots"),
        Step("look", "the certificate has expired", 12, reveals=("why",)),
        Step("take-out", "the node is out", 6, needs=("node",), asks="take-node-out",
             question="Shall I?", risk=Risk("everybody is out"), effect="mitigates"),
        Step("renew", "the certificate is new", 10, effect="resolves", by="vendor"),
    ),
    contacts=Contacts(
        _kind("login", "app", 8, logged=3, true=1, service="portal", finds=("down",)),
        ((0, 300), (30, 220)),
    ),
    permits=(Permit("take-node-out", "take a node out"), Permit("call", "call the vendor")),
    outcomes=(Outcome("which", "know which node", "find"), Outcome("why", "know why", "look")),
    ways=(
        Way("again", "workaround", "try again", needs=("down",)),
        Way("restart", "rollback", "restart it all", needs=("down",), allowed_by="boss",
            risk=Risk("everybody is out", 9, certain=True)),
        Way("old-release", "rollback", "the old release", needs=("down",), theory="release",
            irreversible=True, warning="today's entries are lost"),
        Way("second-line", "rollback", "over the second line", needs=("down",), mitigates=True),
    ),
    theories=(
        Theory("release", "the new release", 7, hints=("down",), rules_out="not-release"),
        Theory("line", "the line is ill", 6, skill="app"),
        Theory("node", "a node is ill", 9, holds=True, reveals=("node",)),
    ),
    recovery=Recovery(500, Span(8, 20)),
    review=ReviewSpec(
        (Factor("no-alarm", "nothing rang", needs=("down",)), Factor("alone", "one person", ()),
         Factor("typo", "a slip of the hand", blames="ana")),
        (Remedy("alarm", "an alarm"), Remedy("pair", "two at a time", needs=("node",))),
    ),
    alone="restart", known_by="down",
)  # fmt: skip

_BACKUP = IncidentSpec(
    "backup", "Backup", "backup", "app", Span(60, 90), severity=2, quiet=True, knowable=8,
    steps=(Step("check", "it is full", 9, reveals=("full",)),
           Step("clear", "there is room again", 8, needs=("full",), effect="resolves")),
    known_by="full-sign", gone_by=(70, "nothing was saved"), visible=20,
)  # fmt: skip

_GATE = IncidentSpec(
    "gate",
    "Gate",
    "gate",
    "net",
    Span(999, 999),
    severity=2,
    difficulty=2,
    steps=(Step("open", "it opens", 6, effect="resolves"),),
    contacts=Contacts(_kind("badge", "desk", 5, service="gate"), ((0, 200),)),
    visible=15,
    alert=Alert("odd figures at the gate", 2),
    follows=Follows("portal", "", Span(2, 9), 800),
)

_CHANGES = (
    PlannedChange(
        "patch",
        "the patch",
        Moment("", Span(55, 75)),
        by="boss",
        harms=("portal",),
        risk=Risk("the patch took it down", 8),
    ),
    PlannedChange(
        "move",
        "the move",
        Moment("", always(120)),
        known_by="down",
        allowed_by="boss",
        harms=("backup",),
    ),
)

_STORY = (
    StorySpec(
        "cfo-calls", at=Moment("incident:portal", Span(12, 18)),
        scene=SceneSpec(
            "cfo", "When is it fixed?", within=5, criterion="communication.cfo",
            choices=(
                Choice("promise", "By eleven.", 3, 1, (Effect("promise", "cfo", 40, "result"),),
                       untrue_when=_when(lambda s: "deadline" not in s.facts)),
                Choice("next", "I call at nine.", 3, 2,
                       (Effect("promise", "cfo", 30), Effect("told", "cfo", 0, "portal"))),
                Choice("needs", "What do you need?", 4, 2, (Effect("learn", "deadline"),)),
                Choice("pass", "Ask Anouk.", 2, 0, (Effect("stress", "ana", 4),),
                       locked=_when(lambda s: s.analysts["ana"].place != "desk")),
            ),
            best=(
                (_when(lambda s: "deadline" not in s.facts), "needs"),
                (_when(lambda s: "deadline" in s.facts), "next"),
            ),
            unanswered=(Effect("trust", "cfo", -6), Effect("set", "cfo-cross")),
        ),
    ),
    StorySpec("backup-mail", at=Moment("incident:backup", Span(10, 20)), news="A mail came.",
              effects=(Effect("learn", "full-sign"),)),
    StorySpec(
        "long-queue", when=_when(lambda s: len(s.waiting) >= 8, "ticket.arrived", "ticket.started"),
        again=60,
        scene=SceneSpec("boss", "What are we not doing?", within=8, channel="chat", choices=(
            Choice("list", "These three.", 2, effects=(Effect("trust", "boss", 2),)),
            Choice("shrug", "All is well.", 1, effects=(Effect("friction", "pair", 3),)),
        )),
    ),
    StorySpec(
        "slow", when=_after(35, "incident.mitigated"), news="People talk.",
        effects=(Effect("morale", "team", -1), Effect("note", "slow")),
    ),
    StorySpec("cross", when=_when(lambda s: "cfo-cross" in s.flags, "flag.set"),
              effects=(Effect("scene", "walk-in"), Effect("unset", "cfo-cross"))),
    StorySpec("walk-in", scene=SceneSpec(
        "ana", "Can I leave?", within=12, channel="walk-up", choices=(
            Choice("go", "Yes.", 1, effects=(Effect("absent", "ana"),)),
            Choice("stay", "Please stay.", 1, effects=(Effect("minutes", "", 4),)),
        ))),
    StorySpec("extra", at=Moment("", Span(70, 90)), effects=(
        Effect("ticket", ticket=TicketSpec("dock", _kind("dock", "desk", 14, logged=2, true=4),
                                           Moment("", always(0)), returns=500)),)),
    StorySpec("cfo-comes", again=60, scene=SceneSpec(
        "cfo", "Nobody calls me.", within=4, channel="walk-up", choices=(
            Choice("sorry", "You hear from me at nine.", 2,
                   effects=(Effect("told", "cfo", 0, "portal"),)),
        ))),
    StorySpec("cfo-orders", scene=SceneSpec("cfo", "Restart it, all of it.", choices=(
        Choice("stop", "Please come to me.", 2, effects=(Effect("stands-back", "cfo"),)),
        Choice("let", "As you wish.", 1),
    ), within=6)),
    StorySpec("boss-hears", scene=SceneSpec("boss", "Why do I hear this upstairs?", choices=(
        Choice("told", "I was going to call.", 2, effects=(Effect("told", "boss", 0, "portal"),)),
    ), within=6)),
    StorySpec("tick", when=_when(lambda s: s.now % 40 == 39, every=1), again=30, news="A bell."),
)  # fmt: skip

_WORDINGS = (
    Wording("one-third", "impact", "one in three", needs=("down",), fact="down"),
    Wording("gateway", "impact", "HTTP 502", jargon=True, audiences=frozenset({"users"})),
    Wording("one-node", "known", "one node", needs=("node",), hidden=True, fact="node"),
    Wording("expired", "known", "expired", needs=("why",), fact="why", about="portal"),
    Wording("on-it", "action", "we are on it", vague=True),
    Wording("by-eleven", "time", "back by {time}", promises=True),
    Wording("no-time", "time", "no time yet"),
    Wording("all-well", "known", "nothing is wrong", untrue=True, contradicts=("one-third",)),
    Wording("again-at", "next-update", "again at {time}"),
    Wording("try", "ask", "try again", way="again",
            when=_when(lambda s: s.incidents["portal"].workaround)),
    Wording("over", "closing", "it is over",
            when=_when(lambda s: s.incidents["portal"].mitigated >= 0)),
)  # fmt: skip

_WINDOWS = (
    WindowSpec("p1", "p1-knowable", "incident:portal", Moment("incident:portal", always(5)),
               Moment("incident:portal", always(60))),
    WindowSpec("quiet", "quiet-p1", "ticket:batch", Moment("ticket:batch", always(0)),
               Moment("ticket:batch", always(45)), chance=800),
    WindowSpec("vendor", "vendor-quiet", "stakeholder:vendor", Moment("", always(110)),
               Moment("", always(140)),
               prevented_by=_when(lambda s: s.stakeholders["vendor"].asks > 0)),
    WindowSpec("cover", "absence", "desk", Moment("", always(60)), Moment("", always(120)),
               only_if_absent="eli"),
)  # fmt: skip

_MIX = (
    (_kind("password", "app", 11, difficulty=1, channel="phone"), 350),
    (_kind("laptop", "desk", 20, outcomes=(("works", "it works"),)), 300),
    (_kind("vpn", "net", 28, difficulty=3, logged=3, true=2), 200),
    (_kind("screen", "desk", 9, logged=4, true=4, channel="walk-up", approval="spend"), 150),
)  # fmt: skip


def rich_world() -> World:
    """Return the rich world: a Friday morning of 210 minutes."""
    backlog = tuple(TicketSpec(f"old-{n}", _MIX[n % 4][0], Moment("", always(0))) for n in range(9))
    return World(
        id="rich", version="1", hash="", title="Rich", starts=4 * 1440 + 480, length=210,
        rules=replace(_rules(), ask_after=12), team=_TEAM, stakeholders=_OUTSIDE,
        profile=Profile(90, (0,) * 8 + (1040, 1250, 1180, 1020, 900) + (300,) * 11, _MIX,
                        backlog=backlog),
        tickets=(
            TicketSpec("batch", _kind("batch", "app", 25, true=1, finds=("deadline",)),
                       Moment("", Span(30, 50))),
        ),
        facts=tuple(
            FactSpec(f, f"fact {f}", at_start=f == "payday")
            for f in ("payday", "down", "node", "why", "shots", "on-call", "tests", "deadline",
                      "full", "full-sign", "easy", "not-release")
        ),
        questions=(
            Question("why-easy", "dee", "Why the easy ones?", "You count.", ("easy",)),
            Question("server", "cy", "Which server?", "Always C.", ("shots",),
                     _when(lambda s: s.incidents["portal"].known >= 0)),
            Question("when", "cfo", "By when?", "Quarter past ten.", ("deadline",)),
        ),
        incidents=(_PORTAL, _BACKUP, _GATE), changes=_CHANGES,
        conflicts=(ConflictSpec("pair", ("ana", "bo"), 38, 12, "Not network. Look again."),),
        storyline=_STORY, wordings=_WORDINGS, windows=_WINDOWS,
        decisions=(
            DecisionSpec("paper", "Paper from {time}.", (Reason("bank", "the bank"),),
                         (Reason("cash", "cash"),), by=135, needs=("deadline",),
                         effects=(Effect("told", "cfo", 0, "portal"), Effect("set", "paper"))),
        ),
        authority=Authority(
            frozenset({"declare", "workaround"}),
            {"restart": "boss"}, request={"call": "boss"}, lasts={"restart": 40},
        ),
        reasons={"later": "the fair is on today"}, approvals={"spend": "money"},
        first_number=201,
    )  # fmt: skip
