"""What the expert does on a desk it has never seen, and with a playbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Ask, Assign, Brief
from simulator.strategies.expert import Expert
from simulator.strategies.playbook import PATIENCE, PlaybookStep

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from simulator.engine.view import View
    from simulator.engine.world import World


def test_it_gives_the_outage_away_with_the_right_to_finish_it(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, _ = played(world, Expert())
    first = entries(state, "incident.assigned")[0]
    assert first.data["to"] == "ana"
    assert first.data["outcome"] == "back"
    assert first.data["may"] == ("take-out",)
    assert first.data["due"] > first.data["check_in"] > first.at
    assert entries(state, "incident.halted") == []


def test_it_keeps_every_promise_it_makes(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    for seed in range(1, 9):
        state, _ = played(world, Expert(), seed)
        assert entries(state, "promise.kept")
        assert entries(state, "promise.broken") == []


def test_it_opens_the_quiet_ticket_and_gives_it_to_somebody_who_can(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, _ = played(world, Expert())
    (opened,) = [e for e in entries(state, "ticket.triaged") if e.subject == "ticket:quiet"]
    assert opened.at <= 45
    (done,) = [e for e in entries(state, "ticket.resolved") if e.subject == "ticket:quiet"]
    assert done.data["by"] in ("dora", "ben")


def test_it_says_only_what_is_known_plain_and_true(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, _ = played(world, Expert())
    sent = entries(state, "message.sent")
    assert {entry.subject for entry in sent} >= {"stakeholder:users", "stakeholder:boss"}
    for entry in sent:
        said = entry.data
        assert (said["jargon"], said["vague"], said["speculation"]) == (0, 0, 0)
        assert not said["untrue"]
        assert not said["promised"]
    assert {e.subject for e in sent if e.data["closing"]} == {
        "stakeholder:users",
        "stakeholder:boss",
    }


def test_it_hears_both_before_it_talks_it_through(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, _ = played(world, Expert())
    (talk,) = entries(state, "conflict.talked-through")
    assert set(talk.data["heard"]) == {"ana", "ben"}
    assert talk.data["words"] == "behaviour-and-impact"


def test_it_relieves_whoever_worked_through_the_break(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, _ = played(world, Expert())
    skipped = entries(state, "analyst.break-skipped")[0]
    breaks = [e for e in entries(state, "analyst.sent-on-break") if e.subject == skipped.subject]
    moves = [e for e in entries(state, "incident.reassigned") if e.data["from"] == "ana"]
    assert min(e.at for e in (*breaks, *moves)) <= skipped.at + 30


def test_it_decides_a_way_back_with_reason_minute_and_fallback(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, _ = played(world, Expert())
    (decision,) = entries(state, "decision.recorded")
    assert decision.data["why"] == ("bank",)
    assert decision.data["threshold"] < 120
    assert decision.data["if_fails"] is True


def test_a_playbook_goes_before_its_own_ways(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    def give(view: View) -> Assign | None:
        known = any(one.id == "portal" for one in view.incidents())
        return Assign("portal", "ben", "alongside", check_in=1) if known else None

    steps = (
        PlaybookStep(None, None, (lambda view: Brief("oldest"),)),
        PlaybookStep(lambda view: view.knows("down"), None, (give,)),
    )
    state, _ = played(world, Expert(steps))
    assert entries(state, "order.briefed")[0].data["order"] == "oldest"
    first = entries(state, "incident.assigned")[0]
    assert first.data["to"] == "ben"
    assert first.data["check_in"] >= first.at + 10


def test_a_line_that_never_makes_sense_is_let_be(world: World, played: Callable[..., Any]) -> None:
    asked: list[int] = []

    def never(view: View) -> Ask | None:
        asked.append(view.now)
        return None

    played(world, Expert((PlaybookStep(None, 10, (never,)),)))
    assert min(asked) == 10
    longest_act = 10
    assert max(asked) <= 10 + PATIENCE + longest_act
