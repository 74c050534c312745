"""The dialogue of plain mode, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.plain.dialogue import Dialogue
from simulator.runs.session import Session
from simulator.scenario.library import load

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MENDED = 136
"""Minute at which the portal works again in this seed, if nobody leads."""


class Person:
    """Somebody who types these lines and then walks away."""

    scripted = False

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)

    def next(self, prompt: str) -> str | None:
        return self.lines.pop(0) if self.lines else None

    def where(self) -> str:
        return ""


def test_a_message_that_is_overtaken_is_told_before_it_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Session.start(load("payroll-friday"), tmp_path, 1) as session:
        session.advance(MENDED - 1)
        message = "message users portal impact=some-cannot-log-in"
        Dialogue(
            session,
            Person("listen tomas", message, "wait 20", "undo 1", "not-now old-one", "wait 20"),
        ).play()
        told = capsys.readouterr().out
        assert "That is over since 10:16, and this has not gone yet" in told
        assert "undo 1 takes it back" in told
        assert told.count("has not gone yet") == 1
        kinds = [entry.kind for entry in session.state.log]
    assert "act.withdrawn" in kinds
    assert "message.sent" not in kinds


def test_an_act_that_the_end_of_the_shift_overtakes_is_told_when_it_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Session.start(load("payroll-friday"), tmp_path, 1) as session:
        session.advance(session.view.length - 2)
        capsys.readouterr()
        Dialogue(session, Person("thank priya general")).play()
        assert "nothing would come of it" not in capsys.readouterr().out
    with Session.start(load("payroll-friday"), tmp_path, 2) as session:
        session.advance(session.view.length - 2)
        Dialogue(session, Person("brief impact")).play()
        told = capsys.readouterr().out
    assert (
        "The shift ends at 11:30, before this is done at 11:32: nothing would come of it." in told
    )
