"""What is told of a line that nobody can follow, and that nothing worse comes of any line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.runs.language.errors import LineError
from simulator.runs.language.reading import read

if TYPE_CHECKING:
    from simulator.runs.language.desk import Desk


WRONG = [
    ("tirage 204", "Did you mean “triage”?"),
    ("frobnicate", "help lists them all"),
    ("triage 205", "Did you mean"),
    ("triage 999", "Possible now: 204, 207, 216"),
    ("triage", "Write: triage TICKET"),
    ("assign portal pria", "Did you mean “priya”?"),
    ("assign portal priya oncal", "Did you mean “on-call”?"),
    ("assign portal priya outcome", "After “outcome” something is missing"),
    ("assign portal priya duee 08:55", "Did you mean “due”?"),
    ("assign portal priya due 8.55", "Write 08:47, or +20"),
    ("priority 204 5", "from 1 to 4"),
    ("message cfo portal impct=impact-plain", "Did you mean “impact”?"),
    ("message cfo portal impact=nothing", "Possible now"),
    ("leave now", "one word too many"),
    ("next 5", "next stands alone"),
    ("wait until 08:10", "is past"),
    ("wait", "Write: wait 5"),
    ("ticket", "Write: ticket 204"),
    ("answer cfo-calls 3", "promise"),
    ("t 204", "not a command"),
    ("as", "could be"),
]


@pytest.mark.parametrize(("line", "part"), WRONG)
def test_a_wrong_line_is_told_in_one_clear_line(line: str, part: str, desk: Desk) -> None:
    with pytest.raises(LineError) as told:
        read(line, desk)
    assert part in told.value.one_line()
    assert "\n" not in told.value.one_line()


WORDS = [
    "assign",
    "portal",
    "priya",
    "due",
    "08:47",
    "may",
    "note",
    "tested=",
    "next=,",
    "--",
    "@",
    "204",
    "message",
    "cfo",
    "impact=1",
    "=",
    "help",
    "answer",
    "hand-over",
    "facts",
]
lines = st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=lines)
def test_no_line_is_more_than_wrong(line: str, desk: Desk) -> None:
    told = ""
    try:
        read(line, desk)
    except LineError as error:
        told = error.one_line()
    assert "\n" not in told
