"""Notes at a hand-off, what is handed over, and the evidence that goes with a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scoring.figures import take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


def begun(maker: Maker, subject: str) -> None:
    """Let Ana begin a ticket or an incident at 09:00."""
    kind = "ticket.started" if subject.startswith("ticket:") else "incident.opened"
    maker.add(60, kind, subject, "world", "analyst:ana", to="ana")


def test_notes_are_weighed_over_all_hand_offs(maker: Maker) -> None:
    begun(maker, "ticket:a")
    begun(maker, "incident:portal")
    bare = maker.give(73, "ticket:a", "ben", move="ana")
    full = maker.give(
        87, "incident:portal", "cleo", move="ana", note=("tested", "changed", "suspected", "next")
    )
    figure = take("hand-off-notes", maker.log())
    assert (figure.value, figure.evidence) == (500, (bare, full))


def test_an_incident_whose_steps_have_begun_is_handed_on(maker: Maker) -> None:
    maker.give(27, "incident:portal", "ana")
    maker.add(30, "incident.step-begun", "incident:portal", "world", "analyst:ana", step="look")
    maker.give(87, "incident:portal", "cleo", move="ana")
    assert take("hand-off-notes", maker.log()).value == 0


@pytest.mark.parametrize(("to", "worked_on"), [("ana", True), ("ben", False)])
def test_what_nobody_had_begun_or_who_keeps_it_is_no_hand_off(
    maker: Maker, to: str, *, worked_on: bool
) -> None:
    if worked_on:
        begun(maker, "ticket:a")
    maker.give(73, "ticket:a", to, move="ana")
    assert take("hand-off-notes", maker.log()).value is None


def test_handing_over_weighs_open_work_and_promises(maker: Maker) -> None:
    maker.add(
        200, "shift.handed-over", "desk", tasks=("a",), open=2, covered=1, promises=True, minutes=5
    )
    assert take("handed-over", maker.log()).value == 667


def test_requests_with_all_evidence_are_a_share(maker: Maker) -> None:
    for complete in (True, False, True, True):
        maker.add(
            70, "task.escalated", "stakeholder:vendor", task="portal", facts=(), complete=complete,
            again=0, minutes=4,
        )  # fmt: skip
    maker.add(
        71, "task.escalated", "stakeholder:box", task="portal", facts=(), complete=False, again=0,
        minutes=4, unread=True,
    )  # fmt: skip
    assert take("requests-complete", maker.log()).value == 750
