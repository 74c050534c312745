"""What comes first: brief, open, set a priority, link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts import shapes
from simulator.engine.world import Contacts, Step

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

RESPOND, RESOLVE = (15, 30, 60, 120), (60, 120, 240, 480)


# Brief ------------------------------------------------------------------------------------------


def test_a_brief_takes_four_minutes_and_lifts_everybody_once(kit: Kit) -> None:
    team = (kit.analyst("ana", skills={"net": 4}), kit.analyst("ben"))
    desk = kit.desk(kit.world(*team)).to(10)
    entries = desk.do(shapes.Brief("impact"))
    assert [e.kind for e in entries][:3] == ["act.given", "act.begun", "act.done"]
    entry = desk.one("order.briefed")
    assert (entry.at, entry.cause, entry.data["minutes"]) == (14, "lead", 4)
    assert (entry.data["order"], entry.data["changed"]) == ("impact", False)
    changes = desk.all("analyst.morale-changed", why="briefed")
    assert [(e.subject, e.data["change"], e.because) for e in changes] == [
        ("analyst:ana", 1, entry.number), ("analyst:ben", 1, entry.number),
    ]  # fmt: skip
    assert dict(desk.state.lead.family) == {"prioritise": 4}


def test_another_order_costs_goodwill(kit: Kit) -> None:
    desk = kit.desk(kit.world())
    desk.do(shapes.Brief("impact"))
    desk.do(shapes.Brief("oldest"))
    assert desk.morale("ana") == 65_000
    assert [e.data["changed"] for e in desk.all("order.briefed")] == [False, True]


def test_a_reason_that_is_known_goes_with_it(kit: Kit) -> None:
    desk = kit.desk(kit.world(storyline=(kit.learn("down"),)))
    desk.do(shapes.Brief("impact", why="down"))
    assert desk.one("order.briefed").data["why"] == "down"


def test_the_reason_can_be_given_later_once_and_changes_nothing_else(kit: Kit) -> None:
    desk = kit.desk(kit.world(storyline=(kit.learn("down"), kit.learn("late"))))
    desk.do(shapes.Brief("impact"))
    morale = desk.morale("ana")
    assert desk.give(shapes.Brief("impact")) == "brief.same"
    desk.do(shapes.Brief("impact", why="down"))
    assert [(e.data.get("why"), e.data["changed"]) for e in desk.all("order.briefed")] == [
        (None, False), ("down", False),
    ]  # fmt: skip
    assert desk.morale("ana") == morale
    assert desk.give(shapes.Brief("impact", why="late")) == "brief.same"


@pytest.mark.parametrize(
    ("order", "habits", "expected"),
    [
        ("", (), ["b", "c", "d"]),
        ("impact", (), ["d", "b", "c"]),
        ("oldest", ("easiest-first",), ["b", "c", "d"]),
        ("", ("easiest-first",), ["c", "b", "d"]),
        ("own", ("easiest-first",), ["c", "b", "d"]),
        ("impact", ("easiest-first", "keeps-own-order"), ["c", "b", "d"]),
        ("", ("own-skill-first",), ["d", "b", "c"]),
    ],
)
def test_the_order_says_what_is_pulled_next(
    kit: Kit, order: str, habits: tuple[str, ...], expected: list[str]
) -> None:
    ana = kit.analyst("ana", skills={"net": 4, "app": 3}, habits=frozenset(habits))
    tickets = (
        kit.ticket("a", effort=20), kit.ticket("b", at=1, effort=20, skill="app"),
        kit.ticket("c", at=2, effort=5, skill="app"),
        kit.ticket("d", at=3, effort=30, logged=1),
    )  # fmt: skip
    desk = kit.desk(kit.world(ana, tickets=tickets))
    if order:
        desk.do(shapes.Brief(order))  # type: ignore[arg-type]
    desk.to(150)
    assert [e.subject[7:] for e in desk.all("ticket.started")] == ["a", *expected]


def test_who_waits_to_be_asked_starts_as_soon_as_the_order_is_clear(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, habits=frozenset({"waits-to-be-asked"}))
    rules = kit.with_rules(idle_pull=30)
    desk = kit.desk(kit.world(ana, tickets=(kit.ticket("a", at=1),), rules=rules)).to(3)
    assert desk.state.waiting == ["a"]
    desk.do(shapes.Brief("impact"))
    assert desk.one("ticket.started").at == 7


def test_who_waits_to_be_asked_pulls_after_all(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, habits=frozenset({"waits-to-be-asked"}))
    desk = kit.desk(kit.world(ana, tickets=(kit.ticket("a", at=1),))).to(20)
    assert desk.one("ticket.started").at == 3


# Open a ticket ----------------------------------------------------------------------------------


def test_triage_finds_the_true_priority_and_what_it_is_about(kit: Kit) -> None:
    ticket = kit.ticket("a", at=5, skill="app", logged=3, true=1, finds=("why",))
    desk = kit.desk(kit.world(tickets=(ticket,))).to(20)
    desk.do(shapes.Triage("a"))
    entry = desk.one("ticket.triaged")
    assert (entry.at, entry.data) == (22, {"priority": 1, "logged": 3, "minutes": 2})
    assert desk.one("fact.learned").because == entry.number
    record = desk.state.tickets["a"]
    assert (record.priority, record.triaged) == (1, True)
    assert (record.respond_by, record.resolve_by) == (22 + 15, 22 + 60)


def test_a_higher_priority_never_moves_a_target_back(kit: Kit) -> None:
    ticket = kit.ticket("a", at=0, skill="app", logged=3, true=2)
    desk = kit.desk(kit.world(tickets=(ticket,))).to(50)
    desk.do(shapes.Triage("a"))
    record = desk.state.tickets["a"]
    assert (record.respond_by, record.resolve_by) == (60, 52 + 120)
    desk.to(70)
    assert desk.one("ticket.breached").at == 60
    late = kit.desk(kit.world(tickets=(ticket,), length=480)).to(200)
    late.do(shapes.Triage("a"))
    assert late.state.tickets["a"].resolve_by == 240


def test_triage_makes_the_incident_of_a_contact_known(kit: Kit) -> None:
    contacts = Contacts(kit.kind("login", skill="app"), ((0, 1000),))
    world = kit.world(incidents=(kit.incident(contacts=contacts, known_by=""),))
    desk = kit.desk(world).to(25)
    first = next(iter(desk.state.tickets))
    assert not desk.all("incident.known")
    desk.do(shapes.Triage(first))
    triaged, known = desk.one("ticket.triaged"), desk.one("incident.known")
    assert triaged.data["incident"] == "portal"
    assert (known.cause, known.because) == ("lead", triaged.number)
    assert {t.incident for t in desk.state.tickets.values()} == {"portal"}


# Set a priority ---------------------------------------------------------------------------------


@pytest.mark.parametrize("priority", [1, 2, 4])
def test_clocks_follow_a_priority_set_by_hand(kit: Kit, priority: int) -> None:
    desk = kit.desk(kit.world(tickets=(kit.ticket("a", at=5, skill="app"),), length=480)).to(10)
    desk.do(shapes.SetPriority("a", priority))
    entry = desk.one("ticket.prioritised")
    assert (entry.at, entry.data) == (11, {"priority": priority, "before": 3, "minutes": 1})
    base = 11 if priority < 3 else 5
    record = desk.state.tickets["a"]
    assert record.respond_by == base + RESPOND[priority - 1]
    assert record.resolve_by == base + RESOLVE[priority - 1]
    desk.to(480)
    missed = [(e.data["target"], e.at) for e in desk.all("ticket.breached")]
    due = [("respond", record.respond_by), ("resolve", record.resolve_by)]
    assert missed == [one for one in due if one[1] <= 480]


def test_a_p1_weighs_more_on_who_has_it_in_hand(kit: Kit) -> None:
    desk = kit.desk(kit.world(tickets=(kit.ticket("a", effort=200),))).to(10)
    assert desk.stress("ana") == 31_000
    desk.do(shapes.SetPriority("a", 1))
    before = desk.stress("ana")
    desk.to(21)
    assert desk.stress("ana") - before == 3_000


def test_pulling_follows_a_priority_set_by_hand(kit: Kit) -> None:
    tickets = tuple(kit.ticket(name, at=n) for n, name in enumerate("abc"))
    desk = kit.desk(kit.world(tickets=tickets)).to(3)
    desk.do(shapes.Brief("impact"))
    desk.do(shapes.SetPriority("c", 2))
    desk.to(60)
    assert [e.subject for e in desk.all("ticket.started")] == ["ticket:a", "ticket:c", "ticket:b"]


# Link -------------------------------------------------------------------------------------------


def outage(kit: Kit, rate: int = 1000) -> Desk:
    """Return a desk with contacts streaming in and the incident declared, at minute 21."""
    ana = kit.analyst("ana", skills={"net": 4, "app": 4})
    contacts = Contacts(kit.kind("login", skill="app", effort=8, logged=2), ((0, rate),))
    steps = (Step("find", "found", 30), Step("fix", "fixed", 30, effect="mitigates"))
    world = kit.world(
        ana, kit.analyst("ben", skills={"app": 4}),
        incidents=(kit.incident(contacts=contacts, steps=steps),),
        storyline=(kit.learn("down", at=15),),
    )  # fmt: skip
    desk = kit.desk(world).to(19)
    desk.do(shapes.Declare("portal"))
    return desk


def test_linking_folds_all_duplicates_and_frees_who_has_one(kit: Kit) -> None:
    desk = outage(kit)
    at_work = [a.task for a in desk.state.analysts.values()]
    assert set(at_work) <= set(desk.state.tickets)
    still = [t.id for t in desk.state.tickets.values() if t.resolved < 0]
    desk.do(shapes.Link("portal"))
    entry = desk.one("incident.linked")
    assert entry.data["minutes"] == 1
    assert entry.data["linked"] == len(desk.all("ticket.linked")) >= len(still)
    assert all(e.because == entry.number for e in desk.all("ticket.linked"))
    in_hand = [a.task for a in desk.state.analysts.values() if a.task]
    # Whoever has something in hand took it after the link took effect, in the same minute.
    assert all(desk.state.tickets[one].arrived == entry.at for one in in_hand)
    assert set(in_hand) & set(still) == set()


def test_a_linked_duplicate_misses_no_target_of_its_own(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.Link("portal"))
    linked = {e.subject for e in desk.all("ticket.linked")}
    desk.to(240)
    assert linked
    assert not [e for e in desk.all("ticket.breached") if e.subject in linked]


def test_duplicates_that_come_later_fold_in_once_the_desk_was_told(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.Link("portal"))
    untold = len(desk.all("ticket.linked"))
    desk.to(35)
    assert len(desk.all("ticket.linked")) == untold
    assert len(desk.all("ticket.arrived")) > untold
    desk.do(shapes.Message("desk", "portal", (desk.element("impact", "bad"),)))
    told, at = len(desk.all("ticket.linked")), desk.state.now
    desk.to(60)
    later = [e for e in desk.all("ticket.arrived") if e.at > at]
    assert len(desk.all("ticket.linked")) == told + len(later) > told
