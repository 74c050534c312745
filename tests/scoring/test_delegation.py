"""Work given away: when, how fully, and to somebody who can do it and has room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.scoring.figures import PORTAL, take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


def test_giving_away_counts_from_the_window_and_cites_the_giving(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    given = maker.give(31, PORTAL, "ana", outcome="node", due=55)
    maker.give(60, PORTAL, "cleo", move="ana")
    figure = take("delegated-complete", maker.log())
    assert (figure.value, figure.evidence) == (6, (given,))


def test_given_away_before_the_window_took_no_time(maker: Maker) -> None:
    maker.give(20, PORTAL, "ana")
    maker.window(25, "p1-knowable", PORTAL, 100)
    assert take("delegated-complete", maker.log()).value == 0


def test_taken_unasked_by_somebody_is_not_given_away(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(26, "incident.opened", PORTAL, "world", to="ana")
    assert take("delegated-complete", maker.log()).value is None


def test_given_away_after_the_closing_does_not_count(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.give(101, PORTAL, "ana")
    assert take("delegated-complete", maker.log()).value is None


def test_two_windows_give_the_mean_with_an_unused_one_at_full_length(maker: Maker) -> None:
    maker.window(10, "p1-knowable", PORTAL, 100, id="one")
    maker.window(120, "p1-knowable", "incident:batch", 139, id="two")
    maker.give(15, PORTAL, "ana")
    assert take("delegated-complete", maker.log()).value == 13  # (5 + 20) / 2, half up


def test_gaps_count_outcome_due_and_acknowledgement(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.give(30, PORTAL, "ana", outcome="node", acknowledged=False)
    assert take("delegated-gaps", maker.log()).value == 2


@pytest.mark.parametrize(("gap", "helps"), [(-1, 0), (0, 1000), (None, 1000)])
def test_help_is_somebody_who_can_do_it(maker: Maker, gap: int | None, helps: int) -> None:
    """Older logs do not say how far the second person's skill reaches."""
    more: dict[str, Any] = {} if gap is None else {"beside_gap": gap}
    maker.give(27, PORTAL, "cleo", gap=-1, beside="ana", **more)
    assert take("within-reach", maker.log(), kind="none").value == helps


@pytest.mark.parametrize(
    ("gap", "style", "beside", "fits"),
    [(1, "hand-over", "", True), (0, "on-call", "", True), (-1, "on-call", "", False),
     (-1, "on-call", "ben", True), (-1, "alongside", "", True), (-2, "show", "ben", False)],
)  # fmt: skip
def test_work_is_within_reach_of_who_knows_it_or_has_help(
    maker: Maker, gap: int, style: str, beside: str, fits: bool
) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    given = maker.give(
        30, PORTAL, "ana", gap=gap, style=style, outcome="node", due=60, beside=beside
    )
    figure = take("within-reach", maker.log())
    assert (figure.value, figure.evidence) == (1000 if fits else 0, (given,))
    assert take("delegated-complete", maker.log()).value == (5 if fits else None)
    assert take("delegated-gaps", maker.log()).value == (0 if fits else None)


@pytest.mark.parametrize(
    ("what", "counts"),
    [(PORTAL, (0, 0, 500, 1000, 500, 0)), ("ticket:a", (0, 0, 500, 1000, 1000, 0))],
)
def test_room_that_is_a_step_off_counts_half_but_a_step_too_tight_for_a_ticket(
    maker: Maker, what: str, counts: tuple[int, ...]
) -> None:
    """Nobody could see how hard the ticket is, and everybody how hard the incident is."""
    for fit, worth in zip(range(-3, 3), counts, strict=True):
        maker.give(27, what, "ana", fit=fit)
        assert take("fitting-room", maker.log()).value == worth


def test_room_is_a_mean_with_the_poorest_first(maker: Maker) -> None:
    given = [maker.give(at, f"ticket:{at}", "ana", fit=fit) for at, fit in enumerate((0, -1, 2))]
    figure = take("fitting-room", maker.log())
    assert (figure.value, figure.evidence) == (500, (given[2], given[1], given[0]))


OVER: dict[str, dict[str, Any]] = {
    "ticket.resolved": {"by": "ana", "minutes": 9, "satisfaction": 70},
    "ticket.linked": {"incident": "portal"},
    "ticket.deferred": {"until": 90},
    "ticket.declined": {"why": "no"},
}


@pytest.mark.parametrize("done", ["", *OVER])
def test_nobody_has_room_for_a_fourth_piece(maker: Maker, done: str) -> None:
    """What they took themselves is a piece too; what is done, or folded away, is none any more."""
    maker.add(5, "ticket.started", "ticket:own", "world", "analyst:ana", to="ana", waited=0,
              pulled=True, first=True)  # fmt: skip
    for at in (10, 11):
        maker.give(at, f"ticket:{at}", "ana")
    maker.give(12, "ticket:other", "ben")
    if done:
        maker.add(20, done, "ticket:10", "world", **OVER[done])
    fourth = maker.give(30, "ticket:30", "ana")
    figure = take("within-reach", maker.log())
    assert figure.value == (1000 if done else 750)
    assert (figure.evidence[0] == fourth) is not bool(done)


def test_what_was_given_to_nobody_fits_nobody(maker: Maker) -> None:
    assert take("within-reach", maker.log()).value is None
    assert take("fitting-room", maker.log()).value is None
