"""One-on-ones, coaching, feedback, and answers to a lapse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine.acts import shapes
from simulator.engine.world import FactSpec

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from simulator.engine.log import LogEntry
    from tests.engine.conftest import Desk, Kit


def busy(kit: Kit, **ana: Any) -> Desk:
    """Return a desk where ana works on `long`, and has finished `short` at minute 5."""
    fields: dict[str, Any] = {"skills": {"net": 4}, "hears": ("worry",)} | ana
    team = (kit.analyst("ana", **fields), kit.analyst("ben", skills={"app": 4}))
    tickets = (kit.ticket("short", effort=5), kit.ticket("long", at=1, effort=90))
    rules = kit.with_rules(no_word_minutes=1000)
    facts = (FactSpec("worry", "a worry"),)
    return kit.desk(kit.world(*team, tickets=tickets, rules=rules, facts=facts)).to(6)


def left(desk: Desk, ticket: str = "long") -> int:
    """Return the minute at which a ticket will be done, on the way it is going."""
    return next(
        one[0] >> 3 for one in desk.state.due
        if one[2:4] == ("finish", ticket) and one[4] == desk.state.tickets[ticket].version
    )  # fmt: skip


def said(desk: Desk) -> list[object]:
    return [e.data["what"] for e in desk.all("analyst.told")]


# One-on-ones (B39) ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("topic", "ana", "what"),
    [
        ("workload", {"stress": 30}, "load-fine"), ("workload", {"stress": 80}, "too-much"),
        ("morale", {"morale": 70}, "mood-fine"), ("morale", {"morale": 30}, "low"),
        ("growth", {}, "would-learn"), ("concern", {}, "concern"),
        ("concern", {"hears": ()}, "no-concern"), ("concern", {"trust": 49}, "guarded"),
    ],
)  # fmt: skip
def test_what_is_said_depends_on_how_things_stand(
    kit: Kit, topic: Any, ana: dict[str, Any], what: str
) -> None:
    desk = busy(kit, **ana)
    desk.do(shapes.OneOnOne("ana", (topic,)))
    assert said(desk) == [what]


def test_only_somebody_who_trusts_the_lead_says_what_worries_them(kit: Kit) -> None:
    for trust, facts in ((50, ["worry"]), (49, [])):
        desk = busy(kit, trust=trust)
        desk.do(shapes.OneOnOne("ana", ("concern",)))
        assert [e.data["fact"] for e in desk.all("fact.learned")] == facts
        assert desk.one("analyst.one-on-one").data["openly"] is bool(facts)


def test_a_one_on_one_costs_both_their_minutes(kit: Kit) -> None:
    desk = busy(kit)
    before = left(desk)
    desk.do(shapes.OneOnOne("ana", ("workload", "growth")))
    assert desk.one("analyst.one-on-one").data["minutes"] == 12
    assert left(desk) == before + 12


def test_being_listened_to_lifts_once_whatever_the_talk_is_called(kit: Kit) -> None:
    desk = busy(kit)
    for act in (
        shapes.OneOnOne("ana"), shapes.OneOnOne("ana", ("growth",)), shapes.Listen("ana"),
    ):  # fmt: skip
        desk.do(act)
    assert desk.gains() == [("heard", 4)]
    assert desk.state.analysts["ana"].trust == 62


# Coaching (B71 to B75) --------------------------------------------------------------------------


def coach(step: Any, ticket: str = "") -> Act:
    return shapes.Coach("ana", "net", step, ticket)


def test_five_steps_with_practice_become_skill(kit: Kit) -> None:
    desk = busy(kit, skills={"net": 3})
    desk.to(20)
    for act in (
        shapes.SampleTickets("ana"), coach("gaps"), coach("goal"), coach("show", "short"),
        coach("practise", "long"),
    ):  # fmt: skip
        desk.do(act)
    assert desk.give(coach("review")) == "coach.practice-open"
    desk.to(left(desk))
    assert desk.state.analysts["ana"].skills["net"] == 3
    desk.do(coach("review"))
    assert desk.one("analyst.grew").data == {"skill": "net", "to": 4}
    assert all(e.data["looked"] for e in desk.all("analyst.coached"))
    assert desk.give(coach("gaps")) == "coach.enough"


def test_coaching_without_a_look_at_the_work_is_told_as_such(kit: Kit) -> None:
    desk = busy(kit)
    desk.do(coach("gaps"))
    assert desk.one("analyst.coached").data["looked"] is False


# Feedback (B77 to B79, B85, B110) ---------------------------------------------------------------


def done_by_ana(desk: Desk) -> LogEntry:
    return desk.one("ticket.resolved", by="ana")


def test_praise_for_a_real_deed_and_what_it_led_to_lifts_once(kit: Kit) -> None:
    desk = busy(kit)
    act = shapes.GiveFeedback("ana", "positive", done_by_ana(desk).number, "user", "keep-on")
    desk.do(act)
    assert desk.gains() == [("praised", 3)]
    assert desk.state.analysts["ana"].thanked == (done_by_ana(desk).number,)
    assert desk.all("analyst.given-feedback")[0].data["specific"] is True


def test_one_deed_is_thanked_or_praised_for_once(kit: Kit) -> None:
    desk = busy(kit)
    deed = done_by_ana(desk).number
    thanks = shapes.Recognise("ana", deed)
    praise = shapes.GiveFeedback("ana", "positive", deed, "user", "keep-on")
    desk.do(thanks)
    assert [desk.give(thanks), desk.give(praise)] == ["recognise.done"] * 2
    assert desk.give(shapes.GiveFeedback("ana", "corrective", deed)) == ""
    assert desk.give(shapes.Recognise("ana")) == ""


@pytest.mark.parametrize("more", [{"impact": "user"}, {"expected": "keep-on"}, {}])
def test_praise_in_general_lifts_nobody(kit: Kit, more: Any) -> None:
    desk = busy(kit)
    desk.do(shapes.GiveFeedback("ana", "positive", done_by_ana(desk).number, **more))
    desk.do(shapes.GiveFeedback("ben", "positive", -1, "user", "keep-on"))
    assert not desk.gains()


def test_a_correction_in_front_of_others_costs(kit: Kit) -> None:
    desk = busy(kit)
    desk.do(shapes.GiveFeedback("ana", "corrective", venue="public"))
    assert desk.gains() == [("corrected-in-public", -5), ("corrected-in-public", -1)]
    assert desk.state.analysts["ana"].trust == 54


def test_a_correction_has_to_name_something(kit: Kit) -> None:
    desk = busy(kit)
    desk.do(shapes.GiveFeedback("ana", "corrective"))
    assert desk.state.analysts["ana"].trust == 58
    assert not desk.gains()


@pytest.mark.parametrize(
    ("before", "trust"),
    [((), 56), ((shapes.Study("case-mix", "ana"),), 60), ((shapes.Listen("ana"),), 60)],
)
def test_a_figure_that_nobody_asked_about_costs_trust(
    kit: Kit, before: tuple[Act, ...], trust: int
) -> None:
    desk = busy(kit)
    for act in before:
        desk.do(act)
    desk.do(shapes.GiveFeedback("ana", "positive", from_number=True))
    assert desk.state.analysts["ana"].trust == trust


# The same lapse, the same answer (B83) ----------------------------------------------------------


def two_lapses(kit: Kit) -> tuple[Desk, LogEntry, LogEntry]:
    """Return a desk on which a ticket of ana's and one of ben's came back."""
    back: Any = {"effort": 2, "returns": 1000}
    tickets = (kit.ticket("a", **back), kit.ticket("b", skill="app", **back))
    team = (kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"app": 4}))
    rules = kit.with_rules(no_word_minutes=1000)
    desk = kit.desk(kit.world(*team, tickets=tickets, rules=rules)).to(100)
    return (
        desk, desk.all("ticket.returned", by="ana")[0], desk.all("ticket.returned", by="ben")[0]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "wronged"),
    [("reminder", "reminder", ""), ("reminder", "warning", "ben"), ("warning", "reminder", "ana")],
)
def test_who_is_treated_harder_for_the_same_lapse_feels_it(
    kit: Kit, first: Any, second: Any, wronged: str
) -> None:
    desk, one, other = two_lapses(kit)
    desk.do(shapes.ApplyStandard("ana", one.number, first))
    desk.do(shapes.ApplyStandard("ben", other.number, second))
    told = [e.data["equal"] for e in desk.all("analyst.standard-applied")]
    assert told == [True, first == second]
    assert [e.subject for e in desk.all("analyst.morale-changed", why="unequal")] == (
        [f"analyst:{wronged}"] if wronged else []
    )
    trust = {who: one.trust for who, one in desk.state.analysts.items()}
    assert trust == {"ana": 60, "ben": 60} | ({wronged: 55} if wronged else {})


def test_a_correction_about_a_real_lapse_costs_no_trust(kit: Kit) -> None:
    desk, one, _ = two_lapses(kit)
    desk.do(shapes.GiveFeedback("ana", "corrective", one.number, "user", "ask-sooner"))
    assert desk.state.analysts["ana"].trust == 60


def test_a_lapse_is_answered_once_and_is_somebody_s_own(kit: Kit) -> None:
    desk, one, other = two_lapses(kit)
    assert desk.give(shapes.ApplyStandard("ana", other.number)) == "standard.no-lapse"
    desk.do(shapes.ApplyStandard("ana", one.number))
    assert desk.give(shapes.ApplyStandard("ana", one.number)) == "standard.done"
