"""What all commands have in common: help, errors in one line, exit codes, safe output."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.cli import main, output
from simulator.cli.main import COMMANDS
from simulator.errors import NotFound

if TYPE_CHECKING:
    from tests.cli.conftest import Shiftlead


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str, shiftlead: Shiftlead) -> None:
    said = shiftlead(command, "--help")
    assert said.code == 0
    assert re.search(rf"Examples?:\s+shiftlead {command}\b", said.out)


def test_the_help_page_lists_every_command(shiftlead: Shiftlead) -> None:
    said = shiftlead("--help")
    assert said.code == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command}\b", said.out, re.MULTILINE)


def test_a_misspelt_command_is_answered_with_the_nearest(shiftlead: Shiftlead) -> None:
    said = shiftlead("simulat")
    assert said.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "simulate" in said.err


def test_a_wrong_option_is_one_line_and_code_2(shiftlead: Shiftlead) -> None:
    said = shiftlead("list", "--jsno")
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert "--json" in said.err


def test_an_error_of_ours_is_one_line_with_what_to_do(
    shiftlead: Shiftlead, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise NotFound("There is no\nscenario \x1b[31m.", "Try shiftlead list.")

    monkeypatch.setattr(main.cli, "main", missing)
    said = shiftlead("list")
    assert said.code == 2
    assert said.err == "shiftlead: There is no scenario <U+001B>[31m. Try shiftlead list.\n"


def test_an_internal_error_leaves_a_report_and_names_it(
    shiftlead: Shiftlead, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("half a desk")

    monkeypatch.setattr(main.cli, "main", broken)
    said = shiftlead("list", "--json")
    assert said.code == 3
    assert said.err.count("\n") == 1
    report = Path(said.err.rpartition(" in ")[2].strip()).read_text(encoding="utf-8")
    assert "half a desk" in report
    assert "command: list --json" in report


def test_an_interruption_has_its_own_code(
    shiftlead: Shiftlead, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.cli, "main", stopped)
    assert shiftlead("list").code == 130


def test_what_an_encoding_lacks_is_replaced() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252")
    output.prepare(stream)
    stream.write("P1 ▮▮▯ “late” → 09:00 – Ł")
    stream.flush()
    assert raw.getvalue().decode("cp1252") == "P1 ##. “late” -> 09:00 – ?"


@pytest.mark.parametrize("text", ["a\x1b]52;c;QQ==\x07", "\u202eevil", "x\u2066y", "\x9b2J"])
def test_nothing_a_terminal_obeys_gets_out(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    output.say(text)
    out = capsys.readouterr().out
    assert "<U+" in out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)


def test_no_bar_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(output.progress(range(3), 3, "simulate")) == [0, 1, 2]
    assert capsys.readouterr() == ("", "")


def test_columns_line_up() -> None:
    assert output.columns([("a", "bb"), ("ccc", "d")]) == ["a    bb", "ccc  d"]
