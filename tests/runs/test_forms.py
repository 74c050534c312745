"""Runs of a scenario with forms: what only the other form has is neither told nor missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts.shapes import Answer
from simulator.runs.debriefing import debrief_of
from simulator.runs.file import read_run
from simulator.runs.session import Session
from simulator.scenario.library import load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("seed", "asks"), [(1, "Pieter Kroon"), (2, "Celia Marsh")])
def test_a_run_of_either_form_has_its_debrief(tmp_path: Path, seed: int, asks: str) -> None:
    with Session.start(load("machine-by-machine"), tmp_path, seed) as session:
        session.advance(210)
        session.finish()
        path = session.path
    debrief = debrief_of(read_run(path))
    evidence = str(debrief.levels)
    assert debrief.levels
    assert asks in evidence


def test_an_answer_that_asks_ends_in_its_question_mark(tmp_path: Path) -> None:
    with Session.start(load("machine-by-machine"), tmp_path, 2) as session:
        session.advance(66)
        session.give(Answer("mirjam-writes", "what-for"))
        session.advance(144)
        session.finish()
        path = session.path
    told = str(debrief_of(read_run(path)))
    assert "until when can you wait for it?”" in told
    assert "?." not in told
