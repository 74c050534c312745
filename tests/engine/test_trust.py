"""What people outside the desk expect, and what a word kept or missed is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element
from simulator.engine.world import Choice, Effect, Moment, Step, StorySpec, Wording, always

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

WORDINGS = (
    Wording("bad", "impact", "it is bad"), Wording("over", "closing", "it is over"),
    Wording("sure", "time", "back by {time}", promises=True),
)  # fmt: skip


def desk_with(kit: Kit, **more: Any) -> Desk:
    """Return a desk whose portal fails at 10, can be known from 15, and is known at 12."""
    fields: dict[str, Any] = {
        "stakeholders": (kit.person("cfo", expects={1: 30}),),
        "incidents": (kit.incident(),), "storyline": (kit.learn("down", at=12),),
        "wordings": WORDINGS,
    } | more  # fmt: skip
    return kit.desk(kit.world(**fields))


def word(next_at: int | None = None, *, closing: bool = False) -> shapes.Message:
    """Return a word to the CFO; it takes four minutes."""
    elements = [Element("closing", "over") if closing else Element("impact", "bad")]
    if next_at is not None:
        elements.append(Element("next-update", "", next_at))
    return shapes.Message("cfo", "portal", tuple(elements))


def changes(desk: Desk) -> list[tuple[int, int]]:
    """Return minute and points of every change of the CFO's trust."""
    found = desk.all("stakeholder.trust-changed", "stakeholder:cfo")
    return [(e.at, int(str(e.data["change"]))) for e in found]


# Cadence ----------------------------------------------------------------------------------------


def test_silence_costs_once_more_and_then_every_ten_minutes(kit: Kit) -> None:
    desk = desk_with(kit).to(80)
    # Known from 15, due after 30 minutes, one more minute of grace.
    assert changes(desk) == [(46, -4), (56, -2), (66, -2), (76, -2)]
    missed = desk.all("update.missed")
    assert [e.at for e in missed] == [46, 56, 66, 76]
    assert missed[0].data == {"due": 45}
    trust = desk.all("stakeholder.trust-changed")
    assert [e.because for e in trust] == [e.number for e in missed]
    assert trust[-1].data["trust"] == 50


def test_a_word_starts_the_cadence_anew(kit: Kit) -> None:
    desk = desk_with(kit).to(36)
    desk.do(word())
    assert desk.one("message.sent").at == 40
    desk.to(75)
    assert changes(desk) == [(40, 1), (71, -4)]


def test_who_expects_nothing_at_this_severity_misses_nothing(kit: Kit) -> None:
    people = (kit.person("cfo", expects={2: 30}), kit.person("vendor", "vendor"))
    assert not desk_with(kit, stakeholders=people).to(240).all("update.missed")


def test_a_quiet_incident_keeps_nobody_waiting(kit: Kit) -> None:
    assert not desk_with(kit, incidents=(kit.incident(quiet=True),)).to(240).all("update.missed")


def test_nobody_waits_once_the_service_is_back(kit: Kit) -> None:
    steps = (Step("fix", "fixed", 5, effect="mitigates"),)
    desk = desk_with(kit, incidents=(kit.incident(steps=steps),)).to(12)
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(49)
    assert not desk.all("update.missed")


# First word, closing word -----------------------------------------------------------------------


@pytest.mark.parametrize(("begun", "points"), [(12, 3), (19, 3), (20, 1), (30, 1)])
def test_a_fast_first_word_is_worth_more(kit: Kit, begun: int, points: int) -> None:
    desk = desk_with(kit).to(begun)
    desk.do(word())
    desk.do(word())
    first = [c for c in changes(desk) if c[1] > 0]
    assert first == [(begun + 4, points)]


@pytest.mark.parametrize(("closes", "points"), [(True, 4), (False, -4)])
def test_the_closing_word(kit: Kit, *, closes: bool, points: int) -> None:
    steps = (Step("fix", "fixed", 5, effect="mitigates"),)
    desk = desk_with(kit, incidents=(kit.incident(steps=steps),)).to(12)
    desk.do(shapes.Assign("portal", "ana"))
    back = 20
    assert desk.to(back).one("incident.mitigated").at == back
    if closes:
        desk.do(word(closing=True))
        desk.do(word(closing=True))
    desk.to(60)
    at = back + 4 if closes else back + 30
    assert (at, points) in changes(desk)
    assert sum(c for _, c in changes(desk) if abs(c) == 4) == points


# Promises ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("begun", "early", "kept"), [(30, 6, True), (37, 0, True), (38, 0, False)])
def test_a_promised_word(kit: Kit, begun: int, early: int, *, kept: bool) -> None:
    desk = desk_with(kit, incidents=()).to(12)
    desk.do(shapes.Message("cfo", "", word(40).elements))
    made = desk.one("promise.made")
    assert (made.at, made.data) == (16, {"due": 40, "what": "update"})
    assert [p.due for p in api.view(desk.state).promises()] == [40]
    desk.to(begun).do(shapes.Message("cfo", "", word().elements))
    desk.to(60)
    if kept:
        entry = desk.one("promise.kept")
        assert (entry.at, entry.data) == (begun + 4, {"early": early, "due": 40, "how": "sent"})
        assert changes(desk) == [(begun + 4, 2)]
    else:
        entry = desk.one("promise.broken")
        assert (entry.at, entry.cause, entry.because) == (41, "world", made.number)
        assert changes(desk) == [(41, -4)]
    assert not list(api.view(desk.state).promises())


def test_a_word_that_somebody_else_gave_keeps_a_promise_and_is_not_the_leads(kit: Kit) -> None:
    news = StorySpec("back", at=Moment("", always(30)), effects=(Effect("told", "cfo"),))
    desk = desk_with(kit, incidents=(), storyline=(news,)).to(12)
    desk.do(shapes.Message("cfo", "", word(40).elements))
    desk.to(60)
    kept = desk.one("promise.kept")
    assert (kept.at, kept.cause, kept.actor, kept.data["how"]) == (30, "world", "desk", "told")


def test_an_answer_that_tells_keeps_a_promise(kit: Kit) -> None:
    choice = Choice("now", "It is over.", 1, effects=(Effect("told", "cfo"),))
    scene = kit.scene("call", 30, choice, sender="cfo")
    desk = desk_with(kit, incidents=(), storyline=(scene,)).to(12)
    desk.do(shapes.Message("cfo", "", word(40).elements))
    desk.to(30).do(shapes.Answer("call", "now"))
    kept = desk.one("promise.kept")
    assert (kept.cause, kept.actor, kept.data["how"]) == ("lead", "lead", "said")


def test_what_came_true_keeps_the_promise_of_it(kit: Kit) -> None:
    steps = (Step("fix", "fixed", 5, effect="mitigates"),)
    desk = desk_with(kit, incidents=(kit.incident(steps=steps),)).to(12)
    desk.do(shapes.Assign("portal", "ana"))
    desk.do(shapes.Message("cfo", "portal", (Element("time", "sure", 60),)))
    kept = desk.to(90).one("promise.kept")
    assert (kept.at, kept.cause, kept.data["how"]) == (61, "world", "done")


def test_a_broken_promise_costs_what_a_missed_update_does(kit: Kit) -> None:
    """Four points when the word does not come, and two for every further ten minutes."""
    desk = desk_with(kit).to(12)
    desk.do(word(40))
    desk.to(75)
    assert changes(desk) == [(16, 3), (41, -4), (51, -2), (61, -2), (71, -2)]


def test_a_promise_sets_the_time_instead_of_the_cadence(kit: Kit) -> None:
    desk = desk_with(kit).to(12)
    desk.do(word(80))
    desk.to(79)
    assert changes(desk) == [(16, 3)]


@pytest.mark.parametrize(("due", "kept"), [(40, True), (18, False)])
def test_a_promised_result_is_kept_by_the_result(kit: Kit, due: int, *, kept: bool) -> None:
    steps = (Step("fix", "fixed", 5, effect="mitigates"),)
    desk = desk_with(kit, incidents=(kit.incident(steps=steps),)).to(12)
    desk.do(shapes.Message("cfo", "portal", (Element("time", "sure", due),)))
    assert desk.one("promise.made").data == {"due": due, "what": "result"}
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(60)
    assert desk.one("incident.mitigated").at == 24
    assert bool(desk.all("promise.kept")) is kept
    assert bool(desk.all("promise.broken")) is not kept
    assert (due + 1, 2 if kept else -15) in changes(desk)


def test_a_scene_can_make_a_promise(kit: Kit) -> None:
    story = StorySpec("p", at=Moment("", always(5)), effects=(Effect("promise", "cfo", 20),))
    desk = desk_with(kit, incidents=(), storyline=(story,)).to(30)
    assert desk.one("promise.made").data["due"] == 25
    assert desk.one("promise.broken").at == 26


def test_trust_stays_between_its_ends(kit: Kit) -> None:
    story = tuple(
        StorySpec(f"s{n}", at=Moment("", always(n)), effects=(Effect("trust", "cfo", points),))
        for n, points in enumerate((70, 9, -150, -9), 1)
    )
    desk = desk_with(kit, incidents=(), storyline=story).to(10)
    assert changes(desk) == [(1, 40), (2, 0), (3, -100), (4, 0)]
