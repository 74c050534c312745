"""The page about validity names what exists: every file, command, option and rung is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from scoring.debrief.build import RUNG
from simulator.cli.main import COMMANDS, cli

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/validity.md").read_text(encoding="utf-8")
CODE = sorted(set(re.findall(r"`([^`]+)`", PAGE)))
FILES = [code for code in CODE if "/" in code]
CALLS = [code for code in CODE if code.startswith("shiftlead ")]
BENCHMARKS = [code for code in CODE if code.startswith("python -m ")]


def test_it_names_things_of_every_kind() -> None:
    assert len(FILES) > 15
    assert len(CALLS) > 8
    assert BENCHMARKS


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_it_names_holds_tests(name: str) -> None:
    assert re.search(r"^(async )?def test_", (ROOT / name).read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("page", re.findall(r"\]\(([^)]+)\)", PAGE))
def test_a_page_that_it_points_to_is_there(page: str) -> None:
    assert (ROOT / "docs" / page).is_file()


@pytest.mark.parametrize("call", CALLS)
def test_a_command_that_it_names_takes_these_words(call: str) -> None:
    _, name, *words = shlex.split(call)
    assert name in COMMANDS
    context = click.Context(cli, info_name="shiftlead")
    command = cli.get_command(context, name)
    while isinstance(command, click.Group):
        command = command.get_command(context, words.pop(0))
    assert command is not None
    known = {option for one in command.params for option in one.opts}
    assert {word for word in words if word.startswith("--")} <= known
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    assert arguments or not any(word.isupper() for word in words if word != "ID")


@pytest.mark.parametrize("call", BENCHMARKS)
def test_a_benchmark_that_it_names_is_there(call: str) -> None:
    _, _, package, name = call.split()
    assert (ROOT / package / f"{name}.py").is_file()


def test_it_has_the_five_rungs_and_claims_the_one_that_reports_print() -> None:
    rungs = PAGE.partition("## Rungs")[2]
    names = re.findall(r"^(\d)\. \*(\w+)\*", rungs, re.M)
    assert [name for _, name in names] == [
        "recomputable", "reviewed", "repeatable", "related", "effective",
    ]  # fmt: skip
    assert re.findall(r"^(\d)\. .*\*\*Reached\.\*\*", rungs, re.M) == ["1"]
    assert RUNG.startswith("Rung 1 of 5: recomputable.")
    assert RUNG.removeprefix("Rung 1 of 5: recomputable. ") in PAGE
