"""Stress, morale, signs, kindness and growth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Saying

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


# Straight lines ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ticket", "rate"),
    [({}, 100), ({"logged": 1}, 300), (None, -200)],
)
def test_stress_follows_a_straight_line(kit: Kit, ticket: Any, rate: int) -> None:
    tickets = () if ticket is None else (kit.ticket("a", effort=200, **ticket),)
    desk = kit.alone(*tickets, stress=20)
    for minute in (1, 7, 60, 61, 80):
        assert desk.to(minute).stress("ana") == 20_000 + rate * minute


def test_work_set_aside_weighs_on(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=200), kit.ticket("b", effort=200), stress=20)
    desk.do(shapes.Assign("b", "ana"))
    before = desk.stress("ana")
    assert desk.to(desk.state.now + 10).stress("ana") - before == 1_500


def test_a_long_queue_weighs_on_everybody(kit: Kit) -> None:
    tickets = (kit.ticket("mine", effort=200),
               *(kit.ticket(f"t{n}", at=10, skill="lab") for n in range(20)))  # fmt: skip
    desk = kit.alone(*tickets, stress=20).to(10)
    before = desk.stress("ana")
    assert desk.to(20).stress("ana") - before == 1_500


def test_feelings_stay_between_their_ends(kit: Kit) -> None:
    assert kit.alone(stress=1).to(200).stress("ana") == 0
    desk = kit.alone(kit.ticket("a", effort=900, logged=1), stress=95, morale=1).to(200)
    assert (desk.stress("ana"), desk.morale("ana")) == (100_000, 0)


def test_who_has_gone_home_neither_tires_nor_rests(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=200), stress=20, leaves=30).to(30)
    assert desk.to(120).stress("ana") == 23_000


# Limits -----------------------------------------------------------------------------------------


def test_work_slows_where_stress_passes_its_limits(kit: Kit) -> None:
    """100 % up to 65, 85 % up to 80, then 70 %: on a P1, 0.3 points a minute."""
    desk = kit.alone(kit.ticket("a", effort=100, logged=1), stress=59)
    desk.to(240)
    first, second = 20, 70  # 65 after 20 minutes, 80 after 70
    left = 100 - first - 0.85 * (second - first)
    assert desk.one("ticket.resolved").at == second + round(left / 0.7)


@pytest.mark.parametrize(
    ("stress", "sign", "passes"),
    [(64, "no-break", 65), (69, "short-notes", 70), (79, "late-replies", 80)],
)
def test_signs_show_where_a_limit_is_passed(kit: Kit, stress: int, sign: str, passes: int) -> None:
    desk = kit.alone(kit.ticket("a", effort=400), stress=stress).to(30)
    entry = desk.all("analyst.sign", sign=sign)[0]
    assert entry.at == 10 * (passes - stress)
    assert api.view(desk.state).analyst("ana").signs == (sign,)


def test_calm_returns_with_a_break(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=400), stress=66)
    desk.to(30).do(shapes.SendOnBreak("ana"))
    desk.to(60)
    assert [e.data["sign"] for e in desk.all("analyst.sign")] == ["no-break", "none"]
    assert api.view(desk.state).analyst("ana").signs == ()


def test_morale_wears_down_under_strain(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=400), stress=74, morale=50)
    assert desk.to(10).morale("ana") == 50_000  # 75 is reached
    assert desk.to(30).morale("ana") == 48_000


# No act changes a sign at once ------------------------------------------------------------------


@pytest.mark.parametrize(
    "act", [shapes.Listen("ana"), shapes.SendOnBreak("ana"), shapes.Recognise("ana")]
)
@pytest.mark.parametrize("stress", [63, 64, 65, 66, 67, 68, 70, 72])
def test_no_act_on_a_person_changes_a_sign_within_ten_minutes(
    kit: Kit, stress: int, act: Any
) -> None:
    desk = kit.alone(kit.ticket("a", effort=400), stress=stress).to(9)
    desk.give(act)
    done = desk.state.lead.until
    sign = desk.to(done - 1).state.analysts["ana"].sign
    while desk.state.now < done + 9:
        desk.to(desk.state.now + 1)
        assert desk.state.analysts["ana"].sign == sign
    assert not [e for e in desk.all("analyst.sign") if done <= e.at < done + 10]


# Kindness, once ---------------------------------------------------------------------------------


def test_listening_works_once(kit: Kit) -> None:
    desk = kit.alone(stress=50, hears=("why",)).to(5)
    desk.do(shapes.Listen("ana"))
    assert desk.one("analyst.listened-to").data == {"minutes": 5}
    assert desk.one("fact.learned", fact="why").actor == "analyst:ana"
    desk.do(shapes.Listen("ana"))
    assert desk.gains() == [("heard", 4)]
    assert [e.data["change"] for e in desk.all("analyst.stress-changed")] == [-3]


def test_thanks_for_a_deed_work_once(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=5), kit.ticket("b", effort=5)).to(12)
    deeds = [e.number for e in desk.all("ticket.resolved")]
    desk.do(shapes.Recognise("ana"))
    desk.do(shapes.Recognise("ana", 0))
    for deed in deeds:
        desk.do(shapes.Recognise("ana", deed))
    found = [(e.data["event"], e.data["fits"]) for e in desk.all("analyst.recognised")]
    assert found == [(-1, False), (0, False), *((deed, True) for deed in deeds)]
    assert desk.gains() == [("thanked", 4)]


def test_thanks_for_somebody_else_s_deed_lift_nobody(kit: Kit) -> None:
    team = (kit.analyst("ana", skills={"net": 4}), kit.analyst("ben"))
    desk = kit.desk(kit.world(*team, tickets=(kit.ticket("a", effort=5),))).to(10)
    desk.do(shapes.Recognise("ben", desk.one("ticket.resolved").number))
    assert desk.one("analyst.recognised").data["fits"] is False
    assert desk.gains() == []


@pytest.mark.parametrize(("stress", "relieved"), [(60, False), (70, True)])
def test_a_break_relieves_who_is_strained(kit: Kit, stress: int, *, relieved: bool) -> None:
    desk = kit.alone(kit.ticket("a", effort=90), stress=stress).to(10)
    desk.do(shapes.SendOnBreak("ana"))
    assert desk.one("analyst.sent-on-break").data == {"strained": relieved, "minutes": 1}
    assert desk.gains() == ([("relieved", 3)] if relieved else [])
    began = desk.one("analyst.break-began")
    assert (began.at, began.cause, began.data["until"]) == (11, "lead", 21)
    view = api.view(desk.state).analyst("ana")
    assert (view.place, view.until, view.on) == ("break", 21, "")
    before = desk.stress("ana")
    desk.to(21)
    assert before - desk.stress("ana") == 8_000
    assert desk.one("analyst.break-ended").at == 21
    assert desk.state.analysts["ana"].task == "a"


def test_an_hour_without_a_word_is_felt(kit: Kit) -> None:
    desk = kit.desk(kit.world()).to(20)
    desk.do(shapes.Listen("ana"))
    desk.to(200)
    assert [e.at for e in desk.all("analyst.morale-changed", why="no-word")] == [85, 145]


# Growth -----------------------------------------------------------------------------------------


def test_stretch_work_with_help_and_a_review_becomes_skill_once(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 2})
    world = kit.world(ana, tickets=(kit.ticket("a"), kit.ticket("b")))
    desk = kit.desk(world)
    for ticket in ("a", "b"):
        desk.do(shapes.Assign(ticket, "ana", "alongside"))
        desk.to(desk.state.now + 60)
        desk.do(shapes.Review("ana", ticket))
    grew = desk.one("analyst.grew")
    assert (grew.data, grew.because) == (
        {"skill": "net", "to": 3}, desk.all("analyst.reviewed")[0].number,
    )  # fmt: skip
    assert dict(api.view(desk.state).analyst("ana").skills)["net"] == 3
    assert world.team[0].skills["net"] == 2


def test_easy_work_teaches_nothing(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=5)).to(10)
    desk.do(shapes.Review("ana", "a"))
    assert not desk.all("analyst.grew")


@pytest.mark.parametrize(
    ("after", "words", "fact"), [(1, "own-words", "node"), (30, "own-words-1", "why")]
)
def test_who_is_listened_to_says_what_fits_the_moment(
    kit: Kit, after: int, words: str, fact: str
) -> None:
    later = Saying(kit.condition(lambda s: s.now >= 20), "It is the certificate.", ("why",))
    ana = kit.analyst("ana", says="I saw node C.", hears=("node",), instead=(later,))
    desk = kit.desk(kit.world(ana)).to(after)
    told = desk.do(shapes.Listen("ana"))
    assert desk.one("analyst.told").data["what"] == words
    assert [e.data["fact"] for e in told if e.kind == "fact.learned"] == [fact]


def test_who_has_nothing_of_their_own_to_say_is_not_quoted(kit: Kit) -> None:
    desk = kit.desk(kit.world(kit.analyst("ana", hears=("node",)))).to(1)
    desk.do(shapes.Listen("ana"))
    assert not desk.all("analyst.told")
    assert desk.one("fact.learned").data["fact"] == "node"
