"""What every text of the debrief may say, and what it never says, on real shifts."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

import pytest

import scoring.debrief
from scoring.assess import assess
from scoring.debrief import Own, build
from scoring.debrief.build import RUNG
from scoring.debrief.text import first_screen, whole_text
from scoring.debrief.triggers import NOTHING_BROKE, OTHER_ACTS, TRIGGERS
from scoring.debrief.ways import WAYS
from scoring.log import Log
from scoring.measures import MEASURES
from simulator.engine import words
from simulator.runs.playable import scenario_at
from simulator.runs.simulate import lead_for
from simulator.strategies.protocol import play
from simulator.strategies.registry import LEADS
from tests.scoring.thinned import SHIPPED, built

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.debrief import Debrief
    from scoring.rubric import Rubric

ROOT = Path(__file__).parents[2]

NEVER = (
    r"should(n't| not)? have", r"ought to have", r"fail(ed|ure|s|ing)?", r"obvious(ly)?",
    r"hero(es|ic)?", r"lazy", r"careless(ly)?", r"micromanag\w*", r"strateg(y|ies)",
    r"unfortunately", r"mistakes?", r"you forgot", r"neglect\w*", r"stupid\w*", r"blame[ds]?",
    r"incompeten\w*", r"weak(ness)? of yours", r"simply", r"of course", r"as everybody knows",
    r"bad (lead|leader|manager)", r"good (leader|manager)", r"personality", r"your character",
)  # fmt: skip
"""Words that judge a person, or that know better afterwards."""

CLAIMS = (
    r"certif(y|ied|icate of)", r"validated", r"proven?", r"predicts?", r"percentile", r"ranking",
    r"you are (a|not a) ", r"better than (other|most)", r"talent(ed)?", r"qualified",
    r"ready for promotion",
)  # fmt: skip
"""What would claim more than that the figures can be recomputed."""


def found(patterns: tuple[str, ...], text: str) -> list[str]:
    """Return the patterns that a text holds as whole words."""
    return [one for one in patterns if re.search(rf"\b{one}(?!\w)", text, re.IGNORECASE)]


@cache
def shift(scenario: str, lead: str, seed: int) -> tuple[Log, Debrief]:
    """Return one shift of a scripted lead and its debrief."""
    one = built(scenario)
    state = play(one.world, lead_for(lead, one)(), seed)
    log = Log(state.log)
    return log, build(
        log, one.rubric, assess(log, one.rubric), words.names_at(state), words.clock_of(one.world)
    )


PAYROLL = [("payroll-friday", lead, seed) for lead in LEADS for seed in (3, 4)]
FEW = ("absent", "expert", "hero", "micromanager", "spammer", "steady")
"""Leads whose debriefs differ most from each other."""
PLAYED = [*PAYROLL, *((name, lead, 3) for name in SHIPPED[1:] for lead in FEW)]
played = pytest.mark.parametrize(("scenario", "lead", "seed"), PLAYED)


def texts() -> Iterator[tuple[str, str]]:
    """Yield every text in the debrief's code that is not a docstring."""
    for path in sorted(Path(next(iter(scoring.debrief.__path__))).glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in told:
                yield f"{path.name}:{node.lineno}", str(node.value)


def test_the_debriefs_own_words_judge_nobody_and_claim_nothing() -> None:
    wrong = [
        (place, bad)
        for place, text in texts()
        for bad in found((*NEVER, *CLAIMS), text.replace("if_fails", ""))
    ]
    assert wrong == []


def test_the_core_rubrics_words_judge_nobody(core: Rubric) -> None:
    for criterion in core.criteria:
        for level in criterion.levels:
            assert found(NEVER, f"{criterion.prompt} {level.anchor} {level.feedback}") == []


SCENARIO_MAY = (r"fail(ed|ure|s|ing)?", r"stupid\w*", r"mistakes?", r"simply", r"proven?")
"""What people in a scenario may say in their own words, which the debrief quotes."""


@cache
def own_words(scenario: str) -> str:
    """Return all that a scenario says, as one line of plain words."""
    files = [ROOT / f"scenarios/{scenario}.yaml", *sorted((ROOT / "scenarios/rubrics").glob("*"))]
    return plain(" ".join(path.read_text(encoding="utf-8") for path in files))


def plain(text: str) -> str:
    """Return a text's words, small and without marks, a blank between two of them."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def not_quoted(patterns: tuple[str, ...], text: str, scenario: str) -> list[str]:
    """Return where a text holds a pattern in words that the scenario does not say like that.

    Quoted is the word with the one before it and the one after it.
    """
    own, said = own_words(scenario), plain(text)
    near = [
        match[0]
        for one in patterns
        for match in re.finditer(rf"(?:\w+ )?\b{one}(?!\w)(?: \w+)?", said)
    ]
    return [one for one in near if one not in own]


@played
def test_a_whole_debrief_judges_nobody_and_claims_nothing_above_its_rung(
    scenario: str, lead: str, seed: int
) -> None:
    text = " ".join(whole_text(shift(scenario, lead, seed)[1], 100).split())
    ours = text.replace(RUNG, "")
    assert found(tuple(one for one in (*CLAIMS, *NEVER) if one not in SCENARIO_MAY), ours) == []
    assert not_quoted(SCENARIO_MAY, ours, scenario) == []
    assert text.count(RUNG) == 5


def test_only_a_scenarios_own_words_are_a_quotation() -> None:
    said = "Nothing is proven before the trace."
    assert not_quoted((r"proven?",), said, "not-the-handset") == ["is proven before"]


def read_on_the_first_screen(scenario: str, lead: str, seed: int) -> int:
    """Return how many words somebody reads there: bars, rules and addresses are looked at."""
    words = first_screen(shift(scenario, lead, seed)[1]).split()
    return sum(1 for word in words if not re.fullmatch(r"[▁-█]+|https?:\S+|-+", word))


@played
def test_the_first_screen_can_be_read_in_a_few_minutes(scenario: str, lead: str, seed: int) -> None:
    assert 200 <= read_on_the_first_screen(scenario, lead, seed) <= 450


def test_the_usual_first_screen_has_four_hundred_words_at_most() -> None:
    assert mean(read_on_the_first_screen(*one) for one in PLAYED) <= 400


@played
def test_every_sentence_is_whole(scenario: str, lead: str, seed: int) -> None:
    """No id, no blank, no doubled stop, no sentence that begins small or does not end."""
    first = shift(scenario, lead, seed)[1].first
    for moment in first.moments:
        assert moment.known
        assert moment.did
        for line in (*moment.known, *moment.did, *moment.led_to, moment.another_way):
            if not line:
                continue
            assert re.match(r"[A-Z0-9#“]", line), line
            assert re.search(r"[.!?”)\"]$", line), line
            assert not re.search(r"[{}]|\.\.$|  | ,|analyst:|incident:|ticket:", line), line
            assert not re.search(r"\bNone\b", re.sub(r"“[^”]*”", "", line)), line
    for plan in first.plans:
        assert re.fullmatch(r"When .+, I will .+\.", plan.text())


@played
def test_what_is_told_as_known_had_been_seen_by_then(scenario: str, lead: str, seed: int) -> None:
    debrief = shift(scenario, lead, seed)[1]
    clock = debrief.telling.clock
    for moment in debrief.first.moments:
        for line in moment.known:
            for time in re.findall(r"(?:^At|since) (\d\d:\d\d)", line):
                assert time <= clock(max(moment.try_from, moment.at)), line


@played
def test_what_went_well_is_something_that_the_lead_did(scenario: str, lead: str, seed: int) -> None:
    log, debrief = shift(scenario, lead, seed)
    well = [moment for moment in debrief.first.moments if moment.went_well]
    assert bool(well) != bool(debrief.first.gently)
    for moment in well:
        assert log.entries[moment.entry].cause == "lead"
        assert re.search(r"\byou\b", " ".join(moment.did), re.IGNORECASE)


def test_own_words_and_ratings_stand_first() -> None:
    scenario = scenario_at("payroll-friday")
    log, told = shift("payroll-friday", "expert", 3)
    own = Own("09:12", "the talk with Tomas", {"delegation": 20})
    debrief = build(
        log, scenario.rubric, assess(log, scenario.rubric), told.telling.names,
        told.telling.clock, own,
    )  # fmt: skip
    text = first_screen(debrief)
    assert text.index("09:12") < text.index("The shift\n")
    assert "Your own rating, out of 100: delegation 20." in text
    assert "points lower than the rubric" in text


def test_every_measure_has_another_way_and_a_plan() -> None:
    without = {"pattern", "choice-credit"}
    assert set(MEASURES) - set(WAYS) == without
    assert set(MEASURES) - set(TRIGGERS) == {"pattern"}
    assert set(NOTHING_BROKE) <= set(TRIGGERS)
    for trigger in (*TRIGGERS.values(), *NOTHING_BROKE.values(), *OTHER_ACTS.values()):
        assert trigger.event
        assert trigger.will
