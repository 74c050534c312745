"""The rules table: a scenario's switches and numbers, each with its reason."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from simulator.engine.rules import Rules
from simulator.scenario.nodes import Block, Items, Node, Placed, Scalar
from simulator.scenario.quantities import MOST_SIGMA
from simulator.scenario.suggest import did_you_mean, listed, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.scenario.diagnostics import Problems

WORDS = {"pull": {"best-first": "best", "by-habit": "habit"}}
"""Other words for a value of the table, by field."""
POSITIVE = frozenset(
    ("idle_pull", "no_word_minutes", "friction_every", "silent_every", "disturb_every",
     "fair_every", "split_every", "own_ticket_percent", "pace", "skill_speed", "stress_speed",
     "article_speed"),
)  # fmt: skip
"""Rules that are no rule at 0: a time between two things of a kind, or what divides."""
MOST = 100_000
_KNOWN = {field.name: field for field in fields(Rules)}


@cache
def _hints() -> Mapping[str, Any]:
    """Return the type of each rule: working it out takes longer than a thousand lines of YAML."""
    return get_type_hints(Rules)


def build_rules(given: Mapping[str, Any], root: Block, problems: Problems) -> Rules | None:
    """Return the table with a scenario's own values in it, None after a problem."""
    rules = Rules()
    if not given:
        return rules
    block = root.get("rules")
    if not isinstance(block, Block):
        return None
    hints = _hints()
    values: dict[str, Any] = {}
    failed = False
    for key, node in block.items():
        place = block.key(key) or block
        if key == "because":
            continue
        if key not in _KNOWN:
            near = nearest(key, _KNOWN)
            problems.add(
                "K101",
                f'unknown key "{key[:60]}" in the rules',
                place,
                help=did_you_mean(near) or f"rules are: {listed(_KNOWN, 8)}",
            )
            failed = True
            continue
        default = getattr(rules, key)
        where: Placed = node if node is not None else block.nulls.get(key, place)
        value = _costs(default, node, where, problems) if key == "costs" else _value(
            key, hints[key], default, node, where, problems
        )  # fmt: skip
        if value is None:
            failed = True
        else:
            values[key] = value
    if values and not isinstance(block.get("because"), (Scalar, Block)):
        problems.add(
            "K103",
            'the rules have no "because"',
            block.first() or block,
            help="because: why this shift has rules of its own",
        )
        failed = True
    return None if failed else replace(rules, **values)


def _value(key: str, hint: Any, default: Any, node: Node, where: Placed, problems: Problems) -> Any:
    choices = [arg for arg in get_args(hint) if isinstance(arg, str)]
    if isinstance(default, bool):
        if isinstance(node, Scalar) and node.plain and node in ("true", "false"):
            return node == "true"
        problems.add("V207", f'"{key}" is written true or false', where)
    elif isinstance(default, int):
        low, high = _range(key, default)
        number = _whole(node, low, high)
        if number is not None:
            return number
        problems.add(
            "V205", f'"{key}" is a whole number from {low} to {high}', where,
            help=f"{key}: {default}",
        )  # fmt: skip
    elif choices:
        word = WORDS.get(key, {}).get(str(node), str(node))
        if word in choices:
            return word
        problems.add(
            "V206",
            f'"{str(node)[:60]}" is not a value of "{key}"',
            where,
            help=f"it is one of {', '.join(choices)}",
        )
    elif isinstance(default, tuple):
        low, high = _range(key, min(default))
        parts = node if isinstance(node, Items) else ()
        numbers = [_whole(part, low, high) for part in parts]
        if len(numbers) == len(default) and None not in numbers:
            return tuple(numbers)
        problems.add(
            "V205", f'"{key}" is a list of {len(default)} whole numbers from {low} to {high}',
            where, help=f"{key}: {list(default)}",
        )  # fmt: skip
    return None


def _range(key: str, default: int) -> tuple[int, int]:
    """Return the lowest and highest value of a rule: what is less by default may be negative."""
    low = -MOST if default < 0 else int(key in POSITIVE)
    return low, MOST_SIGMA if key.endswith("_sigma") else MOST


def _whole(node: Node, low: int, high: int) -> int | None:
    number = node.number() if isinstance(node, Scalar) else None
    return number if number is not None and low <= number <= high else None


def _costs(default: Any, node: Node, where: Placed, problems: Problems) -> Any:
    table = dict(default)
    if not isinstance(node, Block):
        problems.add("K105", '"costs" must be a group of keys', where, help="costs: {triage: 3}")
        return None
    for act, value in node.items():
        number = value.number() if isinstance(value, Scalar) else None
        place = node.key(act) or node
        if act not in table:
            problems.add(
                "R322",
                f'there is no act "{act[:60]}"',
                place,
                help=did_you_mean(nearest(act, table)) or f"acts are {listed(table, 40)}",
            )
            return None
        if number is None or not 0 <= number <= 600:
            problems.add(
                "V205", f'the cost of "{act}" is a whole number of minutes', value or place
            )
            return None
        table[act] = number
    return tuple(sorted(table.items()))
