"""The same act some minutes later: where that was a choice, what it changes, how it is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.acts.shapes import Acknowledge, Listen, Message, TalkThrough
from simulator.runs.alternatives import alternatives
from simulator.runs.file import read_run
from simulator.runs.in_words import in_words
from simulator.runs.keeping import keep
from simulator.runs.past import Past
from simulator.runs.playable import playable
from simulator.runs.put_off import MINUTES, PutOff, pressing, put_off
from simulator.runs.telling_what_if import lines_of
from simulator.runs.what_if import compare
from simulator.scenario.library import load
from simulator.strategies.messages import update

if TYPE_CHECKING:
    from simulator.engine.state import State

QUIET, BURNING = 2, 46
"""Minutes of Payroll Friday: nothing has happened yet; the portal is known and two people wait."""


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    path = tmp_path_factory.mktemp("runs") / "lead.run.jsonl"
    keep(playable(load("payroll-friday")), "expert", 7, path)
    return Past(read_run(path))


def at(past: Past, minute: int) -> State:
    state = past.opened()
    api.advance(state, minute)
    return state


def word(state: State, next_word: int = 24) -> Message:
    found = update(api.view(state), "cfo", "portal", next_word)
    assert found is not None
    return found


def test_what_takes_minutes_can_wait_while_somebody_waits_for_the_lead(past: Past) -> None:
    quiet, burning = (api.view(at(past, minute)) for minute in (QUIET, BURNING))
    assert not pressing(quiet)
    assert pressing(burning)
    assert put_off(quiet, Listen("mei")) is None
    assert put_off(burning, Listen("mei")) == PutOff(Listen("mei"), BURNING + MINUTES)
    assert alternatives(burning, Listen("mei"), low=False)[-2:] == [
        PutOff(Listen("mei"), BURNING + MINUTES), None,
    ]  # fmt: skip
    assert put_off(burning, Acknowledge("dock")) is None


def test_a_word_can_wait_until_it_was_promised_and_no_longer(past: Past) -> None:
    state = at(past, BURNING)
    first = word(state, next_word=40)
    assert put_off(api.view(state), first) is not None
    api.give(state, first)
    api.advance(state, BURNING + 20)
    owed = next(one.due for one in api.view(state).promises() if one.to == "cfo")
    assert put_off(api.view(state), word(state)) is not None
    api.advance(state, owed - MINUTES)
    assert put_off(api.view(state), word(state)) is None


def test_times_that_it_names_are_as_much_later(past: Past) -> None:
    state = at(past, BURNING)
    said = word(state)
    (named,) = (one.minute for one in said.elements if one.minute is not None)
    later = put_off(api.view(state), said)
    assert later is not None
    assert later.next_word == named + MINUTES
    assert in_words(state, later) == (
        "you did the same 10 minutes later, at 08:56; next word by "
        f"{8 + later.next_word // 60:02}:{later.next_word % 60:02}"
    )
    assert in_words(state, PutOff(Listen("mei"), BURNING + MINUTES)) == (
        "you did the same 10 minutes later, at 08:56"
    )


def test_it_is_given_in_its_own_minute_and_the_other_acts_follow(past: Past) -> None:
    given = next(one.given for one in past.acts if isinstance(one.given.act, Message))
    assert isinstance(given.act, Message)
    same, later, never = compare(
        past, given,
        [PutOff(given.act, given.at), PutOff(given.act, given.at + MINUTES),
         PutOff(replace(given.act, to="nobody"), given.at + MINUTES)], 2,
    )  # fmt: skip
    assert same.differences == {}
    assert later.differences
    assert not later.withheld
    assert never.withheld, "what has no place then was not done later"
    was, would = lines_of(past, later)
    assert would.startswith(was.partition(" next-update")[0])
    assert would[-10:-5] == ", at "


def test_a_talk_beside_a_fire_is_set_against_one_later(past: Past) -> None:
    talk = TalkThrough("priya-tomas")
    assert PutOff(talk, BURNING + MINUTES) in alternatives(api.view(at(past, BURNING)), talk)
