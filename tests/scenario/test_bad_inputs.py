"""The bad inputs of the reference: one problem each, at the marked place.

`§` marks the expected place and `¶` the places of notes; both are taken out before loading. A
fragment takes the place of the blocks of the good scenario that begin with the same keys.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.lint import lint
from simulator.scenario.files import TextFiles
from simulator.scenario.reading import Reading, read

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Diagnostic

GOOD = (Path(__file__).parent / "good.yaml").read_text(encoding="utf-8")
OTHERS = {
    f"{kind}/{path.stem}": path.read_text(encoding="utf-8")
    for kind in ("profiles", "rubrics")
    for path in (Path(__file__).parents[2] / "scenarios" / kind).glob("*.yaml")
}


def splice(fragment: str) -> str:
    """Return the good scenario with these blocks in the place of its own."""
    keys = set(re.findall(r"^([A-Za-z_-]+):", fragment.replace("§", "").replace("¶", ""), re.M))
    keys |= {"title"} if fragment.startswith("§title:P") else set()
    blocks = re.split(r"^(?=[a-z_]+:)", GOOD, flags=re.M)
    kept = [block for block in blocks if block.partition(":")[0] not in keys]
    return fragment.rstrip("\n") + "\n" + "".join(kept)


def marked(text: str) -> tuple[str, tuple[int, int], list[tuple[int, int]]]:
    """Take the marks out of a text and return it, the place, and the places of notes."""
    place, notes, out = (0, 0), [], []
    line, column = 1, 1
    for char in text:
        if char == "§":
            place = (line, column)
        elif char == "¶":
            notes.append((line, column))
        else:
            out.append(char)
            line, column = (line + 1, 1) if char == "\n" else (line, column + 1)
    return "".join(out), place, notes


def reading_of(text: str, pure: bool = False) -> Reading:
    """Read a text, with lints."""
    reading = read(TextFiles({"bad.yaml": text, **OTHERS}), pure)
    lint(reading)
    return reading


def problems_of(text: str, pure: bool = False) -> tuple[Diagnostic, ...]:
    """Return the problems of a text."""
    return reading_of(text, pure).problems.ordered()


TEAM = """team:
  - id: ana
    name: Ana Lopez
    short: Ana
    skills: {network: 4, identity: 3}
%s
  - {id: ben, name: Ben Okafor, skills: {identity: 4}}
  - {id: chloe, name: Chloe Martin}
"""
FACTS = """facts:
%s
  - {id: payday, text: salaries are paid today, known: at start}
  - {id: logins-time-out, text: a third of logins time out}
  - {id: bad-certificate, text: one server shows an expired certificate}
  - {id: paper-deadline, text: the paper file needs a yes by 10:15}
  - {id: on-call-night, text: Ana was on call until half past two}
"""
SCENE = """storyline:
  - id: cfo-calls
    at: 08:40
    scene:
%s
"""
CHOICES = """      choices:
        - {id: ask, say: What do you need?, credit: 2, effects: [{learn: paper-deadline}]}
        - {id: wait, say: I ring again at nine., credit: 1, effects: [{target: cfo, trust: 1}]}
"""
ITEM = """storyline:
  - id: cfo-calls
%s
    scene: {from: cfo, says: When?, choices: [{id: ask, say: What do you need?}]}
"""
CHOICE = """storyline:
  - id: cfo-calls
    at: 08:40
    scene:
      says: When?
      choices:
%s
"""
CRITERION = """rubric:
  criteria:
    - id: communication.straight-answer
      competency: communication
      prompt: Does the executive get a straight answer?
      weight: 2
      windows: [p1-knowable]
%s
      basis: {kind: published, link: "https://example.org/"}
"""
LEVELS = """      levels:
        - {value: 4, band: [1000, 1000], anchor: a}
        - {value: 3, band: [600, 999], anchor: b}
        - {value: 2, band: [1, 599], anchor: c}
        - {value: 1, band: [0, 0], anchor: d}"""

CASES = {
    "B01 tab indentation": ("Y002", "storyline:\n§\t- id: cfo-calls\n"),
    "B02 duplicate key": (
        "Y011",
        FACTS % "  - id: portal-slow\n    ¶text: Logins time out.\n    §text: Logins are slow.",
    ),
    "B04 colon in text": ("Y004", CHOICE % "        - id: ask\n          say: Escalate§: call us"),
    "B05 key indented too far": ("Y005", CHOICE % "        - id: ask\n           §say: What now?"),
    "B07 no space after the colon": ("Y007", "§title:Payroll Friday\nkind: outage\n"),
    "B08 text cut by a comment": (
        "Y008", SCENE % f"      says: We still have issue §#12 open\n{CHOICES}",
    ),
    "B10 alias instead of emphasis": (
        "Y020", SCENE % f"      says: §*urgent* please look\n{CHOICES}",
    ),
    "B11 smart quotes": ("Y012", "storyline:\n  - id: §“cfo-calls”\n    at: 08:40\n    news: x\n"),
    "B13 two documents": ("Y030", "title: One\n§---\ntitle: Two\n"),
    "B14 misspelt key": (
        "K101", FACTS % "  - id: a-fact\n    text: something\n    §tecnical: true",
    ),
    "B16 missing key": (
        "K103", SCENE % "      §from: cfo\n      says: When is it fixed?\n      within: 5 min",
    ),
    "B17 typo and missing key": (
        "K101", CHOICE % "        - §idd: ask\n          say: What do you need?",
    ),
    "B19 single value for a list": ("K106", TEAM % "    habits: §stays-past-shift"),
    "B20 key case and hyphen": ("K101", "title: Payroll Friday\n§Lead-Role: service desk\n"),
    "B22 schema from the future": ("K111", "schema: §9\nscenario: payroll-friday\n"),
    "B23 renamed key": (
        "K112", SCENE % f"      from: cfo\n      §prompt: When is it fixed?\n{CHOICES}",
    ),
    "B25 number without a unit": (
        "V201", SCENE % f"      says: When?\n      within: §10\n{CHOICES}",
    ),
    "B26 unknown unit": ("V202", SCENE % f"      says: When?\n      within: 10 §mins\n{CHOICES}"),
    "B28 negative time": ("V204", SCENE % f"      says: When?\n      within: §-5 min\n{CHOICES}"),
    "B29 fraction for points": ("V205", TEAM % "    stress: §0.7"),
    "B31 Norway problem": ("V207", FACTS % "  - id: a-fact\n    text: x\n    technical: §no"),
    "B32 number as an id": ("V208", FACTS % "  - id: §0755\n    text: x"),
    "B34 id with capitals": (
        "V210", "team:\n  - id: §Ana Lopez\n    name: Ana Lopez\n  - {id: ben, name: Ben}\n",
    ),
    "B35 id that is null": (
        "V211", "team:\n  - id: §null\n    name: Nobody\n  - {id: ben, name: Ben}\n",
    ),
    "B37 bands that overlap": (
        "V221",
        CRITERION % "      measure: choice-credit\n      levels:\n"
        "        - {value: 4, band: ¶[2, 3]}\n        - {value: 3, band: §[2, 2]}\n"
        "        - {value: 2, band: [1, 1]}\n        - {value: 1, band: [0, 0]}",
    ),
    "B38 impossible time": ("V212", ITEM % "    at: §25:10"),
    "B40 misspelt member id": (
        "R301",
        CHOICE % "        - id: ask\n          say: What?\n"
        "          effects: [{target: §anna, morale: -10}]",
    ),
    "B41 unknown incident": ("R302", ITEM % "    when: incident.§portl.open_for >= 15 min"),
    "B43 id of the wrong kind": (
        "R304",
        CHOICE % "        - id: ask\n          say: What?\n"
        "          effects: [{target: §cfo, morale: -10}]",
    ),
    "B44 unknown field": (
        "R305",
        CHOICE % "        - id: ask\n          say: What?\n"
        "          effects: [{target: ana, §moral: -10}]",
    ),
    "B46 fact nobody finds out": (
        "R310",
        FACTS % "  - {id: ¶backup-works, text: Last night's backup can be restored}"
        + ITEM % "    when:\n      all:\n        - §known.backup-works",
    ),
    "B47 file outside the folder": ("X910", "queue:\n  profile: §../../../etc/passwd\n"),
    "B49 single equals": ("C401", ITEM % "    when: incident.portal.open_for §= 15 min"),
    "B50 text with a duration": ("C402", ITEM % "    when: incident.portal.open_for >= §long"),
    "B52 code in a condition": ("C404", ITEM % "    when: §__import__('os').system('id') == 0"),
    "B53 never true": (
        "L501",
        ITEM % "    when:\n      all:\n        - §incident.portal.open_for >= 30 min\n"
        "        - ¶incident.portal.open_for < 15 min",
    ),
    "B55 scene after the end": (
        "L503", "clock: {starts: Fri 08:00, ends: ¶Fri 11:30}\n" + ITEM % "    at: §Fri 12:15",
    ),
    "B56 dominated choice": (
        "L510",
        CHOICE % "        - id: ask\n          say: Say a\n          credit: 1\n"
        "          effects: [{target: ana, morale: 10}]\n"
        "        - id: §shout\n          say: Say b\n          credit: 1\n"
        "          effects: [{target: ana, morale: -20}]",
    ),
    "B58 always met": (
        "L512",
        CRITERION % "      measure: pattern\n"
        f"      pattern: {{entry: message.sent, at_least: §0}}\n{LEVELS}",
    ),
}  # fmt: skip

SAYS = {
    "B01": ["tab"], "B02": ['"text"'], "B05": ['"id"'], "B14": ['"tecnical"', '"technical"'],
    "B16": ['the scene of "cfo-calls"', '"choices"', "- id:"], "B17": ['"idd"', '"id"'],
    "B19": ["habits: [stays-past-shift]"], "B20": ['"Lead-Role"', '"lead_role"'],
    "B22": ["schema 9", "(1)"], "B23": ['"prompt"', '"says"'], "B25": ["10 min or 10 h?"],
    "B26": ['"mins"', '"10 min"', "seconds"], "B28": ['"within" may not be negative'],
    "B29": ["got 0.7", "70"], "B31": ["technical: false"], "B32": ["0755", "id: r0755"],
    "B34": ["id: ana-lopez"], "B35": ["null"], "B38": ["hour 25"],
    "B37": ["levels 4 and 3", "the figure 2", "level 4: band: [3, 3]"],
    "B40": ['"anna"', '"ana"', "defined at"], "B41": ['"portl"', '"portal"', "defined at"],
    "B43": ['"cfo" is a stakeholder', 'no "morale"', "stakeholders have: trust", "ana"],
    "B44": ['team members have no "moral"', '"morale"'], "B46": ['"backup-works"', "at start"],
    "B47": ["inside the scenario folder"], "B49": ['"="', '"=="'],
    "B50": ["is a duration", 'the text "long"', "incident.portal.open_for >= 15 min"],
    "B52": ["calls are not supported", "told.cfo"], "B55": ["Fri 12:15", "Fri 11:30", '"late"'],
    "B53": ["30 min or more", "below 15 min", '"cfo-calls"'], "B56": ['"shout"', '"ask"', "L510"],
    "B58": ["straight-answer", "at_least: 1"], "B08": ["issue #12 open"],
    "B04": ['"Escalate: call'],
    "B10": ['"*urgent* please look"'], "B11": ["id: cfo-calls"], "B07": ["title: Payroll Friday"],
}  # fmt: skip
SAYS["B55"] = ["Fri 12:15", "Fri 11:30", '"cfo-calls"']


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
@pytest.mark.parametrize("name", CASES)
def test_one_problem_at_its_place(name: str, pure: bool) -> None:
    code, fragment = CASES[name]
    text, place, notes = marked(splice(fragment))
    found = problems_of(text, pure)
    assert [(p.code, p.place.line, p.place.column) for p in found] == [(code, *place)], found
    told = [(note.place.line, note.place.column) for note in found[0].notes]
    assert all(note in told for note in notes), found[0]
    everything = f"{found[0].message}\n{found[0].help}"
    for wanted in SAYS.get(name[:3], []):
        assert wanted in everything, everything


def test_the_good_scenario_has_no_problem() -> None:
    reading = reading_of(GOOD)
    assert reading.problems.ordered() == ()
    assert reading.world is not None
    assert reading.rubric is not None


def test_what_somebody_needs_is_found_out_by_asking_them() -> None:
    facts = FACTS % "  - {id: by-noon, text: it has to work by noon}"
    asked = GOOD.replace("needs: [paper-deadline]", "needs: [paper-deadline, by-noon]")
    assert asked != GOOD
    blocks = re.split(r"^(?=[a-z_]+:)", asked, flags=re.M)
    kept = [block for block in blocks if not block.startswith("facts:")]
    assert problems_of(facts + "\n" + "".join(kept)) == ()
