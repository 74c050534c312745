"""Laws that hold in every shift, whatever the lead does."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from simulator.engine import api
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.log import canonical, digest_of, from_record
from tests.conftest import one_in
from tests.engine.whole.wander import Wanderer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.log import LogEntry
    from simulator.engine.state import State
    from simulator.engine.world import World
    from tests.engine.whole.conftest import Whole

TYPES = {"int": int, "str": str, "bool": bool, "list": tuple}

shifts = given(seed=st.integers(0, 10_000), script=st.integers(0, 10_000), luck=st.integers(0, 3))
pairs = given(seed=st.integers(0, 10_000), script=st.integers(0, 10_000))
# A shift is told by its seeds: there is nothing smaller to look for.
at_once = (Phase.explicit, Phase.generate)
few = settings(max_examples=15, deadline=None, derandomize=True, phases=at_once)


# The log ----------------------------------------------------------------------------------------


def words_of(value: object) -> list[str]:
    if isinstance(value, tuple):
        return [word for one in value for word in words_of(one)]
    return re.findall(r"[^\W\d_]+", str(value))


def told_of_people(world: World) -> set[str]:
    names = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
    people = [(a.name, a.short) for a in world.team]
    people += [(s.name, s.short) for s in world.stakeholders]
    for name, short in people:
        names |= {*words_of(name), short}
    return names


@few
@shifts
def test_entries_keep_the_laws_of_the_log(whole: Whole, seed: int, script: int, luck: int) -> None:
    state, _ = whole.shift(seed, script, luck)
    names, last = told_of_people(whole.world), 0
    for number, entry in enumerate(state.log):
        assert entry.number == number
        assert entry.at >= last
        last = entry.at
        assert -1 <= entry.because < number
        kind = CATALOGUE[entry.kind]
        assert entry.cause in kind.causes, entry
        if kind.subject:
            assert entry.subject.split(":")[0] == kind.subject, entry
        for field, spec in kind.fields.items():
            assert spec.optional or field in entry.data, (entry, field)
        for field, value in entry.data.items():
            assert type(value) is TYPES[kind.fields[field].type], (entry, field)
            if isinstance(value, tuple):
                assert all(type(one) in (int, str) for one in value)
            assert not names & set(words_of(value)), entry
    assert state.log[0].kind == "shift.opened"
    assert state.log[-1].kind == "shift.closed"
    assert api.digest(state) == digest_of(state.log)


@few
@shifts
def test_references_name_things_that_exist(whole: Whole, seed: int, script: int, luck: int) -> None:
    state, _ = whole.shift(seed, script, luck)
    ids: dict[str, Any] = {
        "ticket": state.tickets, "analyst": state.analysts, "stakeholder": state.stakeholders,
        "incident": state.incidents, "conflict": state.conflicts, "change": state.changes,
    }  # fmt: skip
    for entry in state.log:
        for ref in (entry.subject, entry.actor):
            sort, _, ident = ref.partition(":")
            assert ident in ids[sort] if ident else sort in ("lead", "desk"), entry


@few
@shifts
def test_canonical_lines_can_be_read_back(whole: Whole, seed: int, script: int, luck: int) -> None:
    state, _ = whole.shift(seed, script, luck)
    for entry in state.log:
        assert from_record(json.loads(canonical(entry))) == entry


# What stands, whatever the lead does ------------------------------------------------------------


def standing(state: State) -> Counter[str]:
    return Counter(
        repr((e.at, e.kind, e.subject, e.actor, e.seen, sorted(e.data.items())))
        for e in state.log if e.cause == "script"
    )  # fmt: skip


def without_prevented(entries: Counter[str], *states: State) -> Counter[str]:
    prevented = {
        str(e.data["window"]) for s in states for e in s.log if e.kind == "window.prevented"
    }
    return Counter({
        key: count for key, count in entries.items()
        if not any("'window." in key and f"('window', '{one}')" in key for one in prevented)
    })  # fmt: skip


@few
@shifts
def test_script_entries_do_not_depend_on_the_acts(
    whole: Whole, seed: int, script: int, luck: int
) -> None:
    acted, _ = whole.shift(seed, script, luck)
    absent, _ = whole.shift(seed)
    told = [without_prevented(standing(s), acted, absent) for s in (acted, absent)]
    assert told[0] == told[1]


def windows(state: State) -> list[tuple[int, str, str]]:
    return [(e.at, e.kind, str(e.data["window"])) for e in state.log if e.kind[:7] == "window."]


def test_a_window_is_missing_only_where_it_is_told_as_prevented(whole: Whole) -> None:
    prevented = 0
    for seed in range(15):
        acted, _ = whole.shift(seed, seed)
        absent, _ = whole.shift(seed)
        gone = {w for _, kind, w in windows(acted) if kind == "window.prevented"}
        assert gone <= {"vendor"}
        prevented += len(gone)
        assert [w for w in windows(acted) if w[2] not in gone] == [
            w for w in windows(absent) if w[2] not in gone
        ]
        first = acted.log[0].data["windows"]
        assert isinstance(first, tuple)
        assert {str(w).split(":")[0] for w in first} == {w for _, _, w in windows(acted)}
    assert prevented


@few
@pairs
def test_acts_change_no_arrival_effort_or_fate(whole: Whole, seed: int, script: int) -> None:
    acted, _ = whole.shift(seed, script)
    absent, _ = whole.shift(seed)
    fixed = {b.id for b in absent.births if not b.source and b.arrives <= absent.now}
    assert fixed <= set(acted.tickets) & set(absent.tickets)
    for ident in set(acted.tickets) & set(absent.tickets):
        mine, other = acted.tickets[ident], absent.tickets[ident]
        assert mine.kind == other.kind
        assert (mine.effort, mine.born.words) == (other.effort, other.born.words)
        if ".r" not in ident:
            assert mine.arrived == other.arrived
    for ident, incident in acted.incidents.items():
        if acted.plan.incidents[ident].follows is None:
            assert incident.starts == absent.incidents[ident].starts
    for who, analyst in acted.analysts.items():
        assert analyst.pace == absent.analysts[who].pace


@few
@pairs
def test_acts_given_again_give_the_same_shift(whole: Whole, seed: int, script: int) -> None:
    state, acts = whole.shift(seed, script, luck=2)
    again = api.replay(whole.world, seed, 2, acts)
    assert api.digest(again) == api.digest(state)
    assert again.log == state.log


WORDS = (
    "listened-to", "one-on-one", "coached", "given-feedback", "standard-applied", "recognised",
    "reviewed", "sent-on-break", "asked-to-stay",
)  # fmt: skip
"""What the lead does with a person."""


@few
@shifts
def test_no_sign_of_feeling_within_ten_minutes_of_an_act(
    whole: Whole, seed: int, script: int, luck: int
) -> None:
    state, _ = whole.shift(seed, script, luck)
    spoken: dict[str, int] = {}
    for entry in state.log:
        if entry.kind in {f"analyst.{one}" for one in WORDS}:
            spoken[entry.subject] = entry.at
        elif entry.kind in {"analyst.sign", "analyst.shows", "analyst.went-home"}:
            assert entry.at >= spoken.get(entry.subject, -10) + 10, entry


@few
@shifts
def test_a_kindness_works_once_for_a_person_in_a_shift(
    whole: Whole, seed: int, script: int, luck: int
) -> None:
    state, _ = whole.shift(seed, script, luck)
    kind = {"thanked", "heard", "relieved", "praised", "talked-through"}
    lifts = Counter(
        (e.subject, e.data["why"]) for e in state.log
        if e.kind == "analyst.morale-changed" and e.data["why"] in kind
    )  # fmt: skip
    assert all(count == 1 for count in lifts.values())


# Taking back ------------------------------------------------------------------------------------


def without_acts(log: Iterable[LogEntry]) -> list[tuple[Any, ...]]:
    """Return a log without what it tells of acts themselves, numbered anew."""
    kept = [e for e in log if not e.kind.startswith("act.")]
    place = {e.number: number for number, e in enumerate(kept)}
    return [(*e[1:6], place.get(e.because, -1), e.seen, e.data) for e in kept]


@pytest.mark.parametrize("seed", one_in(3, range(25)))
def test_an_act_taken_back_leaves_nothing_but_its_entries(whole: Whole, seed: int) -> None:
    from simulator.engine.acts.shapes import Leave, NotNow, Withdraw

    _, acts = whole.shift(seed, seed)
    for minute in (20, 50, 90, 140):
        past = [g for g in acts if g.at <= minute]
        plain = api.replay(whole.world, seed, 0, past, minute)
        view = api.view(plain)
        lead = Wanderer(whole.world, 77 * seed + minute)
        tried = 0
        while tried < 12:
            act = lead.act(view)
            if view.possible(act) is not None or isinstance(act, (Leave, NotNow, Withdraw)):
                continue
            tried += 1
            branch, still = api.fork(plain), api.fork(plain)
            number = api.give(branch, act).number
            assert api.view(branch).withdrawable() == number
            api.give(branch, Withdraw(number))
            kinds = [e.kind for e in branch.log[len(plain.log) :]]
            assert kinds[0] == "act.given"
            assert kinds[-1] == "act.withdrawn"
            assert set(kinds) <= {"act.given", "act.begun", "act.withdrawn"}
            for state in (branch, still):
                api.advance(state, whole.world.length)
            assert without_acts(branch.log) == without_acts(still.log), act
        plain = api.fork(plain)


# One machine like another -----------------------------------------------------------------------

_OTHER = """
from simulator.engine import api
from tests.engine.whole.conftest import Whole
whole = Whole()
print(*(api.digest(whole.shift(seed, seed, seed % 2)[0]) for seed in range(8)))
"""


def test_order_of_sets_in_another_process_changes_nothing(whole: Whole) -> None:
    here = [api.digest(whole.shift(seed, seed, seed % 2)[0]) for seed in range(8)]
    for hash_seed in ("0", "1", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", _OTHER], check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
        )  # fmt: skip
        assert done.stdout.split() == here


def test_acts_are_numbered_in_the_order_they_were_given(whole: Whole) -> None:
    _, acts = whole.shift(4, 4)
    assert [g.number for g in acts] == list(range(len(acts)))
    assert len(acts) > 20
