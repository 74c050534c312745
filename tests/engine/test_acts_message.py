"""Messages and the hand-over: what they tell, what they cost, what is no longer so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Way
from tests.engine.outage import desk_with, message

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


@pytest.mark.parametrize(
    ("to", "minutes"),
    [("desk", 2), ("tech", 2), ("users", 3), ("cfo", 4), ("boss", 4), ("vendor", 4), ("peer", 4)],
)
def test_a_message_takes_the_minutes_of_its_audience(kit: Kit, to: str, minutes: int) -> None:
    desk = desk_with(kit).to(12)
    act = message(to, "bad")
    assert api.view(desk.state).cost(act) == minutes
    assert api.view(desk.state).done_at(act) == 12 + minutes
    desk.do(act)
    assert desk.one("act.done").at == 12 + minutes


def test_a_message_tells_what_it_holds(kit: Kit) -> None:
    desk = desk_with(kit).to(12)
    desk.do(message("cfo", "bad", "jargon", "soon", next_at=40))
    assert desk.one("message.sent", "stakeholder:cfo").data == {
        "about": "portal", "elements": ("impact", "risk", "action", "next-update"),
        "wordings": ("bad", "jargon", "soon"), "facts": ("down",), "jargon": 1, "vague": 1,
        "speculation": 0, "promised": False, "untrue": False, "next": 40, "closing": False,
        "new": True, "since": -1, "minutes": 4,
    }  # fmt: skip
    desk.do(message("cfo", "bad"))
    second = desk.all("message.sent")[1]
    assert (second.data["since"], second.data["new"], second.data["next"]) == (4, False, -1)


def test_what_was_not_known_when_it_was_begun_is_speculation(kit: Kit) -> None:
    """A fact that is learned meanwhile does not make the guess good."""
    desk = desk_with(kit, storyline=(kit.learn("down", at=12), kit.learn("node", at=14))).to(12)
    desk.do(message("cfo", "guess"))
    desk.do(message("cfo", "guess"))
    assert [e.data["speculation"] for e in desk.all("message.sent")] == [1, 0]


def test_a_message_names_the_workaround_it_tells_of_once_that_is_more_than_a_guess(
    kit: Kit,
) -> None:
    desk = desk_with(kit).to(12)
    for wording in ("bad", "go-round", "go-elsewhere"):
        desk.do(message("users", wording))
    assert [e.data.get("way") for e in desk.all("message.sent")] == [None, "again", None]


def test_wordings_are_offered_by_audience_matter_and_knowledge(kit: Kit) -> None:
    desk = desk_with(kit, storyline=(kit.learn("down", at=12), kit.learn("node", at=30))).to(12)

    def offered(to: str, about: str = "portal") -> set[str]:
        return {one.id for one in api.view(desk.state).wordings(to, about)}

    assert "for-users" in offered("users")
    assert "for-users" not in offered("cfo")
    assert "for-cfo" in offered("cfo")
    assert "for-cfo" not in offered("cfo", "") | offered("boss")
    assert "node" not in offered("cfo")
    desk.to(30)
    assert "node" in offered("cfo")
    known = {w.id: w.known for w in api.view(desk.state).wordings("cfo", "portal")}
    assert known["bad"]


def test_a_word_to_the_desk_counts_as_a_word_with_everybody(kit: Kit) -> None:
    desk = desk_with(kit).to(50)
    desk.do(message("desk", "bad"))
    told = desk.one("desk.told")
    assert told.data == {
        "about": "portal", "elements": ("impact",), "facts": ("down",), "minutes": 2,
    }  # fmt: skip
    desk.to(105)
    assert not desk.all("analyst.morale-changed", why="no-word")


def test_an_untrue_statement_and_a_repeated_one_cost_trust(kit: Kit) -> None:
    desk = desk_with(kit, incidents=()).to(12)
    desk.do(message("peer", "bad", about=""))
    desk.do(message("peer", "bad", about=""))
    desk.do(message("cfo", "lie", about=""))
    changes = {e.subject: e.data["change"] for e in desk.all("stakeholder.trust-changed")}
    assert changes == {"stakeholder:peer": -3, "stakeholder:cfo": -15}


def test_a_later_update_without_news_is_no_noise(kit: Kit) -> None:
    desk = desk_with(kit, incidents=()).to(12)
    desk.do(message("peer", "bad", about=""))
    desk.to(21)
    desk.do(message("peer", "bad", about=""))
    assert not desk.all("stakeholder.trust-changed")


def test_a_hand_over_says_what_it_covers(kit: Kit) -> None:
    tickets = (kit.ticket("a", skill="lab", logged=2), kit.ticket("b", skill="lab", logged=2),
               kit.ticket("c", skill="lab"))  # fmt: skip
    desk = desk_with(kit, tickets=tickets).to(210)
    desk.do(shapes.HandOver(("a", "c", "portal"), promises=False, facts=("down",)))
    entry = desk.one("shift.handed-over")
    assert entry.data == {
        "tasks": ("a", "c", "portal"), "open": 3, "covered": 2, "promises": False,
        "facts": ("down",), "minutes": 5,
    }  # fmt: skip


def test_a_message_that_is_overtaken_can_still_be_taken_back(kit: Kit) -> None:
    """The service works again while the words wait their turn: they need not go."""
    way = Way("restart", "rollback", "restart", allowed_by="boss", mitigates=True)
    desk = desk_with(kit, incidents=(kit.incident(ways=(way,)),)).to(12)
    desk.do(shapes.Escalate("portal", "boss", "restart"))
    desk.to(18)
    desk.give(shapes.Listen("ana"))
    number = api.give(desk.state, message("users", "bad")).number
    desk.to(19)
    assert desk.give(shapes.Withdraw(number)) == "withdraw.too-late"
    desk.to(20)
    (queued,) = api.view(desk.state).agenda().queued
    assert queued.over_since == desk.one("incident.mitigated").at == 20
    assert desk.give(shapes.Withdraw(number)) == ""
    desk.to(40)
    assert not desk.all("message.sent")


def test_what_an_incident_showed_is_over_with_it(kit: Kit) -> None:
    way = Way("restart", "rollback", "restart", allowed_by="boss", mitigates=True)
    desk = desk_with(
        kit, incidents=(kit.incident(ways=(way,)),), storyline=(kit.learn("down", "node", at=12),)
    ).to(12)
    assert not any(one.over for one in api.view(desk.state).facts())
    desk.do(shapes.Escalate("portal", "boss", "restart"))
    desk.to(21)
    assert "node" in {one.id for one in api.view(desk.state).facts() if one.over}
