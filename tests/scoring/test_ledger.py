"""The ledger of trust in the debrief, and priorities by the house's own names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.ledger import LedgerLine, ledger
from scoring.debrief.telling import Telling
from scoring.log import Log

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker

NAMES = {"stakeholder:cfo": "Marta Lind", "trust-why:missed": "no word came", "priority:1": "Sev-1"}
TELLING = Telling(NAMES, lambda minute: f"08:{minute:02}")


def test_each_change_is_told_with_its_minute_reason_and_cause(maker: Maker) -> None:
    missed = maker.add(40, "update.missed", "stakeholder:cfo", "world", due=39)
    maker.add(40, "stakeholder.trust-changed", "stakeholder:cfo", "world", seen=False,
              because=missed, change=-4, trust=61, why="missed")  # fmt: skip
    maker.add(50, "stakeholder.trust-changed", "stakeholder:cfo", "world", seen=False,
              change=2, trust=63)  # fmt: skip
    lines = ledger(Log(maker.entries), TELLING)
    assert lines == (LedgerLine("08:40 Marta Lind", f"-4, no word came (entry {missed})", missed),)


def test_a_priority_is_called_what_the_house_calls_it() -> None:
    assert (TELLING.priority(1), TELLING.priority(2)) == ("Sev-1", "P2")


def test_what_the_story_changed_is_told_with_the_news_that_changed_it(maker: Maker) -> None:
    news = maker.add(40, "story.told", "desk", "world", text="no-till")
    maker.add(40, "stakeholder.trust-changed", "stakeholder:cfo", "world", seen=False,
              because=news, change=-15, trust=50, why="story")  # fmt: skip
    telling = Telling({**NAMES, "news:no-till": "No till was ordered."}, TELLING.clock)
    (line,) = ledger(Log(maker.entries), telling)
    assert line.text == f"-15, word came: “No till was ordered.” (entry {news})"
