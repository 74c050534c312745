"""The minutes at which something asks for the lead, from the log of a shift."""

from __future__ import annotations

import pytest

from simulator.engine.log import LogEntry, Value
from simulator.runs.asking import asked


def entry(
    at: int, kind: str, subject: str = "ticket:a", seen: bool = True, **data: Value
) -> LogEntry:
    """An entry of the world's, with these fields."""
    return LogEntry(0, at, kind, "world", subject, "desk", -1, seen, data)


@pytest.mark.parametrize(
    ("entries", "minutes"),
    [
        ([entry(3, "scene.opened")], (3,)),
        ([entry(3, "scene.opened", seen=False)], ()),
        ([entry(3, "story.told"), entry(3, "conflict.sign"), entry(9, "call.rang")], (3, 9)),
        ([entry(5, "desk.reading"), entry(6, "ticket.resolved"), entry(100, "shift.closed")], ()),
        ([entry(4, "ticket.arrived")], (4,)),
        ([entry(4, "ticket.arrived"), entry(4, "ticket.started")], ()),
        ([entry(4, "ticket.arrived"), entry(4, "ticket.started", "ticket:b")], (4,)),
        ([entry(4, "ticket.arrived"), entry(6, "ticket.started")], (4,)),
        ([entry(2, "ticket.assigned", check_in=30)], (30,)),
        ([entry(2, "promise.made", "stakeholder:cfo", due=40)], (35, 40)),
        (
            [entry(2, "promise.made", "stakeholder:cfo", due=40),
             entry(20, "promise.kept", "stakeholder:cfo", due=40, early=20)],
            (),
        ),
    ],
    ids=["a scene", "unseen", "news, signs and calls", "what goes on by itself", "a ticket waits",
         "a ticket is taken at once", "another is taken", "a ticket is taken later", "a look",
         "a promise is due", "a promise was kept before"],
)  # fmt: skip
def test_what_asks_for_the_lead(entries: list[LogEntry], minutes: tuple[int, ...]) -> None:
    assert asked(entries) == minutes
