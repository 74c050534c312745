"""Duplicates in bursts of real size: hundreds in two hours, prevented by words, never altered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts import shapes
from simulator.engine.world import Contacts, Step, Way, Wording

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from tests.engine.conftest import Desk, Kit


def burst(kit: Kit, seed: int, *acts: Act, until: int = 240) -> Desk:
    """Return a shift with five contacts a minute for 80 minutes; 370 were linked in a real one."""
    spec = kit.incident(
        contacts=Contacts(kit.kind("call", skill="desk", difficulty=1), ((0, 5000), (80, 0))),
        steps=(Step("find", "found", 200),),
        ways=(Way("again", "workaround", "try again"),),
    )
    desk = kit.desk(kit.world(
        kit.analyst("ana", skills={"net": 4}), kit.analyst("ben", skills={"desk": 3}),
        incidents=(spec,), storyline=(kit.learn("down", at=12),),
        stakeholders=(kit.person("users", "users"),),
        wordings=(Wording("bad", "impact", "it is bad"),),
    ), seed).to(12)  # fmt: skip
    for act in acts:
        desk.do(act)
    return desk.to(until)


def contacts(desk: Desk) -> dict[str, tuple[object, ...]]:
    """Return what each contact is, apart from what was done with it."""
    return {
        one.id: (one.arrived, one.effort, one.kind)
        for one in desk.state.tickets.values() if one.source
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_words_and_workarounds_prevent_contacts_and_alter_none(kit: Kit, seed: int) -> None:
    users = shapes.Message("users", "portal", (kit.desk.element("impact", "bad"),))
    alone = contacts(burst(kit, seed))
    told = contacts(burst(kit, seed, users))
    helped = contacts(burst(kit, seed, users, shapes.Workaround("portal", "again")))
    assert 320 <= len(alone) <= 480
    assert len(alone) > len(told) > len(helped)
    for fewer, more in ((told, alone), (helped, told)):
        assert fewer.items() <= more.items()


def test_linked_they_fold_and_keep_nobody_busy(kit: Kit) -> None:
    desk = burst(kit, 1, shapes.Declare("portal", 1), until=100)
    desk.do(shapes.Link("portal"))
    entry = desk.one("incident.linked")
    assert isinstance(entry.data["linked"], int)
    assert entry.data["linked"] >= 300
    assert not [one for one in desk.state.waiting if desk.state.tickets[one].source]
