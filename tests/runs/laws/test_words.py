"""What a debrief says of a miss, and of another way, rests on what stood on the screen then."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scoring.debrief import build
from scoring.debrief import moment as moments
from scoring.debrief.levels import level_rows
from scoring.debrief.telling import Telling
from scoring.debrief.ways import another_way
from scoring.log import Log
from simulator.engine import words
from tests.conftest import one_in
from tests.runs.laws.shifts import EVERY, SHIFTS, run_of

if TYPE_CHECKING:
    from scoring.debrief.then import Then

SINCE = re.compile(
    r"From \d\d:\d\d (it (stood on the screen|could be decided): .+|it stood on the desk's page"
    r"|.+ was there for it|.+ could be asked or told)[.?!”\"] "
    r"Until \d\d:\d\d there were? \d+ minutes? for it"
)
SILENT = re.compile(r".+ got no answer in \d+ minutes?, and asked: “.+”")


@pytest.mark.parametrize("shift", EVERY)
def test_a_level_1_for_a_miss_names_the_words_on_screen_and_the_minutes_there_were(
    shift: tuple[str, str, int],
) -> None:
    run = run_of(*shift)
    telling = Telling(words.names_at(run.state), words.clock_of(run.scenario.world))
    rows = level_rows(Log(run.log), telling, run.scenario.rubric, run.assessment)
    for row, filling in zip(rows, run.assessment.fillings, strict=True):
        if filling.level == 1 and filling.figure is None:
            assert row.evidence, row.criterion
            for one in row.evidence:
                assert SINCE.fullmatch(one.text) or SILENT.fullmatch(one.text), one.text


def as_known(then: Then) -> Then:
    """Return a moment with nothing in the log but what could be seen when it began.

    The entry that it is shown by, which may be the need itself, stays; so does who comes when,
    which the team's page tells from the first minute on.
    """
    worst = then.worst.number if then.worst is not None else -1
    roster = ("analyst.arrived", "analyst.absent")
    known = [
        e for e in then.log.entries if e.at <= then.start or e.number <= worst or e.kind in roster
    ]
    return replace(then, log=Log(known))


@pytest.mark.parametrize("shift", one_in(3, SHIFTS))
def test_another_way_is_the_same_whatever_was_found_out_later(
    shift: tuple[str, str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[tuple[str, str]] = []

    def watched(then: Then) -> str:
        text = another_way(then)
        met.append((text, another_way(as_known(then))))
        return text

    monkeypatch.setattr(moments, "another_way", watched)
    run = run_of(*shift)
    build(
        Log(run.log), run.scenario.rubric, run.assessment, words.names_at(run.state),
        words.clock_of(run.scenario.world),
    )  # fmt: skip
    assert met or shift[1] not in ("hero", "random")
    assert [(text, known) for text, known in met if text != known] == []
