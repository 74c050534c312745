"""Lines of a playbook are read at validate: what no run understands is told, at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.authoring.fix import fix
from simulator.authoring.validate import check_texts
from tests.authoring.conftest import OTHERS, spliced

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.scenario.diagnostics import Diagnostic

WORLD = """facts: [{id: old-node, text: one node is old}, {id: pay-day, text: salaries are paid}]
messages:
  - {id: slow, element: impact, text: logins are slow., audiences: [executive]}
  - {id: looking, element: action, text: we look.}
  - {id: hid, element: known, text: it is the node., hidden: true, needs: [old-node]}
questions: [{id: when, to: cfo, says: When?, answer: By ten., learns: [old-node, pay-day]}]
decisions:
  - id: paper
    text: Paper by {time}.
    reasons: [{id: bank, text: the bank closes}, {id: late, text: it is late}]
storyline:
  - id: call
    at: 08:40
    scene: {says: When?, choices: [{id: ask, say: Why?, credit: 1}, {id: no, say: No., minutes: 1}]}
"""


def told(*lines: str, before: str = WORLD) -> list[Diagnostic]:
    """Return what is told of a step with these lines, one below the other."""
    step = "".join(f"      - {line}\n" for line in lines)
    text = spliced(f"{before}playbook:\n  - at: 08:10\n    do:\n{step}")
    found = check_texts({"small.yaml": text, **OTHERS}).problems.ordered()
    for one in found:
        assert text.split("\n")[one.place.line - 1].strip() in {f"- {line}" for line in lines}
    return list(found)


def word_at(problem: Diagnostic, line: str) -> str:
    """Return the part of a line, as it stands in the file, that a problem is about."""
    return f"      - {line}"[problem.place.column - 1 : problem.place.end_column - 1]


@pytest.mark.parametrize(
    ("line", "code", "word", "help_"),
    [
        ("asign portal ana", "L540", "asign", 'did you mean "assign"?'),
        ("assign portal anna", "L541", "anna", 'did you mean "ana"?'),
        ("assign portl ana", "L541", "portl", 'did you mean "portal"?'),
        ("assign portal ana hand-ovr", "L540", "hand-ovr", 'did you mean "hand-over"?'),
        ("assign portal ana due 1h", "L540", "1h", "write 08:47, or +20 for in twenty minutes"),
        ("assign portal ana due 11:40", "L542", "11:40", "choose a time from 08:00 to 11:30"),
        ("assign portal ana due 07:40", "L542", "07:40", "choose a time from 08:00 to 11:30"),
        ("assign portal ana due +400", "L542", "+400", "choose a time from 08:00 to 11:30"),
        ("assign portal ana besid ben", "L540", "besid", 'did you mean "beside"?'),
        ("assign ana ana", "L541", "ana", "possible here: portal"),
        ("assign portal portal", "L541", "portal", "possible here: ana, ben"),
        ("listen ana now", "L540", "now", "write: listen PERSON"),
        ("priority portal 7", "L541", "portal", ""),
        ("message cof portal impact=slow", "L541", "cof", 'did you mean "cfo"?'),
        ("message cfo portal impact=slwo", "L541", "slwo", 'did you mean "slow"?'),
        ("message desk portal impact=slow", "L541", "slow", ""),
        ("message cfo portal impct=slow", "L540", "impct", 'did you mean "impact"?'),
        ("link portal facts pay-day", "L540", "facts", ""),
        ("escalate portal cfo facts old-node,dya", "L541", "dya", ""),
        ("ask cfo wen", "L541", "wen", 'did you mean "when"?'),
        ("answer call aks", "L541", "aks", 'did you mean "ask"?'),
        ("decide paper why bank,lat-e", "L541", "lat-e", 'did you mean "late"?'),
        ("wait 5", "L540", "wait 5", ""),
    ],
)  # fmt: skip
def test_what_no_run_understands_is_told_at_its_word(
    line: str, code: str, word: str, help_: str
) -> None:
    (problem,) = told(line)
    assert (problem.code, word_at(problem, line)) == (code, word)
    assert not help_ or problem.help == help_


def test_of_a_word_that_stands_twice_the_wrong_one_is_shown() -> None:
    (problem,) = told("assign portal portal due +20")
    assert problem.place.column == len("      - assign portal ") + 1
    (problem,) = told("assign ana ana due +20")
    assert problem.place.column == len("      - assign ") + 1


@pytest.mark.parametrize(
    "line",
    [
        "triage 204", "triage desk.12", "take portal.3",
        "answer 2", "2", "answer ask", "thank ana 31", "go ana", "go portal", "undo",
        "message cfo portal known=hid next=+20", "message cfo portal impact=1",
        "hand-over all facts old-node", "check-in be", '"triage #204"', "ask ana", "leave",
        "assign portal ana on-call due +20 -- because she knows it",
    ],
)  # fmt: skip
def test_what_only_a_run_can_show_is_not_guessed_at(line: str) -> None:
    assert [one.code for one in told(line)] == []


def test_a_comma_in_brackets_that_cuts_a_line_is_told_and_put_right(tmp_path: Path) -> None:
    cut = "playbook: [{at: 08:10, do: [listen ana, decide paper why bank,late at 09:00]}]\n"
    path = tmp_path / "small.yaml"
    path.write_text(spliced(WORLD + cut), encoding="utf-8")
    left, mended = fix([path])
    assert left.diagnostics == []
    assert sum(one.edits for one in mended) == 1
    assert 'do: [listen ana, "decide paper why bank,late at 09:00"]' in path.read_text("utf-8")


def test_lines_of_every_form_and_acts_of_the_scenario_are_known() -> None:
    forms = "forms: {A: [1, 2], B: [3, 4]}\n" + WORLD.replace(
        "{id: when, to: cfo,", "{id: when, form: B, to: cfo,"
    )
    assert told("ask cfo when", before=forms) == []
    (problem,) = told("brief impact", before="acts: [assign]\n" + WORLD)
    assert (problem.code, word_at(problem, "brief impact")) == ("L543", "brief")


def test_times_of_steps_and_decisions_after_the_end_are_told() -> None:
    late = WORLD.replace("text: Paper by {time}.", "text: Paper by {time}.\n    by: 11:40")
    late += "playbook: [{at: 11:46, do: [leave]}]\n"
    found = check_texts({"small.yaml": spliced(late), **OTHERS}).problems.ordered()
    assert [one.code for one in found] == ["L503", "L503"]
    assert 'the decision "paper"' in found[0].message
    assert "this step of the playbook begins at 11:46" in found[1].message
