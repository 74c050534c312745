"""The contacts that an incident brings: how many, how they are seen, how they end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element
from simulator.engine.world import Contacts, Step, Way

if TYPE_CHECKING:
    from simulator.engine.log import LogEntry
    from tests.engine.conftest import Kit


def contacts_of(kit: Kit, seed: int, *acts: Any, **incident: Any) -> list[LogEntry]:
    """Return the contacts that came in after minute 20, all acts done by then."""
    contacts = Contacts(kit.kind("login", skill="lab"), ((0, 800),))
    fields: dict[str, Any] = {
        "contacts": contacts, "ways": (Way("again", "workaround", "try again"),
                                       Way("undo", "rollback", "undo", mitigates=True)),
    } | incident  # fmt: skip
    world = kit.world(incidents=(kit.incident(**fields),), storyline=(kit.learn("down", at=12),),
                      stakeholders=(kit.person("users", "users"),), length=200)  # fmt: skip
    desk = kit.desk(world, seed).to(12)
    for act in acts:
        desk.do(act)
    desk.to(200)
    return [e for e in desk.all("ticket.arrived") if e.at > 20]


def of_the_portal(kit: Kit, at: int, **more: Any) -> Any:
    """Return a ticket that the scenario names, as one of the portal's contacts."""
    return replace(kit.ticket("odd", at=at, skill="lab", **more), part_of="portal")


def test_a_named_contact_belongs_to_its_incident(kit: Kit) -> None:
    world = kit.world(incidents=(kit.incident(),), tickets=(of_the_portal(kit, 15),))
    desk = kit.desk(world).to(20)
    desk.do(shapes.Triage("odd"))
    assert desk.one("ticket.triaged").data["incident"] == "portal"
    assert not desk.all("incident.known"), "this incident is known by a fact, not by a ticket"


def test_a_fact_of_a_named_contact_makes_its_incident_known(kit: Kit) -> None:
    tickets = (of_the_portal(kit, 15, finds=("down",)),)
    desk = kit.desk(kit.world(incidents=(kit.incident(),), tickets=tickets)).to(20)
    desk.do(shapes.Triage("odd"))
    assert desk.one("incident.known").at == 22
    desk.do(shapes.Declare("portal", 1))
    desk.do(shapes.Link("portal"))
    assert desk.one("ticket.linked").subject == "ticket:odd"


@pytest.mark.parametrize(("at", "comes"), [(5, True), (15, True), (60, False)])
def test_a_named_contact_comes_unless_it_is_over(kit: Kit, at: int, comes: bool) -> None:
    undo = Way("undo", "rollback", "undo", mitigates=True)
    world = kit.world(incidents=(kit.incident(ways=(undo,)),), tickets=(of_the_portal(kit, at),),
                      storyline=(kit.learn("down", at=20),))  # fmt: skip
    desk = kit.desk(world).to(25)
    desk.do(shapes.Workaround("portal", "undo"))
    desk.to(100)
    assert bool(desk.all("ticket.arrived")) is comes


WORD = shapes.Message("users", "portal", (Element("impact", "bad"),))


@pytest.mark.parametrize(
    ("acts", "share"),
    [
        ((WORD,), 450),
        ((shapes.Workaround("portal", "again"),), 300),
        ((WORD, shapes.Workaround("portal", "again")), 300),
        ((shapes.Workaround("portal", "undo"),), 250),
    ],
)
def test_contacts_thin_out(kit: Kit, acts: tuple[Any, ...], share: int) -> None:
    """A share of the same contacts comes, none of them at another minute."""
    until = 44 if acts[-1] == shapes.Workaround("portal", "undo") else 200
    all_, some = 0, 0
    for seed in range(12):
        loud = {e.subject: e.at for e in contacts_of(kit, seed) if e.at <= until}
        less = {e.subject: e.at for e in contacts_of(kit, seed, *acts)}
        assert less.items() <= loud.items()
        all_ += len(loud)
        some += len(less)
    expected = all_ * share / 1000
    assert abs(some - expected) < 4 * (expected * (1 - share / 1000)) ** 0.5


def test_contacts_come_at_their_rate(kit: Kit) -> None:
    contacts = Contacts(kit.kind("login", skill="lab"), ((0, 300), (30, 1000), (60, 0)))
    ages = [
        e.at - 10
        for seed in range(30)
        for e in contacts_of(kit, seed, contacts=contacts, starts=10)
    ]
    assert max(ages) < 60
    first = sum(11 <= age < 30 for age in ages) / 30  # those after minute 20
    second = sum(30 <= age < 60 for age in ages) / 30
    assert abs(first - 19 * 0.3) < 4 * (19 * 0.3 / 30) ** 0.5
    assert abs(second - 30) < 4


def test_contacts_are_seen_as_such_only_once_the_incident_is_known(kit: Kit) -> None:
    contacts = Contacts(kit.kind("login", skill="lab"), ((0, 1000),))
    world = kit.world(incidents=(kit.incident(contacts=contacts),),
                      storyline=(kit.learn("down", at=20),))  # fmt: skip
    desk = kit.desk(world).to(19)
    assert {one.incident for one in api.view(desk.state).tickets()} == {""}
    assert not any("incident" in e.data for e in desk.all("ticket.arrived"))
    desk.to(20)
    assert {one.incident for one in api.view(desk.state).tickets()} == {"portal"}


@pytest.mark.parametrize("late", [False, True])
def test_linked_duplicates_are_done_when_the_service_is_back(kit: Kit, *, late: bool) -> None:
    contacts = Contacts(kit.kind("login", skill="lab"), ((0, 1000),))
    steps = (Step("fix", "fixed", 5, effect="mitigates"),)
    desk = kit.outage(contacts=contacts, steps=steps)
    desk.do(shapes.Declare("portal"))
    if not late:
        desk.do(shapes.Link("portal"))
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(30)
    assert desk.all("incident.mitigated")
    if late:
        desk.do(shapes.Link("portal"))
    linked = {e.subject for e in desk.all("ticket.linked")}
    done = desk.all("ticket.resolved")
    assert linked
    assert {e.subject for e in done} == linked
    assert not any(e.data.get("singly") for e in done)
    at = desk.one("incident.linked").at if late else desk.one("incident.mitigated").at
    assert {e.at for e in done} == {at}


def test_a_duplicate_answered_by_itself_is_told_as_such(kit: Kit) -> None:
    contacts = Contacts(kit.kind("login", effort=3), ((0, 300),))
    desk = kit.outage(contacts=contacts).to(60)
    assert desk.all("ticket.resolved")
    assert all(e.data["singly"] for e in desk.all("ticket.resolved"))
