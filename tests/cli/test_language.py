"""Lines of plain mode: what they mean, and how acts are written back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.engine import api
from simulator.engine.acts import shapes as a
from simulator.engine.acts.base import Element, Note
from simulator.runs.language import controls as c
from simulator.runs.language.desk import Desk
from simulator.runs.language.errors import LineError
from simulator.runs.language.forms import FORMS, PART_KINDS, SHAPE_OF
from simulator.runs.language.reading import Order, read, timed
from simulator.runs.language.writing import write
from simulator.runs.playable import playable
from simulator.scenario.library import load

if TYPE_CHECKING:
    from simulator.engine.seen import TicketView


LINES: list[tuple[str, object]] = [
    ("brief impact", a.Brief("impact")),
    ("brief oldest why one-in-three", a.Brief("oldest", "one-in-three")),
    ("triage 204", a.Triage("desk.204")),
    ("triage #204", a.Triage("desk.204")),
    ("triage desk.204", a.Triage("desk.204")),
    ("priority 207 1", a.SetPriority("desk.207", 1)),
    ("priority 207 to P1", a.SetPriority("desk.207", 1)),
    ("link portal", a.Link("portal")),
    ("phones priya on", a.Phones("priya")),
    ("phones priya off", a.Phones("priya", on=False)),
    ("declare portal", a.Declare("portal")),
    ("declare payroll-portal 2", a.Declare("portal", 2)),
    (
        "assign portal priya on-call outcome node-and-why due 08:55 check-in 08:47 "
        "may take-node-out beside tomas",
        a.Assign("portal", "priya", "on-call", "node-and-why", 55, 47, ("take-node-out",), "tomas"),
    ),
    ("assign portal to Priya", a.Assign("portal", "priya")),
    ("assign 207 mei hand-over due=+20", a.Assign("desk.207", "mei", "hand-over", due=45)),
    (
        "assign portal priya may take-node-out call-paylane beside tomas",
        a.Assign("portal", "priya", may=("take-node-out", "call-paylane"), beside="tomas"),
    ),
    (
        "reassign 207 mei note tested=only-node-c next=one-in-three",
        a.Reassign("desk.207", "mei", note=Note(tested=("only-node-c",), next=("one-in-three",))),
    ),
    ("reassign 207 mei note", a.Reassign("desk.207", "mei", note=Note())),
    ("go priya", a.GoAhead("portal")),
    ("go ahead portal", a.GoAhead("portal")),
    ("check in priya", a.CheckIn("priya")),
    ("check-in nair", a.CheckIn("priya")),
    ("take 216", a.Take("desk.216")),
    ("leave", a.Leave()),
    (
        "message cfo about portal impact=impact-plain time=2 next=09:37",
        a.Message(
            "cfo", "portal",
            (
                Element("impact", "impact-plain"), Element("time", "time-vague"),
                Element("next-update", "next-update-plain", 97),
            ),
        ),
    ),
    ("message team known 1", a.Message("desk", "", (Element("known", "known-plain"),))),
    ("answer cfo-calls 2", a.Answer("cfo-calls", "next-word")),
    ("answer promise", a.Answer("cfo-calls", "promise")),
    ("2", a.Answer("cfo-calls", "next-word")),
    ("not now", a.NotNow("cfo-calls")),
    ("ack 204", a.Acknowledge("desk.204")),
    ("ask marta", a.Ask("cfo", "needs")),
    ("ask mei", a.Ask("mei", "how-far")),
    ("ask marta needs", a.Ask("cfo", "needs")),
    ("ask tomas easy-ones", a.Ask("tomas", "easy-ones")),
    (
        "escalate portal to paylane facts only-node-c, one-in-three",
        a.Escalate("portal", "paylane", facts=("only-node-c", "one-in-three")),
    ),
    ("escalate portal cfo asks restart", a.Escalate("portal", "cfo", "restart")),
    ("escalate portal cfo asks send-on-break", a.Escalate("portal", "cfo", "send-on-break")),
    ("hand over 204,portal no-promises", a.HandOver(("desk.204", "portal"), promises=False)),
    ("hand-over all", a.HandOver(("portal", "desk.204", "desk.207", "desk.216"))),
    ("hand-over facts one-in-three", a.HandOver(facts=("one-in-three",))),
    (
        "decide paper-fallback why=bank-cut-off at=10:05 if-fails=call-bank",
        a.Decide("paper-fallback", ("bank-cut-off",), 125, "call-bank"),
    ),
    ("defer 204 10:05 why not-ours", a.Defer("desk.204", 125, "not-ours")),
    ("reserve priya p1 until 10:05", a.Reserve("priya", "p1", 125)),
    ("order escalate after 20", a.StandingOrder("escalate", after=20)),
    ("lift 1", a.LiftOrder(1)),
    ("role portal scribe tomas", a.GiveRole("portal", "scribe", "tomas")),
    ("pair tomas priya until 10:05", a.Pair("tomas", "priya", 125)),
    ("decline 204", a.Decline("desk.204")),
    ("break priya", a.SendOnBreak("priya")),
    ("listen to tomas", a.Listen("tomas")),
    ("talk tomas-priya", a.TalkThrough("hand-offs")),
    ("talk hand-offs label", a.TalkThrough("hand-offs", "label")),
    ("thank mei for 181", a.Recognise("mei", 181)),
    ("thank mei", a.Recognise("mei")),
    ("review aisha portal", a.Review("aisha", "portal")),
    ("review mei 190", a.Review("mei", "desk.190")),
    ("workaround portal try-again", a.Workaround("portal", "try-again")),
    ("investigate portal", a.Investigate("portal")),
    ("investigate portal 1", a.Investigate("portal", "node-c")),
    ("severity portal 2", a.SetSeverity("portal", 2)),
    ("rollback portal restart if-fails try-again knowing",
     a.Rollback("portal", "restart", "try-again", knowing=True)),
    ("reverse portal try-again", a.Reverse("portal", "try-again")),
    ("verify portal", a.Verify("portal")),
    ("verify portal monitoring", a.Verify("portal", "monitoring")),
    ("freeze routers", a.FreezeChange("routers")),
    ("unfreeze routers", a.UnfreezeChange("routers")),
    ("call paylane portal answer-p1 facts only-node-c",
     a.CallVendor("paylane", "portal", "answer-p1", ("only-node-c",))),
    ("join portal mei", a.Join("portal", "mei")),
    ("release portal mei", a.Release("portal", "mei")),
    ("hold-review portal with priya,mei factors no-alarm do alarm owners mei days 14",
     a.HoldReview("portal", ("priya", "mei"), ("no-alarm",), ("alarm",), ("mei",), (14,))),
    ("phones priya", a.Phones("priya")),
    ("one-on-one tomas", a.OneOnOne("tomas")),
    ("one-on-one with tomas growth,concern", a.OneOnOne("tomas", ("growth", "concern"))),
    ("coach aisha network goal", a.Coach("aisha", "network", "goal")),
    ("coach aisha network show 190", a.Coach("aisha", "network", "show", "desk.190")),
    (
        "feedback tomas positive 181 impact user expect keep-on public",
        a.GiveFeedback("tomas", "positive", 181, "user", "keep-on", "public"),
    ),
    ("feedback mei corrective from-number",
     a.GiveFeedback("mei", "corrective", from_number=True)),
    ("standard mei 181 warning", a.ApplyStandard("mei", 181, "warning")),
    ("stay mei 45", a.AskOvertime("mei", 45)),
    ("protect priya 09:30", a.Protect("priya", 90)),
    ("manager marta person facts one-in-three",
     a.AskManager("cfo", "person", facts=("one-in-three",))),
    ("manager marta authority task portal what restart",
     a.AskManager("cfo", "authority", "portal", "restart")),
    ("article vpn priya reviewer tomas", a.WriteArticle("vpn", "priya", "tomas")),
    ("problem vpn tickets 204 190", a.OpenProblem("vpn", ("desk.204", "desk.190"))),
    ("problem portal", a.OpenProblem("portal")),
    ("automate vpn", a.ProposeAutomation("vpn")),
    ("study returns", a.Study("returns")),
    ("study case-mix priya", a.Study("case-mix", "priya")),
    ("sample tickets priya", a.SampleTickets("priya")),
    ("undo", a.Withdraw(7)),
    ("undo 3", a.Withdraw(3)),
]  # fmt: skip


@pytest.mark.parametrize(("line", "act"), LINES, ids=[line for line, _ in LINES])
def test_a_line_is_the_act_it_says(line: str, act: object, desk: Desk) -> None:
    assert read(line, desk) == Order(act)  # type: ignore[arg-type]


@pytest.mark.parametrize(("line", "act"), LINES, ids=[line for line, _ in LINES])
def test_an_act_is_written_as_a_line_that_reads_back(line: str, act: Any, desk: Desk) -> None:
    assert read(write(act, desk), desk) == Order(act)


def test_the_id_of_a_contact_means_nothing_before_its_incident_is_known() -> None:
    """Else who tries the names of services would learn which tickets are one matter."""
    world = playable(load("payroll-friday")).world
    state = api.open_shift(world, 1)
    contacts: list[TicketView] = []
    while len(contacts) < 2:
        api.advance(state, state.now + 1)
        contacts = [one for one in api.view(state).tickets() if one.of == "portal"]
    now = Desk(api.view(state))
    for line in ("ticket portal", f"triage {contacts[0].id}", "article portal priya"):
        with pytest.raises(LineError) as caught:
            read(line, now)
        assert "could be" not in str(caught.value)
        assert "Did you mean" not in str(caught.value)
    api.give(state, a.Triage(contacts[0].id))
    api.advance(state, state.now + 5)
    assert [one.id for one in api.view(state).incidents()] == ["portal"]
    last = Desk(api.view(state))
    assert read(f"triage {contacts[1].id}", last) == Order(a.Triage(contacts[1].id))


def test_the_beginning_of_an_id_names_no_ticket() -> None:
    state = api.open_shift(playable(load("payroll-friday")).world, 1)
    api.advance(state, 60)
    now = Desk(api.view(state))
    assert read("triage batch-44", now) == Order(a.Triage("batch-44"))
    with pytest.raises(LineError, match="is not"):
        read("triage batch", now)


def test_every_kind_of_act_has_a_line_and_an_example(desk: Desk) -> None:
    assert set(FORMS) == set(SHAPE_OF)
    tried = {act.kind for _, act in LINES}  # type: ignore[attr-defined]
    assert tried == set(FORMS)


CONTROLS: list[tuple[str, object]] = [
    ("wait 5", c.Wait(30)),
    ("wait until 08:40", c.Wait(40)),
    ("next", c.Next()),
    (".", c.Next()),
    ("queue", c.Look("queue")),
    ("ticket 204", c.Look("ticket", ("desk.204",))),
    ("who priya", c.Look("who", ("priya",))),
    ("messages cfo portal", c.Look("messages", ("cfo", "portal"))),
    ("log 20", c.Look("log", ("20",))),
    ("help assign", c.Help("assign")),
    ("save", c.Save()),
    ("quit", c.Quit()),
    ("", None),
    ("# a comment", None),
]


@pytest.mark.parametrize(("line", "control"), CONTROLS)
def test_controls(line: str, control: object, desk: Desk) -> None:
    assert read(line, desk) == control


def test_the_beginning_of_a_word_is_enough(desk: Desk) -> None:
    assert read("tri 207", desk) == Order(a.Triage("desk.207"))
    assert read("assi portal pri on", desk) == Order(a.Assign("portal", "priya", "on-call"))


def test_own_words_ride_along(desk: Desk) -> None:
    order = read("triage 204 -- this one smells of payday", desk)
    assert isinstance(order, Order)
    assert order == Order(a.Triage("desk.204"), "this one smells of payday")
    assert read(write(order.act, desk, order.words), desk) == order


def test_a_script_line_can_wait_for_its_minute(desk: Desk) -> None:
    assert timed("@08:25 triage 204", desk) == (25, "triage 204")
    assert timed("  triage 204 ", desk) == (None, "triage 204")
    with pytest.raises(LineError):
        timed("@25 triage 204", desk)


minutes = st.integers(0, 1439)
facts = st.lists(st.sampled_from(["one-in-three", "only-node-c"]), unique=True).map(tuple)
notes = st.none() | st.builds(Note, facts, facts, facts, facts)
people = st.sampled_from(["priya", "tomas", "aisha", "mei"])
giving: dict[str, Any] = {
    "to": people,
    "style": st.sampled_from(["show", "alongside", "on-call", "hand-over"]),
    "due": st.none() | minutes,
    "check_in": st.none() | minutes,
    "beside": st.none() | people,
    "note": notes,
}
elements = st.sampled_from(PART_KINDS).flatmap(
    lambda kind: st.builds(
        Element, st.just(kind), st.sampled_from(["", f"{kind}-plain", f"{kind}-vague"]),
        st.none() | minutes,
    )
)  # fmt: skip
acts = st.one_of(
    st.builds(
        a.Assign, st.just("portal"), outcome=st.sampled_from(["", "node-and-why"]),
        may=st.lists(st.sampled_from(["take-node-out", "call-paylane"]), unique=True).map(tuple),
        **giving,
    ),
    st.builds(a.Reassign, st.sampled_from(["portal", "desk.207"]), **giving),
    st.builds(
        a.Message, st.sampled_from(["cfo", "desk"]), st.sampled_from(["", "portal", "desk.204"]),
        st.lists(elements, max_size=6).map(tuple),
    ),
    st.builds(
        a.Decide, st.just("paper-fallback"),
        st.lists(st.sampled_from(["bank-cut-off", "payday"]), unique=True).map(tuple),
        st.none() | minutes, st.sampled_from(["", "call-bank"]),
    ),
    st.builds(
        a.HandOver, st.lists(st.sampled_from(["portal", "desk.204"]), unique=True).map(tuple),
        st.booleans(), facts,
    ),
)  # fmt: skip


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(act=acts)
def test_any_act_reads_back_as_itself(act: Any, desk: Desk) -> None:
    assert read(write(act, desk), desk) == Order(act)
