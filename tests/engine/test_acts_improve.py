"""Articles, problem records, automations, and a closer look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api, words
from simulator.engine.acts import shapes
from simulator.engine.world import Moment, TicketSpec, always

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


def same_kind(kit: Kit, **more: Any) -> Desk:
    """Return a desk where ana and ben get tickets of one kind, of 20 minutes each."""
    kind = kit.kind("vpn", **more)
    tickets = tuple(
        TicketSpec(ident, kind, Moment("", always(at)), 0)
        for ident, at in (("a", 0), ("b", 0), ("c", 100), ("d", 200))
    )
    team = (kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"net": 4}))
    return kit.desk(kit.world(*team, tickets=tickets, length=300)).to(30)


WORK = ("started", "resolved")


def took(desk: Desk, ticket: str) -> int:
    began, ended = (desk.one(f"ticket.{what}", f"ticket:{ticket}") for what in WORK)
    return ended.at - began.at


@pytest.mark.parametrize(("reviewer", "minutes", "checked"), [("", 18, False), ("ben", 16, True)])
def test_an_article_makes_later_tickets_of_its_kind_easier(
    kit: Kit, reviewer: str, minutes: int, checked: bool
) -> None:
    desk = same_kind(kit)
    desk.do(shapes.WriteArticle("vpn", "ana", reviewer))
    desk.to(250)
    entry = desk.one("article.published")
    assert entry.data == {"of": "vpn", "checked": checked}
    assert entry.at == 33 + 20 + 6 * checked
    assert (took(desk, "a"), took(desk, "c")) == (20, minutes)


def test_who_writes_is_away_from_the_queue(kit: Kit) -> None:
    desk = same_kind(kit, effort=90)
    before = desk.state.tickets["a"].who
    desk.do(shapes.WriteArticle("vpn", before))
    view = api.view(desk.state).analyst(before)
    assert (view.place, view.until, view.parked) == ("aside", 53, ("a",))
    for act in (shapes.SendOnBreak(before), shapes.Assign("b", before), shapes.OneOnOne(before)):
        assert desk.give(act) == "person.aside"
    desk.to(53)
    assert api.view(desk.state).analyst(before).on == "a"
    # 33 minutes were done before; the other 57 go faster with the article.
    assert desk.to(150).state.tickets["a"].resolved == 53 + 52


def test_returns_get_rarer_with_an_article(kit: Kit) -> None:
    def returned(article: bool) -> int:
        kind = replace(kit.kind("vpn", effort=1, subjects=("x",)))
        tickets = tuple(
            TicketSpec(f"t{n}", kind, Moment("", always(60 + n)), 100) for n in range(100)
        )
        rules = kit.with_rules(article_return=(-10, -100))
        first = TicketSpec("first", kind, Moment("", always(0)), 0)
        team = (kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"net": 4}))
        world = kit.world(*team, tickets=(first, *tickets), rules=rules)
        desk = kit.desk(world).to(5)
        if article:
            desk.do(shapes.WriteArticle("vpn", "ana", "ben"))
        return len(desk.to(240).all("ticket.returned"))

    assert returned(article=False) > 0
    assert returned(article=True) == 0


def test_an_article_is_not_finished_by_who_goes_home(kit: Kit) -> None:
    team = (kit.analyst("ana", skills={"net": 4}, leaves=20), kit.analyst("ben", skills={"net": 4}))
    desk = kit.desk(kit.world(*team, tickets=(kit.ticket("a", effort=3),))).to(5)
    desk.do(shapes.WriteArticle("a-kind", "ana", "ben"))
    desk.to(60)
    assert not desk.all("article.published")
    desk.do(shapes.WriteArticle("a-kind", "ben"))
    assert desk.to(100).one("article.published").actor == "analyst:ben"


def test_a_draft_whose_checker_goes_home_stays_unchecked(kit: Kit) -> None:
    team = (kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"net": 4}, leaves=30))
    desk = kit.desk(kit.world(*team, tickets=(kit.ticket("a", effort=3),))).to(5)
    desk.do(shapes.WriteArticle("a-kind", "ana", "ben"))
    entry = desk.to(60).one("article.published")
    assert (entry.at, entry.data["checked"]) == (30, False)


def test_a_problem_record_links_what_shows_it(kit: Kit) -> None:
    desk = same_kind(kit)
    assert desk.give(shapes.OpenProblem("vpn", ("c",))) == "problem.other-tickets"
    desk.do(shapes.OpenProblem("vpn", ("a", "b")))
    assert desk.one("problem.opened").data["linked"] == ("a", "b")
    assert desk.give(shapes.OpenProblem("vpn")) == "problem.open"


def test_an_automation_says_whether_the_workflow_was_looked_into_first(kit: Kit) -> None:
    def proposed(*before: Any) -> tuple[object, object]:
        ticket = kit.ticket("a", effort=10, returns=1000)
        team = (kit.analyst("ana", skills={"net": 4}),)
        desk = kit.desk(kit.world(*team, tickets=(ticket,))).to(100)
        for act in before:
            desk.do(act)
        desk.do(shapes.ProposeAutomation("a-kind"))
        data = desk.one("automation.proposed").data
        return data["fixed_first"], data["saves"]

    assert proposed() == (False, 12)  # two tickets of ten minutes, 60 %
    assert proposed(shapes.OpenProblem("a-kind")) == (True, 12)


def test_a_study_tells_who_gets_what_and_where_returns_come_from(kit: Kit) -> None:
    tickets = (kit.ticket("a", effort=2, returns=1000), kit.ticket("b", at=3, effort=2))
    desk = kit.desk(kit.world(tickets=tickets)).to(100)
    desk.do(shapes.Study("returns"))
    desk.do(shapes.Study("case-mix", "ana"))
    back = len(desk.all("ticket.returned"))
    found = [e.data["found"] for e in desk.all("desk.studied")]
    assert found == [(f"a-kind:{back}",), (f"a-kind:{back + 1}", "b-kind:1")]


def test_what_a_study_found_is_told(kit: Kit) -> None:
    tickets = (kit.ticket("a", effort=2), kit.ticket("b", at=3, effort=2))
    desk = kit.desk(kit.world(tickets=tickets)).to(20)
    desk.do(shapes.Study("returns"))
    desk.do(shapes.Study("case-mix", "ana"))
    table, clock = words.names_at(desk.state), words.clock_of(desk.state.world)
    assert [words.sentence(entry, table, clock) for entry in desk.all("desk.studied")] == [
        "You studied where returns come from: none so far",
        "You studied what Ana has closed today: a kind (1), b kind (1)",
    ]


def test_finished_tickets_are_read_latest_first(kit: Kit) -> None:
    tickets = tuple(kit.ticket(f"t{n}", effort=2, difficulty=5) for n in range(7))
    rules = kit.with_rules(return_gap=(0, 0))
    desk = kit.desk(kit.world(tickets=tickets, rules=rules)).to(60)
    desk.do(shapes.SampleTickets("ana"))
    data = desk.one("analyst.tickets-sampled").data
    assert data["tickets"] == ("t2", "t3", "t4", "t5", "t6")
    assert (data["hard"], data["returned"]) == (5, 0)
