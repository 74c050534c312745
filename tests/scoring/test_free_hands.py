"""Work that was given to free hands, or set something less urgent aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.scoring.figures import PORTAL, take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


def test_free_hands_or_something_less_urgent(maker: Maker) -> None:
    """What either was known to be at that minute decides; a break is nobody's order."""
    maker.add(5, "ticket.arrived", "ticket:a", "script", logged=3, channel="portal",
              skill="network", service="wifi")  # fmt: skip
    maker.give(10, "ticket:b", "ben", priority=3)
    maker.add(11, "ticket.parked", "ticket:a", "world", "analyst:cleo", because=-1, by="cleo")
    assert take("free-hands", maker.log(closed=False), kind="none").value == 1000
    same = maker.give(20, "ticket:c", "ana", priority=3)
    maker.add(20, "ticket.parked", "ticket:a", "world", "analyst:ana", because=same, by="ana")
    figure = take("free-hands", maker.log(closed=False), kind="none")
    assert (figure.value, figure.evidence[0]) == (500, same)
    urgent = maker.give(30, "ticket:d", "ana", priority=2)
    maker.add(30, "ticket.parked", "ticket:a", "world", "analyst:ana", because=urgent, by="ana")
    assert take("free-hands", maker.log(closed=False), kind="none").value == 667
    for_less = maker.give(40, "ticket:e", "ana", priority=2)
    maker.add(40, "incident.parked", PORTAL, "lead", "analyst:ana", because=for_less, by="ana")
    assert take("free-hands", maker.log(), kind="none").value == 500


@pytest.mark.parametrize(("gap", "kept"), [(0, 0), (-1, 0), (-2, 1000)])
def test_work_taken_off_who_was_at_it_was_not_kept(maker: Maker, gap: int, kept: int) -> None:
    """Whoever could not do it loses nothing by it."""
    begun: dict[str, Any] = {"to": "ana", "waited": 0, "pulled": True, "first": True, "gap": gap}
    maker.add(5, "ticket.started", "ticket:a", "world", "analyst:ana", **begun)
    maker.give(10, "ticket:a", "ben", move="ana")
    assert take("free-hands", maker.log(), kind="none").value == kept


def test_work_that_nobody_is_at_is_free_to_give(maker: Maker) -> None:
    begun: dict[str, Any] = {"to": "ana", "waited": 0, "pulled": True, "first": True, "gap": 0}
    maker.add(5, "ticket.started", "ticket:a", "world", "analyst:ana", **begun)
    maker.add(8, "ticket.parked", "ticket:a", "world", "analyst:ana", by="ana")
    maker.give(10, "ticket:a", "ben", move="ana")
    assert take("free-hands", maker.log(), kind="none").value == 1000


def test_nothing_given_sets_nothing_aside(maker: Maker) -> None:
    assert take("free-hands", maker.log(), kind="none").value is None
