"""After a quit the desk knows its messages again: the last one to each, and drafts that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts.base import Element, Given
from simulator.engine.acts.shapes import Brief, GoAhead, Message
from simulator.tui import remembering
from simulator.tui.library import HomeShelf
from tests.tui.driving import app_with, at, framed, shown, until
from tests.tui.fakes import FakeDesk, FakeSight, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.engine.log import LogEntry

TO_USERS = Message("users", "portal", (Element("impact", "impact-1"),))
TO_CFO = Message("cfo", "portal", (Element("impact", "impact-2"),))
ACTS = (
    Given(0, 30, GoAhead("portal"), ""),
    Given(1, 40, TO_USERS, "mine"),
    Given(2, 50, TO_CFO, ""),
    Given(3, 51, Brief("impact"), ""),
)


def of_act(kind: str, number: int) -> LogEntry:
    """Return what became of an act."""
    return entry(40 + number, 55, kind, "lead", "lead", act="message", number=number,
                 code="person.away", minutes=4)  # fmt: skip


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[HomeShelf]:
    kept = HomeShelf(str(tmp_path / "own.db"), seed=10)
    yield kept
    kept.close()


def test_each_audience_has_its_last_message_and_a_lost_one_is_a_draft() -> None:
    sight = FakeSight(happened=(of_act("act.failed", 1),))
    known = remembering.messages(ACTS, sight)
    assert {key: (one.at, one.words, one.lost) for key, one in known.items()} == {
        ("users", "portal"): (40, "mine", True),
        ("cfo", "portal"): (50, "", False),
    }
    assert remembering.failed(sight) == {1}


def test_a_draft_that_was_sent_after_all_is_none_any_more() -> None:
    sight = FakeSight(happened=(of_act("act.failed", 1),))
    again = Given(4, 56, TO_USERS, "")
    assert not remembering.messages((*ACTS, again), sight)["users", "portal"].lost


@pytest.mark.parametrize("kind", ["act.refused", "act.withdrawn"])
def test_what_was_never_in_force_is_not_remembered(kind: str) -> None:
    sight = FakeSight(happened=(of_act(kind, 2),))
    assert ("cfo", "portal") not in remembering.messages(ACTS, sight)
    assert sorted(remembering.in_force(ACTS, sight)) == [0, 1, 3]


def test_a_message_is_of_the_state_its_matter_was_in() -> None:
    back = entry(60, 45, "incident.mitigated", "incident:portal", "world", after=9, by="priya")
    known = remembering.messages(ACTS, FakeSight(happened=(back,)))
    assert known["users", "portal"].state == ""
    assert known["cfo", "portal"].state == "open"


async def test_a_draft_opens_again_after_a_quit(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = FakeDesk(FakeSight(hand=None, happened=(of_act("act.failed", 1),)))
    monkeypatch.setattr(desk, "acts", lambda: ACTS)
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m")
        await at(pilot, "Composer")
        await until(pilot, lambda: "Not sent before; this is your draft." in shown(pilot))
        assert "Some people cannot log in. Mine." in shown(pilot)
        await pilot.press("ctrl+c")
        await at(pilot, "Confirm")
        asked = " ".join(line.strip("│ ") for line in framed(pilot))
        assert "The form that is open is no act yet, and is not kept." in asked


def test_a_desk_that_is_gone_on_with_knows_the_acts_before(shelf: HomeShelf) -> None:
    desk = shelf.start("payroll-friday")
    assert desk.acts() == ()
    assert desk.give(Brief("impact"), "as agreed") is None
    desk.close()
    again = shelf.resume(desk.run)
    assert [(one.act, one.words) for one in again.acts()] == [(Brief("impact"), "as agreed")]
    again.close()
