"""The search for careless play finds what pays for it, and nothing where nothing does."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from scoring.rubric import Basis, Criterion, Level, Pattern, Rubric, Scope, structure_hash
from simulator.engine.api import digest
from simulator.errors import WrongUse
from simulator.runs.playable import Playable, scenario_at
from simulator.runs.search.blind import Blind
from simulator.runs.search.climb import FRESH, Find, Search, Searched
from simulator.runs.search.finds import as_good, behind_on, findings
from simulator.runs.search.habits import (
    EVERYBODY,
    FILLS,
    MOST_HABITS,
    USES,
    Habit,
    anybody,
    changed,
)
from simulator.runs.search.record import record
from simulator.runs.search.trying import Attempt, Played, attempted, prepared
from simulator.runs.search.ways import WAYS
from simulator.strategies.protocol import play
from simulator.strategies.registry import REFERENCE

if TYPE_CHECKING:
    from scoring.rubric import Competency, Value


@pytest.fixture(scope="module")
def tutorial() -> Playable:
    return scenario_at("tutorial")


def counting(competency: Competency, entry: str, times: int) -> Criterion:
    """A criterion that pays for so many entries of a kind, whatever they were for."""
    bands: dict[Value, tuple[int, int | None] | None] = {
        4: (1000, None), 3: None, 2: (0, 999), 1: None,
    }  # fmt: skip
    levels = [Level(value, bands[value], "", "", "test") for value in (4, 3, 2, 1)]
    return Criterion(
        f"{competency}.counted", competency, "How often?", 1, "pattern", Scope(), (),
        (levels[0], levels[1], levels[2], levels[3]), Basis("author"),
        pattern=Pattern(entry=entry, at_least=times),
    )  # fmt: skip


def under(scenario: Playable, *criteria: Criterion) -> Playable:
    rubric = Rubric("planted", "1.0.0", False, criteria, structure_hash(criteria))
    return replace(scenario, rubric=rubric)


def searched(scenario: Playable, tries: int, seed: int = 1, jobs: int = 1) -> Searched:
    search = Search(scenario, tries, seed, jobs, FRESH[:5])
    for _ in search.steps():
        pass
    return search.found()


def test_the_same_seed_finds_the_same_leads_whatever_the_jobs(tutorial: Playable) -> None:
    one = record(tutorial, searched(tutorial, 12))
    assert record(tutorial, searched(tutorial, 12, jobs=2)) == one


def test_another_seed_tries_other_leads(tutorial: Playable) -> None:
    first, second = (searched(tutorial, 3, seed) for seed in (1, 2))
    assert [find.habits for find in first.finds] != [find.habits for find in second.finds]


def test_a_criterion_that_pays_for_spamming_is_found(tutorial: Playable) -> None:
    planted = under(tutorial, counting("communication", "message.sent", 3))
    found = searched(planted, 120)
    told = [one for one in findings(found) if one.code == "B615"]
    assert [one.message for one in told] == [
        "habits that read nothing are acceptable on communication"
    ]
    (find,) = (one for one in found.finds if one.aim == "communication")
    assert {habit.what for habit in find.habits} <= {"write", "form", "anything"}


def test_nothing_is_found_where_no_habit_can_earn_it(tutorial: Playable) -> None:
    found = searched(under(tutorial, counting("communication", "shift.handed-over", 99)), 60)
    assert [one.code for one in findings(found)] == []


@pytest.fixture(scope="module")
def reference(tutorial: Playable) -> dict[str, Played]:
    stage = prepared(tutorial)
    seeds = FRESH[:4]
    return {
        lead: Played(tuple(attempted(stage, Attempt(seed, lead=lead)) for seed in seeds))
        for lead in REFERENCE
    }


def played(scenario: Playable, *habits: Habit) -> Played:
    stage = prepared(scenario)
    return Played(tuple(attempted(stage, Attempt(seed, habits)) for seed in FRESH[:4]))


def told(find: Played, reference: dict[str, Played]) -> list[str]:
    """The codes of what is told of one find for delegation."""
    found = Searched(1, (Find("delegation", (), find),), reference)
    return [one.code for one in findings(found)]


@pytest.mark.parametrize("lead", REFERENCE)
def test_play_as_good_as_a_reference_leads_is_not_told_as_careless(
    reference: dict[str, Played], lead: str
) -> None:
    assert as_good(reference[lead], reference)
    assert behind_on(reference[lead], reference) == {}
    assert told(reference[lead], reference) == ["B617"]


def test_play_that_scores_and_leaves_the_desk_worse_off_is_told(
    tutorial: Playable, reference: dict[str, Played]
) -> None:
    """Each run scores as the expert's on all three, and its desk is that of a lead who is away."""
    away = played(tutorial, Habit("brief", begins=19))
    dressed = [
        replace(run, competencies=best.competencies, score=best.score)
        for run, best in zip(away.runs, reference["expert"].runs, strict=True)
    ]
    find = Played(tuple(dressed))
    assert behind_on(find, reference)
    assert told(find, reference) == ["B615"] * 3


def test_a_find_that_scores_like_the_best_pays(
    tutorial: Playable, reference: dict[str, Played]
) -> None:
    away = played(tutorial, Habit("brief", begins=19))
    best = max(one.score or 0 for one in reference.values())
    for score, codes in ((best - 10, ["B616"]), (best - 11, [])):
        runs = tuple(replace(run, score=score) for run in away.runs)
        found = Searched(1, (Find("", (), Played(runs)),), reference)
        assert [one.code for one in findings(found)] == codes


def test_every_habit_has_a_way_and_is_told() -> None:
    assert set(WAYS) == set(USES)
    assert Habit("look-in", 5, 10, EVERYBODY).told() == (
        "look-in, from minute 5, every 10 min, everybody"
    )


class Watched(Habit):
    """A habit that notes which of its fields are looked at."""

    looked: ClassVar[set[str]] = set()

    def __getattribute__(self, name: str) -> Any:
        if name in OPEN:
            Watched.looked.add(name)
        return super().__getattribute__(name)


OPEN = {"whom", "pick", "fills", "minutes", "by_scene"}


@pytest.mark.parametrize("what", USES)
def test_a_habit_tells_of_no_option_that_it_does_not_use(what: str) -> None:
    Watched.looked.clear()
    fills = tuple(FILLS.get(what, ()))
    watched = [Watched(what, whom=EVERYBODY, pick=p, fills=fills, by_scene=(1,)) for p in range(4)]
    others = (Habit("declare"), Habit("write", whom=EVERYBODY, fills=("impact", "next-update")))
    for scenario in ("payroll-friday", "machine-by-machine"):
        play(scenario_at(scenario).world, Blind((*others, *watched)), 3)
    assert set(USES[what]) == Watched.looked


@pytest.mark.parametrize("what", USES)
def test_a_habit_of_any_kind_plays_a_shift_to_its_end(tutorial: Playable, what: str) -> None:
    fills = ("outcome", "due", "impact", "action", "time", "next-update", "why", "facts")
    habit = Habit(what, every=4, whom=1, fills=fills, by_scene=(1,))
    state = play(tutorial.world, Blind((habit,)), 3)
    assert state.over
    assert digest(state) == digest(play(tutorial.world, Blind((habit,)), 3))


def test_whom_a_habit_is_about_is_left_to_chance(tutorial: Playable) -> None:
    """Across seeds the first person is not always the same one."""
    given = {
        entry.data["to"]
        for seed in range(12)
        for entry in play(tutorial.world, Blind((Habit("give-tickets", fills=("due",)),)), seed).log
        if entry.kind == "ticket.assigned"
    }
    assert len(given) == len(tutorial.world.team)


def test_a_lead_that_is_changed_keeps_within_bounds() -> None:
    draw = Random(5)
    lead = anybody(draw, 6)
    met = set()
    for _ in range(600):
        lead = changed(draw, lead, anybody(draw, 6), 6)
        met |= {habit.what for habit in lead}
        assert 1 <= len(lead) <= MOST_HABITS
    assert met == set(USES)


def test_less_than_one_job_is_refused(tutorial: Playable) -> None:
    with pytest.raises(WrongUse):
        Search(tutorial, 5, jobs=0)
