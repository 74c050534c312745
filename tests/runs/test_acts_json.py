from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from pydantic import ValidationError

from simulator.engine.acts.shapes import SHAPES, AnyAct, Assign, Message, Reassign, Recognise
from simulator.engine.rules import TEXTBOOK, Rules
from simulator.runs.acts_json import REACH, act_from, act_record, rules_from, rules_table
from tests.runs.filling import filled


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape.kind))
def test_every_act_comes_back_as_it_was(shape: type[Any]) -> None:
    act = filled(shape, lambda: "portal", lambda: 3)
    assert act_from(json.dumps(act_record(act))) == act


@pytest.mark.parametrize(
    "act", [Reassign("desk.1", "mei"), Message("cfo"), Recognise("priya"), Assign("portal", "mei")]
)
def test_an_act_is_written_with_every_field_and_read_with_the_defaults(act: AnyAct) -> None:
    record = act_record(act)
    names = {f.name for f in dataclasses.fields(act)}
    assert set(record) == names | {"kind"}
    required = {f.name for f in dataclasses.fields(act) if f.default is dataclasses.MISSING} | {
        "kind"
    }
    short = {key: value for key, value in record.items() if key in required}
    assert act_from(json.dumps(short)) == act


@pytest.mark.parametrize(
    "text",
    [
        '{"kind":"fly"}',
        '{"ticket":"desk.1"}',
        '{"kind":"triage"}',
        '{"kind":"triage","ticket":"desk.1","loud":true}',
        '{"kind":"triage","ticket":1}',
        '{"kind":"set-priority","ticket":"desk.1","priority":"1"}',
        '{"kind":"set-priority","ticket":"desk.1","priority":true}',
        '{"kind":"set-priority","ticket":"desk.1","priority":1.0}',
        '{"kind":"assign","task":"desk.1","to":"mei","style":"shout"}',
        '{"kind":"message","to":"cfo","elements":[{"kind":"impact","size":3}]}',
        f'{{"kind":"withdraw","number":{REACH + 1}}}',
        '{"kind":"ask","who":"' + "x" * 3000 + '"}',
        "[]",
        "null",
        "{",
    ],
)
def test_what_is_not_an_act_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        act_from(text)


@pytest.mark.parametrize("rules", [Rules(), TEXTBOOK, Rules(costs=(("triage", 9),), pace=(1, 2))])
def test_rules_come_back_with_every_number(rules: Rules) -> None:
    table = rules_table(rules)
    assert set(table) == {f.name for f in dataclasses.fields(Rules)}
    assert rules_from(json.dumps(table)) == rules


def test_a_rule_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        rules_from(json.dumps(rules_table(Rules()) | {"gravity": 10}))


def test_a_number_added_later_takes_its_default() -> None:
    table = rules_table(Rules(switch_minutes=9))
    del table["break_minutes"]
    assert rules_from(json.dumps(table)) == Rules(switch_minutes=9)
