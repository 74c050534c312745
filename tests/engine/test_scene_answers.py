"""Answers of a scene: their order, what they are worth, whether they are true and open."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Choice
from tests.engine.calls import CALL, call, desk_with

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


def order(kit: Kit, seed: int, *choices: Choice) -> list[str]:
    spec = kit.scene("call", 0, *choices, sender="cfo")
    desk = kit.desk(kit.world(storyline=(spec,), stakeholders=(kit.person("cfo"),)), seed=seed)
    view = api.view(desk.state).scene()
    assert view is not None
    return [one.id for one in view.choices]


def test_the_place_of_an_answer_says_nothing_of_it(kit: Kit) -> None:
    """Over 300 seeds each stands in each place about as often: chi-square at 0.1 %, 4 degrees."""
    orders = [order(kit, seed, *CALL) for seed in range(300)]
    counts = Counter((one, row.index(one)) for row in orders for one in row)
    off = [counts[one, place] - 100 for one in orders[0] for place in range(3)]
    assert sum(by**2 / 100 for by in off) < 18.5


def test_the_order_of_the_answers_is_the_seeds_and_not_the_authors(kit: Kit) -> None:
    for seed in range(10):
        assert order(kit, seed, *CALL) == order(kit, seed, *reversed(CALL))


def test_an_answer_is_judged_as_it_is_begun(kit: Kit) -> None:
    """What comes to light while it is spoken makes it neither worse nor untrue; before, it does."""
    late = kit.condition(lambda s: s.now >= 12)
    unsaid = replace(CALL[0], untrue_when=late)
    best = ((kit.condition(lambda s: s.now < 12), "needs"), (late, "next"))
    scene = kit.scene("call", 10, unsaid, *CALL[1:], sender="cfo", within=6,
                      criterion="communication.cfo", best=best)  # fmt: skip
    desk = desk_with(kit, scene).to(10)
    desk.do(shapes.Answer("call", "needs"))
    entry = desk.one("scene.answered")
    assert (entry.at, entry.data["credit"], entry.data["untrue"]) == (14, 3, False)
    waited = desk_with(kit, scene).to(12)
    waited.do(shapes.Answer("call", "needs"))
    entry = waited.one("scene.answered")
    assert (entry.data["credit"], entry.data["untrue"]) == (2, True)


@pytest.mark.parametrize(
    ("facts", "worth"),
    # Nothing known: asking is best. All known: the next call is. Neither state: each has its own.
    [((), (3, 1, 2)), (("why", "down"), (2, 3, 2)), (("why",), (2, 1, 3))],
)
def test_the_best_answer_flips_with_the_state(
    kit: Kit, facts: tuple[str, ...], worth: tuple[int, ...]
) -> None:
    story = (kit.learn(*facts, at=1),) if facts else ()
    for choice, credit in zip(("needs", "next", "guess"), worth, strict=True):
        desk = desk_with(kit, *story, call(kit)).to(10)
        desk.do(shapes.Answer("call", choice))
        assert desk.one("scene.answered").data["credit"] == credit


def test_what_is_said_of_an_answer_goes_by_what_it_was_worth() -> None:
    split = Choice("wait", "Wait.", 1, feedback="Too long.", best_feedback="Long enough.")
    assert [split.said_of(credit) for credit in (2, 3)] == ["Too long.", "Long enough."]
    assert Choice("go", "Go.", 1, feedback="Gone.").said_of(3) == "Gone."


def test_an_answer_tells_whether_it_was_true_where_one_on_offer_is_not(kit: Kit) -> None:
    lie = (replace(CALL[0], untrue=True), *CALL[1:])
    for choices, told in ((CALL, []), (lie, [False, True])):
        found = []
        for choice in ("next", "needs"):
            desk = desk_with(kit, kit.scene("call", 5, *choices, sender="cfo")).to(5)
            desk.do(shapes.Answer("call", choice))
            found += [e.data["untrue"] for e in desk.all("scene.answered") if "untrue" in e.data]
        assert found == told


def test_what_an_answer_claims_can_be_true_in_one_state_only(kit: Kit) -> None:
    unseen = kit.condition(lambda s: "seen" not in s.facts)
    claim = (replace(CALL[0], untrue_when=unseen), *CALL[1:])
    for facts, untrue in (((), True), (("seen",), False)):
        story = (kit.learn(*facts, at=1),) if facts else ()
        desk = desk_with(kit, *story, kit.scene("call", 5, *claim, sender="cfo")).to(5)
        desk.do(shapes.Answer("call", CALL[0].id))
        assert desk.one("scene.answered").data["untrue"] is untrue


def test_without_a_criterion_an_answer_is_feedback_only(kit: Kit) -> None:
    desk = desk_with(kit, call(kit, criterion="", best=())).to(10)
    desk.do(shapes.Answer("call", "guess"))
    entry = desk.one("scene.answered")
    assert entry.data["credit"] == -1
    assert "criterion" not in entry.data


def test_a_locked_answer_says_why(kit: Kit) -> None:
    locked = Choice("pass", "Ask Ana.", 1, locked=kit.condition(lambda s: s.now < 20),
                    lock_reason="Ana is not here")  # fmt: skip
    desk = desk_with(kit, kit.scene("call", 5, locked, CALL[1], within=60)).to(10)
    view = api.view(desk.state).scene()
    assert view is not None
    assert [c.locked for c in view.choices] == ["Ana is not here", ""]
    assert desk.give(shapes.Answer("call", "pass")) == "scene.locked"
    desk.to(20)
    assert desk.give(shapes.Answer("call", "pass")) == ""


def test_credit_is_never_shown(kit: Kit) -> None:
    desk = desk_with(kit, call(kit)).to(10)
    view = api.view(desk.state).scene()
    assert view is not None
    shown = {name for choice in view.choices for name in choice.__slots__}
    assert shown == {"id", "say", "minutes", "locked"}
