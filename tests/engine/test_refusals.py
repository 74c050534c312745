"""Every reason for which an act is refused: given once, and told in words."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import simulator.engine as engine
from simulator.engine import api, words
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element, Note
from simulator.engine.refusals import REFUSALS
from simulator.engine.world import (
    Answer,
    Authority,
    Choice,
    Clause,
    ConflictSpec,
    Contacts,
    Contract,
    DecisionSpec,
    Factor,
    FactSpec,
    Moment,
    Permit,
    PlannedChange,
    Question,
    Reason,
    Recovery,
    ReviewSpec,
    Span,
    Step,
    Theory,
    Way,
    Wording,
    World,
    always,
)

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from tests.engine.conftest import Desk, Kit


def busy_world(kit: Kit) -> World:
    """Return a desk on which everything can go wrong.

    Ana has `first` in hand; ben is off from 100 on, dora comes at 120; the portal fails at 10.
    """
    ana = kit.analyst("ana", skills={"net": 4})
    ben = kit.analyst("ben", skills={"net": 2}, leaves=100)
    cy = kit.analyst("cy", skills={"net": 1, "app": 2})
    dora = kit.analyst("dora", skills={"net": 1}, arrives=120)
    dee = kit.analyst("dee", skills={"lab": 4}, limit=1)
    locked = kit.condition(lambda s: True)
    return kit.world(
        ana, ben, cy, dora, dee,
        rules=kit.rules,
        tickets=(kit.ticket("first", effort=150), kit.ticket("second", at=2, effort=400),
                 kit.ticket("short", at=1, effort=1, skill="app", difficulty=2),
                 kit.ticket("apps", at=2, effort=150, skill="app", difficulty=4),
                 kit.ticket("long", effort=300, skill="lab", difficulty=4)),
        stakeholders=(
            kit.person("cfo"),
            kit.person("head", "manager", called_from=1, answer=Answer(Span(3, 3)),
                       contract=Contract((Clause("fast", "soon", 30, severity=1),), Span(50, 50))),
            kit.person("boss", "manager", grants=frozenset({"restart"}),
                       answer=Answer(Span(3, 3), needs=("down",))),
        ),
        facts=(FactSpec("payday", "payday", at_start=True),),
        questions=(Question("why", "ana", "Why?", "So."),
                   Question("later", "ana", "And now?", "Now.",
                            when=kit.condition(lambda s: s.now > 90))),
        incidents=(
            kit.incident(
                permits=(Permit("take-out", "take a node out"), Permit("stop", "stop it")),
                ways=(Way("again", "workaround", "try again"),
                      Way("fail-over", "workaround", "use the other site"),
                      Way("late", "workaround", "try later", needs=("why",)),
                      Way("restart", "rollback", "restart", allowed_by="boss"),
                      Way("wipe", "rollback", "start anew", irreversible=True)),
                theories=(Theory("disk", "the disk is full", 30),
                    Theory("quick", "a loose plug", 1), Theory("late", "it ran out", 5,
                                                                         hints=("why",))),
                recovery=Recovery(1000, Span(5, 5)),
            ),
            kit.incident("lift", starts=10, known_by="down", steps=(
                Step("guess", "guessed", 5, needs=("why",)), Step("stop", "done", 5, asks="stop"),
            )),
            kit.incident("door", starts=10, known_by="down", ways=(
                Way("over", "workaround", "over the other door", mitigates=True),),
                         review=ReviewSpec((Factor("dark", "no light"),
                                            Factor("hidden", "a loose wire", ("why",))))),
            kit.incident("bell", starts=10, known_by="down", steps=(
                Step("ask", "asked", 5, by="boss"),)),
        ),
        changes=(PlannedChange("patch", "the patch", Moment("", always(30))),
                 PlannedChange("move", "the move", Moment("", always(90)), known_by="why")),
        conflicts=(ConflictSpec("pair", ("ana", "ben"), 38, 20, "They do not talk."),),
        storyline=(
            kit.learn("down", at=15),
            kit.scene("call", 5, Choice("yes", "Yes.", 1), Choice("no", "No.", 1, locked=locked),
                      within=30),
        ),
        wordings=(Wording("bad", "impact", "it is bad"), Wording("known", "known", "known", needs=(
            "why",), hidden=True)),
        decisions=(DecisionSpec("paper", "paper", (Reason("bank", "b"),), (Reason("cash", "c"),)),
                   DecisionSpec("cloud", "cloud", needs=("why",))),
        authority=Authority(
            ask={"stop": "boss", "restart": "boss"}, request={"fail-over": "boss"}
        ),
    )  # fmt: skip


Case = tuple[int, "tuple[Act, ...]", "Act"]
"""The minute, acts that are done before, and the one that is refused."""

MESSAGE = shapes.Message
UP_TO_GOAL: tuple[Act, ...] = tuple(shapes.Coach("ana", "net", s) for s in ("gaps", "goal"))
UP_TO_SHOW: tuple[Act, ...] = (
    shapes.Coach("ana", "app", "gaps"), shapes.Coach("ana", "app", "goal"),
    shapes.Coach("ana", "app", "show", "short"),
)  # fmt: skip
UP_TO_PRACTICE: tuple[Act, ...] = (
    shapes.Coach("cy", "app", "gaps"), shapes.Coach("cy", "app", "goal"),
    shapes.Coach("cy", "app", "show", "short"), shapes.Assign("apps", "cy"),
    shapes.Coach("cy", "app", "practise", "apps"),
)  # fmt: skip
CASES: list[tuple[str, Case]] = [
    ("shift.over", (240, (), shapes.Brief())),
    ("ticket.unknown", (3, (), shapes.Triage("nothing"))),
    ("ticket.unknown", (230, (), shapes.HandOver(("nothing",)))),
    ("ticket.resolved", (30, (), shapes.Acknowledge("short"))),
    ("brief.same", (3, (shapes.Brief("oldest"),), shapes.Brief("oldest"))),
    ("fact.unknown", (3, (), shapes.Brief("impact", "why"))),
    ("fact.unknown", (230, (), shapes.HandOver(facts=("why",)))),
    ("fact.unknown", (20, (), shapes.Escalate("portal", "boss", facts=("why",)))),
    ("phones.none", (3, (), shapes.Phones("ana"))),
    ("triage.done", (3, (shapes.Triage("first"),), shapes.Triage("first"))),
    ("priority.range", (3, (), shapes.SetPriority("first", 5))),
    ("priority.range", (20, (), shapes.Declare("portal", 0))),
    ("priority.same", (3, (), shapes.SetPriority("first", 3))),
    ("incident.unknown", (12, (), shapes.Declare("portal"))),
    ("incident.unknown", (12, (), shapes.Link("portal"))),
    ("incident.unknown", (12, (), shapes.Workaround("portal", "again"))),
    ("incident.unknown", (12, (), shapes.Assign("portal", "cy"))),
    ("incident.unknown", (12, (), MESSAGE("cfo", "portal", (Element("impact", "bad"),)))),
    ("incident.unknown", (12, (), shapes.Rollback("portal", "restart"))),
    ("workaround.irreversible", (20, (), shapes.Workaround("portal", "wipe"))),
    ("rollback.other", (20, (), shapes.Rollback("portal", "again"))),
    ("rollback.warning", (20, (), shapes.Rollback("portal", "wipe"))),
    ("rollback.fallback", (20, (), shapes.Rollback("portal", "wipe", "late", knowing=True))),
    ("reverse.not-in-place", (20, (), shapes.Reverse("portal", "again"))),
    ("reverse.irreversible", (20, (shapes.Rollback("portal", "wipe", knowing=True),),
                              shapes.Reverse("portal", "wipe"))),
    ("investigate.nobody", (20, (), shapes.Investigate("portal"))),
    ("investigate.unknown", (20, (shapes.Assign("portal", "cy"),),
                             shapes.Investigate("portal", "late"))),
    ("investigate.same", (20, (shapes.Assign("portal", "cy"),
                               shapes.Investigate("portal", "disk")),
                          shapes.Investigate("portal", "disk"))),
    ("investigate.settled", (20, (shapes.Assign("portal", "cy"),
                                  shapes.Investigate("portal", "quick"), shapes.Brief("impact")),
                             shapes.Investigate("portal", "quick"))),
    ("investigate.nothing", (20, (shapes.Assign("portal", "cy"),
                                  shapes.Investigate("portal", "disk")),
                             shapes.Investigate("portal"))),
    ("verify.not-back", (20, (), shapes.Verify("portal"))),
    ("verify.done", (20, (shapes.Workaround("door", "over"), shapes.Verify("door")),
                     shapes.Verify("door"))),
    ("change.unknown", (20, (), shapes.FreezeChange("move"))),
    ("change.made", (40, (), shapes.FreezeChange("patch"))),
    ("change.frozen", (3, (shapes.FreezeChange("patch"),), shapes.FreezeChange("patch"))),
    ("change.not-frozen", (3, (), shapes.UnfreezeChange("patch"))),
    ("join.busy", (20, (shapes.Join("portal", "cy"),), shapes.Join("portal", "cy"))),
    ("release.not-on-it", (20, (), shapes.Release("portal", "cy"))),
    ("call-vendor.no-contract", (20, (), shapes.CallVendor("boss", "portal", "fast"))),
    ("call-vendor.clause", (20, (), shapes.CallVendor("head", "portal", "slow"))),
    ("call-vendor.severity", (20, (shapes.Declare("portal", 2),),
                              shapes.CallVendor("head", "portal", "fast"))),
    ("hold-review.nothing", (20, (), shapes.HoldReview("lift"))),
    ("hold-review.early", (20, (), shapes.HoldReview("door", factors=("dark",)))),
    ("hold-review.done", (20, (shapes.Workaround("door", "over"),
                               shapes.HoldReview("door", factors=("dark",))),
                          shapes.HoldReview("door", factors=("dark",)))),
    ("hold-review.empty", (20, (shapes.Workaround("door", "over"),), shapes.HoldReview("door"))),
    ("hold-review.not-found", (20, (shapes.Workaround("door", "over"),),
                               shapes.HoldReview("door", factors=("hidden",)))),
    ("escalate.severity", (20, (), shapes.Escalate("portal", "head"))),
    ("incident.not-declared", (20, (), shapes.Link("portal"))),
    ("link.none", (20, (shapes.Declare("portal"),), shapes.Link("portal"))),
    ("declare.done", (20, (shapes.Declare("portal", 2),), shapes.Declare("portal", 2))),
    ("person.unknown", (3, (), shapes.Listen("nobody"))),
    ("person.unknown", (3, (), shapes.Assign("first", "nobody"))),
    ("person.unknown", (3, (), shapes.Ask("nobody"))),
    ("person.unknown", (3, (), MESSAGE("nobody"))),
    ("person.unknown", (20, (), shapes.Escalate("portal", "nobody"))),
    ("person.away", (110, (), shapes.Recognise("ben"))),
    ("person.away", (110, (), shapes.Assign("first", "dora"))),
    ("person.away", (110, (), shapes.Ask("ben"))),
    ("person.break", (3, (shapes.SendOnBreak("cy"),), shapes.Assign("second", "cy"))),
    ("person.break", (3, (shapes.SendOnBreak("cy"),), shapes.SendOnBreak("cy"))),
    ("person.break", (3, (shapes.SendOnBreak("cy"),), shapes.CheckIn("cy"))),
    ("assign.has-somebody", (3, (), shapes.Assign("first", "cy"))),
    ("assign.beside-self", (3, (), shapes.Assign("second", "cy", beside="cy"))),
    ("assign.time", (9, (), shapes.Assign("second", "cy", due=8))),
    ("assign.time", (9, (), shapes.Assign("second", "cy", check_in=241))),
    ("assign.time", (9, (), shapes.Decide("paper", threshold=3))),
    ("assign.permit-unknown", (20, (), shapes.Assign("portal", "cy", may=("fly",)))),
    ("assign.outcome-unknown", (20, (), shapes.Assign("portal", "cy", outcome="fly"))),
    ("assign.outcome-unknown", (3, (), shapes.Assign("second", "cy", outcome="fly"))),
    ("authority.ask", (20, (), shapes.Assign("portal", "cy", may=("stop",)))),
    ("authority.ask", (20, (), shapes.Workaround("portal", "restart"))),
    ("authority.request", (20, (), shapes.Workaround("portal", "fail-over"))),
    ("ask.no-orders", (3, (), shapes.Ask("cfo", "stop"))),
    ("reassign.nobody", (3, (), shapes.Reassign("second", "cy"))),
    ("reassign.same", (3, (), shapes.Reassign("first", "ana"))),
    ("note.unknown", (3, (), shapes.Reassign("first", "cy", note=Note(tested=("why",))))),
    ("person.unknown", (3, (), shapes.Reserve("nobody", "p1", 60))),
    ("reserve.none", (3, (), shapes.Reserve("cy"))),
    ("order.matter-unknown", (3, (), shapes.Reserve("cy", "cooking", 60))),
    ("assign.time", (9, (), shapes.Reserve("cy", "p1"))),
    ("person.away", (3, (), shapes.Reserve("dora", "p1", 60))),
    ("order.minutes", (3, (), shapes.StandingOrder("escalate"))),
    ("order.minutes", (3, (), shapes.StandingOrder("route", "net", "ana", 5))),
    ("person.unknown", (3, (), shapes.StandingOrder("route", "net"))),
    ("person.unknown", (3, (), shapes.StandingOrder("tell", "", "ana", 5))),
    ("order.matter-unknown", (3, (), shapes.StandingOrder("route", "cooking", "ana"))),
    ("order.matter-unknown", (3, (), shapes.StandingOrder("allow", "fly"))),
    ("order.matter-unknown", (3, (), shapes.StandingOrder("tell", "net", "cfo", 5))),
    ("escalate.not-theirs", (3, (), shapes.StandingOrder("escalate", "", "cfo", 5))),
    ("authority.ask", (20, (), shapes.StandingOrder("allow", "stop"))),
    ("order.same", (3, (shapes.StandingOrder("route", "net", "ana"),),
                    shapes.StandingOrder("route", "net", "ana"))),
    ("order.unknown", (3, (), shapes.LiftOrder(1))),
    ("incident.unknown", (3, (), shapes.GiveRole("portal", "scribe", "cy"))),
    ("role.same", (20, (), shapes.GiveRole("portal", "scribe", "lead"))),
    ("role.operations", (20, (shapes.Assign("portal", "ana"),),
                         shapes.GiveRole("portal", "operations", "lead"))),
    ("person.away", (20, (), shapes.GiveRole("portal", "lead", "dora"))),
    ("pair.self", (3, (), shapes.Pair("cy", "cy", 60))),
    ("pair.already", (3, (shapes.Pair("cy", "ana", 60),), shapes.Pair("ben", "ana", 60))),
    ("pair.nothing-to-learn", (3, (), shapes.Pair("ana", "ben", 60))),
    ("assign.time", (9, (), shapes.Pair("cy", "ana", 8))),
    ("assign.full", (3, (), shapes.Assign("second", "dee"))),
    ("assign.permit-unknown", (3, (), shapes.Assign("second", "cy", may=("money",)))),
    ("defer.reason-unknown", (3, (), shapes.Defer("second", 60, "mood"))),
    ("defer.reason-unknown", (3, (), shapes.Decline("second", "mood"))),
    ("assign.time", (9, (), shapes.Defer("second", 10))),
    ("ticket.resolved", (30, (), shapes.Defer("short"))),
    ("ticket.resolved", (3, (shapes.Decline("second"),), shapes.Decline("second"))),
    ("go-ahead.no-expiry", (20, (), shapes.GoAhead("portal", 60))),
    ("go-ahead.nobody-waits", (20, (), shapes.GoAhead("second"))),
    ("go-ahead.nobody-waits", (20, (), shapes.GoAhead("portal"))),
    ("check-in.idle", (3, (), shapes.CheckIn("cy"))),
    ("take.nothing-left", (20, (), shapes.Take("bell"))),
    ("take.not-yet", (20, (), shapes.Take("lift"))),
    ("leave.nothing", (3, (), shapes.Leave())),
    ("withdraw.too-late", (3, (), shapes.Withdraw(0))),
    ("message.element-unknown", (3, (), MESSAGE("cfo", "", (Element("song", "bad"),)))),
    ("message.element-twice",
     (3, (), MESSAGE("cfo", "", (Element("impact", "bad"), Element("impact", "bad"))))),
    ("message.next-time", (30, (), MESSAGE("cfo", "", (Element("next-update", "", 20),)))),
    ("message.next-time", (30, (), MESSAGE("cfo", "", (Element("next-update"),)))),
    ("message.time", (30, (), MESSAGE("cfo", "", (Element("impact", "bad", 20),)))),
    ("message.wording-unknown", (3, (), MESSAGE("cfo", "", (Element("known", "known"),)))),
    ("message.wording-unknown", (3, (), MESSAGE("cfo", "", (Element("next-update", "x", 20),)))),
    ("message.wording-elsewhere", (3, (), MESSAGE("cfo", "", (Element("risk", "bad"),)))),
    ("message.empty", (3, (), MESSAGE("cfo"))),
    ("scene.unknown", (3, (), shapes.Answer("call", "yes"))),
    ("scene.over", (9, (shapes.Answer("call", "yes"),), shapes.Answer("call", "yes"))),
    ("scene.over", (40, (), shapes.NotNow("call"))),
    ("scene.choice-unknown", (9, (), shapes.Answer("call", "maybe"))),
    ("scene.locked", (9, (), shapes.Answer("call", "no"))),
    ("acknowledge.done", (3, (), shapes.Acknowledge("first"))),
    ("ask.no-task", (3, (), shapes.Ask("cy"))),
    ("ask.unknown", (3, (), shapes.Ask("ana", "what"))),
    ("ask.unknown", (3, (), shapes.Ask("ana", "needs"))),
    ("ask.unknown", (3, (), shapes.Ask("cy", "why"))),
    ("ask.not-yet", (3, (), shapes.Ask("ana", "later"))),
    ("ask.asked", (3, (shapes.Ask("ana", "why"),), shapes.Ask("ana", "why"))),
    ("escalate.not-theirs", (20, (), shapes.Escalate("portal", "cfo"))),
    ("escalate.not-theirs", (20, (), shapes.Escalate("portal", "boss", "again"))),
    ("hand-over.early", (200, (), shapes.HandOver())),
    ("workaround.unknown", (20, (), shapes.Workaround("portal", "fly"))),
    ("workaround.done",
     (20, (shapes.Workaround("portal", "again"),), shapes.Workaround("portal", "again"))),
    ("workaround.not-yet", (20, (), shapes.Workaround("portal", "late"))),
    ("decide.unknown", (3, (), shapes.Decide("lunch"))),
    ("decide.done", (3, (shapes.Decide("paper"),), shapes.Decide("paper"))),
    ("decide.not-yet", (3, (), shapes.Decide("cloud"))),
    ("decide.reason-unknown", (3, (), shapes.Decide("paper", ("mood",)))),
    ("decide.fallback-unknown", (3, (), shapes.Decide("paper", if_fails="mood"))),
    ("conflict.unknown", (3, (), shapes.TalkThrough("pair"))),
    ("conflict.settled", (25, (shapes.TalkThrough("pair"),), shapes.TalkThrough("pair"))),
    ("recognise.unknown", (3, (), shapes.Recognise("ana", 10_000))),
    ("review.not-theirs", (3, (), shapes.Review("ana", "first"))),
    ("one-on-one.no-topic", (3, (), shapes.OneOnOne("ana", ()))),
    ("one-on-one.done", (3, (shapes.OneOnOne("ana"),), shapes.OneOnOne("ana"))),
    ("one-on-one.done", (3, (), shapes.OneOnOne("ana", ("growth", "growth")))),
    ("person.away", (110, (), shapes.OneOnOne("ben"))),
    ("person.unknown", (3, (), shapes.GiveFeedback("nobody", "positive"))),
    ("recognise.unknown", (3, (), shapes.GiveFeedback("ana", "positive", 10_000))),
    ("coach.skill-unknown", (3, (), shapes.Coach("ana", "singing", "gaps"))),
    ("coach.not-yet", (3, (), shapes.Coach("ana", "net", "goal"))),
    ("coach.done", (3, (shapes.Coach("ana", "net", "gaps"),), shapes.Coach("ana", "net", "gaps"))),
    ("coach.one-goal",
     (3, (shapes.Coach("ana", "net", "gaps"),), shapes.Coach("ana", "app", "gaps"))),
    ("coach.no-example", (3, UP_TO_GOAL, shapes.Coach("ana", "net", "show", "first"))),
    ("coach.not-theirs", (3, UP_TO_SHOW, shapes.Coach("ana", "app", "practise", "first"))),
    ("coach.practice-open", (3, UP_TO_PRACTICE, shapes.Coach("cy", "app", "review"))),
    ("standard.no-lapse", (3, (), shapes.ApplyStandard("ana", 0))),
    ("overtime.minutes", (3, (), shapes.AskOvertime("ben", 10))),
    ("overtime.no-need", (3, (), shapes.AskOvertime("ana"))),
    ("overtime.agreed", (3, (shapes.AskOvertime("ben"),), shapes.AskOvertime("ben"))),
    ("protect.already", (3, (shapes.Protect("ana", 90),), shapes.Protect("ana", 99))),
    ("protect.time", (3, (), shapes.Protect("ana", 3))),
    ("protect.time", (3, (), shapes.Protect("ana", 241))),
    ("person.protected", (3, (shapes.Protect("ana", 90),), shapes.CheckIn("ana"))),
    ("person.unknown", (3, (), shapes.AskManager("nobody", "time"))),
    ("manager.not-yours", (3, (), shapes.AskManager("cfo", "time"))),
    ("manager.awaited",
     (3, (shapes.AskManager("boss", "time"),), shapes.AskManager("boss", "person"))),
    ("manager.what", (20, (), shapes.AskManager("boss", "authority", "portal", "fly"))),
    ("manager.what", (20, (), shapes.AskManager("boss", "authority", "first", "fly"))),
    ("fact.unknown", (3, (), shapes.AskManager("boss", "time", facts=("why",)))),
    ("kind.unknown", (3, (), shapes.WriteArticle("song", "ana"))),
    ("kind.unknown", (3, (), shapes.OpenProblem("song"))),
    ("incident.unknown", (3, (), shapes.OpenProblem("portal"))),
    ("article.there",
     (3, (shapes.WriteArticle("short-kind", "cy"),), shapes.WriteArticle("short-kind", "cy"))),
    ("person.aside",
     (3, (shapes.WriteArticle("short-kind", "cy"),), shapes.Assign("second", "cy"))),
    ("article.own-reviewer", (3, (), shapes.WriteArticle("short-kind", "cy", "cy"))),
    ("article.too-new", (3, (), shapes.WriteArticle("first-kind", "cy"))),
    ("problem.open",
     (3, (shapes.OpenProblem("short-kind"),), shapes.OpenProblem("short-kind"))),
    ("problem.other-tickets", (3, (), shapes.OpenProblem("short-kind", ("first",)))),
    ("automation.proposed",
     (3, (shapes.ProposeAutomation("short-kind"),), shapes.ProposeAutomation("short-kind"))),
    ("person.unknown", (3, (), shapes.Study("case-mix", "nobody"))),
    ("person.unknown", (3, (), shapes.SampleTickets("nobody"))),
    ("sample.none", (3, (), shapes.SampleTickets("ana"))),
]  # fmt: skip


def linked(kit: Kit) -> tuple[Desk, Act]:
    """A duplicate that is folded into its incident cannot be given away."""
    incident = kit.incident(contacts=Contacts(kit.kind("login"), ((0, 2000),)))
    desk = kit.desk(kit.world(incidents=(incident,), storyline=(kit.learn("down", at=20),))).to(20)
    for act in (shapes.Declare("portal"), shapes.Link("portal")):
        desk.do(act)
    ticket = next(t.id for t in desk.state.tickets.values() if t.linked)
    return desk, shapes.Assign(ticket, "ana")


def mended(kit: Kit) -> tuple[Desk, Act]:
    """An incident that is mended for good cannot be declared."""
    steps = (Step("fix", "done", 5, effect="resolves"),)
    world = kit.world(incidents=(kit.incident(steps=steps),), storyline=(kit.learn("down", at=20),))
    (desk := kit.desk(world).to(20)).do(shapes.Assign("portal", "ana"))
    return desk.to(60), shapes.Declare("portal")


def back_again(kit: Kit) -> tuple[Desk, Act]:
    """Where the service is back, there is nothing to work around."""
    steps = (Step("fix", "done", 5, effect="mitigates"),)
    incident = kit.incident(steps=steps, ways=(Way("again", "workaround", "try again"),))
    world = kit.world(incidents=(incident,), storyline=(kit.learn("down", at=20),))
    desk = kit.desk(world).to(20)
    desk.do(shapes.Assign("portal", "ana"))
    return desk.to(60), shapes.Workaround("portal", "again")


def one_s_own(kit: Kit) -> tuple[Desk, Act]:
    """What the lead has in hand is left, not moved."""
    desk = kit.desk(busy_world(kit)).to(3)
    desk.give(shapes.Take("second"))
    return desk.to(5), shapes.Reassign("second", "cy")


def not_here(kit: Kit) -> tuple[Desk, Act]:
    """A scenario names the acts it uses."""
    desk = kit.desk(kit.world(acts=frozenset({"brief"})))
    assert desk.give(shapes.Brief()) == ""
    return desk, shapes.Listen("ana")


def somebody_else_s_word(kit: Kit) -> tuple[Desk, Act]:
    """A go-ahead that is the manager's to give."""
    steps = (Step("stop", "stopped", 5, asks="stop"),)
    world = kit.world(
        incidents=(kit.incident(steps=steps, permits=(Permit("stop", "stop it"),)),),
        stakeholders=(kit.person("boss", "manager"),), storyline=(kit.learn("down", at=20),),
        authority=Authority(ask={"stop": "boss"}),
    )  # fmt: skip
    desk = kit.desk(world).to(20)
    desk.do(shapes.Assign("portal", "ana"))
    assert desk.give(shapes.Take("portal")) == "authority.ask"
    return desk, shapes.GoAhead("portal")


def taken_twice(kit: Kit) -> tuple[Desk, Act]:
    """A ticket that the lead is at already."""
    desk = kit.desk(busy_world(kit)).to(20)
    act = shapes.Take(next(api.view(desk.state).tickets()).id)
    assert desk.give(act) == ""
    return desk, act


def rung(kit: Kit, channel: str = "phone") -> Desk:
    """Ana answers the telephones and is with somebody; ben does not."""
    ana, ben = kit.analyst("ana", skills={"net": 4}), kit.analyst("ben")
    return kit.desk(kit.world(
        ana, ben, phones=("ana",), tickets=(kit.ticket("call", at=5, channel=channel),),
    )).to(6)  # fmt: skip


def on_the_telephone(kit: Kit) -> tuple[Desk, Act]:
    return rung(kit), shapes.Listen("ana")


def at_the_counter(kit: Kit) -> tuple[Desk, Act]:
    return rung(kit, "walk-up"), shapes.Take("call")


def answers_already(kit: Kit) -> tuple[Desk, Act]:
    return rung(kit), shapes.Phones("ana")


def answers_not(kit: Kit) -> tuple[Desk, Act]:
    return rung(kit), shapes.Phones("ben", on=False)


def waits_outside(kit: Kit) -> tuple[Desk, Act]:
    rules = kit.with_rules(outside_waits=True, on_user=1000)
    return kit.desk(kit.world(tickets=(kit.ticket("a"),), rules=rules)).to(8), shapes.Take("a")


def lapse_of_ana(kit: Kit) -> Desk:
    """A ticket of ana's has come back."""
    return kit.alone(kit.ticket("a", effort=1, returns=1000)).to(100)


def answered_lapse(kit: Kit) -> tuple[Desk, Act]:
    """A lapse is answered once."""
    desk = lapse_of_ana(kit)
    act = shapes.ApplyStandard("ana", desk.all("ticket.returned")[0].number)
    desk.do(act)
    return desk, act


def at_your_word(kit: Kit) -> tuple[Desk, Act]:
    """What the lead ordered between two who quarrel is nobody's lapse."""
    pair = ConflictSpec("pair", ("ana", "ben"), 51, 1, "They do not talk.")
    desk = kit.pair(
        kit.ticket("a", effort=90), conflicts=(pair,), storyline=(kit.learn("why"),)
    ).to(5)
    desk.do(shapes.Reassign("a", "ben", note=Note(tested=("why",))))
    return desk, shapes.ApplyStandard("ben", desk.one("ticket.refused").number)


def thanked_twice(kit: Kit) -> tuple[Desk, Act]:
    """A deed is thanked for once."""
    desk = kit.alone(kit.ticket("a", effort=1)).to(5)
    act = shapes.Recognise("ana", desk.one("ticket.resolved").number)
    desk.do(act)
    return desk, act


def learned_enough(kit: Kit) -> tuple[Desk, Act]:
    """One thing learned in a shift is enough."""
    desk = kit.alone(kit.ticket("a", effort=1)).to(5)
    desk.state.analysts["ana"].grown = True
    return desk, shapes.Coach("ana", "net", "gaps")


def answered_request(kit: Kit) -> tuple[Desk, Act]:
    """The manager has answered already."""
    desk = kit.desk(busy_world(kit)).to(20)
    desk.do(shapes.AskManager("boss", "time", facts=("down",)))
    return desk.to(40), shapes.AskManager("boss", "time")


def at_home(kit: Kit) -> tuple[Desk, Any]:
    """Somebody who knows more works from home."""
    gus = kit.analyst("gus", skills={"net": 4}, remote=True)
    world = kit.world(kit.analyst("ana", skills={"net": 2}), gus)
    return kit.desk(world).to(3), shapes.Pair("ana", "gus", 60)


SITUATIONS: dict[str, Any] = {
    "pair.remote": at_home,
    "standard.done": answered_lapse, "standard.your-order": at_your_word,
    "recognise.done": thanked_twice, "coach.enough": learned_enough,
    "manager.answered": answered_request,
    "ticket.on-hold": waits_outside,
    "person.on-call": on_the_telephone, "person.with-visitor": at_the_counter,
    "phones.on": answers_already, "phones.off": answers_not,
    "take.already": taken_twice,
    "ticket.linked": linked, "incident.resolved": mended, "workaround.too-late": back_again,
    "reassign.yours": one_s_own, "act.not-here": not_here, "authority.ask": somebody_else_s_word,
}  # fmt: skip


def used_codes() -> set[str]:
    """Return every code that the engine's sources make a refusal with."""
    found = set()
    for path in Path(next(iter(engine.__path__))).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal":
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}"
                found.add(str(node.args[0].value))
    return found


def check(desk: Desk, act: Act, code: str) -> None:
    """An act is refused with this code, and nothing changes but the log."""
    lead, reason = desk.state.lead.copy(), api.possible(desk.state, act)
    assert reason is not None
    assert desk.give(act) == code == reason.code
    assert desk.state.lead.hand == lead.hand
    assert (desk.state.lead.queue, desk.state.lead.family) == (lead.queue, lead.family)
    names, clock = words.names_at(desk.state), words.clock_of(desk.state.world)
    told = words.refusal(reason, names, clock)
    assert told.endswith(".")
    assert "{" not in told
    assert "somebody" not in told.lower() or "{about}" not in REFUSALS[code]
    assert "later" not in told.lower() or "{minute}" not in REFUSALS[code]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_refused(kit: Kit, code: str, case: Case) -> None:
    minute, before, act = case
    desk = kit.desk(busy_world(kit))
    desk.to(minute)
    for one in before:
        desk.do(one)
    check(desk, act, code)


@pytest.mark.parametrize("code", SITUATIONS)
def test_refused_in_a_situation(kit: Kit, code: str) -> None:
    desk, act = SITUATIONS[code](kit)
    check(desk, act, code)


def test_every_code_is_given_here_and_has_its_words() -> None:
    assert used_codes() == {code for code, _ in CASES} | set(SITUATIONS)
    assert used_codes() == set(REFUSALS)
